package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"probity/tui/serve/sshd"
)

// program stands in for the tutor: it says what the session is, and ends at a key.
func program(ctx context.Context, s sshd.Session) int {
	fmt.Fprintf(s.Out, "You are learner %s. You asked for: %s\n", s.Learner, strings.Join(s.Args, " "))
	if s.Terminal == nil {
		return 0
	}
	fmt.Fprintf(s.Out, "Your window is %d by %d. Any key ends.\n", s.Terminal.Width, s.Terminal.Height)
	typed := make(chan struct{})
	go func() { // ends with the session's input
		defer close(typed)
		_, _ = bufio.NewReader(s.In).ReadByte()
	}()
	for {
		select {
		case <-ctx.Done():
			return 1
		case <-s.Leave:
			fmt.Fprintln(s.Out, "Saved.")
			return 0
		case <-typed:
			return 0
		case say := <-s.Notices:
			fmt.Fprintln(s.Out, say)
		case size := <-s.Terminal.Resized:
			fmt.Fprintf(s.Out, "Your window is %d by %d.\n", size.Width, size.Height)
		}
	}
}
