package room

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios/induction"
	"probity/tui/chart"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// way is one way to lay a step out.
type way func() string

// ways are those of the step that is up, the roomiest first.
func (r *Room) ways() []way {
	switch {
	case r.room == nil:
		return []way{r.opening}
	case r.mode == seating:
		return []way{r.seats}
	case r.session().HasEnded():
		return []way{r.closing}
	}
	switch r.session().Step() {
	case induction.Think:
		return r.timed(r.choices)
	case induction.Discuss:
		return r.timed(r.prompts)
	case induction.Vote, induction.VoteAgain:
		return []way{func() string { return r.vote(true) }, func() string { return r.vote(false) }}
	case induction.Spread, induction.BeforeAfter:
		return r.bars()
	case induction.Reveal:
		return []way{r.reveal}
	case induction.Guidance:
		return []way{r.guidance}
	case induction.TakeAway:
		return []way{r.takeAway}
	}
	return []way{r.situation}
}

// block is text in the column, behind a lead.
func (r *Room) block(lead, text string, style lipgloss.Style) string {
	width, _ := r.column()
	return pane.Hang(lead, prose.Line(text), width, style)
}

// stack sets what there is one below the other, with a blank line between.
func stack(blocks ...string) string {
	return strings.Join(slices.DeleteFunc(blocks, func(b string) bool { return b == "" }), "\n\n")
}

// opening is shown while the room fills.
func (r *Room) opening() string {
	th, p := r.frame.Theme, r.to.Plan
	about := prose.Join(p.Audience, p.Jurisdiction.Name(), prose.Count(float64(len(p.Items)), "situation"), prose.Count(float64(p.Minutes), "minute"))
	return stack(r.block("", p.Title, th.Brand)+"\n"+r.block("", about, th.Faint), r.block("", p.Opening, th.Strong),
		r.block("", "space begins · ? shows the keys", th.Faint))
}

// closing is shown at the end.
func (r *Room) closing() string {
	th, p := r.frame.Theme, r.session().Plan()
	text := p.Closing
	if text == "" {
		text = "Thank you."
	}
	return stack(r.block("", text, th.Strong), r.block("", p.Title, th.Faint))
}

// seats asks for the number of people.
func (r *Room) seats() string {
	th := r.frame.Theme
	now := fmt.Sprintf("So far: %d. Type the number, then enter.", r.session().Room())
	return stack(r.block("", "How many people are in the room?", th.Title), th.Cursor.Render(r.people+"▏"), r.block("", now, th.Faint))
}

// situation is the stem, alone.
func (r *Room) situation() string {
	th, s := r.frame.Theme, r.session().Situation()
	width, _ := r.column()
	return r.block("", s.Title, th.Brand) + "\n\n" + r.env.Markdown.Render(prose.FromMarkdown(s.Stem), width, th)
}

// ask is the question that is voted on; of a rating, with the action that it is about.
func (r *Room) ask() string {
	th, s := r.frame.Theme, r.session().Situation()
	text := r.block("", s.Ask, th.Strong)
	if action, ok := s.Option(r.session().Ballot().Action); ok {
		text += "\n" + r.block("│ ", action.Text, th.Text)
	}
	return text
}

// choices is the question with what can be chosen.
func (r *Room) choices(roomy bool) string {
	var rows []string
	for _, c := range r.session().Ballot().Choices {
		rows = append(rows, r.block(r.lead(c), c.Text, r.frame.Theme.Text))
	}
	return r.ask() + "\n\n" + strings.Join(rows, gap(roomy))
}

// lead is the letter before a choice.
func (r *Room) lead(c induction.Choice) string { return r.frame.Theme.Letter.Render(c.Label) + "  " }

func gap(roomy bool) string {
	if roomy {
		return "\n\n"
	}
	return "\n"
}

// prompts is what the room is to argue about.
func (r *Room) prompts(roomy bool) string {
	var rows []string
	for _, p := range r.session().Situation().Talk {
		rows = append(rows, r.block("• ", p, r.frame.Theme.Text))
	}
	return strings.Join(rows, gap(roomy))
}

// timed is a step under its countdown: as large a one as there is room for.
func (r *Room) timed(text func(roomy bool) string) []way {
	width, _ := r.column()
	left := max(0, r.session().Remaining(r.env.Tutor.Now()))
	style := r.frame.Theme.Accent
	if left == 0 {
		style = r.frame.Theme.Warn
	}
	var ways []way
	for _, roomy := range []bool{true, false} {
		for _, size := range []int{2, 1, 0} {
			clock := chart.Big(tutor.Clock(left), size, style)
			if ansi.StringWidth(strings.Split(clock, "\n")[0]) <= width {
				ways = append(ways, func() string { return stack(clock, text(roomy)) })
			}
		}
	}
	return append(ways, func() string { return stack(style.Bold(true).Render(tutor.Clock(left)), text(false)) })
}

// vote is the hands being counted. The spread stays hidden: only the choice at the cursor shows its number.
func (r *Room) vote(roomy bool) string {
	th, s := r.frame.Theme, r.session()
	total := r.voted()
	if n := s.NotVoted(); n > 0 && s.Hands() > 0 {
		total += fmt.Sprintf(" · %d to go", n)
	}
	return r.voteHead() + "\n\n" + strings.Join(r.voteRows(), gap(roomy)) + "\n\n" + r.block("", total, th.Strong)
}

func (r *Room) voteHead() string {
	return r.ask() + "\n" + r.block("", r.session().Ballot().Ask, r.frame.Theme.Faint)
}

// tally is the room at the right of a choice for its number.
const tally = 9

func (r *Room) voteRows() []string {
	th, s := r.frame.Theme, r.session()
	width, _ := r.column()
	var rows []string
	for i, c := range s.Ballot().Choices {
		lead, style, tag := "  ", th.Text, ""
		hands := s.HandsFor(c.ID)
		switch {
		case i == r.cursor:
			lead, style, tag = th.Cursor.Render("› "), th.Strong, th.Cursor.Render(fmt.Sprintf("%3d▏", hands))
		case hands > 0 || r.counted[c.ID]:
			tag = th.Faint.Render("counted")
		}
		first, rest, more := strings.Cut(pane.Hang(lead+r.lead(c), prose.Line(c.Text), max(12, width-tally), style), "\n")
		row := first + strings.Repeat(" ", max(1, width-tally+1-ansi.StringWidth(first))) + tag
		if more {
			row += "\n" + rest
		}
		rows = append(rows, row)
	}
	return rows
}

// choiceLines is where the choice at the cursor stands in a vote that has to be scrolled in.
func (r *Room) choiceLines() (from, to int) {
	from = lines(r.voteHead()) + 1
	for i, row := range r.voteRows() {
		if i == r.cursor {
			if i == 0 {
				return 0, from + lines(row) - 1
			}
			if i == len(r.voteRows())-1 {
				return from, from + lines(row) + 1
			}
			return from, from + lines(row) - 1
		}
		from += lines(row)
	}
	return from, from
}
