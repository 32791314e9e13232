// A record as it stands at one moment, for whoever reads it more than once.

package file

import (
	"errors"
	"os"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal/tables"
)

// Reading begins a reading. Its errors are those of Read, and one that wraps fs.ErrNotExist if there is no record.
func (r *Store) Reading() (*progress.Reading, error) {
	f, err := disk.OpenRegular(r.file)
	if err != nil {
		return nil, Unreadable(r.path, err)
	}
	s, err := Inspect(r.kinds, f, r.path)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return progress.NewReading(s.Head.Learner, s.Head.Schema, snapshot{f, r.path, s})
}

// snapshot is an open file up to where it ended when it was looked at.
type snapshot struct {
	file  *os.File
	path  string
	state State
}

// Each hands over the facts in the order of the file.
func (s snapshot) Each(deliver func(progress.Fact) error) error {
	return ReadPieces(s.file, s.state, s.path, func(_ []byte, p tables.Piece) error {
		if p.Fact == nil {
			return nil
		}
		return deliver(p.Fact)
	})
}

// Close closes the file.
func (s snapshot) Close() error { return s.file.Close() }
