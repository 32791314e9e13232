package agenda

import (
	"fmt"
	"slices"

	"probity/guidance"
	"probity/scenarios/induction"
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
		n, of := a.left.Session.Place()
		place := fmt.Sprintf("%d of %d", n, of)
		if a.left.Session.IsClosing() {
			place = "the closing"
		}
		note := fmt.Sprintf("%s, %s; begun %s", place, a.left.Session.Doing(), t.Clock.Date(a.left.Begun))
		items = append(items, list.Item[choice]{Key: "c", Text: "Carry on: " + a.left.Session.Plan().Title, Note: note, Value: choice{carryOn: true}})
	}
	for _, country := range a.countries() {
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
	for _, audience := range induction.Audiences() {
		headed := false
		for _, minutes := range induction.Lengths() {
			plan, err := induction.Agenda(a.tutor.Library.Pack().Bank, audience, country, minutes)
			if err != nil {
				continue
			}
			item := list.Item[choice]{
				Text: prose.Count(float64(minutes), "minute"), Note: tutor.Contents(plan),
				Value: choice{audience: audience, country: country, minutes: minutes},
			}
			if !headed {
				headed, item.Heading = true, prose.Join(plan.Audience, country.Name())
			}
			if minutes == usualSlot && a.usual == 0 {
				a.usual = above + len(items)
			}
			items = append(items, item)
		}
	}
	return items
}

// countries are all there are, the learner's own first.
func (a *Screen) countries() []guidance.Jurisdiction {
	all := slices.DeleteFunc(guidance.Jurisdictions(), func(j guidance.Jurisdiction) bool { return j == a.country })
	return append([]guidance.Jurisdiction{a.country}, all...)
}

func (a *Screen) intro() string {
	th, width := a.frame.Theme, pane.Measure(a.frame.Width)
	text := "\n" + pane.Hang("  ", "A room, a projector, one keyboard.", width, th.Title)
	if a.frame.Height >= 16 {
		text += "\n" + pane.Hang("  ", "Each situation is read, voted on, argued over, voted on again, and settled by the guidance. "+
			"probity induction notes, in a second terminal, shows you what the room does not see.", width, th.Faint)
	}
	for _, w := range a.wrong {
		text += "\n" + pane.Hang("  ! ", prose.Line(w), width, th.Warn)
	}
	return text
}
