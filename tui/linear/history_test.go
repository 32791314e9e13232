package linear

import (
	"fmt"
	"strings"
	"testing"

	"probity/progress"
)

// lookingBack is what is said where the learner looks back, and types lines.
func (d *desk) lookingBack(typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { return c.lookingBack(d.Tutor) })
}

// experienced is a record of one answer that was missed by somebody very sure, one that was right since, and one taken back.
func experienced(t *testing.T, further ...progress.Fact) *desk {
	t.Helper()
	return open(t, doctor, append(sat(sure(replied("a-request", "apart", "boundaries", 0, 9), 3), replied("a-request", "apart", "boundaries", 1, 8),
		replied("a-thread", "named", "honesty", 0, 7), progress.Undo{Of: 4}), further...)...)
}

// TestProgressIsAPlace: how it stands first, then what to do next and each further question as a line.
func TestProgressIsAPlace(t *testing.T) {
	said := experienced(t).lookingBack("3\n4\n\n7\nback\n")
	says(t, said, "2 answers and 1 taken back on 3 days, 8 minutes of active time.\n", "1 of 2 marks, ", "When very sure, right 0 of 1.\n",
		"\nProgress:\n1. Next: ", "\n2. Topics: all 2, the weakest first\n3. Over time: how it has gone, by week\n4. How sure: very sure and missed: 1\n5. History: missed, flagged, bookmarked\n6. Reflections: what you wrote: 0\n7. Activity: time by month\n",
		"Over time, by week:\nWeek of 9 November 2026: ", "How sure, and how often right:\n", "Very sure, and missed:\n1. A request after clinic: 13 November 2026, not the best answer, right since\n",
		"Active time by month:\nNovember 2026: 8 minutes.\n")
}

func TestProgressOfNothingSaysHowItFills(t *testing.T) {
	said := open(t, doctor).lookingBack("3\n4\n5\n1\n2\n3\n4\n5\n\n6\n7\nback\n")
	says(t, said, "Nothing answered yet. Practise, and this fills in.\n", "1. Next: Meet what is new in ", "Nothing answered yet.", "Say after an answer how sure you are",
		"History:\n1. All: 0\n2. Missed: 0\n3. Flagged: 0\n4. Bookmarked: 0\n5. Left blank: 0\nWhich one? An empty line goes back.\n", "Nothing answered yet.", "Nothing answered yet.", "In an assessment the word flag flags a situation",
		"Nothing bookmarked. After a feedback b marks a situation to come back to.", "Nothing left blank.", "No reflections yet. After a feedback r takes one.", "Nothing answered yet.")
}

// TestATopicIsPractisedFromItsLine, and when that is left one is here again.
func TestATopicIsPractisedFromItsLine(t *testing.T) {
	d := experienced(t)
	says(t, d.lookingBack("topics\nboun\nback\n\nback\n"), "Topics, the weakest first, as they went lately; one that is chosen is practised:\n1. ", "Boundaries: ", "Situation 1 of 2", "Left: nothing was answered.",
		"one that is chosen is practised. Which one? An empty line goes back.\n", "Progress. Which one?")
}

// TestAnEarlierAnswerIsHeardAgain: the brief feedback, and with more the whole; it is bookmarked, reflected on, and practised again.
func TestAnEarlierAnswerIsHeardAgain(t *testing.T) {
	d := experienced(t)
	said := d.lookingBack("5\n1\n2\nmore\nb\nr\nAsk first.\n.\n\n1\n\n2\np\nback\n\nmissed\n\n\nback\n")
	says(t, said, "All, the latest first:\n1. A request after clinic: 14 November 2026, ", "\n2. A request after clinic: 13 November 2026, not the best answer, very sure, right since\nWhich one?",
		"\nA request after clinic, 13 November 2026.\n", "Not the best answer. Best answer: ", "An empty line goes back; more gives every option", "The guidance that decides it:",
		"Bookmarked: it is listed under progress", "Saved.", "Who is among your friends?", "Write your reflection, without", "Saved.\n",
		"All, the latest first. Which one? An empty line goes back.\n", "A request after clinic, 14 November 2026.\n", "Situation 1 of 1: A request after clinic", "Missed, the latest first. Every answer that was not right. ", "very sure, right since, bookmarked\n")
	if r := d.saved().Reflections(); len(r) != 1 || r[0].Text != "Ask first." || !d.saved().Bookmarked("a-request") {
		t.Errorf("kept are %+v", r)
	}
}

// TestWhatIsNoAnswerToAListIsMetWithWhatIs.
func TestWhatIsNoAnswerToAListIsMetWithWhatIs(t *testing.T) {
	d := experienced(t, progress.Bookmark{Scenario: "gone", On: 1, At: started})
	said := d.lookingBack("5\n9\nmised\nmissed\na re\nx\nmroe\n\n\nb\n1\np\nr\nb\n\nback\n")
	says(t, said, "That is none of these: give a number from 1 to 5, or the first letters of a name.\n", "Did you mean missed?", "Please answer with an empty line, more, practise, reflect or bookmark.\n", "Did you mean more?",
		"Bookmarked, the latest first:\n1. gone (no longer in the library): 22 November 2026\n", "This situation is no longer in the library.\npractise practises it, bookmark takes", "This situation is no longer in the library.\nPlease answer",
		"The bookmark is taken away.\nSaved.\n", "Progress. Which one? ")
	if d.saved().Bookmarked("gone") {
		t.Error("the bookmark is still there")
	}
}

// TestALongHistoryIsListedAPageAtATime, and a number is that of the whole list.
func TestALongHistoryIsListedAPageAtATime(t *testing.T) {
	var facts []progress.Fact
	for i := range 45 {
		facts = append(facts, replied(fmt.Sprint("gone-", i), "past", "past", 0, 45-i))
	}
	said := open(t, doctor, sat(facts...)...).lookingBack("history\nall\nmore\nmore\nmore\n45\n\n\n\nback\n")
	says(t, said, "\n1. gone-44 ", "\n20. gone-25 ", "There are 25 more: more lists the next.\n", "\n21. gone-24 ", "There are 5 more", "\n45. gone-0 ", "These are the last.\n", "gone-0 (no longer in the library), 8 October 2026.\nThe library no longer has it: ")
	if strings.Count(said, ". gone-24 ") != 1 {
		t.Errorf("it is listed again:\n%s", said)
	}
}

// TestAReflectionIsReadEditedAndErased, with the questions that the screen has.
func TestAReflectionIsReadEditedAndErased(t *testing.T) {
	d := experienced(t, progress.Reflection{Scenario: "a-request", Text: "Too quick.\nAsk.", At: started})
	first := d.lookingBack("6\n1\nwrite more\nAlways.\n.\n\n\nback\n")
	says(t, first, "Reflections, the latest first:\n1. A request after clinic: 22 November 2026: Too quick. Ask.\n", "A request after clinic, 22 November 2026:\nToo quick.\nAsk.\n\n1. Write more: it goes below\n2. Write it anew: in place of this\n3. Erase: for good, from the backups too\nWhich one?",
		"Who is among your friends?", "You wrote so far, and what you write now goes below it:\nToo quick.\nAsk.\n", "Saved.\n", "Reflections, the latest first")
	lacks(t, first, "said before") // all of it is still there
	if r := d.saved().Reflections(); len(r) != 1 || r[0].Text != "Too quick.\nAsk.\nAlways." {
		t.Fatalf("kept are %+v", r)
	}
	says(t, d.lookingBack("6\n1\nerase what\ny\n\n\nback\n"), "4. Erase what it said before: before you edited it, from the backups too\n", "(y or n)\nErased. ", "What you exported before stays where you put it.\n")
	says(t, d.lookingBack("6\n1\nwrite it\nBriefly.\n.\ny\n\nback\n"), "Saved.", "Your reflection is kept as it is now. What it said before is still in your record, its backups and drafts that quote it.\n",
		"Erase what your reflection on “A request after clinic” said before you edited it, from the backups too? (y or n)\n", "Erased. ")
	says(t, d.lookingBack("6\n1\n3\nn\n3\ny\nback\n"), "22 November 2026:\nBriefly.\n", "Erase your reflection on “A request after clinic” for good, from the backups too? (y or n)\n", "Which one?", "(y or n)\nErased. ", "6. Reflections: what you wrote: 0\n")
	if n := len(d.saved().Reflections()); n != 0 {
		t.Errorf("%d are left", n)
	}
}

// TestWordsThatCouldLeadToAPatientAreSaidBeforeTheyAreKept, and written anew.
func TestWordsThatCouldLeadToAPatientAreSaidBeforeTheyAreKept(t *testing.T) {
	d := experienced(t)
	says(t, d.lookingBack("5\n1\n1\nr\nMrs Smith, 84, from Leeds.\n.\nw\nAn older patient.\n.\n\n\n\nback\n"), "could lead to a patient", "An empty line keeps it as it is; w lets you write it again.\n", "Write it again.", "Saved.")
	if r := d.saved().Reflections(); len(r) != 1 || r[0].Text != "An older patient." {
		t.Errorf("kept are %+v", r)
	}
}

// TestTheEndOfTheInputAnywhereIsNoFault, and half a reflection is kept.
func TestTheEndOfTheInputAnywhereIsNoFault(t *testing.T) {
	for _, typed := range []string{"", "5", "5\n1", "5\n1\n1", "5\n1\n1\nr", "5\n1\n1\nstop\n1\n", "6\n1\n3", "6\n1\n1", "2\n1"} {
		experienced(t, progress.Reflection{Scenario: "a-request", Text: "Too quick.", At: started}).lookingBack(typed)
	}
	d := experienced(t)
	d.lookingBack("5\n1\n1\nr\nHalf a thought")
	if r := d.saved().Reflections(); len(r) != 1 || r[0].Text != "Half a thought" {
		t.Errorf("kept are %+v", r)
	}
}
