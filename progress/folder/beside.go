// Beside the record: small files that belong to the learner as the record does, in the same folder and for their eyes only.

package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"

	"github.com/google/uuid"

	"probity/progress/disk"
	"probity/progress/journal/file"
)

// The files beside the record, within the data folder.
const (
	CertificateDraft = DraftFolder + "/certificate.toml" // what was last filled in for a certificate
	SigningKey       = keyFolder + "/signing.pem"        // signs certificates; whoever has it can sign
)

// pseudonym stands for the learner where a name is not given.
const pseudonym = keyFolder + "/pseudonym.txt"

// Pseudonym returns a number that stands for the learner in statements for other programs. It is kept beside the record, as it was when it was
// first asked for: what was said under it stays one person's. It says nothing of who the learner is, and goes when everything is
// erased. first is what it becomes where there is none yet; "" is a number by chance.
func (r *Folder) Pseudonym(first string) (string, error) { return PseudonymIn(r, first) }

// Beside are the files beside a record, by the names that a Folder has them under.
type Beside interface {
	// ReadBeside reads one; nil when there is none.
	ReadBeside(name string) ([]byte, error)
	// WriteBeside writes one whole or not at all, in the place of an earlier one.
	WriteBeside(name string, text []byte) error
	// MakeBeside writes one, unless there is one already, and returns what is there then: of several that make it at once, all have the
	// first one's.
	MakeBeside(name string, text []byte) (there []byte, err error)
	// ListBeside names those in a folder, in order; none when there is no such folder.
	ListBeside(folder string) (names []string, err error)
	// RemoveBeside removes one. That there is none is an error that wraps fs.ErrNotExist.
	RemoveBeside(name string) error
}

// PseudonymIn is Folder.Pseudonym for the files beside any record.
func PseudonymIn(r Beside, first string) (string, error) {
	kept, err := r.ReadBeside(pseudonym)
	if err != nil {
		return "", err
	}
	if id, err := uuid.ParseBytes(bytes.TrimSpace(kept)); err == nil {
		return id.String(), nil
	}
	id, err := uuid.Parse(first)
	if err != nil {
		id, err = uuid.NewRandom()
	}
	if err != nil {
		return "", fmt.Errorf("making a pseudonym: %w", err)
	}
	if kept != nil { // it is none
		return id.String(), r.WriteBeside(pseudonym, []byte(id.String()+"\n"))
	}
	kept, err = r.MakeBeside(pseudonym, []byte(id.String()+"\n"))
	return string(bytes.TrimSpace(kept)), err
}

// ReadBeside reads a file beside the record; nil when there is none.
func (r *Folder) ReadBeside(name string) ([]byte, error) {
	text, err := disk.ReadRegular(filepath.Join(r.dir, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &file.UnreadableError{What: Called(name), Path: filepath.Join(r.dir, filepath.FromSlash(name)), Err: err}
	}
	return text, nil
}

// Called is what the owner calls a file beside a record, by its name there.
func Called(name string) string {
	switch path.Dir(name) {
	case DraftFolder:
		return "draft"
	case keyFolder:
		return "signing key"
	case DocumentFolder:
		return "copy of a document"
	}
	return path.Base(name)
}

// WriteBeside writes a file beside the record, whole or not at all, in the place of an earlier one. It needs no record to be
// there yet; but where there was one and another window erased or replaced it, nothing is written. Its errors are *NotSavedError.
func (r *Folder) WriteBeside(name string, text []byte) error {
	if why, yes := r.ReadOnly(); yes {
		return &file.NotSavedError{What: Called(name), Err: file.ReadOnly(why)}
	}
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	return r.beside(name, path, func() error { return r.disk.Rewrite(path, text, nil) })
}

// MakeBeside writes a file beside the record as WriteBeside does, unless there is one already. It returns what is there then: of two
// windows that make it at once, both have the first one's.
func (r *Folder) MakeBeside(name string, text []byte) (there []byte, err error) {
	if there, err := r.ReadBeside(name); err != nil || there != nil {
		return there, err
	}
	if why, yes := r.ReadOnly(); yes {
		return nil, &file.NotSavedError{What: Called(name), Err: file.ReadOnly(why)}
	}
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	err = r.beside(name, path, func() (err error) {
		if there, err = disk.ReadRegular(path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		there = text
		return r.disk.Rewrite(path, text, nil)
	})
	return there, err
}

// beside changes a file beside the record, under the lock.
func (r *Folder) beside(name, path string, change func() error) error {
	err := r.Present()
	if err == nil {
		err = r.disk.MakeFolders(filepath.Dir(path), disk.FolderMode)
	}
	if err == nil {
		err = r.Alone(func() error {
			if err := r.Present(); err != nil {
				return err
			}
			return change()
		})
	}
	if err != nil {
		return &file.NotSavedError{What: Called(name), Err: err}
	}
	return nil
}

// ListBeside names the files in a folder beside the record, such as DocumentFolder, in order; none when there is no such folder.
func (r *Folder) ListBeside(folder string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(r.dir, filepath.FromSlash(folder)))
	if info, here := os.Stat(r.dir); errors.Is(err, syscall.ENOTDIR) && (here != nil || !info.IsDir()) {
		return nil, nil // there is no data folder that it could be in, which is said of the record
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &file.UnreadableError{What: "folder", Path: filepath.Join(r.dir, filepath.FromSlash(folder)), Err: err}
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// RemoveBeside removes a file beside the record. That there is none is an error that wraps fs.ErrNotExist.
func (r *Folder) RemoveBeside(name string) error {
	if why, yes := r.ReadOnly(); yes {
		return fmt.Errorf("removing %s: %w", name, file.ReadOnly(why))
	}
	file := filepath.Join(r.dir, filepath.FromSlash(name))
	if _, err := os.Lstat(file); err != nil {
		return fmt.Errorf("removing %s: %w", name, err)
	}
	err := r.Alone(func() error {
		if err := r.disk.Remove(file); err != nil {
			return err
		}
		if err := r.disk.Settle(filepath.Dir(file)); err != nil {
			return fmt.Errorf("%w: %w", disk.ErrUnsettled, err)
		}
		return nil
	})
	switch {
	case errors.Is(err, disk.ErrUnsettled):
		return &NotDoneError{Doing: "removing " + name, Outcome: unsettled, Err: err}
	case err != nil:
		return &NotDoneError{Doing: "removing " + name, Outcome: "Your " + Called(name) + " was not removed", Err: err}
	}
	return nil
}
