package stream

import (
	"errors"
	"testing"
)

// TestTheFirstFactsAreNotSavedTwice: they are there, and then it cannot be found out whether the record is still theirs.
func TestTheFirstFactsAreNotSavedTwice(t *testing.T) {
	e, l := overALine(t)
	s := store(t, e, "learner")
	must(s.begun(t.Context()))(t)
	l.lose(asking("MSG.GET." + keyStream))
	_, err := s.Append(t.Context(), 0, settings("a")...)
	unsaved(t, err)
	l.lose(nil)
	_, err = s.Append(t.Context(), 0, settings("a", "b")...)
	check(t, err)
	holds(t, s, "1a", "2b")
}

// TestTheFirstFactsOfARecordThatWasErasedDoNotStay, whenever it is found out that it was.
func TestTheFirstFactsOfARecordThatWasErasedDoNotStay(t *testing.T) {
	e, l := overALine(t)
	s := store(t, e, "learner")
	must(s.begun(t.Context()))(t)
	check(t, store(t, e, "learner").Erase(t.Context()))
	l.lose(asking("MSG.GET." + keyStream))
	_, err := s.Append(t.Context(), 0, settings("a")...)
	unsaved(t, err)
	l.lose(nil)
	if _, err = s.Append(t.Context(), 0, settings("a")...); !errors.Is(err, ErrErased) {
		t.Errorf("once it can be found out: %v", err)
	}
	if m, there := must2(e.last(t.Context(), s.stream, s.subject))(t); there {
		t.Errorf("%d stays", m.place)
	}
}

// TestAnAnswerThatKnowsLessErasesNothing: a node that led the stream, was cut off or held up, and does not know yet that another leads it now, answers as
// things were. Only where the key is gone was a record erased.
func TestAnAnswerThatKnowsLessErasesNothing(t *testing.T) {
	e := embedded(t, t.TempDir())
	for name, there := range map[string][]string{"some": {"a"}, "none": nil} {
		t.Run(name, func(t *testing.T) {
			now := store(t, e, name)
			must(now.begun(t.Context()))(t)
			var was int64
			if there != nil {
				_, err := now.Append(t.Context(), 0, settings(there...)...)
				check(t, err)
				was = 1
			}
			s := store(t, e, name)
			s.learn(end{place: 1000, number: was + 1}) // of which the node that is asked has not heard
			if _, err := s.Read(t.Context(), 0, nil); !errors.Is(err, errUnreachable) {
				t.Errorf("reading: %v", err)
			}
			_, err := s.Append(t.Context(), was+1, settings("c")...)
			unsaved(t, err)
			_, known, gone := s.what()
			if gone || known.place != 1000 {
				t.Errorf("what was known is not: %v, %v", known, gone)
			}
		})
	}
}
