package fit

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/parts/question"
)

// mostRead is how many words a situation and its feedback show at 80 by 24 in the middle of all, unless one asks for more.
const mostRead = 350

// TestNotMuchIsReadUnlessOneAsksForMore: the words on the screens of a family, answered wrongly, without and with its turn.
func TestNotMuchIsReadUnlessOneAsksForMore(t *testing.T) {
	t.Parallel()
	f := New(builtin(t))
	var alone, turned []int
	for _, family := range f.pack.Bank.Families() {
		first := family.Variants[0]
		if first.Variant == "" {
			continue
		}
		words := f.read(first, nil)
		alone = append(alone, words)
		if len(family.Variants) > 1 && slices.Contains(f.before(family.Variants[1], first.Jurisdictions[0]), first) {
			turned = append(turned, words+f.read(family.Variants[1], first))
		}
	}
	slices.Sort(alone)
	slices.Sort(turned)
	t.Logf("words: median %d, nine in ten under %d; with the turn %d and %d", share(alone, 50), share(alone, 90), share(turned, 50), share(turned, 90))
	if got := share(alone, 50); got > mostRead {
		t.Errorf("the median is %d words, more than %d", got, mostRead)
	}
}

// share is the figure below which so many in a hundred of sorted figures are.
func share(sorted []int, percent int) int { return sorted[(len(sorted)-1)*percent/100] }

// read is how many words a question and the first screen of its feedback show, answered by somebody who guesses.
func (f *Fit) read(s, before *scenarios.Situation) int {
	order := s.OptionIDs()
	q := question.New(f.env)
	q.Layout(f.frame(80, 24))
	q.Ask(s, before, s.Format.Begin(s, order), order)
	answer := answered(s, s.Format.Guess(s, order))
	answer.Before = before
	shown := f.feedback(s.Jurisdictions[0])
	shown.Layout(f.frame(80, 24))
	shown.Show(answer)
	return worded(q.View()) + worded(shown.View())
}

// worded is how many words are on a screen.
func worded(view string) int {
	n := 0
	for _, w := range strings.Fields(ansi.Strip(view)) {
		if strings.ContainsFunc(w, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' }) {
			n++
		}
	}
	return n
}
