package agenda

import (
	"fmt"

	"probity/guidance"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// fill lists what there is to begin with.
func (a *Screen) fill() {
	t := a.tutor
	if !a.started || a.frame.Theme == nil {
		return
	}
	var items []list.Item[choice]
	a.usual = 0
	if a.left != nil {
		note := fmt.Sprintf("%s; begun %s", a.left.Where(), t.Clock.Date(a.left.Begun))
		items = append(items, list.Item[choice]{Key: "c", Text: "Carry on: " + a.left.Session.Plan().Title, Note: note, Value: choice{carryOn: true}})
	}
	for _, country := range tutor.CountriesFrom(a.country) {
		items = append(items, a.agendas(country, len(items))...)
	}
	items = append(items,
		list.Item[choice]{Heading: "Your own", Key: "b", Text: "Build a plan", Note: "pick situations and minutes", Value: choice{build: true}},
		list.Item[choice]{Key: "f", Text: "A plan from a file", Note: "one that was saved or passed on", Value: choice{file: true}})
	a.menu.SetItems(items)
	a.menu.SetIntro(a.intro())
}

// agendas are those of a country, for each audience; above is how many lines stand above them.
func (a *Screen) agendas(country guidance.Jurisdiction, above int) []list.Item[choice] {
	var items []list.Item[choice]
	headed := ""
	for _, plan := range a.tutor.Rooms.Agendas(country) {
		item := list.Item[choice]{Text: prose.Count(float64(plan.Minutes), "minute"), Note: tutor.Contents(plan), Value: choice{agenda: &plan}}
		if plan.Audience != headed {
			headed, item.Heading = plan.Audience, prose.Join(plan.Audience, country.Name())
		}
		if plan.Minutes == tutor.UsualSlot && a.usual == 0 {
			a.usual = above + len(items)
		}
		items = append(items, item)
	}
	return items
}

func (a *Screen) intro() string {
	th, width := a.frame.Theme, pane.Measure(a.frame.Width)
	text := "\n" + pane.Hang("  ", "A room, a projector, one keyboard.", width, th.Title)
	if a.frame.Height >= 16 {
		text += "\n" + pane.Hang("  ", tutor.HowItGoes+" probity induction notes, in a second terminal, shows you what the room does not see.", width, th.Faint)
	}
	for _, w := range a.wrong {
		text += "\n" + pane.Hang("  ! ", prose.Line(w), width, th.Warn)
	}
	return text
}
