package exchange

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/exchange/markup"
)

// speaksOf matches what a text says of how a question is answered or marked elsewhere.
var speaksOf = text.Expression(`(?i)\b(tick|untick|click|drag|drop.?down|half (a )?marks?|negative mark|wrong answers? (lose|cost)|all that apply)`)

// partly says what is to be done to what became of a question, and what of it is gone.
func partly(q Question, s *scenarios.Situation) (todo, gone []string) {
	if !q.written() {
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
	if general := markup.PlainLine(q.Feedback); general != "" {
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
