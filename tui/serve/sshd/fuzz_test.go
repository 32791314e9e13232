package sshd

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
)

// FuzzWords: a command that a client sends is split as a shell splits it: words in quotation marks come out as they went in.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"progress --json", "-- practise", `search "what’s up"`, `search 'a "b" c'`, `a\ b`, `"`, "scp -t /tmp", "", "a\x00b", "#a", "--", "a;b|c>d$(e)`f`", "\xff", "a # b"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s[:len(s)/4]) // no command that is read is longer than four of these
	}
	f.Fuzz(func(t *testing.T, command string) {
		fuzztest.Within(t, len(command), 1)
		args, err := words(command)
		if err != nil {
			if len(args) > 0 || !strings.HasPrefix(err.Error(), "probity: ") {
				t.Errorf("%q: %q, %v", command, args, err)
			}
			return
		}
		if len(strings.Join(args, "")) > len(string([]rune(command))) { // a byte that is no letter is U+FFFD
			t.Errorf("%q is %q", command, args)
		}
		var quoted []string
		for _, a := range args {
			quoted = append(quoted, "'"+strings.ReplaceAll(a, "'", `'\''`)+"'")
		}
		line := strings.Join(quoted, " ")
		if again, err := words("-- " + line); len(line) < mostCommand-3 && (err != nil || !slices.Equal(again, args)) {
			t.Errorf("%q is %q, and %q again, %v", command, args, again, err)
		}
		copying(args)
	})
}
