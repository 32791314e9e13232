package linear

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor/tutortest"
)

// monday is a plan of the small library.
func (d *desk) monday(situations ...string) induction.Plan {
	d.t.Helper()
	var items []induction.Item
	for _, id := range situations {
		items = append(items, induction.Item{Situation: id})
	}
	plan, err := induction.Build(d.Library.Pack().Bank, "Monday", guidance.UK, 45, items...)
	d.must(err)
	plan.Opening, plan.Closing = "Nobody is marked today.", "Take one line away with you."
	return plan
}

// leading is what is said while a session of a plan is led, with twelve people.
func (d *desk) leading(plan induction.Plan, typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { c.opening(d.Tutor, plan, 12); return c.fault() })
}

// left is the session that was led last, as it lies on the disk.
func (d *desk) left() *induction.Session {
	d.t.Helper()
	found := d.another().Rooms.FindUnfinished().Do()
	d.must(found.Err)
	if found.Latest == nil {
		return nil
	}
	return found.Latest.Session
}

// TestASessionIsLedFromItsFirstStepToItsEnd: what the room is to hear, and never the key before it is revealed.
func TestASessionIsLedFromItsFirstStepToItsEnd(t *testing.T) {
	d := open(t, doctor)
	said := d.leading(d.monday("a-request"), "people 14\n\n\n\n4 6 3 1\n\n\n\n2 9 3 0\n\n\n\n\n\n\n\n\n\n\n1 2 3 4 2 2\n\n\n")
	says(t, said, "Monday. 12 people.\nNobody is marked today.\nAn empty line begins", "14 people.\n", "An empty line goes on; help says what else can be typed, and time how long is left. more says the notes",
		"\n1 of 1, A request after clinic. The situation.\nRead it aloud, or give the room time to read.\n", "Next: Think. UK: 0 of 45 minutes gone, on time.\n",
		"\n1 of 1, A request after clinic. Think.\n", "\n1 minute left.\n", "\na. ", "\nNext: Vote. ", "\n1 of 1, A request after clinic. Vote.\n", "0 of 14 voted. Type the counts in the order a, b, c, d, such as 4 4 3 3, or help.\n", "14 of 14 voted. That is everybody: an empty line goes on.\n",
		"How the room voted:\na. ", ": 4\nb. ", ": 6\nc. ", ": 3\nd. ", ": 1\n14 voted.\n", "Discuss.\n", "Where is the line?\n", "Vote again.\n", "Before and after.\n", ": before 4, after 2\nb. ", ": before 6, after 9\n", "Before: 14 voted. After: 14 voted.\n",
		"The answer: b.\nb. ", ": 9\n", "An empty line says why, option by option: 4 to go.", "b. Best answer: ", "\nc. ", "\na. ", "\nd. ", "That was the last. An empty line goes on.\n",
		"What the guidance says, United Kingdom:\nMUST NOT. ", "To take away: Keep them apart.\n", "The closing. What we met.\n", "Keep them apart.\n", "The closing. Fist to five.\n", "5. sure, and could explain it", "14 of 14 voted.",
		"The end.\n", "Take one line away with you.\n", "Fist to five:\n5. sure, and could explain it to a colleague: 1\n", "An empty line leaves, back takes the session up again.\n")
	before, _, _ := strings.Cut(said, "The answer: b.")
	lacks(t, before, "Key", "best answer", "you must not do")
	if d.left() != nil {
		t.Error("it has not ended")
	}
}

// TestNotesAreSaidWhenTheyAreAskedFor: what the room is not to hear.
func TestNotesAreSaidWhenTheyAreAskedFor(t *testing.T) {
	d := open(t, doctor)
	for _, word := range []string{"more", "notes"} {
		says(t, d.leading(d.monday("a-request"), "\n"+word+"\nleave\n"), "Not for the room:\n", "Situation 1 of 1: A request after clinic\nKey: b\n", "Ask: Where is the line?", "It comes down to: ")
	}
}

// TestHandsAreCounted one after the other, one choice alone, with the rest for one; and never more than there are people.
func TestHandsAreCounted(t *testing.T) {
	d := open(t, doctor)
	for typed, want := range map[string]struct {
		hands []int // and last who abstains
		said  string
	}{
		"4 6 1 0":         {[]int{4, 6, 1, 0, 0}, "11 of 12 voted, 1 to go.\n"},
		"4, 6, 1, 0, 1":   {[]int{4, 6, 1, 0, 1}, "11 of 12 voted, 1 abstained. That is everybody"},
		"4 rest":          {[]int{4, 8, 0, 0, 0}, "Counted: a 4, b 8, c none, d none.\n12 of 12 voted. That is everybody"},
		"4 6 1 0\n6 4":    {[]int{6, 4, 1, 0, 0}, "11 of 12 voted, 1 to go.\n"},
		"12\n0 12":        {[]int{0, 12, 0, 0, 0}, "12 of 12 voted."},
		"4 6\nb 7\nc2":    {[]int{4, 7, 2, 0, 0}, "13 votes from 12 people"},
		"4 6\nB 5\nc 3":   {[]int{4, 5, 3, 0, 0}, "12 of 12 voted."},
		"4 9":             {[]int{0, 0, 0, 0, 0}, "13 votes from 12 people: count the hands again, or change the room with people and a number. Nothing is changed.\n"},
		"4 6 1 0 0 0":     {[]int{0, 0, 0, 0, 0}, "Type the counts one after the other"},
		"4 -1":            {[]int{0, 0, 0, 0, 0}, "Type the counts one after the other"},
		"z 4\nfour\nclos": {[]int{0, 0, 0, 0, 0}, "Did you mean close?"},
		"4 6\nrest":       {[]int{4, 6, 0, 2, 0}, "12 of 12 voted."},
		"people 20\n9 9":  {[]int{9, 9, 0, 0, 0}, "18 of 20 voted, 2 to go."},
	} {
		t.Run(typed, func(t *testing.T) {
			d.t = t
			said := d.leading(d.monday("a-request"), "\n\n\n"+typed+"\n")
			if typed == "4 6\nb 7\nc2" {
				want.hands[2] = 0 // it is one too many, and changes nothing
			} else {
				lacks(t, said[strings.LastIndex(said, "Type the counts in the order"):], "\na. ")
			}
			says(t, said, want.said)
			s := d.left()
			var got []int
			for _, c := range s.Ballot().Choices {
				got = append(got, s.HandsFor(c.ID))
			}
			if got = append(got, s.Abstained()); !slices.Equal(got, want.hands) {
				t.Errorf("counted are %v, want %v", got, want.hands)
			}
		})
	}
}

// TestAVoteIsLeftOnceEverybodyHasVoted, or closed as it is.
func TestAVoteIsLeftOnceEverybodyHasVoted(t *testing.T) {
	d := open(t, doctor)
	says(t, d.leading(d.monday("a-request"), "\n\n\n\n5\n\nclose\nclose\n"), "12 of 12 have not voted: type how many abstain, or close the vote as it is. The word close does that.\n", "7 of 12 have not voted", "How the room voted.\n", "5 voted, 7 did not.\n", "There is no vote to close now.\n")
}

// TestOneGoesBackAndAbout: by steps, to any situation, past one, and to another that is put in.
func TestOneGoesBackAndAbout(t *testing.T) {
	d := open(t, doctor)
	said := d.leading(d.monday("a-request", "four-ways"), "\nback\n\nback\nsituation\nskip\nn\nskip\ny\naction\n1\ngo to\n1\nadd\n\nadd\ntwo\ngo\nclosing\nadd\nskip\ny\nend\ny\nnext\nzz\nback\nleave\n")
	says(t, said, "This is where the session begins.\n", "Think.\n", "The situation.\n", "\na. ", "Skip this situation, and go on to the next? (y or n)\n", "(y or n)\n", "\n2 of 2, Four ways to sign. The situation.\n",
		"Which action is voted on?\n1. a, With", "The action: With your name and role\n", "Go to:\n1. A request after clinic: skipped\n2. Four ways to sign: 7 minutes\n3. Closing: what we met", "1 of 2, A request after clinic.",
		"Add after this situation:\n1. ", "It comes after this situation.\n", "2. Two views of a pen name: 7 minutes, added\n", "The closing. What we met.\n", "The session is at its closing", "there is nothing to leave out", "End the session here? back takes it up again. (y or n)\n",
		"The end.\n", "The session has ended", "The session has ended. An empty line leaves", "The closing. What we met.\n", "The session stays open and can be carried on.\n")
}

func TestTheTimeIsStoppedAndGivenMoreOf(t *testing.T) {
	d := open(t, doctor)
	says(t, d.leading(d.monday("a-request"), "\ntime\ntime 1\n\ntime\ntime 1\ntime none\npause\nrepeat\npause\n"), "This step has no time of its own.\n", "Nothing is being timed now", "\n1 minute left.\n", "1 minute left. time 1 gives a minute more.\n", "2 minutes left.\n",
		"is no number of minutes", "Paused, with 2 minutes left. pause lets the time go on.\n", "Paused, with 2 minutes left. pause", "2 minutes left.\n")
}

// TestMinutesAreThoseOfADay: more of them than a number holds are not taken for fewer.
func TestMinutesAreThoseOfADay(t *testing.T) {
	for typed, want := range map[string]int{"8": 8, "1440": 1440, "1441": 0, "307445734562": 0, "0": 0, "-1": 0, "none": 0} {
		if n, err := minutes(typed); n != want || (err == nil) != (want > 0) {
			t.Errorf("%q is %d, %v", typed, n, err)
		}
	}
}

// TestTimeThatIsOverIsSaid when it is asked for, when the step is repeated, and when it is left.
func TestTimeThatIsOverIsSaid(t *testing.T) {
	d := open(t, doctor)
	var out strings.Builder
	later := meanwhile(func() { d.now = d.now.Add(140 * time.Second) })
	New(io.MultiReader(strings.NewReader("\n\n"), later, strings.NewReader("time\nrepeat\n\nleave\n")), &out).opening(d.Tutor, d.monday("a-request"), 12)
	says(t, out.String(), "Think.\n", "1 minute left.\n", "Over by 1 minute 20 seconds. time 1 gives a minute more.\n", "\nOver by 1 minute 20 seconds.\n", "That went over its time by 1 minute 20 seconds.\n\n1 of 1, A request after clinic. Vote.\n")
}

// TestASessionThatWasLeftIsCarriedOn, where it was.
func TestASessionThatWasLeftIsCarriedOn(t *testing.T) {
	d := open(t, doctor)
	d.leading(d.monday("a-request"), "\n\n\n4 6\n")
	said := d.inducting("carry\n2 0\nclose\nstop\n")
	says(t, said, "1. Carry on: Monday: 1 of 1, Vote; begun 22 November 2026\n", "1 of 1, A request after clinic. Vote.\n", "10 of 12 voted. Type the counts in the order a, b, c, d, such as 3 3 3 3, or help.\n", "2 of 12 voted, 10 to go.\n", "How the room voted.\n", "The session stays open and can be carried on.\n")
}

// TestATurnIsReadAsWhatWasAndWhatIs, and at its end what made the difference.
func TestATurnIsReadAsWhatWasAndWhatIs(t *testing.T) {
	desk := tutortest.Open(t, scenariostest.Families(t))
	plan, err := induction.Build(desk.Library.Pack().Bank, "Monday", guidance.UK, 45, induction.Item{Situation: "a-request/from-the-ward"}, induction.Item{Situation: "a-request/on-linkedin"})
	if err != nil {
		t.Fatal(err)
	}
	said := hear(t, "\ngo to\n2\n\n\nclose\n\n\nclose\n\n\nnext\n\nleave\n", func(c *Console) error { c.opening(desk, plan, 12); return nil })
	says(t, said, "2. Then one thing different: ", "2 of 2, A request at eleven. Now one thing is different.\nRead out what was so", "Was: You know him from the ward alone.\nNow: He asks on LinkedIn", "The answer: ", "To take away: ")
}

// TestEveryFormatIsLed: what is voted on, and the key, whatever is asked.
func TestEveryFormatIsLed(t *testing.T) {
	p := scenariostest.Pack(t)
	scenariostest.Each(t, map[string]string{
		"best": "The answer: b.", "choose": "The answer: ", "rank": "First: ", "rate": "The action: ", "discuss": "There is no right answer.",
	}, func(t *testing.T, s *scenarios.Situation, want string) {
		desk := tutortest.Open(t, p)
		plan, err := induction.Build(desk.Library.Pack().Bank, "Monday", guidance.UK, 45, induction.Item{Situation: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		says(t, hear(t, "\n\n\n1 1\nclose\n\n\nclose\n\n\nnext\n\nleave\n", func(c *Console) error { c.opening(desk, plan, 12); return nil }), "1 of 1, ", "Vote.\n", "\n1 of 1, "+s.Title+". The answer.\n", want, "What the guidance says")
	})
}

// TestARatingIsCountedByItsNumbers, one choice alone too.
func TestARatingIsCountedByItsNumbers(t *testing.T) {
	d := open(t, doctor)
	says(t, d.leading(d.monday("four-ways"), "\n\n\n1 2 3 4\n2: 5\nhelp\nrest\n"), "Type the counts in the order 4, 3, 2, 1, such as 3 3 3 3, or help.\n", "10 of 12 voted, 2 to go.\n", "Counted: very appropriate 1, ", " 2, ", " 5, ", "3: 3 counts one choice again.", " 5, ", " 4.\n12 of 12 voted. That is everybody")
	s := d.left()
	for label, want := range map[string]int{"4": 1, "3": 2, "2": 5, "1": 4} {
		for _, c := range s.Ballot().Choices {
			if c.Label == label && s.HandsFor(c.ID) != want {
				t.Errorf("%s has %d, want %d", label, s.HandsFor(c.ID), want)
			}
		}
	}
}
