// Beside the record: small files that belong to the learner as the record does, in the same folder and for their eyes only.

package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// The files beside the record, within the data folder.
const (
	CertificateDraft = DraftFolder + "/certificate.toml" // what was filled in for a certificate, until it is made
	SigningKey       = KeyFolder + "/signing.pem"        // signs certificates; whoever has it can sign
)

// ReadBeside reads a file beside the record; nil when there is none.
func (r *Record) ReadBeside(name string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return text, nil
}

// WriteBeside writes a file beside the record, whole or not at all, in the place of an earlier one.
func (r *Record) WriteBeside(name string, text []byte) error {
	r.change.Lock()
	defer r.change.Unlock()
	if why, yes := r.ReadOnly(); yes {
		return &NotSavedError{What: name, Err: readOnlyError{why}}
	}
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), folderMode); err != nil {
		return &NotSavedError{What: name, Err: err}
	}
	err := r.locked(func() error { return r.rewrite(path, text, func(string) error { return nil }) })
	if err != nil {
		return &NotSavedError{What: name, Err: err}
	}
	return nil
}
