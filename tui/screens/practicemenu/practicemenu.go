// Package practicemenu is the choice of what to practise: by time, every topic, the weakest ones, what was missed or bookmarked, more than is
// due, or one topic; in everybody's shoes, or what counts in another country, to compare.
package practicemenu

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Library   *tutor.Library
	Record    *tutor.Record
	Practices *tutor.Practices
}

// Screen offers what there is to practise.
type Screen struct {
	*list.Page[choice]
	env    screen.Env
	tutor  Parts
	topics bool // the topics are up, in the place of the ways
}

// choice is what a line stands for.
type choice struct {
	ask    tutor.Selection
	topics bool // the topics, on a page of their own
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	p := &Screen{env: env, tutor: parts}
	p.Page = list.NewPage(p.fill, p.choose)
	return p
}

// Title names the screen.
func (p *Screen) Title() string {
	if p.topics {
		return "Practise · one topic"
	}
	return "Practise"
}

// mostWays is how many lines there are above the topics at most.
const mostWays = 9

// fill lists the ways to practise, and the topics below them where a window has room for all that there can be; else they are one key away.
func (p *Screen) fill() {
	topics := p.topicItems()
	switch beside := mostWays+rows(topics)+3 <= p.Frame.Height; {
	case beside:
		p.topics = false
		if len(topics) > 0 && topics[0].Heading == "" {
			topics[0].Heading = "One topic"
		}
		p.SetItems(append(p.ways(), topics...))
	case p.topics:
		p.SetItems(topics)
	default:
		p.SetItems(append(p.ways(), list.Item[choice]{Key: "t", Text: "One topic", Note: p.roomy(prose.Count(float64(len(topics)), "topic")), Value: choice{topics: true}}))
	}
}

// rows is how many rows lines take: a heading within them takes two.
func rows(lines []list.Item[choice]) int {
	n := len(lines)
	for _, l := range lines {
		if l.Heading != "" {
			n += 2
		}
	}
	return n
}

// choose begins the practice that is chosen, or shows the topics.
func (p *Screen) choose(c choice) tea.Cmd {
	if c.topics {
		p.show(true)
		return nil
	}
	return p.env.Replace(screen.ToPractice{Ask: c.ask})
}

// show shows the topics, or goes back from them to the line that they were opened from.
func (p *Screen) show(topics bool) {
	p.topics = topics
	p.fill()
	p.SetPlace(0)
	if !topics {
		p.SetPlace(len(p.ways()))
	}
}

// Back goes back from the topics.
func (p *Screen) Back() bool {
	if !p.topics {
		return false
	}
	p.show(false)
	return true
}

// Keys are the bindings that work now.
func (p *Screen) Keys() []key.Binding {
	does := "begin"
	if c, _ := p.Current(); c.topics {
		does = "open"
	}
	return p.Now(append(list.Keys(does), keymap.Back()))
}

// Stage is the page that is up.
func (p *Screen) Stage() any { return p.topics }
