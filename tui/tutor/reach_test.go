package tutor

import (
	"net/netip"
	"testing"

	"probity/tui/phones"
)

// TestWhetherPhonesFindThisComputer: at the address they were told, at none, or at another.
func TestWhetherPhonesFindThisComputer(t *testing.T) {
	at := func(ips ...string) (all []phones.Address) {
		for _, ip := range ips {
			all = append(all, phones.Address{IP: netip.MustParseAddr(ip)})
		}
		return all
	}
	for _, c := range []struct {
		all  []phones.Address
		want Reach
	}{
		{at("192.168.178.23"), Reached},
		{at("10.0.0.7", "192.168.178.23"), Reached},
		{at("10.0.0.7"), Moved},
		{nil, Alone},
	} {
		if got := reach(c.all, "192.168.178.23"); got != c.want {
			t.Errorf("with %v it is %v, want %v", c.all, got, c.want)
		}
	}
}
