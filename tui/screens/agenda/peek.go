package agenda

import (
	"strings"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// peek shows a situation before it is put before a room: whose shoes it is told from, what it asks, and the key.
func (a *Screen) peek(at line) {
	if at.situation == "" && at.family == "" {
		a.env.Notice("Only a situation can be looked at: go to one.")
		return
	}
	a.peeked = pane.New()
	a.drawPeek()
	a.peeked.ToTop()
}

// drawPeek lays out the situation that is looked at.
func (a *Screen) drawPeek() {
	if a.peeked == nil || a.frame.Theme == nil {
		return
	}
	a.peeked.Resize(a.frame.Width, a.frame.Height)
	at, _ := a.planner.Current()
	bank, minutes := a.tutor.Library.Pack().Bank, induction.UsualMinutes
	s, ok := bank.Situation(at.situation)
	if place := a.plan.Place(at.situation); place >= 0 {
		minutes = a.plan.Items[place].Minutes
	}
	if f, found := bank.Family(at.family); !ok && found {
		s, ok = f.For(a.plan.Jurisdiction)[0], true
	}
	if ok {
		a.peeked.Set(a.look(s, minutes))
	}
}

// look is a situation as a facilitator weighs it.
func (a *Screen) look(s *scenarios.Situation, minutes int) string {
	th, width, bank := a.frame.Theme, pane.Measure(a.frame.Width), a.tutor.Library.Pack().Bank
	blocks := []string{
		"\n" + pane.Hang("  ", prose.Line(s.Title), width, th.Title) + "\n" +
			pane.Hang("  ", prose.Join(tutor.Shoes(s.Setting), s.Format.Title(), prose.Count(float64(minutes), "minute")), width, th.Accent),
		pane.Indent(a.env.Markdown.Render(prose.FromMarkdown(s.Stem), width-2, th), 2),
		pane.Hang("  ", prose.Line(s.Ask), width, th.Strong) + "\n" + a.options(s, width),
		pane.Hang("  ", tutor.PutToTheVote(s, "o"), width, th.Text),
	}
	if p, ok := bank.Principle(s.Principle); ok {
		blocks = append(blocks, pane.Hang("  ", "It comes down to: "+prose.Line(p.Lesson), width, th.Text))
	}
	if f, ok := bank.Family(s.Family); ok {
		if turns := a.turns(f.For(a.plan.Jurisdiction), s, width); turns != "" {
			blocks = append(blocks, turns)
		}
	}
	return strings.Join(blocks, "\n\n")
}

// options are those of a situation, with what the key says of each.
func (a *Screen) options(s *scenarios.Situation, width int) string {
	th := a.frame.Theme
	var rows []string
	for i, o := range s.Options {
		key, sign, style := s.Format.KeyOf(s, o.ID), "  ", th.Text
		if key != "" && s.Format.Outright() {
			sign, style, key = th.Right.Render("✓ "), th.Right, ""
		}
		row := pane.Hang("  "+sign+th.Letter.Render(scenarios.Letter(i))+"  ", prose.Line(o.Text), width, style)
		if key != "" {
			row += "\n" + pane.Hang("       ", key, width, th.Right)
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "\n")
}

// turns are the other variants of a family: what is different, and the key.
func (a *Screen) turns(all []*scenarios.Situation, first *scenarios.Situation, width int) string {
	th := a.frame.Theme
	var rows []string
	for _, s := range all {
		if s.ID != first.ID {
			rows = append(rows, pane.Hang("  ", prose.Line(s.Facts), width, th.Text)+"\n"+pane.Hang("  ", "Key: "+s.Format.WholeKey(s), width, th.Right))
		}
	}
	if rows == nil {
		return ""
	}
	return pane.Hang("  ", "One thing different (t puts it in)", width, th.Accent) + "\n" + strings.Join(rows, "\n")
}
