// A fault in the program, and one that hangs: what is left in order.

package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// TestAPanicEndsTheProgramInOneLine is fault 22.
func TestAPanicEndsTheProgramInOneLine(t *testing.T) {
	for name, begin := range map[string]func(*Guarded) tea.Cmd{
		"in a command": func(g *Guarded) tea.Cmd { return g.safe(func() tea.Msg { panic("oh") }) },
		"in a batch": func(g *Guarded) tea.Cmd {
			return g.safe(tea.Batch(func() tea.Msg { return nil }, func() tea.Msg { panic("oh") }))
		},
		"in an update": func(g *Guarded) tea.Cmd {
			g.app.stack = append(g.app.stack, nil)
			return func() tea.Msg { return screen.ChangedMsg{} }
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, given{learner: doctor})
			msgs := []tea.Msg{begin(d.app)()}
			if batch, ok := msgs[0].(tea.BatchMsg); ok {
				msgs = []tea.Msg{batch[1]()}
			}
			_, cmd := d.app.Update(msgs[0])
			if !quits(cmd) {
				t.Fatal("the program goes on")
			}
			if err := d.app.Close(); err == nil || strings.Contains(err.Error(), "\n") {
				t.Errorf("it says %v", err)
			}
		})
	}
}

func TestALibraryThatCannotBeLoadedEndsTheProgram(t *testing.T) {
	d := drive(t, given{learner: doctor})
	broken := tutor.Task[error]{Run: func() error { return errors.New("broken") }, Done: func(error) {}}
	_, cmd := d.app.Update(run(broken, d.app.app.loaded)())
	if !quits(cmd) || d.app.Close() == nil {
		t.Error("the program goes on without situations")
	}
}

// quits reports whether a command leaves the program.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		return slices.ContainsFunc(msg, quits)
	}
	return false
}

// TestAPanicInAllThatFollowsIsSaidOnce: what waits is tried to be saved twice.
func TestAPanicInAllThatFollowsIsSaidOnce(t *testing.T) {
	d := drive(t, given{learner: doctor})
	d.app.app.opt.Tutor.Record = nil
	if err := d.app.Close(); err == nil || strings.Count(err.Error(), "something went wrong") != 1 {
		t.Errorf("it says %v", err)
	}
}

// TestWhatIsWrittenIsKeptWhereDrawingHangs: the program is left where it is, and no screen changes any more.
func TestWhatIsWrittenIsKeptWhereDrawingHangs(t *testing.T) {
	d := drive(t, given{learner: doctor, start: only("a-request")}).keys("b enter 2 r").write("In haste.")
	before := d.screen()
	if settled, err := d.app.CloseAside(); !settled || err != nil || !strings.Contains(d.record(), "In haste.") {
		t.Errorf("settled %v: %v; the record is\n%s", settled, err, d.record())
	}
	if _, cmd := d.app.Update(screentest.Press("x")); cmd == nil || cmd() != tea.Quit() || d.screen() != before {
		t.Error("a key is taken afterwards")
	}
}

// TestNothingIsHadOfAScreenThatHangs: it is not waited for.
func TestNothingIsHadOfAScreenThatHangs(t *testing.T) {
	d := drive(t, given{learner: doctor})
	hangs, goOn, over := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		d.app.Update(thenMsg(func() tea.Cmd { close(hangs); <-goOn; return nil }))
	}()
	<-hangs
	if settled, err := d.app.CloseAside(); settled || err != nil {
		t.Errorf("settled %v: %v", settled, err)
	}
	close(goOn)
	<-over
}
