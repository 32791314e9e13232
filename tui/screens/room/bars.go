package room

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios/induction"
	"probity/tui/parts/chart"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// shape is how bars are drawn: how thick, with or without the text, and how far apart.
type shape struct {
	thick int
	whole bool // with the text of the choice, not its letter alone on the bar's line
	apart bool
}

// bars is how the room voted, the roomiest way first; before and after where there were two votes. Where the text of the choices
// does not fit, it follows the bars.
func (r *Screen) bars() []way {
	t, ok := r.session().Spread()
	if !ok {
		return []way{func() string { return "" }}
	}
	var ways []way
	for _, s := range []shape{{2, true, true}, {1, true, true}, {1, true, false}} {
		ways = append(ways, func() string { return r.chart(t, s) })
	}
	return append(ways, func() string { return stack(r.chart(t, shape{thick: 1}), r.choices()) })
}

func (r *Screen) chart(t induction.Tally, s shape) string {
	th, step := r.frame.Theme, r.session().Step()
	head := r.block("", step.Title(), th.Brand)
	if s.whole {
		if action, ok := r.session().Situation().Option(r.session().Ballot().Action); ok {
			head += "\n" + r.block("│ ", action.Text, th.Text)
		}
	}
	var rows []string
	for _, bar := range t.Bars {
		rows = append(rows, r.row(bar, t, s))
	}
	text := head + "\n\n" + strings.Join(rows, gap(s.apart))
	if step == induction.Spread {
		return text + "\n\n" + r.block("", sum("", t.Before), th.Text)
	}
	return text + "\n\n" + r.block("", sum("▒ before: ", t.Before)+" · "+sum("█ after: ", t.After), th.Text)
}

// sum is how many voted.
func sum(lead string, p induction.Poll) string {
	if p.Hands() == 0 {
		return lead + "no vote"
	}
	text := fmt.Sprintf("%s%d voted", lead, p.Hands())
	if n := p.NotVoted(); n > 0 {
		text += fmt.Sprintf(", %d did not", n)
	}
	return text
}

// row is one choice with its bars.
func (r *Screen) row(bar induction.Bar, t induction.Tally, s shape) string {
	th := r.frame.Theme
	width, _ := r.column()
	lead := r.lead(bar.Choice)
	room := width - ansi.StringWidth(lead) - 4 // for the number
	solid := chart.Thick(share(bar.Before, t.Before), room, th.Accent)
	drawn := []string{numbered(solid, bar.Before, th.Strong)}
	if r.session().Step() != induction.Spread {
		first, second := chart.Pair(share(bar.Before, t.Before), share(bar.After, t.After), room, th.Accent)
		drawn = []string{numbered(first, bar.Before, th.Faint), numbered(second, bar.After, th.Strong)}
	} else if s.thick == 2 && bar.Before > 0 {
		drawn = append([]string{solid}, drawn...)
	}
	if !s.whole {
		return lead + strings.Join(drawn, "\n"+strings.Repeat(" ", ansi.StringWidth(lead)))
	}
	return pane.Hang(lead, prose.Line(bar.Text), width, th.Text) + "\n" + pane.Indent(strings.Join(drawn, "\n"), ansi.StringWidth(lead))
}

// numbered is a bar with its number; where there is nobody, the number alone.
func numbered(bar string, hands int, style lipgloss.Style) string {
	if hands == 0 {
		return style.Render("0")
	}
	return bar + " " + style.Render(fmt.Sprint(hands))
}

func share(hands int, of induction.Poll) float64 {
	if of.Hands() == 0 {
		return 0
	}
	return float64(hands) / float64(of.Hands())
}
