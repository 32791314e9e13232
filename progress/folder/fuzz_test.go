package folder

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/progress/disk"
	"probity/progress/journal/file"
)

// FuzzReadHanded: a record that somebody handed over is read whole, or it is said why not, and in either case it stays as it was.
func FuzzReadHanded(f *testing.F) {
	for _, s := range []string{long(f, 2), long(f, 1)[:200], "", "schema = 2\n", "schema = 1\n[learner]\nrole=''\njurisdiction=''\n[[answer]]\nseq = 1\nat = 2026-11-22T09:30:00Z\n", "\x00\x00", "<<<<<<< a\n"} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, handed []byte) {
		fuzztest.Within(t, len(handed), 1)
		path := filepath.Join(t.TempDir(), "handed.toml")
		check(t, os.WriteFile(path, handed, disk.FileMode))
		h, err := ReadHanded(path)
		same(t, "the file", content(t, path), string(handed))
		if err == nil {
			h.Answers()
			return
		}
		var part *NotWholeError
		var corrupt *file.CorruptError
		switch {
		case errors.As(err, &part):
			same(t, "what is said", text.Line(part.Message()), part.Message())
		case errors.As(err, &corrupt):
			same(t, "what is said", text.Line(corrupt.Placed()), corrupt.Placed())
		default:
			t.Fatalf("it is said of no kind: %v", err)
		}
	})
}
