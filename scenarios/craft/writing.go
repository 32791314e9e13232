package craft

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/scenarios"
)

// writing adds how long and how plain the texts are.
func (sh *sheet) writing(families []*scenarios.Family, lessons []scenarios.Principle) {
	sh.stems(families)
	sh.options(families)
	sh.rationales(families)
	var items []item
	for _, p := range lessons {
		n := utf8.RuneCountInString(p.Lesson)
		items = append(items, item{p.ID, float64(n), fmt.Sprintf("the lesson has %d characters", n)})
	}
	sh.each(Figure{Key: "lesson_characters", Says: "Characters of a lesson, most", Unit: characters, Bar: atMost(sh.bars.LessonCharactersMost)}, items)
}

// stems adds what there is to read before the options.
func (sh *sheet) stems(families []*scenarios.Family) {
	var length, names []item
	inSentences, sentences := 0, 0
	count := func(told string) {
		inSentences += len(strings.Fields(told))
		sentences += len(text.Sentences(told))
	}
	for _, f := range families {
		count(f.Variants[0].Lead)
		for _, s := range f.Variants {
			count(s.Facts)
			n, people := len(strings.Fields(s.Stem)), people(s.Stem)
			length = append(length, item{s.ID, float64(n), fmt.Sprintf("lead and facts have %d words", n)})
			names = append(names, item{s.ID, float64(len(people)), "people are named: " + strings.Join(people, ", ")})
		}
	}
	b := sh.bars
	sh.each(Figure{Key: "words", Says: "Words of lead and facts, most", Unit: words, Bar: atMost(b.WordsMost)}, length)
	sh.judge(Figure{Key: "words_median", Says: "The same, median", Unit: words, Value: median(length), Of: len(families), Bar: atMost(b.WordsMedianMost)}, EnoughFamilies, "")
	if sentences > 0 {
		sh.judge(Figure{
			Key: "sentence_words", Says: "Words of a sentence there, mean", Unit: words, Of: len(families),
			Value: tenths(float64(inSentences) / float64(sentences)), Bar: atMost(b.SentenceWordsMost),
		}, EnoughFamilies, "")
	}
	sh.each(Figure{Key: "names", Says: "People named in one situation, most", Bar: atMost(b.NamesMost)}, names)
}

// options adds the length of the options, which a family has once.
func (sh *sheet) options(families []*scenarios.Family) {
	var length, lines []item
	for _, f := range families {
		s := f.Variants[0]
		for _, o := range s.Options {
			n := len(strings.Fields(o.Text))
			length = append(length, item{f.ID, float64(n), fmt.Sprintf("option %s has %d words", o.ID, n)})
			if n := utf8.RuneCountInString(o.Text); onALine(s) {
				lines = append(lines, item{f.ID, float64(n), fmt.Sprintf("option %s has %d characters", o.ID, n)})
			}
		}
	}
	b := sh.bars
	sh.each(Figure{Key: "option_words", Says: "Words of an option, most", Unit: words, Bar: atMost(b.OptionWordsMost)}, length)
	sh.judge(Figure{Key: "option_words_median", Says: "The same, median", Unit: words, Value: median(length), Of: len(families), Bar: atMost(b.OptionWordsMedianMost)}, EnoughFamilies, "")
	sh.each(Figure{Key: "option_characters", Says: "Characters of a one-line option, most", Unit: characters, Bar: atMost(b.OptionCharactersMost)}, lines)
}

// onALine reports whether each option should fit on a line: where several are chosen, or each has a number, there are many.
func onALine(s *scenarios.Situation) bool {
	switch s.Format.Input() {
	case scenarios.PickSeveral, scenarios.GiveNumbers:
		return true
	case scenarios.PickOne, scenarios.PutInOrder:
	}
	return false
}

// rationales adds the length of the rationales. One that holds in several variants is looked at once.
func (sh *sheet) rationales(families []*scenarios.Family) {
	var length, first []item
	for _, f := range families {
		seen := map[string]bool{}
		for _, s := range f.Variants {
			for _, o := range s.Options {
				if seen[o.ID+o.Why] {
					continue
				}
				seen[o.ID+o.Why] = true
				n := utf8.RuneCountInString(strings.TrimSpace(o.Why))
				length = append(length, item{s.ID, float64(n), fmt.Sprintf("the rationale of option %s has %d characters", o.ID, n)})
				n = utf8.RuneCountInString(slices.Concat(text.Sentences(o.Why), []string{""})[0])
				first = append(first, item{s.ID, float64(n), fmt.Sprintf("the first sentence of option %s's rationale has %d characters", o.ID, n)})
			}
		}
	}
	b := sh.bars
	sh.each(Figure{Key: "rationale_characters", Says: "Characters of a rationale, most", Unit: characters, Bar: atMost(b.RationaleCharactersMost)}, length)
	sh.each(Figure{Key: "rationale_first_sentence", Says: "Characters of its first sentence, most", Unit: characters, Bar: atMost(b.RationaleFirstSentenceMost)}, first)
}

// median is the middle value; 0 of none.
func median(items []item) float64 {
	var values []float64
	for _, it := range items {
		values = append(values, it.value)
	}
	slices.Sort(values)
	n := len(values)
	switch {
	case n == 0:
		return 0
	case n%2 == 0:
		return (values[n/2-1] + values[n/2]) / 2
	}
	return values[n/2]
}
