// What was set aside: listed, shown without harm, cleared.

package folder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress/disk"
)

func TestWhatWasSetAsideIsDescribed(t *testing.T) {
	r := created(t)
	for name, text := range map[string]string{
		"progress.torn-20261101-120000.toml":     "\n[[answer]]\nseq = 7\nsitting = \"",
		"progress.corrupt-20261101-120000.toml":  strings.Replace(long(t, 4), "seq = 2", "seq = ?", 1) + "\n[[setting]]\nseq = 9\nname = \"a\"\nvalue = \"b\"\nat = 2026-11-22T09:30:00Z\n",
		"progress.corrupt-20261102-120000.toml":  strings.Repeat("\x00", 9000),
		"progress.replaced-20261101-120000.toml": long(t, 1),
		"letter.txt":                             "not ours",
	} {
		check(t, os.WriteFile(filepath.Join(r.dir, name), []byte(text), disk.FileMode))
	}
	var said []string
	for _, a := range must(r.Aside())(t) {
		said = append(said, filepath.Base(a.Path)+": "+a.Holds())
	}
	same(t, "said", said, []string{
		"progress.corrupt-20261101-120000.toml: 3 answers, 1 other entry, 1 broken entry",
		"progress.corrupt-20261102-120000.toml: nothing that reads as an entry",
		"progress.torn-20261101-120000.toml: 1 broken entry",
		"progress.replaced-20261101-120000.toml: 1 answer",
	})
	corrupt := must(r.Aside())(t)[0]
	same(t, "first", corrupt.First.Format("15:04"), "09:30")
	same(t, "last", corrupt.Last, noon)
}

func TestClearingWhatWasSetAside(t *testing.T) {
	r := lived(t)
	all := must(r.Aside())(t)
	same(t, "set aside", len(all), 4)
	check(t, r.ClearAside(all[1:]...))
	same(t, "left", must(r.Aside())(t), all[:1])
	for _, path := range []string{r.Path(), filepath.Join(r.dir, "..", "letter.txt"), "/etc/passwd"} {
		err := r.ClearAside(all[0], Aside{Belonging: Belonging{Path: path}})
		says(t, err, "Nothing was cleared", "not one of the files")
	}
	same(t, "left", must(r.Aside())(t), all[:1])
	r.disk.Remove = func(string) error { return os.ErrPermission }
	says(t, r.ClearAside(all[0]), "Still there", filepath.Base(all[0].Path))
}

func TestShowingWhatWasSetAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "progress.torn-20261101-120000.toml")
	check(t, os.WriteFile(path, []byte("one\n\ttwo\x1b[31m \u202e\x9b\xff"), disk.FileMode))
	a := Aside{Belonging: Belonging{Path: path}}
	text, more, err := a.Text(100)
	check(t, err)
	same(t, "text", text, "one\n two[31m \ufffd")
	same(t, "more", more, false)
	text, more, _ = a.Text(6)
	same(t, "beginning", text, "one\n t")
	same(t, "more", more, true)
	_, _, err = Aside{Belonging: Belonging{Path: path + "x"}}.Text(6)
	says(t, err, "could not be shown")
}
