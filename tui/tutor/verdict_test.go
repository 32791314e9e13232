package tutor

import (
	"slices"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// TestAnAnswerHasOneVerdict: that of the practice, and the same when the record has it. A rating is marked out of 16 here, and chance
// brings 6 of them.
func TestAnAnswerHasOneVerdict(t *testing.T) {
	rating, _ := scenariostest.Pack(t).Bank.Situation("rate")
	best, _ := scenariostest.Pack(t).Bank.Situation("best")
	for _, c := range []struct {
		of    *scenarios.Situation
		marks float64
		blank bool
		want  string
		how   Standing
	}{
		{best, 1, false, "✓ right", Right},
		{best, 0, false, "✗ not the best answer", Wrong},
		{best, 0, true, "– left blank", Wrong},
		{rating, 16, false, "✓ right", Right},
		{rating, 12, false, "✓ nearly all of it", Right},
		{rating, 8, false, "◐ part of the way", Partly},
		{rating, 6, false, "✗ not this time", Wrong},
	} {
		m := scenarios.Marking{Marks: c.marks, Of: 16, Chance: 6.0 / 16}
		if c.of == best {
			m.Of, m.Chance = 1, 0.25
		}
		chosen := slices.Clone(c.of.Key)
		if c.blank {
			chosen = nil
		}
		out := scenarios.Outcome{Situation: c.of, Chosen: chosen, Marking: m}
		recorded := progress.Answer{Format: c.of.Format.Name(), Chosen: chosen, Marks: m.Marks, Of: m.Of, Chance: m.Chance}
		for name, v := range map[string]Verdict{"given": Judge(out), "recorded": JudgeAnswer(recorded)} {
			if v.Said() != c.want || v.Standing != c.how {
				t.Errorf("%v of %v, %s: %q, %v; want %q, %v", m.Marks, m.Of, name, v.Said(), v.Standing, c.want, c.how)
			}
		}
		out.Undone = true
		if v := Judge(out); v.Standing != Unjudged {
			t.Errorf("an answer that is taken back is judged: %q", v.Said())
		}
	}
}

// TestWhatHasNoMarksIsNotJudged: a discussion, what is to compare, and what this program does not know.
func TestWhatHasNoMarksIsNotJudged(t *testing.T) {
	views, _ := scenariostest.Pack(t).Bank.Situation("discuss")
	best, _ := scenariostest.Pack(t).Bank.Situation("best")
	for want, v := range map[string]Verdict{
		"there is no right answer here": Judge(scenarios.Outcome{Situation: views, Chosen: []string{"a"}}),
		"to compare, not scored":        Judge(scenarios.Outcome{Situation: best, Chosen: []string{"a"}}),
		"not scored":                    JudgeAnswer(progress.Answer{Format: "drawing", Chosen: []string{"a"}, Marks: 1, Of: 1}),
	} {
		if v.Said() != want || v.Standing != Unjudged {
			t.Errorf("it is %q, %v; want %q", v.Said(), v.Standing, want)
		}
	}
}

// TestWhatWasAnsweredCanBeShownAgain: in its order, with the options as they were dealt, and a turn with what it is a turn of.
func TestWhatWasAnsweredCanBeShownAgain(t *testing.T) {
	tutor := families(t, Options{Dir: t.TempDir()}, starting(), 7)
	p := begin(t, tutor, Selection{Only: "a-request/numb-again"})
	dealt := p.Sitting.Attempt().Lines()
	right(t, p)
	first := p.Sitting.Current()
	p.Sitting.Turn()
	right(t, p)
	all := p.Answered()
	if len(all) != 2 || all[0].Before != nil || all[1].Before != first || all[0].Report == "" {
		t.Fatalf("what was answered is %+v", all)
	}
	for i, line := range all[0].Lines {
		if line.ID != dealt[i].ID || line.Letter != dealt[i].Letter {
			t.Errorf("option %d is %s %s, dealt as %s %s", i, line.Letter, line.ID, dealt[i].Letter, dealt[i].ID)
		}
	}
}
