package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/pack"
)

// About is what a file of questions does not say of the pack that is made of it.
type About struct {
	ID        string // of the pack
	Title     string
	Countries []guidance.Jurisdiction // where its situations are offered
}

// Draft makes a pack of questions: each becomes a situation that is told alone and cites nothing yet. What is left out, or kept in part,
// is listed.
func Draft(questions []Question, about About) (pack.Draft, []Loss) {
	in := incoming{about: about, draft: pack.Draft{ID: about.ID, Title: about.Title, Jurisdictions: about.Countries}, ids: map[string]int{}, topics: map[string]string{}}
	in.nameAll(questions)
	for i, q := range questions {
		in.take(q, in.named[i])
	}
	return in.draft, in.lost
}

// incoming is a pack in the making.
type incoming struct {
	about  About
	draft  pack.Draft
	lost   []Loss
	ids    map[string]int    // how often an id was wanted
	named  []string          // the ids of the questions
	topics map[string]string // ids, by category
}

// take makes a situation of a question, under an id, or says why it is left out.
func (in *incoming) take(q Question, id string) {
	lose := func(format string, args ...any) {
		in.lost = append(in.lost, Loss{Line: q.Line, Question: q.Name, Says: fmt.Sprintf(format, args...)})
	}
	if n := q.longest(); n > mostOfText {
		lose("it is left out: it has a text of %d bytes, and a situation has none of more than %d", n, text.Longest)
		return
	}
	s := in.situation(q)
	if refused := answers(s, q); refused != "" {
		lose("it is left out: %s", refused)
		return
	}
	todo, gone := partly(q, s)
	for _, says := range todo {
		in.lost = append(in.lost, Loss{Line: q.Line, Question: q.Name, Says: says, Became: id})
	}
	for _, says := range gone {
		lose("%s", says)
	}
	s.ID = id
	s.Family, s.Topic = s.ID, in.topic(q.Category)
	s.Principle = in.principle(s.Topic, q.tagged(lessonTag))
	in.draft.Situations = append(in.draft.Situations, s)
}

// mostOfText is how long a text may be, in bytes, of a question that is put aside for somebody to shorten: many times what a situation may have.
const mostOfText = 16 * text.Longest

// longest is how long the longest text of a question is, in bytes.
func (q Question) longest() int {
	n := max(len(q.Text), len(q.Feedback))
	for _, a := range q.Answers {
		n = max(n, len(a.Text), len(a.Feedback))
	}
	return n
}

// situation is what a question tells and asks.
func (in *incoming) situation(q Question) *scenarios.Situation {
	stem, ask := told(q)
	s := &scenarios.Situation{
		Revision: 1, Title: cmp.Or(text.Line(q.Name), opening(stem)), Level: 2, Setting: guidance.AnyRole, Jurisdictions: in.about.Countries,
		Minutes: 1 + len(strings.Fields(q.Text))/150, Stem: stem, Ask: ask, Reflect: "Where have you met this, and what would you do today?",
	}
	if n, err := strconv.Atoi(q.tagged(levelTag)); err == nil && n >= 1 && n <= 3 {
		s.Level = n
	}
	if role := guidance.Role(q.tagged(settingTag)); role.Known() && role != guidance.Other {
		s.Setting = role
	}
	return s
}

// told divides the text of a question into what is told and what is asked: the last sentence, where that is a question, or what stands alone
// in bold as the last paragraph.
func told(q Question) (stem, ask string) {
	whole := strings.TrimSpace(text.Block(q.Text))
	standard := map[Kind]string{OneOf: "Which answer is best?", SeveralOf: "Which answers are right?", TrueFalse: "Is it true?",
		InOrder: "In which order?", Matching: "How appropriate is each?"}[q.Kind]
	paragraphs := strings.Split(whole, "\n\n")
	if q.is(Tag) && q.Kind == SeveralOf && len(paragraphs) > 2 { // how many to choose, which is said again
		paragraphs = paragraphs[:len(paragraphs)-1]
	}
	last := paragraphs[len(paragraphs)-1]
	before := strings.TrimSpace(strings.Join(paragraphs[:len(paragraphs)-1], "\n\n"))
	if inner, bold := strings.CutPrefix(last, "**"); bold && before != "" && strings.Index(inner, "**") == len(inner)-2 {
		return before, text.Line(markup.ToPlain(last))
	}
	sentences := text.SentenceIndexes(last)
	if n := len(sentences); n > 0 {
		at := sentences[n-1]
		rest := strings.TrimSpace(before + "\n\n" + last[:at[0]])
		if question := text.Line(markup.ToPlain(last[at[0]:at[1]])); strings.HasSuffix(question, "?") && rest != "" {
			return rest, question
		}
	}
	return whole, standard
}

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
		why := text.Line(markup.ToPlain(a.Feedback))
		s.Options = append(s.Options, scenarios.Option{ID: letter(i), Text: text.Line(markup.ToPlain(a.Text)), Why: cmp.Or(why, scenarios.NoReason), Stated: []string{scenarios.Uncited}})
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
	general := text.Line(markup.ToPlain(q.Feedback))
	switch {
	case general == "":
	case q.is(Tag):
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
			return text.Line(markup.ToPlain(why))
		}
	}
	return ""
}

// inNeutralOrder are the answers in the order in which they are to stand: that of the bank, unless it has the right ones first, as many
// banks do since they deal them out anew. Then it is that of the alphabet.
func inNeutralOrder(q Question) []Answer {
	out := slices.DeleteFunc(slices.Clone(q.Answers), func(a Answer) bool { return text.Line(markup.ToPlain(a.Text)) == "" })
	first := len(out) > 0 && out[0].Share > 0
	if q.Kind == InOrder || first && !q.is(Tag) && q.Kind != TrueFalse {
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

// speaksOf matches what a text says of how a question is answered or marked elsewhere.
var speaksOf = text.Expression(`(?i)\b(tick|untick|click|drag|drop.?down|half (a )?marks?|negative mark|wrong answers? (lose|cost)|all that apply)`)

// partly says what is to be done to what became of a question, and what of it is gone.
func partly(q Question, s *scenarios.Situation) (todo, gone []string) {
	if !q.is(Tag) {
		todo, gone = otherwise(q, s)
	}
	if n := s.Unreasoned(); n > 0 {
		todo = append(todo, fmt.Sprintf("%d of its %d answers have no feedback: write why each is right or wrong", n, len(s.Options)))
	}
	shares := map[float64]bool{}
	for _, a := range q.Answers {
		if a.Share > 0 {
			shares[a.Share] = true
		}
	}
	switch {
	case len(shares) > 1 && q.Kind == SeveralOf:
		gone = append(gone, "its right answers have different marks: in Probity each has as many")
	case len(shares) > 1:
		gone = append(gone, "an answer has some of the marks: a single best answer has all or none")
	}
	return todo, gone
}

// otherwise says what stands in another place than it had or reads oddly here, and what of the bank's own is gone.
func otherwise(q Question, s *scenarios.Situation) (todo, gone []string) {
	if general := text.Line(markup.ToPlain(q.Feedback)); general != "" {
		where := "behind the reason of the right answer"
		if slices.Contains(s.Talk, general) {
			where = "among the prompts for a room (talk)"
		}
		todo = append(todo, "its general feedback stands "+where+": see that it fits there")
	}
	said := q.Text + "\n" + q.Feedback
	for _, a := range q.Answers {
		said += "\n" + a.Feedback
	}
	if found := speaksOf().FindString(said); found != "" {
		todo = append(todo, "it speaks of how it is answered or marked there ("+text.Quoted(found)+"): reword that")
	}
	if negative(q.Answers) {
		gone = append(gone, "marks are taken off for wrong answers: Probity takes none off")
	}
	if len(q.Tags) > 0 {
		gone = append(gone, "its tags are left out: "+text.Brief(strings.Join(q.Tags, ", ")))
	}
	return todo, gone
}

func negative(answers []Answer) bool {
	return slices.ContainsFunc(answers, func(a Answer) bool { return a.Share < 0 })
}
