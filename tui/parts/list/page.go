package list

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/tui/screen"
)

// Page is a screen that is one list. A screen of choices embeds it and adds its title. It gives the page what is its own: how the
// list is filled, and what a choice does.
type Page[T any] struct {
	*List[T]
	Frame  screen.Frame
	fill   func()
	choose func(T) tea.Cmd
	keys   []key.Binding
}

// NewPage makes a page. fill sets the items and the intro, for the page's frame. choose is called with the value that the learner
// chose. keys are the bindings that work on it.
func NewPage[T any](fill func(), choose func(T) tea.Cmd, keys ...key.Binding) *Page[T] {
	return &Page[T]{List: New[T](), fill: fill, choose: choose, keys: keys}
}

// Layout takes the room and the look. A page may have other lines in another window: the learner stays at theirs.
func (p *Page[T]) Layout(f screen.Frame) {
	p.Frame = f
	p.List.Layout(f)
	p.Keep(p.Refill)
}

// Refill fills the list anew, once the page has a frame.
func (p *Page[T]) Refill() {
	if p.Frame.Theme != nil {
		p.fill()
	}
}

// Update refills the list when something has changed, and passes on what the learner chooses.
func (p *Page[T]) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		p.Keep(p.Refill)
	case tea.KeyPressMsg:
		if chosen, ok := p.List.Update(msg); ok {
			return p.choose(chosen)
		}
	}
	return nil
}

// Keys are the bindings that work here.
func (p *Page[T]) Keys() []key.Binding { return p.Now(p.keys) }
