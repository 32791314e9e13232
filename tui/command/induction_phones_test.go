package command

import (
	"net/netip"
	"slices"
	"strings"
	"testing"

	"probity/tui/phones"
)

func TestAddressesAreListedWithWhatIsInTheWay(t *testing.T) {
	wifi := phones.Address{IP: netip.MustParseAddr("192.168.178.23"), Card: "wlan0", Kind: phones.Local}
	docker := phones.Address{IP: netip.MustParseAddr("172.17.0.1"), Card: "docker0", Kind: phones.Virtual}
	inside := "VPN or something inside this computer: phones will hardly reach it."
	for _, tt := range []struct {
		told phones.Address
		want []string
	}{
		{wifi, []string{"Phones are told 192.168.178.23 (wlan0).", "Another: --host 172.17.0.1 (docker0), a " + inside}},
		{docker, []string{"Phones are told 172.17.0.1 (docker0).", "A " + inside, "Another: --host 192.168.178.23 (wlan0)."}},
	} {
		if got := addressLines([]phones.Address{wifi, docker}, tt.told); !slices.Equal(got, tt.want) {
			t.Errorf("of %s:\n%s", tt.told.Card, strings.Join(got, "\n"))
		}
	}
}

func TestWhatATrialHasShown(t *testing.T) {
	if got := outcome(2); got != "2 phones got through: phones can vote on this wifi." {
		t.Errorf("of two phones: %s", got)
	}
	for _, want := range []string{"No phone got through.", "TCP ports 8040 to 8049, incoming", "Hands always work"} {
		if got := outcome(0); !strings.Contains(got, want) {
			t.Errorf("of no phone it lacks %q:\n%s", want, got)
		}
	}
}
