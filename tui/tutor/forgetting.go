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

// Forget is the task of erasing a reflection for good, backups and all.
func (r *Record) Forget(one progress.Reflection) Task[Forgotten] {
	return r.forget(func(file File) (folder.Leftovers, error) { return file.ForgetReflection(one) })
}

// ForgetEarlier is the task of erasing what a reflection said before it was edited, backups and all.
func (r *Record) ForgetEarlier(one progress.Reflection) Task[Forgotten] {
	return r.forget(func(file File) (folder.Leftovers, error) { return file.ForgetWording(one) })
}

func (r *Record) forget(erase func(File) (folder.Leftovers, error)) Task[Forgotten] {
	file := r.file
	var now *progress.History
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
		Done: func(f Forgotten) {
			if f.Err == nil {
				r.setHistory(now)
			}
		},
	})
}

var errNotSaved = errors.New("progress is not being kept, so there is nothing to erase")
