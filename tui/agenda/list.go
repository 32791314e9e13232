package agenda

import (
	"fmt"

	"probity/scenarios/induction"
	"probity/tui/menu"
	"probity/tui/pane"
	"probity/tui/prose"
)

// fill lists what there is to begin with.
func (a *Agenda) fill() {
	t := a.env.Tutor
	if !a.started || a.frame.Theme == nil {
		return
	}
	var items []menu.Item[choice]
	if a.left != nil {
		n, of := a.left.Session.Place()
		note := fmt.Sprintf("%d of %d, %s; begun %s", n, of, a.left.Session.Step().Title(), t.Date(a.left.Begun))
		items = append(items, menu.Item[choice]{Key: "c", Text: "Carry on: " + a.left.Session.Plan().Title, Note: note, Value: choice{carryOn: true}})
	}
	for _, audience := range induction.Audiences() {
		heading := ""
		for _, minutes := range induction.Lengths() {
			plan, err := induction.Agenda(t.Pack().Bank, audience, t.Learner().Jurisdiction, minutes)
			if err != nil {
				continue
			}
			item := menu.Item[choice]{
				Text: fmt.Sprintf("%d minutes", minutes), Note: prose.Count(float64(len(plan.Items)), "situation"),
				Value: choice{audience: audience, minutes: minutes},
			}
			if heading == "" {
				heading = plan.Audience
				item.Heading = heading
			}
			items = append(items, item)
		}
	}
	items = append(items,
		menu.Item[choice]{Heading: "Your own", Key: "b", Text: "Build a plan", Note: "pick situations and minutes", Value: choice{build: true}},
		menu.Item[choice]{Key: "f", Text: "A plan from a file", Note: "one that was saved or passed on", Value: choice{file: true}})
	a.menu.SetItems(items)
	a.menu.SetIntro(a.intro())
}

func (a *Agenda) intro() string {
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
