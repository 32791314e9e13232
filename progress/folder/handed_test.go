package folder

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"probity/progress/journal/file"
)

// A record that was handed over is read where it lies and stays as it is, its mode too.
func TestHandedRecordsAreReadAndLeftAlone(t *testing.T) {
	text, err := os.ReadFile("../journal/file/testdata/contract.toml")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ text, says string }{
		"whole":   {string(text), ""},
		"torn":    {string(text[:len(text)-8]), "breaks off"},
		"newer":   {strings.Replace(string(text), "schema = 1", "schema = 2", 1), "record version 2"},
		"corrupt": {strings.Replace(string(text), "seq = 1\n", "\x00\n", 1), ""},
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		h, err := ReadHanded(path)
		var wrong *NotWholeError
		var corrupt *file.CorruptError
		switch {
		case name == "corrupt" && !errors.As(err, &corrupt):
			t.Errorf("%s: %v", name, err)
		case c.says != "" && (!errors.As(err, &wrong) || !strings.Contains(wrong.Message(), c.says)):
			t.Errorf("%s: %v, want %q", name, err, c.says)
		case name == "whole" && (err != nil || len(h.Answers()) == 0):
			t.Errorf("%s: %v", name, err)
		}
		after, _ := os.ReadFile(path)
		info, err := os.Stat(path)
		if err != nil || string(after) != c.text || info.Mode().Perm() != 0o644 && runtime.GOOS != "windows" {
			t.Errorf("%s was changed", name)
		}
	}
}
