package phones

import (
	"net/netip"
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
