//go:build !unix

package command

import tea "charm.land/bubbletea/v2"

// modes are how terminals were set before the screens came up: Bubble Tea alone puts the console back.
type modes struct{}

func terminalModes(...any) modes { return modes{} }

func (modes) restore() {}

// part has nobody to say a last word to without waiting.
func part(string) {}

// attend does nothing: the console tells the program of ctrl+c itself when it closes.
func (*keyboard) attend() (stop func()) { return func() {} }

// suspension is ctrl+z, which this system does not have.
type suspension struct{}

func newSuspension() *suspension { return &suspension{} }

func (*suspension) command() tea.ExecCommand { return nil }

func (*suspension) heed(func()) (stop func()) { return func() {} }
