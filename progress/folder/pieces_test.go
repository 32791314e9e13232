// Broken pieces of a reflection that is forgotten: they go, whatever state they are in, or their file is named.

package folder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
)

// forgotten is a record whose only reflection on "a" is forgotten beside files with the given texts; the torn end is the record's.
func forgotten(t *testing.T, torn string, files map[string]string) (*Folder, Leftovers) {
	t.Helper()
	r := created(t, answer(1))
	saved := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: "ZEBRA one"}, progress.Reflection{Scenario: "b", Text: "stays"}))(t)
	text := content(t, r.Path()) + torn
	check(t, os.WriteFile(r.Path(), []byte(text), disk.FileMode))
	for name, text := range files {
		path := filepath.Join(r.dir, filepath.FromSlash(name))
		put(t, path)
		check(t, os.WriteFile(path, []byte(strings.ReplaceAll(text, "RECORD", content(t, r.Path()))), disk.FileMode))
	}
	left := must(r.ForgetReflection(saved[0].(progress.Reflection)))(t)
	same(t, "reflections", len(must(r.History())(t).Reflections()), 1)
	return r, left
}

// broken are texts that break off or are damaged: whether a piece of the reflection is in them and goes.
var broken = map[string]struct {
	text string
	goes bool
}{
	"an edit, cut in its words":           {"\n[[reflection]]\nseq = 8\nscenario = \"a\"\nreplaces = 3\ntext = \"Quite other wo", true},
	"cut, and no situation":               {"\n[[reflection]]\nseq = 8\nreplaces = 8\ntext = \"ZEBRA on", true},
	"cut, in another form":                {"\n [[ reflection ]] # mine\r\nseq = 8\r\ntext = '''ZEB", true},
	"cut in the name of the situation":    {"\n[[reflection]]\nseq = 8\nscenario = \"", true},
	"cut, and NUL bytes":                  {"\n[[reflection]]\nseq = 8\nscenario = \"a\"\ntext = \"ZEBRA\x00\x00\x00", true},
	"of another situation":                {"\n[[reflection]]\nseq = 8\nscenario = \"b\"\ntext = \"Something el", false},
	"cut in the name of another":          {"\n[[reflection]]\nseq = 8\nscenario = \"late-ni", false},
	"an answer":                           {"\n[[answer]]\nseq = 8\nscenario = \"a\"\nchosen = [\"", false},
	"of another situation, and its words": {"\n[[reflection]]\nseq = 8\nscenario = \"b\"\ntext = \"As I wrote: zebra one. And th", true},
}

func TestForgettingErasesBrokenPieces(t *testing.T) {
	const torn = "progress.torn-20261121-093000.toml"
	for name, c := range broken {
		t.Run(name, func(t *testing.T) {
			r, left := forgotten(t, c.text, map[string]string{torn: c.text, "backups/progress-2026-11-20.toml": "RECORD"})
			same(t, "named", left.Message(), "")
			same(t, "the torn file is gone", !disk.Exists(filepath.Join(r.dir, torn)), c.goes)
			for _, path := range []string{r.Path(), filepath.Join(r.dir, BackupFolder, "progress-2026-11-20.toml")} {
				same(t, filepath.Base(path)+" ends in it", strings.HasSuffix(content(t, path), c.text), !c.goes)
			}
		})
	}
}

// Where nobody can tell, the file is named and can be removed; an archive is not looked into.
func TestForgettingNamesWhatMayHoldSomeStill(t *testing.T) {
	files := map[string]string{
		"progress.corrupt-20261121-093000.toml": "BRA on\nRECORD", "progress.toml.gz": "\x1f\x8b\x08\x00private", "drafts/certificate.toml.zip": "PK\x03\x04private",
		"progress (1).toml": "RECORD", "backups (Conflict)/x.toml": "RECORD", "notes.txt": "Buy milk.",
		"keys/signing.pem": "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n", "documents/gmc.toml": "schema = 1\nsource = \"gmc\"\n", "cache/copies": "\nprogress (1).toml",
	}
	r, left := forgotten(t, "", files)
	var named []string
	for _, b := range left.Doubtful {
		named = append(named, filepath.Base(b.Path)+": "+b.What)
	}
	same(t, "named", named, []string{
		"progress.corrupt-20261121-093000.toml: " + brokenPiece, "certificate.toml.zip: " + cannotUnpack, "progress.toml.gz: " + cannotUnpack,
	})
	same(t, "others", left.Others, []string{"backups (Conflict)" + string(filepath.Separator), "notes.txt"})
	for _, words := range []string{"progress.toml.gz may hold some of it still: it is an archive", "notes.txt", "folders were not looked into"} {
		if !strings.Contains(left.Message(), words) {
			t.Errorf("the message lacks %q: %s", words, left.Message())
		}
	}
	same(t, "in brief", left.Brief(), "Not looked into, so a copy may be there: progress.corrupt-20261121-093000.toml, certificate.toml.zip, "+
		"progress.toml.gz, "+left.Others[0]+", and 1 more.")
	says(t, r.Discard([]Belonging{{Path: r.Path()}}), "Nothing was removed", "not one of the files")
	says(t, r.Discard([]Belonging{{Path: filepath.Join(r.dir, "notes.txt")}}), "Nothing was removed")
	check(t, r.Discard(left.Doubtful))
	for _, b := range left.Doubtful {
		same(t, "there is "+b.Path, disk.Exists(b.Path), false)
	}
}

// What another program changed in a copy is the same reflection still, and what is no file holds none.
func TestForgettingInOddCopies(t *testing.T) {
	r := created(t, answer(1))
	saved := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: "Caf\u00e9 ZEBRA"}, progress.Reflection{Scenario: "b", Text: "stays"}))(t)
	text := content(t, r.Path())
	files := map[string]string{
		"progress (1).toml": strings.ReplaceAll(text, "\u00e9", "e\u0301"), "progress (2).toml": strings.ReplaceAll(text, "\u00e9", "\xe9"),
		"progress (3).toml": strings.ReplaceAll(text, "\"Caf\u00e9 ZEBRA\"", "\"\"\"\nCaf\\u00e9 ZEBRA\"\"\""),
	}
	for name, text := range files {
		check(t, os.WriteFile(filepath.Join(r.dir, name), []byte(text), disk.FileMode))
	}
	leads(t, t.TempDir(), filepath.Join(r.dir, "progress (4).toml"))
	same(t, "named", must(r.ForgetReflection(saved[0].(progress.Reflection)))(t).Message(), "")
	for name := range files {
		text := content(t, filepath.Join(r.dir, name))
		same(t, name+" is whole without it", strings.Contains(text, "stays") && !strings.Contains(text, "ZEBRA"), true)
	}
}

// utf16 are the ways in which an editor or a shell of Windows writes text.
var utf16 = map[string]encoding.Encoding{
	"marked": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "big end first": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"not marked": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
}

func TestCopiesInUTF16AreRead(t *testing.T) {
	for name, form := range utf16 {
		t.Run(name, func(t *testing.T) {
			r := created(t, answer(1))
			saved := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: "ZEBRA one"}))(t)
			encoded := must(form.NewEncoder().String(content(t, r.Path())))(t)
			paths := []string{filepath.Join(r.dir, "exported.txt"), filepath.Join(r.dir, BackupFolder, "manual.toml")}
			for _, path := range paths {
				put(t, path)
				check(t, os.WriteFile(path, []byte(encoded), disk.FileMode))
			}
			same(t, "others", r.Others(), nil)
			same(t, "can be merged", r.NewCopies(), nil)
			left := must(r.ForgetReflection(saved[0].(progress.Reflection)))(t)
			same(t, "named", left.Message(), "")
			for _, path := range paths {
				text := content(t, path)
				same(t, "whole without it", strings.Contains(text, "[[answer]]") && !strings.Contains(text, "ZEBRA"), true)
			}
			check(t, os.WriteFile(paths[0], []byte(encoded), disk.FileMode))
			must(r.EraseAll())(t)
			same(t, "left", tree(t, filepath.Dir(r.dir)), nil)
		})
	}
}
