package room

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/list"
	"probity/tui/prose"
)

// turn is the situation with one thing different: the facts as they were, faint, and as they are. The options stand below where there is
// room; the next step has them in any case.
func (r *Screen) turn(was *scenarios.Situation) string {
	th, s := r.frame.Theme, r.session().Situation()
	return stack(r.block("", scenarios.TurnTitle, th.Brand), r.text(s.Lead),
		r.block(scenarios.Was+"  ", was.Facts, th.Faint), r.block(scenarios.Now+"  ", s.Facts, th.Strong))
}

// differences is what made the difference in each variant that the room went through.
func (r *Screen) differences() string {
	th, all := r.frame.Theme, r.session().Differences()
	widest := 0
	for _, d := range all {
		widest = max(widest, ansi.StringWidth(d.Key))
	}
	blocks := []string{r.block("", induction.Heading(all), th.Brand)}
	for _, d := range all {
		lead := d.Key + strings.Repeat(" ", widest-ansi.StringWidth(d.Key)+2)
		blocks = append(blocks, r.block(th.Right.Render(lead), d.Situation.Facts, th.Faint)+"\n"+
			r.block(strings.Repeat(" ", widest+2), d.Situation.Turns, th.Strong))
	}
	return stack(blocks...)
}

// turns are the variants of the current family that the session does not have yet.
func (r *Screen) turns() []list.Item[string] {
	s, heading := r.session(), "One thing different"
	family, _ := r.tutor.Library.Pack().Bank.Family(s.Situation().Family)
	var items []list.Item[string]
	for _, v := range family.For(s.Country()) {
		if s.Course().Place(v.ID) < 0 {
			items = append(items, list.Item[string]{Heading: heading, Text: prose.Line(v.Facts), Value: v.ID})
			heading = ""
		}
	}
	return items
}
