package phones

import (
	"errors"
	"net"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"testing"
)

func TestAPortThatIsTakenIsNotWaitedFor(t *testing.T) {
	here := netip.MustParseAddr("127.0.0.1")
	first, err := Listen(here, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := Listen(here, Port(first))
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if Port(first) == Port(second) || Port(first) < firstPort || Port(second) >= firstPort+mostPorts {
		t.Errorf("ports %d and %d", Port(first), Port(second))
	}
	if l, err := Listen(netip.MustParseAddr("192.0.2.1"), 0); err == nil {
		t.Errorf("listening at %s, which is nobody's", l.Addr())
	}
}

// TestWhyNoPortIsOpenIsSaid with what to do, and without what the system calls it.
func TestWhyNoPortIsOpenIsSaid(t *testing.T) {
	for cause, says := range map[error]string{
		syscall.EADDRINUSE:          "other programs use all of TCP ports 8040 to 8049 at 192.0.2.1. Close them",
		syscall.EADDRNOTAVAIL:       "192.0.2.1 is no longer an address of this computer. Join the wifi",
		syscall.EACCES:              "lets Probity open none of TCP ports 8040 to 8049. Ask IT for them",
		errors.New("the card fell"): "can be opened at 192.0.2.1 (the card fell). Count hands",
	} {
		if _, named := cause.(syscall.Errno); named {
			cause = os.NewSyscallError("bind", cause)
		}
		err := unopened(netip.MustParseAddr("192.0.2.1"), &net.OpError{Op: "listen", Net: "tcp", Err: cause})
		if said := err.Error(); !strings.Contains(said, says) || !strings.HasPrefix(said, "phones cannot vote: ") || !strings.Contains(strings.ToLower(said), "count hands") || strings.Contains(said, "bind") {
			t.Errorf("of %v: %v", cause, err)
		}
	}
}
