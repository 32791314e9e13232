package progress

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/chart"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// section is a part of the screen: text, lines to choose from, or both.
type section struct {
	text  string
	items []list.Item[choice]
}

// fill lays the screen out from the record.
func (p *Screen) fill() {
	th := p.frame.Theme
	if th == nil {
		return
	}
	left, right := p.widths()
	width := pane.Measure(left)
	if !p.tutor.Progress.Ready() {
		p.menu.SetIntro("\n" + th.Faint.Render("  Reading your record…"))
		return
	}
	s := p.tutor.Progress.Overview()
	if s.Answers == 0 {
		p.menu.SetItems(p.bookmarks())
		p.menu.SetIntro("\n" + pane.Hang("  ", "Nothing answered yet. Practise, and this fills in.", width, th.Text))
		return
	}
	lists := [][]list.Item[choice]{p.next(s), p.topics(s, width), append(p.mistakes(s), p.bookmarks()...), p.reflections()}
	if right > 0 {
		beside := pane.Measure(right)
		p.charts.Set("\n" + together(p.overTime(s, beside), p.certainty(s, beside), p.activity(s, beside)))
		p.lay([]section{{"", lists[0]}, {"", lists[1]}, {"", lists[2]}, {"", lists[3]}, {p.notes(s, width), nil}})
	} else {
		p.lay([]section{
			{"", lists[0]}, {"", lists[1]}, {together(p.overTime(s, width), p.certainty(s, width)), lists[2]}, {p.activity(s, width), lists[3]}, {p.notes(s, width), nil},
		})
	}
	p.menu.SetIntro(p.glance(s, width))
}

// together sets texts one below the other, leaving out what is empty.
func together(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), "\n\n")
}

// lay puts sections into the menu: text without lines of its own stands above the lines that follow.
func (p *Screen) lay(sections []section) {
	var items []list.Item[choice]
	waiting := ""
	for _, s := range sections {
		waiting = together(waiting, s.text)
		if len(s.items) > 0 {
			s.items[0].Above, waiting = waiting, ""
		}
		items = append(items, s.items...)
	}
	p.menu.SetItems(items)
	p.menu.SetOutro(waiting)
}

// glance is the whole in four lines.
func (p *Screen) glance(s tutor.Overview, width int) string {
	th := p.frame.Theme
	lines := []string{"\n" + pane.Hang("  ", s.Headline(), width, th.Title)}
	if s.Score.Answers > 0 {
		lines = append(lines, pane.Hang("  ", overall(s.Score), width, th.Faint))
	}
	weeks := weekly(s.Weeks, p.tutor.Clock.Now(), width-24).Values
	if shown := slices.DeleteFunc(slices.Clone(weeks), math.IsNaN); len(shown) > 1 {
		lines = append(lines, "  "+chart.Spark(weeks, th)+th.Faint.Render("  from "+scenarios.Figure(shown[0])+" to "+scenarios.Figure(shown[len(shown)-1])))
	}
	if verdict := s.Verdict(); verdict != "" {
		lines = append(lines, pane.Hang("  ", verdict, width, th.Text))
	}
	return strings.Join(lines, "\n")
}

// overall is the score of all answers.
func overall(s scenarios.Score) string {
	words := prose.Capital(s.Words())
	if above, _ := s.Above(); s.Enough() && above >= 0 {
		words += ": full marks are 100, and guessing brings 0"
	}
	return words
}

// next is what to do next, to be chosen at once.
func (p *Screen) next(s tutor.Overview) []list.Item[choice] {
	text, ask := s.Next()
	return []list.Item[choice]{{Heading: "Next", Text: text, Value: choice{ask: &ask}}}
}

// barWidth is the length of a full mastery bar.
const barWidth = 16

// topics is a line for each topic, the weakest first: a bar of what was answered lately, and how much of it was met.
func (p *Screen) topics(s tutor.Overview, width int) []list.Item[choice] {
	th, bar := p.frame.Theme, barWidth
	if width < 76 {
		bar /= 2
	}
	var items []list.Item[choice]
	for i, t := range s.Topics {
		item := list.Item[choice]{
			Text: t.Title, Value: choice{ask: &tutor.Selection{Topic: t.ID}}, Note: fmt.Sprintf("%d of %d met", t.Met, t.Of), Bar: chart.Score(t.Recent, bar, th) + " ",
		}
		if i == 0 {
			item.Heading = "Topics: above chance lately, the weakest first; situations met"
		}
		items = append(items, item)
	}
	return items
}

// weekly is the weeks up to now as columns, one for each week. Those with too few answers for a percentage are empty. Where there
// is room for fewer, it is the latest.
func weekly(weeks []progress.Week, now time.Time, most int) chart.Columns {
	c := chart.Columns{Rows: 6, Scale: scenarios.Percent}
	if len(weeks) == 0 {
		return c
	}
	scores := map[string]scenarios.Score{}
	last := weeks[0].From
	for _, w := range weeks {
		scores[w.From.Format(time.DateOnly)] = w.Score
		if w.From.Before(now) {
			last = w.From
		}
	}
	from := weeks[0].From
	if earliest := last.AddDate(0, 0, -7*(max(1, min(most, 52))-1)); from.Before(earliest) {
		from = earliest
	}
	month := ""
	for at := from; !at.After(last); at = at.AddDate(0, 0, 7) {
		value, label := math.NaN(), ""
		if week := scores[at.Format(time.DateOnly)]; week.Enough() {
			value, _ = week.Above()
		}
		if name := at.Format("Jan"); name != month {
			month, label = name, name
		}
		c.Values, c.Labels = append(c.Values, value), append(c.Labels, label)
	}
	return c
}

// overTime is the score above chance by week.
func (p *Screen) overTime(s tutor.Overview, width int) string {
	th := p.frame.Theme
	c := weekly(s.Weeks, p.tutor.Clock.Now(), width-10)
	if told := slices.DeleteFunc(slices.Clone(c.Values), math.IsNaN); len(told) < 2 {
		return ""
	}
	return "  " + th.Accent.Render("Over time: score above chance by week") + "\n" + pane.Indent(c.Draw(width-2, th), 2)
}

// certainty is how often the learner was right when a guess, fairly sure and very sure.
func (p *Screen) certainty(s tutor.Overview, width int) string {
	th := p.frame.Theme
	lines := []string{"  " + th.Accent.Render("How sure, and how often right")}
	asked, full := 0, max(4, min(barWidth, width-33)) // so that the figures beside it are never what is cut
	for _, c := range s.Sure {
		if c.Answers == 0 {
			continue
		}
		asked += c.Answers
		name := prose.Capital(c.Sure.Name())
		bar := strings.Repeat(" ", full+6)
		if share := float64(c.Right) / float64(c.Answers); scenarios.Enough(c.Answers) {
			bar = chart.Bar(share, full, th) + fmt.Sprintf(" %5s", scenarios.Percent(share))
		}
		lines = append(lines, "  "+name+strings.Repeat(" ", 13-len(name))+bar+fmt.Sprintf("  %d of %d", c.Right, c.Answers))
	}
	if asked == 0 {
		return ""
	}
	if verdict := s.Verdict(); verdict != "" {
		lines = append(lines, pane.Hang("  ", verdict, width, th.Faint))
	}
	return strings.Join(lines, "\n")
}

// mistakes is the confident mistakes, because in professionalism they matter most.
func (p *Screen) mistakes(s tutor.Overview) []list.Item[choice] {
	const most = 10
	var items []list.Item[choice]
	for i, a := range s.Mistakes[:min(len(s.Mistakes), most)] {
		note := p.tutor.Clock.Date(a.At)
		if p.tutor.Record.History().RightSince(a) {
			note += ", right since"
		}
		item := list.Item[choice]{Text: p.tutor.Library.TitleOf(a.Situation()), Note: note, Value: choice{mistake: &a}}
		if i == 0 {
			item.Heading = fmt.Sprintf("Very sure, and not right: %d", len(s.Mistakes))
		}
		items = append(items, item)
	}
	return items
}

// activity is a calendar of the last year, and the active time by month.
func (p *Screen) activity(s tutor.Overview, width int) string {
	th, now := p.frame.Theme, p.tutor.Clock.Now()
	answers, most := map[string]int{}, 1
	for _, d := range s.Days {
		answers[d.Date.Format(time.DateOnly)] = d.Answers
		most = max(most, d.Answers)
	}
	calendar := chart.Calendar(now, width, func(day time.Time) int {
		n := answers[day.Format(time.DateOnly)]
		return (n*4 + most - 1) / most
	}, th)
	text := "  " + th.Accent.Render(fmt.Sprintf("Activity: answers a day, █ is %d", most)) + "\n" + calendar
	months, longest, full := "", 1, max(4, min(barWidth, width-30))
	for _, m := range s.Months(now) {
		longest = max(longest, m.Seconds)
	}
	for _, m := range s.Months(now) {
		if m.Seconds > 0 {
			months += "\n  " + m.From.Format("Jan 2006") + " " + chart.Bar(float64(m.Seconds)/float64(longest), full, th) + " " + prose.Minutes(m.Seconds)
		}
	}
	if months != "" {
		text += "\n\n  " + th.Accent.Render("Active time by month") + months
	}
	return text
}

// reflections is what the learner wrote, the latest first.
func (p *Screen) reflections() []list.Item[choice] {
	all := p.tutor.Record.History().Reflections()
	var items []list.Item[choice]
	for i := range all {
		r := all[len(all)-1-i]
		item := list.Item[choice]{
			Text: p.tutor.Library.TitleOf(r.Scenario), Note: p.tutor.Clock.Date(r.At) + ": " + cells.Cut(prose.Line(r.Text), 40, "…"), Value: choice{reflection: &r},
		}
		if i == 0 {
			item.Heading = "Reflections: " + fmt.Sprint(len(all))
		}
		items = append(items, item)
	}
	return items
}

// notes is what there is to say of unusual answers: to situations that are gone, dated in the future, and the like.
func (p *Screen) notes(s tutor.Overview, width int) string {
	var lines []string
	for _, n := range s.Notes() {
		lines = append(lines, pane.Hang("  ", n, width, p.frame.Theme.Faint))
	}
	return strings.Join(lines, "\n")
}
