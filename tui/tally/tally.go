// Package tally is the progress screen: answers, scores above chance by topic, time, and reflections, as the record
// has them.
package tally

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/chart"
	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/theme"
)

// Tally is the screen.
type Tally struct {
	env   screen.Env
	frame screen.Frame
	pane  *pane.Pane
}

// New makes the screen.
func New(env screen.Env) *Tally { return &Tally{env: env, pane: pane.New()} }

// Title names the screen.
func (t *Tally) Title() string { return "Progress" }

// Arrange takes the room and the look.
func (t *Tally) Arrange(f screen.Frame) {
	t.frame = f
	t.pane.Resize(f.Width, f.Height)
	t.draw()
}

// Update scrolls.
func (t *Tally) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		t.draw()
	case tea.KeyPressMsg:
		switch {
		case keymap.Is(msg, keymap.Up()):
			t.pane.Scroll(-1)
		case keymap.Is(msg, keymap.Down()):
			t.pane.Scroll(+1)
		default:
			t.pane.Update(msg)
		}
	}
	return nil
}

func (t *Tally) draw() {
	th, width := t.frame.Theme, pane.Measure(t.frame.Width)
	if !t.env.Tutor.Ready() {
		t.pane.Set("\n" + th.Faint.Render("  Reading your record…"))
		return
	}
	h := t.env.Tutor.History()
	if len(h.Answers()) == 0 {
		t.pane.Set("\n" + pane.Hang("  ", "Nothing answered yet. Practise, and this fills in.", width, th.Text))
		return
	}
	total := h.Total()
	text := "\n" + pane.Hang("  ", headline(len(h.Answers()), h.Seconds()), width, th.Title) + "\n"
	if above, ok := total.Above(); ok {
		text += pane.Hang("  ", "Score above chance: "+prose.Percent(above)+". Full marks are 100, and guessing brings 0.", width, th.Faint) + "\n"
	}
	text += "\n"
	for _, topic := range t.env.Tutor.Pack().Bank.Topics() {
		text += row(topic.Title, h.Topic(topic.ID), t.frame.Width, th) + "\n"
	}
	for _, note := range t.older() {
		text += "\n" + pane.Hang("  ", note, width, th.Faint)
	}
	if n := len(h.Reflections()); n > 0 {
		text += "\n" + pane.Hang("  ", fmt.Sprintf("Reflections written: %d", n), width, th.Faint)
	}
	t.pane.Set(text)
}

// older says which answers are not to what the library has now. They count as they were marked.
func (t *Tally) older() []string {
	var notes []string
	reworded, gone := t.env.Tutor.Older()
	if reworded > 0 {
		notes = append(notes, prose.Count(float64(reworded), "answer")+" to situations reworded since, counted as marked then.")
	}
	if gone > 0 {
		notes = append(notes, prose.Count(float64(gone), "answer")+" to situations no longer in the library, counted as marked then.")
	}
	return notes
}

func headline(answers, seconds int) string {
	return strings.Replace(prose.Count(float64(answers), "answer"), "1 answer", "One answer", 1) + ", " + prose.Minutes(seconds) + " of active time."
}

// barWidth is the length of a full bar.
const barWidth = 20

// nameWidth is the room for a topic's name on the line of its figures.
const nameWidth = 43

// row is one topic: its name, a bar, and the figures that the bar shows; on two lines where one is too short.
func row(title string, score scenarios.Score, width int, th *theme.Theme) string {
	figure := th.Faint.Render("not yet")
	if above, ok := score.Above(); ok {
		figure = fmt.Sprintf("%6s  of %d", prose.Percent(above), score.Answers)
		if width >= nameWidth+barWidth+14 || width < nameWidth+14 && width >= barWidth+20 {
			figure = chart.Bar(above, barWidth, th) + " " + figure
		}
	}
	if width < nameWidth+14 {
		return "  " + ansi.Truncate(prose.Line(title), width-2, "…") + "\n    " + figure
	}
	name := ansi.Truncate(prose.Line(title), nameWidth-1, "…")
	return "  " + name + strings.Repeat(" ", nameWidth-ansi.StringWidth(name)) + figure
}

// View draws the screen.
func (t *Tally) View() string { return t.pane.View() }

// More tells what stands outside the window.
func (t *Tally) More() (above, below bool) { return t.pane.More() }

// Keys are the bindings that work here.
func (t *Tally) Keys() []key.Binding {
	return append([]key.Binding{keymap.Back(), keymap.Move()}, pane.Keys()...)
}
