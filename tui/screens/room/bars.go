package room

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios/induction"
	"probity/tui/parts/chart"
	"probity/tui/parts/pane"
	"probity/tui/tutor"
)

// bars are the layouts of bars, the roomiest first. Where the text of the choices does not fit, it follows the bars, or is a key
// away.
func bars() []layout {
	return []layout{{thick: true, apart: true}, {apart: true}, {}, {wide: true}, {wide: true, most: 1}, {wide: true, short: true}, {wide: true, short: true, bare: true}}
}

// chart is how the room voted; before and after where there were two votes.
func (r *Screen) chart() string {
	t, ok := r.session().Spread()
	if !ok {
		return ""
	}
	head := stack(r.block("", r.session().Step().Title(), r.frame.Theme.Brand)+r.action(), r.bar(t))
	if r.session().Step() == induction.Spread {
		head = stack(head, r.block("", tutor.Turnout(t.Before), r.frame.Theme.Text))
	} else {
		head = stack(head, r.block("", "▒ before: "+tutor.Turnout(t.Before)+" · █ after: "+tutor.Turnout(t.After), r.frame.Theme.Text)+r.flow(t))
	}
	if r.layout.short && !r.layout.bare {
		return stack(head, r.choices())
	}
	return head
}

// action is what is judged in a rating, on lines of its own.
func (r *Screen) action() string {
	if action, ok := r.session().Situation().Option(r.session().Ballot().Action); ok {
		return "\n" + r.block("│ ", action.Text, r.frame.Theme.Text)
	}
	return ""
}

// bar is a row for each choice.
func (r *Screen) bar(t induction.Tally) string {
	var rows []string
	for _, bar := range t.Bars {
		rows = append(rows, r.row(bar, t))
	}
	return strings.Join(rows, gap(r.layout.apart))
}

// flow is how those changed their minds who voted twice by phone.
func (r *Screen) flow(t induction.Tally) string {
	if said := tutor.MindsChanged(t, r.session().Ballot()); said != "" {
		return "\n" + r.block("", said, r.frame.Theme.Text)
	}
	return ""
}

// row is one choice with its bars.
func (r *Screen) row(bar induction.Bar, t induction.Tally) string {
	th := r.frame.Theme
	lead := r.lead(bar.Choice)
	room := r.forBar(lead)
	solid := chart.Thick(share(bar.Before, t.Before), room, th.Accent)
	drawn := []string{numbered(solid, bar.Before, th.Strong)}
	if r.session().Step() != induction.Spread {
		first, second := chart.Pair(share(bar.Before, t.Before), share(bar.After, t.After), room, th.Accent)
		drawn = []string{numbered(first, bar.Before, th.Text), numbered(second, bar.After, th.Strong)}
		if r.besides() {
			drawn = []string{pane.Columns(drawn[0], r.forBar(lead)+4, drawn[1], gutter)}
		}
	} else if r.layout.thick && bar.Before > 0 {
		drawn = append([]string{solid}, drawn...)
	}
	return r.drawn(lead, bar.Text, th.Text, drawn)
}

// forBar is the room for a bar behind a lead, beside its number.
func (r *Screen) forBar(lead string) int {
	width, _ := r.column()
	room := width - ansi.StringWidth(lead) - 4
	if r.besides() {
		return (room-gutter)/2 - 2
	}
	return room
}

// besides reports whether the bars of two votes stand side by side, where there is little room.
func (r *Screen) besides() bool {
	return (r.layout.most > 0 || r.layout.short) && r.session().Step() == induction.BeforeAfter
}

// drawn is a choice with its bars, below its text or, where there is little room, in place of it.
func (r *Screen) drawn(lead, text string, style lipgloss.Style, bars []string) string {
	width, _ := r.column()
	if r.layout.short {
		return lead + strings.Join(bars, "\n"+strings.Repeat(" ", ansi.StringWidth(lead)))
	}
	return begun(lead, text, width, style, r.layout.most) + "\n" + pane.Indent(strings.Join(bars, "\n"), ansi.StringWidth(lead))
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
