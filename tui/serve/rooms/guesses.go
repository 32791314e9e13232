package rooms

import (
	"net/netip"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// How many codes that no room has may come from one address in a while: sixty people can mistype theirs, and who tries whatever comes has to try for
// years. A code that has led to a room is never refused to the address again, so that nobody can shut a room's door for the others on its wifi.
const (
	mostWrong  = 60
	wrongFor   = 10 * time.Minute
	mostRight  = 256
	remembered = 4096 // addresses
)

// guesses are the codes that were tried, by the addresses that they came from. Nothing else is known of an address, and nothing is kept.
type guesses struct {
	now func() time.Time

	mu sync.Mutex // held for what follows
	of *lru.Cache[netip.Addr, *tried]
}

// tried is what an address has tried.
type tried struct {
	since time.Time
	wrong map[string]bool // since then
	right map[string]bool
}

func newGuesses(now func() time.Time) *guesses {
	of, _ := lru.New[netip.Addr, *tried](remembered) // fails for sizes below 1 alone
	return &guesses{now: now, of: of}
}

// may reports whether an address may ask for a code. Until there is an answer, the code is a wrong one.
func (g *guesses) may(from netip.Addr, code string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	t, known := g.of.Get(from)
	if !known {
		t = &tried{right: map[string]bool{}}
		g.of.Add(from, t)
	}
	if now := g.now(); now.Sub(t.since) >= wrongFor {
		t.since, t.wrong = now, map[string]bool{}
	}
	if t.right[code] || t.wrong[code] {
		return true
	}
	if len(t.wrong) >= mostWrong {
		return false
	}
	t.wrong[code] = true
	return true
}

// right notes that a code has led to a room.
func (g *guesses) right(from netip.Addr, code string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	t, known := g.of.Get(from)
	if !known {
		return
	}
	delete(t.wrong, code)
	if len(t.right) >= mostRight {
		clear(t.right)
	}
	t.right[code] = true
}
