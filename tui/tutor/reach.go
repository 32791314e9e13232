package tutor

import (
	"slices"

	"probity/tui/phones"
)

// Reach says whether phones can still find this computer.
type Reach int

// What can have become of the address that phones were told.
const (
	Reached Reach = iota // it is there
	Alone                // this computer is in no network at the moment
	Moved                // it is in another network, or has another address
)

// Reach is the task of looking whether this computer still has the address that phones were told.
func (p *Phones) Reach() Task[Reach] {
	host := p.at.Host
	if host == "" { // nothing that this computer could lose
		return runOnly(func() Reach { return Reached })
	}
	return runOnly(func() Reach {
		all, err := phones.Addresses()
		if err != nil {
			return Reached // nobody knows
		}
		return reach(all, host)
	})
}

func reach(all []phones.Address, host string) Reach {
	switch {
	case slices.ContainsFunc(all, func(a phones.Address) bool { return a.IP.String() == host }):
		return Reached
	case len(all) == 0:
		return Alone
	}
	return Moved
}
