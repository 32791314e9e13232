package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// TestWhatSystemsAndEditorsLeaveIsNoContent: such files may hold anything, and stand anywhere.
func TestWhatSystemsAndEditorsLeaveIsNoContent(t *testing.T) {
	for _, name := range []string{
		"._late-post.toml", ".#late-post.toml", "#late-post.toml#", "~$late-post.toml", "late-post.toml~", ".late-post.toml.swp",
		".DS_Store", "Thumbs.db", "desktop.ini", "README.md", "picture.png", ".git/config.toml", ".git/a/b/c/d/e.toml",
	} {
		for _, folder := range []string{"", "guidance/", "scenarios/", "scenarios/boundaries/", "scenarios/boundaries/deep/"} {
			if _, err := Load(small(t, [3]string{folder + name, "", "\x00\x05\x16\x07Mac OS X"}), nil); err != nil {
				t.Errorf("%s: %v", folder+name, err)
			}
		}
	}
}

// TestWhatIsNotReadIsNamed: an author who put a file in the wrong place is told.
func TestWhatIsNotReadIsNamed(t *testing.T) {
	const place, name = "it is not where such files are looked for", "its name does not end in .toml"
	for file, want := range map[string]string{
		"stray.toml":                             place,
		"extra/stray.toml":                       place,
		"Scenarios/boundaries/stray.toml":        place,
		"guidance/deeper/stray.toml":             place,
		"scenarios/stray.toml":                   place,
		"scenarios/pack.toml":                    place,
		"scenarios/boundaries/a/stray.toml":      place,
		"scenarios/a/b/c/d/e/f/g/stray.toml":     place,
		"scenarios/boundaries/stray.TOML":        name,
		"scenarios/boundaries/stray.toml.txt":    name,
		"guidance/stray.Toml":                    name,
		"scenarios/boundaries/deep/er/stray.tml": name,
	} {
		t.Run(file, func(t *testing.T) {
			_, err := Load(small(t, [3]string{file, "", "schema = 1"}), nil)
			var mistakes Mistakes
			if !errors.As(err, &mistakes) || len(mistakes) != 1 || mistakes[0].File != file || !strings.Contains(mistakes[0].Problem, want) {
				t.Errorf("the author is told %v, want one mistake that says %s", err, want)
			}
		})
	}
}

// unopenable is a pack whose files must not be read.
type unopenable struct{ fstest.MapFS }

func (u unopenable) Open(name string) (fs.File, error) {
	f, err := u.MapFS.Open(name)
	if err == nil && strings.HasSuffix(name, ".toml") {
		return nil, fmt.Errorf("%s is opened", name)
	}
	return f, err
}

// TestAPackThatIsTooLargeIsNotRead: its sum is seen before any of it is read, and one mistake says so.
func TestAPackThatIsTooLargeIsNotRead(t *testing.T) {
	large := strings.Repeat("#", maxBytes)
	for _, c := range []struct {
		name, text, want string
		files            int
	}{
		{"in bytes", large, "the files of the pack are larger than 8 MiB in all", maxTotal/maxBytes + 1},
		{"in files", "", "more than 2000 files and folders", maxFiles},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := maps.Clone(small(t).(fstest.MapFS))
			for i := range c.files {
				files[fmt.Sprintf("scenarios/boundaries/s-%d.toml", i)] = &fstest.MapFile{Data: []byte(c.text)}
			}
			_, err := Load(unopenable{files}, nil)
			var mistakes Mistakes
			if !errors.As(err, &mistakes) || len(mistakes) != 1 || !strings.Contains(mistakes[0].Problem, c.want) {
				t.Errorf("the author is told %.500v, want one mistake that says %s", err, c.want)
			}
		})
	}
}

// TestALongListOfMistakesIsCut: the first are listed, and the number of the others.
func TestALongListOfMistakesIsCut(t *testing.T) {
	files := small(t).(fstest.MapFS)
	for i := range 1500 {
		files[fmt.Sprintf("scenarios/boundaries/s-%d.toml", i)] = &fstest.MapFile{Data: []byte("no TOML")}
	}
	files["scenarios/boundaries/long.toml"] = &fstest.MapFile{Data: []byte(`setting = "` + strings.Repeat("x", 3000) + `"`)}
	_, err := Load(files, nil)
	said := strings.Split(err.Error(), "\n")
	if len(said) != mostListed+1 || !strings.HasPrefix(said[mostListed], "and 14") || !strings.HasSuffix(said[mostListed], " more: mend these first") {
		t.Errorf("%d lines, the last of them %q", len(said), said[len(said)-1])
	}
	for _, line := range said {
		if len(line) > 1000 {
			t.Errorf("a line of %d bytes: %.100s…", len(line), line)
		}
	}
}

// TestOneMistakeIsOneMessage: what only follows from a mistake elsewhere is not told.
func TestOneMistakeIsOneMessage(t *testing.T) {
	const irish, old, topics, principles = "guidance/irish.toml", "guidance/old.toml", "scenarios/topics.toml", "scenarios/principles.toml"
	for name, edit := range map[string][3]string{
		"a bad date in a source":              {irish, "checked = 2026", "checked = 2026-99"},
		"a source that is no TOML":            {"guidance/new.toml", "schema = 1", "schema = = 1"},
		"a source replaced by what is unread": {"guidance/new.toml", "[source]", "[source"},
		"a clause's id mistyped":              {irish, `id = "irish/1"`, `id = "irish/One"`},
		"topics that are no TOML":             {topics, `covers = `, `covers = = `},
		"a topic's id mistyped":               {topics, `id = "honesty"`, `id = "Honesty"`},
		"principles that are no TOML":         {principles, `lesson = `, `lesson = = `},
		"no key":                              {request, `key = ["b"]`, ``},
		"no country":                          {request, `jurisdictions = ["uk"]`, ``},
		"no id":                               {request, `id = "a-request"`, ``},
		"no principle":                        {request, `principle = "apart"`, ``},
		"an unknown clause of a country":      {"scenarios/honesty/a-name.toml", `cites = ["irish/1"]`, `cites = ["irish/9"]`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(small(t, edit), nil)
			var mistakes Mistakes
			if !errors.As(err, &mistakes) || len(mistakes) != 1 {
				t.Errorf("the author is told\n%v", err)
			}
		})
	}
}

// TestPacksMayNameThingsAlike: each has its own source, topic, principle and situation of one id.
func TestPacksMayNameThingsAlike(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	first, err := LoadDir(write(t, house), base)
	if err != nil {
		t.Fatal(err)
	}
	other := maps.Clone(house)
	other["pack.toml"] = strings.Replace(house["pack.toml"], "trust-x", "trust-y", 1)
	both, err := LoadDir(write(t, other), first)
	if err != nil {
		t.Fatalf("the second is left out: %v", err)
	}
	for _, id := range []string{"trust-x", "trust-y"} {
		s, ok := both.Bank.Situation(id + ":late-post")
		if !ok || s.Options[0].Cites[0] != id+":house/1" {
			t.Fatalf("the situation of %s is %+v", id, s)
		}
		c, ok := both.Guidance.Clause(s.Options[0].Cites[0])
		if !ok || c.Source.ID != id+":house" || c.Topic != id+":nights" || c.InPack() != "house/1" {
			t.Errorf("the clause of %s is %+v", id, c)
		}
	}
	if c, ok := both.Guidance.Clause("gmc-social-2024/boundaries-3"); !ok || c.Source.ID != "gmc-social-2024" {
		t.Errorf("the library's own clause is %+v", c)
	}
}

// TestEveryTextIsBounded goes through the types that files are decoded into, so that no new field is forgotten.
func TestEveryTextIsBounded(t *testing.T) {
	bombs := map[string]string{"nests": strings.Repeat(">", 200), "signs": strings.Repeat("*a_", 900), "bytes": strings.Repeat("a", 5000), "marks": strings.Repeat("# a\n", 400)}
	for _, v := range []any{&manifestFile{}, &situationFile{}, &sourceFile{}, &differencesFile{}, &topicsFile{}, &principlesFile{}} {
		found := 0
		eachText(reflect.ValueOf(v).Elem(), func(field string, set func(string)) {
			found++
			for says, bomb := range bombs {
				set(bomb)
				f := &file{name: "x.toml"}
				f.visible(reflect.ValueOf(v), position{}, "")
				if len(f.mistakes) != 1 || !strings.Contains(f.mistakes[0].Problem, says) {
					t.Errorf("%T, %s: %v, want one mistake that says %s", v, field, f.mistakes, says)
				}
				set("")
			}
		})
		if found == 0 {
			t.Errorf("%T has no texts", v)
		}
	}
}

// eachText visits each text below v, lists with an entry of each.
func eachText(v reflect.Value, visit func(field string, set func(string))) {
	switch v.Kind() {
	case reflect.String:
		visit(v.Type().String(), v.SetString)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		eachText(v.Index(0), visit)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachText(v.Field(i), func(_ string, set func(string)) { visit(v.Type().Field(i).Name, set) })
			}
		}
	}
}

// TestAFolderThatIsNoPack: the words say what was named.
func TestAFolderThatIsNoPack(t *testing.T) {
	dir := write(t, map[string]string{"archive.zip": "PK", "outer/inner/pack.toml": "", "other/notes.toml": "", "other/b.toml": ""})
	for name, want := range map[string]string{
		"nowhere":     "is not there",
		"archive.zip": "is a file, not a folder",
		"outer":       "name the folder inner within it",
		"other":       "pack.toml: is missing, so this is no pack",
	} {
		_, err := LoadDir(filepath.Join(dir, name), &Pack{})
		var mistakes Mistakes
		if !errors.As(err, &mistakes) || len(mistakes) != 1 || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
	if _, err := LoadDir(t.TempDir(), &Pack{}); err == nil || !strings.Contains(err.Error(), "the folder is empty") {
		t.Errorf("an empty folder: %v", err)
	}
}
