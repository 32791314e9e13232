package summary

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/parts/editor"
	"probity/tui/tutor"
)

// toReflectOn is what a line offers to reflect on: what is to be looked at again first, of what nothing was written about yet; nil for none.
func (s *Screen) toReflectOn() *scenarios.Situation {
	again, since, rest := s.parted()
	reflections := s.tutor.Record.History().Reflections()
	for _, a := range slices.Concat(again, since, rest) {
		of := a.Outcome.Situation
		about := func(r progress.Reflection) bool { return r.Scenario == of.Family }
		if !s.written[of.Family] && !slices.ContainsFunc(reflections, about) {
			return of
		}
	}
	return nil
}

// Typing reports whether letters are text.
func (s *Screen) Typing() bool { return s.editor != nil }

// Writing reports whether a reflection is begun that is kept when the screen goes away.
func (s *Screen) Writing() bool { return s.editor != nil && s.editor.Changed() || len(s.drafts) > 0 }

// Caret is where the next letter goes.
func (s *Screen) Caret() (x, y int, ok bool) { return s.editor.Caret() }

// startWriting opens the editor on what was begun before.
func (s *Screen) startWriting(of *scenarios.Situation) (cmd tea.Cmd) {
	s.writing = of
	s.editor, cmd = editor.New(s.env, s.frame, editor.Options{
		Heading: "Reflection: " + of.Title, Prompt: of.Reflect, Value: s.drafts[of], Limit: tutor.ReflectionLimit, TooLong: tutor.TooLong, Esc: "back, kept",
	})
	return cmd
}

// write is a message while the learner writes. What is not saved is, when the screen goes away.
func (s *Screen) write(msg tea.Msg) tea.Cmd {
	done, cmd := s.editor.Update(msg)
	if done == editor.Writing {
		return cmd
	}
	s.drafts[s.writing] = s.editor.Value()
	s.editor = nil
	begun := strings.TrimSpace(s.drafts[s.writing]) != ""
	switch {
	case done == editor.Saved && begun:
		s.keep(s.writing)
		s.keeping = true
	case begun:
		s.env.Notice("What you wrote is there when you come back to it, and saved when you leave.")
	}
	s.feedback.Draw()
	s.fill()
	return nil
}

// sayKept says that a reflection is kept, once it is.
func (s *Screen) sayKept() {
	if !s.keeping || s.tutor.Record.Waiting() > 0 {
		return
	}
	s.keeping = false
	if s.tutor.Record.SavingEnabled() {
		s.env.Notice("Your reflection is kept: it is listed in progress, under reflections.")
	}
}

// keep saves what was written about a situation.
func (s *Screen) keep(of *scenarios.Situation) {
	if strings.TrimSpace(s.drafts[of]) != "" {
		s.was.ReflectOn(of, s.drafts[of])
		s.written[of.Family] = true
	}
	delete(s.drafts, of)
}

// Close keeps what was begun to be written.
func (s *Screen) Close() {
	if s.editor != nil {
		s.drafts[s.writing] = s.editor.Value()
		s.editor = nil
	}
	for of := range s.drafts {
		s.keep(of)
	}
}
