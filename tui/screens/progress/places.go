package progress

import (
	"fmt"
	"slices"

	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// place is where in the screen the learner is.
type place int

// The places: the first screen, and one for each question that it leads to.
const (
	whole place = iota
	topics
	overTime
	howSure
	history
	reflections
	activity
	places
)

// name is the place as its title has it.
func (p place) name() string {
	return [...]string{"", "topics", "over time", "how sure", "history", "reflections", "activity"}[p]
}

// key leads to the place from the whole.
func (p place) key() string { return [...]string{"", "t", "w", "s", "h", "r", "a"}[p] }

// fill lays the place out from the record.
func (p *Screen) fill() {
	if p.frame.Theme == nil {
		return
	}
	if !p.tutor.Progress.Ready() {
		p.menu().SetIntro("\n" + p.frame.Theme.Faint.Render("  Reading your record…"))
		return
	}
	if p.at == history {
		p.fillHistory()
		return
	}
	s, width := p.overview(), pane.Measure(p.frame.Width)
	switch p.at {
	case whole:
		p.fillWhole(s)
	case topics:
		p.menu().Fill("", p.topics(s, p.frame.Width, len(s.Topics)))
	case overTime, activity:
		p.fillFigures(s, width)
	case howSure:
		p.menu().Fill("\n"+p.judged(s, width), append(p.begin(s), p.mistakes(s)...))
	case reflections:
		p.fillReflections(s)
	}
}

// fillFigures draws what there is to see over time, or of the time put in.
func (p *Screen) fillFigures(s tutor.Overview, width int) {
	switch {
	case s.Answers == 0:
		p.menu().Fill(p.said(s.Nothing()), p.begin(s))
	case p.at == overTime:
		p.menu().Fill("\n"+p.overTime(s, width, p.frame.Height), nil)
	default:
		p.menu().Fill("\n"+p.activity(s, width), nil)
	}
}

// roomyWidth is from how many cells on a line has room for a note.
const roomyWidth = 54

// ways are the lines that lead on from the whole, with how much there is at their ends.
func (p *Screen) ways(s tutor.Overview) []list.Item[choice] {
	notes := map[place]string{
		topics: fmt.Sprintf("all %d, the weakest first", len(s.Topics)), overTime: "how it has gone", history: "missed, flagged, bookmarked",
		howSure: fmt.Sprintf("very sure and missed: %d", len(s.Mistakes)), activity: "answers a day, time by month",
		reflections: "what you wrote: " + fmt.Sprint(len(p.tutor.Record.Reflections())),
	}
	var items []list.Item[choice]
	for to := topics; to < places; to++ {
		item := list.Item[choice]{Key: to.key(), Text: prose.Capital(to.name()), Value: choice{to: to}}
		if left, _ := p.columns(); left >= roomyWidth {
			item.Note = notes[to]
		}
		items = append(items, item)
	}
	return items
}

// topics is a line for each of the first so many topics, the weakest first: a bar of what was answered lately, and how much of it was met.
func (p *Screen) topics(s tutor.Overview, width, many int) []list.Item[choice] {
	shown := s.Topics[:min(many, len(s.Topics))]
	heading := "Topics: above chance lately, the weakest first; situations met"
	if many < len(s.Topics) { // which is weak is known only of what was answered
		met := slices.DeleteFunc(slices.Clone(s.Topics), func(t tutor.TopicOverview) bool { return t.Recent.Answers == 0 })
		shown, heading = met[:min(many, len(met))], "Your weakest topics: above chance lately; situations met"
		if !slices.ContainsFunc(shown, func(t tutor.TopicOverview) bool { return t.Recent.Enough() }) {
			heading = "Topics you began, too few answers yet for a figure; situations met"
		}
	}
	scale := topicScale(shown, width)
	var items []list.Item[choice]
	for i, t := range shown {
		item := list.Item[choice]{
			Text: t.Title, Value: choice{ask: &tutor.Selection{Topic: t.ID}}, Note: met(t), Bar: scale.Score(t.Recent, p.frame.Theme) + " ",
		}
		if i == 0 {
			item.Heading = heading
		}
		items = append(items, item)
	}
	return items
}

// mistakes is the confident mistakes, because in professionalism they matter most.
func (p *Screen) mistakes(s tutor.Overview) []list.Item[choice] {
	var items []list.Item[choice]
	for i, a := range s.Mistakes {
		item := p.row(tutor.EntryOf(&a))
		if i == 0 {
			item.Heading = fmt.Sprintf("Very sure, and missed: %d", len(s.Mistakes))
		}
		items = append(items, item)
	}
	return items
}

// fillReflections lists what the learner wrote, the latest first.
func (p *Screen) fillReflections(s tutor.Overview) {
	all := p.tutor.Record.Reflections()
	if len(all) == 0 {
		p.menu().Fill(p.said("No reflections yet. In a feedback r opens one."), p.begin(s))
		return
	}
	var items []list.Item[choice]
	for i := range all {
		r := all[len(all)-1-i]
		item := list.Item[choice]{Text: p.tutor.Library.TitleOf(r.Scenario), Note: p.tutor.Clock.Date(r.At), Below: tutor.Beginning(r.Text), Value: choice{reflection: &r}}
		if r.Seq == 0 {
			item.Note += ", not saved yet"
		}
		if i == 0 {
			item.Heading = "Reflections: " + fmt.Sprint(len(all))
		}
		items = append(items, item)
	}
	p.menu().Fill("", items)
}

// begin is what to do next, for a place that is empty because nothing was answered: none is a dead end.
func (p *Screen) begin(s tutor.Overview) []list.Item[choice] {
	if s.Answers > 0 {
		return nil
	}
	return []list.Item[choice]{p.next(s)}
}

// next is the line that does what there is to do next.
func (p *Screen) next(s tutor.Overview) list.Item[choice] {
	text, ask := s.Next()
	return list.Item[choice]{Text: "Next: " + text, Value: choice{ask: &ask}}
}

// said is a sentence in place of a list.
func (p *Screen) said(text string) string {
	return "\n" + pane.Hang("  ", text, pane.Measure(p.frame.Width), p.frame.Theme.Text)
}
