package agenda

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// The minutes of a plan of one's own, how far a key changes its slot, and what a situation put in takes.
const (
	usualSlot  = 45
	slotStep   = 5
	usualShare = 7
)

// line is what a line of the plan stands for: one thing to do, or a situation.
type line struct {
	begin, slot, save bool
	situation         string
}

// edit shows a plan, to be begun or changed.
func (a *Screen) edit(p induction.Plan) {
	p.Items = slices.Clone(p.Items)
	a.plan = &p
	a.fillPlan()
	a.planner.SetPlace(0)
}

// place is where a situation stands in the plan; -1 when it is not in it.
func (a *Screen) place(situation string) int {
	return slices.IndexFunc(a.plan.Items, func(i induction.Item) bool { return i.Situation == situation })
}

// change is a key press on the plan.
func (a *Screen) change(msg tea.KeyPressMsg) tea.Cmd {
	at, _ := a.planner.Current()
	switch {
	case keymap.Is(msg, keymap.Pick()) && at.situation != "":
		a.toggle(at.situation)
	case keymap.Is(msg, keymap.More()):
		a.lengthen(at, +1)
	case keymap.Is(msg, keymap.Less()):
		a.lengthen(at, -1)
	case keymap.Is(msg, keymap.ShiftUp()):
		a.shift(at, -1)
	case keymap.Is(msg, keymap.ShiftDown()):
		a.shift(at, +1)
	default:
		chosen, ok := a.planner.Update(msg)
		switch {
		case ok && chosen.begin:
			return a.people()
		case ok && chosen.save:
			return a.savePlan()
		case ok && chosen.situation != "":
			a.toggle(chosen.situation)
		}
	}
	return nil
}

// toggle puts a situation in at the end, or takes it out; the next line is then the one the facilitator is at.
func (a *Screen) toggle(situation string) {
	next := a.planner.Place()
	if at := a.place(situation); at >= 0 {
		a.plan.Items = slices.Delete(a.plan.Items, at, at+1)
	} else {
		a.plan.Items = append(a.plan.Items, induction.Item{Situation: situation, Minutes: usualShare})
		next++
	}
	a.fillPlan()
	a.planner.SetPlace(next)
}

// lengthen gives a situation or the slot more minutes, or fewer.
func (a *Screen) lengthen(at line, by int) {
	place := a.place(at.situation)
	switch {
	case at.slot:
		a.plan.Minutes = max(slotStep, a.plan.Minutes+by*slotStep)
	case place >= 0:
		a.plan.Items[place].Minutes = max(1, a.plan.Items[place].Minutes+by)
	default:
		a.env.Notice("Only what is in the plan has minutes: space puts it in.")
	}
	a.fillPlan()
}

// shift moves a situation up or down in the plan.
func (a *Screen) shift(at line, by int) {
	from := a.place(at.situation)
	to := from + by
	if from < 0 || to < 0 || to >= len(a.plan.Items) {
		return
	}
	a.plan.Items[from], a.plan.Items[to] = a.plan.Items[to], a.plan.Items[from]
	a.fillPlan()
	a.planner.SetPlace(a.planner.Place() + by)
}

// people asks how many are in the room, and begins.
func (a *Screen) people() tea.Cmd {
	if err := a.plan.Check(a.env.Tutor.Library.Pack().Bank); err != nil {
		return a.env.Notice(prose.Capital(wrongs(err)[0]) + ".")
	}
	if a.to.People > 0 {
		return a.begin(a.to.People)
	}
	return a.ask("How many people are in the room?", "Their hands are counted against it. r changes it later.", "", func(value string) tea.Cmd {
		n, err := strconv.Atoi(value)
		if err != nil {
			return a.env.Notice(fmt.Sprintf("%q is not a number: type how many people are in the room.", value))
		}
		return a.begin(n)
	})
}

func (a *Screen) begin(people int) tea.Cmd {
	if err := a.env.Tutor.Rooms.Try(*a.plan, people); err != nil {
		return a.env.Notice(prose.Capital(wrongs(err)[0]) + ".")
	}
	return a.env.Replace(screen.ToRoom{Plan: *a.plan, People: people})
}

// savePlan asks for a file and writes the plan to it.
func (a *Screen) savePlan() tea.Cmd {
	if err := a.plan.Check(a.env.Tutor.Library.Pack().Bank); err != nil {
		return a.env.Notice(prose.Capital(wrongs(err)[0]) + ".")
	}
	plan := *a.plan
	plan.Items = slices.Clone(plan.Items)
	return a.ask("Save the plan", "The file to write. It can be edited, and passed on.", "induction.toml", func(path string) tea.Cmd {
		return func() tea.Msg { return savedMsg{path, tutor.WritePlan(path, plan)} }
	})
}

// fillPlan lists the plan, and what can be put into it.
func (a *Screen) fillPlan() {
	if a.plan == nil || a.frame.Theme == nil {
		return
	}
	p, bank := a.plan, a.env.Tutor.Library.Pack().Bank
	items := []list.Item[line]{
		{Key: "b", Text: "Begin", Note: prose.Count(float64(len(p.Items)), "situation"), Value: line{begin: true}},
		{Text: "The slot", Note: prose.Count(float64(p.Minutes), "minute") + "; + and - change it", Value: line{slot: true}},
		{Key: "w", Text: "Save to a file", Note: "to keep, edit and pass on", Value: line{save: true}},
	}
	heading := fmt.Sprintf("In the plan: %d of %s", p.Planned(), prose.Count(float64(p.Minutes), "minute"))
	for i, item := range p.Items {
		title := item.Situation
		if s, ok := bank.Situation(item.Situation); ok {
			title = s.Title
		}
		items = append(items, list.Item[line]{
			Heading: heading, Lead: fmt.Sprintf("%2d", i+1), Text: title, Note: fmt.Sprintf("%d min", item.Minutes), Value: line{situation: item.Situation},
		})
		heading = ""
	}
	for _, topic := range bank.Topics() {
		items = append(items, a.offers(topic)...)
	}
	a.planner.SetItems(items)
	a.planner.SetIntro("\n" + pane.Hang("  ", prose.Line(p.Title), pane.Measure(a.frame.Width), a.frame.Theme.Title))
}

// offers is what a topic has that is not in the plan.
func (a *Screen) offers(topic scenarios.Topic) []list.Item[line] {
	var items []list.Item[line]
	heading := topic.Title
	for _, s := range a.env.Tutor.Library.Pack().Bank.Offered(a.plan.Jurisdiction, topic.ID) {
		if a.place(s.ID) < 0 {
			items = append(items, list.Item[line]{Heading: heading, Lead: " ·", Text: s.Title, Note: s.Format.Title(), Value: line{situation: s.ID}})
			heading = ""
		}
	}
	return items
}
