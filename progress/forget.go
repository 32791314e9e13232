// Forgetting: a reflection that its writer deletes is gone from the record, from every backup and from what was set aside.

package progress

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Forget erases a reflection with all its other wordings, and the drafts that quote one. It is a rewrite of the record and of every copy beside it; each
// file is replaced whole or left as it was. On an error some copies may hold it still, and Forget may be called again.
func (r *Record) Forget(reflection Reflection) error {
	return r.forget(func(all []Reflection) []Reflection { return wordings(all, reflection) }, true)
}

// ForgetEarlier erases what a reflection said before it was edited, as Forget does, and keeps what it says now.
func (r *Record) ForgetEarlier(reflection Reflection) error {
	return r.forget(func(all []Reflection) []Reflection {
		return slices.DeleteFunc(wordings(all, reflection), func(w Reflection) bool {
			return w.Seq >= reflection.Seq || w.Text == reflection.Text
		})
	}, false)
}

// forget erases those reflections that choose takes from the record's; from copies, where related says so, also what replaces
// them there: another computer may have edited them.
func (r *Record) forget(choose func(all []Reflection) []Reflection, related bool) error {
	r.change.Lock()
	defer r.change.Unlock()
	if why, yes := r.ReadOnly(); yes {
		return &NotForgottenError{readOnlyError{why}}
	}
	err := r.locked(func() error {
		var all []Reflection
		err := readAll(r.file, func(f Fact) {
			if reflection, ok := f.(Reflection); ok {
				all = append(all, reflection)
			}
		})
		if err != nil {
			return err
		}
		found := r.survey()
		if len(found.unseen) > 0 {
			return &UnseenError{found.unseen}
		}
		return r.strikeAll(found.ours, choose(all), related)
	})
	if err != nil {
		return &NotForgottenError{err}
	}
	return nil
}

// strikeAll takes reflections out of every file that may hold them, the record last: as long as it is there, all of it can be
// tried again.
func (r *Record) strikeAll(files []Belonging, doomed []Reflection, related bool) error {
	for _, b := range files {
		var err error
		switch folder := filepath.Dir(b.Path); {
		case folder == filepath.Join(r.dir, DraftFolder):
			err = r.strikeDraft(b.Path, doomed)
		case b.Path == r.path, b.Path == r.file, filepath.Base(b.Path) == lockName:
		case folder == r.backupFolder(), folder == filepath.Clean(r.dir), folder == filepath.Dir(r.file):
			err = r.strike(b.Path, doomed, related)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(b.Path), err)
		}
	}
	return r.strike(r.file, doomed, false)
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

// wordings returns reflections with what they replaced, what replaced them, and so on.
func wordings(all []Reflection, of ...Reflection) []Reflection {
	for grown := true; grown; {
		grown = false
		for _, r := range all {
			in := slices.ContainsFunc(of, func(c Reflection) bool { return sameReflection(c, r) })
			linked := slices.ContainsFunc(of, func(c Reflection) bool {
				return c.Scenario == r.Scenario && (c.Replaces == r.Seq || r.Replaces == c.Seq && c.Seq > 0)
			})
			if linked && !in {
				of, grown = append(of, r), true
			}
		}
	}
	return of
}

// sameReflection reports whether two are one, whatever numbers they have in their files.
func sameReflection(x, y Reflection) bool {
	return x.Scenario == y.Scenario && x.Text == y.Text && x.At.Equal(y.At)
}

// strike takes reflections out of a file and, where related says so, what replaces or is replaced by them there. A copy that
// is damaged loses the stretches that hold part of their text.
func (r *Record) strike(path string, doomed []Reflection, related bool) error {
	text, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	all := stretches(text)
	if related {
		doomed = relatedIn(all, doomed)
	}
	var kept []byte
	for _, stretch := range all {
		kept = append(kept, cleared(stretch, doomed)...)
	}
	if len(kept) == len(text) {
		return nil
	}
	return r.rewrite(path, kept, func(string) error { return nil })
}

// relatedIn adds to reflections the other wordings that a file has of them.
func relatedIn(stretches [][]byte, doomed []Reflection) []Reflection {
	var there, found []Reflection
	for _, stretch := range stretches {
		if reflection, ok := parse(stretch).fact.(Reflection); ok {
			there = append(there, reflection)
			if slices.ContainsFunc(doomed, func(d Reflection) bool { return sameReflection(d, reflection) }) {
				found = append(found, reflection)
			}
		}
	}
	return append(wordings(there, found...), doomed...)
}

// stretches divides a file into its head and its facts.
func stretches(text []byte) [][]byte {
	end := headEnd(text, true)
	return append([][]byte{text[:end]}, split(text[end:])...)
}

// cleared returns a stretch of text without the reflections: nothing of it, if it is one or is a broken piece of one.
func cleared(stretch []byte, doomed []Reflection) []byte {
	found := parse(stretch)
	if r, ok := found.fact.(Reflection); ok && slices.ContainsFunc(doomed, func(d Reflection) bool { return sameReflection(d, r) }) {
		return nil
	}
	if found.problem == nil && found.fact != nil {
		return stretch
	}
	rest := stretch[found.size:]
	header, _, _ := bytes.Cut(bytes.TrimLeft(rest, "\r\n"), []byte("\n"))
	table, _ := tableName(header)
	for _, d := range doomed {
		begun := table == d.table() && bytes.Contains(rest, []byte(strconv.Quote(d.Scenario)))
		if begun || quotes(rest, d.Text) {
			return stretch[:found.size]
		}
	}
	return stretch
}

// strikeDraft removes a draft that was begun with one of the reflections, or quotes part of one.
func (r *Record) strikeDraft(path string, doomed []Reflection) error {
	draft, err := readFile(path)
	if err != nil {
		return err
	}
	for _, d := range doomed {
		if bytes.Contains(draft, []byte(d.ID())) || quotes(draft, d.Text) {
			return r.disk.remove(path)
		}
	}
	return nil
}

// ID names a reflection without telling what it says: the same on every computer. A draft names by it what it was begun with.
func (f Reflection) ID() string {
	sum := digest([]byte(f.Scenario), []byte{0}, []byte(f.Text), []byte{0}, f.At.UTC().AppendFormat(nil, time.RFC3339))
	return hex.EncodeToString(sum[:])
}

// telling is so many letters in a row that two texts which share them are taken to have them from one another: five or six words.
const telling = 30

// quotes reports whether a text, as it may stand in a TOML file, has a part of the words, or all of them where they are few.
func quotes(text []byte, words string) bool {
	letters, in := lettersOf(words), lettersOf(unescaped.Replace(string(text)))
	size := min(telling, len(letters))
	if size < 6 { // it may stand anywhere
		return false
	}
	parts := map[string]bool{}
	for i := range len(letters) - size + 1 {
		parts[letters[i:i+size]] = true
	}
	for i := range max(0, len(in)-size+1) {
		if parts[in[i:i+size]] {
			return true
		}
	}
	return false
}

// unescaped takes the escapes of a TOML string for blanks.
var unescaped = strings.NewReplacer(`\\`, " ", `\n`, " ", `\r`, " ", `\t`, " ", `\"`, " ")

// lettersOf is a text without what wrapping, quoting and punctuating change.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
