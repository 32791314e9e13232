package tutor

import (
	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
)

// File is what a record is saved in: the store of its facts, and the files beside it. The learner's folder is one. It may be used from
// any goroutine.
type File interface {
	journal.Store

	// Learner is whom the record is about; ok is false while there is none.
	Learner() (l progress.Learner, ok bool)
	// Create makes the record. The error wraps fs.ErrExist if another window was first.
	Create(l progress.Learner) error
	// ReadOnly reports whether nothing can be saved, and why, in a sentence.
	ReadOnly() (reason string, yes bool)
	// Notices are what there is to say once.
	Notices() []string

	// ForgetReflection erases a reflection with all its wordings, here and wherever else it is, ForgetWording what it said before it
	// was edited.
	ForgetReflection(r progress.Reflection) (folder.Leftovers, error)
	ForgetWording(r progress.Reflection) (folder.Leftovers, error)

	// The files beside the record are named as package folder names them. Reading one that is not there gives nil.
	ReadBeside(name string) ([]byte, error)
	WriteBeside(name string, text []byte) error
	MakeBeside(name string, text []byte) (there []byte, err error) // unless there is one: then that is returned
	ListBeside(folder string) (names []string, err error)
	RemoveBeside(name string) error
}

// readHistory reads and folds a record; without one the history is empty.
func readHistory(file File) (*progress.History, error) {
	if file == nil {
		return progress.NewHistory(), nil
	}
	if _, exists := file.Learner(); !exists {
		return progress.NewHistory(), nil
	}
	return journal.History(file)
}
