package doctor

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// a terminal that answers each question as answers say, by what the question ends in; others it passes over.
func terminal(t *testing.T, answers map[string]string) (keys io.Reader, screen io.Writer) {
	keys, typed := io.Pipe()
	shown, screen := io.Pipe()
	t.Cleanup(func() { typed.Close(); shown.Close() })
	go func() {
		in, so := bufio.NewReader(shown), ""
		for {
			b, err := in.ReadByte()
			if err != nil {
				return
			}
			so += string([]byte{b})
			for question, answer := range answers {
				if strings.HasSuffix(so, question) {
					so = ""
					_, _ = io.WriteString(typed, answer)
				}
			}
		}
	}()
	return keys, screen
}

// clock is one that goes on by a moment whenever it is looked at.
func clock() func() time.Time {
	now := time.Unix(0, 0)
	return func() time.Time { now = now.Add(7 * time.Millisecond); return now }
}

func TestTerminalAnswers(t *testing.T) {
	answers := map[string]string{
		askBackground: "\x1b]11;rgb:ffff/ffff/eeee\x1b\\", askGraphemes: "\x1b[?2027;2$y", askWho: "typed\x1b[?62;22c",
	}
	var widths []int
	for i, sample := range samples() {
		widths = append(widths, i+1)
		answers[sample+askWhere] = fmt.Sprintf("\x1b[3;%dR", i+2)
	}
	keys, screen := terminal(t, answers)
	a := Ask(t.Context(), keys, screen, clock())
	if !a.Any || a.After != 7*time.Millisecond || a.Background != "light" || !a.Graphemes || !slices.Equal(a.Widths, widths) {
		t.Errorf("it answered %+v", a)
	}
}

func TestTerminalThatOnlySaysWhoItIs(t *testing.T) {
	keys, screen := terminal(t, map[string]string{askWho: "\x1b[?1;2c"})
	ctx, stop := context.WithCancel(t.Context())
	screen = telling{screen, askWhere, stop}
	if a := Ask(ctx, keys, screen, clock()); !a.Any || a.Background != "" || a.Graphemes || a.Widths != nil {
		t.Errorf("it answered %+v", a)
	}
}

func TestTerminalThatAnswersNothingIsNotDrawnOn(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	keys, _ := terminal(t, nil)
	var drawn strings.Builder
	if a := Ask(ctx, keys, telling{&drawn, askWho, stop}, clock()); a.Any {
		t.Errorf("it answered %+v", a)
	}
	if strings.Contains(drawn.String(), samples()[wide]) {
		t.Errorf("drawn was %q", drawn.String())
	}
}

// telling calls a function once something was written.
type telling struct {
	to   io.Writer
	what string
	tell func()
}

func (w telling) Write(p []byte) (int, error) {
	n, err := w.to.Write(p)
	if strings.Contains(string(p), w.what) {
		w.tell()
	}
	return n, err
}

func TestShades(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b]11;rgb:0000/0000/0000\x1b\\": "dark", "\x1b]11;rgb:ff/ff/ff\a": "light", "\x1b]11;rgba:fdfd/f6f6/e3e3/ffff\x1b\\": "light",
		"\x1b]11;rgb:00/2b/36\a": "dark", "": "", "\x1b]11;rgb:11111111111111111/0/0\a": "",
	} {
		if got := shade(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}
