package command

import (
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// goroutines are all there are but those given, by their numbers, with where they are.
func goroutines(but map[string]string) map[string]string {
	stacks := make([]byte, 8<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	all := map[string]string{}
	for _, stack := range strings.Split(string(stacks), "\n\n") {
		if id := regexp.MustCompile(`^goroutine \d+`).FindString(stack); but[id] == "" && !strings.Contains(stack, "command.goroutines(") {
			all[id] = stack
		}
	}
	return all
}

// TestNothingOfASessionGoesOn once it has ended: neither what reads, draws and watches, nor what it was waiting for.
func TestNothingOfASessionGoesOn(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		keys string
		sees string
	}{
		"at home":              {nil, "", "Induction"},
		"in a practice":        {[]string{"practise", "--count", "1", "--seed", "7"}, "a", "enter"},
		"at the certificate":   {[]string{"certificate"}, "", "certify"},
		"in a room that fills": {[]string{"induction", "--room", "9"}, "", "Induction"},
	} {
		t.Run(name, func(t *testing.T) {
			before := goroutines(nil)
			a, _ := seated(t)
			s := a.sits(t, append(c.args, "--role", "doctor", "--jurisdiction", "uk")...)
			s.heard.hears(c.sees)
			s.types(t, c.keys+"\x03")
			if code := <-s.ended; code != 0 {
				t.Errorf("it ended with %d: %s", code, s.wrong)
			}
			s.keys.Close()
			left := goroutines(before)
			for end := time.Now().Add(30 * time.Second); len(left) > 0 && time.Now().Before(end); left = goroutines(before) {
				<-time.After(5 * time.Millisecond)
			}
			for _, stack := range left {
				t.Errorf("goes on:\n%s", stack)
			}
		})
	}
}
