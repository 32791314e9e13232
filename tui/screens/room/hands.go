package room

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// abstaining is the row below the choices: who votes for nothing is a number too.
var abstaining = scenarios.Choice{Label: "–", Text: "abstain"}

// vote is the hands being counted. The spread stays hidden: only the choice at the cursor shows its number.
func (r *Screen) vote() string {
	rows := strings.Join(r.voteRows(), gap(r.layout.apart))
	if r.layout.bare {
		return stack(rows, r.tooMany())
	}
	return stack(r.voteHead(), rows, r.total())
}

// voteHead is what is asked, and what a vote means.
func (r *Screen) voteHead() string { return r.ask() + "\n" + r.block("", r.asks(), r.frame.Theme.Text) }

// total is how many have voted, and at first how counts are typed.
func (r *Screen) total() string {
	th, s := r.frame.Theme, r.session()
	text := r.room.Voted()
	if n := r.room.Missing(); n > 0 && s.Hands() > 0 && !r.byPhone() {
		text += fmt.Sprintf(" · %d to go", n)
	}
	text = r.block("", text, th.Strong)
	if s.Hands() == 0 && !r.typing {
		text += "\n" + r.block("", r.howToCount(), th.Faint)
	}
	if over := r.tooMany(); over != "" {
		return over
	}
	return text
}

// howToCount says how counts are typed, and where phones vote too, whose they are.
func (r *Screen) howToCount() string {
	if r.byPhone() {
		return "Hands of those without a phone are typed one count after the other, 2 1 0 0 1; f gives the rest to the last."
	}
	return "Counts are typed one after the other, 8 12 5 0 5; f gives the rest to the last."
}

// tooMany says that more have voted than there are people; "" where they have not.
func (r *Screen) tooMany() string {
	if over := -r.room.Missing(); over > 0 {
		return r.block("", r.room.TooMany(over)+", or change the room with r.", r.frame.Theme.Warn)
	}
	return ""
}

// asks says what a vote means: a hand, or where phones vote too, either.
func (r *Screen) asks() string {
	if r.byPhone() {
		return r.session().Ballot().Vote()
	}
	return r.session().Ballot().Hand()
}

// rows are the choices of a vote, and at the end who abstains.
func (r *Screen) rows() []scenarios.Choice {
	return append(append([]scenarios.Choice{}, r.session().Ballot().Choices...), abstaining)
}

// handsFor is the number that was typed at a row.
func (r *Screen) handsFor(c scenarios.Choice) int {
	if c.ID == abstaining.ID {
		return r.session().Abstained()
	}
	return r.session().HandsFor(c.ID)
}

func (r *Screen) voteRows() []string {
	th := r.frame.Theme
	var rows []string
	for i, c := range r.rows() {
		lead, style, tag, most := "  ", th.Text, "", r.layout.most
		hands := r.handsFor(c)
		switch {
		case i == r.cursor:
			lead, style, tag, most = th.Cursor.Render("› "), th.Strong, th.Cursor.Render(fmt.Sprintf("%3d", hands)+mark), 0
			if r.refused[c.ID] {
				tag += th.Warn.Render("✗")
			}
		case r.refused[c.ID]:
			tag = th.Warn.Render("refused")
		case hands > 0 || r.counted[c.ID] && c.ID != abstaining.ID:
			tag = th.Faint.Render("counted")
		}
		if c.ID == abstaining.ID && i != r.cursor {
			style = th.Faint
		}
		rows = append(rows, r.tagged(lead+r.lead(c), c.Text, style, tag, most))
	}
	return rows
}

// tally is the room at the right of a choice for its number.
const tally = 9

// tagged is a choice with something at its right, on so many lines at most; 0 for as many as it takes.
func (r *Screen) tagged(lead, text string, style lipgloss.Style, tag string, most int) string {
	width, _ := r.column()
	all := strings.Split(begun(lead, text, max(12, width-tally), style, most), "\n")
	all[0] += strings.Repeat(" ", max(1, width-tally+1-ansi.StringWidth(all[0]))) + tag
	return strings.Join(all, "\n")
}

// begun is text behind a lead, as much of it as so many lines hold; 0 for all of it.
func begun(lead, text string, width int, style lipgloss.Style, most int) string {
	text = prose.Line(text)
	whole := pane.Hang(lead, text, width, style)
	if most == 0 || lines(whole) <= most {
		return whole
	}
	indent := strings.Repeat(" ", ansi.StringWidth(lead))
	all := strings.Split(cells.Wrap(text, width-len(indent)), "\n")
	rest := cells.Cut(strings.Join(all[most-1:], " "), width-len(indent), "…")
	for i, l := range append(all[:most-1:most-1], rest) {
		all[i] = indent + style.Render(l)
	}
	return lead + strings.TrimPrefix(strings.Join(all[:most], "\n"), indent)
}

// choiceLines is the lines of a vote that are to be in the window: those of the choice at the cursor. To the first choice belongs what
// stands above it, as far as both fit, and to the last what stands below it.
func (r *Screen) choiceLines() (from, to int) {
	rows := r.voteRows()
	if !r.layout.bare {
		from = lines(r.voteHead()) + 1
	}
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
