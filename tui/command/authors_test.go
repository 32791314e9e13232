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

// TestThePageForAuthorsMakesAPack: what it has typed is typed, line by line as it stands there, and what it has written is written where it says.
func TestThePageForAuthorsMakesAPack(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the built-in library for each command")
	}
	page, err := os.ReadFile("../../docs/authors.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	said := ""
	for _, block := range regexp.MustCompile("(?s)```(sh|toml)\n(.*?)```").FindAllStringSubmatch(string(page), -1) {
		if block[1] == "toml" { // the one that is added, once a copy was kept
			if err := os.CopyFS("house-0.1", os.DirFS("house")); err != nil {
				t.Fatal(err)
			}
			add(t, "house/scenarios/messages/a-question-at-six.toml", "\n"+block[2])
			said += types(t, "probity pack check house") // as the watch would
			continue
		}
		for line := range strings.Lines(block[2]) {
			said += types(t, strings.TrimSpace(line))
		}
	}
	for _, want := range []string{
		"Written: a pack of 9 files in house.", "messages-at-work: 5 situations\n", "Situation 1 of 1: A question at six\n", "Summary: 1 situation answered.",
		"To whoever answers b:\n\nRight.", "5 situations, 9 variants.\nMistakes: 0\nWarnings of craft: 0\n", "Situations: 5\nVariants: 10\nMistakes: 0\nWarnings of craft: 0\n", "Is bed 9 still on oxygen?", "What did the scan show?",
		"What learners will notice: 1\n  a-question-at-six: has a variant more: the-sister\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("what the page has typed does not say %q:\n%s", want, said)
		}
	}
}

// add writes at the end of a file.
func add(t *testing.T, path, text string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// types runs a line that the page has, which has to end well, and returns what it said. A watch ends with the input.
func types(t *testing.T, line string) string {
	t.Helper()
	args, err := shlex.Split(strings.TrimPrefix(line, "probity "), true)
	if err != nil {
		t.Fatal(err)
	}
	in := "1\n1\nb\n2\n\nnext\n"
	if args[1] == "new" {
		in = strings.Repeat("\n", 5)
	}
	var out, wrong bytes.Buffer
	code := Run(System{
		Args: args, In: strings.NewReader(in), Out: &out, Err: &wrong, Now: time.Now, Library: pack.Builtin,
		Getenv: func(name string) string {
			return map[string]string{"PROBITY_DATA": filepath.Join(t.TempDir(), "data")}[name]
		},
	})
	if code != ok || wrong.Len() > 0 {
		t.Errorf("%s ended with %d: %s%s", line, code, out.String(), wrong.String())
	}
	return out.String()
}
