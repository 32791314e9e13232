package scenarios

import (
	"slices"
	"strings"
	"time"
)

// wordsPerMinute is how fast adults read English text that is no fiction, in silence: the mean over 190 studies in Brysbaert, "How many
// words do we read per minute?", Journal of Memory and Language 109 (2019), 104047.
const wordsPerMinute = 238

// citedWords is about how many words the extract and the principle have that every feedback shows.
const citedWords = 60

// Length is how long it is expected to take to read a situation, to answer it, and to read the first screen of its feedback, which shows
// about half of the rationales.
func (s *Situation) Length() time.Duration {
	told := wordsIn(s.Lead) + wordsIn(s.Facts)
	if s.Lead == "" {
		told = wordsIn(s.Stem)
	}
	for _, o := range s.Options {
		told += wordsIn(o.Text)
	}
	return reading(told+wordsIn(s.Ask)+s.explained()) + answering(s.Format)
}

// TurnLength is how long a situation is expected to take as a turn: lead and options were read just before.
func (s *Situation) TurnLength() time.Duration {
	return reading(wordsIn(s.Facts)+s.explained()) + answering(s.Format)
}

// explained is how many words of feedback are read.
func (s *Situation) explained() int {
	n := 0
	for _, o := range s.Options {
		n += wordsIn(o.Why)
	}
	return n/2 + citedWords
}

func reading(words int) time.Duration { return time.Duration(words) * time.Minute / wordsPerMinute }

// answering is how long it is expected to take to weigh the options and to say how sure one is. These are estimates of our own, which a
// learner's pace corrects.
func answering(f Format) time.Duration {
	switch f.Input() {
	case PickOne:
		return 15 * time.Second
	case PickSeveral:
		return 20 * time.Second
	case PutInOrder:
		return 30 * time.Second
	case GiveNumbers:
		return 30 * time.Second
	}
	return 0
}

func wordsIn(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// Timing is how long one answer took beside how long it was expected to take.
type Timing struct{ Expected, Taken time.Duration }

// What a pace is worked out from, and how far from 1 it can be: an afternoon with interruptions says little about the next one.
const (
	leastTimings = 6
	fastestPace  = 0.5
	slowestPace  = 2.0
)

// Pace is the time that a learner takes in proportion to what is expected: the median of their answers. It is 1 while there are too few
// to say.
func Pace(timings []Timing) float64 {
	var ratios []float64
	for _, t := range timings {
		if t.Expected > 0 && t.Taken > 0 {
			ratios = append(ratios, float64(t.Taken)/float64(t.Expected))
		}
	}
	if len(ratios) < leastTimings {
		return 1
	}
	slices.Sort(ratios)
	return min(max(ratios[len(ratios)/2], fastestPace), slowestPace)
}
