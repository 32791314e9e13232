// What does not read, and what is said of it.

package tables

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"
)

// Misread is text that is not TOML, or not of the types that it should be.
type Misread struct {
	what  string // "an entry"
	why   string
	Below int // how many lines below the first of its table
	err   error
}

// Error says what does not read as TOML, and why.
func (m Misread) Error() string { return m.what + " does not read as TOML: " + m.why }

// Plain is what is wrong with a table in words for somebody who does not know what a file is made of. Error is for whoever mends it.
func Plain(problem error) string {
	var misread Misread
	switch {
	case errors.As(problem, &misread) && strings.Contains(misread.why, "EOF"):
		return misread.what + " breaks off"
	case errors.As(problem, &misread):
		return misread.what + changed
	case errors.Is(problem, errNoSeq), errors.Is(problem, errBadSeq), errors.Is(problem, errNoAt), errors.Is(problem, errTooDeep), errors.Is(problem, errInside):
		return "an entry" + changed
	case errors.Is(problem, errNoSchema), errors.Is(problem, errNoLearner):
		return "the beginning" + changed
	case errors.Is(problem, errNUL), errors.Is(problem, errNotUTF8):
		return "there is something that is no text, as a computer leaves that stops while it writes"
	case errors.Is(problem, errMerge):
		return "another program put two versions of it together, and left its marks"
	}
	return problem.Error()
}

// changed is said of what reads no longer.
const changed = " was changed, and is no longer as Probity writes it"

// Unwrap returns the TOML reader's error.
func (m Misread) Unwrap() error { return m.err }

// misreadAs says where the TOML reader stopped, if it is the TOML reader's error. before is how many lines it was not given.
func misreadAs(what string, err error, before int) error {
	var stopped toml.ParseError
	if errors.As(err, &stopped) && stopped.Position.Line > 0 {
		return Misread{what, stopped.Message, before + stopped.Position.Line - 1, err}
	}
	return Misread{what, strings.TrimPrefix(err.Error(), "toml: "), 0, err}
}
