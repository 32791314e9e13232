// Package home is the first screen: what can be done, and what is waiting.
package home

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Clock       *tutor.Clock
	Library     *tutor.Library
	Record      *tutor.Record
	Profile     *tutor.Profile
	Practices   *tutor.Practices
	Assessments *tutor.Assessments
}

// Screen is the first screen.
type Screen struct {
	*list.Page[screen.Route]
	env   screen.Env
	tutor Parts
}

// New makes the screen. It needs neither the library nor the record: it is there at once.
func New(env screen.Env, parts Parts) *Screen {
	h := &Screen{env: env, tutor: parts}
	h.Page = list.NewPage(h.fill, h.open, append(list.Keys("open"), keymap.Find(), keymap.Quit())...)
	return h
}

// Title names the screen.
func (h *Screen) Title() string { return "" }

// Open looks again at what is waiting.
func (h *Screen) Open() tea.Cmd {
	h.Refill()
	return nil
}

// Update takes a message.
func (h *Screen) Update(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok && keymap.Is(press, keymap.Find()) {
		return h.open(screen.ToGuidance{Search: true})
	}
	return h.Page.Update(msg)
}

// open goes to what is chosen; no route is the way out.
func (h *Screen) open(to screen.Route) tea.Cmd {
	if to == nil {
		return tea.Quit
	}
	return h.env.Push(to)
}

// fill says what can be done now.
func (h *Screen) fill() {
	items := []list.Item[screen.Route]{
		{Key: "p", Text: "Practise", Note: h.practiseNote(), Value: screen.ToPracticeMenu{}},
		{Key: "r", Text: "Review", Note: h.reviewNote(), Value: screen.ToPractice{Ask: tutor.Selection{Review: true}}},
		{Key: "a", Text: "Assess", Note: h.assessNote(), Value: screen.ToExamMenu{}},
		{Key: "g", Text: "Guidance", Note: h.guidanceNote(), Value: screen.ToGuidance{}},
		{Key: "o", Text: "Progress", Note: h.progressNote(), Value: screen.ToProgress{}},
		{Key: "c", Text: "Certificate", Note: "for your appraisal folder", Value: screen.ToCertificate{}},
		{Key: "i", Text: "Induction", Note: "for a room: one keyboard, a projector", Value: screen.ToAgenda{}},
		{Key: "s", Text: "Settings", Note: "role, country, colours", Value: screen.ToSettings{}},
		{Key: "q", Text: "Quit"},
	}
	if left, ok := h.tutor.Practices.Unfinished(); ok {
		again := list.Item[screen.Route]{
			Key: "u", Text: "Pick up", Note: fmt.Sprintf("where you left off: %d of %d done", left.Done, left.Of),
			Value: screen.ToPractice{Resume: true},
		}
		items = append([]list.Item[screen.Route]{again}, items...)
	}
	h.SetItems(items)
	h.SetIntro(h.welcome())
}

func (h *Screen) welcome() string {
	th := h.Frame.Theme
	width := pane.Measure(h.Frame.Width)
	text := "\n" + pane.Hang("  ", "Good judgement online, one situation at a time.", width, th.Title)
	if h.Frame.Height >= 16 {
		text += "\n" + pane.Hang("  ", "Commit to an answer, see how it is marked, and read the paragraph that decides it.", width, th.Faint)
	}
	return text
}

func (h *Screen) practiseNote() string {
	if !h.tutor.Practices.Ready() {
		return "situations to answer, with the guidance that decides them"
	}
	pool, _ := h.tutor.Practices.Pool(tutor.Selection{})
	return prose.Count(float64(len(pool)), "situation") + ", with the guidance that decides them"
}

func (h *Screen) reviewNote() string {
	r := h.tutor.Practices.Reviews()
	switch {
	case r.Due == 1:
		return "one principle is due"
	case r.Due > 1:
		return fmt.Sprintf("%d principles are due", r.Due)
	case !r.Next.IsZero():
		return "nothing is due; the next is due " + h.tutor.Clock.Day(r.Next)
	}
	return "what you meet comes back here when it is due"
}

func (h *Screen) assessNote() string {
	if left, ok := h.tutor.Assessments.Unfinished(); ok {
		return fmt.Sprintf("one is open: %d of %d answered", len(left.Answers), len(left.Sitting.Drawn))
	}
	return "a whole sitting, with no feedback until the end"
}

func (h *Screen) guidanceNote() string {
	if h.tutor.Library.Pack() == nil {
		return "every document and paragraph"
	}
	sources, clauses := h.tutor.Library.Pack().Guidance.Sources(), 0
	for _, s := range sources {
		clauses += len(s.Clauses)
	}
	return prose.Join(prose.Count(float64(len(sources)), "document"), prose.Count(float64(clauses), "paragraph")) + ", and what changed"
}

func (h *Screen) progressNote() string {
	n := len(h.tutor.Record.History().Answers())
	switch n {
	case 0:
		return "what you have answered so far"
	case 1:
		return "one answer so far"
	}
	return fmt.Sprintf("%d answers so far", n)
}
