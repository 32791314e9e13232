// The parts of a situation that the papers are put together from.

package handout

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"probity/guidance"
	"probity/guidance/text"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction"
)

// part is one part of what a paper says of a situation.
type part func(stop) []paper.Block

func heading(s stop) []paper.Block {
	return []paper.Block{
		paper.Heading{Level: 1, Text: fmt.Sprintf("%d. %s", s.Place, s.title)},
	}
}

func timing(s stop) []paper.Block {
	return []paper.Block{paper.Small(fmt.Sprintf("%s · %s · from %s to %s · think %s, discuss %s", s.Situation.Format.Title(),
		minutes(s.to-s.from), clock(s.from), clock(s.to), counted(s.think), counted(s.discuss)))}
}

// stem is what is told and asked; of a turn, what was so and what is so now.
func stem(s stop) []paper.Block {
	if s.TurnOf == nil {
		return append(paper.Prose(s.Situation.Stem), ask(s)...)
	}
	was, is := s.Facts()
	heading := paper.Paragraph{Runs: []paper.Run{{Text: scenarios.TurnTitle + ".", Bold: true}}}
	return append([]paper.Block{heading, paper.Small(was), paper.Text(is)}, ask(s)...)
}

func ask(s stop) []paper.Block {
	return []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: s.Situation.Ask, Bold: true}}}}
}

// ballot says how the room votes on this situation, whose options have a format of their own when answered alone.
func ballot(s stop) []paper.Block {
	says := s.Ballot.Hand()
	if s.Ballot.Action != "" {
		says = fmt.Sprintf("Put one action to the room: %s is suggested, where rooms are likely to differ. %s Count the hands for %s.",
			s.Situation.Letter(s.Ballot.Action), says, labels(s.Ballot))
	}
	return []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "The vote. ", Bold: true}, {Text: says + " "},
		{Text: "The key: " + s.Situation.Format.WholeKey(s.Situation), Bold: true}}}}
}

// labels names the choices of a ballot: "4, 3, 2 and 1".
func labels(b scenarios.Ballot) string {
	var out []string
	for _, c := range b.Choices {
		out = append(out, c.Label)
	}
	return text.Series(out)
}

func key(s stop) []paper.Block {
	return []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "The key: " + s.Situation.Format.WholeKey(s.Situation), Bold: true}}}}
}

// How much of an option is told.
const (
	plainly       = false
	withRationale = true
)

// options is the table of options, lettered as the room sees them. Only with the rationale does it say anything that isn't
// asked.
func options(told bool) part {
	return func(s stop) []paper.Block {
		if s.TurnOf != nil && !told {
			return []paper.Block{paper.Small("The options are those above.")}
		}
		t := paper.Table{Head: []string{"", "Option"}}
		if told {
			t = paper.Table{Head: []string{"", "Key", "Option", "What speaks for or against it"},
				Caption: "The options, and what is likely to be argued. Numbers in brackets are those of the guidance below."}
		}
		for i, o := range s.Situation.Options {
			row := []string{scenarios.Letter(i), o.Text}
			if told {
				row = []string{scenarios.Letter(i), s.keyOf(o.ID), o.Text, o.Why + s.grounds(o)}
			}
			t.Rows = append(t.Rows, row)
		}
		return []paper.Block{t}
	}
}

// votes is where a participant writes down both votes and what they take away.
func votes(s stop) []paper.Block {
	t := paper.Table{Head: []string{"My vote", "After the discussion", "Notes"}, Tall: true}
	t.Rows = [][]string{{"", "", ""}, {"", "", ""}}
	return []paper.Block{paper.Small(s.Situation.Format.Instruction(s.Situation)), t}
}

func talk(s stop) []paper.Block {
	if len(s.Prompts) == 0 {
		return nil
	}
	return []paper.Block{paper.Heading{Level: 2, Text: "To ask the room"}, paper.List{Items: s.Prompts}}
}

// clauses are what the rationales rest on, with how strongly each binds and what has to be known before it is trusted.
func clauses(s stop) []paper.Block {
	if len(s.clauses) == 0 {
		return nil
	}
	cites := paper.Paragraph{Small: true} // run in, so that a situation keeps to its page
	for i, c := range s.clauses {
		cited := c.Cite()
		if labels := c.Labels(s.reader); len(labels) > 0 {
			cited += ". " + strings.Join(labels, ". ")
		}
		cites.Runs = append(cites.Runs, paper.Run{Text: fmt.Sprintf("%d %s: ", i+1, c.Force.Name()), Bold: true}, paper.Run{Text: cited + ". "})
	}
	return []paper.Block{paper.Heading{Level: 2, Text: "Guidance that it rests on"}, cites}
}

// lesson is what stays with the room; of a turn, what made the difference, since its lesson is that of what it turns.
func lesson(s stop) []paper.Block {
	switch {
	case s.Differences != nil:
		var items []string
		for _, d := range s.Differences {
			items = append(items, d.String())
		}
		return []paper.Block{paper.Heading{Level: 2, Text: induction.Heading(s.Differences)}, paper.List{Items: items}}
	case s.Lesson == "":
		return nil
	}
	return []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "To take away. ", Bold: true}, {Text: s.Lesson}}}}
}

// keyOf is what the key says of an option, as short as a column of a table has room for: a place, a rating's number, or that it
// is the key.
func (s stop) keyOf(id string) string {
	of := s.Situation
	says := of.Format.KeyOf(of, id)
	switch {
	case s.Ballot.Action != "": // each option is judged, and its key is called as on the ballot
		return of.Format.Ballot(of, id).KeyLabels()
	case says != "" && of.Format.Outright():
		return "key"
	}
	return says
}

// grounds are what a rationale rests on, in brackets: the places of clauses in the list below the options, that the situation says so
// itself, or the title of a law.
func (s stop) grounds(o scenarios.Option) string {
	var out, numbers []string
	for _, on := range o.Stated {
		switch on {
		case scenarios.TheLead:
			on = "as the situation says"
		case scenarios.Uncited:
			on = "no guidance is cited yet"
		}
		out = append(out, on)
	}
	for _, id := range o.Cites {
		if i := slices.IndexFunc(s.clauses, func(c *guidance.Clause) bool { return c.ID == id }); i >= 0 {
			numbers = append(numbers, fmt.Sprint(i+1))
		}
	}
	if len(numbers) > 0 {
		out = append(out, strings.Join(numbers, ","))
	}
	if out == nil {
		return ""
	}
	return " [" + strings.Join(out, "; ") + "]"
}

func minutes(n int) string { return text.Count(n, "minute") }

// clock is minutes from the beginning, as hours and minutes.
func clock(n int) string { return fmt.Sprintf("%d:%02d", n/60, n%60) }

// counted is a countdown, as minutes and seconds: "1 min 15 s", and whole minutes or seconds alone.
func counted(d time.Duration) string {
	whole, s := int(d/time.Minute), int(d%time.Minute/time.Second)
	switch {
	case s == 0:
		return fmt.Sprintf("%d min", whole)
	case whole == 0:
		return fmt.Sprintf("%d s", s)
	}
	return fmt.Sprintf("%d min %d s", whole, s)
}
