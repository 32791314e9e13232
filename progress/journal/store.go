// Package journal is what facts are kept in, whatever keeps them: facts in order, numbered from 1, appended after the last one that the
// writer knows of.
package journal

import "errors"

// Any is the number to append after for a program that has to leave: its facts go after whatever is there.
const Any int64 = -1

// ErrConflict is the cause when the last fact that a writer knows of is not the last one that there is. Nothing was saved. Read
// what is new, then append again.
var ErrConflict = errors.New("another window saved something in between")

// ErrRenumbered is an ErrConflict in which numbers that are known already may mean other facts now: another window rewrote the
// facts, as a merge does. Read all of them, find the fact that was meant (see Same), then append again.
var ErrRenumbered = renumberedError{}

type renumberedError struct{}

func (renumberedError) Error() string { return "the record was put together anew by another window" }

// Is reports whether the target is ErrConflict, of which this is one.
func (renumberedError) Is(target error) bool { return target == ErrConflict }
