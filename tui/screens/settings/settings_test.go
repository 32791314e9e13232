package settings

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

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
	d.Env.Tutor.Profile.Settle(screentest.Doctor)
	d.Show(New(d.Env)).Sees("(•) Doctor")
	choose(d, "Ireland").Saved("jurisdiction", `"ie"`)
	if got := d.Env.Tutor.Profile.Learner().Jurisdiction; got != guidance.Ireland {
		t.Errorf("the learner practises in %q", got)
	}
}

func TestAThemeHoldsAtOnce(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	choose(d.Show(New(d.Env)), "for a light background").Requests(screen.SetTheme{Kind: theme.Light})
}

func TestCertaintyCanBeLeftUnasked(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env))
	if !d.Env.Tutor.Profile.AsksSure() {
		t.Fatal("it is not asked to begin with")
	}
	if choose(d, "not asked"); d.Env.Tutor.Profile.AsksSure() {
		t.Error("it is still asked")
	}
}
