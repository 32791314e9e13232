package linear

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// TestAnAnswerIsTakenAsItIsSaid: with what stands around a letter when it is spoken, or by the first words of an option.
func TestAnAnswerIsTakenAsItIsSaid(t *testing.T) {
	for typed, want := range map[string]string{
		"C.": "c", "option c": "c", "Option C.": "c", "the answer is c": "", "(c)": "c", "A pen name": "a pen name", "your name": "", "THE NAME.": "the name of the ward", "yuor": "", "option": "",
	} {
		desk := tutortest.Open(t, scenariostest.Pack(t))
		p, err := desk.Practices.Begin(tutor.Selection{Only: "best"})
		if err != nil {
			t.Fatal(err)
		}
		s := p.Sitting.Current()
		for _, l := range p.Sitting.Attempt().Lines() {
			if o, _ := s.Option(l.ID); strings.EqualFold(o.Text, want) && len(want) > 1 {
				want = l.Letter
			}
		}
		said := hear(t, typed+"\n", func(c *Console) error { return c.Practise(desk, p) })
		if refused := strings.Contains(said, "can't be used"); refused != (want == "") {
			t.Errorf("%q is refused: %v\n%s", typed, refused, said)
		}
		if want != "" && answered(s, p.Sitting.Attempt()) != want {
			t.Errorf("%q is taken as %q, not %q", typed, answered(s, p.Sitting.Attempt()), want)
		}
	}
}

// TestSeveralLettersAreTakenAsTheyAreSaid, in every format that has them.
func TestSeveralLettersAreTakenAsTheyAreSaid(t *testing.T) {
	for _, c := range []struct{ situation, typed, plain string }{
		{"choose", "Options A, B and D.", "abd"}, {"rank", "c, then a, then e; b and d.", "caebd"}, {"rate", "4, 3, 2 and 1.", "4321"}, {"rate", "a 4. b 3. c 2. d 1.", "4321"},
	} {
		said := [2]string{}
		for i, typed := range []string{c.typed, c.plain} {
			desk := tutortest.Open(t, scenariostest.Pack(t))
			p, err := desk.Practices.Begin(tutor.Selection{Only: c.situation})
			if err != nil {
				t.Fatal(err)
			}
			lacks(t, hear(t, typed+"\n", func(c *Console) error { return c.Practise(desk, p) }), "can't be used")
			said[i] = answered(p.Sitting.Current(), p.Sitting.Attempt())
		}
		if said[0] != said[1] || said[0] == "" {
			t.Errorf("%s: %q is taken as %q, not as %q", c.situation, c.typed, said[0], said[1])
		}
	}
}

// TestHomeIsOneWordAway from wherever one is, with what was answered and written kept.
func TestHomeIsOneWordAway(t *testing.T) {
	for _, typed := range []string{
		"home", "guidance\nname\n1\nhome", "practise\none topic\n1\nhome", "practise\none topic\n1\na\nhome", "today\na\n2\nhome", "assess\nbegin\nhome", "assess\nbegin\ny\nnext\nhome", "assess\nbegin\ny\n4321\nhome",
		"settings\n1\nhome", "certificate\n1\nname\nhome", "certificate\n1\nso what\nA word.\nhome", "progress\nhistory\nall\n1\nr\nA word.\nhome", "induction\nbuild\nslot\nhome", "induction\n2\n1\nroom\n9\nbegin\n\n\nhome",
	} {
		d := experienced(t)
		said := hear(t, typed+"\nassess\nstop\n", func(c *Console) error { return c.Home(d.Tutor) })
		says(t, said, "1. Today: ", "\nAssess:\n1. ", "You have left Probity. What you answered is kept.\n")
		if strings.Contains(typed, "A word.") && !strings.Contains(hear(t, "progress\nreflections\n", func(c *Console) error { return c.Home(d.Tutor) })+d.certifying("1\n"), "A word.") {
			t.Errorf("after %q what was written is lost:\n%s", typed, said)
		}
	}
	says(t, open(t, doctor).practise("a-request", "home\na\n"), "There is no home here: ", "Your answer:\n", "How sure are you?")
}

// TestEachPromptEndsWithWhatIsAskedFor, after whatever else was said there.
func TestEachPromptEndsWithWhatIsAskedFor(t *testing.T) {
	for _, c := range []struct{ before, asks string }{
		{"", "Your answer:\n"}, {"a\n", "How sure are you? 1 a guess, 2 fairly sure, 3 very sure, or an empty line to skip.\n"}, {"a\n2\n", "An empty line goes on.\n"}, {"a\n2\nr\n", "Go on writing; a line with only a full stop ends it.\n"},
	} {
		for _, word := range []string{"help", "options", "more"} {
			said := open(t, doctor).practise("a-request", c.before+word+"\n")
			said, _, _ = strings.Cut(said, "\nSummary:")
			said, _, _ = strings.Cut(said, "\nLeft:")
			if said = strings.TrimSuffix(said, "Given without how sure.\nSaved.\n"); !strings.Contains(said, c.asks) || c.before != "a\n" && !strings.HasSuffix(said, c.asks) {
				t.Errorf("after %q and %s it ends with %q", c.before, word, said[max(0, len(said)-200):])
			}
		}
	}
	for _, aside := range []string{"w\n", "b\n", "!\n", "u\nu\n", "r\nA word.\n.\n"} {
		said, _, _ := strings.Cut(open(t, doctor).practise("a-request", "a\n2\n"+aside), "\nSummary:")
		if !strings.HasSuffix(said, "An empty line goes on.\n") {
			t.Errorf("after %q it ends with %q", aside, said[max(0, len(said)-200):])
		}
	}
	d := open(t, doctor)
	says(t, hear(t, "settings\n1\n\nstop\n", func(c *Console) error { return c.Home(d.Tutor) }), "Type a number from 1 to 5, or the first letters of a line. An empty line leaves it as it is.\n")
}

// TestWhoeverLeavesIsToldWhatIsKept: an answer whose certainty was asked for is given; where nothing was answered there is nothing to sum up.
func TestWhoeverLeavesIsToldWhatIsKept(t *testing.T) {
	says(t, open(t, doctor).practise("a-request", "a\nstop\n"), "How sure are you?", "Given without how sure.\nSaved.\n", "Summary: 1 situation answered.", "You have left Probity. What you answered is kept.\n")
	lacks(t, open(t, doctor).practise("a-request", "a\nstop\n"), "Not the best answer", "The guidance")
	d := open(t, doctor)
	said := d.assess(d.assessment(), "4321\nstop\n")
	says(t, said, "Given without how sure.\nSaved.\n", "Left for now: 1 of 4 answered.")
	lacks(t, said, "situation 2 of 4")
	said = open(t, doctor).practise("a-request", "back\n")
	says(t, said, "\nLeft: nothing was answered.\n")
	lacks(t, said, "Summary", "The next review")
}

// TestWhatIsMarkedIsNamedBeforeHandingIn.
func TestWhatIsMarkedIsNamedBeforeHandingIn(t *testing.T) {
	d := open(t, doctor)
	says(t, d.assess(d.assessment(), "next\nflag\nhand in\nn\n"), "4 situations without an answer", "Marked to come back to: 2, An order of replies.\nHand in?")
}

// TestTheHelpBelowAFeedbackSaysWhatBookmarkDoes.
func TestTheHelpBelowAFeedbackSaysWhatBookmarkDoes(t *testing.T) {
	says(t, open(t, doctor).practise("a-request", "a\n2\nhelp\nb\nhelp\nb\nhelp\n"), "reflect takes a reflection, bookmark marks it to come back to, undo takes", "bookmark takes the bookmark away, undo takes", "bookmark marks it to come back to, undo takes")
}

// TestAFieldIsEmptiedOnceThatIsMeant.
func TestAFieldIsEmptiedOnceThatIsMeant(t *testing.T) {
	d := experienced(t)
	says(t, d.certifying("1\nso what\nIt matters.\n.\nso what\nempty\nn\n\nso what\nempty\ny\n\n\n"),
		"Empty it? What is written here is gone then. (y or n)\n", "Which one?", "Empty it? What is written here is gone then. (y or n)\nSaved.\n", "5. So what? empty\n")
}

// TestHowLittleACertificateRestsOnIsSaidBeforeItIsFilledIn.
func TestHowLittleACertificateRestsOnIsSaidBeforeItIsFilledIn(t *testing.T) {
	says(t, experienced(t).certifying("1\n\n\n"), "The certificate will say: This rests on ", "Yours to check and fill in:")
}

// TestTakenBackIsSaidOnce, where the feedback is heard again.
func TestTakenBackIsSaidOnce(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Topic: "boundaries"})
	said := hear(t, "abcde\n2\nu\nu\n\nagain\n", func(c *Console) error { return c.Practise(d.Tutor, p) })
	_, again, _ := strings.Cut(said, "Situation 2 of 2")
	again, _, _ = strings.Cut(again, "Summary")
	if n := strings.Count(strings.ToLower(again), "taken back"); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, again)
	}
}

// TestAPastedTextIsKeptWhole: nothing of it is taken as an answer to what comes after.
func TestAPastedTextIsKeptWhole(t *testing.T) {
	d := experienced(t)
	d.certifying("1\nwhat?\nwrite it\nFirst.\n\nr\n\n1\n.\n\n\nback\n")
	says(t, d.certifying("1\nwhat?\n"), "First.\n\nr\n\n1\n")
	d = open(t, doctor, progress.Bookmark{Scenario: "an-order", On: 1, At: started})
	d.practise("a-request", "a\n2\nr\nFirst.\n\nb\n\nu\nu\nend\n\n")
	if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != "First.\n\nb\n\nu\nu" || d.saved().Bookmarked("a-request") {
		t.Errorf("kept are %+v", kept)
	}
}

// TestAnAnswerThatIsThoughtOverLeavesTheOneBefore: in an assessment another answer takes its place only once it is given.
func TestAnAnswerThatIsThoughtOverLeavesTheOneBefore(t *testing.T) {
	d := open(t, doctor)
	a := d.assessment()
	says(t, d.assess(a, "1111\nback\n4321\n2\nback\n4444\nback\n"), "That is: a very inappropriate, ", notGiven, "Saved.", "That is: a very appropriate, ",
		"Your earlier answer stands: a very appropriate, b appropriate but not ideal, ")
	if sat, _ := d.saved().Assessment(a.ID()); len(sat.Answers) != 1 || a.Exam.Items()[0].Changed() {
		t.Errorf("recorded are %+v, to be changed: %v", sat.Answers, a.Exam.Items()[0].Changed())
	}
}

// TestOnlyAnEmptyLineKeepsWordsThatCouldLeadToAPatient: no other word is taken for yes.
func TestOnlyAnEmptyLineKeepsWordsThatCouldLeadToAPatient(t *testing.T) {
	d := open(t, doctor)
	says(t, d.practise("a-request", "a\n\nr\nShe is 943 476 5919.\n.\nno\nhelp\nback\nNobody.\n.\n"), "could lead to a patient", "An empty line keeps it as it is; w lets you write it again.\nAn empty line keeps it",
		"This is asked before what you wrote is kept.", "Write it again.", "Saved.")
	if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != "Nobody." {
		t.Errorf("kept are %+v", kept)
	}
}

// TestCountsAreSaidBack, choice by choice: nobody hears which of a row of figures is whose.
func TestCountsAreSaidBack(t *testing.T) {
	d := open(t, doctor)
	says(t, d.leading(d.monday("a-request"), "\n\n\n4 6 1 1\nleave\n"), "Counted: a 4, b 6, c 1, d 1.\n12 of 12 voted.")
}

// TestASessionThatIsNotEndedSaysWhereItIs.
func TestASessionThatIsNotEndedSaysWhereItIs(t *testing.T) {
	d := open(t, doctor)
	says(t, d.leading(d.monday("a-request"), "\n\nend\nn\nskip\nno\nleave\n"), "End the session here?", "The session goes on: Think.\n", "Skip this situation", "The session goes on: Think.\n")
}

// TestWhatPeopleTypeAtHome: a search, and the words with which other programs are left.
func TestWhatPeopleTypeAtHome(t *testing.T) {
	d := open(t, doctor)
	said := hear(t, "quit\nsearch friends\nback\nsearch\nstop\n", func(c *Console) error { return c.Home(d.Tutor) })
	says(t, said, "That is none of these", "stop leaves.\n", "Found. ", "Situations: ", asksHome, tutor.SearchFor, asksHome)
}

// TestALetterThatIsNoUTF8IsNotTakenForAnother: a name is not kept with a hole in it.
func TestALetterThatIsNoUTF8IsNotTakenForAnother(t *testing.T) {
	d := experienced(t)
	says(t, d.certifying("1\nname\nRen\xe9 Roy\nRené Roy\n\n\n"), "A letter of that line can't be read", "1. Name: René Roy\n")
}

// TestATextThatIsNotEndedReplacesNothing: what stood in a field of a certificate is there still, and what was begun goes below it.
func TestATextThatIsNotEndedReplacesNothing(t *testing.T) {
	d := experienced(t)
	says(t, d.certifying("1\nso what\nIt matters.\n.\nso what\nwrite it\nAnew\nback\n\n\n\n"), "5. So what? It matters.\n", "Saved.", "5. So what? It matters. Anew\n")
}

// TestTimeIsClaimedAsItIsSaid, and far more than was measured is pointed at where it is typed.
func TestTimeIsClaimedAsItIsSaid(t *testing.T) {
	says(t, experienced(t).certifying("1\nhours\n30 minutes\nhours\n30\nhours\n1\n\n\n"), "3. Hours claimed: 0.5 hours\n", "A claim of 30 hours is far more than was measured", "3. Hours claimed: 30 hours\n", "3. Hours claimed: 1 hour\n")
}

// TestChoicesAreCalledAsPeopleCallThem: by a word of the name, and by the letters that it is short for.
func TestChoicesAreCalledAsPeopleCallThem(t *testing.T) {
	says(t, open(t, doctor).sets("role\nPA\ntime zone\nlondon\n"), "1. Your role: Physician associate\n", "5. Time zone: Europe/London\n")
	says(t, open(t, doctor).practise("a-request", "{b}. leave it, and\nguess\n"), "That is ", "Saved.")
}

// TestThereIsNoFeedbackBeforeTheFirst.
func TestThereIsNoFeedbackBeforeTheFirst(t *testing.T) {
	said := open(t, doctor).practise("a-request", "help\nagain\n")
	says(t, said, "There is no feedback before this one.")
	lacks(t, said, "again brings")
}

// TestKeysThatTypeNothingAreNoEmptyLine: it would go on, or skip what is asked.
func TestKeysThatTypeNothingAreNoEmptyLine(t *testing.T) {
	d := open(t, doctor)
	says(t, d.practise("a-request", "a\n\x1b[A\n3\n\x1b[B\n\n"), "How sure are you?", "That line had keys in it that type nothing, and was left out.", "Saved.", "was left out.", "Summary: ")
	if got := d.saved().Answers(); len(got) != 1 || got[0].Sure != 3 {
		t.Errorf("recorded are %+v", got)
	}
}

// TestALetterAtHowSureIsNoCertainty: it may be meant for an option.
func TestALetterAtHowSureIsNoCertainty(t *testing.T) {
	says(t, open(t, doctor).practise("a-request", "a\na\nf\nfair\n"), "Please answer 1, 2 or 3", "Please answer 1, 2 or 3", "Saved.")
}

// TestQuotationMarksOfATextStay: they are taken away from the words of the prompts alone.
func TestQuotationMarksOfATextStay(t *testing.T) {
	d := open(t, doctor)
	d.practise("a-request", "a\n\nreflect\n\"I was right\"\n\"stop\"\n.\n")
	if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != "\"I was right\"\nstop" {
		t.Errorf("kept are %+v", kept)
	}
}

// TestNothingIsSaidToComeBackWhereNothingIsKept.
func TestNothingIsSaidToComeBackWhereNothingIsKept(t *testing.T) {
	d := open(t, doctor)
	d.reason = "it was read-only"
	said := d.practise("a-request", "a\n\nreflect\nAsk.\n.\n\n")
	says(t, said, tutor.UntilYouQuit, "Summary: ")
	lacks(t, said, "comes back for review", "next review is due", "Saved.")
}
