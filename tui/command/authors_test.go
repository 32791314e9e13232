package command

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/anmitsu/go-shlex"

	"probity/scenarios/pack"
)

// TestThePageForAuthorsMakesAPack: the files that it has copied, checked, read and played by the commands that it gives, as they stand there.
func TestThePageForAuthorsMakesAPack(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the built-in library for each command")
	}
	page, err := os.ReadFile("../../docs/authors.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	files := regexp.MustCompile("(?s)(?:^|\n)`(house/[^`]+)`[^\n]*.*?```toml\n(.*?)```").FindAllStringSubmatch(string(page), -1)
	if len(files) != 5 {
		t.Fatalf("the page has %d files", len(files))
	}
	for _, file := range files {
		if err := os.MkdirAll(filepath.Dir(file[1]), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file[1], []byte(file[2]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said := ""
	for _, line := range regexp.MustCompile("(?m)^probity (.*)$").FindAllStringSubmatch(string(page), -1) {
		args, err := shlex.Split(line[1], true)
		if err != nil {
			t.Fatal(err)
		}
		var out, wrong bytes.Buffer
		code := Run(System{
			Args: args, In: strings.NewReader("1\n1\nb\n2\n\nnext\n"), Out: &out, Err: &wrong, Now: time.Now, Library: pack.Builtin,
			Getenv: func(name string) string {
				return map[string]string{"PROBITY_DATA": filepath.Join(t.TempDir(), "data")}[name]
			},
		})
		if code != ok || wrong.Len() > 0 {
			t.Errorf("%s ended with %d: %s%s", line[1], code, out.String(), wrong.String())
		}
		said += out.String()
	}
	for _, want := range []string{
		"Mistakes: 0\nWarnings of craft: 1\n  anytown:policy/patients: a must, is taught by 1", "anytown:a-question-at-six, revision 1", "Situation 1 of 1: A question at six",
		"Summary: 1 situation answered.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("what the page has typed does not say %q:\n%s", want, said)
		}
	}
}
