package prose

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

func TestTimesInWords(t *testing.T) {
	for seconds, want := range map[int]string{
		0: "less than a minute", 29: "less than a minute", 30: "1 minute", 89: "1 minute", 90: "2 minutes", 7169: "119 minutes",
		7170: "2 h 0 min", 7200: "2 h 0 min", 7290: "2 h 2 min", 360000: "100 h 0 min",
	} {
		if got := Minutes(seconds); got != want {
			t.Errorf("%d seconds: %q, want %q", seconds, got, want)
		}
	}
}

func TestASentenceBeginsWithHowMany(t *testing.T) {
	for n, want := range map[int]string{0: "0 answers", 1: "One answer", 171: "171 answers"} {
		if got := Several(n, "answer"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestJoinLeavesOutWhatThereIsNot(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{nil, ""}, {[]string{"", ""}, ""}, {[]string{"one"}, "one"}, {[]string{"", "one", "", "two"}, "one, two"},
	} {
		if got := Join(c.parts...); got != c.want {
			t.Errorf("%q: %q, want %q", c.parts, got, c.want)
		}
	}
}

// worded is an error with words of its own for a clinician.
type worded struct {
	message string
	cause   error
}

func (w worded) Error() string   { return "store: append: " + w.cause.Error() }
func (w worded) Message() string { return w.message }
func (w worded) Unwrap() error   { return w.cause }

// TestErrorsAreSaidAsTheyAreMeantForAClinician: the outermost that has a message says it; of the others the system's own terms are
// replaced, and nothing that acts on a terminal is left.
func TestErrorsAreSaidAsTheyAreMeantForAClinician(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "progress.toml", Err: syscall.ENOSPC}
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"no message", errors.New("there is no topic"), "there is no topic"},
		{"a message", worded{"Your answer has not been saved.", syscall.EIO}, "Your answer has not been saved."},
		{"a message further in", fmt.Errorf("while leaving: %w", worded{"Your answer has not been saved.", syscall.EIO}), "Your answer has not been saved."},
		{"a message in a message", worded{"The session is not saved.", worded{"The file is not.", syscall.EIO}}, "The session is not saved."},
		{"a message that quotes the system", worded{"Your answer has not been saved: " + full.Error(), full}, "Your answer has not been saved: the disk is full"},
		{"a message in words, of the system's error", worded{"Your answer has not been saved.", full}, "Your answer has not been saved."},
		{"what acts on a terminal", errors.New("there is no topic \x1b[2J\nx"), "there is no topic [2J x"},
	} {
		if got := Worded(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
