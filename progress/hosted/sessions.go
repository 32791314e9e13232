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

// sessionOf is the id of the session that an entry is a piece of.
func sessionOf(name string) string {
	id, _, _ := strings.Cut(name, ".")
	return id
}

// pieces are the entries of each session, in order, by the ids.
func (s sessions) pieces() (map[string][]string, error) {
	names, err := s.of.ListBeside(folder.SessionFolder)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	all := map[string][]string{}
	for _, name := range names {
		all[sessionOf(name)] = append(all[sessionOf(name)], name)
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
	kept   int        // so many facts at the head of a call that failed are saved
	unsure int        // so many behind them may be saved, as one piece: the answer was lost
}

// Append saves facts behind what was saved here. If another window saved something there, it is the one that leads the session now. After an
// error the same facts are given again, perhaps with others behind them: what may be there is asked for as it was, and stands once.
func (l *led) Append(_ context.Context, _ int64, facts ...induction.Fact) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	facts = facts[min(l.kept, len(facts)):]
	if n := l.unsure; n > 0 && n < len(facts) {
		if err := l.append(facts[:n]); err != nil {
			return notSaved("session", err)
		}
		l.kept, l.unsure, facts = l.kept+n, 0, facts[n:]
	}
	if err := l.append(facts); err != nil {
		l.unsure = len(facts)
		return notSaved("session", err)
	}
	l.kept, l.unsure = 0, 0
	return nil
}

// append saves facts as the next piece.
func (l *led) append(facts []induction.Fact) error {
	given := make([]progress.Fact, len(facts))
	for i, fact := range facts {
		given[i] = fact
	}
	text, saved, err := tables.EncodeAll(journal.KindsOf(induction.Kinds()...), given, l.last, l.in.now())
	if err != nil || len(saved) == 0 {
		return err
	}
	if l.pieces == 0 {
		text = append(tables.EncodeHead(tables.Head{Schema: tables.Schema, Session: l.id}), text...)
	}
	if err := l.make(path.Join(folder.SessionFolder, pieceOf(l.id, l.pieces)), text); err != nil {
		return err
	}
	l.pieces, l.last = l.pieces+1, progress.Seq(saved[len(saved)-1])
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
