package linear

import (
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/tui/cells"
	"probity/tui/tutor"
)

// TestSevenWordsMeanTheSameAtEveryPrompt: at a question, at how sure, below a feedback, at a yes or no, among choices, in a list.
func TestSevenWordsMeanTheSameAtEveryPrompt(t *testing.T) {
	practised := func(before string) func(string) string {
		return func(typed string) string { return open(t, doctor).practise("a-request", before+typed) }
	}
	asked := func(asks func(*Console)) func(string) string {
		return func(typed string) string { return hear(t, typed, func(c *Console) error { asks(c); return nil }) }
	}
	for _, c := range []struct {
		name  string
		puts  string                    // what the prompt puts
		hears func(typed string) string // what is said there
	}{
		{"a question", "Situation 1 of 1: A request after clinic\n", practised("")},
		{"how sure", "How sure are you?", practised("a\n")},
		{"a feedback", "An empty line goes on.", practised("a\n2\n")},
		{"a reflection", "Who is among your friends?\n", practised("a\n2\nr\n")},
		{"a yes or no", "Erase it? (y or n)\n", asked(func(c *Console) { c.Confirm("Erase it?") })},
		{"choices", "Where is it?\n1. Here\n2. There\n", asked(func(c *Console) { c.choose("Where is it?", "Here", "There") })},
		{"a list", "Places:\n1. Here\n2. There\n", asked(func(c *Console) { c.Pick("Places", []Choice{{Name: "Here"}, {Name: "There"}}) })},
	} {
		t.Run(c.name, func(t *testing.T) {
			if once, twice := strings.Count(c.hears(""), c.puts), strings.Count(c.hears("repeat\n"), c.puts); twice != once+1 {
				t.Errorf("put %d times, and with repeat %d", once, twice)
			}
			says(t, c.hears("help\n"), "At every prompt:\n", "repeat: says this again.\n", "stop: leaves Probity.\n")
			lacks(t, c.hears("MORE\n"), "Please answer", "can't be used")
			lacks(t, c.hears("options\nmore\nrepeat\nhelp\nstop\na\n3\n\n"), "Please answer", "can't be used", "That is none of these")
			if after := c.hears("stop\na\n2\n\nu\n"); strings.Contains(after, "Taken back") {
				t.Errorf("it goes on after stop:\n%s", after)
			}
		})
	}
}

// TestBackIsOneStep: from how sure to the question, with the answer not given; from a reflection to the feedback, with what is written kept; from
// a question out of the practice, which is left.
func TestBackIsOneStep(t *testing.T) {
	d := open(t, doctor)
	says(t, d.practise("a-request", "a\nback\nb\n3\n\n"), "How sure are you?", "Your answer is not given yet. Your answer:\n", "How sure are you?", "Saved.", "Marks: ")
	if got := d.saved().Answers(); len(got) != 1 || got[0].Sure != 3 {
		t.Errorf("recorded are %+v", got)
	}
	d = open(t, doctor)
	says(t, d.practise("a-request", "a\n2\nr\nAsk first.\nback\n\n"), "Summary: 1 situation answered.")
	if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != "Ask first." {
		t.Errorf("recorded are %+v", kept)
	}
	d = open(t, doctor)
	says(t, d.practise("a-request", "back\na\n"), "Left: nothing was answered.")
	if got := d.saved().Answers(); len(got) != 0 {
		t.Errorf("recorded are %+v", got)
	}
}

// TestWhatIsOfNoUseIsAnsweredWithWhatWouldBe, and with the word that was perhaps meant.
func TestWhatIsOfNoUseIsAnsweredWithWhatWouldBe(t *testing.T) {
	says(t, open(t, doctor).practise("a-request", "hlep\nab\na\nmroe\n2\nskip\nrepaet\n"),
		"Type its letter, such as b.", "Please answer again. Did you mean help?", "Please answer again.\n", "Please answer 1, 2 or 3, or with an empty line. Did you mean more?",
		"Please answer with an empty line, more, changed, reflect, bookmark, undo or wrong.\n", "undo or wrong. Did you mean repeat?")
}

// TestAWordInQuotationMarksIsText.
func TestAWordInQuotationMarksIsText(t *testing.T) {
	d := open(t, doctor)
	d.practise("a-request", "a\n2\nr\n\"stop\"\n.\n")
	if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != "stop" {
		t.Errorf("recorded are %+v", kept)
	}
}

// TestHomeIsThereAgainAfterEachThing, until the learner stops or the input ends; a line is called by its number, its name or the first letters.
func TestHomeIsThereAgainAfterEachThing(t *testing.T) {
	d := open(t, doctor)
	said := hear(t, "prog\n\nPractise\nall\nback\nback\n9999\npr\nzebra\nassses\nstop\n", func(c *Console) error { return c.Home(d.Tutor) })
	says(t, said, "1. Today: try one now, about 1 minute; in all 4 new, about 4 minutes\n2. Practise: ", "Assess: a whole sitting", "\nHome. Which one?", "Practise:\n1. 5 minutes: 5 situations, about 5 minutes\n",
		"Situation 1 of 5", "Left: nothing was answered.", "\nPractise. Which one?", "\nHome. Which one?", "That is none of these: give a number from 1 to ",
		"That begins more than one: Practise, Progress. Give some letters more, or a number.\n", "That is none of these", "Did you mean assess?")
	if n := strings.Count(hear(t, "", func(c *Console) error { return c.Home(d.Tutor) }), "Today"); n != 1 {
		t.Errorf("at the end of the input home is there %d times", n)
	}
}

// TestHomeSaysWhatIsWaiting: what was left is carried on, what is due is counted.
func TestHomeSaysWhatIsWaiting(t *testing.T) {
	due := replied("a-request", "apart", "boundaries", 0, 9)
	d := open(t, doctor, append(sat(due), progress.Sitting{ID: "o", Kind: progress.Practice, Drawn: []string{"an-order", "four-ways"}, Library: "0.0.1", At: started})...)
	p := d.practice(tutor.Selection{})
	p.Sitting.Attempt().Pick(0)
	d.must(d.Flush())
	said := hear(t, "carry\nstop\n", func(c *Console) error { return c.Home(d.Tutor) })
	says(t, said, ". Carry on with practice: ", "Situation ")
	says(t, hear(t, "\n", func(c *Console) error { return c.Home(d.another()) }), "Today")
}

// TestTheNumbersOfHomeStay, whatever there is to carry on with: that is each open thing, behind all others, the newest first.
func TestTheNumbersOfHomeStay(t *testing.T) {
	d := open(t, doctor)
	home := func(typed string) string {
		return hear(t, typed, func(c *Console) error { return c.Home(d.Tutor, Choice{Name: "Your data"}) })
	}
	says(t, home("all\nstop\n"), "1. Today: try one now", "\n8. Settings: ", "\n9. Your data\nWhich one?")
	home("practise\nall\nback\n\nstop\n")
	says(t, home("stop\n"), "\n1. Today: ", "\n9. Your data\n10. Carry on with practice: 0 of 5\nWhich one?")
	d.now = d.now.Add(time.Minute)
	d.leading(d.monday("a-request"), "\nleave\n")
	d.now = d.now.Add(time.Minute)
	home("assess\nbegin\ny\nstop\n")
	d.now = d.now.Add(time.Minute)
	d.practise("a-request", "back\n")
	says(t, home("carry\n11\nleave\nstop\n"), "\n9. Your data\n10. Carry on with the assessment: 0 of 4\n11. Carry on with the session Monday: 1 of 1, The situation\n12. Carry on with practice: 0 of 5\n",
		"13. Carry on with one situation: only looked at\n", "That begins more than one: Carry on with the assessment, ", "1 of 1, A request after clinic. The situation.\n")
}

// TestAnAssessmentIsBegunLeftAndCarriedOnFromHome, and its result is heard situation by situation.
func TestAnAssessmentIsBegunLeftAndCarriedOnFromHome(t *testing.T) {
	d := open(t, doctor)
	hears := func(typed string) string {
		return hear(t, typed, func(c *Console) error { return c.Home(d.Tutor) })
	}
	says(t, hears("assess\nbegin\ny\n4321\n2\nstop\n"), "Assess:\n1. Begin a new one\n", "Begin? (y or n)", "Saved.", "Left for now: 1 of 4 answered.")
	said := hears("assess\n1\nhand in\ny\n1\noptions\n\nback\nstop\n")
	says(t, said, ". Assess: carry on, 1 of 4", "1. Carry on: 1 of 4 answered, begun 22 November 2026\n", "Not passed this time.", "Which situation, of 4? An empty line ends.\n",
		"Situation 1: Four ways to sign\n", "1. Four ways to sign: ", "4. A request after clinic: left blank\n", "2. Result of 22 November 2026: ")
}

// TestLinesAreWrappedAtWordsOnATerminal, and nowhere else.
func TestLinesAreWrappedAtWordsOnATerminal(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Only: "a-request"})
	var out strings.Builder
	d.must(New(strings.NewReader("a\n2\n\n"), &out).Wrap(func(text string) string { return cells.Wrap(text, 40) }).Practise(d.Tutor, p))
	for line := range strings.Lines(out.String()) {
		if len([]rune(strings.TrimRight(line, "\n"))) > 40 {
			t.Errorf("too long: %q", line)
		}
	}
	says(t, strings.Join(strings.Fields(out.String()), " "), "asks to be your friend on a page where you keep pictures")
}
