// What can be seen: the contrast of every screen's text, computed from its frames as terminals show them, and what is left of them
// where there are 16 colours.

package app

import (
	"bytes"
	"fmt"
	"image/color"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"probity/tui/parts/theme"
)

// looks are the themes that have colours, each with the grounds that terminals come with.
var looks = []struct {
	kind    theme.Kind
	dark    bool
	least   float64 // contrast
	grounds []color.Color
}{
	{theme.Light, false, theme.LeastRatio, lightGrounds},
	{theme.Dark, true, theme.LeastRatio, darkGrounds},
	{theme.Contrast, false, theme.HighRatio, lightGrounds},
	{theme.Contrast, true, theme.HighRatio, darkGrounds},
}

var (
	lightGrounds = []color.Color{lipgloss.Color("#FFFFFF"), lipgloss.Color("#FDF6E3"), lipgloss.Color("#EEEEEE")}
	darkGrounds  = []color.Color{lipgloss.Color("#000000"), lipgloss.Color("#1E1E1E"), lipgloss.Color("#282C34")}
)

// shown sets how an app looks, and draws it so.
func (d *driver) shown(kind theme.Kind, dark bool) {
	a := d.app.app
	a.kind, a.dark = kind, dark
	a.look()
	a.layout()
	d.app.view = a.View()
}

// painted is the frame cell by cell.
func (d *driver) painted() (frame []uv.Line) {
	w, h := d.app.app.size.Width, d.app.app.size.Height
	screen := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(d.app.View().Content).Draw(screen, screen.Bounds())
	return screen.Lines
}

// canBeRead holds the contrast of WCAG 2: 4.5 to 1 (1.4.3), in high contrast 7 to 1 (1.4.6), in truecolor and in 256 colours.
func canBeRead(t *testing.T, d *driver) {
	for _, size := range usual {
		d.size(size[0], size[1])
		for _, l := range looks {
			d.shown(l.kind, l.dark)
			frame := d.painted()
			for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
				for _, wrong := range unreadable(frame, d.app.app.theme, profile, l.grounds, l.least) {
					t.Errorf("%dx%d, %s, %s: %s", size[0], size[1], d.app.app.theme.Name, profile, wrong)
				}
			}
		}
	}
}

// ruled are the signs of what is drawn in the colour of rules, which may be fainter than text.
const ruled = "─│┼░·"

// unreadable says what is wrong with the text of a frame: each fault once, where it is first.
func unreadable(frame []uv.Line, th *theme.Theme, profile colorprofile.Profile, grounds []color.Color, least float64) (wrong []string) {
	said, faults := map[string]bool{}, map[judged]string{}
	for y, line := range frame {
		for x, cell := range line {
			if strings.TrimSpace(cell.Content) == "" {
				continue
			}
			is := judged{cell.Style, strings.Contains(ruled, cell.Content)}
			fault, known := faults[is]
			if !known {
				fault = is.fault(th, profile, grounds, least)
				faults[is] = fault
			}
			if fault != "" && !said[fault] {
				said[fault] = true
				wrong = append(wrong, fmt.Sprintf("%d:%d, %q: %s", y, x, cell.Content, fault))
			}
		}
	}
	return wrong
}

// judged is what of a cell is judged: how it looks, and whether it is drawn as rules are.
type judged struct {
	style uv.Style
	rule  bool
}

// fault is what keeps it from being read; "" for nothing.
func (j judged) fault(th *theme.Theme, profile colorprofile.Profile, grounds []color.Color, least float64) string {
	style := uv.ConvertStyle(j.style, profile)
	switch rule := th.Palette.Rule; {
	case style.Attrs&(uv.AttrFaint|uv.AttrBlink|uv.AttrConceal) != 0:
		return "faint, hidden or blinking"
	case rule != nil && j.style.Fg == rule && !j.rule:
		return "text in the colour of rules"
	case rule != nil && j.style.Fg == rule:
		return ""
	}
	for _, ground := range grounds {
		if got, ok := contrast(style, ground); ok && got < least {
			return fmt.Sprintf("%s has a contrast of %.2f with %s", hex(style.Fg), got, hex(ground))
		}
	}
	return ""
}

// contrast is that of a cell's text with what is behind it. ok is false where both are the terminal's own.
func contrast(style uv.Style, ground color.Color) (ratio float64, ok bool) {
	ink, behind := style.Fg, style.Bg
	switch {
	case ink == nil && behind == nil:
		return 0, false
	case ink == nil: // the terminal's own, on a ground that is set: nobody knows
		return 0, true
	case behind == nil:
		behind = ground
	}
	return theme.Ratio(ink, behind), true
}

func hex(c color.Color) string {
	if c == nil {
		return "the terminal's own"
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
}

// signs are what says right, partly right, wrong and missed where no colour does; a ranking's places are its marks, and a bar below chance stands
// left of the line.
var signs = regexp.MustCompile(`[✓✗◐→]|\b\d+(st|nd|rd|th)\b|Key:|key:|█│`)

// hasSigns holds that a line in the colour of right or of wrong has a sign or a word for it, or goes on from one that has.
func hasSigns(t *testing.T, d *driver) {
	d.shown(theme.Dark, true)
	p, signed := d.app.app.theme.Palette, false
	for _, line := range d.painted() {
		judged := slices.ContainsFunc(line, func(c uv.Cell) bool { return c.Style.Fg == p.Right || c.Style.Fg == p.Wrong })
		if signed = judged && (signed || signs.MatchString(line.String())); judged && !signed {
			t.Errorf("by colour alone: %q", line.String())
		}
	}
}

// needsNoColour holds that the same words are there without colour.
func needsNoColour(t *testing.T, d *driver) {
	d.shown(theme.Dark, true)
	dark := d.screen()
	d.shown(theme.Mono, true)
	if diff := cmp.Diff(dark, d.screen()); diff != "" {
		t.Errorf("the words differ (-dark +mono):\n%s", diff)
	}
	for _, part := range strings.Split(d.app.View().Content, "\x1b[")[1:] {
		if end := strings.IndexByte(part, 'm'); strings.Contains(part[:max(end, 0)], "38;") {
			t.Errorf("a colour without colours: %q", part)
		}
	}
}

var sgr = regexp.MustCompile(`\x1b\[([0-9;:]*)m`)

// readsInSixteenColours holds that where there are sixteen colours none carries text: which they are is the terminal's, and nobody knows whether one can be read on
// another. What a learner set makes no difference. Text is the terminal's own, bold or in reverse.
func readsInSixteenColours(t *testing.T, d *driver) {
	d.shown(theme.Contrast, true)
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d.size(size[0], size[1])
		var out bytes.Buffer
		fmt.Fprint(&colorprofile.Writer{Forward: &out, Profile: colorprofile.ANSI}, d.app.View().Content)
		for _, sequence := range sgr.FindAllStringSubmatch(out.String(), -1) {
			for _, p := range strings.Split(sequence[1], ";") {
				if !strings.Contains(" 0 1 7 22 27 ", " "+p+" ") && p != "" {
					t.Errorf("%q, before %.40q", sequence[0], ansi.Strip(out.String()[strings.Index(out.String(), sequence[0]):]))
				}
			}
		}
	}
	d.send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor})
}

// TestColoursComeBackWithTheTerminal: one that says late that it has all of them is believed.
func TestColoursComeBackWithTheTerminal(t *testing.T) {
	d := drive(t, given{learner: doctor, theme: theme.Dark})
	for _, c := range []struct {
		profile colorprofile.Profile
		name    string
	}{{colorprofile.ANSI, "mono"}, {colorprofile.ANSI256, "dark"}, {colorprofile.ASCII, "mono"}, {colorprofile.TrueColor, "dark"}, {colorprofile.NoTTY, "mono"}} {
		d.send(tea.ColorProfileMsg{Profile: c.profile})
		if got := d.app.app.theme.Name; got != c.name {
			t.Errorf("with %s it looks %s, want %s", c.profile, got, c.name)
		}
	}
}

// TestHighContrastIsHighOnAnyGround: a terminal whose own text has too little contrast is given black or white for as long as the program runs.
func TestHighContrastIsHighOnAnyGround(t *testing.T) {
	for _, c := range []struct {
		name         string
		kind         theme.Kind
		text, ground string // "" where the terminal does not say
		want         color.Color
	}{
		{"a grey on petrol", theme.Contrast, "#839496", "#002B36", color.White},
		{"a grey on cream", theme.Contrast, "#657B83", "#FDF6E3", color.Black},
		{"white on black", theme.Contrast, "#D4D4D4", "#1E1E1E", nil},
		{"no answer", theme.Contrast, "", "", nil},
		{"half an answer", theme.Contrast, "#839496", "", nil},
		{"another theme", theme.Dark, "#839496", "#002B36", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, theme: c.kind})
			if c.text != "" {
				d.send(tea.ForegroundColorMsg{Color: lipgloss.Color(c.text)})
			}
			if c.ground != "" {
				d.send(tea.BackgroundColorMsg{Color: lipgloss.Color(c.ground)})
			}
			if got := d.app.View().ForegroundColor; got != c.want {
				t.Errorf("text is %v, want %v", got, c.want)
			}
			if d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI}); d.app.View().ForegroundColor != nil {
				t.Error("it is set where there are 16 colours")
			}
		})
	}
}
