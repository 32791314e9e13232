package tutor

import (
	"errors"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// loaded is a library with the small pack.
func loaded(t *testing.T) *Library {
	t.Helper()
	l := newLibrary(func() (*pack.Pack, error) { return small(t), nil }, nil)
	if err := l.Load().Do(); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestALibraryIsThereOnceItsTaskIsDone(t *testing.T) {
	l := newLibrary(nil, nil)
	load := l.Load()
	if err := load.Run(); err != nil || l.Pack() != nil {
		t.Errorf("%v, or the library changed away from its goroutine", err)
	}
	if load.Done(nil); l.Pack() == nil {
		t.Error("it is not there")
	}
	broken := newLibrary(func() (*pack.Pack, error) { return nil, errors.New("broken") }, nil)
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

// TestAReportSaysWhatWasOnTheScreen: which variant it was, and answer and key by the letters that the learner saw.
func TestAReportSaysWhatWasOnTheScreen(t *testing.T) {
	families := scenariostest.Families(t)
	for id, c := range map[string]struct {
		in     *pack.Pack
		shown  string // the options in order
		chosen []string
		want   string
	}{
		"a-request": {small(t), "cadb", []string{"a"}, "Situation a-request, revision 1, library 0.0.1. The options as I saw them, each with its id in the file: a (c), b (a), c (d), d (b). My answer: b; the key: d."},
		"two-views": {small(t), "ba", []string{"a"}, "Situation two-views, revision 1, library 0.0.1. The options as I saw them, each with its id in the file: a (b), b (a). My answer: b."},
		"a-request/numb-again": {families, "bcad", []string{"d"}, "Situation a-request/numb-again, revision 1, library 0.0.1. " +
			"Its facts: “Under it he writes that his left hand …”. The options as I saw them, each with its id in the file: a (b), b (c), c (a), d (d). My answer: d; the key: b."},
		"four-ways/from-grace": {families, "dabc", []string{"a=1", "b=2", "c=3", "d=4"}, "Situation four-ways/from-grace, revision 1, library 0.0.1. " +
			"Its facts: “It is from Grace.”. The options as I saw them, each with its id in the file: a (d), b (a), c (b), d (c). My answer: a=4 b=1 c=2 d=3; the key: a=4 b=4 c=1 d=2."},
		"an-order/on-the-record": {families, "edcba", []string{"c", "a", "e", "d", "b"}, "Situation an-order/on-the-record, revision 1, library 0.0.1. " +
			"Its facts: “It is for the front page.”. The options as I saw them, each with its id in the file: a (e), b (d), c (c), d (b), e (a). My answer: c e a b d; the key: e d a b c."},
	} {
		l := newLibrary(func() (*pack.Pack, error) { return c.in, nil }, nil)
		if err := l.Load().Do(); err != nil {
			t.Fatal(err)
		}
		s, _ := c.in.Bank.Situation(id)
		lines := s.Format.Begin(s, strings.Split(c.shown, "")).Lines()
		if got := l.Report(scenarios.Outcome{Situation: s, Chosen: c.chosen}, lines); got != c.want+" What seems wrong to me: …" {
			t.Errorf("%s: %s", id, got)
		}
	}
}

func TestTheFactsInAReportHaveOneKindOfQuotationMarksAroundThem(t *testing.T) {
	s, _ := scenariostest.Families(t).Bank.Situation("four-ways/from-grace")
	quoted := *s
	quoted.Facts = "“Sorry,” she says. It is from Grace."
	got := loaded(t).Report(scenarios.Outcome{Situation: &quoted, Chosen: s.Key}, s.Format.Begin(&quoted, s.OptionIDs()).Lines())
	if want := "Its facts: “‘Sorry,’ she says. It is from Grace.”."; !strings.Contains(got, want) {
		t.Errorf("%q, want %q in it", got, want)
	}
}

// TestWhatIsCitedFirstDecides among what holds in a country: a regulator's rule beside it does not go before advice that the answer rests on.
func TestWhatIsCitedFirstDecides(t *testing.T) {
	advice := &guidance.Clause{Source: &guidance.Source{Jurisdiction: guidance.UK, Status: guidance.Advice}}
	rule := &guidance.Clause{Source: &guidance.Source{Jurisdiction: guidance.UK, Status: guidance.InForce}}
	old := &guidance.Clause{Source: &guidance.Source{Jurisdiction: guidance.UK, Status: guidance.Superseded}}
	if remote(advice, guidance.UK) != remote(rule, guidance.UK) || remote(old, guidance.UK) <= remote(advice, guidance.UK) {
		t.Error("advice is further away than a rule, or as far as what is superseded")
	}
	if remote(rule, guidance.Ireland) <= remote(old, guidance.UK) {
		t.Error("another country's rule is as near as one's own")
	}
}
