// Reading: the messages of one learner, however many others there are.

package stream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"probity/progress"
	"probity/progress/journal/tables"
)

// Read asks for the learner's messages alone, and for those alone that are new if what stands before them is known.
func (s *Store) Read(ctx context.Context, after int64, deliver func(progress.Fact) error) (last int64, err error) {
	facts, at, err := s.read(ctx, after)
	if err != nil {
		return 0, notDone("reading your record", err)
	}
	for _, f := range facts {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if err := deliver(f); err != nil {
			return 0, err
		}
	}
	s.learn(at)
	return at.number, nil
}

func (s *Store) read(ctx context.Context, after int64) ([]progress.Fact, end, error) {
	l, there, err := s.live(ctx)
	if err == nil && there {
		var at end
		if at, _, err = s.look(ctx, l); err == nil && at.place > 0 {
			return s.readUpTo(ctx, l, after, at)
		}
	}
	if errors.Is(err, errErased) {
		err = nil
	}
	return nil, end{}, err
}

func (s *Store) readUpTo(ctx context.Context, l life, after int64, at end) ([]progress.Fact, end, error) {
	from := uint64(1)
	if _, known, _ := s.what(); known.place > 0 && known.number <= after && known.rewrote == at.rewrote {
		if known.place == at.place {
			return nil, at, nil
		}
		from = known.place + 1
	}
	found, err := s.engine.all(ctx, s.stream, s.subject, from, at.place)
	if err != nil {
		return nil, end{}, err
	}
	record, err := s.sort(l, found)
	if err != nil {
		return nil, end{}, err
	}
	var facts []progress.Fact
	for _, m := range record.facts {
		if m.number <= after {
			continue
		}
		f, err := s.decode(l, m)
		if err != nil {
			return nil, end{}, err
		}
		if f != nil {
			facts = append(facts, f)
		}
	}
	return facts, record.end, nil
}

// decode returns the fact of a message; nil for a kind that is not known.
func (s *Store) decode(l life, m labelled) (progress.Fact, error) {
	text, err := l.open(s.subject, m.data)
	if err != nil {
		return nil, err
	}
	piece := tables.Parse(s.kinds, text)
	if piece.Problem != nil {
		return nil, fmt.Errorf("fact %d: %w", m.number, piece.Problem)
	}
	return piece.Fact, nil
}

// labelled is a message and what it says openly.
type labelled struct {
	message
	label
}

// sorted is what the messages of a record amount to.
type sorted struct {
	facts   []labelled // those that count
	dropped []labelled // those that were forgotten or stand there twice, and are still there
	notes   []labelled // that facts were forgotten
	end     end
}

// sort tells the messages of a record apart. What is not of its life is passed over. A message may stand there twice where it was given
// again while the stream's leader changed: a new one may not know yet what the old one took in.
func (s *Store) sort(l life, found []message) (r sorted, err error) {
	var facts []labelled
	out := map[uint64]bool{} // where facts stand that do not count
	for _, m := range found {
		as, _, err := decodeLabel(m.data)
		if err != nil {
			return sorted{}, err
		}
		if as.life != l.number {
			continue
		}
		r.end = end{m.place, as.number, as.rewrote}
		if as.kind == fact {
			same := func(other labelled) bool { return bytes.Equal(other.data, m.data) }
			out[m.place] = len(facts) > 0 && as.number <= facts[len(facts)-1].number && slices.ContainsFunc(facts, same)
			facts = append(facts, labelled{m, as})
			continue
		}
		places, err := s.forgotten(l, m)
		if err != nil {
			return sorted{}, err
		}
		for _, place := range places {
			out[place] = true
		}
		r.notes = append(r.notes, labelled{m, as})
	}
	for _, m := range facts {
		if out[m.place] {
			r.dropped = append(r.dropped, m)
		} else {
			r.facts = append(r.facts, m)
		}
	}
	return r, nil
}

// forgotten returns where the facts stood that a message says were forgotten.
func (s *Store) forgotten(l life, m message) ([]uint64, error) {
	text, err := l.open(s.subject, m.data)
	if err != nil {
		return nil, err
	}
	return decodePlaces(text)
}
