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
	SettingMouse        = "mouse"     // the wheel scrolls and a click chooses: on, unless off
	SettingTimezone     = "timezone"  // whose days are the learner's: a name of IANA's; the machine's, unless known
)

// The values of settings that are on by default.
const (
	On  = "on"
	Off = "off"
)

// MachineZone is the time zone that the machine has, as a value of its setting.
const MachineZone = "machine"

// Change sets something from now on, in the record too.
func (p *Profile) Change(name, value string) {
	switch name {
	case SettingRole:
		p.flags.Role = ""
	case SettingJurisdiction:
		p.flags.Jurisdiction = ""
	case SettingTimezone:
		p.clock.move(value)
	}
	p.changed[name] = value
	p.record.save(progress.Setting{Name: name, Value: value})
}

// Setting is what was last set; "" for what never was.
func (p *Profile) Setting(name string) string {
	if v, ok := p.changed[name]; ok {
		return v
	}
	v, _ := p.record.History().Setting(name)
	return v
}

// ClockShown reports whether the time of an assessment is to be seen.
func (p *Profile) ClockShown() bool { return p.Setting(SettingClock) != Off }

// ShowClock shows or hides the time of assessments from now on.
func (p *Profile) ShowClock(shown bool) { p.Change(SettingClock, onOff(shown)) }

// AsksSure reports whether learners are asked how sure they are of an answer.
func (p *Profile) AsksSure() bool { return p.Setting(SettingCertainty) != Off }

// NeverSure is said where no answer has a certainty: how there comes to be one.
func (p *Profile) NeverSure() string {
	if !p.AsksSure() {
		return "Nothing yet: you are not asked how sure you are. Settings can have that asked after each answer."
	}
	return "Nothing yet. Say after an answer how sure you are, and this says how often you were right."
}

// Moves reports whether clocks count the seconds; otherwise nothing moves by itself oftener than each minute.
func (p *Profile) Moves() bool { return p.Setting(SettingMotion) != Off }

// Mouse reports whether the terminal is asked for clicks and the wheel. While it is, dragging selects text only with shift held.
func (p *Profile) Mouse() bool { return p.Setting(SettingMouse) != Off }

// Timezone is the name of the time zone whose days are the learner's.
func (p *Profile) Timezone() string {
	if p.clock.zone == nil {
		return MachineZone
	}
	return p.clock.zone.String()
}

func onOff(on bool) string {
	if on {
		return On
	}
	return Off
}
