package tutor

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/tui/prose"
)

// parting is what is not saved as the program ends, parted by what can become of it.
type parting struct {
	facts []progress.Fact // that a file of their own can hold
	kept  names           // what these are
	lost  names           // what no such file can hold
}

// parted parts what could not be saved. What is nothing without what it names, what is of an assessment that another window gave up, and what
// belongs to a session, or is a draft, has no place in a file of its own; where nothing that was done is left for that, there is none.
func (t *Tutor) parted() (all parting) {
	waiting := t.Record.outbox.Facts()
	over := append(overtaken(t.Record.History(), waiting, t.Record.known), t.Record.over...)
	counting := apartFrom(waiting, over)
	facts, dropped := unnamed(counting)
	for _, fact := range waiting {
		if slices.Contains(over, assessing(fact)) {
			dropped = append(dropped, fact)
		}
	}
	all.lost = t.beside(named(dropped))
	if t.Hosted() { // no folder is the learner's
		all.lost = t.waiting()
		return all
	}
	if done(mattering(facts)) || len(all.lost) == 0 {
		all.facts, all.kept = t.Record.apart(counting), named(facts)
	}
	return all
}

// Leaving is the question before the program ends with something unsaved, which key answers: what that is, with what is being written, and
// what becomes of it; with filling, a draft that is begun too. It is "" where there is nothing.
func (t *Tutor) Leaving(key string, filling bool, writing ...string) string {
	said := t.question(key, writing...)
	if said != "" && filling {
		said += " What you are filling in is kept as a draft, if it can be."
	}
	return said
}

// question is Leaving of what waits, and of what is being written.
func (t *Tutor) question(key string, writing ...string) string {
	if t.Unsaved() == "" {
		return ""
	}
	all := t.parted()
	kept, lost := append(all.kept, writing...), all.lost
	said := notYet(t.unsaved(writing...)) + ". " + key + " again leaves all the same"
	switch {
	case len(lost) == 0:
		return said + ": what is not saved then goes into a file of its own, if it can."
	case len(kept) == 0 && t.passing(t.trouble()):
		return said + lost.one(": it is then tried for some seconds more, and lost if the server still does not answer.",
			": they are then tried for some seconds more, and lost if the server still does not answer.")
	case len(kept) == 0:
		return said + lost.one(", and it is lost.", ", and they are lost.")
	}
	return said + ": " + kept.String() + kept.one(" then goes into a file of its own, if it can; ", " then go into a file of their own, if they can; ") +
		lost.String() + lost.one(" is lost.", " are lost.")
}

// NotKeptError says at the end what could not be saved, why, and what became of it.
type NotKeptError struct {
	What    names  // all of it
	Kept    names  // what is in a file of its own
	Path    string // that file; "" for none
	Lost    names  // what is nowhere
	Import  string // the command that takes that in
	Nowhere bool   // no folder could be written to
	Also    error  // what else was to be done before leaving and was not: a draft that could not be kept; nil for nothing
	Err     error
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
	said := fmt.Sprintf("Not saved: %s. %s", e.What, noMoreTries(why))
	takes := fmt.Sprintf(" once your record can be written to, %s takes %s in.", e.Import, e.Kept.one("it", "them"))
	switch {
	case e.Path != "" && len(e.Lost) == 0:
		said += e.Kept.one(" It is not lost:", " They are not lost:") + takes
	case e.Path != "":
		said += fmt.Sprintf(" Not lost: %s;%s Lost: %s.", e.Kept, takes, e.Lost)
	case e.Nowhere:
		said += " No other folder could be written to either, so " + e.Lost.one("it is lost.", "they are lost.")
	default:
		said += e.Lost.one(" It is lost.", " They are lost.")
	}
	if e.Also != nil {
		said += " " + noMoreTries(prose.Sentence(e.Also))
	}
	return said
}

// noMoreTries is why something failed, without the advice to try again: nobody is there to.
func noMoreTries(why string) string {
	return strings.NewReplacer(" Wait a moment, then try again.", "", ", then try again.", ".").Replace(why)
}

// passing reports whether what could not be saved for a reason may be saved in a moment: what keeps a host's records does not answer, or could not
// be read again where it has to be.
func (t *Tutor) passing(err error) bool {
	return t.again != nil && (errors.As(err, new(*hosted.UnreachedError)) || errors.Is(err, journal.ErrRenumbered))
}

// flushLast is Flush as the program ends: what a host's store does not take is tried again for as long as Options.Again says.
func (t *Tutor) flushLast() error {
	err := t.Flush()
	for t.passing(err) && t.again() {
		err = t.Flush()
	}
	return err
}

// Leave writes everything that waits, as Flush does, and finishes what was asked for, before the program ends. What cannot be saved is put into
// a file of its own, in the first of Options.Rescue that can be written to, and the error says where.
func (t *Tutor) Leave() error {
	if len(t.tasks.underWay) > 0 { // these may take longer than there is time; what fails here is tried again
		_, _ = t.flush()
	}
	also := t.tasks.finish()
	err := t.flushLast()
	what := t.waiting()
	switch {
	case err == nil, t.Record.Waiting() == 0 && len(what) == 0:
		return errors.Join(err, also)
	case len(what) == 0: // what waits comes to nothing
		return also
	}
	all := t.parted()
	out := &NotKeptError{What: what, Lost: what, Also: also, Err: err}
	if len(all.facts) == 0 {
		return out
	}
	of := t.Record.owner(t.Profile.Learner())
	path, wrong := folder.PutElsewhere(t.rescue, of.learner, of.record, all.facts, t.Clock.Now())
	if out.Nowhere = wrong != nil; wrong == nil {
		out.Path, out.Import, out.Kept, out.Lost = path, t.importing(path), all.kept, all.lost
	}
	return out
}
