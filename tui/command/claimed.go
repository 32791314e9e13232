package command

import (
	domain "probity/progress/certificate"
	"probity/tui/tutor"
)

// claimed is the flag of the time that is claimed, which is taken as the form takes it.
type claimed domain.Own

// String is what the help says is taken where the flag is not given: nothing.
func (c *claimed) String() string { return "" }

// Set takes it as it is typed.
func (c *claimed) Set(v string) error { return tutor.SetHours((*domain.Own)(c), v) }

// Type is what the help calls it.
func (c *claimed) Type() string { return "time" }
