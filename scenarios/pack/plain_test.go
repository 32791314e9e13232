package pack

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"pgregory.net/rapid"

	scenariolibrary "probity/scenarios/library"
)

// TestTheLibraryIsReadPlainly: a situation that is not is as right, and takes ten times as long.
func TestTheLibraryIsReadPlainly(t *testing.T) {
	plain, all := 0, 0
	for name, s := range libraryFiles(t) {
		var is, want situationFile
		if _, err := toml.Decode(s, &want); err != nil {
			t.Fatal(name, err)
		}
		if all++; readPlain(s, &is) {
			plain++
		} else {
			want = situationFile{}
		}
		if !reflect.DeepEqual(is, want) {
			t.Errorf("%s is read as\n%+v, want\n%+v", name, is, want)
		}
	}
	if plain*10 < all*9 {
		t.Errorf("%d of %d are read plainly", plain, all)
	}
}

// libraryFiles are the texts of the library's situations, by name.
func libraryFiles(t *testing.T) map[string]string {
	names, err := fs.Glob(scenariolibrary.FS, "*/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range names {
		content, err := fs.ReadFile(scenariolibrary.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(content)
	}
	return files
}

func TestWhatIsNotPlainIsLeft(t *testing.T) {
	for _, c := range []string{
		"id = 'a'", `id = "a\n"`, `id = """a"""`, "id = \"\"\"\na\"b\n\"\"\"", "id = \"\"\"\na\n\"\"\"\"", "id = \"\"\"\na\\\nb\n\"\"\"", "id = \"\"\"\na", "id=\"a\"", `id = "a" # b`, `id = "a" `, `"id" = "a"`, "# a", " id = \"a\"", "id = \"a\tb\"", "id = \"\xff\"",
		"id = \"a\"\nid = \"b\"", "ID = \"a\"", "unknown = 1", "level = 01", "level = +1", "level = 1_0", "level = 0x1", "level = 1.0", `level = "1"`, "level = 99999999999999999999", "id = 1", `id = ["a"]`,
		`key = "a"`, `key = ["a",]`, `key = [ "a" ]`, `key = ["a","b"]`, "key = [\n\"a\"\n]", `key = [1]`, `key = ["a"`, "[option]", "option = []", "[[option]", "[[ option ]]", "[[option]] # a", "[[key]]", "[[id]]", "[[unknown]]", "[[variant.option]]", "[[variant]]\n[[variant.variant]]",
		"[[option]]\nid = \"a\"\nid = \"b\"", "[[option]]\nlevel = 1", "option.id = \"a\"", "a\rb", "id = \"a\"\r\n",
	} {
		raw := situationFile{}
		if readPlain(c, &raw) || !reflect.DeepEqual(raw, situationFile{}) {
			t.Errorf("%q is read as %+v", c, raw)
		}
	}
}

// TestWhatIsThereAlreadyStays for the TOML reader, which a file that lacks it leaves it to.
func TestWhatIsThereAlreadyStays(t *testing.T) {
	raw := situationFile{Title: "a"}
	if readPlain(`id = "b"`, &raw) || raw.ID != "" || raw.Title != "a" {
		t.Errorf("%+v", raw)
	}
}

// TestWhatIsReadPlainlyIsReadAsTOML: files of the library in which pieces were moved.
func TestWhatIsReadPlainlyIsReadAsTOML(t *testing.T) {
	files := libraryFiles(t)
	whole := rapid.SampledFrom([]string{files["boundaries/maya-finds-you-online.toml"], files["advice/deirdres-liver-test.toml"], "id = \"a\"\nkey = [\"a, b\", \"c\"]\nlead = \"\"\"\nb\nc\n\"\"\"\n\n[[option]]\nid = \"\"\n"})
	piece := rapid.SampledFrom([]string{"\"", "\"\"\"", "\n", " ", "[", "]", "[[", "]]", "=", " = ", ".", ",", ", ", "#", "\\", "'", "\r", "\t", "\x00", "\xff", "0", "1", "-", "option", "variant", "variant.option", "id", "ID", "key", "level", "schema", "é", "\u2028", "\ufeff", "\x7f", "\u0085", ""})
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		s := whole.Draw(t, "file")
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			lines := strings.SplitAfter(s, "\n")
			from, to := rapid.IntRange(0, len(lines)-1).Draw(t, "line"), rapid.IntRange(0, len(lines)-1).Draw(t, "where")
			if rapid.Bool().Draw(t, "whole line") {
				lines[to] += lines[from]
			} else {
				at := rapid.IntRange(0, len(lines[to])).Draw(t, "at")
				lines[to] = lines[to][:at] + piece.Draw(t, "piece") + lines[to][min(len(lines[to]), at+rapid.IntRange(0, 3).Draw(t, "less")):]
			}
			s = strings.Join(lines, "")
		}
		var is, want situationFile
		if !readPlain(s, &is) {
			return
		}
		taken++
		if md, err := toml.Decode(s, &want); err != nil || len(md.Undecoded()) > 0 || !reflect.DeepEqual(is, want) {
			t.Errorf("%q is read as\n%+v, and as TOML (%v) as\n%+v", s, is, err, want)
		}
	})
	if taken == 0 {
		t.Error("nothing was read plainly")
	}
}
