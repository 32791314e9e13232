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
	in.draft.Jurisdictions = offered(in.draft)
	return in.draft, in.lost
}

// offered is the countries of a draft: those that are said of it, and those of its situations.
func offered(d pack.Draft) []guidance.Jurisdiction {
	return slices.DeleteFunc(guidance.Jurisdictions(), func(j guidance.Jurisdiction) bool {
		return !slices.Contains(d.Jurisdictions, j) && !slices.ContainsFunc(d.Situations, func(s *scenarios.Situation) bool { return s.For(j) })
	})
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
		Revision: 1, Title: cmp.Or(text.Line(q.Name), opening(stem)), Level: 2, Setting: guidance.AnyRole, Jurisdictions: q.countries(in.about.Countries),
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
	if q.written() && q.Kind == SeveralOf && len(paragraphs) > 2 { // how many to choose, which is said again
		paragraphs = paragraphs[:len(paragraphs)-1]
	}
	last := paragraphs[len(paragraphs)-1]
	before := strings.TrimSpace(strings.Join(paragraphs[:len(paragraphs)-1], "\n\n"))
	if inner, bold := strings.CutPrefix(last, "**"); bold && before != "" && strings.Index(inner, "**") == len(inner)-2 {
		return before, markup.PlainLine(last)
	}
	sentences := text.SentenceIndexes(last)
	if n := len(sentences); n > 0 {
		at := sentences[n-1]
		rest := strings.TrimSpace(before + "\n\n" + last[:at[0]])
		if question := markup.PlainLine(last[at[0]:at[1]]); strings.HasSuffix(question, "?") && rest != "" {
			return rest, question
		}
	}
	return whole, standard
}
