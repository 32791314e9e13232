// Who is here: counts of connections and sessions, in all and for each learner, and what to say to one too many.

package sshd

import (
	"net"
	"net/netip"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"probity/tui/serve/people"
)

// remembered is how many addresses are known by how often they connected lately.
const remembered = 4096

// census counts who is here. Its methods may be called from several goroutines at once.
type census struct {
	limits Limits
	rates  *lru.Cache[netip.Addr, *rate.Limiter] // of addresses; it has a lock of its own

	mu        sync.Mutex // held for what follows
	visits    map[*visit]bool
	strangers map[netip.Addr]int // of each address
	waiting   int                // strangers in all
	of        map[string]int     // connections of each learner
	stays     map[*stay]bool
	sessions  map[string]int // of each learner
	draining  bool
	closed    bool          // nobody comes any more
	empty     chan struct{} // closed when the host drains and has no session
}

func newCensus(limits Limits) *census {
	rates, _ := lru.New[netip.Addr, *rate.Limiter](remembered) // fails for sizes below 1 alone
	return &census{limits: limits, rates: rates, visits: map[*visit]bool{}, strangers: map[netip.Addr]int{}, of: map[string]int{}, stays: map[*stay]bool{}, sessions: map[string]int{}, empty: make(chan struct{})}
}

// refuse is what to tell somebody who is not let in, or not further.
func refuse(reason, say string) *people.Refusal { return &people.Refusal{Reason: reason, Say: say} }

// arrive counts a connection of somebody who is not known yet.
func (c *census) arrive(v *visit) *people.Refusal {
	if !c.rate(v.from).Allow() {
		return refuse("address rate", "Too many connections from your network at once: try again in a minute.")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.closed:
		return refuse("closed", "This host has just been stopped: connect again in a minute.")
	case c.waiting >= c.limits.Strangers, c.strangers[v.from] >= c.limits.StrangersEach:
		return refuse("strangers", "Too many people are connecting at once: try again in a minute.")
	}
	c.waiting++
	c.strangers[v.from]++
	c.visits[v] = true
	return nil
}

// addressOf is what connections are counted by. Addresses of one IPv6 network, which one computer may have many of, are one.
func addressOf(from net.Addr) netip.Addr {
	var addr netip.Addr
	if tcp, ok := from.(*net.TCPAddr); ok {
		addr = tcp.AddrPort().Addr().Unmap().WithZone("")
	}
	if addr.Is6() {
		network, _ := addr.Prefix(64) // fails for other lengths alone
		addr = network.Addr()
	}
	return addr
}

// rate is how often an address may connect.
func (c *census) rate(addr netip.Addr) *rate.Limiter {
	if known, ok := c.rates.Get(addr); ok {
		return known
	}
	c.rates.ContainsOrAdd(addr, rate.NewLimiter(rate.Limit(c.limits.PerSecond), c.limits.Burst))
	known, ok := c.rates.Get(addr)
	if !ok { // put out meanwhile by thousands of others
		known = rate.NewLimiter(0, 0)
	}
	return known
}

// known turns a stranger into a learner.
func (c *census) known(v *visit, learner string) *people.Refusal {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.visits[v] || v.learner != "" {
		return refuse("closed", "This connection is closed already.")
	}
	if c.of[learner] >= c.limits.Connections {
		return refuse("connections", "You have too many connections to this host: close some of them, then come again.")
	}
	c.named(v)
	c.of[learner]++
	v.learner = learner
	return nil
}

// named takes a stranger off the count. The caller holds mu.
func (c *census) named(v *visit) {
	c.waiting--
	less(c.strangers, v.from)
}

// depart takes a connection off the count, once, and reports whether a stranger left by that.
func (c *census) depart(v *visit) (stranger bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case !c.visits[v]:
		return false
	case v.learner == "":
		c.named(v)
	default:
		less(c.of, v.learner)
	}
	delete(c.visits, v)
	return v.learner == ""
}

// begin counts a session.
func (c *census) begin(s *stay) *people.Refusal {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.draining:
		return refuse("draining", "This host is about to be restarted: connect again in a minute.")
	case len(c.stays) >= c.limits.Sessions:
		return refuse("sessions", "This host is full at the moment: try again in a few minutes.")
	case c.sessions[s.learner] >= c.limits.PerLearner:
		return refuse("sessions of a learner", "You have too many sessions on this host: leave one of them, then come again.")
	}
	c.stays[s] = true
	c.sessions[s.learner]++
	return nil
}

// end takes a session off the count.
func (c *census) end(s *stay) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.stays, s)
	less(c.sessions, s.learner)
	c.done()
}

// drain lets no further session begin, and returns those that there are.
func (c *census) drain() []*stay {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.draining = true
	c.done()
	var here []*stay
	for s := range c.stays {
		here = append(here, s)
	}
	return here
}

// done closes empty once there is nobody to wait for. The caller holds mu.
func (c *census) done() {
	if !c.draining || len(c.stays) > 0 {
		return
	}
	select {
	case <-c.empty:
	default:
		close(c.empty)
	}
}

// close lets nobody connect any more, and returns the connections that there are.
func (c *census) close() []*visit {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	var here []*visit
	for v := range c.visits {
		here = append(here, v)
	}
	return here
}

// less takes one off a count, and keeps no count of none.
func less[K comparable](of map[K]int, name K) {
	if of[name]--; of[name] <= 0 {
		delete(of, name)
	}
}
