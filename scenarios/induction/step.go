package induction

import "slices"

// Step is what the room is doing with a situation.
type Step string

// The steps, in their order. Facts keep these words.
const (
	Situation   Step = "situation"    // it is read, alone on the screen
	Think       Step = "think"        // everybody decides alone, against a countdown
	Vote        Step = "vote"         // hands are counted
	Spread      Step = "spread"       // how the room voted, without the key
	Discuss     Step = "discuss"      // the room argues, against a countdown
	VoteAgain   Step = "vote-again"   // hands are counted a second time
	BeforeAfter Step = "before-after" // both votes side by side, without the key
	Reveal      Step = "reveal"       // the key, and the rationale of every option
	Guidance    Step = "guidance"     // the extracts that it rests on
	TakeAway    Step = "take-away"    // the principle's lesson
)

// Those of the closing, after the last situation.
const (
	Lessons Step = "lessons"      // what the situations came down to
	Fist    Step = "fist-to-five" // hands are counted once more: how sure everybody is
)

// Steps lists the steps of a situation in their order.
func Steps() []Step {
	return []Step{Situation, Think, Vote, Spread, Discuss, VoteAgain, BeforeAfter, Reveal, Guidance, TakeAway}
}

// all are the steps of a situation and those of the closing.
func all() []Step { return append(Steps(), Lessons, Fist) }

// Title is the step as the room reads it.
func (s Step) Title() string {
	return s.words("The situation", "Think", "Vote", "How the room voted", "Discuss", "Vote again", "Before and after",
		"The answer", "The guidance", "To take away", "What we met", "Fist to five")
}

// Cue tells the facilitator what to do in the step.
func (s Step) Cue() string {
	return s.words(
		"Read it aloud, or give the room time to read.",
		"Everybody decides alone, in silence.",
		"One hand each. Type the counts one after the other, in the order shown.",
		"Give it a moment. Say nothing yet of what is right.",
		"Ask somebody from each side to say why. Give no hint of the key.",
		"Minds may change. One hand each.",
		"Ask somebody who moved what moved them.",
		"Go through the rationales, beginning with the choice that drew most votes.",
		"Show where it is written, and how strongly: a must, a should, or something to consider.",
		"Read the line, leave it a moment, and go on.",
		"Let the room read what today came down to. Ask who will do one thing differently.",
		"Everybody shows at once how sure they are, from a fist to five fingers. Type the counts from five down to the fist.",
	)
}

// phoneCue is the cue of a vote that phones take part in: hands are those of whoever has none.
func (s Step) phoneCue() string {
	switch s {
	case VoteAgain:
		return "Minds may change: phones vote once more. Type the hands of those without one."
	case Fist:
		return "Everybody says how sure they are. Phones vote by themselves; type the fingers of those without one, from five down to the fist."
	}
	return "Phones vote by themselves. Type the hands of those without one, one count after the other: 2 1 0 0 1."
}

// words picks what is said of the step; "" for a step that there isn't.
func (s Step) words(each ...string) string {
	if i := s.place(); i >= 0 {
		return each[i]
	}
	return ""
}

// timed reports whether the step has a countdown.
func (s Step) timed() bool { return s == Think || s == Discuss }

// round is 1 in the first vote and in that of the closing, 2 in the second and 0 elsewhere.
func (s Step) round() int {
	switch s {
	case Vote:
		return 1
	case VoteAgain:
		return 2
	case Fist:
		return 1
	}
	return 0
}

// place is where the step comes, from 0; -1 for a step that there isn't.
func (s Step) place() int { return slices.Index(all(), s) }

// reached reports whether the step is the other or comes after it.
func (s Step) reached(other Step) bool { return s.place() >= other.place() }
