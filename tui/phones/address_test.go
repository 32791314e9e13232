package phones

import (
	"net/netip"
	"slices"
	"strings"
	"testing"
)

func TestTheWifiComesFirst(t *testing.T) {
	var all []Address
	for _, card := range []string{
		"docker0 172.17.0.1", "utun3 10.8.0.2", "vEthernet (WSL) 172.22.144.1", "eth1 169.254.7.9", "wlan0 fe80::1", "wlan0 2001:db8::7", "wlan0 192.168.178.23",
		"eth0 fd00::5", "eth0 10.0.0.7", "lo ::1", "eth2 81.2.69.142",
	} {
		at := strings.LastIndex(card, " ")
		all = append(all, Address{IP: netip.MustParseAddr(card[at+1:]), Card: card[:at]})
	}
	var got []string
	for _, a := range ranked(all) {
		got = append(got, a.IP.String())
	}
	want := []string{"192.168.178.23", "10.0.0.7", "81.2.69.142", "fd00::5", "2001:db8::7", "172.17.0.1", "10.8.0.2", "172.22.144.1", "169.254.7.9"}
	if !slices.Equal(got, want) {
		t.Errorf("%v,\nwant %v", got, want)
	}
}

func TestAnAddressIsChosen(t *testing.T) {
	all := []Address{{IP: netip.MustParseAddr("192.168.178.23"), Card: "wlan0"}, {IP: netip.MustParseAddr("10.0.0.7"), Card: "eth0"}}
	for host, want := range map[string]string{"": "192.168.178.23", "eth0": "10.0.0.7", "10.0.0.7": "10.0.0.7"} {
		if got, err := Find(all, host); err != nil || got.IP.String() != want {
			t.Errorf("%q: %v, %v", host, got, err)
		}
	}
	for host, addresses := range map[string][]Address{"10.0.0.8": all, "": nil} {
		if got, err := Find(addresses, host); err == nil {
			t.Errorf("%q: %v", host, got)
		}
	}
}

func TestThisComputersAddressesAreNoLoopback(t *testing.T) {
	all, err := Addresses()
	if err != nil || slices.ContainsFunc(all, func(a Address) bool { return a.IP.IsLoopback() }) {
		t.Errorf("%v, %v", all, err)
	}
}

// TestACheckSaysWhatItFound: where phones would vote, or why they can't.
func TestACheckSaysWhatItFound(t *testing.T) {
	if c := CheckHere("10.255.255.254"); c.Err == nil || c.Address != "" {
		t.Errorf("an address that is another's: %+v", c)
	}
	if c := CheckHere(""); c.Err == nil && c.Address == "" || len(c.All) == 0 && c.Err == nil {
		t.Errorf("neither an address nor a reason: %+v", c)
	}
}
