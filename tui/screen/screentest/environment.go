package screentest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// The learners that tests have: Nobody has not said yet who they are.
var (
	Doctor  = tutor.Learner{Role: guidance.Doctor, Jurisdiction: guidance.UK}
	Student = tutor.Learner{Role: guidance.Student, Jurisdiction: guidance.Ireland}
	Nobody  = tutor.Learner{}
)

// FourSituations is a plan of the small library: a best answer, a rating, a discussion and a ranking.
var FourSituations = induction.Plan{
	Title: "A first Monday", Audience: "New doctors", Jurisdiction: guidance.UK, Minutes: 45,
	Opening: "Nobody is marked today.", Closing: "Thank you. Take one line away with you.",
	Items: []induction.Item{{Situation: "a-request", Minutes: 7}, {Situation: "four-ways", Minutes: 7}, {Situation: "two-views", Minutes: 7}, {Situation: "an-order", Minutes: 7}},
}

// New makes an environment with the small library and an empty record.
func New(t *testing.T, learner tutor.Learner) *Driver {
	t.Helper()
	return In(t, t.TempDir(), learner)
}

// In makes an environment on the record in a folder.
func In(t *testing.T, dir string, learner tutor.Learner) *Driver {
	t.Helper()
	return Early(t, dir, learner).Ready()
}

// Builtin makes an environment with the built-in library, for what the small one lacks, and an empty record.
func Builtin(t *testing.T, learner tutor.Learner) *Driver {
	t.Helper()
	return open(t, t.TempDir(), learner, pack.Builtin).Ready()
}

// Families makes an environment with the small pack of families, on the record in a folder.
func Families(t *testing.T, dir string, learner tutor.Learner) *Driver {
	t.Helper()
	return open(t, dir, learner, func() (*pack.Pack, error) { return scenariostest.Families(t), nil }).Ready()
}

// Merged makes an environment with a library into which a pack is merged, and an empty record.
func Merged(t *testing.T, learner tutor.Learner) *Driver {
	t.Helper()
	return open(t, t.TempDir(), learner, func() (*pack.Pack, error) { return scenariostest.Merged(t), nil }).Ready()
}

// Early makes an environment whose library is still to be loaded, and its record to be read. A screen can be up before they are.
func Early(t *testing.T, dir string, learner tutor.Learner) *Driver {
	t.Helper()
	return open(t, dir, learner, small(t))
}

func open(t *testing.T, dir string, learner tutor.Learner, load func() (*pack.Pack, error)) *Driver {
	d := &Driver{
		t: t, Dir: dir, Now: Started,
		frame: screen.Frame{Width: 80, Height: 20, Theme: theme.New(theme.Mono, true)},
	}
	seed := int64(7)
	d.Tutor, d.Err = tutor.Open(tutor.Options{
		Dir: dir, Flags: learner, Seed: &seed, Now: func() time.Time { return d.Now }, Load: load, Program: "Probity 0.1.0",
	})
	d.Env = screen.Env{Markdown: markdown.New(), After: d.later, Await: func(tea.Cmd) tea.Cmd { return nil }, Nav: &screen.Nav{}}
	return d
}

// Ready loads the library and reads the record, and tells the screen so.
func (d *Driver) Ready() *Driver {
	d.t.Helper()
	d.must(d.Tutor.Library.Load().Do())
	if d.Err == nil {
		d.must(d.Tutor.Read().Do())
		d.must(d.Tutor.Flush())
	}
	if d.screen != nil {
		d.Send(screen.ChangedMsg{})
	}
	return d
}

// small loads a library of a few situations, so that tests do not change with the built-in one.
func small(t *testing.T) func() (*pack.Pack, error) {
	return func() (*pack.Pack, error) {
		return scenariostest.Small(filepath.Join(root(t), "scenarios", "pack", "testdata", "small"))
	}
}

// root is the folder of the module.
func root(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod in this folder or above it")
		}
	}
}
