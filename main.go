// Probity is a tutor for the terminal that teaches clinicians to use social media well.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"probity/tui/command"
	"probity/tui/tutor"
)

// The garbage collector runs when half as much again is in use as was after it ran last, and works harder beyond softMemory: the library is
// loaded in little memory, and a long record is read within the limit.
const (
	growth     = 50 // per cent
	softMemory = 96 << 20
)

func main() {
	debug.SetGCPercent(growth)
	debug.SetMemoryLimit(softMemory)
	os.Exit(command.Run(command.System{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Typefaces: tutor.SystemTypefaces,
	}))
}
