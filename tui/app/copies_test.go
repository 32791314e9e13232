// The learner's own copies on the screens: the original under the extract, whatever it holds, and whenever it arrives.

package app

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"probity/guidance/owncopy"
	"probity/progress/folder"
	"probity/scenarios/pack"
	"probity/tui/screen"
)

const (
	original = "If you write about medicine where anybody can read it, you should usually say who you are, so that those who read it can judge for themselves what it is worth to them."
	reworded = "You should say who you are when you write about medicine in public; *a pseudonym* will not do for that."
)

// fingerprinted is the small pack with a mark for the paragraph that its clause new/1 was written from.
func fingerprinted(t *testing.T) func() (*pack.Pack, error) {
	return func() (*pack.Pack, error) {
		p, err := small()
		if err != nil {
			return nil, err
		}
		s, _ := p.Guidance.Source("new")
		master, err := owncopy.Parse("new.txt", []byte("The new guidance\n\n1. "+original+"\n\n2. You must not mix the two with each other.\n"))
		if err != nil {
			return nil, err
		}
		made, _, err := owncopy.Renew([]byte("[[clause]]\nid = \"new/1\"\n"), s, master)
		if err != nil {
			return nil, err
		}
		s.Clauses[0].Fingerprint = regexp.MustCompile(`[0-9a-f]{40}`).FindString(string(made))
		return p, nil
	}
}

// holding is a data folder with a copy whose paragraph for new/1 has this wording.
func holding(t *testing.T, text string) string {
	t.Helper()
	own := owncopy.Copy{Source: "new", File: "mine.pdf", Imported: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC), Paragraphs: []owncopy.Paragraph{
		{Clause: "new/1", Match: owncopy.Reworded, Text: text, Seen: "Openness"},
	}}
	file, err := own.Encode()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, dir, file)
	return dir
}

func put(t *testing.T, dir string, file []byte) {
	t.Helper()
	folder := filepath.Join(dir, folder.DocumentFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "new.toml"), file, 0o600); err != nil {
		t.Fatal(err)
	}
}

var copyScreens = []struct {
	name  string
	text  string
	start screen.Route
	keys  string
	until string // turning pages, what comes into sight
}{
	{"clause, same wording", original, screen.ToGuidance{Clause: "new/1"}, "", "judge"},
	{"clause, reworded", reworded, screen.ToGuidance{Clause: "new/1"}, "", "pseudonym"},
	{"feedback, same wording", original, choice, "b d enter 3 g", "judge"},
	{"feedback, reworded", reworded, choice, "b d enter 3 g", "pseudonym"},
}

func TestOwnCopyGoldens(t *testing.T) {
	for _, size := range usual {
		for _, s := range copyScreens {
			t.Run(fmt.Sprintf("%s %dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := drive(t, given{learner: doctor, start: s.start, dir: holding(t, s.text), load: fingerprinted(t), width: size[0], height: size[1]})
				d.keys(s.keys)
				for range 20 {
					if !strings.Contains(d.screen(), s.until) {
						d.keys("pgdown")
					}
				}
				look(t, d.sees(s.until), size)
			})
		}
	}
}

// TestACopyIsOutsideText holds that nothing in a copy acts on the terminal, or is taken for more than text.
func TestACopyIsOutsideText(t *testing.T) {
	hostile := "Say \x1b]0;owned\x07\x1b[31mwho\u202e you &#27;[2J are [here](javascript:x) **now** # so"
	d := drive(t, given{learner: doctor, start: screen.ToGuidance{Clause: "new/1"}, dir: holding(t, hostile), load: fingerprinted(t), width: 120, height: 40})
	d.sees("The document says", "&#27;[2J are [here](javascript:x) **now** # so", "Trust your copy.")
	for _, bad := range []string{"\x1b]", "\x1b[31m", "\x1b[2J", "\x07", "\u202e"} {
		if strings.Contains(d.app.View().Content, bad) {
			t.Errorf("%q is on the screen", bad)
		}
	}
}

// TestNothingWaitsForTheCopies holds that a question is up before the copies are read, and that they show when they are.
func TestNothingWaitsForTheCopies(t *testing.T) {
	dir := t.TempDir()
	d := drive(t, given{learner: doctor, start: choice, dir: dir, load: fingerprinted(t), width: 120, height: 40})
	d.keys("b d enter 3")
	if strings.Contains(d.screen(), "The document says") {
		t.Fatal("there is an original without a copy")
	}
	late, err := os.ReadFile(filepath.Join(holding(t, original), folder.DocumentFolder, "new.toml"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, late)
	d.run(run(d.app.app.opt.Tutor.Copies.Read(), d.app.app.copied))
	d.sees("The document says", "The same")
}

// TestACopyThatCannotBeReadIsSaid holds that the tutor goes on without it.
func TestACopyThatCannotBeReadIsSaid(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, []byte("not = [TOML"))
	d := drive(t, given{learner: doctor, start: screen.ToGuidance{Clause: "new/1"}, dir: dir, load: fingerprinted(t)})
	d.sees("A copy of yours could not be read", "You should usually say who you are.")
}
