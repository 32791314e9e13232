package agenda

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/cells"
	"probity/tui/parts/editor"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// slotStep is by how many minutes a key changes the slot.
const slotStep = 5

// line is what a line of the plan stands for: one thing to do, a situation in the plan, or a family that can be put in.
type line struct {
	begin, slot, save      bool
	title, country, people bool
	situation              string
	family                 string
}

// edit shows a plan, to be begun or changed.
func (a *Screen) edit(p induction.Plan) {
	p = p.Settled(a.tutor.Library.Pack().Bank)
	a.plan, a.moved = &p, movedPlan{}
	a.fillPlan()
	a.planner.SetPlace(0)
}

// change is a key press on the plan.
func (a *Screen) change(msg tea.KeyPressMsg) tea.Cmd {
	at, _ := a.planner.Current()
	switch {
	case keymap.Is(msg, keymap.Pick()):
		return a.choose(at)
	case keymap.Is(msg, keymap.Peek()):
		a.peek(at)
	case keymap.Is(msg, keymap.Turn()):
		a.turn(at)
	case keymap.Is(msg, keymap.More()):
		a.lengthen(at, +1)
	case keymap.Is(msg, keymap.Less()):
		a.lengthen(at, -1)
	case keymap.Is(msg, keymap.ShiftUp()):
		a.shift(at, -1)
	case keymap.Is(msg, keymap.ShiftDown()):
		a.shift(at, +1)
	default:
		if chosen, ok := a.planner.Update(msg); ok {
			return a.choose(chosen)
		}
	}
	return nil
}

// choose does what a line of the plan is for.
func (a *Screen) choose(at line) tea.Cmd {
	switch {
	case at.begin:
		return a.people()
	case at.save:
		return a.savePlan()
	case at.title:
		return a.entitle()
	case at.country:
		a.move()
	case at.people:
		return a.seat("keep it", false, func(int) tea.Cmd { return nil })
	default:
		a.toggle(at)
	}
	return nil
}

// set is the plan as it has become, with the cursor at a line.
func (a *Screen) set(p induction.Plan, next int) {
	*a.plan = p
	a.fillPlan()
	a.planner.SetPlace(next)
}

// toggle puts a family in at the end, or takes a situation out with its turns; the next line is then the one the facilitator is at.
func (a *Screen) toggle(at line) {
	next := a.planner.Place()
	switch {
	case at.situation != "":
		a.set(a.plan.Without(a.plan.Place(at.situation)), next)
	case at.family != "":
		a.set(a.plan.With(a.tutor.Library.Pack().Bank, at.family), next+1)
	}
}

// turn puts a turn in below a situation.
func (a *Screen) turn(at line) {
	place := a.plan.Place(at.situation)
	if place < 0 {
		a.env.Notice("Only what is in the plan has a turn: space puts it in.")
		return
	}
	turned, ok := a.plan.WithTurn(a.tutor.Library.Pack().Bank, place)
	if !ok {
		a.env.Notice("The library has no other turn of this one.")
		return
	}
	*a.plan = turned
	a.fillPlan()
}

// lengthen gives a situation or the slot more minutes, or fewer.
func (a *Screen) lengthen(at line, by int) {
	place := a.plan.Place(at.situation)
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
	from := a.plan.Place(at.situation)
	if from < 0 {
		return
	}
	if moved, to := a.plan.Moved(from, by); to != from {
		a.set(moved, a.planner.Place()+to-from)
	}
}

// people asks how many are in the room, and begins.
func (a *Screen) people() tea.Cmd {
	if err := a.plan.Check(a.tutor.Library.Pack().Bank); err != nil {
		return a.env.Failed(errors.New(tutor.PlanMistakes(err)[0]))
	}
	if a.to.People > 0 {
		return a.begin(a.to.People)
	}
	return a.seat("begin", true, a.begin)
}

func (a *Screen) begin(people int) tea.Cmd {
	if err := a.tutor.Rooms.Try(*a.plan, people); err != nil {
		return a.env.Failed(errors.New(tutor.PlanMistakes(err)[0]))
	}
	return a.env.Replace(screen.ToRoom{Plan: *a.plan, People: people, Votes: a.to.Votes})
}

// savePlan asks for a file and writes the plan to it.
func (a *Screen) savePlan() tea.Cmd {
	if err := a.plan.Check(a.tutor.Library.Pack().Bank); err != nil {
		return a.env.Failed(errors.New(tutor.PlanMistakes(err)[0]))
	}
	plan := *a.plan
	plan.Items = slices.Clone(plan.Items)
	return a.ask(editor.Options{
		Heading: "Save the plan", Prompt: "The file to write. It can be edited, and passed on.", Value: "induction.toml", Enter: "write it",
	}, func(path string) tea.Cmd {
		return func() tea.Msg { return savedMsg{path, a.tutor.Door.WritePlan(path, plan)} }
	})
}

// fillPlan lists the plan, and what can be put into it.
func (a *Screen) fillPlan() {
	if a.plan == nil || a.frame.Theme == nil {
		return
	}
	p, bank := a.plan, a.tutor.Library.Pack().Bank
	items := []list.Item[line]{
		{Key: "b", Text: "Begin", Note: tutor.Contents(*p), Value: line{begin: true}},
		{Text: "The slot", Note: prose.Count(float64(p.Minutes), "minute") + "; + and - change it", Value: line{slot: true}},
		{Text: "The title", Note: prose.Line(p.Title), Value: line{title: true}},
		{Text: "The country", Note: p.Jurisdiction.Name() + ": enter for " + tutor.OtherCountry(p.Jurisdiction).Name(), Value: line{country: true}},
		{Text: "The room", Note: a.seated(), Value: line{people: true}},
		{Key: "w", Text: "Save to a file", Note: "to keep, edit and pass on", Value: line{save: true}},
	}
	heading := fmt.Sprintf("In the plan: %d of %s", p.Planned(), prose.Count(float64(p.Minutes), "minute"))
	for i := range p.Items {
		item := a.planned(i)
		item.Heading, heading = heading, ""
		items = append(items, item)
	}
	for _, topic := range bank.Topics() {
		items = append(items, a.offers(topic)...)
	}
	a.planner.SetItems(items)
	a.planner.SetIntro("\n" + pane.Hang("  ", prose.Line(p.Title), pane.Measure(a.frame.Width), a.frame.Theme.Title))
}

// planned is the line of an item: a turn is told by what is different, and set in below what it turns.
func (a *Screen) planned(at int) list.Item[line] {
	of := a.plan.Items[at]
	item := list.Item[line]{Lead: fmt.Sprintf("%2d", at+1), Text: of.Situation, Note: fmt.Sprintf("%d min", of.Minutes), Value: line{situation: of.Situation}}
	switch s, ok := a.tutor.Library.Pack().Bank.Situation(of.Situation); {
	case ok && a.plan.IsTurn(at):
		item.Lead += "  "
		const gap = 3
		item.Text = "one thing different: " + prose.Line(s.Facts)
		item.Text = cells.Cut(item.Text, list.TextRoom(a.frame.Width, item.Lead)-gap-ansi.StringWidth("120 min"), "…")
	case ok:
		item.Text = s.Title
	}
	return item
}

// offers is what a topic has that is not in the plan: each family once.
func (a *Screen) offers(topic scenarios.Topic) []list.Item[line] {
	var items []list.Item[line]
	heading := topic.Title
	for _, f := range a.tutor.Library.Pack().Bank.FamiliesFor(a.plan.Jurisdiction, topic.ID) {
		if a.plan.Has(f.ID) {
			continue
		}
		offered, turns := f.For(a.plan.Jurisdiction), ""
		if n := len(offered) - 1; n > 0 {
			turns = prose.Count(float64(n), "turn")
		}
		items = append(items, list.Item[line]{
			Heading: heading, Lead: " ·", Text: f.Title, Note: prose.Join(offered[0].Format.Title(), turns), Value: line{family: f.ID},
		})
		heading = ""
	}
	return items
}
