package moodle

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"probity/scenarios/exchange"

	"github.com/google/go-cmp/cmp"
)

// foundQuestion is how a question begins in a file.
var foundQuestion = regexp.MustCompile(`<question\s+type="([^"]*)"`)

// TestFilesOfOthers reads every file of a folder, such as the import fixtures of Moodle's own tests: PROBITY_MOODLE names it. Each
// question is read or named among what is lost, and what is read survives being written.
func TestFilesOfOthers(t *testing.T) {
	folder := os.Getenv("PROBITY_MOODLE")
	if folder == "" {
		t.Skip("PROBITY_MOODLE names no folder with files in Moodle's XML")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.xml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no files: %v", err)
	}
	read, types, refused := 0, map[string]int{}, map[string]int{}
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, m := range foundQuestion.FindAllSubmatch(file, -1) {
			if kind := string(m[1]); kind != "category" {
				want++
				types[kind]++
			}
		}
		questions, lost, err := Read(file)
		if err != nil {
			if want > 0 || !strings.Contains(err.Error(), "no questions") {
				t.Errorf("%s: %v", filepath.Base(name), err)
			}
			continue
		}
		gone := 0
		for _, l := range lost {
			if says, ok := strings.CutPrefix(l.Says, "the question is not read: it "); ok {
				gone++
				refused[says]++
			}
			t.Logf("%s: line %d: %s: %s", filepath.Base(name), l.Line, l.Question, l.Says)
		}
		if len(questions)+gone != want {
			t.Errorf("%s: of %d questions, %d are read and %d named", filepath.Base(name), want, len(questions), gone)
		}
		read += len(questions)
		survives(t, filepath.Base(name), questions)
	}
	t.Logf("%d files; types %v; read %d", len(files), types, read)
	for _, why := range slices.Sorted(maps.Keys(refused)) {
		t.Logf("refused %d: it %s", refused[why], why)
	}
}

// survives fails where questions that were written are read as others, or with a loss.
func survives(t interface{ Errorf(string, ...any) }, name string, questions []exchange.Question) {
	file, err := Write(questions)
	if err != nil {
		t.Errorf("%s: writing: %v", name, err)
		return
	}
	again, lost, err := Read(file)
	if len(questions) == 0 {
		if err == nil || !strings.Contains(err.Error(), "no questions") {
			t.Errorf("%s: a file without questions: %v", name, err)
		}
		return
	}
	if err != nil {
		t.Errorf("%s: reading what was written: %v\n%s", name, err, file)
		return
	}
	lost = slices.DeleteFunc(lost, func(l exchange.Loss) bool { return knownGap.MatchString(l.Says) })
	if len(lost) > 0 {
		t.Errorf("%s: what was written loses %v\n%s", name, lost, file)
	}
	if diff := cmp.Diff(placeless(questions), placeless(again)); diff != "" {
		t.Errorf("%s: %v\n%s", name, errors.New(diff), file)
	}
}

// knownGap is what is said of a question that had a gap before it was written.
var knownGap = regexp.MustCompile(`^(the question has no name|a formula \(TeX\) is kept|there is nothing that part \d+ goes with|answer \d+ has no text|a text stands in several languages)`)

// placeless are questions without their lines.
func placeless(questions []exchange.Question) []exchange.Question {
	out := slices.Clone(questions)
	for i := range out {
		out[i].Line = 0
	}
	return out
}
