package craft

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// bars are those of a pack that sets none.
func bars() pack.Bars {
	p, err := pack.Builtin()
	if err != nil {
		panic(err)
	}
	return p.Bars
}

func TestAFigureIsJudgedByItsBar(t *testing.T) {
	for _, c := range []struct {
		value   float64
		bar     Bar
		of      int
		verdict Verdict
		wanted  string
	}{
		{30, between(20, 45), 8, Met, "20–45 %"},
		{45, between(20, 45), 8, Met, "20–45 %"},
		{46, between(20, 45), 8, Missed, "20–45 %"},
		{19, between(20, 45), 8, Missed, "20–45 %"},
		{-25, atMost(15), 8, Met, "≤ 15 %"},
		{12.4, atLeast(12.5), 8, Missed, "≥ 12.5 %"},
		{100, atMost(15), 7, TooFew, "≤ 15 %"},
	} {
		var sh sheet
		sh.judge(Figure{Key: "x", Says: "What it is", Value: c.value, Unit: percent, Of: c.of, Bar: c.bar}, 8, "")
		if f := sh.figures[0]; f.Verdict != c.verdict || f.Wanted() != c.wanted || (len(sh.warnings) > 0) != (c.verdict == Missed) {
			t.Errorf("%v of %d is %s, wanted %s, with the warnings %v", c.value, c.of, f.Verdict, f.Wanted(), sh.warnings)
		}
	}
}

func TestThingsThatMissABarAreNamed(t *testing.T) {
	var sh sheet
	sh.each(Figure{Key: "x", Bar: atMost(2)}, []item{{"one", 1, "has 1"}, {"two", 2, "has 2"}, {"three", 3, "has 3"}, {"four", 4, "has 4"}})
	if f := sh.figures[0]; f.Value != 4 || f.Of != 4 || f.Verdict != Missed {
		t.Errorf("the figure is %+v", f)
	}
	if got := fmt.Sprint(sh.warnings); got != "[{three has 3 (≤ 2 is wanted)} {four has 4 (≤ 2 is wanted)}]" {
		t.Errorf("the warnings are %s", got)
	}
	sh.each(Figure{Key: "y", Bar: atLeast(2)}, []item{{"one", 1, "has 1"}, {"two", 2, "has 2"}})
	if f := sh.figures[1]; f.Value != 1 || f.Verdict != Missed || len(sh.warnings) != 3 {
		t.Errorf("the figure is %+v, the warnings %v", f, sh.warnings)
	}
}

// TestBarsAreCalledAsTheirFigures, in the report for machines and so in a pack: the key of a figure with _least or _most.
func TestBarsAreCalledAsTheirFigures(t *testing.T) {
	r := Check(scenariostest.Families(t), Request{Now: madeOn, Layout: paper{}})
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Figures []struct {
			Key         string
			Least, Most *float64
		}
		Bars map[string]float64
	}
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Figures) < 20 {
		t.Errorf("there are %d figures", len(report.Figures))
	}
	used := []string{"cue_most"} // the figures on cues are a list of their own
	for _, f := range report.Figures {
		for suffix, bar := range map[string]*float64{"_least": f.Least, "_most": f.Most} {
			if bar == nil {
				continue
			}
			if value, there := report.Bars[f.Key+suffix]; !there || value != *bar {
				t.Errorf("%s%s is %v beside its figure, among the bars %v", f.Key, suffix, *bar, value)
			}
			used = append(used, f.Key+suffix)
		}
	}
	for name := range report.Bars {
		if !slices.Contains(used, name) {
			t.Errorf("no figure is held to %s", name)
		}
	}
}

// TestAPacksOwnBarsCount.
func TestAPacksOwnBarsCount(t *testing.T) {
	p := *scenariostest.Families(t)
	p.Bars.CeilingFamilyMost = 70
	r := Check(&p, Request{Now: madeOn})
	if f := figure(t, r, "ceiling_family", "uk", ""); f.Verdict != Missed || !strings.Contains(fmt.Sprint(r.Warnings), "{an-order the options alone could earn 75 % (≤ 70 % is wanted)}") {
		t.Errorf("the figure is %+v, the warnings %v", f, r.Warnings)
	}
}

// TestSomeTopicsAreLookedAtAlone.
func TestSomeTopicsAreLookedAtAlone(t *testing.T) {
	p := scenariostest.Families(t)
	for topic, want := range map[string]int{"names": 5, "another": 0} {
		if r := Check(p, Request{Now: madeOn, Topics: []string{topic}}); r.Situations != want {
			t.Errorf("on %s there are %d situations, want %d", topic, r.Situations, want)
		}
	}
}

// TestFiguresAreSaidBriefly: the table that they stand in is read in a window of 80 columns.
func TestFiguresAreSaidBriefly(t *testing.T) {
	for _, f := range Check(scenariostest.Families(t), Request{Now: madeOn, Layout: paper{}}).Figures {
		if n := utf8.RuneCountInString(f.Says); n > 45 {
			t.Errorf("%q has %d characters", f.Says, n)
		}
	}
}

// TestAFamilyCountsOnceForACue.
func TestAFamilyCountsOnceForACue(t *testing.T) {
	all := families(t, 8, "Ask", "Ask") // the first option is the key of one variant in three
	for _, c := range cueFindings(all, 8) {
		if c.Situations != 8 || c.Cue == "first" && (math.Abs(c.Earned-1.0/3) > 1e-9 || !c.Leaks) {
			t.Errorf("the finding is %+v", c)
		}
	}
}
