package app

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/screen"
)

// A key that is held down comes again first after longestGap at the latest, and then with less than longestRepeat between.
const (
	settling      = 400 * time.Millisecond // a stage takes no enter for so long
	longestGap    = 700 * time.Millisecond
	longestRepeat = 150 * time.Millisecond
)

// settle keeps an enter that is held down, or pressed in the moment a stage changes, from a stage that nobody has read.
type settle struct {
	now   func() time.Time
	up    stage
	since time.Time // when the stage came up
	last  time.Time // of the enter before; zero once another key was pressed
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
	up := stage{screen: a.top(), help: a.help != nil, notice: a.notice}
	if staged, ok := up.screen.(screen.Staged); ok {
		up.at = staged.Stage()
	}
	return up
}

// look notes the stage that is up. That a notice has gone makes no other stage.
func (s *settle) look(up stage) {
	was := s.up
	s.up = up
	if up.notice == "" {
		was.notice = ""
	}
	if was != up {
		s.since = s.now()
	}
}

// early reports whether a key is an enter that is not meant for the stage that is up.
func (s *settle) early(msg tea.KeyPressMsg) bool {
	if !keymap.Is(msg, keymap.Enter("")) {
		s.last = time.Time{}
		return false
	}
	now, last := s.now(), s.last
	s.last = now
	gap := now.Sub(last)
	held := gap >= 0 && (gap < longestRepeat || gap < longestGap && !last.After(s.since))
	return held || s.fresh()
}

// fresh reports whether the stage has only just come up: a click then was meant for the one before, as the second of a double click is.
func (s *settle) fresh() bool {
	age := s.now().Sub(s.since)
	return age >= 0 && age < settling
}
