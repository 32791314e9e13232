package linear

import (
	"errors"
	"strings"
	"syscall"
	"testing"

	"probity/guidance"
	"probity/tui/tutor"
)

// TestWhoIsLearningIsAsked, as far as it is not known.
func TestWhoIsLearningIsAsked(t *testing.T) {
	role, where := "What is your role?\n1. Doctor\n", "Where do you practise?\n1. United Kingdom\n2. Ireland\n"
	for _, c := range []struct {
		name        string
		known       tutor.Learner
		typed       string
		want        tutor.Learner
		ended       bool
		says, lacks []string
	}{
		{"both", tutor.Learner{}, "4\n2\n", student, false, []string{role, where}, []string{"Please answer"}},
		{"the country alone", tutor.Learner{Role: guidance.Doctor}, "1\n", doctor, false, []string{where}, []string{role}},
		{"the role alone", tutor.Learner{Jurisdiction: guidance.Ireland}, "4\n", student, false, []string{role}, []string{where}},
		{"neither", doctor, "", doctor, false, nil, []string{role, where}},
		{"until it is a number of these", tutor.Learner{}, "zz\n0\n6\n\n1\n3\n07\n1\n", doctor, false,
			[]string{role, strings.Repeat("Please answer with a number from 1 to 5, or the first letters of a line.\n", 4), where, strings.Repeat("Please answer with a number from 1 to 2, or the first letters of a line.\n", 2)}, nil},
		{"the country as it is called", tutor.Learner{Role: guidance.Student}, "Eire.\n", student, false, []string{where + "Type a number from 1 to 2, or the first letters of a line.\n"}, nil},
		{"back from the country to the role", tutor.Learner{}, "back\n1\nback\n4\nie\n", student, false, []string{"There is nothing to go back to before this is answered.\n", where, role, where}, nil},
		{"the input ends before", tutor.Learner{}, "", tutor.Learner{}, true, []string{role}, []string{where}},
		{"the input ends between", tutor.Learner{}, "1\n", tutor.Learner{Role: guidance.Doctor}, true, []string{role, where}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			got, err := New(strings.NewReader(c.typed), &out).Welcome(c.known, false)
			if got != c.want || Ended(err) != c.ended || (err != nil) != c.ended {
				t.Errorf("it is %+v, %v", got, err)
			}
			says(t, out.String(), c.says...)
			lacks(t, out.String(), c.lacks...)
		})
	}
}

// TestOnlyAYesIsOne: the end of the input agrees to nothing.
func TestOnlyAYesIsOne(t *testing.T) {
	for typed, want := range map[string]struct {
		yes     bool
		refused int
	}{
		"y\n": {true, 0}, "Yes\n": {true, 0}, "n\n": {false, 0}, "NO\n": {false, 0}, "": {false, 0}, "y": {true, 0}, "Yes.\n": {true, 0}, "help\nN.\n": {false, 0},
		"\ny\n": {true, 1}, "yep\n1\nn\n": {false, 2}, "perhaps": {false, 1}, " y \n": {true, 0},
	} {
		var out strings.Builder
		yes := New(strings.NewReader(typed), &out).Confirm("Erase it?")
		says(t, out.String(), "Erase it? (y or n)\n")
		if refused := strings.Count(out.String(), "Please answer y or n.\n"); yes != want.yes || refused != want.refused {
			t.Errorf("%q: %v, refused %d times", typed, yes, refused)
		}
	}
}

// TestNothingSaidActsOnATerminal, whoever wrote it; line breaks stay.
func TestNothingSaidActsOnATerminal(t *testing.T) {
	var out strings.Builder
	New(strings.NewReader(""), &out).Say("100% \x1b[31mred\x07\u202e\u009b\nnext %d")
	if got := out.String(); got != "100% [31mred\nnext %d\n" {
		t.Errorf("said is %q", got)
	}
}

// TestTheFirstFaultOfWritingIsTold, and no question is answered after it.
func TestTheFirstFaultOfWritingIsTold(t *testing.T) {
	out := &narrow{}
	c := New(strings.NewReader("y\n"), out)
	if c.Confirm("Erase it?") {
		t.Error("agreed to what could not be read")
	}
	if err := c.fault(); !errors.Is(err, syscall.EPIPE) || err.Error() != "writing: broken pipe" {
		t.Errorf("the fault is %v", err)
	}
}
