package folder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

const secret = `She said "no", and I learned
to ask first \ always`

// reflected is a record with a reflection in two wordings, another that stays, a backup and files set aside that hold them.
func reflected(t *testing.T) (r *Folder, last progress.Reflection) {
	t.Helper()
	r = created(t)
	saved := must(r.Append(t.Context(), journal.Any, answer(1), progress.Reflection{Scenario: "a", Text: "first: " + secret}, progress.Reflection{Scenario: "b", Text: "stays"}))(t)
	saved = must(r.Append(t.Context(), journal.Any, answer(2), progress.Reflection{Scenario: "a", Text: secret, Replaces: progress.Seq(saved[1])}))(t)
	last = saved[1].(progress.Reflection)
	text := content(t, r.Path())
	check(t, os.MkdirAll(r.backupFolder(), disk.FolderMode))
	for name, text := range map[string]string{
		"backups/progress-2026-11-20.toml":      text,
		"backups/progress-2026-11-21.toml":      strings.ReplaceAll(text, "\n", "\r\n"),
		"progress.corrupt-20261121-093000.toml": "garbage\n" + text + "\x00\x00",
		"progress.torn-20261121-093000.toml":    "\n[[reflection]]\nseq = 5\nscenario = \"a\"\ntext = " + string(tables.AppendText(nil, secret)),
		"by-another-name.toml":                  text,
	} {
		check(t, os.WriteFile(filepath.Join(filepath.Dir(r.Path()), name), []byte(text), disk.FileMode))
	}
	check(t, r.WriteBeside(CertificateDraft, []byte("for = \"all\"\n[own]\nname = \"A\"\nso_what = "+string(tables.AppendText(nil, "Case: "+secret)))))
	return r, last
}

func TestForgettingErasesEverywhere(t *testing.T) {
	r, last := reflected(t)
	must(r.ForgetReflection(last))(t)
	folder := filepath.Dir(r.Path())
	check(t, filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.Contains(content(t, path), "ask first") {
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
	must(r.Append(t.Context(), journal.Any, answer(3)))(t)
	same(t, "answers go on", len(must(r.History())(t).Answers()), 3)
}

// drafts are ways in which a reflection comes to stand in the draft of a certificate.
var drafts = map[string]func(r progress.Reflection) string{
	"cut":      func(progress.Reflection) string { return "Case: " + long8000[:60] },
	"reworded": func(r progress.Reflection) string { return "nothing like it\"\nfrom = \"other " + r.ID() },
	"rewrapped": func(progress.Reflection) string {
		return "I found that the registrar had\\n\\nposted the RADIOGRAPH before, it seems"
	},
	"with a word changed": func(progress.Reflection) string {
		return "she found that the registrar had posted the radiograph before anyone else"
	},
}

const long8000 = "I found that the registrar had posted the radiograph before anyone had asked the family, and said so at the meeting."

func TestForgettingErasesDraftsThatQuote(t *testing.T) {
	for name, draft := range drafts {
		t.Run(name, func(t *testing.T) {
			r := created(t, answer(1))
			saved := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: long8000}))(t)[0].(progress.Reflection)
			for _, file := range []string{"certificate.toml", "certificate (conflicted copy).toml", "certificate.toml~"} {
				check(t, r.WriteBeside(DraftFolder+"/"+file, []byte("for = \"all\"\nso_what = \""+draft(saved)+"\"\n")))
			}
			check(t, r.WriteBeside(DraftFolder+"/other.toml", []byte("for = \"all\"\nso_what = \"The registrar had posted before.\"\n")))
			must(r.ForgetReflection(saved))(t)
			same(t, "drafts", must(r.ListBeside(DraftFolder))(t), []string{"other.toml"})
		})
	}
}

// Copies that other programs left lose it too, what another computer made of it, and pieces that are torn.
func TestForgettingErasesCopies(t *testing.T) {
	r := created(t, answer(1))
	saved := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: long8000}, progress.Reflection{Scenario: "b", Text: "stays"}))(t)
	whole := content(t, r.Path())
	torn := "[[reflection]]\nseq = 9\nscenario = \"a\"\ntext = " + string(tables.AppendText(nil, long8000))
	edited := string(must(tables.Encode(progress.Stamped(progress.Reflection{Scenario: "a", Text: "Quite other words.", Replaces: progress.Seq(saved[0])}, 9, noon)))(t))
	for name, text := range map[string]string{
		"progress (1).toml": whole, "progress-LAPTOP7.toml": whole + edited, "progress.toml~": "\x00garbage\x00" + long8000,
		"backups/manual.toml": whole, "progress.torn-20261121-093000.toml": torn[:len(torn)-20], "anything": whole + "\n" + torn[:len(torn)/2],
	} {
		path := filepath.Join(r.dir, filepath.FromSlash(name))
		put(t, path)
		check(t, os.WriteFile(path, []byte(text), disk.FileMode))
	}
	must(r.ForgetReflection(saved[0].(progress.Reflection)))(t)
	for _, path := range tree(t, r.dir) {
		path = filepath.Join(r.dir, path)
		if info := must(os.Stat(path))(t); info.IsDir() {
			continue
		}
		for _, words := range []string{"the registrar", "Quite other words"} {
			if strings.Contains(content(t, path), words) {
				t.Errorf("%s still holds %q", path, words)
			}
		}
		if strings.Contains(whole, "stays") && filepath.Base(path) == "progress-LAPTOP7.toml" && !strings.Contains(content(t, path), "stays") {
			t.Errorf("%s lost more", path)
		}
	}
}

// What an edited reflection said before goes everywhere, and what it says now stays.
func TestForgettingEarlierWordings(t *testing.T) {
	r, last := reflected(t)
	must(r.ForgetWording(last))(t)
	for _, path := range tree(t, r.dir) {
		path = filepath.Join(r.dir, path)
		if info := must(os.Stat(path))(t); !info.IsDir() && strings.Contains(content(t, path), "first: ") {
			t.Errorf("%s still holds the earlier wording", path)
		}
	}
	var texts []string
	for _, reflection := range must(r.History())(t).Reflections() {
		texts = append(texts, reflection.Text)
	}
	same(t, "reflections", texts, []string{"stays", secret})
}

// What cannot be looked at may hold it: then it is not called erased.
func TestForgettingNamesWhatItCouldNotLookAt(t *testing.T) {
	r, last := reflected(t)
	r.disk.ReadDir = func(path string) ([]os.DirEntry, error) {
		return nil, &os.PathError{Op: "open", Path: path, Err: errInjected}
	}
	_, err := r.ForgetReflection(last)
	says(t, err, "could not be erased everywhere", "data")
}

// TestARecordOfWhichAllWasForgottenGoesOn: it is known by its file alone, which is another since.
func TestARecordOfWhichAllWasForgottenGoesOn(t *testing.T) {
	r := must(Open(options(t.TempDir())))(t)
	check(t, r.Create(doctor))
	saved := must(r.Append(t.Context(), journal.Any, progress.Reflection{Scenario: "a", Text: ofOurs}))(t)
	must(r.ForgetReflection(saved[0].(progress.Reflection)))(t)
	must(r.Append(t.Context(), journal.Any, answer(0)))(t)
	same(t, "answers", seqs(t, r), []int64{1})
}
