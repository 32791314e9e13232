// Sessions that the learner leads: each is entries beside the record, one for each time that something was saved.

package hosted

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

// Sessions are the sessions that the learner leads.
func (r *Record) Sessions() folder.SessionStore { return sessions{r} }

type sessions struct{ of *Record }

// pieceOf names the entry with what was saved of a session as the nth, from 0.
func pieceOf(id string, n int) string { return fmt.Sprintf("%s.%06d.toml", id, n) }

// pieces are the entries of each session, in order, by the ids.
func (s sessions) pieces() (map[string][]string, error) {
	names, err := s.of.ListBeside(folder.SessionFolder)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	all := map[string][]string{}
	for _, name := range names {
		if id, _, ok := strings.Cut(name, "."); ok {
			all[id] = append(all[id], name)
		}
	}
	return all, nil
}

// List has the ids, the session that was begun last first.
func (s sessions) List() ([]string, error) {
	all, err := s.pieces()
	return slices.SortedFunc(maps.Keys(all), func(x, y string) int { return cmp.Compare(y, x) }), err
}

// Read returns what is in a session so far.
func (s sessions) Read(id string) ([]induction.Fact, error) {
	all, err := s.pieces()
	if err != nil {
		return nil, err
	}
	facts, err := s.read(id, all[id])
	return facts, err
}

func (s sessions) read(id string, pieces []string) ([]induction.Fact, error) {
	if len(pieces) == 0 {
		return nil, fmt.Errorf("there is no session %q here", id)
	}
	var text []byte
	for _, name := range pieces {
		one, err := s.of.ReadBeside(path.Join(folder.SessionFolder, name))
		if err != nil {
			return nil, err
		}
		text = append(text, one...)
	}
	return folder.ReadSessionText(id, text)
}

// New is a session that has nothing yet.
func (s sessions) New(id string) folder.Led { return &led{in: s.of, id: id} }

// Open takes a session up. Where another window leads it still, that one finds out when it next saves.
func (s sessions) Open(id string) (folder.Led, []induction.Fact, error) {
	all, err := s.pieces()
	if err != nil {
		return nil, nil, err
	}
	facts, err := s.read(id, all[id])
	if err != nil {
		return nil, nil, err
	}
	l := &led{in: s.of, id: id, pieces: len(all[id])}
	if n := len(facts); n > 0 {
		l.last = progress.Seq(facts[n-1])
	}
	return l, facts, nil
}

// led is a session that is led here.
type led struct {
	in *Record
	id string

	mu     sync.Mutex // held for what follows
	pieces int        // how many there are
	last   int64      // the number of the last fact

	// After an error the same facts are given again, perhaps with others behind them.
	tried  int // of these, how many may be in an entry: nobody answered whether it was made, and another one can't be
	untold int // how many before those are saved by now
}

// Append saves facts behind what was saved here. If another window saved something there, it is the one that leads the session now.
func (l *led) Append(_ context.Context, _ int64, facts ...induction.Fact) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	given := make([]progress.Fact, len(facts))
	for i, fact := range facts {
		given[i] = fact
	}
	given = given[l.untold:]
	if n := l.tried; n > 0 && n < len(given) {
		if err := l.save(given[:n]); err != nil {
			return notSaved("session", err)
		}
		given, l.untold = given[n:], l.untold+n
	}
	err := l.save(given)
	if err == nil {
		l.untold = 0
	}
	return notSaved("session", err)
}

// save makes an entry of facts.
func (l *led) save(given []progress.Fact) error {
	text, saved, err := tables.EncodeAll(journal.KindsOf(induction.Kinds()...), given, l.last, l.in.now())
	if err != nil || len(saved) == 0 {
		return err
	}
	if l.pieces == 0 {
		text = append(tables.EncodeHead(tables.Head{Schema: tables.Schema, Session: l.id}), text...)
	}
	l.tried = len(given)
	if err := l.make(path.Join(folder.SessionFolder, pieceOf(l.id, l.pieces)), text); err != nil {
		return err
	}
	l.pieces, l.last, l.tried = l.pieces+1, progress.Seq(saved[len(saved)-1]), 0
	return nil
}

// make makes an entry, which nobody else may have made.
func (l *led) make(name string, text []byte) error {
	if err := l.in.writable("session"); err != nil {
		return err
	}
	there, err := l.in.beside.MakeBeside(name, text)
	if err == nil && !bytes.Equal(there, text) {
		return &file.NotSavedError{What: "session", Err: file.ReadOnly("another window of yours leads this session now. Go on there.")}
	}
	return err
}

// Notices are what there is to say once: nothing.
func (l *led) Notices() []string { return nil }

// Close lets another window lead the session, as it may in any case.
func (l *led) Close() error { return nil }

// Follow follows the session in which something was saved last: to begin with the one that was begun last.
func (s sessions) Follow() folder.Follower { return &following{in: s} }

type following struct {
	in   sessions
	seen map[string]int // how many entries each session had; nil before the first look
}

// Look returns the facts of the session that was changed last, when there is anything new in it.
func (f *following) Look() (facts []induction.Fact, fresh bool, err error) {
	all, err := f.in.pieces()
	if err != nil {
		return nil, false, err
	}
	latest := ""
	for id, pieces := range all {
		if len(pieces) != f.seen[id] {
			latest = max(latest, id)
		}
	}
	if latest == "" {
		return nil, false, nil
	}
	f.seen = map[string]int{}
	for id, pieces := range all {
		f.seen[id] = len(pieces)
	}
	facts, err = f.in.read(latest, all[latest])
	return facts, true, err
}
