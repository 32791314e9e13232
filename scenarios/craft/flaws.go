package craft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/scenarios"
)

// What a reviewer accepts.
const (
	fewestStemWords = 40
	mostStemWords   = 170
	longKey         = 1.5  // times the mean length of the other options
	shortKey        = 0.67 // times that
	overlap         = 0.7  // share of content words that two options have in common
	repeats         = 0.8  // share of a rationale's content words that stand in its option
)

var negative = regexp.MustCompile(`(?i)\b(not|never|except|incorrect|wrong|worst)\b|n't\b`)

// flaws lists what is wrong with the writing of one situation.
func flaws(s *scenarios.Situation) []string {
	var out []string
	if n := len(strings.Fields(s.Stem)); n < fewestStemWords || n > mostStemWords {
		out = append(out, fmt.Sprintf("the stem has %d words: %d to %d read well", n, fewestStemWords, mostStemWords))
	}
	if word := negative.FindString(s.Ask); word != "" {
		out = append(out, fmt.Sprintf("the ask is worded negatively (%q): ask for what is right", word))
	}
	out = append(out, keyLength(s)...)
	for i, a := range s.Options {
		for _, b := range s.Options[:i] {
			switch shared := common(content(a.Text), content(b.Text)); {
			case strings.EqualFold(strings.TrimSpace(a.Text), strings.TrimSpace(b.Text)):
				out = append(out, fmt.Sprintf("options %s and %s are the same", b.ID, a.ID))
			case shared > overlap:
				out = append(out, fmt.Sprintf("options %s and %s overlap: they share %.0f %% of their words", b.ID, a.ID, 100*shared))
			}
		}
		if within(content(a.Why), content(a.Text)) > repeats {
			out = append(out, fmt.Sprintf("the rationale of option %s only repeats the option: say why", a.ID))
		}
	}
	return out
}

// hasDistractors reports whether the key tells right options from wrong ones.
func hasDistractors(s *scenarios.Situation) bool { return s.Format.Scored() && s.Format.Outright() }

// keyLength compares the key's length with the distractors'.
func keyLength(s *scenarios.Situation) []string {
	if !hasDistractors(s) {
		return nil
	}
	var key, others, n float64
	for _, o := range s.Options {
		if slices.Contains(s.Key, o.ID) {
			key += float64(utf8.RuneCountInString(o.Text)) / float64(len(s.Key))
		} else {
			others += float64(utf8.RuneCountInString(o.Text))
			n++
		}
	}
	if n == 0 || others == 0 {
		return nil
	}
	switch ratio := key / (others / n); {
	case ratio > longKey:
		return []string{fmt.Sprintf("the key is %.1f times as long as the other options: length gives it away", ratio)}
	case ratio < shortKey:
		return []string{fmt.Sprintf("the key is %.1f times as long as the other options: its shortness gives it away", ratio)}
	}
	return nil
}

var absolute = regexp.MustCompile(`(?i)\b(always|never|only)\b`)

// absolutes warns when "always", "never" and "only" stand more often in distractors than in keys: a guesser learns to
// avoid them.
func absolutes(situations []*scenarios.Situation) []Finding {
	var in, of [2]float64 // distractors, keys
	for _, s := range situations {
		if !hasDistractors(s) {
			continue
		}
		for _, o := range s.Options {
			side := 0
			if slices.Contains(s.Key, o.ID) {
				side = 1
			}
			of[side]++
			if absolute.MatchString(o.Text) {
				in[side]++
			}
		}
	}
	if of[0] == 0 || of[1] == 0 || in[0]/of[0] <= in[1]/of[1] {
		return nil
	}
	return []Finding{{"options", fmt.Sprintf("\"always\", \"never\" or \"only\" stand in %.0f of %.0f distractors and in %.0f of %.0f keys: a guesser learns to avoid them", in[0], of[0], in[1], of[1])}}
}

var wordPattern = regexp.MustCompile(`[\pL']+`)

// stopWords are too common to tell texts apart.
const stopWords = " the and that with your from this they them then than have what when which into would could there their his her him she for you are was were not but had has its who "

// content is the set of words that carry a text's meaning.
func content(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordPattern.FindAllString(strings.ToLower(text), -1) {
		if utf8.RuneCountInString(w) > 3 && !strings.Contains(stopWords, " "+w+" ") {
			out[w] = true
		}
	}
	return out
}

// common is the share of two sets' words that is in both.
func common(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	if all := len(a) + len(b) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 0
}

// within is the share of a's words that are in b.
func within(a, b map[string]bool) float64 {
	if len(a) == 0 {
		return 0
	}
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(len(a))
}
