package folder

import (
	"os"
	"path/filepath"
	"testing"

	"probity/progress/disk"
)

// What people take for a record is named for what it is, with what to give instead; nothing is changed.
func TestImportingWhatIsNoRecord(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		says []string
	}{
		"record.json":       {"{\"$schema\":\"https://probity.invalid/export/1/schema.json\",\n\"facts\":[]}", []string{"export as JSON", "one way", "progress.toml"}},
		"statements.jsonl":  {`{"id":"x","actor":{},"verb":{}}` + "\n", []string{"xAPI", "one way"}},
		"answers.csv":       {"\ufeffscenario,revision,topic\r\n", []string{"export as CSV", "one way"}},
		"certificate.pdf":   {"%PDF-1.4\n", []string{"is a PDF", "certificate"}},
		"certificate.html":  {"<!DOCTYPE html><title>x</title>", []string{"web page", "certificate"}},
		"certificate.json":  {`{"certificate": {}}`, []string{"is JSON", "certificate"}},
		"all.zip":           {"PK\x03\x04\x00", []string{"archive", "Unpack"}},
		"20261122.toml":     {"schema = 1\n\n[session]\nid = \"20261122\"\n", []string{"induction session", "attend"}},
		"empty.toml":        {"", []string{"the file is empty"}},
		"gmc-document.toml": {"schema = 1\nsource = \"gmc\"\n", []string{"does not read as a record"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := created(t, answers(2)...)
			before := content(t, r.Path())
			path := filepath.Join(t.TempDir(), name)
			check(t, os.WriteFile(path, []byte(c.text), disk.FileMode))
			_, err := r.PreviewMerge(path)
			says(t, err, append(c.says, name)...)
			_, err = r.Merge(path)
			says(t, err, c.says...)
			same(t, "the record", content(t, r.Path()), before)
		})
	}
	r := created(t)
	_, err := r.PreviewMerge(r.dir)
	says(t, err, "is a folder", "progress.toml in it")
}
