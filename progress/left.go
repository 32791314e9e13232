// Practices and reviews that were left.

package progress

import (
	"slices"
	"time"
)

// Left is a sitting with drawn situations that were not yet answered in it, or left before its summary was shown, and its answers so far.
type Left struct {
	Sitting
	Answers []Answer
	Since   time.Time // when it was left with everything answered; zero while something is not
}

// Unfinished returns what was left and can be taken up, the newest first. Beginning a sitting gives up an earlier one of its strand that lacks
// no more than its summary; one that lacks answers only once something is answered in the newer, but for a review: what was due there stays due.
// Those without an answer come last, and behind them one of a single situation, looked at in passing, which gives up none of the others.
func (h *History) Unfinished() (left []Left) {
	begun, seen := map[strand]bool{}, map[strand]bool{}
	var untouched, passing []Left
	for _, s := range slices.Backward(h.sittings) {
		of := s.strand()
		if s.Kind == Assessment || begun[of] {
			continue
		}
		answers := h.answersIn(s)
		open, since := s.open(answers), h.leftAtItsEnd(s)
		begun[of] = of == passed || len(answers) > 0 || s.Kind == Review && s.Today == 0
		switch {
		case open && of == passed:
			passing = append(passing, Left{Sitting: s})
		case open && len(answers) == 0 && !seen[of]:
			untouched = append(untouched, Left{Sitting: s})
		case len(answers) > 0 && (open || !since.IsZero() && !seen[of]):
			left = append(left, Left{s, answers, since})
		}
		seen[of] = true
	}
	return slices.Concat(left, untouched, passing)
}

// strand is what a sitting is one of, where the latest alone can be taken up.
type strand string

// The strands, beside a practice and a review.
const (
	todays strand = "today"
	passed strand = "passed" // looked at in passing
)

// strand is what was chosen, what is due, Today, which may be of either kind, or a single situation looked at in passing. A review may be of
// one principle, and is a review all the same.
func (s Sitting) strand() strand {
	switch {
	case (s.Kind == Practice || s.Today == 1) && len(s.Drawn) < 2:
		return passed
	case s.Today == 1:
		return todays
	}
	return strand(s.Kind)
}

// open reports whether something drawn in the sitting is not among the answers given in it.
func (s Sitting) open(answers []Answer) bool {
	return slices.ContainsFunc(s.Drawn, func(situation string) bool {
		return !slices.ContainsFunc(answers, func(a Answer) bool { return a.Situation() == situation })
	})
}

// leftAtItsEnd is when a sitting was left although its summary was not shown yet; zero where it was not.
func (h *History) leftAtItsEnd(s Sitting) time.Time {
	for _, f := range slices.Backward(h.flags) {
		if f.Seq < s.Seq {
			break
		}
		if f.Sitting == s.ID {
			if f.Left == 1 {
				return f.At
			}
			break
		}
	}
	return time.Time{}
}
