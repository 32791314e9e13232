package tutor

import (
	"strings"
	"testing"
	"time"

	"probity/guidance"
)

// window is a run on the record in a folder, with its record read.
func window(t *testing.T, dir string, flags Learner) *Tutor {
	t.Helper()
	w, err := Open(Options{Dir: dir, Flags: flags, Now: func() time.Time { return starting().now }})
	if err == nil {
		err = w.Read().Do()
	}
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestWhoIsLearning: as the flags say, else as the settings, else as the record has it, else as a first run decided.
func TestWhoIsLearning(t *testing.T) {
	dir := t.TempDir()
	is := func(p *Profile, want Learner) {
		t.Helper()
		if got := p.Learner(); got != want {
			t.Errorf("the learner is %+v, want %+v", got, want)
		}
	}
	first := window(t, dir, Learner{})
	is(first.Profile, Learner{})
	first.Profile.Settle(Learner{guidance.Doctor, guidance.UK})
	is(first.Profile, Learner{guidance.Doctor, guidance.UK})
	flush(t, first)

	second := window(t, dir, Learner{})
	is(second.Profile, Learner{guidance.Doctor, guidance.UK})
	second.Profile.Change(SettingRole, string(guidance.Student))
	is(second.Profile, Learner{guidance.Student, guidance.UK})
	flush(t, second)

	third := window(t, dir, Learner{Jurisdiction: guidance.Ireland})
	is(third.Profile, Learner{guidance.Student, guidance.Ireland})
	third.Profile.Change(SettingJurisdiction, string(guidance.UK)) // what is set in this run goes before its flag
	is(third.Profile, Learner{guidance.Student, guidance.UK})
	third.Profile.Settle(Learner{guidance.Doctor, guidance.Ireland}) // of a record that there is
	is(third.Profile, Learner{guidance.Doctor, guidance.Ireland})
	flush(t, third)
	is(window(t, dir, Learner{}).Profile, Learner{guidance.Doctor, guidance.Ireland})
}

// TestTheRecordOfAnotherWindowStands, and the learner is told, where both windows were to make one.
func TestTheRecordOfAnotherWindowStands(t *testing.T) {
	dir := t.TempDir()
	one, two, same := window(t, dir, Learner{}), window(t, dir, Learner{}), window(t, dir, Learner{})
	one.Profile.Settle(Learner{guidance.Doctor, guidance.UK})
	two.Profile.Settle(Learner{guidance.Student, guidance.Ireland})
	same.Profile.Settle(Learner{guidance.Doctor, guidance.UK})
	for _, w := range []*Tutor{one, two, same} {
		flush(t, w)
		w.CatchUp()
		if l := w.Profile.Learner(); l != (Learner{guidance.Doctor, guidance.UK}) {
			t.Errorf("the learner is %+v", l)
		}
		if notices := strings.Join(w.Notices(), " "); strings.Contains(notices, "Another window had made your record already") != (w == two) {
			t.Errorf("it says %q", notices)
		}
	}
}

func TestSettingsAreOnUnlessTurnedOff(t *testing.T) {
	p := window(t, t.TempDir(), Learner{}).Profile
	if !p.ClockShown() || !p.AsksSure() || !p.Moves() {
		t.Error("something is off")
	}
	p.ShowClock(false)
	p.Change(SettingCertainty, Off)
	p.Change(SettingMotion, Off)
	if p.ClockShown() || p.AsksSure() || p.Moves() {
		t.Error("something is still on")
	}
	if p.ShowClock(true); !p.ClockShown() {
		t.Error("the clock stays hidden")
	}
}
