// Probity is a tutor for the terminal that teaches clinicians to use social media well.
package main

import (
	"os"
	"time"

	"probity/tui/command"
)

func main() {
	os.Exit(command.Run(command.System{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now,
	}))
}
