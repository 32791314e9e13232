package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/anmitsu/go-shlex"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// allCommands is the commands with their flags, as they are before anything is run.
func allCommands() *cobra.Command {
	c := &cli{sys: System{Out: io.Discard, Err: io.Discard, Getenv: func(string) string { return "" }}}
	root := c.root()
	root.InitDefaultHelpCmd()
	return root
}

// every calls f for each command that help lists, and for the program itself.
func every(cmd *cobra.Command, f func(*cobra.Command)) {
	f(cmd)
	for _, below := range cmd.Commands() {
		if below.IsAvailableCommand() {
			every(below, f)
		}
	}
}

// TestHelpFitsAWindow of 80 columns, and of a telephone's 40, but for examples and for how a command is written, which are typed as they stand.
func TestHelpFitsAWindow(t *testing.T) {
	every(allCommands(), func(cmd *cobra.Command) {
		for _, width := range []int{helpWidth, 40} {
			var out bytes.Buffer
			help(&out, cmd, width)
			said := strings.Replace(out.String(), cmd.Example, "", 1)
			if width < helpWidth {
				said = strings.Replace(said, strings.Join(forms(cmd), "\n  "), "", 1)
			}
			for line := range strings.Lines(said) {
				if line = strings.TrimSuffix(line, "\n"); ansi.StringWidth(line) > width {
					t.Errorf("%s at %d columns: %q", cmd.CommandPath(), width, line)
				}
			}
		}
	})
}

// TestHelpListsEveryCommandUnderAHeading that says what it is for.
func TestHelpListsEveryCommandUnderAHeading(t *testing.T) {
	for _, cmd := range allCommands().Commands() {
		if cmd.IsAvailableCommand() && cmd.GroupID == "" && cmd.Name() != "help" {
			t.Errorf("%s stands under no heading", cmd.Name())
		}
	}
}

// TestTheManualHasEverything that help lists.
func TestTheManualHasEverything(t *testing.T) {
	var out bytes.Buffer
	(&cli{sys: System{Out: &out}}).writeManual(allCommands())
	page := out.String()
	every(allCommands(), func(cmd *cobra.Command) {
		if cmd.HasParent() && !strings.Contains(page, `.SS "`+safe(cmd.CommandPath())) {
			t.Errorf("the manual lacks %s", cmd.CommandPath())
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(page, safe("--"+f.Name)) && f.Name != "help" && !f.Hidden {
				t.Errorf("the manual lacks --%s", f.Name)
			}
		})
	})
}

// TestWhatIsNoCommandOfRoff: a text can't become one.
func TestWhatIsNoCommandOfRoff(t *testing.T) {
	for text, want := range map[string]string{".so /etc/passwd": `\&.so /etc/passwd`, "'x": `\&'x`, `a\b`: `a\eb`, "--data": `\-\-data`} {
		if got := safe(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestExamplesOfHelpCanBeTyped: commands and flags that are there.
func TestExamplesOfHelpCanBeTyped(t *testing.T) {
	every(allCommands(), func(cmd *cobra.Command) {
		for line := range strings.Lines(cmd.Example) {
			line, _, _ = strings.Cut(strings.TrimSpace(line), "   ") // behind it stands what it does
			canBeTyped(t, cmd.CommandPath()+" --help", line, whole)
		}
		for _, m := range regexp.MustCompile(`"(probity [^"]+)"`).FindAllStringSubmatch(cmd.Long, -1) {
			canBeTyped(t, cmd.CommandPath()+" --help", m[1], named)
		}
	})
}

// TestExamplesOfDocumentsCanBeTyped: what stands in a block of commands, and what is named within a sentence.
func TestExamplesOfDocumentsCanBeTyped(t *testing.T) {
	documents, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(documents) < 5 {
		t.Fatalf("found only %v, %v", documents, err)
	}
	found := 0
	for _, path := range append(documents, "../../README.md") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
			for line := range strings.Lines(block[1]) {
				found += canBeTyped(t, path, line, whole)
			}
		}
		for _, m := range regexp.MustCompile("`(probity(?: [^`]+)?)`").FindAllStringSubmatch(string(text), -1) {
			found += canBeTyped(t, path, m[1], named)
		}
	}
	if found < 50 {
		t.Errorf("found only %d", found)
	}
}

// before is what of the shell stands before a command of ours: what comes before a pipe, or the host that it is run on.
var before = regexp.MustCompile(`^(?:.*\| )?(?:probity|ssh (?:-t |-p \d+ )*(?:HOST|localhost|tutor\.example\.org))(?: (?:-- )?|$)`)

// Whether a line can be typed as it stands, or only names a command and perhaps a flag.
const whole, named = true, false

// canBeTyped fails where a line of the shell is ours and has a command or flag that is not there, or, as a whole, a word too many or too few. It says
// how many lines of ours there were.
func canBeTyped(t *testing.T, where, line string, whole bool) int {
	t.Helper()
	line = regexp.MustCompile(`\s+(#|>|<|&&|\|\| ).*$`).ReplaceAllString(strings.TrimSpace(line), "")
	ours := before.FindString(line)
	if ours == "" {
		return 0
	}
	args, err := shlex.Split(line[len(ours):], true)
	if err != nil {
		t.Errorf("%s: %q cannot be typed: %v", where, line, err)
		return 1
	}
	root := allCommands()
	cmd, rest, err := root.Find(args)
	if err == nil && cmd == root && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
		t.Errorf("%s: %q: there is no command %s", where, line, rest[0])
		return 1
	}
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	switch {
	case errors.Is(err, pflag.ErrHelp), !whole && err != nil && strings.HasPrefix(err.Error(), "flag needs an argument"):
		return 1
	case err == nil && whole:
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err != nil {
		t.Errorf("%s: %q: %v", where, line, err)
	}
	return 1
}

// TestLinesBreakBetweenWordsAlone: whoever copies the name of a file has it whole, and what stands apart still does.
func TestLinesBreakBetweenWordsAlone(t *testing.T) {
	const said = "Take it in: probity data import probity-not-saved-20261130-005135.toml\n   a line below"
	if got, want := worded(said, 40), "Take it in: probity data import\nprobity-not-saved-20261130-005135.toml\n   a line below"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	const listed = "Mistakes: 1\n  a.toml:6: the confidentiality of this title is not ended"
	if got, want := hung(listed, 30, 2), "Mistakes: 1\n  a.toml:6: the\n    confidentiality of this\n    title is not ended"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
