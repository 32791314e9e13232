package command

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/anmitsu/go-shlex"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/spf13/cobra"

	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// unrun says which examples are run by no test here, and why.
var unrun = map[string]string{
	`^guidance (import|forget)`: "Probity carries no document that could be imported",
	`^pack fingerprint`:         "it is of documents, too",
	`^induction phones`:         "it opens a port and waits for a phone",
	`^induction notes`:          "they go on for as long as a session does",
	`^induction( --.*)?$`:       "a session is led on a screen",
	`^pack verify .*--expect`:   "every key that is made has a number of its own",
	`^certificate$`:             "it is made on a screen",
	`house`:                     "TestThePageForAuthorsMakesAPack runs them",
}

// TestExamplesWork: those of help and of documents are run, each in a folder that has what it names, and end well.
func TestExamplesWork(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every example")
	}
	left, there := map[string]bool{}, furniture(t)
	for _, line := range examples(t) {
		if kind := unrunnable(line); kind != "" {
			left[kind] = true
			continue
		}
		t.Run(line, func(t *testing.T) { runs(t, line, there) })
	}
	for kind, why := range unrun {
		if !left[kind] {
			t.Errorf("there is no example %s to be left out because %s", kind, why)
		}
	}
}

// examples are the lines that help and documents have somebody type, each once, without what the shell does with them.
func examples(t *testing.T) (all []string) {
	t.Helper()
	add := func(line string) {
		line = regexp.MustCompile(`\s+(#|>|>>|<|&&|\|) .*$|   .*$`).ReplaceAllString(strings.TrimSpace(line), "")
		if args, ours := strings.CutPrefix(line+" ", "probity "); ours && !slices.Contains(all, strings.TrimSpace(args)) {
			all = append(all, strings.TrimSpace(args))
		}
	}
	every(allCommands(), func(cmd *cobra.Command) {
		for line := range strings.Lines(cmd.Example) {
			add(line)
		}
	})
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range pages {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(page), -1) {
			for line := range strings.Lines(block[1]) {
				add(line)
			}
		}
	}
	return all
}

// unrunnable is the kind of an example that is not run; "" for one that is.
func unrunnable(line string) string {
	for kind := range unrun {
		if regexp.MustCompile(kind).MatchString(line) {
			return kind
		}
	}
	return ""
}

// made are the files that an example makes itself, by how it begins.
var made = map[string]string{"data export": "progress.toml", "induction agenda": "monday.toml", "induction file": "session.toml"}

// runs runs an example where what it names is there.
func runs(t *testing.T, line string, there []txtar.File) {
	t.Chdir(t.TempDir())
	for _, file := range there {
		if slices.ContainsFunc(slices.Collect(maps.Keys(made)), func(begin string) bool { return strings.HasPrefix(line, begin) && made[begin] == file.Name }) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(file.Name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file.Name, file.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	switch {
	case strings.HasPrefix(line, "pack diff"):
		if err := os.CopyFS("my-pack-1.0", os.DirFS("my-pack")); err != nil {
			t.Fatal(err)
		}
	case strings.Contains(line, " ward") && !strings.HasPrefix(line, "pack import"):
		ends(t, "pack import questions.xml ward --id ward")
	case strings.HasPrefix(line, "key did"):
		for _, name := range []string{"trust.pem", "trust-2026.pem", "trust-2027.pem"} {
			ends(t, "key "+name+" --institution 'Anytown NHS Trust' --web anytown.example.org")
		}
	case strings.Contains(line, "--key trust.pem"):
		ends(t, "key trust.pem --institution 'Anytown NHS Trust' --web anytown.example.org")
	case strings.HasPrefix(line, "pack verify"):
		ends(t, "key trust.pem --institution 'Anytown NHS Trust'")
		ends(t, "pack sign my-pack --key trust.pem")
	case strings.HasPrefix(line, "certificate --sitting"):
		ends(t, "induction attend session.toml")
	case strings.HasPrefix(line, "verify"):
		ends(t, "certificate --format pdf --output certificate.pdf --name 'Ann Lee'")
	}
	ends(t, line)
}

// ends runs a line, whose end has to be good.
func ends(t *testing.T, line string) {
	t.Helper()
	args, err := shlex.Split(line, true)
	if err != nil {
		t.Fatal(err)
	}
	var out, wrong bytes.Buffer
	library := scenariostest.Library
	if strings.HasPrefix(line, "induction agenda") || strings.HasPrefix(line, "pack check --topic") || strings.HasPrefix(line, "pack show one-star") {
		library = pack.Builtin // they are of what is in it
	}
	typed := "y\nstop\n"
	if strings.HasPrefix(line, "pack new") {
		typed = strings.Repeat("\n", 5)
	}
	code := Run(System{
		Args: args, In: strings.NewReader(typed), Out: &out, Err: &wrong, Library: library,
		Now:    func() time.Time { return time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC) },
		Getenv: func(name string) string { return map[string]string{"PROBITY_DATA": "data"}[name] },
	})
	if code != ok {
		t.Errorf("probity %s ended with %d: %s%s", line, code, out.String(), wrong.String())
	}
}

// otherNames are the names of files under which examples know them as well.
var otherNames = map[string]string{"session.toml": "data/sessions/20261120-090000-abcd.toml", "names.txt": "names.csv", "progress.toml": "FILE"}

// furniture is what examples name: a record, a session, a plan, lists of names, a pack and what people handed over. They are those of scripts.
func furniture(t *testing.T) (all []txtar.File) {
	t.Helper()
	for script, names := range map[string]map[string]string{
		"certificate.txtar": {"data/progress.toml": "data/progress.toml"},
		"papers.txtar":      {"plan.toml": "monday.toml", "session.toml": "session.toml", "names.txt": "names.txt", "zoom.csv": "zoom.csv"},
		"cohort.txtar":      {"handed/": "handed-over/"},
		"pack.txtar":        {"house/": "my-pack/"},
		"data.txtar":        {"stranger.toml": "progress.toml"},
		"pack-import.txtar": {"questions.xml": "questions.xml", "questions.gift.txt": "questions.gift.txt"},
	} {
		archive, err := txtar.ParseFile(filepath.Join("testdata", "script", script))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range archive.Files {
			for from, to := range names {
				if rest, is := strings.CutPrefix(file.Name, from); is && (rest == "" || strings.HasSuffix(from, "/")) {
					all = append(all, txtar.File{Name: to + rest, Data: file.Data})
					if also := otherNames[to]; also != "" {
						all = append(all, txtar.File{Name: also, Data: file.Data})
					}
				}
			}
		}
	}
	return all
}
