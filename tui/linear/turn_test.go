package linear

import (
	"strings"
	"testing"

	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// request is a practice of a family, begun with a choice of one whose turn is offered; {a} and the like are letters in what is typed.
func request(t *testing.T) (desk *tutor.Tutor, hears func(typed string) string) {
	t.Helper()
	desk = tutortest.Open(t, scenariostest.Families(t))
	p, err := desk.Practices.Begin(tutor.Selection{Only: "a-request/from-the-ward"}) // the turn is its twin
	if err != nil {
		t.Fatal(err)
	}
	return desk, func(typed string) string {
		return hear(t, lettered(p, typed), func(c *Console) error { return c.Practise(desk, p) })
	}
}

// TestATurnIsHeardAfterTheFeedback: the facts as they were and as they are, the options as they stood, and what made the difference.
func TestATurnIsHeardAfterTheFeedback(t *testing.T) {
	desk, hears := request(t)
	said := hears("{b}\n2\n\n{a}\n3\n\n")
	says(t, said, "Situation 1 of 1: A request at eleven\n", "You know him from the ward alone.\n", "Marks: 1 of 1.",
		"An empty line goes on to the same situation with one thing different: would the answer be another? next goes on without it.",
		"Now one thing is different. Was: You know him from the ward alone.\nSituation 1 of 1: A request at eleven\nNow: He asks on LinkedIn, and you know him from the ward alone.\n\nWhat do you do with the request?\n",
		"Next leaves this out.\nYour answer:\n", "How sure are you?", "Saved.\n", "Marks: 0 of 1.",
		"The best answer is the same in both.\nWas: He is a patient, and nothing more.\nNow: Another platform, the same patient.\n", "An empty line goes on. more gives",
		"Summary: 1 situation, 2 answers.\n", "Look again at: A request at eleven.")
	parts := strings.Split(said, "Choose the one best answer. ")
	first, _, _ := strings.Cut(parts[1], "Your answer")
	if !strings.HasPrefix(parts[2], first) {
		t.Errorf("the options stand in another order:\n%s", said)
	}
	answers := desk.Record.History().Answers()
	if len(answers) != 2 || answers[1].Variant != "on-linkedin" || answers[1].Sure != 3 || answers[1].Sitting != answers[0].Sitting {
		t.Errorf("recorded are %+v", answers)
	}
}

func TestATurnIsPassedOver(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		heard bool
	}{
		"before it is heard":      {"next\n", false},
		"not with an empty line":  {"\n\nnext\n", true},
		"with next":               {"\nNext\n", true},
		"after what is no answer": {"\nzz\nnext\n", true},
		"by the end of the input": {"\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			desk, hears := request(t)
			said := hears("{b}\n2\n" + c.typed)
			if heard := strings.Contains(said, "Now one thing is different."); heard != c.heard {
				t.Errorf("it is heard: %v", heard)
			}
			says(t, said, "Summary: 1 situation answered.")
			lacks(t, said, "What made the difference")
			if named := strings.Contains(said, "An empty line is no answer. next leaves this out.\n"); named != (name == "not with an empty line") {
				t.Errorf("how to leave it out is said: %v", named)
			}
			if n := len(desk.Record.History().Answers()); n != 1 {
				t.Errorf("%d answers are recorded", n)
			}
		})
	}
}

// TestTheFeedbackIsHeardAgainFromTheTurn, and the turn is still open after it.
func TestTheFeedbackIsHeardAgainFromTheTurn(t *testing.T) {
	_, hears := request(t)
	says(t, hears("{b}\n2\n\nagain\n\n{b}\n2\n\n"), "Now one thing is different.", "Marks: 1 of 1.", "An empty line goes on to the same situation with one thing different", "Now one thing is different.",
		"The best answer is the same in both.", "Summary: 1 situation, 2 answers.")
}

// TestAnAnswerTakenBackIsSaidToBe wherever it is heard again: from the turn, and where the practice is carried on.
func TestAnAnswerTakenBackIsSaidToBe(t *testing.T) {
	const takenBack = "Taken back: the answer stays in the record, and counts nowhere.\n"
	desk := tutortest.Open(t, scenariostest.Families(t))
	p, err := desk.Practices.Begin(tutor.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	hear(t, "a\n2\n\na\n2\nu\nu\n", func(c *Console) error { return c.Practise(desk, p) }) // the second is the first of a family
	left, _ := desk.Practices.Unfinished()
	said := hear(t, "again\n", func(c *Console) error { return c.Practise(desk, desk.Practices.Resume(left)) })
	says(t, said, "Answered last: A request at eleven: a.\n"+takenBack, "Now one thing is different.", takenBack, "Marks: ", "Summary: 1 situation answered.\nTaken back: One answer.\n")
	lacks(t, said, "comes back for review")
}

// TestAPracticeIsCarriedOnAtTheOpenTurn, and after it at the next situation.
func TestAPracticeIsCarriedOnAtTheOpenTurn(t *testing.T) {
	desk := tutortest.Open(t, scenariostest.Families(t))
	p, err := desk.Practices.Begin(tutor.Selection{})
	if err != nil {
		t.Fatal(err)
	}
	alone := p.Sitting.Current().ID == "told-alone"
	if first := hear(t, "a\n2\n\na\n2\n", func(c *Console) error { return c.Practise(desk, p) }); !alone || strings.Count(first, "Now one thing") > 0 {
		t.Fatalf("the first is not told alone, or a turn is heard before it is asked for:\n%s", first)
	}
	resumed := func(typed string) string {
		left, _ := desk.Practices.Unfinished()
		return hear(t, typed, func(c *Console) error { return c.Practise(desk, desk.Practices.Resume(left)) })
	}
	says(t, resumed("a\n2\n"), "Answered last: A request at eleven: a.", "Now one thing is different.", "The best answer is the same in both.")
	again := resumed("")
	says(t, again, "Carrying on where you left off: 2 of 5 done.", "Answered last: A request at eleven: a.", "Situation 3 of 5", "Summary: 2 situations, 3 answers.")
	lacks(t, again, "Now one thing is different.")
}

// TestWhatTheLeadDecidesIsSaid, beside the rationale that rests on it.
func TestWhatTheLeadDecidesIsSaid(t *testing.T) {
	desk := tutortest.Open(t, scenariostest.Families(t))
	p, err := desk.Practices.Begin(tutor.Selection{Only: "a-request/numb-again"})
	if err != nil {
		t.Fatal(err)
	}
	said := hear(t, lettered(p, "{c}\n2\n"), func(c *Console) error { return c.Practise(desk, p) })
	says(t, said, "   He describes a stroke coming back.\n   What decides it is said in the situation itself, such as a policy.\n")
}
