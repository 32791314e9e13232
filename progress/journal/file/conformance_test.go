package file

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/journaltest"
)

func TestConformance(t *testing.T) {
	journaltest.Test(t, func(t *testing.T) journaltest.Journal {
		o := Options{Path: filepath.Join(t.TempDir(), "data", fileName), Now: journaltest.Clock, LockWait: time.Minute}
		open := func(kinds journal.Kinds) journal.Store {
			o.Kinds = kinds
			return must(Open(o))(t)
		}
		check(t, open(kinds()).(*Store).Create(doctor))
		return journaltest.Journal{Open: open, Tear: func() {
			torn := content(t, o.Path) + "\n[[answer]]\nseq = 9\nsitting = \"2026"
			check(t, os.WriteFile(o.Path, []byte(torn), disk.FileMode))
		}}
	})
}
