package command

import "github.com/inconshreveable/mousetrap"

// startedByIcon reports whether the program was started by a double click in Explorer.
func startedByIcon() bool { return mousetrap.StartedByExplorer() }
