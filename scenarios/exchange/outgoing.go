package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/pack"
)

// ownTag marks a question that was made of a situation, so that what is known of it need not be guessed. It is no word that a department could
// tag its own questions with, as "probity" is.
const ownTag = "written by Probity"

// What tags begin with that say more of such a question.
const (
	formatTag  = "format "
	levelTag   = "level "
	settingTag = "setting "
	countryTag = "country "
	lessonTag  = "lesson "
)

// Questions are situations as a learning platform keeps them, each variant of a family a question of its own. What decides it stands in
// the feedback, in the words of the extracts.
func Questions(p *pack.Pack, situations []*scenarios.Situation) []Question {
	out := make([]Question, 0, len(situations))
	for _, s := range situations {
		out = append(out, question(p, s))
	}
	return out
}

func question(p *pack.Pack, s *scenarios.Situation) Question {
	topic, _ := p.Bank.Topic(s.Topic)
	principle, _ := p.Bank.Principle(s.Principle)
	q := Question{
		ID: s.ID, Name: p.Bank.TitleOf(s.ID), Category: []string{p.Origins([]*scenarios.Situation{s})[0].Title, topic.Title},
		Text: markup.Sealed(s.Stem) + "\n\n**" + markup.FromPlain(s.Ask) + "**",
		Tags: []string{ownTag, formatTag + s.Format.Name(), levelTag + strconv.Itoa(s.Level), settingTag + string(s.Setting), lessonTag + principle.Lesson},
	}
	for _, j := range s.Jurisdictions {
		q.Tags = append(q.Tags, countryTag+string(j))
	}
	above := ""
	switch s.Format.Input() {
	case scenarios.PickOne:
		q.Kind, q.Answers = OneOf, picked(s)
		if !s.Format.Scored() {
			q.Kind, q.Answers, q.Text = Open, nil, q.Text+"\n\n"+positions(s)
			above = reasons(s, s.OptionIDs())
		}
	case scenarios.PickSeveral:
		q.Kind, q.Answers = SeveralOf, picked(s)
		q.Text += "\n\n" + markup.FromPlain(s.Format.Instruction(s))
	case scenarios.PutInOrder:
		q.Kind, above = InOrder, reasons(s, s.Key)
		for _, id := range s.Key {
			o, _ := s.Option(id)
			q.Answers = append(q.Answers, Answer{Text: markup.FromPlain(o.Text)})
		}
	case scenarios.GiveNumbers:
		q.Kind, above = Matching, reasons(s, s.OptionIDs())
		q.Answers = rated(s)
	}
	q.Feedback = above + grounds(p.Guidance, s)
	return q
}

// picked are options that are chosen. Of several each right one has its share of the marks, and each wrong one takes as much away as makes
// ticking everything worth nothing: a platform can't hold anybody to a number of choices.
func picked(s *scenarios.Situation) []Answer {
	wrong := 0.0
	if n := len(s.Options) - len(s.Key); s.Format.Input() == scenarios.PickSeveral && n > 0 {
		wrong = -1 / float64(n)
	}
	var out []Answer
	for _, o := range s.Options {
		a := Answer{Text: markup.FromPlain(o.Text), Share: wrong}
		if o.Reasoned() {
			a.Feedback = markup.FromPlain(o.Why)
		}
		if slices.Contains(s.Key, o.ID) {
			a.Share = 1 / float64(len(s.Key))
		}
		out = append(out, a)
	}
	return out
}

// rated are options beside the words of their ratings, and the words that no option has.
func rated(s *scenarios.Situation) []Answer {
	var out []Answer
	used := map[string]bool{}
	for _, o := range s.Options {
		word := s.Format.KeyOf(s, o.ID)
		used[word] = true
		out = append(out, Answer{Text: markup.FromPlain(o.Text), Match: word})
	}
	for _, word := range ratings() {
		if !used[word] {
			out = append(out, Answer{Match: word})
		}
	}
	return out
}

// ratings are the words of the four ratings, the best first.
func ratings() []string {
	var out []string
	for n := 4; scenarios.RatingName(n) != ""; n-- {
		out = append(out, scenarios.RatingName(n))
	}
	return out
}

// positions are the options of a discussion, as a list.
func positions(s *scenarios.Situation) string {
	var lines []string
	for _, o := range s.Options {
		lines = append(lines, "- "+markup.FromPlain(o.Text))
	}
	return strings.Join(lines, "\n")
}

// reasons are the rationales in an order, for kinds of question that show none beside an answer.
func reasons(s *scenarios.Situation, ids []string) string {
	var b strings.Builder
	for _, id := range ids {
		o, _ := s.Option(id)
		key := s.Format.KeyOf(s, id)
		if key != "" {
			key = " (" + key + ")"
		}
		fmt.Fprintf(&b, "%s%s: %s\n", reasonOf(o), key, markup.FromPlain(o.Why))
	}
	return b.String() + "\n"
}

// reasonOf is how the line of an option's rationale begins.
func reasonOf(o scenarios.Option) string {
	return "- **" + markup.FromPlain(strings.TrimRight(o.Text, ".")) + "**"
}

// grounds is what decides a situation, for readers of each country that it is offered in, and what to reflect on.
func grounds(lib *guidance.Library, s *scenarios.Situation) string {
	var b strings.Builder
	for _, c := range lib.Clauses(s.Cites()) {
		fmt.Fprintf(&b, "**%s**\n\n%s\n\n*%s*\n\n", c.Standing(), markup.Sealed(c.Text), markup.FromPlain(c.Cite()))
		for _, l := range c.Labels(s.Setting.In(readFrom(s, c))) {
			b.WriteString("> " + markup.FromPlain(l) + "\n\n")
		}
	}
	for _, said := range beyond(s) {
		b.WriteString(markup.FromPlain(said) + "\n\n")
	}
	if s.Turns != "" {
		b.WriteString("What makes the difference: " + markup.FromPlain(s.Turns) + "\n\n")
	}
	return b.String() + "To reflect on: " + markup.FromPlain(s.Reflect)
}

// readFrom is the country from which an extract is read: its own where the situation is offered there, since nobody knows where whoever
// answers in a question bank practises; else one where it is offered, and the extract is another country's.
func readFrom(s *scenarios.Situation, c *guidance.Clause) guidance.Jurisdiction {
	if s.For(c.Source.Jurisdiction) {
		return c.Source.Jurisdiction
	}
	return s.Jurisdictions[0]
}

// beyond is what else than guidance rationales rest on, each once.
func beyond(s *scenarios.Situation) []string {
	var out []string
	for _, o := range s.Options {
		for _, said := range o.Grounds() {
			if !slices.Contains(out, said) {
				out = append(out, said)
			}
		}
	}
	return out
}
