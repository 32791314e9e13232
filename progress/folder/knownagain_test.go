// A window that is open while another erases the record, begins anew, or puts a backup or another record in its place.

package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
)

// sat is a sitting and its answer, as one window saves them.
func sat(id string) []progress.Fact {
	a := answer(1)
	a.Sitting = id
	return []progress.Fact{progress.Sitting{ID: id, Kind: progress.Practice, Drawn: []string{a.Scenario}}, a}
}

// otherWindow is another way to the same record, whose clock is a day ahead.
func otherWindow(t *testing.T, r *Folder) *Folder {
	t.Helper()
	o := options(r.dir)
	o.Now = at(noon.Add(24 * time.Hour))
	other := must(Open(o))(t)
	must(other.History())(t)
	return other
}

func TestWhatWaitsGoesIntoNoOtherRecord(t *testing.T) {
	erase := func(t *testing.T, r *Folder) { must(r.EraseAll())(t) }
	anew := func(of progress.Learner) func(*testing.T, *Folder) {
		return func(t *testing.T, r *Folder) {
			erase(t, r)
			check(t, r.Create(of))
			must(r.Append(t.Context(), journal.Any, sat("anew")...))(t)
		}
	}
	imported := func(from func(*testing.T, *Folder) string) func(*testing.T, *Folder) {
		return func(t *testing.T, r *Folder) {
			must(r.Merge(from(t, r)))(t)
		}
	}
	for name, c := range map[string]struct {
		before []progress.Fact // in the record when the window opens
		then   func(*testing.T, *Folder)
		want   error
	}{
		"nothing happened":                       {sat("first"), func(*testing.T, *Folder) {}, nil},
		"another window answered":                {sat("first"), func(t *testing.T, r *Folder) { must(r.Append(t.Context(), journal.Any, sat("second")...))(t) }, nil},
		"another window answered, the first":     {nil, func(t *testing.T, r *Folder) { must(r.Append(t.Context(), journal.Any, sat("second")...))(t) }, nil},
		"erased":                                 {sat("first"), erase, fs.ErrNotExist},
		"erased and begun anew":                  {sat("first"), anew(doctor), file.ErrAnother},
		"erased and begun anew, nothing in it":   {sat("first"), func(t *testing.T, r *Folder) { erase(t, r); check(t, r.Create(doctor)) }, file.ErrAnother},
		"erased and begun anew by somebody else": {nil, anew(progress.Learner{Role: "student", Jurisdiction: "ie"}), file.ErrAnother},
		"an older record merged into it": {sat("first"), imported(func(t *testing.T, _ *Folder) string {
			o := options(filepath.Join(t.TempDir(), "older"))
			o.Now = at(noon.Add(-24 * time.Hour))
			older := must(Open(o))(t)
			check(t, older.Create(doctor))
			must(older.Append(t.Context(), journal.Any, sat("older")...))(t)
			return older.Path()
		}), nil},
		"erased, and another record imported": {sat("first"), func(t *testing.T, r *Folder) {
			erase(t, r)
			must(r.Merge(created(t, sat("other")...).Path()))(t)
		}, file.ErrAnother},
		"erased, and a copy of it imported": {sat("first"), func(t *testing.T, r *Folder) {
			kept := filepath.Join(t.TempDir(), "kept.toml")
			check(t, os.WriteFile(kept, []byte(content(t, r.Path())), 0o600))
			erase(t, r)
			must(r.Merge(kept))(t)
		}, nil},
		"a backup restored that has its beginning": {sat("first"), func(t *testing.T, r *Folder) {
			must(r.Append(t.Context(), journal.Any, sat("second")...))(t)
			must(r.RestoreOver(must(r.Backups())(t)[0]))(t)
		}, nil},
		"a backup restored from before its first answer": {nil, func(t *testing.T, r *Folder) {
			must(r.Append(t.Context(), journal.Any, sat("second")...))(t)
			must(r.RestoreOver(must(r.Backups())(t)[0]))(t)
		}, file.ErrAnother},
		"moved aside": {sat("first"), func(t *testing.T, r *Folder) {
			check(t, os.WriteFile(r.Path(), nil, 0o600))
			must(r.SetAside())(t)
		}, fs.ErrNotExist},
		"moved aside and begun anew": {sat("first"), func(t *testing.T, r *Folder) {
			check(t, os.WriteFile(r.Path(), nil, 0o600))
			must(r.SetAside())(t)
			check(t, r.Create(doctor))
			must(r.Append(t.Context(), journal.Any, sat("anew")...))(t)
		}, file.ErrAnother},
		"a reflection forgotten that came first": {append([]progress.Fact{progress.Reflection{Scenario: "a", Text: "t", At: noon}}, sat("first")...), func(t *testing.T, r *Folder) {
			must(r.ForgetReflection(must(r.History())(t).Reflections()[0]))(t)
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			window := created(t, c.before...)
			must(window.History())(t)
			c.then(t, otherWindow(t, window))
			saved, err := window.Append(t.Context(), journal.Any, sat("waiting")...)
			if !errors.Is(err, c.want) || (err == nil) != (len(saved) == 2) {
				t.Fatalf("%d facts saved, %v", len(saved), err)
			}
			err = window.WriteBeside(CertificateDraft, []byte("name = \"A\"\n"))
			if !errors.Is(err, c.want) || disk.Exists(filepath.Join(window.dir, CertificateDraft)) != (c.want == nil) {
				t.Errorf("the draft: %v", err)
			}
			if err != nil && !strings.Contains(err.(*file.NotSavedError).Message(), "start it again") {
				t.Errorf("what to do is not said: %v", err)
			}
			if text, _ := os.ReadFile(window.Path()); strings.Contains(string(text), "waiting") != (c.want == nil) {
				t.Errorf("the record is now:\n%s", text)
			}
		})
	}
}
