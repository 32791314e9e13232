package report

import (
	"bytes"
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress/cohort"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/induction/box"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// TestHowMindsChanged: whole ways from five people on, the others as one sum, and no number below five.
func TestHowMindsChanged(t *testing.T) {
	p := scenariostest.Pack(t)
	best, _ := p.Bank.Situation("best")
	ballot := best.Format.Ballot(best, "")
	for want, flow := range map[string]box.Flow{
		"9 moved from b to a, 6 moved from c to a and 14 stayed":                        {Stayed: 14, Moves: []box.Move{{From: "b", To: "a", Phones: 9}, {From: "c", To: "a", Phones: 6}}},
		"9 moved from b to a, fewer than five in other ways and fewer than five stayed": {Stayed: 4, Moves: []box.Move{{From: "b", To: "a", Phones: 9}}, Others: 1},
		"7 moved, at most four of them the same way and nobody stayed":                  {Others: 7},
		"nobody moved and 30 stayed":                                                    {Stayed: 30},
	} {
		s := induction.Shift{Situation: best, Ballot: ballot, Tally: induction.Tally{Flow: flow}}
		if got := moved(s); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
		r := Report{pack: p, Shifts: []induction.Shift{s}, Plan: plan(t, p)}
		if text := string(paper.Markdown(paper.Document{Blocks: r.flow()})); !strings.Contains(text, want) {
			t.Errorf("it is not on the page: %s", text)
		}
	}
	if blocks := reported(t, held(t, p, 12, shifting), p).flow(); blocks != nil {
		t.Errorf("hands show a flow: %v", blocks)
	}
}

// TestWherePhonesVotedTheReportSpeaksOfVotes, and of hands where there was nothing else.
func TestWherePhonesVotedTheReportSpeaksOfVotes(t *testing.T) {
	p := scenariostest.Pack(t)
	for want, byPhone := range map[string]bool{"votes": true, "hands": false} {
		facts := held(t, p, 12, shifting)
		for i, f := range facts {
			if c, ok := f.(induction.Counted); ok && byPhone {
				c.Phones = c.Votes
				facts[i] = c
			}
		}
		text := string(paper.Markdown(reported(t, facts, p).Paper()))
		for _, s := range []string{"The key lost " + want + " in the discussion", "At least a quarter of the " + want + " each"} {
			if !strings.Contains(text, s) {
				t.Errorf("it does not say %q: %s", s, text)
			}
		}
	}
}

// TestFlowAndWhatFollowedKeepToThePage, of the longest agenda with phones in every vote and everything to follow up.
func TestFlowAndWhatFollowedKeepToThePage(t *testing.T) {
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range induction.Audiences() {
		for _, minutes := range induction.Lengths() {
			plan, err := induction.Agenda(p.Bank, a, guidance.UK, minutes)
			if err != nil {
				t.Fatal(err)
			}
			r := reported(t, through(t, p, plan, 40, func(int, int) int { return 1 }), p)
			for i, s := range r.Shifts {
				c := s.Ballot.Choices
				r.Shifts[i].Flow = box.Flow{Stayed: 14, Moves: []box.Move{{From: c[0].ID, To: c[1].ID, Phones: 9}, {From: c[1].ID, To: c[2].ID, Phones: 6}}, Others: 4}
			}
			pdf, err := paper.PDF(r.Paper())
			if n := bytes.Count(pdf, []byte("/Type /Page\n")); err != nil || n != 1 {
				t.Errorf("%s, %d minutes: %d pages, %v", a, minutes, n, err)
			}
			r.Later = &cohort.Report{}
			if text := string(paper.Markdown(r.Paper())); !strings.Contains(text, "too few people have answered it since to tell") {
				t.Errorf("that nobody met it since is not told:\n%s", text)
			}
		}
	}
}

// TestHowItWentSince: each variant of what is followed up that enough people have met, and a family once.
func TestHowItWentSince(t *testing.T) {
	p := scenariostest.Families(t)
	plan, err := induction.Build(p.Bank, "One thing is different", guidance.UK, 45,
		induction.Item{Situation: "a-request/from-the-ward"}, induction.Item{Situation: "a-request/numb-again"}, induction.Item{Situation: "told-alone"})
	if err != nil {
		t.Fatal(err)
	}
	r := reported(t, through(t, p, plan, 12, func(int, int) int { return 3 }), p)
	r.Later = &cohort.Report{People: 10, Situations: []cohort.Situation{
		{ID: "a-request/numb-again", Title: p.Bank.TitleOf("a-request/numb-again"), People: cohort.Count{N: 10}, Facility: cohort.Share{Value: 0.5}, Chance: 0.25},
		{ID: "three-steps", Title: "Three steps", People: cohort.Count{N: 10}},
	}}
	text := string(paper.Markdown(paper.Document{Blocks: r.later()}))
	for _, want := range []string{"A request at eleven: Under it he writes that his…: 10 people had about 50 % of the marks; chance brings 25 %.",
		p.Bank.TitleOf(scenarios.Join("told-alone", "")) + ": too few people"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q stands there %d times:\n%s", want, strings.Count(text, want), text)
		}
	}
	if strings.Contains(text, "Three steps") {
		t.Errorf("it tells of what was not followed up:\n%s", text)
	}
	r.FollowUp = nil
	if r.later() != nil {
		t.Error("nothing is to follow up, and something is told of it")
	}
}
