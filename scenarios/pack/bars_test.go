// The [bars] table: what it says, and what an author is told of it.
package pack

import (
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	scenariolibrary "probity/scenarios/library"
)

func TestAPackMaySetItsOwnBars(t *testing.T) {
	text := manifestText(t)
	p, err := Load(small(t, [3]string{manifest, "", text + "\n[bars]\nceiling_most = 50\nsame_key_least = 0.5\n"}), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := standardBars()
	want.CeilingMost, want.SameKeyLeast = 50, 0.5
	if p.Bars != want {
		t.Errorf("the bars are %+v, want %+v", p.Bars, want)
	}
	other, err := Load(fstest.MapFS{
		manifest:                              {Data: []byte("schema = 1\nid = \"other\"\ntitle = \"Another pack\"\nversion = \"1\"\njurisdictions = [\"uk\"]\n")},
		"scenarios/boundaries/late-post.toml": {Data: []byte(situationText("late-post", "apart", "new/2"))},
	}, p)
	if err != nil || other.Bars != standardBars() {
		t.Errorf("a pack that is merged in has the bars of its base: %+v, %v", other.Bars, err)
	}
}

func TestMistakesOfBars(t *testing.T) {
	for name, c := range map[string]struct{ line, want string }{
		"a bar that there is not": {"ceiling_highest = 50", "pack.toml:28: bars.ceiling_highest: is not a field that Probity knows"},
		"a word":                  {`words_most = "many"`, "pack.toml:28: bars.words_most: has a value of the wrong kind"},
		"a list":                  {"words_most = [85]", "pack.toml:28: bars.words_most: has a value of the wrong kind"},
		"no number":               {"words_most = nan", "pack.toml:28: bars.words_most: is NaN: give a number from 0 to 1000"},
		"without end":             {"words_most = inf", "pack.toml:28: bars.words_most: is +Inf: give a number"},
		"most below least":        {"ceiling_least = 50\nceiling_most = 40", "pack.toml:29: bars.ceiling_most: is 40, and ceiling_least is 50: set both"},
		"least over the standard": {"length_least = 160", "pack.toml:28: bars.length_least: is 160, and length_most is 150: set both"},
		"below nothing":           {"words_most = -1", "pack.toml:28: bars.words_most: is -1: give a number"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.TrimRight(manifestText(t), "\n") + "\n\n[bars]\n" + c.line + "\n"
			_, err := Load(small(t, [3]string{manifest, "", text}), nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the author is told:\n%v\nwithout:\n%s", err, c.want)
			}
		})
	}
}

// TestBarsHaveOneName in a pack and in the report for machines.
func TestBarsHaveOneName(t *testing.T) {
	of := reflect.TypeFor[Bars]()
	for i := range of.NumField() {
		if f := of.Field(i); f.Tag.Get("toml") == "" || f.Tag.Get("toml") != f.Tag.Get("json") {
			t.Errorf("%s is %q in a pack and %q in the report", f.Name, f.Tag.Get("toml"), f.Tag.Get("json"))
		}
	}
}

// TestTheBuiltInLibrarySetsNoBars: it is held to those that everybody is held to.
func TestTheBuiltInLibrarySetsNoBars(t *testing.T) {
	text, err := fs.ReadFile(scenariolibrary.FS, ManifestName)
	if err != nil || strings.Contains(string(text), "bars") {
		t.Errorf("its manifest speaks of bars, or cannot be read: %v", err)
	}
}

// TestEveryBarIsDocumented with what it is as a rule.
func TestEveryBarIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	v := reflect.ValueOf(standardBars())
	for i := range v.NumField() {
		if row := fmt.Sprintf("| `%s` | %v |", tomlName(v.Type().Field(i)), v.Field(i)); !strings.Contains(string(text), row) {
			t.Errorf("docs/formats.md lacks %s", row)
		}
	}
}
