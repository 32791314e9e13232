package settings

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Profile: t.Profile}
}

// choose goes down to a line and chooses it.
func choose(d *screentest.Driver, line string) *screentest.Driver {
	for range 30 {
		if strings.Contains(d.View(), "› ( ) "+line) {
			break
		}
		d.Keys("down")
	}
	return d.Keys("enter").Sees("› (•) " + line)
}

func TestWhatHoldsIsMarkedAndWhatIsChosenIsSaved(t *testing.T) {
	d := screentest.New(t, screentest.Nobody)
	d.Tutor.Profile.Settle(screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("(•) Doctor")
	choose(d, "Ireland").Saved("jurisdiction", `"ie"`)
	if got := d.Tutor.Profile.Learner().Jurisdiction; got != guidance.Ireland {
		t.Errorf("the learner practises in %q", got)
	}
}

// TestItOpensAtWhatHolds: whoever presses enter there changes nothing, in any window.
func TestItOpensAtWhatHolds(t *testing.T) {
	for _, role := range guidance.Roles() {
		for _, size := range [][2]int{{80, 24}, {40, 12}, {40, 8}, {120, 40}} {
			d := screentest.New(t, tutor.Learner{Role: role, Jurisdiction: guidance.UK}).Resize(size[0], size[1])
			d.Show(New(d.Env, parts(d.Tutor))).Sees("› (•) " + role.Name()).Keys("enter").Sees("› (•) " + role.Name())
			if got := d.Tutor.Profile.Learner().Role; got != role {
				t.Errorf("enter made a %q a %q", role, got)
			}
		}
	}
}

func TestAThemeHoldsAtOnce(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	choose(d.Show(New(d.Env, parts(d.Tutor))), "for a light background").Requests(screen.SetTheme{Kind: theme.Light})
}

// TestASwitchHoldsFromNowOn: it is on until it is turned off, and that is kept.
func TestASwitchHoldsFromNowOn(t *testing.T) {
	for _, c := range []struct {
		name, on, off string
		holds         func(*tutor.Profile) bool
	}{
		{tutor.SettingCertainty, "asked after each answer", "not asked", (*tutor.Profile).AsksSure},
		{tutor.SettingClock, "shown", "hidden", (*tutor.Profile).ClockShown},
		{tutor.SettingMotion, "clocks count the seconds", "reduced", (*tutor.Profile).Moves},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := screentest.New(t, screentest.Doctor).Resize(80, 60)
			d.Show(New(d.Env, parts(d.Tutor))).Sees("(•) "+c.on, "( ) "+c.off)
			choose(d, c.off).Sees("( ) "+c.on).Saved("name = \""+c.name+"\"", "value = \"off\"").Requests()
			if c.holds(d.Tutor.Profile) {
				t.Error("it is still on")
			}
			again := screentest.In(t, d.Dir, screentest.Nobody).Resize(80, 60)
			again.Show(New(again.Env, parts(again.Tutor))).Sees("(•) " + c.off)
			if choose(again, c.on); !c.holds(again.Tutor.Profile) {
				t.Error("it is still off")
			}
		})
	}
}

// TestTheTimeZoneIsTheComputersUntilOneIsChosen. One that was set in another way is offered too; a name that is none changes nothing.
func TestTheTimeZoneIsTheComputersUntilOneIsChosen(t *testing.T) {
	for set, c := range map[string]struct{ sees, lacks string }{
		"":                  {"(•) this computer's", "(•) Europe"},
		"Europe/Dublin":     {"(•) Europe/Dublin", "(•) this computer's"},
		"America/New_York":  {"(•) America/New_York", "(•) this computer's"},
		"Middle-earth/Bree": {"(•) this computer's", "Bree"},
	} {
		zone := progress.Setting{Name: tutor.SettingTimezone, Value: set}
		d := screentest.In(t, screentest.Recorded(t, zone), screentest.Nobody).Resize(80, 60)
		d.Show(New(d.Env, parts(d.Tutor))).Sees(c.sees).Lacks(c.lacks)
		choose(d, "Europe/London").Saved("name = \"timezone\"", "value = \"Europe/London\"")
		if got := d.Tutor.Clock.Now().Location().String(); got != "Europe/London" {
			t.Errorf("after %q the clock is that of %s", set, got)
		}
	}
}

// TestWhatHoldsAlreadyIsNotSavedAgain, and a theme is nevertheless put on: the run may have begun with another.
func TestWhatHoldsAlreadyIsNotSavedAgain(t *testing.T) {
	d := screentest.New(t, screentest.Doctor).Resize(80, 60)
	d.Show(New(d.Env, parts(d.Tutor))).Sees("› (•) Doctor", "(•) as the terminal is").Keys("enter").Requests()
	for range 30 {
		if strings.Contains(d.View(), "› (•) as the terminal is") {
			break
		}
		d.Keys("down")
	}
	d.Keys("enter").Requests(screen.SetTheme{Kind: theme.Auto}).RecordHas("[[setting]]", 0)
}

// TestWhoIsLearningIsChangedForGood, whatever this run was started with; the record says who it was at first.
func TestWhoIsLearningIsChangedForGood(t *testing.T) {
	d := screentest.In(t, screentest.Recorded(t), screentest.Doctor).Resize(80, 60)
	d.Show(New(d.Env, parts(d.Tutor)))
	choose(d, "Student")
	choose(d, "Ireland")
	if got := d.Tutor.Profile.Learner(); got != screentest.Student {
		t.Errorf("the learner is %v", got)
	}
	d.Saved("role = \"doctor\"").RecordHas("[[setting]]", 2)
	if got := screentest.In(t, d.Dir, screentest.Nobody).Tutor.Profile.Learner(); got != screentest.Student {
		t.Errorf("in the next run the learner is %v", got)
	}
}

// TestOneOfEachGroupHolds: choosing another takes the mark from the one before.
func TestOneOfEachGroupHolds(t *testing.T) {
	d := screentest.New(t, screentest.Doctor).Resize(80, 60)
	d.Show(New(d.Env, parts(d.Tutor))).Titled("Settings").Sees("Your role", "Where you practise", "Colours", "How sure are you?", "Time in an assessment", "Motion", "Mouse", "Time zone")
	for _, line := range []string{"Student", "Ireland", "none", "hidden", "shown", "Europe/Dublin"} {
		if choose(d, line); strings.Count(d.View(), "(•)") != 8 {
			t.Errorf("after %q other than one of each group holds:\n%s", line, d.View())
		}
	}
}

// TestAChangeIsShownBeforeItIsSaved: saving takes a while, and can fail.
func TestAChangeIsShownBeforeItIsSaved(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	s := New(d.Env, parts(d.Tutor))
	d.Show(s).Keys("down").Sees("› ( ) ").RecordHas("[[setting]]", 0)
	s.Update(screentest.Press("enter"))
	d.Sees("› (•) ").RecordHas("[[setting]]", 0)
}

func TestEverySettingIsReachedInASmallWindow(t *testing.T) {
	d := screentest.New(t, screentest.Doctor).Resize(40, 8)
	choose(d.Show(New(d.Env, parts(d.Tutor))).More(false, true), "Europe/Dublin").More(true, false)
}

// TestEveryThemeIsOffered: the values of the setting are the themes that there are.
func TestEveryThemeIsOffered(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	var offered []theme.Kind
	for _, s := range d.Tutor.Profile.Settings() {
		for _, v := range s.Values {
			if s.Name == tutor.SettingTheme {
				offered = append(offered, theme.Kind(v.Value))
			}
		}
	}
	if !slices.Equal(offered, theme.Kinds()) {
		t.Errorf("offered are %q, and there are %q", offered, theme.Kinds())
	}
}
