// The rows: each way in which a learner's files are changed.

package folder

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

const (
	ofOurs   = "I will phone the practice before I answer anything there"
	reworded = "I will phone the practice manager first, every single time"
)

// secretive is a record with a reflection that was edited, in backups, drafts and what was set aside too.
func secretive(t testing.TB, w world) {
	r := must(w.open())(t)
	r.now = at(noon)
	check(t, r.Create(doctor))
	must(r.Append(t.Context(), journal.Any, answers(2)...))(t)
	must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: ofOurs}))(t)
	check(t, r.WriteBeside(CertificateDraft, []byte("reflection = \""+ofOurs+"\"\n")))
	must(r.BackUpNow())(t)
	must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: reworded, Replaces: 3}))(t)
	must(r.BackUpNow())(t)
	torn := tables.AppendText([]byte("[[reflection]]\nseq = 9\nscenario = \"a\"\ntext = "), ofOurs)
	check(t, os.WriteFile(w.path("data", "progress.torn-20261122-120000.toml"), torn[:len(torn)-9], disk.FileMode))
	must(PutElsewhere([]string{w.path("elsewhere")}, doctor, "", []progress.Fact{progress.Reflection{Scenario: "a", Text: ofOurs, At: noon}}, noon))(t)
}

// recordOf is a record with some answers, and without a backup of the day.
func recordOf(n int) func(testing.TB, world) {
	return func(t testing.TB, w world) {
		r := must(w.open())(t)
		r.now = at(noon)
		check(t, r.Create(doctor))
		must(r.Append(t.Context(), journal.Any, answers(n)...))(t)
		writeOther(t, w)
	}
}

// writeOther makes a record from elsewhere, of which the learner's may have the beginning.
func writeOther(t testing.TB, w world) {
	check(t, os.WriteFile(w.path("other.toml"), []byte(long(t, 5)), disk.FileMode))
}

// doing is a save on a folder that is opened once.
func doing(do func(r *Folder) error) func(world) func() error {
	return func(w world) func() error {
		var r *Folder
		return func() (err error) {
			if r == nil {
				if r, err = w.open(); err != nil {
					r = nil
					return err
				}
			}
			return do(r)
		}
	}
}

// appending is a save of facts.
func appending(facts ...progress.Fact) func(world) func() error {
	return doing(func(r *Folder) error {
		_, err := r.Append(context.Background(), journal.Any, facts...)
		return err
	})
}

// longReflection is one that takes more than a page of the disk.
func longReflection(about string) progress.Reflection {
	return progress.Reflection{Scenario: about, Text: strings.Repeat("Ask first. ", 800)}
}

// reflectionIn is the latest reflection of a record.
func reflectionIn(r *Folder) (progress.Reflection, error) {
	h, err := r.History()
	if err != nil || len(h.Reflections()) == 0 {
		return progress.Reflection{Scenario: "a", At: noon, Text: ofOurs}, err
	}
	return h.Reflections()[len(h.Reflections())-1], nil
}

// forgetting forgets the latest reflection. What may hold it still is said too.
func forgetting(r *Folder, forget func(progress.Reflection) (Leftovers, error)) error {
	one, err := reflectionIn(r)
	if err != nil {
		return err
	}
	left, err := forget(one)
	if err == nil && len(left.Doubtful) > 0 {
		err = leftError{left}
	}
	return err
}

// leftError is what was left when something was erased.
type leftError struct{ Leftovers }

func (e leftError) Error() string { return e.Message() }

// savePaths are all of them.
func savePaths() []savePath {
	return slices.Concat(factPaths(), sessionPaths(), wholePaths(), erasePaths(), besidePaths())
}

// factPaths are those that add facts to the record.
func factPaths() []savePath {
	several := []progress.Fact{
		progress.Sitting{ID: "20261123-120000-abcd", Kind: progress.Practice}, answer(7), progress.Reflection{Scenario: "b", Text: strings.Repeat("Ask first. ", 40)},
		progress.Bookmark{Scenario: "b", On: 1}, answer(8),
	}
	return []savePath{
		{name: "the first answer", begin: func(testing.TB, world) {}, save: doing(func(r *Folder) error {
			if _, there := r.Learner(); !there {
				if err := r.Create(doctor); err != nil && !errors.Is(err, fs.ErrExist) { // which there is where it could not be taken back
					return err
				}
			}
			_, err := r.Append(context.Background(), journal.Any, answer(0))
			return err
		})},
		{name: "an answer", begin: recordOf(3), save: appending(answer(7))},
		{name: "several facts", begin: recordOf(3), save: appending(several...)},
		{name: "several long facts", begin: recordOf(3), save: appending(longReflection("b"), answer(7), longReflection("c"), answer(8))},
		{name: "a long fact", begin: recordOf(0), save: appending(longReflection("b"))},
		{name: "a setting", begin: recordOf(3), save: appending(progress.Setting{Name: "role", Value: "student"})},
		{name: "an answer after a torn one", begin: func(t testing.TB, w world) {
			recordOf(3)(t, w)
			check(t, os.WriteFile(w.path("data", fileName), []byte(long(t, 3)+"\n[[answer]]\nseq = 4\n"), disk.FileMode))
		}, save: appending(answer(7))},
	}
}

// sessionPaths are those of sessions that somebody leads.
func sessionPaths() []savePath {
	return []savePath{
		{name: "a session begins", begin: func(testing.TB, world) {}, save: func(w world) func() error {
			s := newSession(w.options(), "s")
			return func() error {
				return errors.Join(s.Append(context.Background(), journal.Any, everyFact()[0]), s.Close())
			}
		}},
		{name: "a session goes on", begin: func(t testing.TB, w world) {
			s := newSession(w.options(), "s")
			check(t, s.Append(t.Context(), journal.Any, everyFact()[:3]...))
			check(t, s.Close())
		}, save: func(w world) func() error {
			var s *session
			return func() (err error) {
				if s == nil {
					if s, _, err = openSession(w.options(), "s"); err != nil {
						s = nil
						return err
					}
				}
				return errors.Join(s.Append(context.Background(), 3, everyFact()[3:6]...), s.Close())
			}
		}},
	}
}

// wholePaths are those that copy or replace the record.
func wholePaths() []savePath {
	restorable := func(t testing.TB, w world) {
		recordOf(3)(t, w)
		r := must(w.open())(t)
		r.now = at(noon)
		must(r.BackUpNow())(t)
		must(r.Append(t.Context(), journal.Any, answer(9)))(t)
	}
	newest := func(r *Folder) (Backup, error) {
		all, err := r.Backups()
		if err != nil || len(all) == 0 {
			return Backup{}, errors.Join(err, fs.ErrNotExist)
		}
		return all[0], nil
	}
	merging := doing(func(r *Folder) error { _, err := r.Merge(filepath.Join(filepath.Dir(r.dir), "other.toml")); return err })
	return []savePath{
		{name: "a backup", begin: recordOf(3), save: doing(func(r *Folder) error { _, err := r.BackUpNow(); return err })},
		{name: "a restore", begin: func(t testing.TB, w world) {
			restorable(t, w)
			check(t, os.Remove(w.path("data", fileName)))
		}, save: doing(func(r *Folder) error {
			b, err := newest(r)
			if err != nil {
				return err
			}
			return r.Restore(b)
		})},
		{name: "a restore over a record", begin: restorable, save: doing(func(r *Folder) error {
			b, err := newest(r)
			if err != nil {
				return err
			}
			_, err = r.RestoreOver(b)
			return err
		})},
		{name: "setting aside", raw: true, begin: func(t testing.TB, w world) {
			restorable(t, w)
			check(t, os.WriteFile(w.path("data", fileName), []byte(strings.Replace(long(t, 3), "seq = 2", "seq = ?", 1)), disk.FileMode))
		}, save: func(w world) func() error {
			return func() error {
				r, err := w.open()
				if err != nil && !isCorrupt(err) {
					return err
				}
				_, err = r.SetAside()
				return err
			}
		}},
		{name: "a merge", begin: recordOf(2), save: merging, again: true},
		{name: "a merge without a record", begin: writeOther, save: merging, again: true},
		{name: "an older schema", raw: true, begin: func(t testing.TB, w world) {
			recordOf(3)(t, w)
			check(t, os.WriteFile(w.path("data", fileName), []byte(strings.Replace(long(t, 3), "schema = 1", "schema = 0", 1)), disk.FileMode))
		}, save: func(w world) func() error { return func() error { _, err := w.open(); return err } }},
	}
}

// erasePaths are those after which something is gone for good.
func erasePaths() []savePath {
	return []savePath{
		{name: "forgetting a reflection", last: true, begin: secretive, again: true, secret: "phone the practice", save: doing(func(r *Folder) error {
			return forgetting(r, r.ForgetReflection)
		})},
		{name: "forgetting an earlier wording", last: true, begin: secretive, again: true, secret: "phone the practice before", save: doing(func(r *Folder) error {
			return forgetting(r, r.ForgetWording)
		})},
		{name: "clearing what was set aside", begin: secretive, again: true, save: doing(func(r *Folder) error {
			all, err := r.Aside()
			if err != nil {
				return err
			}
			return r.ClearAside(all...)
		})},
		{name: "erasing everything", begin: func(t testing.TB, w world) {
			secretive(t, w)
			check(t, os.RemoveAll(w.path("elsewhere")))
			check(t, os.Mkdir(w.path("elsewhere"), disk.FolderMode))
		}, again: true, secret: "friend-request", save: doing(func(r *Folder) error { _, err := r.EraseAll(); return err })},
	}
}

// besidePaths are those of the files beside the record.
func besidePaths() []savePath {
	return []savePath{
		{name: "a draft", begin: recordOf(1), save: doing(func(r *Folder) error { return r.WriteBeside(CertificateDraft, []byte("name = \"A\"\n")) })},
		{name: "a draft anew", begin: secretive, save: doing(func(r *Folder) error { return r.WriteBeside(CertificateDraft, []byte("name = \"A\"\n")) })},
		{name: "a draft is removed", begin: secretive, save: doing(func(r *Folder) error { return r.RemoveBeside(CertificateDraft) })},
		{name: "a signing key", begin: recordOf(1), save: doing(func(r *Folder) error { _, err := r.MakeBeside(SigningKey, []byte("a key")); return err })},
		{name: "what could not be saved", other: true, begin: recordOf(1), save: func(w world) func() error {
			return func() error {
				_, err := putElsewhere(w.disk, []string{w.path("elsewhere")}, doctor, w.path("data", fileName), answers(2), noon)
				return err
			}
		}},
	}
}

// fromZero brings a record of a schema before the first, which there never was, up to it.
func fromZero(text []byte) ([]byte, error) {
	return bytes.Replace(text, []byte("schema = 0"), []byte("schema = 1"), 1), nil
}
