// What opens files: the learner's are opened in two packages, and no other package touches a file system without a reason.

package main

import (
	"cmp"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// touching says of each package why it may touch a file system.
var touching = map[string]string{
	"probity":                              "standard input and output, and the exit code",
	"probity/guidance/owncopy":             "documents that the learner brings",
	"probity/scenarios/pack":               "packs, within their own folder",
	"probity/progress/disk":                "the steps that touch the disk",
	"probity/progress/journal/file":        "the learner's record, and the file of a session",
	"probity/progress/journal/stream":      "the folder of an embedded store",
	"probity/progress/folder":              "what is around the record",
	"probity/progress/cohort":              "records and sessions that were handed over to be pooled",
	"probity/tui/command":                  "files that are named on the command line, the terminal, signals",
	"probity/tui/linear":                   "standard input",
	"probity/tui/prose":                    "the words for what the system says went wrong",
	"probity/tui/tutor":                    "where a certificate is to be put, and a plan that was handed over",
	"probity/tui/serve/people":             "lists of keys and the secret of a host, which whoever runs it names",
	"probity/tui/serve":                    "the folder of a host, standard output, signals",
	"probity/tui/serve/sshd":               "the key of a host",
	"probity/tui/serve/web":                "the certificate of a host's pages",
	"probity/tui/serve/bench":              "what it starts, and what that has on the disk and in memory",
	"probity/tui/speed":                    "programs and records that it makes, its own figures, what a process used",
	"probity/tui/speed/hello":              "standard error, and the exit code",
	"probity/progress/journal/stream/node": "nodes as processes, for tests and measurements",
}

func TestLearnersFilesAreOpenedInOnePlace(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./...").Output()
	if err != nil {
		t.Fatalf("listing what the packages import: %v", err)
	}
	found := 0
	for line := range strings.Lines(string(out)) {
		imports := strings.Fields(line)
		touches := slices.ContainsFunc(imports[1:], func(name string) bool { return name == "os" || name == "probity/progress/disk" })
		switch _, may := touching[imports[0]]; {
		case strings.HasSuffix(imports[0], "test"): // a package that helps tests
		case touches && !may:
			t.Errorf("%s touches the file system, and nothing says why", imports[0])
		case may && !touches:
			t.Errorf("%s is said to touch the file system and does not", imports[0])
		case may:
			found++
		}
	}
	if found != len(touching) {
		t.Errorf("%d of %d packages were found", found, len(touching))
	}
}

// TestNoFileIsForOneProcessor: what is vetted for one processor of a system is vetted for the others.
func TestNoFileIsForOneProcessor(t *testing.T) {
	named := regexp.MustCompile(`_(386|amd64|arm|arm64|riscv64|loong64|ppc64le|s390x)(_test)?\.go$`)
	tagged := regexp.MustCompile(`(?m)^//go:build .*\b(386|amd64|arm|arm64|riscv64|loong64|ppc64le|s390x)\b`)
	looked := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "third_party" {
			return cmp.Or(err, fs.SkipDir)
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") {
			return nil
		}
		looked++
		text, err := os.ReadFile(path)
		if named.MatchString(path) || tagged.Match(text) {
			t.Errorf("%s is for one processor alone: have the gate vet each", path)
		}
		return err
	})
	if err != nil || looked < 100 {
		t.Fatalf("looked at %d files: %v", looked, err)
	}
}
