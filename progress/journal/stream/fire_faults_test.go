package stream

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// fault is what goes wrong at a request to the store.
type fault struct {
	lasts bool // for all requests from there on, until it is mended
	past  bool // it needs to know what was answered before
	of    func(b *blow, f frame) fate
}

// faults are those of a network and of a store.
func faults() map[string]fault {
	lost := func(*blow, frame) fate { return fate{lost: true} }
	breaks := func(*blow, frame) fate { return fate{lost: true, closes: true} }
	return map[string]fault{
		"refused for a moment":           {of: func(b *blow, f frame) fate { return b.refuses(f, notAvailable, "not available") }},
		"lost":                           {of: lost},
		"done, and the answer lost":      {of: func(*blow, frame) fate { return fate{unheard: true} }},
		"late, behind the next":          {of: func(b *blow, _ frame) fate { return fate{until: b.next} }},
		"late, when all is over":         {of: (*blow).late},
		"answered behind the next":       {of: func(b *blow, _ frame) fate { return fate{answered: b.next} }},
		"disconnected":                   {of: breaks},
		"done, and then disconnected":    {of: func(*blow, frame) fate { return fate{closes: true} }},
		"answered by a leader of before": {past: true, of: func(b *blow, f frame) fate { return fate{says: b.before(f)} }},
		"the store does not answer":      {lasts: true, of: lost},
		"the store is away":              {lasts: true, of: breaks},
		"the store is full": {lasts: true, of: func(b *blow, f frame) fate {
			if !f.gives() {
				return fate{}
			}
			return b.refuses(f, 10047, "insufficient storage resources available")
		}},
	}
}

// blow is one fault at the nth request on a line.
type blow struct {
	fault
	n      int
	before func(f frame) []byte // what was answered before all this; nil for a question of which that is not known
	next   chan struct{}        // closed when the next request goes through
	end    chan struct{}        // closed when all is over
	there  chan struct{}        // closed when what came late is answered; nil if nothing does

	mu   sync.Mutex // held for what follows
	seen int        // requests
	over bool       // it is mended
}

// strikes has a fault strike a line at its nth request, 0 for never.
func strikes(l *line, of fault, n int, before func(f frame) []byte) *blow {
	b := &blow{fault: of, n: n, before: before, next: make(chan struct{}), end: make(chan struct{})}
	l.each(b.judge)
	return b
}

func (b *blow) judge(f frame) fate {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !f.asks() || b.over {
		return fate{}
	}
	b.seen++
	if b.n > 0 && b.seen == b.n+1 {
		close(b.next)
	}
	if b.seen == b.n || b.lasts && b.n > 0 && b.seen > b.n {
		return b.of(b, f)
	}
	return fate{}
}

// mend ends what lasts, and returns how many requests there were.
func (b *blow) mend() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.over = true; b.n > 0 && b.seen <= b.n {
		close(b.next)
	}
	return b.seen
}

// late is a request that arrives when all is over.
func (b *blow) late(f frame) fate {
	late := fate{until: b.end}
	if f.reply != "" && !strings.HasPrefix(f.subject, "$JS.API.DIRECT.") { // whoever asks for pages listens no more
		b.there = make(chan struct{})
		late.done = sync.OnceFunc(func() { close(b.there) })
	}
	return late
}

// arrive lets what is late arrive.
func (b *blow) arrive() {
	close(b.end)
	if b.there != nil {
		<-b.there
	}
}

// refuses answers a request with why it is refused.
func (b *blow) refuses(f frame, code int, why string) fate {
	if strings.HasPrefix(f.subject, "$JS.API.DIRECT.") {
		return fate{says: []byte("NATS/1.0 503\r\n\r\n")}
	}
	return fate{says: fmt.Appendf(nil, `{"error":{"code":503,"err_code":%d,"description":%q}}`, code, why)}
}

// leaderOf answers as one would that led when the streams were as they are now.
func leaderOf(t *testing.T, e *Engine) func(f frame) []byte {
	t.Helper()
	ends := map[string]uint64{}
	for stream := range e.js.ListStreams(t.Context()).Info() {
		ends[stream.Config.Name] = stream.State.LastSeq
	}
	return func(f frame) []byte {
		stream, asked := strings.CutPrefix(f.subject, "$JS.API.STREAM.MSG.GET.")
		var question struct {
			Last string `json:"last_by_subj"`
		}
		if !asked || json.Unmarshal(f.body, &question) != nil || question.Last == "" {
			return nil
		}
		found, err := e.all(t.Context(), stream, question.Last, 1, 0)
		if err != nil {
			t.Error(err)
			return nil
		}
		for len(found) > 0 && found[len(found)-1].place > ends[stream] {
			found = found[:len(found)-1]
		}
		if len(found) == 0 {
			return fmt.Appendf(nil, `{"error":{"code":404,"err_code":%d,"description":"no message found"}}`, noMessage)
		}
		m := found[len(found)-1]
		says, err := json.Marshal(map[string]any{"message": map[string]any{"subject": m.subject, "seq": m.place, "data": m.data}})
		if err != nil {
			t.Error(err)
		}
		return says
	}
}
