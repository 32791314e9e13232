package tutor

import (
	"errors"
	"fmt"
	"slices"
	"unicode"

	"probity/guidance/text"
	"probity/progress"
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

// names are things as their owner calls them, the weightiest first.
type names []string

// String is the names in one breath: a, b and c.
func (n names) String() string { return text.Series(n) }

// several reports whether they take a verb in the plural.
func (n names) several() bool { return len(n) > 1 || len(n) == 1 && unicode.IsDigit(rune(n[0][0])) }

// one is the first of two wordings for one thing, the second for several.
func (n names) one(singular, plural string) string {
	if n.several() {
		return plural
	}
	return singular
}

// named says what facts are to their owner: "2 answers and a reflection". What was drawn, and where one is, is nothing beside what was done.
func named(facts []progress.Fact) (all names) {
	count := map[string]int{}
	facts = mattering(facts)
	for _, f := range facts {
		count[kindOf(f)]++
	}
	if done(facts) {
		count[progress.Sitting{}.Table()], count[whereabouts] = 0, 0
	}
	for _, t := range things() {
		switch n := count[t.table]; {
		case n == 1:
			all = append(all, t.one)
		case n > 1:
			all = append(all, fmt.Sprintf("%d %s", n, t.several))
		}
	}
	return all
}

// done reports whether there is anything that the learner did among facts: more than what was drawn, and where one is.
func done(facts []progress.Fact) bool {
	return slices.ContainsFunc(facts, func(f progress.Fact) bool {
		kind := kindOf(f)
		return kind != progress.Sitting{}.Table() && kind != whereabouts
	})
}

// mattering is facts without those that come to nothing for their owner: bookmarks that were set and taken away again, and the blanks of an
// assessment that is handed in, which are no answers.
func mattering(facts []progress.Fact) []progress.Fact {
	turned, seen, handedIn := map[string]int{}, map[string]int{}, map[string]bool{}
	for _, fact := range facts {
		switch f := fact.(type) {
		case progress.Bookmark:
			turned[f.Scenario]++
		case progress.Submit:
			handedIn[f.Sitting] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(facts), func(fact progress.Fact) bool {
		switch f := fact.(type) {
		case progress.Bookmark: // each turns the one before it round, and the last of an odd number stands
			seen[f.Scenario]++
			return seen[f.Scenario] < turned[f.Scenario] || turned[f.Scenario]%2 == 0
		case progress.Answer:
			return handedIn[f.Sitting] && f.Blank()
		}
		return false
	})
}

// Troubled reports whether something could not be saved when it was last tried, of the record, of a session or of a draft.
func (t *Tutor) Troubled() bool {
	return t.Record.Trouble() != nil || t.Rooms.troubled() || t.Certificates.draftUnsaved()
}

// trouble is why something could not be saved when it was last tried.
func (t *Tutor) trouble() error {
	return errors.Join(t.Record.Trouble(), t.Rooms.trouble(), t.Certificates.drafts.Trouble())
}

// ledPart is what of a session could not be saved.
const ledPart = "a part of the session you lead"

// draftPart is a draft that could not be saved.
const draftPart = "the draft of a certificate"

// unsaved is what could not be saved so far, with what is being written.
func (t *Tutor) unsaved(writing ...string) (all names) {
	if !t.Troubled() {
		return nil
	}
	return append(t.waiting(), writing...)
}

// waiting is what waits to be saved of the record, and what could not be saved beside it.
func (t *Tutor) waiting() names { return t.beside(named(t.Record.outbox.Facts())) }

// beside is the names of facts with what could not be saved that is none: of a session, and of a draft.
func (t *Tutor) beside(all names) names {
	if t.Rooms.troubled() {
		all = append(names{ledPart}, all...)
	}
	if t.Certificates.draftUnsaved() {
		all = append(all, draftPart)
	}
	return all
}

// Unsaved says what could not be saved so far and is tried again: "An answer and a bookmark are not saved yet"; "" where there is nothing.
func (t *Tutor) Unsaved() string { return notYet(t.unsaved()) }

func notYet(all names) string {
	if len(all) == 0 {
		return ""
	}
	return prose.Capital(all.String()) + all.one(" is", " are") + " not saved yet"
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
