package tutor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAFolderIsFoundedWholeOrNotAtAll, where there was none or nothing in it.
func TestAFolderIsFoundedWholeOrNotAtAll(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string][]byte{"pack.toml": []byte("a"), "below/deep/x.toml": []byte("b")}
	if err := (Door{}).Found("new/house", files, "pack.toml"); err != nil {
		t.Fatal(err)
	}
	if err := (Door{}).Found("closed/", files, "pack.toml"); err != nil {
		t.Errorf("a folder that is named with a stroke at its end: %v", err)
	}
	if got, err := os.ReadFile("new/house/below/deep/x.toml"); err != nil || string(got) != "b" {
		t.Errorf("%q, %v", got, err)
	}
	if err := (Door{}).Found("new/house", files, "pack.toml"); err == nil || !strings.Contains(err.Error(), "below") {
		t.Errorf("a folder that is full is founded again: %v", err)
	}
	if err := (Door{}).Found("new/house/pack.toml", files, "pack.toml"); err == nil || !strings.Contains(err.Error(), "is a file") {
		t.Errorf("a file became a folder: %v", err)
	}
	if err := os.Mkdir("empty", 0o700); err != nil {
		t.Fatal(err)
	}
	broken := map[string][]byte{"a": nil, "b/c": nil, "a/d": nil, "pack.toml": nil} // a cannot be a file and a folder
	for _, dir := range []string{"empty", filepath.Join("one", "two")} {
		if err := (Door{}).Found(dir, broken, "pack.toml"); err == nil {
			t.Errorf("%s is founded, with a file in a file", dir)
		}
	}
	if left, err := os.ReadDir("empty"); err != nil || len(left) > 0 {
		t.Errorf("what failed left %v, %v", left, err)
	}
	if _, err := os.Stat("one"); err == nil {
		t.Error("what failed left a folder")
	}
}
