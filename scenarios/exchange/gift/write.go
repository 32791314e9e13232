// Questions as GIFT.

package gift

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// Write writes questions. What GIFT, or Moodle's reading of it, cannot hold is in lost. Questions without a category come first, since
// each category holds until the next.
//
// Texts are marked as Markdown, which Moodle shows as such: what a question says survives every way there and back.
func Write(questions []exchange.Question) (file []byte, lost []exchange.Loss) {
	w := writer{}
	questions = slices.Clone(questions)
	slices.SortStableFunc(questions, func(a, b exchange.Question) int {
		return cmp.Compare(min(len(filed(a)), 1), min(len(filed(b)), 1))
	})
	for _, q := range questions {
		w.question = called(q)
		if why := w.unfit(q); why != "" {
			w.lose(why + ": the question is not written")
			continue
		}
		w.enter(q)
		w.name(q)
		w.answers(q)
	}
	return []byte(w.out.String()), w.lost
}

type writer struct {
	out      strings.Builder
	lost     []exchange.Loss
	question string // which is being written, for what is lost
	category []string
}

func (w *writer) lose(says string) {
	w.lost = append(w.lost, exchange.Loss{Question: w.question, Says: says})
}

// unfit says why a question cannot be written; "" if it can.
func (w *writer) unfit(q exchange.Question) string {
	if clean(q.Text) == "" {
		return "nothing is asked"
	}
	switch q.Kind {
	case exchange.Open:
		return ""
	case exchange.OneOf, exchange.SeveralOf:
		return unfitChoices(q)
	case exchange.TrueFalse:
		return unfitTruth(q)
	case exchange.Matching:
		return unfitPairs(q)
	case exchange.InOrder:
		return "GIFT has no questions in which answers are put in order"
	}
	return "GIFT has no such questions"
}

func unfitChoices(q exchange.Question) string {
	right, full, less := false, false, false
	for _, a := range q.Answers {
		if clean(a.Text) == "" {
			return "an answer has no text"
		}
		if !(a.Share >= -1 && a.Share <= 1) { // nor if it is no number
			return fmt.Sprintf("an answer earns %v of the marks, and can only earn from -1 to 1", a.Share)
		}
		right = right || exchange.ShareOf(100*a.Share) > 0
		full = full || exchange.Percent(a.Share) == "100"
		less = less || exchange.Percent(a.Share) != "100"
	}
	switch {
	case len(q.Answers) < 2:
		return "there are not two answers to choose from"
	case !right:
		return "no answer is right"
	case q.Kind == exchange.OneOf && !full:
		return "no answer earns full marks, and GIFT would ask for several"
	case q.Kind == exchange.OneOf && !less:
		return "every answer earns full marks, and GIFT would ask for one to be typed"
	}
	return ""
}

func unfitTruth(q exchange.Question) string {
	if len(q.Answers) != 2 || math.Max(q.Answers[0].Share, q.Answers[1].Share) != 1 || math.Min(q.Answers[0].Share, q.Answers[1].Share) != 0 {
		return "of a statement that is true or false, one answer must earn all and the other nothing"
	}
	return ""
}

func unfitPairs(q exchange.Question) string {
	pairs := 0
	for _, a := range q.Answers {
		if plain(a.Match) == "" {
			return "an answer goes with nothing"
		}
		if clean(a.Text) != "" {
			pairs++
		}
	}
	if pairs < 2 {
		return "there are not two pairs to match"
	}
	return ""
}

// filed are the categories that a question can be written in.
func filed(q exchange.Question) []string {
	return exchange.Categories(exchange.CategoryPath(q.Category))
}

// enter writes the category, where it is another than before.
func (w *writer) enter(q exchange.Question) {
	names := filed(q)
	if !slices.Equal(names, q.Category) {
		w.lose(fmt.Sprintf("its category becomes “%s”", strings.Join(names, " / ")))
	}
	if !slices.Equal(names, w.category) {
		w.category = names
		w.out.WriteString("$CATEGORY: " + exchange.CategoryPath(names) + "\n\n")
	}
}

// name writes what a question is called and tagged with, and its text up to the brace.
func (w *writer) name(q exchange.Question) {
	var comment []string
	mark := func(kind, is, s string) {
		if written := wording(kind, s); written != "" {
			comment = append(comment, written)
		} else if s != "" {
			w.lose(fmt.Sprintf("Moodle cannot read “%s” as %s", begins(s), is))
		}
	}
	mark("id", "an id", q.ID)
	for _, tag := range q.Tags {
		mark("tag", "a tag", tag)
	}
	if comment != nil {
		w.out.WriteString("// " + strings.Join(comment, " ") + "\n")
	}
	if name := text.Line(q.Name); name != "" {
		w.out.WriteString("::" + escapes.Replace(name) + "::")
	}
	w.out.WriteString("[markdown]" + escapes.Replace(clean(q.Text)) + "{")
}

// answers writes what stands in the braces.
func (w *writer) answers(q exchange.Question) {
	switch q.Kind {
	case exchange.Open:
		if len(q.Answers) > 0 {
			w.lose("answers of a question that is answered in words are not written")
		}
	case exchange.TrueFalse:
		w.truth(q)
	case exchange.Matching:
		w.pairs(q)
	default:
		w.choices(q)
	}
	if feedback := said(q.Feedback); feedback != "" {
		w.out.WriteString("####" + feedback)
	}
	w.out.WriteString("}\n\n")
}

func (w *writer) choices(q exchange.Question) {
	for _, a := range q.Answers {
		switch weight := exchange.Percent(a.Share); {
		case weight == "100" && q.Kind == exchange.OneOf:
			w.out.WriteString("\n\t=")
		case weight == "0":
			w.out.WriteString("\n\t~")
		default:
			w.out.WriteString("\n\t~%" + weight + "%")
		}
		w.out.WriteString(answer(a.Text) + feedback(a.Feedback))
	}
	w.out.WriteString("\n")
	if i := slices.IndexFunc(q.Answers, func(a exchange.Answer) bool { return !exchange.Listed(a.Share) }); i >= 0 {
		w.lose(fmt.Sprintf("%s %% is no weight that Moodle lists: it takes the question only where “Nearest grade if not listed” is chosen", exchange.Percent(q.Answers[i].Share)))
	}
	if sum := earned(q.Answers); q.Kind == exchange.SeveralOf && math.Abs(sum-1) > tolerance {
		w.lose(fmt.Sprintf("its right answers earn %s %% together; Moodle takes it only if they earn 100", exchange.Percent(sum)))
	}
}

func (w *writer) truth(q exchange.Question) {
	verdict, right, wrong := "TRUE", q.Answers[0], q.Answers[1]
	if right.Share < wrong.Share {
		verdict, right, wrong = "FALSE", wrong, right
	}
	for i, says := range []string{"True", "False"} {
		if s := clean(q.Answers[i].Text); s != "" && !strings.EqualFold(s, says) {
			w.lose(fmt.Sprintf("“%s” becomes “%s”", begins(s), says))
		}
	}
	w.out.WriteString(verdict)
	if said(right.Feedback) != "" {
		w.out.WriteString("#" + said(wrong.Feedback) + feedback(right.Feedback))
		return
	}
	w.out.WriteString(feedback(wrong.Feedback))
}

func (w *writer) pairs(q exchange.Question) {
	for _, a := range q.Answers {
		match := plain(a.Match)
		w.out.WriteString("\n\t=" + answer(a.Text) + " -> " + escapes.Replace(match))
		if markup.FromPlain(match) != clean(a.Match) {
			w.lose(fmt.Sprintf("“%s”, which something goes with, is shown as it is written, without emphasis, links and lines", begins(a.Match)))
		}
		if clean(a.Feedback) != "" {
			w.lose(fmt.Sprintf("what is said to whoever matches “%s” is not written: GIFT has no place for it", begins(a.Text)))
		}
	}
	w.out.WriteString("\n")
}

// clean is a text as it is written and read: without what acts on a screen, or stands blank at its ends.
func clean(s string) string { return strings.TrimSpace(text.Block(s)) }

// said is a text in which no sign acts. One that begins like a weight or a format is marked as what it is.
func said(s string) string {
	s = clean(s)
	mark := ""
	if strings.HasPrefix(s, "[") || strings.HasPrefix(s, "%") {
		mark = "[markdown]"
	}
	return mark + escapes.Replace(s)
}

// answer is the text of an answer. Its arrows have a backslash of Markdown's, which is not shown, since those of GIFT have none that
// keeps a program from taking the answer for one that is matched.
func answer(s string) string { return said(strings.ReplaceAll(clean(s), "->", `-\>`)) }

func feedback(s string) string {
	if s = said(s); s != "" {
		return "#" + s
	}
	return ""
}

// plain is Markdown as plain text on one line: what a backslash keeps from acting is itself.
func plain(markdown string) string {
	const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
	s := text.Line(markdown)
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(punctuation, s[i+1]) >= 0 {
			i++
		}
		out.WriteByte(s[i])
	}
	return out.String()
}
