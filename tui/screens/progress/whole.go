package progress

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/parts/chart"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// columns is the room of the whole and of the charts beside it; 0 for the charts where the window is not wide.
func (p *Screen) columns() (left, charts int) {
	const most = 84
	if !p.frame.Wide() {
		return p.frame.Width, 0
	}
	left = min(p.frame.Width*55/100, most)
	return left, min(p.frame.Width-left, most)
}

// fillWhole lays the first screen out: how it stands, what to do next, the weakest topics as far as there is room, and the ways on.
func (p *Screen) fillWhole(s tutor.Overview) {
	left, right := p.columns()
	intro := p.glance(s, pane.Measure(left))
	p.beside = p.charts(s, right)
	for many := len(s.Topics); many >= 0; many-- {
		p.menu().Fill(intro, p.lines(s, left, many))
		if above, below := p.menu().More(); !above && !below {
			return
		}
	}
}

// lines are what can be chosen on the first screen, with so many topics.
func (p *Screen) lines(s tutor.Overview, width, many int) []list.Item[choice] {
	items := []list.Item[choice]{p.next(s)}
	if s.Answers > 0 {
		items = append(items, p.topics(s, width, many)...)
	}
	ways := p.ways(s)
	ways[0].Heading = "More"
	return append(items, ways...)
}

// charts are those that have room beside the first screen.
func (p *Screen) charts(s tutor.Overview, width int) string {
	if width == 0 || s.Answers == 0 {
		return ""
	}
	shown, measure := "", pane.Measure(width)
	const overTimeHeight = 12
	for _, chart := range []string{p.drawn(s, measure, overTimeHeight), p.certainty(s, measure), p.calendar(s, measure)} {
		if with := together(shown, chart); strings.Count(with, "\n")+2 <= p.frame.Height {
			shown = with
		}
	}
	return "\n" + shown
}

// together sets texts one below the other, leaving out what is empty.
func together(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), "\n\n")
}

// glance is how the learner is doing, in four lines.
func (p *Screen) glance(s tutor.Overview, width int) string {
	th := p.frame.Theme
	if s.Answers == 0 {
		return "\n" + pane.Hang("  ", s.Nothing(), width, th.Text)
	}
	lines := []string{"\n" + pane.Hang("  ", s.Headline(), width, th.Title)}
	if s.Score.Answers > 0 {
		lines = append(lines, pane.Hang("  ", overall(s.Score), width, th.Faint))
	}
	if spark := p.spark(s, width); spark != "" {
		lines = append(lines, spark)
	}
	if verdict := s.Verdict(); verdict != "" {
		lines = append(lines, pane.Hang("  ", verdict, width, th.Text))
	}
	return strings.Join(lines, "\n")
}

// spark is the course in a line, with where it began and where it is: as many of the latest values as there is room for. Where there is no room
// for two, it is in words alone; "" where there is nothing to compare.
func (p *Screen) spark(s tutor.Overview, width int) string {
	th, alone := p.frame.Theme, ""
	c, _ := p.course(s)
	for most := len(c.values); most > 1; most-- {
		c = c.latest(most)
		told := c.told()
		if len(told) < 2 {
			break
		}
		words := "from " + from(told[0]) + " to " + scenarios.Above(told[len(told)-1])
		if 2+len(c.values)+2+ansi.StringWidth(words) <= width {
			return "  " + chart.Spark(c.values, th) + th.Faint.Render("  "+words)
		}
		if alone == "" {
			alone = pane.Hang("  ", prose.Capital(words), width, th.Faint)
		}
	}
	return alone
}

// from is the first of two scores, whose words need not say twice what they are above.
func from(above float64) string {
	if words := scenarios.Figure(above); strings.HasSuffix(words, "%") {
		return words
	}
	return scenarios.Above(above)
}

// overall is the score of all answers.
func overall(s scenarios.Score) string {
	words := prose.Capital(s.Words())
	if above, _ := s.Above(); s.Enough() && above >= 0 {
		words += ": full marks are 100, and guessing brings 0"
	}
	return words
}
