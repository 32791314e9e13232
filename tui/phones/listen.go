package phones

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"strconv"
	"syscall"
)

// firstPort and those after it are tried in turn, so that a firewall can be asked to let few of them through.
const (
	firstPort = 8040
	mostPorts = 10
)

// Ports names those that may be opened, as a firewall is asked for them.
func Ports() string { return fmt.Sprintf("TCP ports %d to %d", firstPort, firstPort+mostPorts-1) }

// Listen opens a port at an address of this computer: the wanted one, unless that is 0, or else one of a few. The error says what to do.
func Listen(at netip.Addr, wanted int) (net.Listener, error) {
	ports := []int{wanted}
	for i := range mostPorts {
		ports = append(ports, firstPort+i)
	}
	var wrong error
	for _, port := range ports {
		if port == 0 {
			continue
		}
		l, err := net.Listen("tcp", net.JoinHostPort(at.String(), strconv.Itoa(port)))
		if err == nil {
			return l, nil
		}
		wrong = err
	}
	return nil, unopened(at, wrong)
}

// unopened says why no port could be opened at an address, and what to do.
func unopened(at netip.Addr, why error) error {
	switch {
	case errors.Is(why, syscall.EADDRINUSE):
		return fmt.Errorf("phones cannot vote: other programs use all of %s at %s. Close them, perhaps other Probity windows, or count hands", Ports(), at)
	case errors.Is(why, syscall.EADDRNOTAVAIL):
		return fmt.Errorf("phones cannot vote: %s is no longer an address of this computer. Join the wifi that the phones are in, or count hands", at)
	case errors.Is(why, fs.ErrPermission):
		return fmt.Errorf("phones cannot vote: this computer lets Probity open none of %s. Ask IT for them, or count hands", Ports())
	}
	var op *net.OpError
	if errors.As(why, &op) {
		why = op.Err
	}
	return fmt.Errorf("phones cannot vote: none of %s can be opened at %s (%w). Count hands, or have a look with probity induction phones --check", Ports(), at, why)
}

// Port is the one that a listener has.
func Port(l net.Listener) int {
	if at, ok := l.Addr().(*net.TCPAddr); ok {
		return at.Port
	}
	return 0
}
