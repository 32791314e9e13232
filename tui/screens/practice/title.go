package practice

import (
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Title says where the learner is, and about how long the rest takes. The topic comes last: it is what a small window has to cut.
func (p *Screen) Title() string {
	if p.practice == nil || p.practice.Sitting.Current() == nil {
		switch {
		case p.to.Ask.First:
			return "One situation"
		case p.to.Ask.Today:
			return "Today"
		case p.to.Ask.Ahead:
			return tutor.MoreThanDue
		case p.to.Ask.Review:
			return "Review"
		}
		return "Practise"
	}
	if p.earlier != nil {
		return p.againTitle()
	}
	topic, _ := p.tutor.Library.Pack().Bank.Topic(p.practice.Sitting.Current().Topic)
	different := ""
	if p.practice.Sitting.TurnOf() != nil {
		different = " · one thing different"
	}
	if compare := p.practice.ToCompare(); compare != "" {
		different = " · " + compare
	}
	return p.practice.Numbered() + different + p.marked() + p.left() + " · " + topic.Title
}

// left says about how long the rest takes; "" at the end.
func (p *Screen) left() string {
	if left := p.practice.Left(); left > 0 {
		return " · " + prose.About(left) + " left"
	}
	return ""
}
