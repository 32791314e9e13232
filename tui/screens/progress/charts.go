package progress

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/parts/chart"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// barWidth is the length of a full mastery bar, where there is room.
const barWidth = 16

// leastBar is the length that a full mastery bar keeps beside a title that is cut for it.
const leastBar = 6

// topicScale is the scale of the bars of some topics, so long as leaves room for their titles.
func topicScale(topics []tutor.TopicOverview, width int) chart.Scale {
	title, note := 0, 0
	var scores []scenarios.Score
	for _, t := range topics {
		title, note = max(title, ansi.StringWidth(t.Title)), max(note, ansi.StringWidth(met(t)))
		scores = append(scores, t.Recent)
	}
	const blanks = 3 // one before the bar and two behind it
	return chart.ScaleIn(list.TextRoom(width, "")+2-title-note-blanks, leastBar, barWidth, scores...)
}

// met is how much of a topic was met.
func met(t tutor.TopicOverview) string { return fmt.Sprintf("%d of %d met", t.Met, t.Of) }

// course is the score above chance from one stretch of time to the next, the latest last. One with too few answers for a percentage is
// a gap.
type course struct {
	by     string // week or month
	values []float64
	months []string // in which each begins
}

// told is the values without the gaps.
func (c course) told() []float64 {
	return slices.DeleteFunc(slices.Clone(c.values), math.IsNaN)
}

// latest is as many of the latest values as there is room for. It does not begin with a gap.
func (c course) latest(most int) course {
	over := max(0, len(c.values)-max(0, most))
	for over < len(c.values) && math.IsNaN(c.values[over]) {
		over++
	}
	c.values, c.months = c.values[over:], c.months[over:]
	return c
}

// labels are the months, each at its first value.
func (c course) labels() []string {
	labels := slices.Clone(c.months)
	for i := range labels {
		if i > 0 && c.months[i] == c.months[i-1] {
			labels[i] = ""
		}
	}
	return labels
}

// course is by week, or by month where most weeks have too few answers for a percentage; ok is false where there is nothing to compare.
func (p *Screen) course(s tutor.Overview) (c course, ok bool) {
	now := p.tutor.Clock.Now()
	weeks, months := courseBy("week", s.Weeks, now), courseBy("month", s.Weeks, now)
	told := len(weeks.told())
	if 2*told < len(weeks.values) && len(months.told()) > 1 || told < 2 {
		return months, len(months.told()) > 1
	}
	return weeks, true
}

// longest is how many values a course has at the most: those of a year.
const longest = 52

// courseBy is the course of weeks up to now, each or by the month in which they begin.
func courseBy(by string, weeks []progress.Week, now time.Time) (c course) {
	c.by = by
	if len(weeks) == 0 {
		return c
	}
	begin := func(week time.Time) time.Time {
		if by == "month" {
			return week.AddDate(0, 0, 1-week.Day())
		}
		return week
	}
	scores, last := map[string]scenarios.Score{}, weeks[0].From
	for _, w := range weeks {
		at := begin(w.From).Format(time.DateOnly)
		scores[at] = scores[at].Add(w.Score)
		if w.From.Before(now) {
			last = w.From
		}
	}
	for at := begin(weeks[0].From); !at.After(last); {
		value := math.NaN()
		if score := scores[at.Format(time.DateOnly)]; score.Enough() {
			value, _ = score.Above()
		}
		c.values, c.months = append(c.values, value), append(c.months, at.Format("Jan"))
		if by == "month" {
			at = at.AddDate(0, 1, 0)
		} else {
			at = at.AddDate(0, 0, 7)
		}
	}
	return c.latest(longest)
}

// drawn is the course as columns, in so many lines at the most; "" where there is nothing to compare.
func (p *Screen) drawn(s tutor.Overview, width, height int) string {
	c, ok := p.course(s)
	if !ok {
		return ""
	}
	const around, most = 5, 12 // lines: with the heading, the line, what hangs under it and the months; and of the columns
	c = c.latest(width - 10)   // beside the scale
	columns := chart.Columns{Values: c.values, Labels: c.labels(), Rows: max(4, min((height-around)/2*2, most)), Scale: scenarios.Percent}
	return p.heading("Over time: score above chance by "+c.by) + "\n" + pane.Indent(columns.Draw(width-2, p.frame.Theme), 2)
}

func (p *Screen) heading(text string) string { return "  " + p.frame.Theme.Heading.Render(text) }

// overTime is the course of the weeks, and the last four beside all before them in words.
func (p *Screen) overTime(s tutor.Overview, width, height int) string {
	th := p.frame.Theme
	words := func(text string) string { return pane.Hang("  ", text, width, th.Text) }
	since, before := p.tutor.Record.Lately()
	said := words("The last four weeks: " + scored(since) + ".\nBefore them: " + scored(before) + ".")
	const belowTheChart = 5
	drawn := p.drawn(s, width, height-belowTheChart)
	if drawn == "" {
		return together(p.heading("Over time"), said, words("A chart begins with two weeks, or months, in which you answered six situations or more."))
	}
	c, _ := p.course(s)
	return together(drawn, said+"\n"+pane.Hang("  ", "A gap is a "+c.by+" with fewer than six answers.", width, th.Faint))
}

// scored is a score in words with its answers.
func scored(s scenarios.Score) string {
	if !s.Enough() {
		return s.Words() // which says how many
	}
	return s.Words() + ", " + prose.Count(float64(s.Answers), "answer")
}

// certainty is how often the learner was right when very sure, fairly sure and guessing.
func (p *Screen) certainty(s tutor.Overview, width int) string {
	th, given := p.frame.Theme, s.Calibration()
	heading := p.heading("How sure, and how often right")
	if len(given) == 0 {
		return together(heading, pane.Hang("  ", p.tutor.Profile.NeverSure(), width, th.Text))
	}
	const leastBar = 4
	lines, longest := []string{heading}, 0
	for _, c := range given {
		longest = max(longest, ansi.StringWidth(tutor.HowOften(c)))
	}
	for _, c := range given {
		line := tutor.HowOften(c)
		if bar := min(barWidth, width-2-longest-2); bar >= leastBar && scenarios.Enough(c.Answers) {
			line += strings.Repeat(" ", longest-ansi.StringWidth(line)+2) + chart.Bar(float64(c.Right)/float64(c.Answers), bar, th)
		}
		lines = append(lines, "  "+line)
	}
	return strings.Join(lines, "\n")
}

// judged is certainty with what that says.
func (p *Screen) judged(s tutor.Overview, width int) string {
	if judgement := s.Judgement(); judgement != "" {
		return p.certainty(s, width) + "\n" + pane.Hang("  ", judgement, width, p.frame.Theme.Faint)
	}
	return p.certainty(s, width)
}

// calendar is the answers of each day of the last year.
func (p *Screen) calendar(s tutor.Overview, width int) string {
	answers, most := map[string]int{}, 1
	for _, d := range s.Days {
		answers[d.Date.Format(time.DateOnly)] = d.Answers
		most = max(most, d.Answers)
	}
	shade := func(day time.Time) int {
		n := answers[day.Format(time.DateOnly)]
		return (n*4 + most - 1) / most
	}
	return p.heading(fmt.Sprintf("Activity: answers a day, █ is %d", most)) + "\n" + chart.Calendar(p.tutor.Clock.Now(), width, shade, p.frame.Theme)
}

// activity is the calendar, and the active time by month.
func (p *Screen) activity(s tutor.Overview, width int) string {
	th, now := p.frame.Theme, p.tutor.Clock.Now()
	calendar := p.calendar(s, width)
	longest := 1
	for _, m := range s.Months(now) {
		longest = max(longest, m.Seconds)
	}
	var months []string
	const column, figures = 38, 26 // two columns of months are this wide each
	bar := max(4, min(barWidth, min(width, column)-figures))
	for _, m := range s.Months(now) {
		if m.Seconds > 0 {
			months = append(months, "  "+m.From.Format("Jan 2006")+" "+chart.Bar(float64(m.Seconds)/float64(longest), bar, th)+" "+prose.Minutes(m.Seconds))
		}
	}
	if len(months) == 0 {
		return calendar
	}
	table := strings.Join(months, "\n")
	if half := (len(months) + 1) / 2; half > 3 && width >= 2*column {
		table = pane.Columns(strings.Join(months[:half], "\n"), column, strings.Join(months[half:], "\n"), 0)
	}
	return together(calendar, p.heading("Active time by month, "+prose.Minutes(s.Seconds)+" in all")+"\n"+table)
}
