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

// TestATurnOnPaper: what is different stands alone; what it shares with what it turns is told once.
func TestATurnOnPaper(t *testing.T) {
	p := scenariostest.Families(t)
	plan, err := induction.Build(p.Bank, "One thing is different", guidance.UK, 45, induction.Item{Situation: "a-request"}, induction.Item{Situation: "a-request/numb-again"})
	if err != nil {
		t.Fatal(err)
	}
	of := Session{Plan: plan, Pack: p, Date: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Program: "Probity 1.0.0"}
	const facts, turns = "As it was: You know him from the ward alone. As it is: Under it he writes", "What made the difference - Key b: He is a patient, and nothing more. - Key c: He needs care now."
	for kind, c := range map[Kind]struct{ once, never []string }{
		Participants: {[]string{"You are an F1.", "Leave it unaccepted", facts, "The options are those above."}, []string{"What made the difference", "He needs care now."}},
		Guide:        {[]string{"You are an F1.", "What would change your mind?", "What does the difference change", facts, turns, "To take away.", "He describes a stroke coming back."}, nil},
		Answers:      {[]string{turns, "To take away.", "The key: b", "The key: c"}, []string{"The options are those above."}},
	} {
		text := strings.ReplaceAll(strings.Join(strings.Fields(string(paper.Markdown(made(t, kind, of)))), " "), `\`, "")
		for _, want := range c.once {
			if strings.Count(text, want) != 1 {
				t.Errorf("the %s has %q %d times:\n%s", kind, want, strings.Count(text, want), text)
			}
		}
		for _, unwanted := range c.never {
			if strings.Contains(text, unwanted) {
				t.Errorf("the %s has %q", kind, unwanted)
			}
		}
	}
}
