// Package display is a terminal's screen, as far as the renderer uses one: what stands in which cell, which screen is up, whether the
// cursor shows. The renderer writes differences only, so what is on the screen can't be read from the bytes. Tests and measurements read
// screens by it; no program of a learner's has it.
package display

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Display is the screen. It belongs to one goroutine. Cells hold a character, or "" to the right of a wide one.
type Display struct {
	parser        *ansi.Parser
	width, height int
	cells         [][]string
	x, y          int
	top, bottom   int // the lines that scroll
	last          string
	alternate     bool
	hidden        bool // the cursor
	rest          []byte
	unknown       []string // sequences that this screen does not know
}

// New returns a screen of that many cells, with nothing on it.
func New(width, height int) *Display {
	d := &Display{parser: ansi.NewParser()}
	d.parser.SetHandler(ansi.Handler{Execute: d.control, HandleCsi: d.csi, HandleEsc: d.escape, Print: d.print})
	d.Resize(width, height)
	return d
}

// Resize gives the screen another size. What stood there is gone: who draws on it draws anew.
func (d *Display) Resize(width, height int) {
	d.width, d.height, d.top, d.bottom, d.x, d.y = width, height, 0, height-1, 0, 0
	d.cells = nil
	for range height {
		d.cells = append(d.cells, d.blank())
	}
}

// Alternate reports whether the screen is up that programs draw on, and not the one with the lines of before.
func (d *Display) Alternate() bool { return d.alternate }

// Hidden reports whether the cursor does not show.
func (d *Display) Hidden() bool { return d.hidden }

// Unknown are the sequences that this screen does not know.
func (d *Display) Unknown() []string { return d.unknown }

func (d *Display) blank() []string { return slices.Repeat([]string{" "}, d.width) }

// Write takes what the program put out, in pieces that may break anywhere.
func (d *Display) Write(text []byte) {
	text = append(d.rest, text...)
	end := len(text)
	for i := 1; i < utf8.UTFMax && i <= len(text); i++ { // a character that is not complete yet waits
		if utf8.RuneStart(text[len(text)-i]) {
			if !utf8.FullRune(text[len(text)-i:]) {
				end = len(text) - i
			}
			break
		}
	}
	d.parser.Parse(text[:end])
	d.rest = slices.Clone(text[end:])
}

// String is what can be read, without the spaces at the ends of lines.
func (d *Display) String() string {
	var lines []string
	for _, row := range d.cells {
		lines = append(lines, strings.TrimRight(strings.Join(row, ""), " "))
	}
	return strings.Join(lines, "\n")
}

func (d *Display) print(r rune) {
	d.last = string(r)
	wide := ansi.StringWidth(d.last)
	if wide == 0 {
		return
	}
	if d.x+wide > d.width {
		d.x = 0
		d.lineFeed()
	}
	d.cells[d.y][d.x] = d.last
	if wide == 2 && d.x+1 < d.width {
		d.cells[d.y][d.x+1] = ""
	}
	d.x += wide
}

func (d *Display) control(b byte) {
	switch b {
	case '\b':
		d.to(min(d.x, d.width-1)-1, d.y)
	case '\t':
		d.to((d.x/8+1)*8, d.y)
	case '\n':
		d.lineFeed()
	case '\r':
		d.x = 0
	}
}

func (d *Display) lineFeed() {
	if d.y == d.bottom {
		d.scroll(d.top, 1)
		return
	}
	d.y = min(d.y+1, d.height-1)
}

func (d *Display) escape(cmd ansi.Cmd) {
	switch {
	case cmd.Final() != 'M':
	case d.y == d.top:
		d.scroll(d.top, -1)
	default:
		d.to(d.x, d.y-1)
	}
}

func (d *Display) to(x, y int) {
	d.x, d.y = max(0, min(x, d.width-1)), max(0, min(y, d.height-1))
}

// scroll moves the lines from one to the bottom margin up by n, or down.
func (d *Display) scroll(from, n int) {
	for ; n > 0; n-- {
		d.cells = slices.Insert(slices.Delete(d.cells, from, from+1), d.bottom, d.blank())
	}
	for ; n < 0; n++ {
		d.cells = slices.Insert(slices.Delete(d.cells, d.bottom, d.bottom+1), from, d.blank())
	}
}

// csi carries out a control sequence.
func (d *Display) csi(cmd ansi.Cmd, params ansi.Params) {
	n, _, _ := params.Param(0, 1)
	how, _, _ := params.Param(0, 0)
	if cmd.Prefix() != 0 || cmd.Intermediate() != 0 {
		d.mode(cmd, params)
		return
	}
	switch cmd.Final() {
	case 'A', 'F':
		d.to(d.x, d.y-n)
	case 'B', 'E', 'e':
		d.to(d.x, d.y+n)
	case 'C', 'a':
		d.to(d.x+n, d.y)
	case 'D':
		d.to(min(d.x, d.width-1)-n, d.y)
	case 'G', '`':
		d.to(n-1, d.y)
	case 'd':
		d.to(d.x, n-1)
	case 'H', 'f':
		column, _, _ := params.Param(1, 1)
		d.to(column-1, n-1)
	case 'I':
		d.to((d.x/8+n)*8, d.y)
	case 'Z':
		d.to(((d.x+7)/8-n)*8, d.y)
	case 'r':
		bottom, _, _ := params.Param(1, d.height)
		d.bottom = max(0, min(bottom, d.height)-1)
		d.top = max(0, min(n-1, d.bottom))
		d.to(0, 0)
	default:
		d.change(cmd.Final(), n, how)
	}
}

// change carries out the control sequences that change cells: n is how many, how is which part.
func (d *Display) change(final byte, n, how int) {
	x := min(d.x, d.width-1)
	row := d.cells[d.y]
	switch final {
	case 'J':
		for y := range d.cells {
			if how >= 2 || how == 0 && y > d.y || how == 1 && y < d.y {
				d.cells[y] = d.blank()
			}
		}
		if how < 2 {
			d.change('K', 0, how)
		}
	case 'K':
		from, end := x, d.width
		if how > 0 {
			from = 0
		}
		if how == 1 {
			end = x + 1
		}
		copy(row[from:end], d.blank())
	case 'X':
		copy(row[x:min(x+n, d.width)], d.blank())
	case '@':
		d.cells[d.y] = slices.Insert(row, x, d.blank()[:min(n, d.width)]...)[:d.width]
	case 'P':
		d.cells[d.y] = append(slices.Delete(row, x, min(x+n, d.width)), d.blank()...)[:d.width]
	case 'L':
		d.scroll(d.y, -n)
	case 'M':
		d.scroll(d.y, n)
	case 'S':
		d.scroll(d.top, n)
	case 'T':
		d.scroll(d.top, -n)
	case 'b':
		for range n {
			d.print([]rune(d.last)[0])
		}
	case 'm', 'n', 'c', 'h', 'l', 't':
	default:
		d.unknown = append(d.unknown, string(rune(final)))
	}
}

// mode takes the modes that a program must put back; other private sequences are questions or show nothing.
func (d *Display) mode(cmd ansi.Cmd, params ansi.Params) {
	on := cmd.Final() == 'h'
	if cmd.Prefix() != '?' || !on && cmd.Final() != 'l' {
		return
	}
	for _, p := range params {
		switch p.Param(0) {
		case 25:
			d.hidden = !on
		case 1049:
			d.alternate = on
			d.Resize(d.width, d.height)
		}
	}
}
