// Forgetting: a reflection that its writer deletes is gone from the record, from every backup and from what was set aside.

package progress

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Forget erases a reflection with all its earlier wordings. It is a rewrite of the record and of every copy beside it; each
// file is replaced whole or left as it was. On an error some copies may hold it still, and Forget may be called again.
func (r *Record) Forget(reflection Reflection) error {
	r.change.Lock()
	defer r.change.Unlock()
	if why, yes := r.ReadOnly(); yes {
		return &NotForgottenError{readOnlyError{why}}
	}
	err := r.locked(func() error {
		wordings, err := r.wordings(reflection)
		if err != nil {
			return err
		}
		copies, err := r.copies()
		if err != nil {
			return err
		}
		for _, path := range append(copies, r.file) { // the record last: as long as it is there, all of it can be tried again
			if err := r.strike(path, wordings); err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(path), err)
			}
		}
		return r.strikeDraft(wordings)
	})
	if err != nil {
		return &NotForgottenError{err}
	}
	return nil
}

// NotForgottenError says that a reflection could not be erased everywhere.
type NotForgottenError struct{ Err error }

// Error names the cause.
func (e *NotForgottenError) Error() string { return fmt.Sprintf("erasing the reflection: %v", e.Err) }

// Unwrap returns the cause.
func (e *NotForgottenError) Unwrap() error { return e.Err }

// Message says it for a clinician.
func (e *NotForgottenError) Message() string {
	return fmt.Sprintf("The reflection could not be erased everywhere (%v). Nothing else was changed; please try again.", e.Err)
}

// wordings returns the reflection with what it replaced, and what that replaced.
func (r *Record) wordings(last Reflection) ([]Reflection, error) {
	all := map[int64]Reflection{}
	err := readAll(r.file, func(f Fact) {
		if reflection, ok := f.(Reflection); ok {
			all[reflection.Seq] = reflection
		}
	})
	if err != nil {
		return nil, err
	}
	wordings := []Reflection{last}
	for last.Replaces > 0 && last.Replaces < last.Seq {
		earlier, there := all[last.Replaces]
		if !there {
			break
		}
		wordings, last = append(wordings, earlier), earlier
	}
	return wordings, nil
}

// copies returns the files beside the record that may hold parts of it.
func (r *Record) copies() ([]string, error) {
	backups, err := r.datedBackups()
	if err != nil {
		return nil, err
	}
	copies, err := filepath.Glob(filepath.Join(filepath.Dir(r.file), "progress.*-*.toml"))
	for _, b := range backups {
		copies = append(copies, b.path)
	}
	return copies, err
}

// strike takes reflections out of a file. A copy that is damaged loses the stretches that hold their text.
func (r *Record) strike(path string, wordings []Reflection) error {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	var kept []byte
	for _, stretch := range stretches(text) {
		if !slices.ContainsFunc(wordings, func(w Reflection) bool { return holds(stretch, w) }) {
			kept = append(kept, stretch...)
		}
	}
	if len(kept) == len(text) {
		return nil
	}
	return r.rewrite(path, kept, func(string) error { return nil })
}

// stretches divides a file into its head and its facts.
func stretches(text []byte) [][]byte {
	end := headEnd(text, true)
	return append([][]byte{text[:end]}, split(text[end:])...)
}

// holds tells whether a stretch of text is the reflection, or a broken piece with its text in it.
func holds(stretch []byte, w Reflection) bool {
	found := parse(stretch)
	if r, ok := found.fact.(Reflection); ok {
		return r.Scenario == w.Scenario && r.Text == w.Text && r.At.Equal(w.At)
	}
	return found.fact == nil && w.Text != "" && (bytes.Contains(stretch, []byte(w.Text)) || bytes.Contains(stretch, appendText(nil, w.Text)))
}

// strikeDraft removes the draft of a certificate if it was begun with the reflection: whatever line of it is there.
func (r *Record) strikeDraft(wordings []Reflection) error {
	draft, err := r.ReadBeside(CertificateDraft)
	if err != nil {
		return err
	}
	const telling = 8 // characters: a shorter line may stand anywhere
	for _, w := range wordings {
		for line := range strings.Lines(w.Text) {
			line = strings.TrimSpace(line)
			if len(line) >= telling && (bytes.Contains(draft, []byte(line)) || bytes.Contains(draft, quoted(line))) {
				return r.disk.remove(filepath.Join(r.dir, filepath.FromSlash(CertificateDraft)))
			}
		}
	}
	return nil
}

// quoted is a line as a TOML string holds it, without the quotes.
func quoted(line string) []byte { return bytes.Trim(appendText(nil, line), `"`) }
