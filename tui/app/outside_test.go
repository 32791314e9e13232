// Text from outside on every screen: packs that would act on the terminal, and scripts that take more cells, or fewer,
// than they have characters.

package app

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/guidance/text"
	"probity/scenarios/pack"
	"probity/tui/parts/theme"
)

const (
	// live is what would act on a terminal: a style that no theme has, the clipboard, references, C1, CR, DEL, an override.
	live = "\x1b[4;9;53m\x1b]52;c;aGk=\a&#27;[2J&#x9b;5m\u009b5m\r\x7f\u202e"
	// wide is words of other widths than letters.
	wide = "夜間の投稿 👩\u200d⚕\ufe0f🇮🇪 Nguye\u0302\u0303n สวัสดี "
	// marked is Markdown with references where renderers resolve them.
	marked = "\n\n# A heading &#27;[2J\n\n`code &#27;[2J`\n\n| table &#27;[2J | 夜間 |\n|---|---|\n| &#27;[2J | \x1b[2J |\n\n[link](javascript:x) [file](file:///x)\n"
)

// spoilt is the small pack with such text in front of everything that is shown of it. A loader would refuse the override;
// screens don't count on that.
func spoilt() (*pack.Pack, error) {
	p, err := small()
	if err != nil {
		return nil, err
	}
	spoil := func(texts ...*string) {
		for _, s := range texts {
			*s = live + wide + *s
		}
	}
	for i := range p.Bank.Topics() {
		spoil(&p.Bank.Topics()[i].Title, &p.Bank.Topics()[i].Covers)
	}
	for i := range p.Bank.Principles() {
		spoil(&p.Bank.Principles()[i].Lesson)
	}
	for _, s := range p.Bank.All() {
		spoil(&s.Title, &s.Stem, &s.Ask, &s.Reflect)
		s.Stem += marked
		for i := range s.Options {
			spoil(&s.Options[i].Text, &s.Options[i].Why)
		}
	}
	for _, s := range p.Guidance.Sources() {
		spoil(&s.Title, &s.Publisher, &s.Reports, &s.Note, &s.URL)
		for _, c := range s.Clauses {
			spoil(&c.Locator, &c.Text, &c.Changed)
			c.Text += marked
		}
	}
	for _, d := range p.Guidance.AllDifferences() {
		spoil(&d.Title, &d.Says)
	}
	return p, nil
}

var style = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[!-~]*\x07`)

// inert fails unless nothing but styling of our own acts on the terminal.
func inert(t *testing.T, content string) {
	t.Helper()
	if strings.Contains(content, "\x1b[4;9;53m") {
		t.Error("a style from outside")
	}
	for i, l := range strings.Split(style.ReplaceAllString(content, ""), "\n") {
		if text.Block(l) != l {
			t.Errorf("line %d would act on the terminal: %q", i+1, l)
		}
	}
}

// deeper is the places of the guidance and of a practice that the goldens do without.
var deeper = []struct{ name, keys, sees string }{
	{"a document", "g enter", "addressed to"},
	{"a clause of it", "g enter enter", "Situations that teach it"},
	{"where countries differ", "g down down down enter", "UK and Ireland"},
	{"a topic", "g down down down down enter", "paragraph"},
	{"where an original stands", "g enter enter o", "regulator"},
	{"a search", "g / m", "Search: m"},
	{"a word to the author", "p a 4 3 2 1 b J enter 2 !", "Situation "},
	{"the originals of a situation", "p a 4 3 2 1 b J enter 2 o", "Where the original stands"},
	{"a summary of several topics", "p a" + strings.Repeat(" 4 3 2 1 b J enter 2 enter", 5), "to look at again"},
}

// TestFault15And28TextFromOutsideOnEveryScreen: it is shown, does nothing, and is nowhere drawn past the edge.
func TestFault15And28TextFromOutsideOnEveryScreen(t *testing.T) {
	sweeps(t)
	shown := 0
	look := func(t *testing.T, d *driver) {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			d.size(size[0], size[1])
			d.keys("home")
			for range 12 {
				content := d.app.View().Content
				inert(t, content)
				fits(t, content, size[0], size[1])
				if strings.Contains(content, "夜間") {
					shown++
				}
				d.keys("pgdown")
			}
		}
	}
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			look(t, drive(t, given{learner: s.learner, start: s.start, theme: theme.Dark, load: spoilt}).keys(s.keys))
		})
	}
	for _, s := range deeper {
		t.Run(s.name, func(t *testing.T) {
			look(t, drive(t, given{learner: doctor, theme: theme.Dark, load: spoilt, width: 120, height: 80}).keys(s.keys).sees(s.sees))
		})
	}
	if shown < 100 {
		t.Errorf("text from outside was on %d screens: too few to say anything", shown)
	}
}

// TestFault28FiguresStandInOneColumn: the figures of every topic begin at one cell, whatever the script of its title.
func TestFault28FiguresStandInOneColumn(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		d := drive(t, given{learner: doctor, start: choice, load: spoilt, width: width, height: 40})
		d.keys("b d enter 3 end enter enter o").sees("Progress", "Topics: ")
		cells, topics := map[int]int{}, 0
		_, below, _ := strings.Cut(d.screen(), "Topics: ")
		for _, l := range strings.Split(below, "\n")[1:] {
			if at := regexp.MustCompile(`\d of \d met`).FindStringIndex(l); at != nil && topics < 2 {
				cells[ansi.StringWidth(l[:at[0]])]++
				topics++
			}
		}
		if len(cells) != 1 || topics != 2 {
			t.Errorf("at %d the figures begin at cells %v (cell: topics):\n%s", width, cells, d.screen())
		}
	}
}
