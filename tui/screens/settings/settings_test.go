package settings

import (
	"strings"
	"testing"

	"probity/guidance"
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

func TestAThemeHoldsAtOnce(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	choose(d.Show(New(d.Env, parts(d.Tutor))), "for a light background").Requests(screen.SetTheme{Kind: theme.Light})
}

func TestCertaintyCanBeLeftUnasked(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor)))
	if !d.Tutor.Profile.AsksSure() {
		t.Fatal("it is not asked to begin with")
	}
	if choose(d, "not asked"); d.Tutor.Profile.AsksSure() {
		t.Error("it is still asked")
	}
}
