package app

import (
	"strings"
	"testing"
	"time"
	"unicode"

	uv "github.com/charmbracelet/ultraviolet"

	"probity/tui/cells"
	"probity/tui/parts/theme"
	"probity/tui/screen"
)

// consoles are the signs beside letters that are drawn on a console: its fonts have them.
const consoles = "·•→←↑↓─│┼┤█░▒×±²…£°§"

// lacksNoSign holds that every sign is one of the terminal's: on a console those of a font of 256, elsewhere ASCII.
func lacksNoSign(t *testing.T, d *driver) {
	opt := &d.app.app.opt
	defer func(was cells.Signs) { opt.Signs = was }(opt.Signs)
	for signs, has := range map[cells.Signs]func(r rune) bool{
		cells.ConsoleSigns: func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune(consoles, r) },
		cells.ASCIISigns:   func(rune) bool { return false },
	} {
		opt.Signs = signs
		d.shown(theme.Mono, true)
		for _, r := range d.screen() {
			if r > unicode.MaxASCII && !has(r) {
				t.Errorf("with signs %d: %q", signs, r)
			}
		}
	}
}

// TestALetterThatIsNotUTF8IsSpokenOf where letters are typed, once the key has come that it waited for.
func TestALetterThatIsNotUTF8IsSpokenOf(t *testing.T) {
	const said = "A letter was left out"
	latin := uv.UnknownEvent("é") // of the one byte E9, as Bubble Tea has it
	d := drive(t, given{learner: doctor})
	d.send(latin)
	d.passes(time.Second)
	d.lacks(said)
	d = drive(t, given{learner: doctor, start: screen.ToGuidance{}}).keys("/")
	d.send(uv.UnknownEvent("\x1b[99$"))
	d.passes(time.Second)
	d.lacks(said)
	d.send(latin)
	d.keys("a").passes(time.Second)
	d.sees(said, "UTF-8")
	d.keys("b").lacks(said)
}
