package room

import (
	"strings"

	"probity/scenarios/induction"
	"probity/tui/parts/chart"
	"probity/tui/tutor"
)

// lessons is what the session's situations came down to, before the last vote.
func (r *Screen) lessons() string {
	th := r.frame.Theme
	met := r.session().Lessons()
	if len(met) == 0 {
		return stack(r.block("", r.session().Doing(), th.Brand), r.block("", "No situation has been gone through to its answer.", th.Text))
	}
	var rows []string
	for _, lesson := range met {
		rows = append(rows, r.block("• ", lesson, th.Strong))
	}
	return stack(r.block("", r.session().Doing(), th.Brand), strings.Join(rows, gap(r.layout.apart)))
}

// closing is shown at the end: the last words, and how sure the room is where it was asked.
func (r *Screen) closing() string {
	th, p := r.frame.Theme, r.session().Plan()
	text := p.Closing
	if text == "" {
		text = "Thank you."
	}
	return stack(r.block("", text, th.Strong), r.sure(), r.block("", p.Title, th.Faint))
}

// sure is how sure the room is, by the fingers that it showed; "" where it was not asked.
func (r *Screen) sure() string {
	t, ok := r.session().FistToFive()
	if !ok || t.Before.Asked() == 0 {
		return ""
	}
	var rows []string
	for _, bar := range t.Bars {
		lead := r.lead(bar.Choice)
		rows = append(rows, r.drawn(lead, bar.Text, r.frame.Theme.Text, []string{numbered(chart.Thick(share(bar.Before, t.Before), r.forBar(lead), r.frame.Theme.Accent), bar.Before, r.frame.Theme.Strong)}))
	}
	return stack(r.block("", induction.Fist.Title(), r.frame.Theme.Brand), strings.Join(rows, "\n"), r.block("", tutor.Turnout(t.Before), r.frame.Theme.Text))
}
