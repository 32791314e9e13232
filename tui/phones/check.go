package phones

import (
	"fmt"
	"net"
	"time"
)

// Check is what there is to know, the day before, of whether phones can vote in a room.
type Check struct {
	All     []Address
	Address string // that phones would be told, with its port; "" where there is none
	Err     error  // why they can't vote; nil where this computer reaches itself
}

// patience is how long this computer may take to reach itself.
const patience = 3 * time.Second

// CheckHere opens a port as a room does, at the address or the card that the host names, else the likeliest; reaches it; and closes it.
func CheckHere(host string) Check {
	all, err := Addresses()
	if err != nil {
		return Check{Err: err}
	}
	c := Check{All: all}
	at, err := Find(all, host)
	if err != nil {
		c.Err = err
		return c
	}
	l, err := Listen(at.IP, 0)
	if err != nil {
		c.Err = err
		return c
	}
	defer func() { _ = l.Close() }()
	c.Address = l.Addr().String()
	conn, err := net.DialTimeout("tcp", c.Address, patience)
	if err != nil {
		c.Err = fmt.Errorf("this computer does not reach itself at %s: a firewall or a VPN is in the way (%w)", c.Address, err)
		return c
	}
	_ = conn.Close()
	return c
}

// Ports are those that a room's phones may use, for whoever looks after a firewall.
func Ports() string { return fmt.Sprintf("%d to %d", firstPort, firstPort+mostPorts-1) }
