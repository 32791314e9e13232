package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSourcesOfAFolder holds that an author's sources come with their files' bytes, in the order of their names, each clause
// knowing its source.
func TestSourcesOfAFolder(t *testing.T) {
	dir := filepath.Join("testdata", "small", "guidance")
	files, err := ReadSources(dir)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range files {
		ids = append(ids, f.Source.ID)
		if text, err := os.ReadFile(f.Path); err != nil || string(text) != string(f.Text) {
			t.Errorf("%s: %v", f.Path, err)
		}
		for _, c := range f.Source.Clauses {
			if c.Source != f.Source {
				t.Errorf("%s does not know its source", c.ID)
			}
		}
	}
	if got := strings.Join(ids, " "); got != "irish new old" {
		t.Errorf("the sources are %s", got)
	}
}

func TestSourcesThatCannotBeRead(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, "new.toml"), []byte("schema = 1\n[source]\nid = 7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for dir, says := range map[string]string{
		broken: "new.toml:3", t.TempDir(): "there are none in", filepath.Join(broken, "nowhere"): "cannot be opened",
	} {
		if files, err := ReadSources(dir); err == nil || !strings.Contains(err.Error(), says) || files != nil {
			t.Errorf("%s: %d sources, %v", dir, len(files), err)
		}
	}
}

// TestAPublishersShortNameIsShort: it stands in a line beside the document and the place in it.
func TestAPublishersShortNameIsShort(t *testing.T) {
	_, err := Load(small(t, [3]string{"guidance/new.toml", "publisher = \"", "short = \"The Council of all the regions\"\npublisher = \""}), nil)
	if err == nil || !strings.Contains(err.Error(), `new: short: has 30 characters: keep to 24, as in "GMC", or leave it out`) {
		t.Error(err)
	}
}
