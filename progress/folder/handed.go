// Reading a record that somebody handed over: at any path, and without changing anything about it.

package folder

import (
	"fmt"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// NotWholeError says why a record that was handed over can't be relied on.
type NotWholeError struct{ sentence string }

// Error is the reason.
func (e *NotWholeError) Error() string { return "reading the record: " + e.sentence }

// Message says it to a clinician.
func (e *NotWholeError) Message() string { return e.sentence }

// ReadHanded reads and folds a record of this schema at any path, and changes nothing there. One of another schema or with a
// torn end is a NotWholeError: parts of it may be missing. Other damage is a CorruptError.
func ReadHanded(path string) (*progress.History, error) {
	if err := wholeAt(path); err != nil {
		return nil, err
	}
	h := progress.NewHistory()
	if err := file.ReadAll(everyKind(), path, func(f progress.Fact) { h.Apply(f) }); err != nil {
		return nil, err
	}
	return h, nil
}

func wholeAt(path string) error {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return file.Unreadable(path, err)
	}
	defer f.Close()
	state, err := file.Inspect(everyKind(), f, path)
	switch {
	case err != nil:
		return err
	case state.Head.Schema != tables.Schema:
		return &NotWholeError{fmt.Sprintf("It has record version %d, and this Probity reads version %d. Use the Probity that wrote it.",
			state.Head.Schema, tables.Schema)}
	case state.Torn():
		return &NotWholeError{"It breaks off in the middle of an entry, so its end may be missing. Ask for a copy that is whole."}
	}
	return nil
}
