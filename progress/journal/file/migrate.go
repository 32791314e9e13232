// Migrating: a record of an older schema is backed up, rewritten, verified and only then put in its own place.

package file

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/BurntSushi/toml"

	"probity/progress/disk"
	"probity/progress/journal/tables"
)

// Migration rewrites the text of a record of one schema as the next one has it.
type Migration func(text []byte) ([]byte, error)

// migrations are the steps from each older schema to the next. There is none yet: schema 1 is the first.
func migrations() map[int64]Migration { return nil }

// migrate brings a record of an older schema up to this one. What it was stays beside it. A record that is absent, of this
// schema or a newer one, or of one that nothing leads on from, is left alone.
func (r *Store) migrate(steps map[int64]Migration) error {
	text, from, err := r.older(steps)
	if err != nil || text == nil {
		return err
	}
	err = r.locked(func() error {
		if text, from, err = r.older(steps); err != nil || text == nil { // another window may have been first
			return err
		}
		kept := r.Unused(fmt.Sprintf("schema-%d", from), r.now())
		if err := r.disk.Place(kept, r.disk.Text(text)); err != nil {
			return err
		}
		entries := len(tables.Split(text))
		for at := from; at < tables.Schema; at++ {
			if text, err = steps[at](text); err != nil {
				return err
			}
		}
		if err := r.replace(text, entries); err != nil {
			return err
		}
		r.Notice(noticeMigrated(from, kept))
		return nil
	})
	if err != nil {
		return &NotSavedError{What: r.called(), Err: fmt.Errorf("bringing it up to date: %w", err)}
	}
	return nil
}

// older returns the text and the schema of a record that the steps lead on from; nil when there is none.
func (r *Store) older(steps map[int64]Migration) (text []byte, schema int64, err error) {
	if len(steps) == 0 {
		return nil, 0, nil
	}
	if text, err = disk.ReadRegular(r.file); errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	} else if err != nil {
		return nil, 0, Unreadable(r.path, err)
	}
	var head struct{ Schema *int64 }
	end := tables.HeadEnd(text, true)
	if tables.Guard(text[:end]) != nil {
		return nil, 0, nil
	}
	if _, err := toml.NewDecoder(bytes.NewReader(text[:end])).Decode(&head); err != nil || head.Schema == nil || *head.Schema >= tables.Schema {
		return nil, 0, nil // whatever is wrong with it, reading it will say
	}
	for at := *head.Schema; at < tables.Schema; at++ {
		if steps[at] == nil {
			return nil, 0, nil
		}
	}
	return text, *head.Schema, nil
}

// errFewer is a migration that lost something.
var errFewer = errors.New("the new text has fewer entries than the old one")

// replace puts a text in the record's place once it is seen to read whole and to have as many entries as it should. The
// caller holds the lock.
func (r *Store) replace(text []byte, entries int) error {
	if len(tables.Split(text)) < entries {
		return errFewer
	}
	return r.disk.Rewrite(r.file, text, r.reads)
}
