package handout

import (
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress/paper"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
)

// TestVariantsOnPaper: each as the plan names it, with lead and facts, its own key, and a title that tells it from its siblings.
func TestVariantsOnPaper(t *testing.T) {
	p := scenariostest.Families(t)
	steps, _ := p.Bank.Family("three-steps")
	alone := steps.Variants[0].ID
	plan, err := induction.Build(p.Bank, "One thing is different", guidance.UK, 45,
		induction.Item{Situation: "a-request/from-the-ward"}, induction.Item{Situation: "a-request/numb-again"}, induction.Item{Situation: alone})
	if err != nil {
		t.Fatal(err)
	}
	of := Session{Plan: plan, Pack: p, Date: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Program: "Probity 1.0.0"}
	for kind, wants := range map[Kind][]string{
		Participants: {"1. A request at eleven: You know him from the ward…", "staff is told to the nurse in charge. You know him from the ward alone.", "2. A request at eleven: Under it he writes that his…", "Leave it unaccepted"},
		Answers:      {"The key: b", "The key: c", "He describes a stroke coming back. [as the situation says; "},
		Guide:        {"A request at eleven: Under it he writes that his…", "The key: c"},
	} {
		text := strings.Join(strings.Fields(string(paper.Markdown(made(t, kind, of)))), " ")
		text = strings.ReplaceAll(text, `\`, "")
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("the %s lacks %q:\n%s", kind, want, text)
			}
		}
		if strings.Contains(text, p.Bank.TitleOf(alone)) {
			t.Errorf("the %s tells the only variant of a family apart", kind)
		}
	}
}
