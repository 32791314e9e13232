// Package qr draws an address as a square that phones scan.
package qr

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"rsc.io/qr"

	"probity/tui/cells"
	"probity/tui/parts/theme"
)

// quiet is how many modules of white stand around the code: its standard asks for four.
const quiet = 4

// Draw is the code of a text in half blocks, black on white whatever the theme is: a row of characters is two of modules. Without colours it is
// drawn in the terminal's own two, for a dark terminal or for a light one. The error is a text that is too long for one.
func Draw(text string, palette Palette) (string, error) {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return "", fmt.Errorf("drawing the code for %s: %w", text, err)
	}
	if palette.whole() {
		return draw(code, palette), nil
	}
	rows := make([]string, 0, code.Size/2+quiet)
	for y := -quiet; y < code.Size+quiet; y += 2 {
		var row strings.Builder
		for x := -quiet; x < code.Size+quiet; x++ {
			row.WriteRune(palette.block(code.Black(x, y), code.Black(x, y+1)))
		}
		rows = append(rows, palette.style().Render(row.String()))
	}
	return strings.Join(rows, "\n"), nil
}

// draw is the code of whole cells, two beside each other for a module: blanks, of which those that shine on a dark terminal, and those that do not on
// a light one, are in reverse. It needs no sign of the terminal's, and twice the room.
func draw(code *qr.Code, palette Palette) string {
	reverse := lipgloss.NewStyle().Reverse(true)
	var rows []string
	for y := -quiet; y < code.Size+quiet; y++ {
		var row strings.Builder
		for x, from := -quiet, -quiet; x < code.Size+quiet; x++ {
			black := code.Black(x, y)
			if x+1 < code.Size+quiet && code.Black(x+1, y) == black {
				continue
			}
			run := strings.Repeat("  ", x+1-from)
			if black == (palette == WholeLight) {
				run = reverse.Render(run)
			}
			row.WriteString(run)
			from = x + 1
		}
		rows = append(rows, row.String())
	}
	return strings.Join(rows, "\n")
}

// Wifi is the text by which phones join a wifi: open, where there is no password. Its form is the one that makers of phones agree on.
func Wifi(name, password string) string {
	plain := strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, ":", `\:`, `"`, `\"`).Replace
	if password == "" {
		return "WIFI:T:nopass;S:" + plain(name) + ";;"
	}
	return "WIFI:T:WPA;S:" + plain(name) + ";P:" + plain(password) + ";;"
}

// For is the palette for a theme.
func For(th *theme.Theme) Palette {
	switch {
	case th.Signs != cells.EverySign && th.Dark:
		return WholeDark
	case th.Signs != cells.EverySign:
		return WholeLight
	case th.Palette != (theme.Palette{}):
		return Coloured
	case th.Dark:
		return MonoDark
	}
	return MonoLight
}

// Palette is how black and white come about.
type Palette int

// The palettes.
const (
	Coloured   Palette = iota // black on white, set as colours
	MonoDark                  // the terminal's own colours, of which the ground is dark
	MonoLight                 // the same, of which it is light
	WholeDark                 // the terminal's own two in whole cells, where there are no half blocks, on a dark ground
	WholeLight                // the same on a light one
)

func (p Palette) whole() bool { return p == WholeDark || p == WholeLight }

// block is the character for two modules, one above the other.
func (p Palette) block(above, below bool) rune {
	if p == MonoDark { // what is drawn shines
		above, below = !above, !below
	}
	switch {
	case above && below:
		return '█'
	case above:
		return '▀'
	case below:
		return '▄'
	}
	return ' '
}

func (p Palette) style() lipgloss.Style {
	if p != Coloured {
		return lipgloss.NewStyle()
	}
	return lipgloss.NewStyle().Foreground(lipgloss.Color("#000000")).Background(lipgloss.Color("#ffffff"))
}
