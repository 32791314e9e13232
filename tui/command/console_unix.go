//go:build !windows

package command

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// obeying reports that a terminal does as escape sequences say: what it can do, its name says.
func obeying(*os.File) (back func(), ok bool) { return func() {}, true }

// sized is a window's size as it is told.
func (s *stage) sized(told tea.WindowSizeMsg) tea.Msg { return told }
