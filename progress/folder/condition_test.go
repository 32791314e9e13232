package folder

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"probity/progress/disk"
	"probity/progress/journal/file"
)

// inside are the files of a folder, to see that nothing was added.
func inside(t *testing.T, dir string) (all []string) {
	t.Helper()
	for _, e := range must(os.ReadDir(dir))(t) {
		all = append(all, e.Name())
	}
	return all
}

func TestExamineSaysHowARecordIs(t *testing.T) {
	r := created(t, answer(1), answer(2))
	before := inside(t, r.dir)
	c := Examine(options(r.dir))
	if c.Record != nil || c.Entries != 2 || c.Schema != 1 || c.Torn || c.Newer || c.Lock != LockWorks || c.Trial != nil || c.Why != nil || !c.There || !c.Private {
		t.Errorf("it is %+v", c)
	}
	if after := inside(t, r.dir); len(after) != len(before) {
		t.Errorf("the folder has %v, and had %v", after, before)
	}
}

func TestExamineMakesNoFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	c := Examine(options(dir))
	if !c.Absent() || c.There || c.Lock != LockUntried || c.Why != nil {
		t.Errorf("it is %+v", c)
	}
	if disk.Exists(filepath.Dir(dir)) {
		t.Error("a folder was made")
	}
}

// TestExamineChangesNoRecord: what the tutor would mend when it opens the record stays as it is.
func TestExamineChangesNoRecord(t *testing.T) {
	r := created(t, answer(1))
	whole := must(os.ReadFile(r.file))(t)
	for name, c := range map[string]struct {
		text string
		says func(Condition) bool
	}{
		"empty":   {"", func(c Condition) bool { return errors.As(c.Record, new(*file.CorruptError)) }},
		"torn":    {string(whole) + "\n[[answer]]\nseq = 2\nat", func(c Condition) bool { return c.Record == nil && c.Torn && c.Entries == 1 }},
		"newer":   {"schema = 9\n", func(c Condition) bool { return c.Record == nil && c.Newer && c.Schema == 9 }},
		"damaged": {"schema = 1\n<<<<<<< here\n" + string(whole), func(c Condition) bool { return errors.As(c.Record, new(*file.CorruptError)) }},
	} {
		t.Run(name, func(t *testing.T) {
			o := written(t, c.text)
			if got := Examine(o); !c.says(got) {
				t.Errorf("it is %+v", got)
			}
			if text := must(os.ReadFile(filepath.Join(o.Dir, fileName)))(t); string(text) != c.text {
				t.Errorf("it was made %q", text)
			}
		})
	}
}

func TestExamineSaysWhatIsInTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "file")
	check(t, os.WriteFile(dir, nil, disk.FileMode))
	if c := Examine(options(dir)); c.Why == nil || c.Blocked != dir || c.There {
		t.Errorf("a file in its place: %+v", c)
	}

	r := created(t, answer(1))
	lock := flock.New(filepath.Join(r.dir, file.LockName))
	must(lock.TryLock())(t)
	defer lock.Close()
	o := options(r.dir)
	o.LockWait = time.Nanosecond
	if c := Examine(o); c.Lock != LockTaken || c.Record != nil {
		t.Errorf("a lock that another has: %+v", c)
	}
}

func TestExamineKnowsFoldersOfSyncPrograms(t *testing.T) {
	home := t.TempDir()
	plain := filepath.Join(home, "synced", "probity")
	if got := syncedBy(plain); got != "" {
		t.Errorf("%s is said to be %s's", plain, got)
	}
	check(t, os.MkdirAll(filepath.Join(home, "synced", ".stfolder"), disk.FolderMode))
	for path, want := range map[string]string{
		plain: "Syncthing", filepath.Join(home, "OneDrive - Trust", "x"): "OneDrive", filepath.Join(home, "Dropbox (Old)"): "Dropbox",
		filepath.Join(home, "Library", "Mobile Documents", "p"): "iCloud",
	} {
		if got := syncedBy(path); got != want {
			t.Errorf("%s is %q's, not %q's", path, got, want)
		}
	}
}
