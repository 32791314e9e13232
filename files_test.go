// What opens files: the learner's are opened in two packages, and no others below progress and the tutor touch a file system
// without a reason.

package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// touching says of each package, below those that have to do with the learner, why it may open files.
var touching = map[string]string{
	"probity/progress/disk":         "the steps that touch the disk",
	"probity/progress/journal/file": "the learner's record, and the file of a session",
	"probity/progress/folder":       "what is around the record",
	"probity/progress/cohort":       "records and sessions that were handed over to be pooled",
	"probity/tui/tutor":             "where a certificate is to be put, and a plan that was handed over",
}

func TestLearnersFilesAreOpenedInOnePlace(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./progress/...", "./tui/tutor/...").Output()
	if err != nil {
		t.Fatalf("listing what the packages import: %v", err)
	}
	found := 0
	for line := range strings.Lines(string(out)) {
		imports := strings.Fields(line)
		touches := slices.ContainsFunc(imports[1:], func(name string) bool { return name == "os" || name == "probity/progress/disk" })
		switch _, may := touching[imports[0]]; {
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
