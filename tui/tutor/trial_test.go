package tutor

import (
	"net"
	"strings"
	"testing"

	"probity/scenarios/induction"
	"probity/tui/phones"
)

// TestATrial: what a computer answers itself is said, and takes no phone's seat.
func TestATrial(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := induction.Connected{Host: "127.0.0.1", Port: phones.Port(l), Code: "kfx", Secret: "Q"}
	p := NewPhones(l, at, tried)
	served := make(chan error, 1)
	go func() { served <- p.Serve().Do() }()
	if err := p.Test().Do(); err != nil {
		t.Error(err)
	}
	if joined, _ := p.Turnout(); joined != 0 {
		t.Errorf("%d joined", joined)
	}
	elsewhere := Phones{at: at, context: p.context}
	elsewhere.at.Code = "kfz"
	if err := elsewhere.Test().Do(); err == nil || !strings.Contains(err.Error(), "something else answers (404 Not Found)") {
		t.Errorf("of another's page it says %v", err)
	}
	p.Close()
	if err := <-served; err != nil {
		t.Error(err)
	}
	elsewhere.at.Port = phones.Port(l)
	elsewhere.context = t.Context()
	if err := elsewhere.Test().Do(); err == nil || !strings.Contains(err.Error(), "does not reach itself") {
		t.Errorf("of a closed port it says %v", err)
	}
}
