package linear

import (
	"strings"
	"testing"

	"probity/tui/tutor"
)

// sets is what is said in the settings while lines are typed.
func (d *desk) sets(typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { return c.settings(d.Tutor) })
}

// TestSettingsAreSaidAsTheyStand, each in a line, but for those of the screens.
func TestSettingsAreSaidAsTheyStand(t *testing.T) {
	said := open(t, doctor).sets("")
	says(t, said, "Settings:\n1. Your role: Doctor\n2. Where you practise: United Kingdom\n3. How sure are you? asked after each answer\n")
	for _, s := range open(t, doctor).Profile.Settings() {
		if strings.Contains(said, ". "+s.Heading) == s.Screens {
			t.Errorf("%s is said, or not: it is for the screens alone: %v", s.Heading, s.Screens)
		}
	}
}

// TestASettingIsChangedByItsNumber, or by the first letters of what it is to be; an empty line and back leave it as it is.
func TestASettingIsChangedByItsNumber(t *testing.T) {
	for name, c := range map[string]struct {
		typed      string
		says       []string
		lacks      string
		role, sure string
	}{
		"the role":      {"1\n4\n", []string{"Your role\n1. Doctor: as it is now\n2. ", "Saved.\n\n1. Your role: Student\n"}, "", "student", ""},
		"by letters":    {"how\nnot\n", []string{"Saved.\n\n3. How sure are you? not asked\n"}, "", "doctor", tutor.Off},
		"an empty line": {"1\n\n", []string{"Your role\n1. Doctor: as it is now\n"}, "Saved.", "doctor", ""},
		"back":          {"1\nback\n", []string{"Your role\n1. Doctor: as it is now\n"}, "Saved.", "doctor", ""},
		"as it is":      {"1\n1\n", []string{"It is so already.\n"}, "Saved.", "doctor", ""},
		"what is none":  {"1\n9\nstudnt\n", []string{"Please answer with a number from 1 to 5", "Did you mean student?"}, "Saved.", "doctor", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, doctor)
			said := d.sets(c.typed)
			says(t, said, c.says...)
			if c.lacks != "" {
				lacks(t, said, c.lacks)
			}
			if role, sure := string(d.Profile.Learner().Role), d.Profile.Setting(tutor.SettingCertainty); role != c.role || sure != c.sure {
				t.Errorf("it is %s, %q", role, sure)
			}
		})
	}
}
