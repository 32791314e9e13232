package progress

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const secret = `She said "no", and I learned
to ask first \ always`

// reflected is a record with a reflection in two wordings, another that stays, a backup and files set aside that hold them.
func reflected(t *testing.T) (r *Record, last Reflection) {
	t.Helper()
	r = created(t)
	saved := must(r.Append(answer(1), Reflection{Scenario: "a", Text: "first: " + secret}, Reflection{Scenario: "b", Text: "stays"}))(t)
	saved = must(r.Append(answer(2), Reflection{Scenario: "a", Text: secret, Replaces: Seq(saved[1])}))(t)
	last = saved[1].(Reflection)
	text := content(t, r.Path())
	check(t, os.MkdirAll(r.backupFolder(), folderMode))
	for name, text := range map[string]string{
		"backups/progress-2026-11-20.toml":      text,
		"backups/progress-2026-11-21.toml":      strings.ReplaceAll(text, "\n", "\r\n"),
		"progress.corrupt-20261121-093000.toml": "garbage\n" + text + "\x00\x00",
		"progress.torn-20261121-093000.toml":    "\n[[reflection]]\nseq = 5\nscenario = \"a\"\ntext = " + string(appendText(nil, secret)),
		"unrelated.toml":                        text,
	} {
		check(t, os.WriteFile(filepath.Join(filepath.Dir(r.Path()), name), []byte(text), fileMode))
	}
	check(t, r.WriteBeside(CertificateDraft, []byte("for = \"all\"\n[own]\nname = \"A\"\nso_what = "+string(appendText(nil, "Case: "+secret)))))
	return r, last
}

func TestForgettingErasesEverywhere(t *testing.T) {
	r, last := reflected(t)
	check(t, r.Forget(last))
	folder := filepath.Dir(r.Path())
	check(t, filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "unrelated.toml" && strings.Contains(content(t, path), "ask first") {
			t.Errorf("%s still holds it", path)
		}
		return err
	}))
	h := must(r.History())(t)
	same(t, "reflections", len(h.Reflections()), 1)
	same(t, "what stays", h.Reflections()[0].Text, "stays")
	same(t, "answers", len(h.Answers()), 2)
	backups := must(r.Backups())(t)
	for _, b := range backups {
		same(t, b.Path, b.Whole, true)
	}
	if !strings.Contains(content(t, filepath.Join(folder, "progress.corrupt-20261121-093000.toml")), "garbage") {
		t.Error("the corrupt copy lost more than the reflection")
	}
	must(r.Append(answer(3)))(t)
	same(t, "answers go on", len(must(r.History())(t).Answers()), 3)
}

func TestForgettingFailsWhole(t *testing.T) {
	stuck := errors.New("stuck")
	for name, harm := range map[string]func(*disk){
		"write":  func(d *disk) { d.write = func(*os.File, []byte) (int, error) { return 0, stuck } },
		"sync":   func(d *disk) { d.sync = func(*os.File) error { return stuck } },
		"rename": func(d *disk) { d.rename = func(string, string) error { return stuck } },
	} {
		r, last := reflected(t)
		before := content(t, r.Path())
		harm(&r.disk)
		err := r.Forget(last)
		var not *NotForgottenError
		if !errors.As(err, &not) || !errors.Is(err, stuck) {
			t.Errorf("%s: %v", name, err)
		}
		same(t, name, content(t, r.Path()), before)
		if left := must(filepath.Glob(filepath.Join(filepath.Dir(r.Path()), "progress.new")))(t); len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
		r.disk = realDisk()
		check(t, r.Forget(last)) // and again
		same(t, name, len(must(r.History())(t).Reflections()), 1)
	}
}
