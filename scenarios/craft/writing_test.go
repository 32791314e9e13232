package craft

import (
	"fmt"
	"strings"
	"testing"

	"probity/scenarios"
)

func TestMedian(t *testing.T) {
	items := func(values ...float64) (out []item) {
		for _, v := range values {
			out = append(out, item{value: v})
		}
		return out
	}
	for _, c := range []struct {
		of   []item
		want float64
	}{{nil, 0}, {items(3), 3}, {items(9, 1, 4), 4}, {items(9, 1, 4, 5), 4.5}} {
		if got := median(c.of); got != c.want {
			t.Errorf("the median of %v is %v, want %v", c.of, got, c.want)
		}
	}
}

// TestLengths: each text at its bar and one beyond it, with what the author is told.
func TestLengths(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("word ", n)) }
	for name, c := range map[string]struct {
		format string
		change func(s *scenarios.Situation, lesson *scenarios.Principle, beyond int)
		told   string
	}{
		"lead and facts": {"best", func(s *scenarios.Situation, _ *scenarios.Principle, beyond int) { s.Stem = words(85 + beyond) }, "{family/1 lead and facts have 86 words"},
		"an option": {"best", func(s *scenarios.Situation, _ *scenarios.Principle, beyond int) {
			s.Options[1].Text = words(24 + beyond)
		}, "{family option b has 25 words"},
		"an option on a line": {"choose", func(s *scenarios.Situation, _ *scenarios.Principle, beyond int) {
			s.Options[1].Text = strings.Repeat("é", 71+beyond)
		}, "{family option b has 72 characters"},
		"a rationale": {"best", func(s *scenarios.Situation, _ *scenarios.Principle, beyond int) {
			s.Options[2].Why = "So. É" + strings.Repeat("é", 205+beyond)
		}, "{family/1 the rationale of option c has 211 characters"},
		"its first sentence": {"best", func(s *scenarios.Situation, _ *scenarios.Principle, beyond int) {
			s.Options[2].Why = strings.Repeat("é", 139+beyond) + ". So."
		}, "{family/1 the first sentence of option c's rationale has 141 characters"},
		"names": {"best", func(s *scenarios.Situation, _ *scenarios.Principle, beyond int) {
			s.Stem = "You ask Tom and Dee" + strings.Repeat(" or Amara", beyond)
		}, "{family/1 people are named: Tom, Dee, Amara"},
		"a lesson": {"best", func(_ *scenarios.Situation, p *scenarios.Principle, beyond int) {
			p.Lesson = strings.Repeat("é", 76+beyond)
		}, "{named the lesson has 77 characters"},
	} {
		t.Run(name, func(t *testing.T) {
			for beyond := range 2 {
				keys := []string{"a", "b"}
				if c.format == "choose" {
					keys = []string{"a b", "c d"}
				}
				f, lesson, sh := turning(t, c.format, 5, keys...), scenarios.Principle{ID: "named"}, sheet{bars: bars()}
				c.change(f.Variants[1], &lesson, beyond)
				if !strings.HasPrefix(c.told, "{family/") {
					c.change(f.Variants[0], &lesson, beyond) // what a family has once stands in every variant
				}
				sh.writing([]*scenarios.Family{f}, []scenarios.Principle{lesson})
				if got := fmt.Sprint(sh.warnings); strings.Contains(got, c.told) != (beyond > 0) || len(sh.warnings) != beyond {
					t.Errorf("%d beyond the bar the author is told %s", beyond, got)
				}
			}
		})
	}
}

// TestAFamilyIsNotWarnedForEachVariant of what its variants share.
func TestAFamilyIsNotWarnedForEachVariant(t *testing.T) {
	f := turning(t, "best", 5, "a", "b", "c")
	for _, s := range f.Variants {
		s.Ask = "Which is not right?"
		s.Stem = "Short."
		s.Options[0] = scenarios.Option{ID: "a", Text: "Answer privately tonight", Why: "Answer privately tonight."}
		s.Options[1] = scenarios.Option{ID: "b", Text: "Answer privately tonight"}
		for i, text := range []string{"Decline", "Accept", "Report"} {
			s.Options[2+i].Text = text
		}
	}
	if got := flaws(f); len(got) != 3 || !strings.Contains(fmt.Sprint(got), "only repeats the option") {
		t.Errorf("the warnings are %v, want one each for the ask, two options that are the same, and a rationale", got)
	}
}
