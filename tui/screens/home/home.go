// Package home is the first screen: what can be done, and what is waiting.
package home

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Home is the first screen.
type Home struct {
	env   screen.Env
	tutor *tutor.Tutor
	menu  *list.List[screen.Route]
	frame screen.Frame
}

// New makes the screen. It needs neither the library nor the record: it is there at once.
func New(env screen.Env) *Home {
	return &Home{env: env, tutor: env.Tutor, menu: list.New[screen.Route]()}
}

// Title names the screen.
func (h *Home) Title() string { return "" }

// Open looks again at what is waiting.
func (h *Home) Open() tea.Cmd {
	h.fill()
	return nil
}

// Arrange takes the room and the look.
func (h *Home) Arrange(f screen.Frame) {
	h.frame = f
	h.menu.Arrange(f)
	h.fill()
}

// Update opens what is chosen.
func (h *Home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		h.fill()
	case tea.KeyPressMsg:
		to, ok := h.menu.Update(msg)
		switch {
		case ok && to == nil:
			return tea.Quit
		case ok:
			return h.env.Go(to)
		}
	}
	return nil
}

// fill says what can be done now.
func (h *Home) fill() {
	items := []list.Item[screen.Route]{
		{Key: "p", Text: "Practise", Note: h.practiseNote(), Value: screen.ToPractiseMenu{}},
		{Key: "r", Text: "Review", Note: h.reviewNote(), Value: screen.ToPractise{Ask: tutor.Selection{Review: true}}},
		{Key: "a", Text: "Assess", Note: h.assessNote(), Value: screen.ToAssess{}},
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
			Value: screen.ToPractise{Resume: true},
		}
		items = append([]list.Item[screen.Route]{again}, items...)
	}
	h.menu.SetItems(items)
	h.menu.SetIntro(h.welcome())
}

func (h *Home) welcome() string {
	th := h.frame.Theme
	width := pane.Measure(h.frame.Width)
	text := "\n" + pane.Hang("  ", "Good judgement online, one situation at a time.", width, th.Title)
	if h.frame.Height >= 16 {
		text += "\n" + pane.Hang("  ", "Commit to an answer, see how it is marked, and read the paragraph that decides it.", width, th.Faint)
	}
	return text
}

func (h *Home) practiseNote() string {
	if !h.tutor.Practices.Ready() {
		return "situations to answer, with the guidance that decides them"
	}
	n := len(h.tutor.Library.Pack().Bank.Offered(h.tutor.Profile.Learner().Jurisdiction, ""))
	return prose.Count(float64(n), "situation") + ", with the guidance that decides them"
}

func (h *Home) reviewNote() string {
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

func (h *Home) assessNote() string {
	if left, ok := h.tutor.Assessments.Unfinished(); ok {
		return fmt.Sprintf("one is open: %d of %d answered", len(left.Answers), len(left.Sitting.Drawn))
	}
	return "a whole sitting, with no feedback until the end"
}

func (h *Home) guidanceNote() string {
	if h.tutor.Library.Pack() == nil {
		return "every document and paragraph"
	}
	sources, clauses := h.tutor.Library.Pack().Guidance.Sources(), 0
	for _, s := range sources {
		clauses += len(s.Clauses)
	}
	return prose.Join(prose.Count(float64(len(sources)), "document"), prose.Count(float64(clauses), "paragraph")) + ", and what changed"
}

func (h *Home) progressNote() string {
	n := len(h.tutor.Record.History().Answers())
	switch n {
	case 0:
		return "what you have answered so far"
	case 1:
		return "one answer so far"
	}
	return fmt.Sprintf("%d answers so far", n)
}

// View draws the screen.
func (h *Home) View() string { return h.menu.View() }

// More tells what stands outside the window.
func (h *Home) More() (above, below bool) { return h.menu.More() }

// Keys are the bindings that work here.
func (h *Home) Keys() []key.Binding { return append(list.Keys("open"), keymap.Quit()) }
