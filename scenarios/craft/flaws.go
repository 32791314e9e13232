package craft

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
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

var negative = text.Expression(`(?i)\b(not|never|except|incorrect|wrong|worst)\b|n't\b`)

// flaws lists what is wrong with the writing of one family, or of a situation that is told alone. What its variants share is said
// once.
func flaws(f *scenarios.Family) []Finding {
	var out []Finding
	warn := func(subject, format string, args ...any) {
		out = append(out, Finding{subject, fmt.Sprintf(format, args...)})
	}
	s := f.Variants[0]
	if n := len(strings.Fields(s.Stem)); toldAlone(f) && (n < fewestStemWords || n > mostStemWords) {
		warn(f.ID, "the stem has %d words: %d to %d read well", n, fewestStemWords, mostStemWords)
	}
	if word := negative().FindString(s.Ask); word != "" {
		warn(f.ID, "the ask is worded negatively (%q): ask for what is right", word)
	}
	if says := keyLength(s); says != "" && toldAlone(f) {
		warn(f.ID, "%s", says)
	}
	for i, a := range s.Options {
		for _, b := range s.Options[:i] {
			switch shared := common(content(a.Text), content(b.Text)); {
			case strings.EqualFold(strings.TrimSpace(a.Text), strings.TrimSpace(b.Text)):
				warn(f.ID, "options %s and %s are the same", b.ID, a.ID)
			case shared > overlap:
				warn(f.ID, "options %s and %s overlap: they share %.0f %% of their words", b.ID, a.ID, 100*shared)
			}
		}
	}
	return append(out, repeating(f)...)
}

// repeating lists the rationales that say no more than their option. One that holds in several variants is listed once.
func repeating(f *scenarios.Family) []Finding {
	var out []Finding
	seen := map[string]bool{}
	for _, s := range f.Variants {
		for _, o := range s.Options {
			if !seen[o.ID+o.Why] && within(content(o.Why), content(o.Text)) > repeats {
				out = append(out, Finding{s.ID, fmt.Sprintf("the rationale of option %s only repeats the option: say why", o.ID)})
			}
			seen[o.ID+o.Why] = true
		}
	}
	return out
}

// hasDistractors reports whether the key tells right options from wrong ones.
func hasDistractors(s *scenarios.Situation) bool { return s.Format.Scored() && s.Format.Outright() }

// keyLength says where the length of the key gives it away; "" where it does not.
func keyLength(s *scenarios.Situation) string {
	switch ratio := lengthRatio(sides([]*scenarios.Situation{s})); {
	case ratio > longKey:
		return fmt.Sprintf("the key is %.1f times as long as the other options: length gives it away", ratio)
	case ratio > 0 && ratio < shortKey:
		return fmt.Sprintf("the key is %.1f times as long as the other options: its shortness gives it away", ratio)
	}
	return ""
}

// lengthRatio is how many times as long options that are ever keyed are as those that never are, on average; 0 where there are none to
// compare.
func lengthRatio(options []keyed) float64 {
	length := func(ever bool) float64 {
		side := slices.DeleteFunc(slices.Clone(options), func(o keyed) bool { return o.ever != ever })
		return mean(side, func(o keyed) float64 { return float64(utf8.RuneCountInString(o.Text)) })
	}
	if never := length(false); never > 0 {
		return length(true) / never
	}
	return 0
}

var absolute = text.Expression(`(?i)\b(always|never|only)\b`)

// absolutes warns when "always", "never" and "only" stand more often in distractors than in options that are a key: a guesser learns
// to avoid them.
func absolutes(families []*scenarios.Family) []Finding {
	var in, of [2]float64 // distractors, keys
	for _, f := range families {
		for _, o := range sides(f.Variants) {
			side := 0
			if o.ever {
				side = 1
			}
			of[side]++
			if absolute().MatchString(o.Text) {
				in[side]++
			}
		}
	}
	if of[0] == 0 || of[1] == 0 || in[0]/of[0] <= in[1]/of[1] {
		return nil
	}
	return []Finding{{"options", fmt.Sprintf("\"always\", \"never\" or \"only\" stand in %.0f of %.0f distractors and in %.0f of %.0f keys: a guesser learns to avoid them", in[0], of[0], in[1], of[1])}}
}

var wordPattern = text.Expression(`[\pL']+`)

// stopWords are too common to tell texts apart.
const stopWords = " the and that with your from this they them then than have what when which into would could there their his her him she for you are was were not but had has its who "

// content is the set of words that carry a text's meaning.
func content(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordPattern().FindAllString(strings.ToLower(text), -1) {
		if utf8.RuneCountInString(w) > 3 && !strings.Contains(stopWords, " "+w+" ") {
			out[w] = true
		}
	}
	return out
}

// common is the share of two sets' words that is in both.
func common(a, b map[string]bool) float64 {
	both := inBoth(a, b)
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
	return float64(inBoth(a, b)) / float64(len(a))
}

// inBoth counts the words that two sets share.
func inBoth(a, b map[string]bool) (n int) {
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}
