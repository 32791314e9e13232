package tutor

import (
	"errors"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// loaded is a library with the small pack.
func loaded(t *testing.T) *Library {
	t.Helper()
	l := newLibrary(func() (*pack.Pack, error) { return small(t), nil })
	if err := l.Load().Do(); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestALibraryIsThereOnceItsTaskIsDone(t *testing.T) {
	l := newLibrary(nil)
	load := l.Load()
	if err := load.Run(); err != nil || l.Pack() != nil {
		t.Errorf("%v, or the library changed away from its goroutine", err)
	}
	if load.Done(nil); l.Pack() == nil {
		t.Error("it is not there")
	}
	broken := newLibrary(func() (*pack.Pack, error) { return nil, errors.New("broken") })
	if err := broken.Load().Do(); err == nil || broken.Pack() != nil {
		t.Errorf("%v, or there is half a library", err)
	}
}

// TestWhatTheCountrySaysIsCitedFirst, and of that first what decides the key.
func TestWhatTheCountrySaysIsCitedFirst(t *testing.T) {
	l := loaded(t)
	ids := func(clauses []*guidance.Clause) string {
		var all []string
		for _, c := range clauses {
			all = append(all, c.ID)
		}
		return strings.Join(all, " ")
	}
	s, _ := l.Pack().Bank.Situation("a-thread")
	for country, want := range map[guidance.Jurisdiction][3]string{
		guidance.UK:      {"new/1 irish/1", "new/2", "new/1 new/2 irish/1"},
		guidance.Ireland: {"irish/1 new/1", "new/2", "irish/1 new/1 new/2"},
	} {
		deciding, also := l.Cited(country, s)
		if got := [3]string{ids(deciding), ids(also), ids(l.CitedIn(country, s))}; got != want {
			t.Errorf("%s: %q, want %q", country, got, want)
		}
	}
}

func TestWhatIsGoneIsNamedByItsID(t *testing.T) {
	l := loaded(t)
	for got, want := range map[string]string{
		l.TitleOf("a-request"): "A request after clinic", l.TitleOf("a-rumour"): "a-rumour (no longer in the library)",
		l.TopicTitle("boundaries"): "Boundaries", l.TopicTitle("gossip"): "gossip",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAReportSaysWhatWasAnswered(t *testing.T) {
	l := loaded(t)
	for id, want := range map[string]string{
		"a-request": "Situation a-request, revision 1, library 0.0.1. My answer: a; the key: b. What seems wrong to me: …",
		"two-views": "Situation two-views, revision 1, library 0.0.1. My answer: a. What seems wrong to me: …",
	} {
		s, _ := l.Pack().Bank.Situation(id)
		if got := l.Report(scenarios.Outcome{Situation: s, Chosen: []string{"a"}}); got != want {
			t.Errorf("%q", got)
		}
	}
}
