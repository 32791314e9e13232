package app

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/parts/keymap"
	"probity/tui/screen"
)

// A key that is held down comes again first after longestGap at the latest, and then with less than longestRepeat between. So the second of two
// enters on different stages counts after longestGap, and the first on a stage after settling.
const (
	settling      = 400 * time.Millisecond // a stage that comes up takes no enter for so long
	longestGap    = 700 * time.Millisecond
	longestRepeat = 150 * time.Millisecond
)

// settle keeps an enter that is held down, or pressed in the moment a stage changes, from a stage that nobody has read, and any key that is held
// down from answering the question that it led to.
type settle struct {
	now   func() time.Time
	up    stage
	since time.Time // when the stage came up
	last  time.Time // of the enter before; zero once another key was pressed
	began time.Time // when the enter was first pressed that is held down

	key      string    // the last key
	asking   string    // the key that led to the question at the foot; "" for none
	asked    time.Time // when that key came last
	repeated bool      // it came again since the question
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

// look notes the stage that is up, and reports whether it has just come up. That a notice has gone makes no other stage.
func (s *settle) look(up stage) (came bool) {
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
func (s *settle) ask() { s.asking, s.asked, s.repeated = s.key, s.now(), false }

// held reports whether a key is the one that led to a question, and comes again because it is held down.
func (s *settle) held(msg tea.KeyPressMsg) bool {
	if s.key = msg.String(); s.key != s.asking {
		s.asking = ""
		return false
	}
	now, least := s.now(), longestGap
	if s.repeated {
		least = longestRepeat
	}
	gap := now.Sub(s.asked)
	s.asked, s.repeated = now, true
	return gap >= 0 && gap < least
}

// early reports whether a key is an enter that is not meant for the stage that is up. Where one types, that is only one that is held down since
// before the field came up: held later it begins lines.
func (s *settle) early(msg tea.KeyPressMsg, typing bool) bool {
	if !keymap.Is(msg, keymap.Enter("")) {
		s.last = time.Time{}
		return false
	}
	now, last := s.now(), s.last
	s.last = now
	gap := now.Sub(last)
	held := gap >= 0 && (gap < longestRepeat || gap < longestGap && !last.After(s.since))
	if !held {
		s.began = now
	}
	if typing {
		return held && !s.began.After(s.since)
	}
	return held || s.fresh()
}

// unheard is how long the stage that is up takes no enter yet; 0 where it does.
func (s *settle) unheard() time.Duration {
	now := s.now()
	left := settling - now.Sub(s.since)
	if !s.last.IsZero() && !s.last.After(s.since) {
		left = max(left, longestGap-now.Sub(s.last))
	}
	if left > longestGap { // the clock was put back
		return 0
	}
	return max(0, left)
}

// fresh reports whether the stage has only just come up: a click then was meant for the one before, as the second of a double click is.
func (s *settle) fresh() bool {
	age := s.now().Sub(s.since)
	return age >= 0 && age < settling
}
