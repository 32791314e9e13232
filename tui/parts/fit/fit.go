// Package fit says whether a situation fits a window. It lays the question and the feedback out as a learner sees them and looks whether
// all is there: nothing is counted or guessed.
package fit

import (
	"slices"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/tui/parts/feedback"
	"probity/tui/parts/markdown"
	"probity/tui/parts/question"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Fit lays out the situations of one pack for learners of each country that they are offered in.
type Fit struct {
	env    screen.Env
	pack   *pack.Pack
	tutors map[guidance.Jurisdiction]*tutor.Tutor
}

// New is a Fit for a pack, whatever it stands on included.
func New(p *pack.Pack) *Fit {
	f := &Fit{env: screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}}, pack: p, tutors: map[guidance.Jurisdiction]*tutor.Tutor{}}
	for _, country := range guidance.Jurisdictions() {
		f.tutors[country] = tutor.Reading(p, tutor.Learner{Role: guidance.Doctor, Jurisdiction: country})
	}
	return f
}

// Question reports whether a situation is all in a window of so many cells when it is asked, or in cards that are: what is told, the ask
// and the options. As the turn of each other variant of its family it has to be as well.
func (f *Fit) Question(s *scenarios.Situation, width, height int) bool {
	for _, country := range s.Jurisdictions {
		for _, before := range f.before(s, country) {
			q := question.New(f.env)
			q.Layout(frame(width, height))
			order := s.OptionIDs() // what order they stand in changes no line
			q.Ask(s, before, s.Format.Begin(s, order), order)
			if !q.Fits() {
				return false
			}
		}
	}
	return true
}

// Feedback reports whether the first screen of the feedback on an answer, in the record's notation, is all in a window of so many cells,
// or in cards that are, with nothing cut of a rationale that it shows. The extract may be cut at a sentence. As the feedback on a turn it has to fit as well.
func (f *Fit) Feedback(s *scenarios.Situation, chosen []string, width, height int) bool {
	attempt := s.Format.Begin(s, s.OptionIDs())
	attempt.Take(chosen)
	out := scenarios.Outcome{Situation: s, Chosen: chosen, Sure: scenarios.FairlySure, Marking: s.Format.Mark(s, chosen)}
	for _, country := range s.Jurisdictions {
		t := f.tutors[country]
		for _, before := range f.before(s, country) {
			shown := feedback.New(f.env, feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile})
			shown.Layout(frame(width, height))
			shown.Show(feedback.Shown{Outcome: out, Before: before, Lines: attempt.Lines(), Working: func() string { return usual }})
			if !shown.Fits() {
				return false
			}
		}
	}
	return true
}

// usual is what usually becomes of an answer, at its longest.
const usual = "Saved. Back 30 September."

// before lists what a situation can follow in a country: nothing, or another variant of its family.
func (f *Fit) before(s *scenarios.Situation, country guidance.Jurisdiction) []*scenarios.Situation {
	all := []*scenarios.Situation{nil}
	if family, ok := f.pack.Bank.Family(s.Family); ok {
		all = append(all, slices.DeleteFunc(family.For(country), func(v *scenarios.Situation) bool { return v == s })...)
	}
	return all
}

// frame is the room of a screen in a window.
func frame(width, height int) screen.Frame {
	return screen.Frame{Width: width, Height: height - screen.Chrome, Theme: theme.New(theme.Mono, true)}
}
