package tutor

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"probity/scenarios/induction"
	"probity/tui/phones"
)

// reached is how soon this computer answers itself, if nothing on it is in the way.
const reached = 3 * time.Second

// tried is for how many people a trial has seats.
const tried = 30

// Trial is the task of opening a port as for a room, with a page on which a phone sees that it gets through.
func Trial(host string) Task[Connection] {
	return runOnly(func() Connection {
		c := connect(host, tried, induction.Connected{})
		if c.Err == nil {
			c.Phones.server.Publish(phones.Page{Session: "A trial", Ask: "This phone gets through: it can vote here"})
		}
		return c
	})
}

// Test is the task of asking this computer for the page that phones are told, as a phone does. It takes no seat. The error says what is in the way.
func (p *Phones) Test() Task[error] {
	return runOnly(func() error {
		ctx, stop := context.WithTimeout(p.context, reached)
		defer stop()
		ask, err := http.NewRequestWithContext(ctx, http.MethodGet, p.Address()+"/now", nil)
		if err != nil {
			return fmt.Errorf("asking for %s: %w", p.Address(), err)
		}
		answer, err := directly(ask)
		if err != nil {
			return fmt.Errorf("this computer does not reach itself at %s: its firewall keeps programs from being reached. What to ask IT for: %s, incoming, from the local network, for this program",
				p.Address(), phones.Ports())
		}
		if answer.StatusCode != http.StatusOK {
			return fmt.Errorf("at %s something else answers (%s): choose another address with --host", p.Address(), answer.Status)
		}
		return nil
	})
}

// directly sends a request to the computer that it names and reads what its answer begins with. No proxy is asked, as a phone on the wifi has
// none. The client of net/http would do the same, and would bring all that encrypted connections need into every copy of the program.
func directly(ask *http.Request) (*http.Response, error) {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ask.Context(), "tcp", ask.URL.Host)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	defer context.AfterFunc(ask.Context(), func() { conn.Close() })()
	if err := ask.Write(conn); err != nil {
		return nil, err
	}
	return http.ReadResponse(bufio.NewReader(conn), ask)
}
