package craft

import (
	"fmt"
	"slices"
	"strings"

	"probity/scenarios"
)

// Layout lays out what a learner sees, so that it can be measured: whoever draws screens has one.
type Layout interface {
	// Question reports whether the whole question, with all its options, fits a window of so many columns and lines.
	Question(s *scenarios.Situation, width, height int) bool
	// Feedback reports whether the first screen of the feedback on an answer fits such a window.
	Feedback(s *scenarios.Situation, chosen []string, width, height int) bool
}

// fit adds how many variants fit a window, with the feedback on each kind of answer. Without a layout it adds nothing.
func (sh *sheet) fit(families []*scenarios.Family, l Layout) {
	if l == nil {
		return
	}
	var all, several, others []*scenarios.Situation
	for _, f := range families {
		all = append(all, f.Variants...)
		if f.Variants[0].Format.Input() == scenarios.PickSeveral {
			several = append(several, f.Variants...)
		} else {
			others = append(others, f.Variants...)
		}
	}
	b := sh.bars
	fitting := func(key, says string, of []*scenarios.Situation, bar float64, width, height int) {
		var not []string
		for _, s := range of {
			if why := tooLong(l, s, width, height); why != "" {
				not = append(not, s.ID+" ("+why+")")
			}
		}
		if len(of) == 0 {
			return
		}
		share := 100 * float64(len(of)-len(not)) / float64(len(of))
		sh.judge(Figure{Key: key, Says: says, Unit: percent, Value: tenths(share), Of: len(of), Bar: atLeast(bar)}, 1, ": not "+listed(not))
	}
	fitting("fits_80x24", "Fit 80×24, but where several are chosen", others, b.Fits80x24Least, 80, 24)
	fitting("fits_80x24_several", "Fit 80×24, where several are chosen", several, b.Fits80x24SeveralLeast, 80, 24)
	fitting("fits_100x30", "Fit 100×30", all, b.Fits100x30Least, 100, 30)
}

// mostNamed is how many situations one warning names.
const mostNamed = 20

// listed names things, but no more than anybody reads.
func listed(names []string) string {
	if more := len(names) - mostNamed; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:mostNamed], ", "), more)
	}
	return strings.Join(names, ", ")
}

// tooLong says what of a situation does not fit a window; "" where all does.
func tooLong(l Layout, s *scenarios.Situation, width, height int) string {
	if !l.Question(s, width, height) {
		return "the question"
	}
	for _, chosen := range tried(s) {
		if !l.Feedback(s, chosen, width, height) {
			return fmt.Sprintf("the feedback on %s", strings.Join(chosen, " "))
		}
	}
	return ""
}

// tried lists answers of every kind: the key; what follows from trusting the options in an order that begins with each in turn, which
// for one best answer is each option; and the opposite of the key.
func tried(s *scenarios.Situation) [][]string {
	answers := [][]string{s.Key}
	add := func(chosen []string) {
		same := func(other []string) bool { return slices.Equal(other, chosen) }
		if !slices.ContainsFunc(answers, same) {
			answers = append(answers, chosen)
		}
	}
	order := s.OptionIDs()
	for i := range order {
		add(slices.Clone(s.Format.Guess(s, slices.Concat(order[i:], order[:i]))))
	}
	if turned := s.Format.Turned(s); len(turned) > 0 {
		add(turned[0])
	}
	return answers
}
