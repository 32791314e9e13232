package app

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/screen"
)

// A key that is held down comes again first after longestGap at the latest, and then with less than longestRepeat between. So the second of two
// presses of a key that means something else on each stage counts after longestGap, and the first enter on a stage after settling.
const (
	settling      = 400 * time.Millisecond // a stage that comes up takes no enter for so long
	longestGap    = 700 * time.Millisecond
	longestRepeat = 150 * time.Millisecond
)

// settle keeps a key that is held down, and an enter that is pressed in the moment a stage changes, from a stage that nobody has read, and a key
// that is held down from answering the question that it led to.
type settle struct {
	now   func() time.Time
	up    stage
	since time.Time // when the stage came up
	row   any       // the row that a digit is for
	at    time.Time // when it came to be that
	field time.Time // when letters came to be text; zero while they are keys

	key    string    // the last key
	last   time.Time // when it came
	began  time.Time // when it was first pressed, if it is held down
	asking string    // the key that led to the question at the foot; "" for none
}

// stage is what an enter can be meant for.
type stage struct {
	screen screen.Screen
	at     any // the stage within the screen
	help   bool
	notice string // a question can stand there
}

// stage is the one that is up.
func (a *App) stage() stage {
	up := stage{screen: a.top(), help: a.help != nil, notice: a.notice.left}
	if staged, ok := up.screen.(screen.Staged); ok {
		up.at = staged.Stage()
	}
	return up
}

// rated is what a digit is for now; nil where it is for nothing.
func (a *App) rated() any {
	if rowed, ok := a.top().(screen.Rowed); ok && a.help == nil {
		return rowed.Row()
	}
	return nil
}

// look notes the stage that is up, its row, and whether letters are text, and reports whether the stage has just come up. That a notice has gone
// makes no other stage.
func (s *settle) look(up stage, row any, typing bool) (came bool) {
	if row != s.row {
		s.row, s.at = row, s.now()
	}
	switch {
	case !typing:
		s.field = time.Time{}
	case s.field.IsZero():
		s.field = s.now()
	}
	was := s.up
	s.up = up
	if up.notice == "" {
		was.notice = ""
	}
	if came = was != up; came {
		s.since = s.now()
	}
	return came
}

// ask notes that the last key led to a question, which the same key answers when it is pressed again.
func (s *settle) ask() { s.asking = s.key }

// early reports whether a key is not meant for the stage that is up: it is held down since before that came up, or, where letters are text, since
// before they were. An enter, where nobody types, is not meant for it either while it is fresh, and goes no further while it is held. A digit that
// is held is for one row alone.
func (s *settle) early(msg tea.KeyPressMsg, typing bool) bool {
	now, gap, since := s.now(), s.now().Sub(s.last), s.since
	if typing {
		since = s.field // a search finds something else with each letter
	}
	same := msg.String() == s.key && gap >= 0
	held := same && (gap < longestRepeat || gap < longestGap && (!walks(msg) || s.key == s.asking) && !s.last.After(since))
	s.key, s.last = msg.String(), now
	if !held {
		s.began, s.asking = now, ""
	}
	switch {
	case keymap.Is(msg, keymap.Enter("")) && !typing:
		return held || s.fresh()
	case held && keymap.Is(msg, keymap.Hands()) && s.row != nil:
		return !s.began.After(s.at)
	}
	return held && !s.began.After(since)
}

// walks reports whether a key goes from one thing to the next: it may be pressed quickly, and means the same on each.
func walks(msg tea.KeyPressMsg) bool {
	return strings.TrimSpace(msg.Text) == "" && !keymap.Is(msg, keymap.Enter("")) || keymap.Is(msg, keymap.Next(), keymap.Previous())
}

// unheard is how long the stage that is up takes no enter yet; 0 where it does.
func (s *settle) unheard() time.Duration {
	now := s.now()
	left := settling - now.Sub(s.since)
	if s.key == keymap.Enter("").Keys()[0] && !s.last.After(s.since) {
		left = max(left, longestGap-now.Sub(s.last))
	}
	if left > longestGap { // the clock was put back
		return 0
	}
	return max(0, left)
}

// pointed notes that a key is clicked, which is never held down.
func (s *settle) pointed() { s.key, s.last = "", time.Time{} }

// fresh reports whether the stage has only just come up: a click then was meant for the one before, as the second of a double click is.
func (s *settle) fresh() bool {
	age := s.now().Sub(s.since)
	return age >= 0 && age < settling
}
