package phones

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// Address is one at which phones may reach this computer.
type Address struct {
	IP   netip.Addr
	Card string // the network card, as the system calls it
	Kind Kind
}

// Kind is what an address is likely good for; the likeliest is least.
type Kind int

// The kinds.
const (
	Local   Kind = iota // of a network like a ward's or a home's
	Public              // of the internet
	Virtual             // of a card that is no wifi: a container's, another system's on this computer, a VPN's
	Lost                // that a computer gives itself where no network gave it one
)

// Remark is what there is to say of the kind; "" where nothing is in the way.
func (k Kind) Remark() string {
	switch k {
	case Public:
		return "an address of the internet: phones on the wifi may not reach it"
	case Virtual:
		return "a VPN or something inside this computer: phones will hardly reach it"
	case Lost:
		return "no network gave it: this computer is not connected there"
	}
	return ""
}

// Addresses lists those of this computer's cards that are up, the likeliest first.
func Addresses() ([]Address, error) {
	cards, err := net.Interfaces()
	if err != nil {
		return nil, fmt.Errorf("looking for this computer's networks: %w", err)
	}
	var all []Address
	for _, card := range cards {
		if card.Flags&net.FlagUp == 0 || card.Flags&net.FlagLoopback != 0 {
			continue
		}
		nets, err := card.Addrs()
		if err != nil {
			continue // it went down meanwhile
		}
		for _, n := range nets {
			if prefix, err := netip.ParsePrefix(n.String()); err == nil {
				all = append(all, Address{IP: prefix.Addr().Unmap(), Card: card.Name})
			}
		}
	}
	return ranked(all), nil
}

// ranked sorts addresses by what they are likely good for: those that can be typed come first. Of the sixth version only those count that need no
// card's name beside them.
func ranked(all []Address) []Address {
	all = slices.DeleteFunc(slices.Clone(all), func(a Address) bool { return a.IP.Is6() && (a.IP.IsLinkLocalUnicast() || a.IP.IsLoopback()) })
	for i, a := range all {
		all[i].Kind = kind(a)
	}
	slices.SortStableFunc(all, func(a, b Address) int {
		return cmp.Or(cmp.Compare(max(a.Kind, Public), max(b.Kind, Public)), cmp.Compare(a.IP.BitLen(), b.IP.BitLen()), cmp.Compare(a.Kind, b.Kind))
	})
	return all
}

func kind(a Address) Kind {
	switch {
	case a.IP.IsLinkLocalUnicast():
		return Lost
	case virtual(a.Card):
		return Virtual
	case a.IP.IsPrivate():
		return Local
	}
	return Public
}

// virtual reports whether a card's name is one that systems and programs give to cards that are none.
func virtual(card string) bool {
	card = strings.ToLower(card)
	for _, begins := range []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "wg", "utun", "tailscale", "zt", "ppp", "ipsec", "podman", "cni", "lxc", "vethernet"} {
		if strings.HasPrefix(card, begins) {
			return true
		}
	}
	return slices.ContainsFunc([]string{"wsl", "vmware", "virtualbox", "hyper-v", "vpn"}, func(part string) bool { return strings.Contains(card, part) })
}

// Find is the address that phones are told: the one whose IP or card was asked for, else the likeliest. The error says what to do.
func Find(all []Address, host string) (Address, error) {
	if host == "" && len(all) > 0 {
		return all[0], nil
	}
	for _, a := range all {
		if host != "" && (a.Card == host || a.IP.String() == host) {
			return a, nil
		}
	}
	if len(all) == 0 {
		return Address{}, fmt.Errorf("phones cannot vote: this computer is in no network. Join the wifi that the phones are in, or count hands")
	}
	var known []string
	for _, a := range all {
		known = append(known, a.IP.String())
	}
	return Address{}, fmt.Errorf("%s is no address of this computer: choose one of %s", host, strings.Join(known, ", "))
}
