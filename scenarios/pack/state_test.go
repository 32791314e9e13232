package pack

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestStateDir: another state is one that checking could find something else in, however it was saved.
func TestStateDir(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "scenarios", "x.toml")
	write := func(path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(file, `key = ["a"]`)
	first := StateDir(dir)
	if len(first) != 1 || first["scenarios/x.toml"] == "" {
		t.Fatalf("the state is %v", first)
	}
	then := time.Now().Add(-time.Hour)
	for _, c := range []struct {
		what    string
		do      func() error
		changed bool
	}{
		{"a file that is saved as it was", func() error { return os.Chtimes(file, then, then) }, false},
		{"what an editor leaves", func() error { write(filepath.Join(dir, ".x.toml.swp"), "x"); return nil }, false},
		{"a file that is not read", func() error { write(filepath.Join(dir, "notes.txt"), "x"); return nil }, false},
		{"another key of one length, at the same time", func() error { write(file, `key = ["b"]`); return os.Chtimes(file, then, then) }, true},
		{"saved by a rename", func() error {
			write(file+"~", `key = ["c"]`)
			return os.Rename(file+"~", file)
		}, true},
		{"a file more", func() error { write(filepath.Join(dir, "pack.toml"), "x"); return nil }, true},
	} {
		before := StateDir(dir)
		if err := c.do(); err != nil {
			t.Fatal(err)
		}
		if changed := !maps.Equal(before, StateDir(dir)); changed != c.changed {
			t.Errorf("%s: changed is %v", c.what, changed)
		}
	}
	if gone := StateDir(filepath.Join(dir, "nowhere")); len(gone) > 0 {
		t.Errorf("a folder that is not there has %v", gone)
	}
}
