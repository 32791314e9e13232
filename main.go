// Probity is a tutor for the terminal that teaches clinicians to use social media well.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"probity/tui/command"
)

// softMemory is where the garbage collector begins to work harder: long records are read within it.
const softMemory = 96 << 20

func main() {
	debug.SetMemoryLimit(softMemory)
	os.Exit(command.Run(command.System{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now,
	}))
}
