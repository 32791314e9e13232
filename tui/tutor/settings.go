package tutor

import "probity/progress"

// The names of settings in the record.
const (
	SettingRole         = "role"
	SettingJurisdiction = "jurisdiction"
	SettingTheme        = "theme"
	SettingClock        = "clock"     // of an assessment: shown, unless hidden
	SettingCertainty    = "certainty" // the question how sure: asked, unless off
	SettingMotion       = "motion"    // clocks that count seconds: on, unless off
)

// The values of settings that are on by default.
const (
	On  = "on"
	Off = "off"
)

// Change sets something from now on, in the record too.
func (t *Tutor) Change(name, value string) {
	switch name {
	case SettingRole:
		t.opt.Flags.Role = ""
	case SettingJurisdiction:
		t.opt.Flags.Jurisdiction = ""
	}
	t.changed[name] = value
	t.save(progress.Setting{Name: name, Value: value})
}

// Setting is what was last set; "" for what never was.
func (t *Tutor) Setting(name string) string {
	if v, ok := t.changed[name]; ok {
		return v
	}
	v, _ := t.History().Setting(name)
	return v
}

// ClockShown tells whether the time of an assessment is to be seen.
func (t *Tutor) ClockShown() bool { return t.Setting(SettingClock) != Off }

// ShowClock shows or hides the time of assessments from now on.
func (t *Tutor) ShowClock(shown bool) { t.Change(SettingClock, onOff(shown)) }

// AsksSure tells whether learners are asked how sure they are of an answer.
func (t *Tutor) AsksSure() bool { return t.Setting(SettingCertainty) != Off }

// Moves tells whether clocks count the seconds; otherwise nothing moves oftener than each minute.
func (t *Tutor) Moves() bool { return t.Setting(SettingMotion) != Off }

func onOff(on bool) string {
	if on {
		return On
	}
	return Off
}
