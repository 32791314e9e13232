package room

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/chart"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// ways are those of the step that is up, the roomiest first.
func (r *Screen) ways() []way {
	switch {
	case r.mode == seating:
		return []way{r.seats}
	case r.room == nil && r.byPhone():
		return r.join(r.opening)
	case r.room == nil:
		return []way{r.opening}
	case r.mode == joining:
		return r.join(func() string { return "" })
	case r.session().HasEnded():
		return []way{r.closing}
	}
	switch r.session().Step() {
	case induction.Think:
		return r.timed(r.matter)
	case induction.Discuss:
		all := r.timed(func() string { return stack(r.matter(), r.prompts()) })
		return append(all, r.in(layout{wide: true, clock: smallest}, r.promptsFirst))
	case induction.Vote, induction.VoteAgain:
		return r.roomiest(r.vote)
	case induction.Spread, induction.BeforeAfter:
		return r.bars()
	case induction.Reveal:
		return []way{r.reveal}
	case induction.Guidance:
		return []way{r.guidance}
	case induction.TakeAway:
		return []way{r.takeAway}
	}
	if was := r.session().TurnOf(); was != nil {
		return append(r.roomiest(func() string { return stack(r.turn(was), r.choices()) }), r.in(layout{}, func() string { return r.turn(was) }))
	}
	return []way{r.situation}
}

// block is text in the column, behind a lead.
func (r *Screen) block(lead, text string, style lipgloss.Style) string {
	width, _ := r.column()
	return pane.Hang(lead, prose.Line(text), width, style)
}

// stack sets what there is one below the other, with a blank line between.
func stack(blocks ...string) string {
	return strings.Join(slices.DeleteFunc(blocks, func(b string) bool { return b == "" }), "\n\n")
}

// opening is shown while the room fills.
func (r *Screen) opening() string {
	th, p := r.frame.Theme, r.to.Plan
	about := prose.Join(p.Audience, p.Jurisdiction.Name(), prose.Count(float64(len(p.Items)), "situation"), prose.Count(float64(p.Minutes), "minute"))
	return stack(r.block("", p.Title, th.Brand)+"\n"+r.block("", about, th.Text), r.block("", p.Opening, th.Strong),
		r.block("", "space begins · v votes from phones · ? shows the keys", th.Faint))
}

// closing is shown at the end.
func (r *Screen) closing() string {
	th, p := r.frame.Theme, r.session().Plan()
	text := p.Closing
	if text == "" {
		text = "Thank you."
	}
	return stack(r.block("", text, th.Strong), r.block("", p.Title, th.Faint))
}

// mark shows the room where a number is typed: the cursor of a terminal is hard to see from the back.
const mark = "▏"

// Caret is where the next digit goes.
func (r *Screen) Caret() (x, y int, ok bool) {
	if r.mode != seating && (r.mode != leading || r.room == nil || r.session().Round() == 0) {
		return 0, 0, false
	}
	for y, line := range strings.Split(r.View(), "\n") {
		if before, _, ok := strings.Cut(line, mark); ok {
			return ansi.StringWidth(before), y, true
		}
	}
	return 0, 0, false
}

// seats asks for the number of people.
func (r *Screen) seats() string {
	th := r.frame.Theme
	people := r.to.People
	if r.room != nil {
		people = r.session().Room()
	}
	now := fmt.Sprintf("So far: %d. Type the number, then enter.", people)
	return stack(r.block("", "How many people are in the room?", th.Title), th.Cursor.Render(r.people+mark), r.block("", now, th.Faint))
}

// situation is the stem, alone.
func (r *Screen) situation() string {
	return r.block("", r.session().Situation().Title, r.frame.Theme.Brand) + "\n\n" + r.stem()
}

func (r *Screen) stem() string {
	return r.text(r.session().Situation().Stem)
}

// text is Markdown in the column.
func (r *Screen) text(markdown string) string {
	width, _ := r.column()
	return r.env.Markdown.Render(prose.FromMarkdown(markdown), width, r.frame.Theme)
}

// ask is the question that is voted on; of a rating, with the action that it is about.
func (r *Screen) ask() string {
	th, s := r.frame.Theme, r.session().Situation()
	text := r.block("", r.session().Ballot().Question, th.Strong)
	if action, ok := s.Option(r.session().Ballot().Action); ok {
		text += "\n" + r.block("│ ", action.Text, th.Text)
	}
	return text
}

// choices is the question with what can be chosen.
func (r *Screen) choices() string {
	var rows []string
	for _, c := range r.session().Ballot().Choices {
		rows = append(rows, r.block(r.lead(c), c.Text, r.frame.Theme.Text))
	}
	return r.ask() + "\n\n" + strings.Join(rows, gap(r.layout.apart))
}

// lead is the letter before a choice.
func (r *Screen) lead(c scenarios.Choice) string { return r.frame.Theme.Letter.Render(c.Label) + "  " }

// prompts is what the room is to argue about.
func (r *Screen) prompts() string {
	var rows []string
	for _, p := range r.session().Prompts() {
		rows = append(rows, r.block("• ", p, r.frame.Theme.Strong))
	}
	return strings.Join(rows, gap(r.layout.apart))
}

// promptsFirst is the discussion where there is no room for all of it: what the room has not seen yet is at the top.
func (r *Screen) promptsFirst() string { return stack(r.countdown(), r.prompts(), r.matter()) }

// matter is the situation and its choices.
func (r *Screen) matter() string { return stack(r.stem(), r.choices()) }

// countdown is what is left of the step's time; what is over is counted on, as in the notes.
func (r *Screen) countdown() string {
	left := r.session().Remaining(r.tutor.Clock.Now())
	style := r.frame.Theme.Accent
	if left <= 0 {
		style = r.frame.Theme.Warn
	}
	width, _ := r.column()
	if r.layout.clock > smallest {
		big := chart.Big(tutor.Countdown(left), r.layout.clock, style)
		if ansi.StringWidth(strings.Split(big, "\n")[0]) <= width {
			return big
		}
	}
	return style.Bold(true).Render(tutor.Countdown(left))
}

// vote is the hands being counted. The spread stays hidden: only the choice at the cursor shows its number.
func (r *Screen) vote() string {
	th, s := r.frame.Theme, r.session()
	total := r.voted()
	if n := s.NotVoted(); n > 0 && s.Hands() > 0 && !r.byPhone() {
		total += fmt.Sprintf(" · %d to go", n)
	}
	return stack(r.voteHead(), strings.Join(r.voteRows(), gap(r.layout.apart)), r.block("", total, th.Strong))
}

func (r *Screen) voteHead() string {
	return r.ask() + "\n" + r.block("", r.session().Ballot().Ask, r.frame.Theme.Text)
}

// tally is the room at the right of a choice for its number.
const tally = 9

func (r *Screen) voteRows() []string {
	th, s := r.frame.Theme, r.session()
	width, _ := r.column()
	var rows []string
	for i, c := range s.Ballot().Choices {
		lead, style, tag := "  ", th.Text, ""
		hands := s.HandsFor(c.ID)
		switch {
		case i == r.cursor:
			lead, style, tag = th.Cursor.Render("› "), th.Strong, th.Cursor.Render(fmt.Sprintf("%3d", hands)+mark)
			if r.refused[c.ID] {
				tag += th.Warn.Render("✗")
			}
		case r.refused[c.ID]:
			tag = th.Warn.Render("refused")
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

// choiceLines is the lines of a vote that are to be in the window: those of the choice at the cursor. To the first choice belongs what
// stands above it, as far as both fit, and to the last what stands below it.
func (r *Screen) choiceLines() (from, to int) {
	rows := r.voteRows()
	from = lines(r.voteHead()) + 1
	for _, row := range rows[:r.cursor] {
		from += lines(row)
	}
	to = from + lines(rows[r.cursor]) - 1
	if r.cursor == len(rows)-1 {
		to = lines(r.vote()) - 1
	}
	if r.cursor == 0 && to < r.height() {
		from = 0
	}
	return from, to
}
