package exchange_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/pack"
)

func library(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// about is what the tests say of the packs that they make.
var about = exchange.About{ID: "ward", Title: "From the ward", Countries: []guidance.Jurisdiction{guidance.UK}}

// TestSituationsComeBackAsTheyWere: what a question can hold of a situation is there again, with the same key. It cites nothing: that a
// platform doesn't keep.
func TestSituationsComeBackAsTheyWere(t *testing.T) {
	p := library(t)
	scored := slices.DeleteFunc(slices.Clone(p.Bank.All()), func(s *scenarios.Situation) bool { return !s.Format.Scored() })
	d, lost := exchange.Draft(exchange.Questions(p, scored), about)
	for _, l := range lost {
		if !strings.Contains(l.Says, "answers have no feedback") { // rankings and ratings have their reasons together
			t.Errorf("%s: %s", l.Question, l.Says)
		}
	}
	settled, err := exchange.Settle(d, p)
	if err != nil || len(settled.Situations) != len(scored) {
		for _, u := range settled.Unfinished {
			t.Errorf("%s is put aside: %q", u.ID, u.Lacks)
		}
		t.Fatal(err)
	}
	for i, s := range scored {
		back := settled.Situations[i]
		if back.Format != s.Format || back.Ask != plain(s.Ask) || plain(back.Stem) != plain(s.Stem) || back.Level != s.Level || back.Setting != s.Setting {
			t.Errorf("%s came back as %+v", s.ID, back)
		}
		if got, want := keyed(back), keyed(s); !slices.Equal(got, want) {
			t.Errorf("%s has another key:\n%q\n%q", s.ID, got, want)
		}
	}
}

// plain is a text as it reads, on one line.
func plain(markdown string) string { return strings.Join(strings.Fields(markup.ToPlain(markdown)), " ") }

// keyed is what the key says of each option, by its words, and why where the format's questions hold that.
func keyed(s *scenarios.Situation) []string {
	var out []string
	for _, o := range s.Options {
		says := fmt.Sprintf("%s: %s", strings.Join(strings.Fields(o.Text), " "), s.Format.KeyOf(s, o.ID))
		if s.Format.Outright() {
			says += ": " + strings.Join(strings.Fields(o.Why), " ")
		}
		out = append(out, says)
	}
	slices.Sort(out)
	return out
}
