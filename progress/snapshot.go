// A record as it stands at one moment, for whoever reads it more than once.

package progress

import (
	"errors"
	"os"
)

// Reading begins a reading. Its errors are those of Read, and one that wraps fs.ErrNotExist if there is no record.
func (r *Store) Reading() (*Reading, error) {
	f, err := OpenFile(r.file)
	if err != nil {
		return nil, unreadable(r.path, err)
	}
	s, err := inspect(r.kinds, f, r.path)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return NewReading(s.head.learner, s.head.schema, snapshot{f, r.path, s})
}

// snapshot is an open file up to where it ended when it was looked at.
type snapshot struct {
	file  *os.File
	path  string
	state state
}

// Each hands over the facts in the order of the file.
func (s snapshot) Each(deliver func(Fact) error) error {
	return readPieces(s.file, s.state, s.path, func(_ []byte, p piece) error {
		if p.fact == nil {
			return nil
		}
		return deliver(p.fact)
	})
}

// Close closes the file.
func (s snapshot) Close() error { return s.file.Close() }
