// What a learner can set, in words: the same on every front end.

package tutor

import (
	"slices"

	"probity/guidance"
)

// Settable is something that a learner can set.
type Settable struct {
	Name    string // as the record has it
	Heading string
	Values  []Value
	Screens bool // it changes what is seen, and nothing in plain lines
}

// Value is one that a setting can have.
type Value struct{ Value, Words string }

// The values of the setting of the theme.
const (
	ThemeAuto     = "auto" // as the terminal is; until something else is set
	ThemeLight    = "light"
	ThemeDark     = "dark"
	ThemeContrast = "contrast"
	ThemeMono     = "mono"
)

// Settings are all that a learner can set.
func (p *Profile) Settings() []Settable {
	role, country := Settable{Name: SettingRole, Heading: "Your role"}, Settable{Name: SettingJurisdiction, Heading: "Where you practise"}
	for _, r := range guidance.Roles() {
		role.Values = append(role.Values, Value{string(r), r.Name()})
	}
	for _, j := range guidance.Jurisdictions() {
		country.Values = append(country.Values, Value{string(j), j.Name()})
	}
	return []Settable{
		role, country,
		{SettingTheme, "Colours", []Value{
			{ThemeAuto, "as the terminal is"}, {ThemeLight, "for a light background"}, {ThemeDark, "for a dark background"}, {ThemeContrast, "high contrast"},
			{ThemeMono, "none"},
		}, true},
		switched(SettingCertainty, "How sure are you?", "asked after each answer", "not asked"),
		switched(SettingClock, "Time in an assessment", "shown", "hidden"),
		seen(switched(SettingMotion, "Motion", "clocks count the seconds", "reduced: nothing moves oftener than each minute")),
		seen(switched(SettingMouse, "Mouse", "the wheel scrolls and a click chooses; shift and drag selects text", "not used: dragging selects text")),
		p.timezones(),
	}
}

// switched is a setting that is on or off, and what either means.
func switched(name, heading, on, off string) Settable {
	return Settable{Name: name, Heading: heading, Values: []Value{{On, on}, {Off, off}}}
}

// seen is a setting of the screens.
func seen(s Settable) Settable {
	s.Screens = true
	return s
}

// timezones offers the zones where the tutor's guidance holds, and the one that is set.
func (p *Profile) timezones() Settable {
	zones := []string{"Europe/London", "Europe/Dublin"}
	if now := p.Timezone(); now != MachineZone && !slices.Contains(zones, now) {
		zones = append(zones, now)
	}
	s := Settable{Name: SettingTimezone, Heading: "Time zone", Values: []Value{{MachineZone, "this computer's"}}}
	for _, zone := range zones {
		s.Values = append(s.Values, Value{zone, zone})
	}
	return s
}

// Holds reports whether a setting has this value now.
func (p *Profile) Holds(name, value string) bool {
	switch name {
	case SettingRole:
		return string(p.Learner().Role) == value
	case SettingJurisdiction:
		return string(p.Learner().Jurisdiction) == value
	case SettingTimezone:
		return p.Timezone() == value
	}
	now := p.Setting(name)
	return now == value || now == "" && value == unset(name)
}

// unset is what holds for a setting that was never made.
func unset(name string) string {
	if name == SettingTheme {
		return ThemeAuto
	}
	return On
}

// Now is the value that a setting has, in words; "" for one that is none of those offered.
func (p *Profile) Now(s Settable) string {
	for _, v := range s.Values {
		if p.Holds(s.Name, v.Value) {
			return v.Words
		}
	}
	return ""
}
