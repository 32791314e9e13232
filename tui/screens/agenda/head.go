package agenda

import (
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios/induction"
	"probity/tui/parts/editor"
	"probity/tui/tutor"
)

// movedPlan is a plan before its country was changed and after, for it to be as it was when the country is changed back.
type movedPlan struct{ from, to induction.Plan }

// entitle asks for the plan's title.
func (a *Screen) entitle() tea.Cmd {
	return a.ask(editor.Options{
		Heading: "The title", Prompt: "It stands on the screen while the room fills, and on the papers.", Value: a.plan.Title, Enter: "keep it",
	}, func(value string) tea.Cmd {
		a.plan.Title = value
		a.fillPlan()
		return nil
	})
}

// move holds the session in another country. What is not offered there leaves the plan, and is named.
func (a *Screen) move() {
	if a.moved.to.Title != "" && slices.Equal(a.moved.to.Items, a.plan.Items) && a.moved.to.Jurisdiction == a.plan.Jurisdiction {
		back := a.moved.from
		back.Title, back.Minutes = a.plan.Title, a.plan.Minutes
		a.moved = movedPlan{}
		a.set(back, a.planner.Place())
		return
	}
	from := *a.plan
	to, out := a.plan.In(a.tutor.Library.Pack().Bank, tutor.OtherCountry(a.plan.Jurisdiction))
	a.moved = movedPlan{from, to}
	a.set(to, a.planner.Place())
	if len(out) > 0 {
		a.env.Notice(tutor.OutOfPlan(to, out))
	}
}

// seated is how many people there are, in words.
func (a *Screen) seated() string {
	if a.to.People == 0 {
		return "how many people: enter says"
	}
	return fmt.Sprintf("%d people", a.to.People)
}

// seat asks how many people are in the room, and goes on with them. Where that is to begin, an answer is needed; else it may be left as it was.
func (a *Screen) seat(enter string, needed bool, then func(people int) tea.Cmd) tea.Cmd {
	return a.ask(editor.Options{
		Heading: "How many people are in the room?", Prompt: "Hands and phones are counted against it. r changes it later.", Enter: enter,
		Check: func(value string) error {
			switch {
			case value == "" && needed:
				return errors.New("type how many people are in the room, a number")
			case value == "":
				return nil // it is left as it was
			}
			_, err := tutor.People(value)
			return err
		},
	}, func(value string) tea.Cmd {
		a.to.People, _ = tutor.People(value)
		a.fillPlan()
		return then(a.to.People)
	})
}
