package command_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"probity/tui/phones"
)

// sockets is how many the program has open, for listening or for anything else.
func (term *terminal) sockets() (open int) {
	term.t.Helper()
	fds := fmt.Sprintf("/proc/%d/fd/", term.cmd.Process.Pid)
	entries, err := os.ReadDir(fds)
	if err != nil {
		term.t.Fatal(err)
	}
	for _, e := range entries {
		if to, err := os.Readlink(fds + e.Name()); err == nil && strings.HasPrefix(to, "socket:") {
			open++
		}
	}
	return open
}

// TestNoSocketIsOpenedUnasked: the README promises it. A room's phones are asked for, and their port is closed with the room.
func TestNoSocketIsOpenedUnasked(t *testing.T) {
	home := sitDown(t, "--role", "doctor", "--jurisdiction", "uk")
	home.sees("Practise")
	question := sitDown(t, "practise", "--role", "doctor", "--jurisdiction", "uk")
	question.sees("Situation 1 of")
	room := inARoom(t)
	for name, term := range map[string]*terminal{"home": home, "a question": question, "a room": room} {
		if n := term.sockets(); n > 0 {
			t.Errorf("%s has %d sockets open", name, n)
		}
	}
	if all, err := phones.Addresses(); err != nil || len(all) == 0 {
		t.Skip("there is no network for phones here")
	}
	room.types("v")
	room.sees("0 of 14 joined.")
	if n := room.sockets(); n != 1 {
		t.Errorf("a room with phones has %d sockets open", n)
	}
	room.types(escape)
	room.sees("Settings")
	if n := room.sockets(); n > 0 {
		t.Errorf("after the room was left %d sockets are open", n)
	}
}
