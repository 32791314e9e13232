package linear

import (
	"errors"
	"io"
	"strings"
	"syscall"
	"testing"
	"time"

	"probity/guidance/owncopy"
	"probity/progress"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// TestAPracticeIsReadFromTopToBottom: each thing is said when it is needed, in a voice that reads lines and cannot look around.
func TestAPracticeIsReadFromTopToBottom(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Topic: "boundaries"})
	said := hear(t, lettered(p, "{b}{d}{a}{c}{e}\n2\n\na\n\nmore\n\n"), func(c *Console) error { return c.Practise(d.Tutor, p) })
	says(t, said,
		"help says what can be typed; stop, or the end of the input, leaves, and what is answered is kept.\n\n",
		"Situation 1 of 2: An order of replies\nRanking, harder.\n\nYou are an anaesthesia associate.", "and asks whether his sore throat should still be there.\n\n",
		"Put these replies in order, from most to least appropriate.\n", "a. A picture of his chart, with what you gave him\n", "Your answer:\n",
		"How sure are you? 1 a guess, 2 fairly sure, 3 very sure, or an empty line to skip.\nSaved.\n",
		"Marks: 20 of 20. Chance alone brings 12.\n", ". Thanks, and the number that is open at night. You: 1st, key: 1st, 4 marks.\n   He gets to where he can be helped.\n",
		"The guidance that decides it:\nMUST NOT. You must not mix the two.\n   The new guidance (A regulator, 2024), paragraph 2. In force, UK.\n",
		"This principle comes back for review Wednesday 25 November.\n", "An empty line goes on.",
		"Situation 2 of 2: A request after clinic\n", "Also cited:\nSHOULD USUALLY. You should usually say who you are.\n",
		"Summary: 2 situations answered.\n20 of 21 marks, where chance alone would bring 12.25.", "Boundaries: 1 of 2 right, 20 of 21 marks.\n",
		"The next review is due tomorrow.\n", "Look again at: A request after clinic. Keep them apart.\n")
	lacks(t, said, "**", "Due for review today")
	if got := d.saved().Answers(); len(got) != 2 || got[0].Scenario != "an-order" || got[0].Sure != 2 || got[0].Seconds != 0 || got[1].Sure != 0 {
		t.Errorf("recorded are %+v", got)
	}
}

// TestTheTimeOfAnAnswerIsRecorded: each line shows that somebody is there, so that only a long silence is left out.
func TestTheTimeOfAnAnswerIsRecorded(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Only: "a-request"})
	passing := func() io.Reader { return meanwhile(func() { d.now = d.now.Add(100 * time.Second) }) }
	in := io.MultiReader(passing(), strings.NewReader("zz\n"), passing(), strings.NewReader("a\n"), passing(), strings.NewReader("1\n"))
	d.must(New(in, io.Discard).Practise(d.Tutor, p))
	if got := d.saved().Answers(); len(got) != 1 || got[0].Seconds != 300 {
		t.Errorf("recorded are %+v", got)
	}
}

func TestHowSureIsAsked(t *testing.T) {
	for _, c := range []struct {
		name, situation, typed string
		off                    bool
		asked, refused         int
		sure                   int
	}{
		{"a number", "a-request", "a\n3\n", false, 1, 0, 3},
		{"a word", "a-request", "a\nVery sure.\n", false, 1, 0, 3},
		{"the first letters of one", "a-request", "a\nfairly\n", false, 1, 0, 2},
		{"an empty line", "a-request", "a\n\n", false, 1, 0, 0},
		{"the end of the input", "a-request", "a\n", false, 1, 0, 0},
		{"what is no number of these", "a-request", "a\n0\n4\n22\nvary\n1\n", false, 1, 4, 1},
		{"nothing of a discussion", "two-views", "a\n3\n", false, 0, 0, 0},
		{"nothing where it is turned off", "a-request", "a\n3\n", true, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t, doctor)
			if c.off {
				d.Profile.Change(tutor.SettingCertainty, tutor.Off)
			}
			said := d.practise(c.situation, c.typed)
			if asked, refused := strings.Count(said, "How sure are you?"), strings.Count(said, "Please answer 1, 2 or 3"); asked != c.asked || refused != c.refused {
				t.Errorf("asked %d times, refused %d times:\n%s", asked, refused, said)
			}
			if got := d.saved().Answers(); len(got) != 1 || got[0].Sure != c.sure {
				t.Errorf("recorded are %+v", got)
			}
		})
	}
}

// TestADiscussionHasNoMarks: nothing is counted, and the guidance decides nothing.
func TestADiscussionHasNoMarks(t *testing.T) {
	said := open(t, doctor).practise("two-views", "b\n\n")
	says(t, said, "There is no right answer here: each position has something for it and against it.", "Your view: ", "The guidance that bears on it:", "Summary: 1 situation answered.")
	lacks(t, said, "Marks:", "comes back for review", "where chance alone", "Look again at", "decides")
}

// TestAnAnswerThatCannotBeSavedIsKeptAndTriedAgain: the learner is told at once, the feedback comes all the same, and with the
// next answer both are saved.
func TestAnAnswerThatCannotBeSavedIsKeptAndTriedAgain(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Topic: "boundaries"})
	d.must(d.Flush())
	d.fault = syscall.ENOSPC
	var out strings.Builder
	in := io.MultiReader(strings.NewReader("abcde\n2\n"), meanwhile(func() { d.fault = nil }), strings.NewReader("\na\n3\n\n"))
	d.must(New(in, &out).Practise(d.Tutor, p))
	says(t, out.String(), "An answer is not saved yet: ", "Marks: ", "An empty line goes on.", "Situation 2 of 2", "Saved.\n", "This principle comes back")
	if before, _, _ := strings.Cut(out.String(), "Situation 2 of 2"); strings.Contains(before, "Saved.\n") || strings.Contains(before, "This principle comes back") {
		t.Errorf("said before it was saved:\n%s", before)
	}
	if got := d.saved().Answers(); len(got) != 2 || got[0].Scenario != "an-order" {
		t.Errorf("recorded are %+v", got)
	}
}

// TestWhatIsNeverSavedIsAFault: the run ends with why, and what was answered still waits. When the principle comes back is not said,
// since the record knows only of an earlier answer.
func TestWhatIsNeverSavedIsAFault(t *testing.T) {
	d := open(t, doctor, sat(replied("an-order", "apart", "boundaries", 1, 9))...)
	p := d.practice(tutor.Selection{Only: "a-request"})
	d.must(d.Flush())
	d.fault = syscall.EIO
	var out strings.Builder
	if err := New(strings.NewReader("a\n\n\n"), &out).Practise(d.Tutor, p); !errors.Is(err, syscall.EIO) {
		t.Errorf("it ends with %v", err)
	}
	says(t, out.String(), " not saved yet: ", "Summary: 1 situation answered.")
	lacks(t, out.String(), "comes back for review")
	if d.Record.Waiting() != 1 || len(d.saved().Answers()) != 1 {
		t.Errorf("%d wait, and %d are recorded", d.Record.Waiting(), len(d.saved().Answers()))
	}
}

// TestWhatASaveHasToSayIsSaidOnce, such as a backup that could not be made.
func TestWhatASaveHasToSayIsSaidOnce(t *testing.T) {
	d := open(t, doctor)
	d.notices = []string{"No backup could be made."}
	said := d.practise("a-request", "a\n\nr\nA thought\n.\n\n")
	says(t, said, "Saved.\nNo backup could be made.\n", "Marks: ", "Saved.\n", "Summary: ")
	if n := strings.Count(said, "No backup"); n != 1 {
		t.Errorf("said %d times:\n%s", n, said)
	}
}

// TestNothingIsCalledSavedWithoutSaving, where the record is for reading only.
func TestNothingIsCalledSavedWithoutSaving(t *testing.T) {
	d := open(t, doctor)
	d.reason = "The folder is for reading only."
	p := d.practice(tutor.Selection{Only: "a-request"})
	var out strings.Builder
	_ = New(strings.NewReader("a\n\n\n"), &out).Practise(d.Tutor, p)
	says(t, out.String(), "Marks: ", "Summary: 1 situation answered.")
	lacks(t, out.String(), "Saved.\n")
}

// TestNobodyIsAskedWhoCannotRead: when lines can no longer be written, nothing more is taken as an answer.
func TestNobodyIsAskedWhoCannotRead(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Topic: "boundaries"})
	out := &narrow{room: 4}
	if err := New(strings.NewReader("abcde\n2\n\na\n2\n\n"), out).Practise(d.Tutor, p); !errors.Is(err, syscall.EPIPE) || !strings.HasPrefix(err.Error(), "writing: ") {
		t.Errorf("it ends with %v", err)
	}
	if got := d.saved().Answers(); len(got) > 0 {
		t.Errorf("recorded are %+v", got)
	}
}

// narrow takes some writes, and none after them.
type narrow struct{ room int }

func (n *narrow) Write(p []byte) (int, error) {
	if n.room--; n.room < 0 {
		return 0, syscall.EPIPE
	}
	return len(p), nil
}

func TestAReviewSaysThatItIsOne(t *testing.T) {
	facts := []progress.Fact{
		progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"a-request", "four-ways"}, Library: "0.0.1", At: started.AddDate(0, 0, -9)},
		replied("a-request", "apart", "boundaries", 0, 9), replied("four-ways", "named", "honesty", 0, 8),
	}
	d := open(t, doctor, facts...)
	p := d.practice(tutor.Selection{Review: true})
	said := hear(t, "abcde\n\n\n", func(c *Console) error { return c.Practise(d.Tutor, p) })
	says(t, said, "Review 1 of 2: ", "Review 2 of 2: ", "Due for review today: 1 principle.")
	lacks(t, said, "Situation 1 of 2")
}

// replied is an answer so many days ago to a situation with one mark.
func replied(situation, principle, topic string, marks float64, days int) progress.Answer {
	return progress.Answer{
		Sitting: "s", Scenario: situation, Revision: 1, Topic: topic, Principle: principle, Format: "best", Chosen: []string{"a"},
		Marks: marks, Of: 1, Chance: 0.25, Seconds: 150, At: started.AddDate(0, 0, -days),
	}
}

// TestAPracticeThatWasLeftIsCarriedOn, at the next situation; what was answered last is said, and its feedback when asked for.
func TestAPracticeThatWasLeftIsCarriedOn(t *testing.T) {
	d := open(t, doctor)
	p := d.practice(tutor.Selection{Topic: "boundaries"})
	says(t, hear(t, "abcde\n2\n\nagain\n", func(c *Console) error { return c.Practise(d.Tutor, p) }),
		"Marks: 8 of 20.", "Situation 2 of 2", "Your answer:\n\nNot this time. Marks: 8 of 20.", "Summary: 1 situation answered.")
	left, ok := d.Practices.Unfinished()
	if !ok {
		t.Fatal("nothing was left")
	}
	said := hear(t, "again\nu\nu\n\na\n\n\n", func(c *Console) error { return c.Practise(d.Tutor, d.Practices.Resume(left)) })
	says(t, said, "Carrying on where you left off: 1 of 2 done.", "Answered last: An order of replies: a 1st, b 2nd, c 3rd, d 4th, e 5th.\nMarks: 8 of 20.\nThe word again brings its feedback.\n\n",
		"Situation 2 of 2: A request after clinic", "Your answer:\n\nNot this time. Marks: 8 of 20.", "Taken back: ", "Situation 2 of 2", "Marks: 0 of 1.", "Summary: 1 situation answered.\nTaken back: One answer.\n")
	lacks(t, said, "Situation 1 of 2")
}

// TestExtractsAreLabelledForTheReader: a student in Ireland hears whom a paragraph of the UK's is for.
func TestExtractsAreLabelledForTheReader(t *testing.T) {
	for name, c := range map[string]struct {
		learner tutor.Learner
		typed   string
		labels  string
	}{
		"whose it is":     {doctor, "a\n\nmore\n\n", ""},
		"somebody else's": {student, "a\nmore\n\n", "   For the United Kingdom, not where you practise.\n   Addressed to registered doctors; shown for comparison.\n"},
	} {
		t.Run(name, func(t *testing.T) {
			says(t, open(t, c.learner).practise("a-request", c.typed), "paragraph 2. In force, UK.\n"+c.labels+"Also cited:\n")
		})
	}
}

// TestTheOriginalStandsUnderItsExtract, where the learner has a copy of the document.
func TestTheOriginalStandsUnderItsExtract(t *testing.T) {
	d := open(t, doctor)
	d.must(d.Copies.Keep(&owncopy.Copy{Source: "new", File: "mine.txt", Imported: started, Paragraphs: []owncopy.Paragraph{
		{Clause: "new/2", Match: owncopy.Reworded, Text: "Do not\nmix \x1b[31mthem."},
	}}))
	d.Copies.Read().Do()
	clause, _ := d.Library.Pack().Guidance.Clause("new/2")
	original, ok := d.Copies.All().Original(clause)
	if !ok {
		t.Fatal("there is no original")
	}
	said := d.practise("a-request", "a\n\n\n")
	says(t, said, "paragraph 2. In force, UK.\n   The document says: “Do not mix [31mthem.”\n   "+prose.Line(original.Where(clause))+". "+original.Standing()+"\n")
	if n := strings.Count(said, "The document says"); n != 1 {
		t.Errorf("said of %d paragraphs, and the copy has one", n)
	}
}

// TestTheAnswerStandsInTheOrderHeard: what is picked is its letters, and what is placed or rated has its place or rating beside it.
func TestTheAnswerStandsInTheOrderHeard(t *testing.T) {
	d := open(t, doctor)
	for id, c := range map[string]struct{ in, want string }{
		"a-request": {"b", "b"},
		"a-thread":  {"a c", "a, c"},
		"an-order":  {"abcde", "a 1st, b 2nd, c 3rd, d 4th, e 5th"},
		"four-ways": {"4 1 3 2", "a very appropriate, b very inappropriate, c appropriate but not ideal, d inappropriate but not awful"},
	} {
		p := d.practice(tutor.Selection{Only: id})
		s, attempt := p.Sitting.Current(), p.Sitting.Attempt()
		if got := answered(s, attempt); got != "" && id != "an-order" {
			t.Errorf("%s, before any answer: %q", id, got)
		}
		d.must(attempt.Read(c.in))
		if got := answered(s, attempt); got != c.want {
			t.Errorf("%s: %q, want %q", id, got, c.want)
		}
	}
}

func TestSituationsInWords(t *testing.T) {
	for n, want := range map[int]string{0: "0 situations", 1: "1 situation", 24: "24 situations"} {
		if got := situations(n); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}

// TestWhatBecomesOfAPracticeThatWasLeftIsAsked: an empty line carries on, and so does the end of the input.
func TestWhatBecomesOfAPracticeThatWasLeftIsAsked(t *testing.T) {
	for typed, on := range map[string]bool{"": true, "\n": true, "n\n": false, "N\n": false, "what\nn\n": false} {
		var got bool
		said := hear(t, typed, func(c *Console) error {
			got = c.CarryOn(tutor.UnfinishedPractice{Done: 3, Of: 6})
			return nil
		})
		if says(t, said, "You left a practice at 3 of 6. Carry on, or begin the new one? Its answers are kept either way."); got != on {
			t.Errorf("%q carries on (%v), want %v", typed, got, on)
		}
	}
}
