package tutor

import (
	"errors"
	"fmt"
	"strings"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/prose"
)

// UntilYouQuit is said of a reflection where nothing is kept.
const UntilYouQuit = "Your reflection is here until you quit: nothing is kept."

// IfKept is one of two wordings: where progress is kept, and where nothing is.
func (r *Record) IfKept(kept, not string) string {
	if r.SavingEnabled() {
		return kept
	}
	return not
}

// IfKept is one of two wordings, as Record.IfKept.
func (s sittings) IfKept(kept, not string) string { return s.record.IfKept(kept, not) }

// IfKept is one of two wordings, as Record.IfKept.
func (a *Assessment) IfKept(kept, not string) string { return a.in.record.IfKept(kept, not) }

// thing is what a fact is to its owner.
type thing struct{ table, one, several string }

// things are what can wait to be saved, the weightiest first.
func things() []thing {
	return []thing{
		{progress.Answer{}.Table(), "an answer", "answers"},
		{progress.Reflection{}.Table(), "a reflection", "reflections"},
		{progress.Submit{}.Table(), "the handing in of an assessment", "assessments handed in"},
		{progress.Undo{}.Table(), "the taking back of an answer", "answers taken back"},
		{progress.Bookmark{}.Table(), "a bookmark", "bookmarks"},
		{progress.Flag{}.Table(), "a mark on a situation", "marks on situations"},
		{progress.Attended{}.Table(), "a session attended", "sessions attended"},
		{progress.Certified{}.Table(), "the note of a certificate", "notes of certificates"},
		{progress.Setting{}.Table(), "a setting", "settings"},
		{progress.Sitting{}.Table(), "what was drawn for you", "drawings of situations"},
		{whereabouts, "the place where you are", "places where you are"},
	}
}

// whereabouts is where a practice was left, which is a flag to the record.
const whereabouts = "whereabouts"

// kindOf is the kind of thing that a fact is to its owner.
func kindOf(f progress.Fact) string {
	if flag, ok := f.(progress.Flag); ok && flag.On == 0 {
		return whereabouts
	}
	return f.Table()
}

// named says what facts are to their owner: "2 answers and a reflection"; "" for none. What was drawn, and where one is, is nothing beside what was done.
func named(facts []progress.Fact) (said string, several bool) {
	count := map[string]int{}
	for _, f := range facts {
		count[kindOf(f)]++
	}
	if drawn := (progress.Sitting{}).Table(); count[drawn]+count[whereabouts] < len(facts) {
		count[drawn], count[whereabouts] = 0, 0
	}
	var parts []string
	for _, t := range things() {
		switch n := count[t.table]; {
		case n == 1:
			parts = append(parts, t.one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, t.several))
			several = true
		}
	}
	return inOneBreath(parts), several || len(parts) > 1
}

// inOneBreath joins what is listed: a, b and c.
func inOneBreath(parts []string) string {
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}

// Unsaved says what could not be saved so far and is tried again: "An answer and a bookmark are not saved yet"; "" where there is nothing.
func (t *Tutor) Unsaved() string {
	if t.Record.Trouble() == nil && !t.Rooms.troubled() {
		return ""
	}
	said, several := named(t.Record.outbox.Facts())
	if t.Rooms.troubled() {
		parts := []string{"a part of the session you lead"}
		if several = said != ""; several {
			parts = append(parts, said)
		}
		said = inOneBreath(parts)
	}
	return notYet(said, several)
}

func notYet(said string, several bool) string {
	switch {
	case said == "":
		return ""
	case several:
		return prose.Capital(said) + " are not saved yet"
	}
	return prose.Capital(said) + " is not saved yet"
}

// WhyUnsaved says what could not be saved, and why, while it is tried again.
func (t *Tutor) WhyUnsaved(err error) string {
	var notSaved *file.NotSavedError
	if !errors.As(err, &notSaved) {
		return prose.Sentence(err)
	}
	what := t.Unsaved()
	if what == "" {
		what = "Your record is not saved yet"
	}
	return what + ": " + file.Retried(err)
}

// NotKeptError says at the end what could not be saved, why, and where it is instead.
type NotKeptError struct {
	What string // in words
	Path string // where it is instead; "" for nowhere
	Lost string // what is nowhere, in words; "" for nothing
	Err  error
}

// Error names what is not saved and the cause.
func (e *NotKeptError) Error() string { return fmt.Sprintf("leaving without %s: %v", e.What, e.Err) }

// Unwrap returns the cause.
func (e *NotKeptError) Unwrap() error { return e.Err }

// Message says it to a clinician, with what to do next.
func (e *NotKeptError) Message() string {
	why := prose.Sentence(e.Err)
	var notSaved *file.NotSavedError
	if errors.As(e.Err, &notSaved) {
		why = prose.Capital(file.Reason(notSaved.Err))
	}
	why = strings.Replace(why, ", then try again.", ".", 1) // nobody is there to
	said := fmt.Sprintf("Not saved in your record: %s. %s", e.What, why)
	if e.Path != "" {
		said += fmt.Sprintf(" It is not lost: once your record can be written to, probity data import --mine %s takes it in.", e.Path)
	}
	switch {
	case e.Lost != "" && e.Path != "":
		said += fmt.Sprintf(" Lost: %s.", e.Lost)
	case e.Lost != "":
		said += " No other folder could be written to either, so it is lost."
	}
	return said
}

// whose record it is, as its beginning says or would.
func (t *Tutor) whose() progress.Learner {
	if l, ok := t.Record.learner(); ok {
		return l
	}
	l := t.Profile.Learner()
	return progress.Learner{Role: string(l.Role), Jurisdiction: string(l.Jurisdiction)}
}

// Leave writes everything that waits, as Flush does, before the program ends. What cannot be saved is put into a file of its own, in
// the first of Options.Rescue that can be written to, and the error says where.
func (t *Tutor) Leave() error {
	err := t.Flush()
	facts := t.Record.outbox.Facts()
	if err == nil || len(facts) == 0 {
		return err
	}
	what, _ := named(facts)
	out := &NotKeptError{What: what, Lost: what, Err: err}
	left, dropped := unnamed(facts)
	if path, wrong := folder.PutElsewhere(t.rescue, t.whose(), left, t.Clock.Now()); wrong == nil {
		out.Path = path
		out.Lost, _ = named(dropped)
	}
	return out
}
