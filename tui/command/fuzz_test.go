package command

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/scenarios/scenariostest"
)

// FuzzKeyboard: what is typed comes through byte for byte, in whatever pieces it is read, and no piece ends within a character that came whole.
func FuzzKeyboard(f *testing.F) {
	for _, s := range []string{"ab\x03cd", "\x1b[99;5u", "日本語", "\xe6\x97", "\xff\xfe", "👩\u200d👩", "\x1b[200~paste\x1b[201~", "a\xf0\x9f"} {
		f.Add([]byte(s), 3, 5)
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s), 100, 64)
	}
	f.Fuzz(func(t *testing.T, typed []byte, piece, buffer int) {
		fuzztest.Within(t, len(typed), 1)
		piece, buffer = max(1, piece%4096), max(utf8.UTFMax, buffer%4096)
		k := &keyboard{}
		k.come = sync.NewCond(&k.mu)
		seen := false
		for rest := typed; len(rest) > 0; {
			n := min(piece, len(rest))
			seen = k.take(rest[:n], nil) || seen
			rest = rest[n:]
		}
		k.take(nil, io.EOF)
		if bytes.IndexByte(typed, 3) >= 0 && !seen {
			t.Error("ctrl+c is not seen")
		}
		var got []byte
		for p := make([]byte, buffer); ; {
			n, err := k.Read(p)
			got = append(got, p[:n]...)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil || n == 0 {
				t.Fatalf("%d bytes, %v", n, err)
			}
			if r, size := utf8.DecodeRune(typed[max(0, len(got)-utf8.UTFMax):]); len(got) < len(typed) && utf8.Valid(typed) && !utf8.RuneStart(typed[len(got)]) {
				t.Fatalf("a piece ends within %U of %d bytes", r, size)
			}
		}
		if !bytes.Equal(got, typed) {
			t.Errorf("%q comes as %q", typed, got)
		}
	})
}

// valued are all commands, and behind them each flag that takes a day, a number, a word or a name, and no path.
func valued() (all [][]string) {
	every(allCommands(), func(cmd *cobra.Command) {
		called := strings.Fields(calledBy(cmd))
		all = append(all, called)
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() != "bool" && !isPath(f.Name) {
				all = append(all, append(slices.Clone(called), "--"+f.Name))
			}
		})
	})
	return all
}

// FuzzValue: whatever stands behind a flag or a command, the program ends with a code of its own and says nothing that acts on a terminal.
func FuzzValue(f *testing.F) {
	values, valued := []string{"2026-05-01", "-1", "99999999999999999999", "nan", "", "--", "é", "1,5 h"}, valued()
	for i := range valued {
		f.Add(uint(i), "\x1b[31m\u202ex"+values[i%len(values)])
	}
	for i, value := range values {
		f.Add(uint(i), value)
	}
	f.Fuzz(func(t *testing.T, which uint, value string) {
		if len(value) > 1000 || strings.ContainsAny(value, "/\\~.\x00") {
			return // files stay in a folder of their own, and no argument of a program has a NUL
		}
		fuzztest.Within(t, len(value), 4)
		t.Chdir(t.TempDir())
		var out, err bytes.Buffer
		env := map[string]string{"PROBITY_DATA": t.TempDir(), "TERM": "dumb"}
		code := Run(System{
			Args: append(append([]string{}, valued[which%uint(len(valued))]...), value), In: strings.NewReader("1\n1\n"), Out: &out, Err: &err, Getenv: func(name string) string { return env[name] },
			Now: func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }, Library: scenariostest.Library,
		})
		if code < 0 || code > 2 {
			t.Errorf("it ends with %d", code)
		}
		for _, said := range []string{out.String(), err.String()} {
			if strings.ContainsFunc(said, func(r rune) bool { return r != '\n' && r != '\t' && text.Acts(r) }) {
				t.Errorf("%q behind %v: it says %q", value, valued[which%uint(len(valued))], said)
			}
		}
	})
}
