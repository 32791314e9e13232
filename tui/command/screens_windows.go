package command

import (
	"io"

	tea "charm.land/bubbletea/v2"
)

// Windows has no job control, and its console is read by Bubble Tea itself, key by key: ctrl+c is seen when the event loop does.

type awakeMsg struct{}

func (s *stage) listen() (io.Reader, func(), error) { return s.sys.In, func() {}, nil }

func (s *stage) control() (stop func()) { return func() {} }

func (s *stage) suspended(msg tea.Msg) tea.Msg { return msg }

func unstoppable() {}

func (s *stage) awoken() tea.Msg { return nil }
