package tutor

import (
	"errors"

	"probity/progress"
	"probity/progress/folder"
)

// Rewrite saves a new wording of a reflection, as far as ReflectionLimit; false when nothing changed or nothing is left.
func (r *Record) Rewrite(old progress.Reflection, text string) bool {
	text, _ = fitting(text)
	if text == "" || text == old.Text {
		return false
	}
	r.save(progress.Reflection{Scenario: old.Scenario, Text: text, Replaces: old.Seq})
	return true
}

// Forgotten is what came of erasing a reflection: what may hold some of it still, or why it could not be erased.
type Forgotten struct {
	Left folder.Leftovers
	Err  error
}

// Said is what came of it, where it was erased.
func (f Forgotten) Said() string {
	return "Erased. " + f.Left.Brief() + " What you exported before stays where you put it."
}

// AsksToErase asks whether a reflection on a situation is to be erased, or only what it said before it was edited.
func AsksToErase(title string, earlier bool) string {
	if earlier {
		return "Erase what your reflection on “" + title + "” said before you edited it, from the backups too?"
	}
	return "Erase your reflection on “" + title + "” for good, from the backups too?"
}

// KeptAnew is said of a reflection that was edited: some of what it said is elsewhere still.
const KeptAnew = "Your reflection is kept as it is now. What it said before is still in your record, its backups and drafts that quote it"

// Forget is the task of erasing a reflection for good, backups and all. One that is not saved yet is erased at once.
func (r *Record) Forget(one progress.Reflection) Task[Forgotten] {
	if one.Seq == 0 {
		err := r.drop(one)
		return runOnly(func() Forgotten { return Forgotten{Err: err} })
	}
	return r.forget(func(file File) (folder.Leftovers, error) { return file.ForgetReflection(one) })
}

// ForgetEarlier is the task of erasing what a reflection said before it was edited, backups and all.
func (r *Record) ForgetEarlier(one progress.Reflection) Task[Forgotten] {
	return r.forget(func(file File) (folder.Leftovers, error) { return file.ForgetWording(one) })
}

func (r *Record) forget(erase func(File) (folder.Leftovers, error)) Task[Forgotten] {
	if !r.outbox.Idle() { // what waits may be another wording of it
		return runOnly(func() Forgotten { return Forgotten{Err: errStillSaving} })
	}
	file := r.file
	var now *progress.History
	r.readings++
	return mustFinish(r.tasks, Task[Forgotten]{
		Run: func() (f Forgotten) {
			if file == nil {
				return Forgotten{Err: errNotSaved}
			}
			if f.Left, f.Err = erase(file); f.Err == nil {
				now, f.Err = readHistory(file)
			}
			return f
		},
		Done: func(Forgotten) { r.hasRead(now) },
	})
}

var errStillSaving = errors.New("something you wrote is still being saved: wait until it is, then erase again")

var errNotSaved = errors.New("progress is not being kept, so there is nothing to erase")
