// Row 7 of docs/faults.md: an older schema is backed up, migrated, verified, saved. There is no older one yet, so the test
// has one: schema 0, which called its answers replies.

package file

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress/disk"
	"probity/progress/journal"
)

func fromZero(text []byte) ([]byte, error) {
	return []byte(strings.NewReplacer("schema = 0", "schema = 1", "[[reply]]", "[[answer]]").Replace(string(text))), nil
}

func ofSchemaZero(t *testing.T) (o Options, text string) {
	text = strings.NewReplacer("schema = 1", "schema = 0", "[[answer]]", "[[reply]]").Replace(long(t, 5))
	return written(t, text), text
}

func TestFault07OlderSchema(t *testing.T) {
	o, text := ofSchemaZero(t)
	o.Migrations = map[int64]Migration{0: fromZero}
	r := must(Open(o))(t)
	same(t, "answers", seqs(t, r), []int64{1, 2, 3, 4, 5})
	notices := r.Notices()
	if len(notices) != 1 || !strings.Contains(notices[0], "from version 0 to version 1") {
		t.Errorf("said %q", notices)
	}
	kept := must(filepath.Glob(filepath.Join(filepath.Dir(o.Path), "progress.schema-0-*.toml")))(t)
	same(t, "kept", len(kept), 1)
	same(t, "what was kept", content(t, kept[0]), text)
	must(r.Append(t.Context(), journal.Any, answer(9)))(t)
	again := must(Open(o))(t)
	same(t, "answers", seqs(t, again), []int64{1, 2, 3, 4, 5, 6})
	same(t, "said again", len(again.Notices()), 0)
}

func TestFault07AMigrationThatFailsChangesNothing(t *testing.T) {
	stuck := errors.New("stuck")
	for name, c := range map[string]struct {
		step    Migration
		harm    func(*disk.Steps)
		because error
	}{
		"a step fails":     {step: func([]byte) ([]byte, error) { return nil, stuck }, because: stuck},
		"entries are lost": {step: func([]byte) ([]byte, error) { return []byte(long(t, 2)), nil }, because: errFewer},
		"it reads no more": {step: func(text []byte) ([]byte, error) {
			return append(text, "\n[[answer]]\nseq = 1\n\n[[answer]]\nseq = 2\n"...), nil
		}},
		"the disk is full":   {step: fromZero, harm: func(d *disk.Steps) { d.Write = func(*os.File, []byte) (int, error) { return 0, stuck } }, because: stuck},
		"it can't be put":    {step: fromZero, harm: func(d *disk.Steps) { d.Rename = func(string, string) error { return stuck } }, because: stuck},
		"it can't be synced": {step: fromZero, harm: func(d *disk.Steps) { d.Sync = func(*os.File) error { return stuck } }, because: stuck},
	} {
		o, text := ofSchemaZero(t)
		o.Disk, o.Migrations = disk.Real(), map[int64]Migration{0: c.step}
		if c.harm != nil {
			c.harm(o.Disk)
		}
		_, err := Open(o)
		if err == nil || c.because != nil && !errors.Is(err, c.because) {
			t.Errorf("%s: %v", name, err)
		}
		same(t, name, content(t, o.Path), text)
		if left := must(filepath.Glob(filepath.Join(filepath.Dir(o.Path), "progress.new")))(t); len(left) > 0 {
			t.Errorf("%s: left %v behind", name, left)
		}
	}
}

func TestWhatNothingLeadsOnFromIsLeftAlone(t *testing.T) {
	o, text := ofSchemaZero(t)
	_, err := Open(o)
	if !isCorrupt(err) {
		t.Errorf("got %v", err)
	}
	same(t, "the record", content(t, o.Path), text)
}
