package folder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/journal/tables"
)

// TestAFileThatIsNoSessionIsSaidToBeNone, with what it is and what to do, and without what files are made of.
func TestAFileThatIsNoSessionIsSaidToBeNone(t *testing.T) {
	record := string(tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: progress.Learner{Role: "doctor", Jurisdiction: "uk"}}))
	dir := t.TempDir()
	for _, c := range []struct{ name, text, says, next string }{
		{"nothing", "", "the file is empty.", "ask whoever led it"},
		{"a-record", record, "is a learner's record, and no session.", "probity induction file wrote"},
		{"newer", strings.Replace(record, "schema = 1", "schema = 99", 1), "was written by a newer Probity", "Update Probity"},
		{"a-letter", "Dear all,\nsee you on Monday", "is no session of Probity's.", "probity induction file wrote"},
		{"a-plan", "schema = 1\ntitle = \"Monday\"\nminutes = 45\n", "is no session of Probity's.", "probity induction file wrote"},
		{"utf16", "\xff\xfea\x00", "is not UTF-8 text", "ask whoever led it"},
		{"begun", string(tables.EncodeHead(tables.Head{Schema: tables.Schema, Session: "s1"})), "has nothing in it yet", "never begun"},
	} {
		path := filepath.Join(dir, c.name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, read := ReadSessionFile(path)
		_, came := ReadSessionFileText(c.name, []byte(c.text))
		for _, err := range []error{read, came} {
			if err == nil || !strings.HasPrefix(err.Error(), c.name+" ") || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.next) || strings.Contains(err.Error(), "expected") {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}
	for path, says := range map[string]string{dir: "is a folder", filepath.Join(dir, "none"): "reading the session: "} {
		if _, err := ReadSessionFile(path); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "nothing was kept there") {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := ReadSessionFileText("-", nil); err == nil || !strings.HasPrefix(err.Error(), "what came in ") {
		t.Errorf("of what came in: %v", err)
	}
}
