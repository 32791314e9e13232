package exchange

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/exchange/markup"
)

// answers gives a situation its format, options and key. It returns why Probity has no situation like this; "" where it has.
func answers(s *scenarios.Situation, q Question) (refused string) {
	input, from := scenarios.PickOne, inNeutralOrder(q)
	switch q.Kind {
	case OneOf, TrueFalse:
		s.Key = fullMarks(from)
	case SeveralOf:
		input = scenarios.PickSeveral
		s.Key = someMarks(from)
	case InOrder:
		input = scenarios.PutInOrder
		s.Key = order(from, q.Answers)
	case Matching:
		input = scenarios.GiveNumbers
		if s.Key = ratedKey(from); s.Key == nil {
			return "it matches other things than how appropriate each of several actions is"
		}
	case Open:
		return "it is answered in words, and Probity marks what is chosen: tell it as a discussion with three to five positions"
	}
	s.Format = answeredBy(input)
	for i, a := range from {
		why := markup.PlainLine(a.Feedback)
		s.Options = append(s.Options, scenarios.Option{ID: letter(i), Text: markup.PlainLine(a.Text), Why: cmp.Or(why, scenarios.NoReason), Stated: []string{scenarios.Uncited}})
	}
	explain(s, q)
	return ""
}

// answeredBy is the format with marks that is answered in a way.
func answeredBy(input scenarios.Input) scenarios.Format {
	all := scenarios.Formats()
	return all[slices.IndexFunc(all, func(f scenarios.Format) bool { return f.Scored() && f.Input() == input })]
}

// explain keeps the feedback that a question has for every answer: behind the reason of the key, where one answer is right, else among the
// prompts for a room, since it is of the whole. Of a question that was made of a situation it holds the rationales.
func explain(s *scenarios.Situation, q Question) {
	general := markup.PlainLine(q.Feedback)
	switch {
	case general == "":
	case q.written():
		for i, o := range s.Options {
			if !o.Reasoned() {
				s.Options[i].Why = cmp.Or(explained(q, o), scenarios.NoReason)
			}
		}
	case s.Format.Input() == scenarios.PickOne && len(s.Key) == 1:
		o := &s.Options[slices.IndexFunc(s.Options, func(o scenarios.Option) bool { return o.ID == s.Key[0] })]
		if o.Reasoned() {
			o.Why += " " + general
		} else {
			o.Why = general
		}
	default:
		s.Talk = append(s.Talk, general)
	}
}

// explained is the rationale of an option in the general feedback of a question that was made of a situation; "" where it has none.
func explained(q Question, o scenarios.Option) string {
	begin := reasonOf(o)
	for line := range strings.Lines(q.Feedback) {
		if rest, is := strings.CutPrefix(line, begin); is {
			_, why, _ := strings.Cut(rest, ": ")
			return markup.PlainLine(why)
		}
	}
	return ""
}

// inNeutralOrder are the answers in the order in which they are to stand: that of the bank, unless it has the right ones first, as many
// banks do since they deal them out anew. Then it is that of the alphabet.
func inNeutralOrder(q Question) []Answer {
	out := slices.DeleteFunc(slices.Clone(q.Answers), func(a Answer) bool { return markup.PlainLine(a.Text) == "" })
	first := len(out) > 0 && out[0].Share > 0
	if q.Kind == InOrder || first && !q.written() && q.Kind != TrueFalse {
		slices.SortStableFunc(out, func(x, y Answer) int { return strings.Compare(text.Fold(x.Text), text.Fold(y.Text)) })
	}
	return out
}

// most is a share of the marks that is all of them, as banks round it.
const most = 0.9999

// fullMarks are the answers that have all marks.
func fullMarks(from []Answer) []string {
	return keyed(from, func(a Answer) bool { return a.Share >= most })
}

// someMarks are the answers that have marks.
func someMarks(from []Answer) []string {
	return keyed(from, func(a Answer) bool { return a.Share > 0 })
}

func keyed(from []Answer, right func(Answer) bool) []string {
	var key []string
	for i, a := range from {
		if right(a) {
			key = append(key, letter(i))
		}
	}
	return key
}

// order is the letters of answers, in the order in which they are right.
func order(from, right []Answer) []string {
	var key []string
	for _, r := range right {
		if i := slices.Index(from, r); i >= 0 {
			key = append(key, letter(i))
		}
	}
	return key
}

// ratedKey is the key of answers that are matched with the words of ratings; nil where they are matched with something else.
func ratedKey(from []Answer) []string {
	words := ratings()
	var key []string
	for i, a := range from {
		match := text.Fold(markup.ToPlain(a.Match))
		at := slices.IndexFunc(words, func(w string) bool { return text.Fold(w) == match })
		if at < 0 {
			return nil
		}
		key = append(key, letter(i)+"="+strconv.Itoa(len(words)-at))
	}
	return key
}

// letter is the id of an option.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return "a" + strconv.Itoa(i)
}
