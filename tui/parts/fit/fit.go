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
	theme  *theme.Theme
	pack   *pack.Pack
	tutors map[guidance.Jurisdiction]*tutor.Tutor
}

// New is a Fit for a pack, whatever it stands on included.
func New(p *pack.Pack) *Fit {
	f := &Fit{
		env: screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}}, theme: theme.New(theme.Mono, true),
		pack: p, tutors: map[guidance.Jurisdiction]*tutor.Tutor{},
	}
	for _, country := range guidance.Jurisdictions() {
		f.tutors[country] = tutor.Reading(p, tutor.Learner{Role: guidance.Doctor, Jurisdiction: country})
	}
	return f
}

// Question reports whether a situation is all in a window of so many cells when it is asked, or in cards that are: what is told, the ask
// and the options. As the turn of each other variant of its family it has to be as well.
func (f *Fit) Question(s *scenarios.Situation, width, height int) bool {
	q := question.New(f.env)
	q.Layout(f.frame(width, height))
	order := s.OptionIDs() // what order they stand in changes no line
	for _, country := range s.Jurisdictions {
		for _, before := range f.before(s, country) {
			if q.Ask(s, before, s.Format.Begin(s, order), order); !q.Fits() {
				return false
			}
		}
	}
	return true
}

// Feedback reports whether the first screen of the feedback on an answer, in the record's notation, is all in a window of so many cells,
// or in cards that are, with nothing cut of a rationale that it shows. The extract may be cut at a sentence. As the feedback on a turn it has to fit as well.
func (f *Fit) Feedback(s *scenarios.Situation, chosen []string, width, height int) bool {
	answer := answered(s, chosen)
	for _, country := range s.Jurisdictions {
		shown := f.feedback(country)
		shown.Layout(f.frame(width, height))
		for _, answer.Before = range f.before(s, country) {
			if shown.Show(answer); !shown.Fits() {
				return false
			}
		}
	}
	return true
}

// feedback is that for a learner of a country, with nothing to show yet.
func (f *Fit) feedback(country guidance.Jurisdiction) *feedback.Feedback {
	t := f.tutors[country]
	return feedback.New(f.env, feedback.Parts{Copies: t.Copies, Library: t.Library, Profile: t.Profile})
}

// answered is an answer as it is shown once it is saved, by a learner who said how sure they were.
func answered(s *scenarios.Situation, chosen []string) feedback.Shown {
	out, lines := scenarios.Answered(s, chosen)
	out.Sure = scenarios.FairlySure
	return feedback.Shown{Outcome: out, Lines: lines, Became: func() string { return usual }}
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
func (f *Fit) frame(width, height int) screen.Frame {
	return screen.Frame{Width: width, Height: height - screen.Chrome, Theme: f.theme}
}
