package craft

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/scenarios"
)

// CueFinding is the share of the marks, in one format, of a guesser who goes by one cue alone.
type CueFinding struct {
	Format     string  `json:"format"`
	Cue        string  `json:"cue"`
	Situations int     `json:"situations"`
	Earned     float64 `json:"earned"` // share of the marks
	Chance     float64 `json:"chance"` // share that chance brings
	Leaks      bool    `json:"leaks"`  // further from chance than is allowed
}

const (
	enoughForCue = 8  // situations of a format before a figure means anything
	tieBreaks    = 64 // orders tried where the cue does not decide
)

// cue scores an option: the guesser takes the highest first.
type cue struct {
	name  string
	score func(s *scenarios.Situation, i int) float64
}

var (
	hedge       = text.Expression(`(?i)\b(discuss|consider|where appropriate|if needed|carefully|perhaps|may|might|could)\b`)
	restriction = text.Expression(`(?i)\b(delete|decline|report|block|refuse|remove|avoid|stop|leave the group|take down|nothing)\b`)
)

// cues are the surface cues that a guesser could learn.
func cues() []cue {
	length := func(s *scenarios.Situation, i int) float64 { return float64(utf8.RuneCountInString(s.Options[i].Text)) }
	count := func(words *regexp.Regexp) func(*scenarios.Situation, int) float64 {
		return func(s *scenarios.Situation, i int) float64 {
			return float64(len(words.FindAllString(s.Options[i].Text, -1)))
		}
	}
	return []cue{
		{"longest", length},
		{"shortest", func(s *scenarios.Situation, i int) float64 { return -length(s, i) }},
		{"first", func(_ *scenarios.Situation, i int) float64 { return -float64(i) }},
		{"most hedged", count(hedge())},
		{"most restrictive", count(restriction())},
		{"most words of the stem", func(s *scenarios.Situation, i int) float64 {
			return within(content(s.Options[i].Text), content(s.Stem))
		}},
	}
}

// cueFindings works out, for each scored format with enough situations, what each cue earns, and where that is more points from chance
// than are allowed. A family counts once, by the mean over its variants. Where a cue does not decide between options, the mean over
// many orders counts; they are the same ones every time.
func cueFindings(families []*scenarios.Family, points float64) []CueFinding {
	var out []CueFinding
	for _, format := range scenarios.Formats() {
		own := slices.DeleteFunc(slices.Clone(families), func(f *scenarios.Family) bool { return f.Variants[0].Format != format })
		if len(own) < enoughForCue || !format.Scored() {
			continue
		}
		for _, c := range cues() {
			earned := mean(own, func(f *scenarios.Family) float64 {
				return mean(f.Variants, func(s *scenarios.Situation) float64 { return guess(s, c) })
			})
			chance := mean(own, func(f *scenarios.Family) float64 { return format.Chance(f.Variants[0]) })
			out = append(out, CueFinding{format.Name(), c.name, len(own), earned, chance, 100*math.Abs(earned-chance) > points})
		}
	}
	return out
}

// guess is the share of the marks that going by a cue earns on one situation.
func guess(s *scenarios.Situation, c cue) float64 {
	rng := rand.New(rand.NewPCG(1, 2))
	order, scores := make([]int, len(s.Options)), make([]float64, len(s.Options))
	for i := range order {
		order[i], scores[i] = i, c.score(s, i)
	}
	total := 0.0
	for range tieBreaks {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		byCue := slices.Clone(order)
		slices.SortStableFunc(byCue, func(i, j int) int { return cmp.Compare(scores[j], scores[i]) })
		var ids []string
		for _, i := range byCue {
			ids = append(ids, s.Options[i].ID)
		}
		total += s.Format.Mark(s, s.Format.Guess(s, ids)).Marks
	}
	return total / tieBreaks / s.Format.Available(s)
}

// String is the finding in one line.
func (c CueFinding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-7s %-23s earns %3.0f %%  chance %3.0f %%", c.Format, c.Cue, 100*c.Earned, 100*c.Chance)
	if c.Leaks {
		b.WriteString("  leaks")
	}
	return b.String()
}
