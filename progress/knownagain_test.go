// A window that is open while another erases the record, begins anew, or puts a backup or another record in its place.

package progress

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sat is a sitting and its answer, as one window saves them.
func sat(id string) []Fact {
	a := answer(1)
	a.Sitting = id
	return []Fact{Sitting{ID: id, Kind: Practice, Drawn: []string{a.Scenario}}, a}
}

// otherWindow is another way to the same record, whose clock is a day ahead.
func otherWindow(t *testing.T, r *Folder) *Folder {
	t.Helper()
	other := must(Open(Options{Dir: r.dir, Now: at(noon.Add(24 * time.Hour))}))(t)
	must(other.History())(t)
	return other
}

func TestWhatWaitsGoesIntoNoOtherRecord(t *testing.T) {
	erase := func(t *testing.T, r *Folder) { must(r.Erase())(t) }
	anew := func(of Learner) func(*testing.T, *Folder) {
		return func(t *testing.T, r *Folder) {
			erase(t, r)
			check(t, r.Create(of))
			must(r.Append(t.Context(), Any, sat("anew")...))(t)
		}
	}
	imported := func(from func(*testing.T, *Folder) string) func(*testing.T, *Folder) {
		return func(t *testing.T, r *Folder) {
			must(r.Merge(from(t, r)))(t)
		}
	}
	for name, c := range map[string]struct {
		before []Fact // in the record when the window opens
		then   func(*testing.T, *Folder)
		want   error
	}{
		"nothing happened":                       {sat("first"), func(*testing.T, *Folder) {}, nil},
		"another window answered":                {sat("first"), func(t *testing.T, r *Folder) { must(r.Append(t.Context(), Any, sat("second")...))(t) }, nil},
		"another window answered, the first":     {nil, func(t *testing.T, r *Folder) { must(r.Append(t.Context(), Any, sat("second")...))(t) }, nil},
		"erased":                                 {sat("first"), erase, fs.ErrNotExist},
		"erased and begun anew":                  {sat("first"), anew(doctor), errAnother},
		"erased and begun anew, nothing in it":   {sat("first"), func(t *testing.T, r *Folder) { erase(t, r); check(t, r.Create(doctor)) }, errAnother},
		"erased and begun anew by somebody else": {nil, anew(Learner{Role: "student", Jurisdiction: "ie"}), errAnother},
		"an older record merged into it": {sat("first"), imported(func(t *testing.T, _ *Folder) string {
			older := must(Open(Options{Dir: filepath.Join(t.TempDir(), "older"), Now: at(noon.Add(-24 * time.Hour))}))(t)
			check(t, older.Create(doctor))
			must(older.Append(t.Context(), Any, sat("older")...))(t)
			return older.Path()
		}), nil},
		"erased, and another record imported": {sat("first"), func(t *testing.T, r *Folder) {
			erase(t, r)
			must(r.Merge(created(t, sat("other")...).Path()))(t)
		}, errAnother},
		"erased, and a copy of it imported": {sat("first"), func(t *testing.T, r *Folder) {
			kept := filepath.Join(t.TempDir(), "kept.toml")
			check(t, os.WriteFile(kept, []byte(content(t, r.Path())), 0o600))
			erase(t, r)
			must(r.Merge(kept))(t)
		}, nil},
		"a backup restored that has its beginning": {sat("first"), func(t *testing.T, r *Folder) {
			must(r.Append(t.Context(), Any, sat("second")...))(t)
			must(r.RestoreOver(must(r.Backups())(t)[0]))(t)
		}, nil},
		"a backup restored from before its first answer": {nil, func(t *testing.T, r *Folder) {
			must(r.Append(t.Context(), Any, sat("second")...))(t)
			must(r.RestoreOver(must(r.Backups())(t)[0]))(t)
		}, errAnother},
		"moved aside": {sat("first"), func(t *testing.T, r *Folder) {
			check(t, os.WriteFile(r.Path(), nil, 0o600))
			must(r.SetAside())(t)
		}, fs.ErrNotExist},
		"moved aside and begun anew": {sat("first"), func(t *testing.T, r *Folder) {
			check(t, os.WriteFile(r.Path(), nil, 0o600))
			must(r.SetAside())(t)
			check(t, r.Create(doctor))
			must(r.Append(t.Context(), Any, sat("anew")...))(t)
		}, errAnother},
		"a reflection forgotten that came first": {append([]Fact{Reflection{Scenario: "a", Text: "t", At: noon}}, sat("first")...), func(t *testing.T, r *Folder) {
			must(r.Forget(must(r.History())(t).Reflections()[0]))(t)
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			window := created(t, c.before...)
			must(window.History())(t)
			c.then(t, otherWindow(t, window))
			saved, err := window.Append(t.Context(), Any, sat("waiting")...)
			if !errors.Is(err, c.want) || (err == nil) != (len(saved) == 2) {
				t.Fatalf("%d facts saved, %v", len(saved), err)
			}
			err = window.WriteBeside(CertificateDraft, []byte("name = \"A\"\n"))
			if !errors.Is(err, c.want) || exists(filepath.Join(window.dir, CertificateDraft)) != (c.want == nil) {
				t.Errorf("the draft: %v", err)
			}
			if err != nil && !strings.Contains(err.(*NotSavedError).Message(), "start it again") {
				t.Errorf("what to do is not said: %v", err)
			}
			if text, _ := os.ReadFile(window.Path()); strings.Contains(string(text), "waiting") != (c.want == nil) {
				t.Errorf("the record is now:\n%s", text)
			}
		})
	}
}
