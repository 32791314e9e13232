// Package settings is what a learner can change: who they are, where they practise, how the screens look and behave.
package settings

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"probity/guidance"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// change is one line of the screen: a setting and the value it would take.
type change struct{ name, value string }

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	Profile *tutor.Profile
}

// Screen lists every setting with its values.
type Screen struct {
	*list.Page[change]
	env   screen.Env
	tutor Parts
}

// New makes the screen.
func New(env screen.Env, parts Parts) *Screen {
	s := &Screen{env: env, tutor: parts}
	s.Page = list.NewPage(s.fill, s.change, append(list.Keys("choose"), keymap.Back())...)
	return s
}

// Title names the screen.
func (s *Screen) Title() string { return "Settings" }

// Layout takes the room and the look. At first the learner is at their own role, and not at somebody else's.
func (s *Screen) Layout(f screen.Frame) {
	opened := s.Frame.Theme != nil
	s.Page.Layout(f)
	if !opened {
		s.Seek(s.holds)
	}
}

// holds reports whether a setting has this value now.
func (s *Screen) holds(c change) bool {
	switch c.name {
	case tutor.SettingRole:
		return string(s.tutor.Profile.Learner().Role) == c.value
	case tutor.SettingJurisdiction:
		return string(s.tutor.Profile.Learner().Jurisdiction) == c.value
	case tutor.SettingTimezone:
		return s.tutor.Profile.Timezone() == c.value
	}
	now := s.tutor.Profile.Setting(c.name)
	return now == c.value || now == "" && c.value == usual(c.name)
}

func (s *Screen) fill() {
	var items []list.Item[change]
	for _, g := range s.groups() {
		for i, l := range g.lines {
			item := list.Item[change]{Text: "( ) " + l.text, Value: l.change}
			if s.holds(l.change) {
				item.Text = "(•) " + l.text
			}
			if i == 0 {
				item.Heading = g.heading
			}
			items = append(items, item)
		}
	}
	s.SetItems(items)
}

// group is a setting's values, under its heading.
type group struct {
	heading string
	lines   []line
}

// line is a value of a setting, in words.
type line struct {
	text   string
	change change
}

// groups returns every setting with its values.
func (s *Screen) groups() []group {
	role, country, colours := group{heading: "Your role"}, group{heading: "Where you practise"}, group{heading: "Colours"}
	for _, r := range guidance.Roles() {
		role.lines = append(role.lines, line{r.Name(), change{tutor.SettingRole, string(r)}})
	}
	for _, j := range guidance.Jurisdictions() {
		country.lines = append(country.lines, line{j.Name(), change{tutor.SettingJurisdiction, string(j)}})
	}
	for _, k := range theme.Kinds() {
		colours.lines = append(colours.lines, line{describe(k), change{tutor.SettingTheme, string(k)}})
	}
	return []group{
		role, country, colours,
		onOff(tutor.SettingCertainty, "How sure are you?", "asked after each answer", "not asked"),
		onOff(tutor.SettingClock, "Time in an assessment", "shown", "hidden"),
		onOff(tutor.SettingMotion, "Motion", "clocks count the seconds", "reduced: nothing moves oftener than each minute"),
		onOff(tutor.SettingMouse, "Mouse", "the wheel scrolls and a click chooses; shift and drag selects text", "not used: dragging selects text"),
		s.timezone(),
	}
}

// onOff is a setting that is on or off, and what either means.
func onOff(name, heading, on, off string) group {
	return group{heading, []line{{on, change{name, tutor.On}}, {off, change{name, tutor.Off}}}}
}

// timezone offers the zones where the tutor's guidance holds, and the one that is set.
func (s *Screen) timezone() group {
	zones := []string{"Europe/London", "Europe/Dublin"}
	if now := s.tutor.Profile.Timezone(); now != tutor.MachineZone && !slices.Contains(zones, now) {
		zones = append(zones, now)
	}
	g := group{"Time zone", []line{{"this computer's", change{tutor.SettingTimezone, tutor.MachineZone}}}}
	for _, zone := range zones {
		g.lines = append(g.lines, line{zone, change{tutor.SettingTimezone, zone}})
	}
	return g
}

// usual is what holds for a setting that was never made.
func usual(name string) string {
	if name == tutor.SettingTheme {
		return string(theme.Auto)
	}
	return tutor.On
}

func describe(k theme.Kind) string {
	switch k {
	case theme.Light:
		return "for a light background"
	case theme.Dark:
		return "for a dark background"
	case theme.Contrast:
		return "high contrast"
	case theme.Mono:
		return "none"
	}
	return "as the terminal is"
}

// change makes a setting what is chosen.
func (s *Screen) change(c change) tea.Cmd {
	if !s.holds(c) {
		s.tutor.Profile.Change(c.name, c.value)
	}
	s.fill()
	if c.name == tutor.SettingTheme {
		return s.env.Request(screen.SetTheme{Kind: theme.Kind(c.value)})
	}
	return nil
}
