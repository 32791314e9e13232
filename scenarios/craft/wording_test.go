package craft

import (
	"fmt"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
)

func TestWhatIsAReasonAJointAndABan(t *testing.T) {
	for text, want := range map[string][3]bool{
		"Decline, as you hardly know her":                 {true, true, false},
		"Decline as she was a patient":                    {true, false, false},
		"Decline because it is late":                      {true, false, false},
		"Tell her, so that she knows":                     {true, true, false},
		"Leave the reel as it is":                         {false, false, false},
		"Answer as soon as possible":                      {false, false, false},
		"Take it down and report it":                      {false, true, false},
		"Reply that doctors may not speak of this":        {false, false, true},
		"Say that they have no business to ask":           {false, false, true},
		"Ask whether he may join, but not tonight":        {false, true, false},
		"Answer Sam on Teams instead of the android demo": {false, false, false},
	} {
		if got := [3]bool{reason().MatchString(text), joint().MatchString(text), forbids().MatchString(text)}; got != want {
			t.Errorf("%q has a reason, another clause, a ban: %v, want %v", text, got, want)
		}
	}
}

// families makes so many families of one best answer of five, of which the last two options are never the key, and those that are
// and those that are not have texts of their own.
func families(t *testing.T, n int, ever, never string) []*scenarios.Family {
	var all []*scenarios.Family
	for i := range n {
		f := turning(t, "best", 5, "a", "b", "c")
		f.ID = fmt.Sprint("family-", i)
		for _, s := range f.Variants {
			for k := range s.Options {
				s.Options[k].Text = ever
				if k > 2 {
					s.Options[k].Text = never
				}
				s.Options[k].Cites = []string{fmt.Sprintf("clause/%d-%s", i, s.Variant)}
			}
		}
		all = append(all, f)
	}
	return all
}

// judged is the figures of families by their keys, and the warnings.
func judgedFor(all []*scenarios.Family) (map[string]Figure, string) {
	rules := &guidance.Source{ID: "clause", Clauses: []*guidance.Clause{{ID: "clause/safety", Topic: "concerns"}, {ID: "clause/name", Topic: "names"}}}
	sh := sheet{bars: bars(), guidance: guidance.NewLibrary([]*guidance.Source{rules}, nil)}
	sh.country(all, guidance.UK)
	out := map[string]Figure{}
	for _, f := range sh.figures {
		out[f.Key] = f
	}
	return out, fmt.Sprint(sh.warnings)
}

// TestTheWordingOfKeysAndOthersIsCompared over all families together.
func TestTheWordingOfKeysAndOthersIsCompared(t *testing.T) {
	const plain = "Tell the consultant of it"
	for name, c := range map[string]struct {
		n           int
		ever, never string
		missed      string // keys of figures
	}{
		"alike":                       {8, plain, plain, ""},
		"others argue":                {8, plain, "Say no because of it", "reasons"},
		"keys have two clauses":       {8, "Ask her, and tell", "Ask for it today", "clauses"},
		"keys are long":               {8, plain, "Ask her", "length"},
		"too few to say":              {7, plain, "No, because", ""},
		"all of them forbid":          {8, "That is not allowed", "That is not allowed", "forbidding"},
		"others alone forbid, but so": {8, "It is not yet time to ask", "It is not allowed to ask", "forbidding"},
	} {
		t.Run(name, func(t *testing.T) {
			figures, warned := judgedFor(families(t, c.n, c.ever, c.never))
			for _, key := range []string{"reasons", "clauses", "length", "forbidding"} {
				if missed := figures[key].Verdict == Missed; missed != (key == c.missed) {
					t.Errorf("%s: %+v %s", key, figures[key], warned)
				}
				if few := figures[key].Verdict == TooFew; few != (c.n < 8) {
					t.Errorf("%s of %d families is %s", key, c.n, figures[key].Verdict)
				}
			}
		})
	}
}

// TestWhereEveryOptionIsAKeyOnceNothingIsCompared: there is nothing that a guesser could tell them from.
func TestWhereEveryOptionIsAKeyOnceNothingIsCompared(t *testing.T) {
	var all []*scenarios.Family
	for range 8 {
		f := turning(t, "best", 4, "a", "b", "c", "d")
		for _, s := range f.Variants {
			s.Options[0].Text = "Decline, because it is late"
		}
		all = append(all, f)
	}
	figures, warned := judgedFor(all)
	for _, key := range []string{"reasons", "clauses", "length"} {
		if f, told := figures[key]; told {
			t.Errorf("%s is %+v %s", key, f, warned)
		}
	}
}

// TestOptionsThatAreNeverAKeyAreCounted in each family.
func TestOptionsThatAreNeverAKeyAreCounted(t *testing.T) {
	for name, c := range map[string]struct {
		family *scenarios.Family
		key    string
		want   float64
		missed bool
	}{
		"three keys of five":     {turning(t, "best", 5, "a", "b", "c"), "never_keyed_one", 2, false},
		"two keys of five":       {turning(t, "best", 5, "a", "b"), "never_keyed_one", 3, true},
		"five keyed of eight":    {turning(t, "choose", 8, "a b c", "a d e"), "never_keyed_several", 3, false},
		"four keyed of eight":    {turning(t, "choose", 8, "a b c", "a b d"), "never_keyed_several", 4, true},
		"a key of two, of seven": {turning(t, "choose", 7, "a b", "c d"), "never_keyed_several", 3, false},
	} {
		figures, warned := judgedFor([]*scenarios.Family{c.family})
		if f := figures[c.key]; f.Value != c.want || (f.Verdict == Missed) != c.missed || strings.Contains(warned, "in no variant's key") != c.missed {
			t.Errorf("%s: %+v %s", name, f, warned)
		}
	}
}

// TestOneClauseMayNotDecideEverything: but in its own topic a clause may decide as often as it likes.
func TestOneClauseMayNotDecideEverything(t *testing.T) {
	for _, c := range []struct {
		clause string
		n      int
		value  float64
		missed bool
	}{
		{"clause/safety", 3, 12.5, false}, {"clause/safety", 4, 16.7, true}, {"clause/name", 8, 0, false}, {"clause/unknown", 8, 0, false},
	} {
		all := families(t, 8, "Ask", "Ask") // 24 variants, of the topic names
		for i := range c.n {
			all[i].Variants[0].Options[0].Cites = []string{c.clause, "clause/other"}
		}
		figures, warned := judgedFor(all)
		says := fmt.Sprintf("%s decides %d of 24 outside its own topic", c.clause, c.n)
		if f := figures["one_clause"]; f.Value != c.value || (f.Verdict == Missed) != c.missed || strings.Contains(warned, says) != c.missed {
			t.Errorf("%s decides %d of 24: %+v %s", c.clause, c.n, f, warned)
		}
	}
}
