package doctor

import (
	"context"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"probity/guidance/text"
)

// Answers are a terminal's own, to what every terminal of today understands.
type Answers struct {
	Any        bool
	After      time.Duration // that the first took
	Background string        // dark or light; "" where it does not say
	Graphemes  bool          // it counts cells by what is seen as one character, when asked to
	Widths     []int         // in cells, of each of samples; nil where it does not say
}

// What is drawn to see how wide it is, by place in samples.
const (
	accented = iota
	ambiguous
	drawn
	wide
	emoji
	family
	heart
)

func samples() []string {
	return []string{"é", "·…“—", "›•─│", "明", "👩", "👩‍👩‍👧", "❤️"}
}

// What the terminal is asked, and how it answers: who it is (DA1), its background (OSC 11), whether it counts graphemes (DECRQM of mode 2027),
// where the cursor is (CPR). xterm's ctlseqs has them all but mode 2027, which is of github.com/contour-terminal/terminal-unicode-core.
const (
	askBackground = "\x1b]11;?\x1b\\"
	askGraphemes  = "\x1b[?2027$p"
	askWho        = "\x1b[c"
	askWhere      = "\x1b[6n"
	graphemesOn   = "\x1b[?2027h"
	graphemesOff  = "\x1b[?2027l"
	cleared       = "\r\x1b[K"
)

var (
	who        = text.Expression(`\x1b\[\?[\d;]*c`)
	where      = text.Expression(`\x1b\[\d+;(\d+)R`)
	background = text.Expression(`\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)`)
	graphemes  = text.Expression(`\x1b\[\?2027;([1-4])\$y`)
)

// Ask asks a terminal in raw mode, on a line of its own that is clear afterwards. What is read after ctx is done is not waited for; then what was
// answered so far is returned. The reader is read until it ends, which is the caller's to bring about.
func Ask(ctx context.Context, from io.Reader, to io.Writer, now func() time.Time) (a Answers) {
	c := conversation{ctx: ctx, come: make(chan []byte, 64), to: to} // with room for what is answered while it is still being asked
	go c.listen(from)
	asked := now()
	said, ok := c.ask(askBackground+askGraphemes+askWho, who(), 1)
	a.Any, a.After = ok, now().Sub(asked)
	if !ok {
		return a
	}
	a.Background = shade(said)
	mode := graphemes().FindStringSubmatch(said)
	a.Graphemes = mode != nil && mode[1] != "4"
	before, after := "", ""
	if mode != nil && mode[1] == "2" {
		before, after = graphemesOn, graphemesOff
	}
	all := before
	for _, sample := range samples() {
		all += "\r" + sample + askWhere
	}
	said, ok = c.ask(all+cleared+after, where(), len(samples()))
	if !ok {
		return a
	}
	for _, at := range where().FindAllStringSubmatch(said, -1) {
		column, _ := strconv.Atoi(at[1]) // it has digits alone
		a.Widths = append(a.Widths, column-1)
	}
	return a
}

// conversation is with one terminal.
type conversation struct {
	ctx  context.Context
	come chan []byte
	to   io.Writer
}

// listen hands over what comes, to its end; what nobody waits for any more is dropped, so that no shell takes it for something typed.
func (c conversation) listen(from io.Reader) {
	defer close(c.come)
	for {
		chunk := make([]byte, 256)
		n, err := from.Read(chunk)
		select {
		case c.come <- chunk[:n]:
		case <-c.ctx.Done():
		}
		if err != nil {
			return
		}
	}
}

// ask asks, and waits for so many answers of a form. It returns all that came meanwhile.
func (c conversation) ask(question string, answer *regexp.Regexp, times int) (text string, ok bool) {
	if _, err := io.WriteString(c.to, question); err != nil {
		return "", false
	}
	var all strings.Builder
	for len(answer.FindAllString(all.String(), -1)) < times {
		select {
		case chunk, more := <-c.come:
			if !more {
				return all.String(), false
			}
			all.Write(chunk)
		case <-c.ctx.Done():
			return all.String(), false
		}
	}
	return all.String(), true
}

// shade is whether a background that is told is dark or light: by the luma of ITU-R BT.601, as most programs do.
func shade(text string) string {
	found := background().FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	luma := 0.0
	for i, weight := range []float64{0.299, 0.587, 0.114} {
		digits := found[i+1]
		value, err := strconv.ParseUint(digits, 16, 64)
		if err != nil {
			return ""
		}
		luma += weight * float64(value) / (float64(uint64(1)<<(4*len(digits))) - 1)
	}
	if luma < 0.5 {
		return "dark"
	}
	return "light"
}
