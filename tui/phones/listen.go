package phones

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
)

// firstPort and those after it are tried in turn, so that a firewall can be asked to let few of them through.
const (
	firstPort = 8040
	mostPorts = 10
)

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
	var op *net.OpError
	if errors.As(wrong, &op) {
		wrong = op.Err
	}
	return nil, fmt.Errorf("phones cannot vote: no port of %s from %d to %d can be opened (%w). Count hands, or have a look with probity induction phones --check",
		at, firstPort, firstPort+mostPorts-1, wrong)
}

// Port is the one that a listener has.
func Port(l net.Listener) int {
	if at, ok := l.Addr().(*net.TCPAddr); ok {
		return at.Port
	}
	return 0
}
