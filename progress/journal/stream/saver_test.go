package stream

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/progress"
	"probity/progress/journal"
)

// saver is a learner with records of their own, who saves in one that all have in common too.
type saver struct {
	name               string
	own, common, notes *Store
	last               int64 // the number of the last fact of their own
	saved              int   // how often facts were saved, as 0/0, 1/0 1/1, 2/0 2/1 2/2, 3/0…
	written            int   // what the draft says
	noted              int   // what the first note says that is not forgotten
}

// saverOf looks at what is saved: each time is there whole, once and in order.
func saverOf(e *Engine, name string) (s *saver, err error) {
	s = &saver{name: name}
	for learner, in := range map[string]**Store{"saver-" + name: &s.own, "common": &s.common, "notes-" + name: &s.notes} {
		if *in, err = e.Store(learner, journal.KindsOf(progress.Kinds()...)); err != nil {
			return nil, err
		}
	}
	if s.saved, s.last, err = s.times(s.own); err != nil {
		return nil, err
	}
	common, _, err := s.times(s.common)
	if err == nil && common == s.saved-1 { // it was killed in between
		_, err = s.common.Append(context.Background(), journal.Any, s.time(common)...)
	} else if err == nil && common != s.saved {
		err = fmt.Errorf("%s saved %d times, and %d times in common", name, s.saved, common)
	}
	if err != nil {
		return nil, err
	}
	draft, err := s.own.ReadBeside("draft")
	if err == nil && draft != nil {
		s.written, err = strconv.Atoi(strings.TrimRight(string(draft), " "))
	}
	if err != nil {
		return nil, err
	}
	_, err = s.notes.Read(context.Background(), 0, func(f progress.Fact) error {
		if s.noted == 0 {
			s.noted, err = strconv.Atoi(f.(progress.Setting).Value)
		}
		return err
	})
	return s, err
}

// tellThere says what is there. What was saved in its own record is by now saved in common.
func (s *saver) tellThere() {
	for what, n := range map[string]int{"saved": s.saved, "common": s.saved, "wrote": s.written, "forgot": s.noted} {
		tell("there", what, s.name, n)
	}
}

// time is the facts of the nth time.
func (s *saver) time(n int) (facts []progress.Fact) {
	for i := range n%3 + 1 {
		facts = append(facts, progress.Setting{Name: s.name, Value: fmt.Sprintf("%d/%d", n, i)})
	}
	return facts
}

// times counts how often the saver saved in a record.
func (s *saver) times(in *Store) (n int, last int64, err error) {
	var got []progress.Fact
	last, err = in.Read(context.Background(), 0, func(f progress.Fact) error {
		if set := f.(progress.Setting); set.Name == s.name {
			got = append(got, progress.Setting{Name: set.Name, Value: set.Value})
		}
		return nil
	})
	for rest := got; len(rest) > 0 && err == nil; n++ {
		of := s.time(n)
		if len(rest) < len(of) || !slices.Equal(rest[:len(of)], of) {
			return 0, 0, fmt.Errorf("time %d of %s is not there as it was saved: %v", n, s.name, got)
		}
		rest = rest[len(of):]
	}
	return n, last, err
}

// save saves for ever, and says what is saved: facts, a draft in the place of another, and a note in whose place those before it are forgotten.
func (s *saver) save() error {
	ctx := context.Background()
	for {
		saved, err := s.own.Append(ctx, s.last, s.time(s.saved)...)
		if err != nil {
			return err
		}
		s.last = progress.Seq(saved[len(saved)-1])
		tell("saved", s.name, s.saved+1)
		if _, err := s.common.Append(ctx, journal.Any, s.time(s.saved)...); err != nil {
			return err
		}
		s.saved++
		tell("common", s.name, s.saved)
		if err := s.own.WriteBeside("draft", fmt.Appendf(nil, "%-700d", s.saved)); err != nil {
			return err
		}
		tell("wrote", s.name, s.saved)
		if err := s.note(ctx); err != nil {
			return err
		}
		tell("forgot", s.name, s.saved)
		if err := s.erase(ctx); err != nil {
			return err
		}
		tell("erased", s.name, s.saved+1)
	}
}

func (s *saver) note(ctx context.Context) error {
	var before []int64
	_, err := s.notes.Read(ctx, 0, func(f progress.Fact) error { before = append(before, progress.Seq(f)); return nil })
	if err == nil {
		_, err = s.notes.Append(ctx, journal.Any, progress.Setting{Value: fmt.Sprint(s.saved)})
	}
	if err != nil {
		return err
	}
	if err := s.tellSealed(ctx, "forgot", s.notes.stream, s.notes.subject, s.notes.engine); err != nil {
		return err
	}
	return s.notes.Forget(ctx, before...)
}

// erase erases a record that is made for it.
func (s *saver) erase(ctx context.Context) error {
	made, err := s.own.engine.Store(fmt.Sprintf("made-%s-%d", s.name, s.saved), s.own.kinds)
	if err == nil {
		_, err = made.Append(ctx, 0, progress.Setting{Value: "x"})
	}
	for stream, subject := range map[string]string{keyStream: keySubject(made.learner), made.stream: made.subject} {
		if err == nil {
			err = s.tellSealed(ctx, "erased", stream, subject, made.engine)
		}
	}
	if err == nil {
		err = made.Erase(ctx)
	}
	return err
}

// tellSealed says what cannot be there any more once the saver did something more often than now.
func (s *saver) tellSealed(ctx context.Context, once, stream, subject string, e *Engine) error {
	m, _, err := e.last(ctx, stream, subject)
	if err == nil {
		tell("sealed", once, s.name, s.saved, hex.EncodeToString(m.data[len(m.data)-24:]))
	}
	return err
}
