package pack

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"probity/guidance/text/texttest"
)

// TestEveryTextOfAPackIsInTheSample: hostile text is tried in every text of that pack. So a field that is new has to be in it.
func TestEveryTextOfAPackIsInTheSample(t *testing.T) {
	files := map[string]map[string]bool{}
	for _, sample := range []string{families, "../scenariostest/outside"} { // as scenariostest.Outside puts them together
		err := fs.WalkDir(os.DirFS(sample), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			file, err := os.ReadFile(filepath.Join(sample, name))
			kind := sortOf(name)
			if files[kind] == nil {
				files[kind] = map[string]bool{}
			}
			_, places := texttest.FillTOML(file, texttest.Plain())
			for _, place := range places {
				files[kind][place] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for kind, of := range map[string]reflect.Type{
		ManifestName: reflect.TypeFor[manifestFile](), "topics.toml": reflect.TypeFor[topicsFile](), "principles.toml": reflect.TypeFor[principlesFile](), "gone.toml": reflect.TypeFor[goneFile](),
		"differences.toml": reflect.TypeFor[differencesFile](), "a source": reflect.TypeFor[sourceFile](), "a situation": reflect.TypeFor[situationFile](),
	} {
		for _, place := range texttest.Keys(of) {
			if !files[kind][place] {
				t.Errorf("the sample has no %s in %s", place, kind)
			}
		}
	}
}

// sortOf is which file of a pack a name is.
func sortOf(name string) string {
	switch dir, base := filepath.Split(name); {
	case slices.Contains([]string{ManifestName, "topics.toml", "principles.toml", "gone.toml", "differences.toml"}, base):
		return base
	case dir == "guidance/":
		return "a source"
	}
	return "a situation"
}
