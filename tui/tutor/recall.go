package tutor

import (
	"errors"
	"fmt"
	"strings"

	"probity/progress"
	"probity/progress/folder"
	"probity/scenarios"
	"probity/tui/prose"
)

// Recall is an earlier answer as it can be shown again: the situation as the library has it now, the options in the order
// that the sitting's seed gives, the marks as they were given. ok is false when the situation is no longer there.
func (t *Tutor) Recall(a progress.Answer, seed int64) (out scenarios.Outcome, lines []scenarios.Line, ok bool) {
	s, ok := t.pack.Bank.Situation(a.Scenario)
	if !ok {
		return scenarios.Outcome{}, nil, false
	}
	attempt := s.Format.Begin(s, scenarios.Shuffle(s, seed))
	attempt.Take(a.Chosen)
	out = scenarios.Outcome{
		Situation: s, Chosen: a.Chosen, Sure: scenarios.Certainty(a.Sure), Marking: s.Format.Mark(s, a.Chosen), Undone: !t.history.Counts(a),
	}
	out.Marking.Marks, out.Marking.Of, out.Marking.Chance = a.Marks, a.Of, a.Chance
	return out, attempt.Lines(), true
}

// Reworded says that a situation has changed since it was answered; "" when it has not.
func (t *Tutor) Reworded(a progress.Answer) string {
	if s, ok := t.pack.Bank.Situation(a.Scenario); ok && s.Revision != a.Revision {
		return fmt.Sprintf("It has been reworded since: you see revision %d, and the marks are those of revision %d.", s.Revision, a.Revision)
	}
	return ""
}

// Report is a short text for a learner to send to the author of a situation that seems wrong.
func (t *Tutor) Report(out scenarios.Outcome) string {
	key := ""
	if len(out.Situation.Key) > 0 {
		key = "; the key: " + strings.Join(out.Situation.Key, " ")
	}
	return fmt.Sprintf("Situation %s, revision %d, library %s. My answer: %s%s. What seems wrong to me: …",
		out.Situation.ID, out.Situation.Revision, t.pack.Version, strings.Join(out.Chosen, " "), key)
}

// Older is how many of the answers that count are to situations since reworded, and how many to ones no longer in the library.
func (t *Tutor) Older() (reworded, gone int) {
	if !t.Ready() {
		return 0, 0
	}
	for _, a := range t.history.Counted() {
		s, ok := t.pack.Bank.Situation(a.Scenario)
		switch {
		case !ok:
			gone++
		case s.Revision != a.Revision:
			reworded++
		}
	}
	return reworded, gone
}

// TitleOf is the title of a situation, or its id when the library no longer has it.
func (t *Tutor) TitleOf(scenario string) string {
	if s, ok := t.pack.Bank.Situation(scenario); ok {
		return s.Title
	}
	return scenario + " (no longer in the library)"
}

// TopicTitle is the title of a topic, or its id when the library no longer has it.
func (t *Tutor) TopicTitle(id string) string {
	if topic, ok := t.pack.Bank.Topic(id); ok {
		return topic.Title
	}
	return id
}

// FormatTitle is a format as a learner reads it, or its name in the record when this program has none such.
func FormatTitle(name string) string {
	if f, ok := scenarios.FormatNamed(name); ok {
		return f.Title()
	}
	return name
}

// Working is a score in words, beside chance.
func Working(score scenarios.Score) string {
	if score.Of == 0 {
		return "Nothing in it was scored."
	}
	text := fmt.Sprintf("%s of %s marks, where chance alone would bring %s.", prose.Number(score.Marks), prose.Number(score.Of), prose.Number(score.Chance))
	if above, ok := score.Above(); ok {
		text += " Score above chance: " + scenarios.Percent(above) + "."
	}
	return text
}

// SeedOf is the seed of a sitting, which fixes the order that options were shown in; 0 when the record has no such sitting.
func (t *Tutor) SeedOf(sitting string) int64 {
	s, _ := t.history.Sitting(sitting)
	return s.Seed
}

// Rewrite saves a new wording of a reflection, as far as ReflectionLimit; false when nothing changed or nothing is left.
func (t *Tutor) Rewrite(r progress.Reflection, text string) bool {
	text, _ = fitting(text)
	if text == "" || text == r.Text {
		return false
	}
	t.save(progress.Reflection{Scenario: r.Scenario, Text: text, Replaces: r.Seq})
	return true
}

// Forgotten is what came of erasing a reflection: what may hold some of it still, or why it could not be erased.
type Forgotten struct {
	Left folder.Leftovers
	Err  error
}

// Forget is the task of erasing a reflection for good, backups and all.
func (t *Tutor) Forget(r progress.Reflection) Task[Forgotten] {
	return t.forget(func(record *folder.Folder) (folder.Leftovers, error) { return record.Forget(r) })
}

// ForgetEarlier is the task of erasing what a reflection said before it was edited, backups and all.
func (t *Tutor) ForgetEarlier(r progress.Reflection) Task[Forgotten] {
	return t.forget(func(record *folder.Folder) (folder.Leftovers, error) { return record.ForgetEarlier(r) })
}

func (t *Tutor) forget(erase func(*folder.Folder) (folder.Leftovers, error)) Task[Forgotten] {
	record := t.record
	var now *progress.History
	return surely(&t.tasks, Task[Forgotten]{
		Run: func() (f Forgotten) {
			if record == nil {
				return Forgotten{Err: errNotKept}
			}
			if f.Left, f.Err = erase(record); f.Err == nil {
				now, f.Err = record.History()
			}
			return f
		},
		Done: func(f Forgotten) {
			if f.Err == nil {
				t.know(now)
			}
		},
	})
}

var errNotKept = errors.New("progress is not being kept, so there is nothing to erase")
