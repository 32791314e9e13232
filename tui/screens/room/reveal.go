package room

import (
	"strings"

	"probity/scenarios/induction"
	"probity/tui/parts/chart"
	"probity/tui/tutor"
)

// reveal is the key on the bars of the last vote, and one rationale at a time: that of the option which drew most votes comes first.
func (r *Screen) reveal() string {
	t, _ := r.session().Spread()
	option, why := r.rationale()
	var rows []string
	for _, bar := range t.Bars {
		row := r.keyed(bar, t)
		if !r.layout.short && why != "" && bar.ID == option {
			row, why = row+"\n"+why, ""
		}
		rows = append(rows, row)
	}
	text := stack(r.answer(), strings.Join(rows, gap(r.layout.apart)))
	switch {
	case why != "":
		return stack(text, r.optionText(option)+"\n"+why)
	case r.layout.short:
		return stack(text, r.keyText())
	}
	return text
}

// answer is the heading of the reveal: the key in words.
func (r *Screen) answer() string {
	th, b := r.frame.Theme, r.session().Ballot()
	if b.KeyLabels() == "" {
		return r.block("", "There is no right answer", th.Title)
	}
	return r.block("", "✓ "+tutor.Answer(b), th.Right) + r.action()
}

// keyed is the row of a choice, with the sign of the key where the key has it.
func (r *Screen) keyed(bar induction.Bar, t induction.Tally) string {
	th := r.frame.Theme
	sign, style := "  ", th.Text
	if bar.Key {
		sign, style = th.Right.Render("✓ "), th.Right
	}
	hands, of := bar.Before, t.Before
	if t.After.Asked() > 0 {
		hands, of = bar.After, t.After
	}
	lead := sign + r.lead(bar.Choice)
	drawn := []string{numbered(chart.Thick(share(hands, of), r.forBar(lead), th.Accent), hands, th.Strong)}
	return r.drawn(lead, bar.Text, style, drawn)
}

// rationale is the option whose turn it is, and why it is right or wrong; "" while the key stands alone.
func (r *Screen) rationale() (option, why string) {
	th, s := r.frame.Theme, r.session().Situation()
	if r.room.Explained() == 0 {
		return "", ""
	}
	o := s.Options[r.room.VotedFirst()[r.room.Explained()-1]]
	key := s.Format.KeyOf(s, o.ID)
	if key != "" && !s.Format.Outright() {
		why = r.block("     ", key, th.Accent) + "\n"
	}
	return o.ID, why + r.block("     ", o.Why, th.Text)
}

// optionText is an option above its rationale, where it has no bar or the bar has no room for it.
func (r *Screen) optionText(id string) string {
	s := r.session().Situation()
	o, _ := s.Option(id)
	return r.block("  "+r.frame.Theme.Letter.Render(s.Letter(id))+"  ", o.Text, r.frame.Theme.Strong)
}

// keyText is what the key has, where the bars have no room for it.
func (r *Screen) keyText() string {
	var rows []string
	for _, c := range r.session().Ballot().Choices {
		if c.Key {
			rows = append(rows, r.block(r.frame.Theme.Right.Render("✓ ")+r.lead(c), c.Text, r.frame.Theme.Right))
		}
	}
	return strings.Join(rows, "\n")
}

// explain goes to the next rationale, or back by one. It reports whether there was one to go to.
func (r *Screen) explain(by int) bool {
	if !r.room.Explain(by) {
		return false
	}
	r.draw()
	if r.pane.ToTop(); r.room.Explained() > 0 { // the rationale stands last
		r.pane.ToEnd()
	}
	return true
}
