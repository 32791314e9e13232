package cohort

import (
	"reflect"
	"strings"
	"testing"

	madeup "probity/progress/cohort/invented"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// TestAPageOfATopicTellsWhatThePageOfAllTells: the same figures and no others, so that the two together give nothing away.
func TestAPageOfATopicTellsWhatThePageOfAllTells(t *testing.T) {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	report := func(topics ...string) Report {
		p := NewPool(library.Bank)
		p.Only(topics)
		for h := range madeup.Learners(library.Bank, 60, 1) {
			p.Record("another", h)
		}
		r, err := p.Report("Probity 1.0.0")
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	all, some := report(), report("boundaries")
	var want []Situation
	for _, s := range all.Situations {
		if s.Topic == "boundaries" {
			want = append(want, s)
		}
	}
	if !reflect.DeepEqual(some.Situations, want) || len(some.Topics) != 1 || some.Reliability != nil || len(some.Calibration) > 0 || some.People != all.People {
		t.Errorf("of one topic it tells %+v", some)
	}
	page := string(paper.Markdown(some.Paper()))
	if !strings.Contains(page, "Only the topic Patients and boundaries. Certainty") || strings.Contains(string(paper.Markdown(all.Paper())), "Only the topic") {
		t.Errorf("the page does not say which topic it is of\n%s", page[:min(len(page), 900)])
	}
}

// TestEachVariantHasALabelOfItsOwn, which fits a row.
func TestEachVariantHasALabelOfItsOwn(t *testing.T) {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for _, s := range library.Bank.All() {
		name := label(library.Bank, s.ID)
		if other, taken := of[name]; taken || !strings.HasSuffix(name, s.Variant) {
			t.Errorf("%s is called %q, as %s is", s.ID, name, other)
		}
		of[name] = s.ID
	}
	s := &scenarios.Situation{ID: "long/one", Family: "long", Variant: "one", Title: strings.Repeat("words and ", 20), Facts: "Facts."}
	if got := label(scenarios.NewBank(nil, nil, []*scenarios.Situation{s}), "long/one"); len([]rune(got)) > longestTitle+len(": one") || !strings.HasSuffix(got, "…: one") {
		t.Errorf("a long title is %q", got)
	}
}

// TestADiscriminationIsAWord for each of its steps.
func TestADiscriminationIsAWord(t *testing.T) {
	for r, want := range map[float64]string{-0.8: "reversed", -0.4: "reversed", 0: "little", 0.4: "clear", 0.8: "strong"} {
		if got := tells(r); got != want {
			t.Errorf("%v is %q, want %q", r, got, want)
		}
	}
}

// TestAnOptionDrawsAsItsFormatTakesIt: where several are chosen, the shares are not of one whole.
func TestAnOptionDrawsAsItsFormatTakesIt(t *testing.T) {
	for format, want := range map[string]string{
		"best": " Option f drew 80 %.", "choose": " 80 % had option f among those they chose.", "rank": " 80 % put option f first.",
	} {
		s := Situation{Format: format, Options: []Option{{Letter: "a", ID: "a", Key: true, Share: 0.9}, {Letter: "f", ID: "f", Share: 0.8}}}
		if got := s.lure(); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}
