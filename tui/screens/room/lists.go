package room

import (
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// choose is a key press in a list.
func (r *Screen) choose(msg tea.KeyPressMsg) {
	chosen, ok := r.list.Update(msg)
	if !ok {
		return
	}
	act := map[mode]func(*induction.Session, time.Time) (induction.Fact, error){
		jumping: func(s *induction.Session, now time.Time) (induction.Fact, error) {
			if chosen == toClosing {
				return s.Close(now)
			}
			place, _ := strconv.Atoi(chosen) // the overview's own numbers
			return s.Jump(place, now)
		},
		adding:  func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Add(chosen, 0, now) },
		putting: func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Put(chosen, now) },
	}[r.mode]
	added, carry := r.mode == adding, r.do
	if r.mode == jumping {
		carry = r.goes
	}
	if !carry(act) {
		return
	}
	r.mode = leading
	if added {
		r.env.Notice("It comes after this situation.")
	}
}

// show puts a list up.
func (r *Screen) show(m mode, title string, items []list.Item[string], at int) {
	r.mode = m
	r.list = list.New[string]()
	r.list.Layout(pageFrame(r.frame, r.height()))
	r.list.SetItems(items)
	r.list.SetIntro("\n" + pane.Hang("  ", title, pane.Measure(r.frame.Width), r.frame.Theme.Title))
	r.list.SetPlace(at)
}

// toClosing stands for the closing where a number stands for a situation.
const toClosing = "closing"

// overview lists the situations of the session.
func (r *Screen) overview() {
	s := r.session()
	place, _ := s.Place()
	var items []list.Item[string]
	for i, stop := range s.Stops(r.tutor.Clock.Now()) {
		mark, note := "·", fmt.Sprintf("%d min", int(stop.Planned.Minutes()))
		switch {
		case stop.Skipped:
			mark, note = "–", "skipped"
		case stop.Done:
			mark = "✓"
		}
		if stop.Added {
			note = prose.Join(note, "added")
		}
		item := list.Item[string]{Lead: fmt.Sprintf("%s %2d", mark, i+1), Text: stop.Situation.Title, Note: note, Value: strconv.Itoa(i + 1)}
		if stop.Turn {
			item.Lead, item.Text = item.Lead+"  ", "one thing different"
		}
		items = append(items, item)
	}
	items = append(items, list.Item[string]{Lead: "    ", Text: "The closing", Note: "what we met, and a fist to five", Value: toClosing})
	if s.IsClosing() {
		place = len(items)
	}
	r.show(jumping, "Go to", items, place-1)
}

// offers lists what can be put in: turns of the situation, and families by topic.
func (r *Screen) offers() {
	bank, s := r.tutor.Library.Pack().Bank, r.session()
	items := r.turns()
	for _, topic := range bank.Topics() {
		heading := topic.Title
		for _, f := range bank.FamiliesFor(s.Country(), topic.ID) {
			if s.Course().Has(f.ID) {
				continue
			}
			items = append(items, list.Item[string]{Heading: heading, Text: f.Title, Note: f.For(s.Country())[0].Format.Title(), Value: f.ID})
			heading = ""
		}
	}
	if len(items) == 0 {
		r.env.Notice("Every situation there is for this country is in the session already.")
		return
	}
	r.show(adding, "Add after this situation", items, 0)
}

// actions lists what can be put to the vote in a rating.
func (r *Screen) actions() {
	s := r.session()
	situation, put := s.Situation(), s.Ballot().Action
	if put == "" {
		r.env.Notice("Only where actions are rated is there one to choose for the vote.")
		return
	}
	var items []list.Item[string]
	at := 0
	for i, o := range situation.Options {
		if o.ID == put {
			at = i
		}
		items = append(items, list.Item[string]{Lead: scenarios.Letter(i), Text: o.Text, Value: o.ID})
	}
	r.show(putting, "Which action is voted on?", items, at)
}
