package export

import (
	"errors"
	"io"

	"probity/progress"
	"probity/progress/journal/tables"
)

// errNewer is a record of which a copy would lack what this version does not know.
var errNewer = errors.New("a newer Probity wrote it, and what this one does not know would be missing: update Probity, or copy the file itself")

// writeTOML writes the record as its own file is: probity opens it as a data folder's progress.toml, and merges it into another.
func writeTOML(w io.Writer, from *progress.Reading, _ Options) error {
	if from.Schema > tables.Schema {
		return errNewer
	}
	if _, err := w.Write(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: from.Learner})); err != nil {
		return err
	}
	return inOrder(from, tables.Encode, func(text []byte) error {
		_, err := w.Write(text)
		return err
	})
}
