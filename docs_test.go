// What the documents promise, held against the tree.

package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"probity/progress/folder"
)

// TestFaultsAreKept: docs/faults.md names a test or a script for each fault, and each one that it names is there.
func TestFaultsAreKept(t *testing.T) {
	text, err := os.ReadFile("docs/faults.md")
	if err != nil {
		t.Fatal(err)
	}
	there := checks(t)
	for row := range strings.Lines(string(text)) {
		if !regexp.MustCompile(`^\| \d`).MatchString(row) {
			continue
		}
		cells := strings.Split(row, " | ")
		names := regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cells[len(cells)-1], -1)
		if len(names) == 0 {
			t.Errorf("nothing keeps %s", cells[0])
		}
		for _, name := range names {
			if !there[name[1]] {
				t.Errorf("%s is kept by %s, which is not there", cells[0], name[1])
			}
		}
	}
}

// TestLinksLeadSomewhere: what a document links to in this tree is there.
func TestLinksLeadSomewhere(t *testing.T) {
	documents, err := filepath.Glob("docs/*.md")
	if err != nil || len(documents) < 5 {
		t.Fatalf("found only %v, %v", documents, err)
	}
	for _, path := range append(documents, "README.md", "CONTRIBUTING.md", "CHANGELOG.md") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range regexp.MustCompile(`\]\(([^)#]+)(#[^)]*)?\)`).FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(link[1], "://") {
				continue
			}
			there, err := os.ReadFile(filepath.Join(filepath.Dir(path), link[1]))
			if err != nil {
				t.Errorf("%s links to %s, which is not there", path, link[1])
			} else if link[2] != "" && !slices.Contains(headings(string(there)), link[2]) {
				t.Errorf("%s links to %s%s, which is no heading there", path, link[1], link[2])
			}
		}
	}
}

// headings are those of a page, as links call them.
func headings(page string) (all []string) {
	for _, line := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(page, -1) {
		name := regexp.MustCompile(`[^\pL\pN _-]`).ReplaceAllString(strings.ToLower(line[1]), "")
		all = append(all, "#"+strings.ReplaceAll(name, " ", "-"))
	}
	return all
}

// references are looked things up in; every other page is read.
var references = []string{"docs/architecture.md", "docs/faults.md", "docs/formats.md", "docs/host.md"}

// TestPagesAreShort: 120 lines, but for what is there to be copied; and each can be come to from the list of pages.
func TestPagesAreShort(t *testing.T) {
	list, err := os.ReadFile("docs/README.md")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("docs/*.md")
	if err != nil || len(pages) < 10 {
		t.Fatalf("found only %v, %v", pages, err)
	}
	for _, path := range pages {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read := regexp.MustCompile("(?s)```.*?```").ReplaceAllString(string(text), "")
		if n := strings.Count(read, "\n"); n > 120 && !slices.Contains(references, filepath.ToSlash(path)) {
			t.Errorf("%s has %d lines", path, n)
		}
		if name := filepath.Base(path); name != "README.md" && !strings.Contains(string(list), "("+name+")") {
			t.Errorf("docs/README.md leads nobody to %s", name)
		}
	}
}

// TestItSaysWhatIsKept: the page for who looks after computers names each folder beside a record.
func TestItSaysWhatIsKept(t *testing.T) {
	page, err := os.ReadFile("docs/it.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(folder.FoldersBeside(), folder.BackupFolder) {
		if !strings.Contains(string(page), "`"+name+"/`") {
			t.Errorf("docs/it.md does not say what %s is", name)
		}
	}
}

// TestAHostHasWhatItsDocumentsSay: the flags that they give it, and the tests that they rest on.
func TestAHostHasWhatItsDocumentsSay(t *testing.T) {
	source := ""
	for _, pattern := range []string{"tui/serve/*.go", "tui/command/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			source += string(text)
		}
	}
	there := checks(t)
	for _, path := range []string{"docs/host.md", "docs/data-protection.md", "docs/probity-host.service", "docs/Containerfile"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if regexp.MustCompile(`^(useradd|podman|ssh-keygen|systemctl|COPY)`).MatchString(line) {
				continue // other programs' flags
			}
			for _, flag := range regexp.MustCompile("[ `\"(]--([a-z]+(?:-[a-z]+)*)").FindAllStringSubmatch(line, -1) {
				if !strings.Contains(source, `"`+flag[1]+`"`) && flag[1] != "help" && flag[1] != "version" {
					t.Errorf("%s speaks of --%s, which no command has", path, flag[1])
				}
			}
		}
		for _, name := range regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(string(text), -1) {
			if !there[name[1]] {
				t.Errorf("%s rests on %s, which is not there", path, name[1])
			}
		}
	}
}

// checks are the names of the project's tests and scripts.
func checks(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	test := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			if strings.HasSuffix(path, ".txtar") {
				found[filepath.Base(path)] = true
			}
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range test.FindAllSubmatch(text, -1) {
			found[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestFormatsShownAreTOML: what docs/formats.md shows can be typed as it stands.
func TestFormatsShownAreTOML(t *testing.T) {
	text, err := os.ReadFile("docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```toml\n(.*?)```").FindAllSubmatch(text, -1)
	if len(shown) < 4 {
		t.Fatalf("found only %d examples", len(shown))
	}
	for _, example := range shown {
		var any map[string]any
		if _, err := toml.Decode(string(example[1]), &any); err != nil {
			t.Errorf("%v in\n%s", err, example[1])
		}
	}
}
