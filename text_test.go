// Text from outside: what is safe in it, and how bytes become text, is defined once.

package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestTextIsJudgedInOnePlace: classes of characters, encodings and limits are named in guidance/text alone, but for the files listed.
func TestTextIsJudgedInOnePlace(t *testing.T) {
	for _, c := range []struct {
		what   string
		code   *regexp.Regexp
		beside []string // files that may do it too
	}{
		{"classes of hidden characters", regexp.MustCompile(`unicode\.(Cf|Cc|Zl|Zp|Bidi_Control|Join_Control|Variation_Selector)\b`), nil},
		{"encodings of files", regexp.MustCompile(`"golang\.org/x/text/encoding`), []string{
			"progress/attendance/rtf.go", // rich text names a code page for each font
			"tui/linear/lines.go",        // reads as somebody types, and must not wait for more
		}},
		{"lines that are broken to a width", regexp.MustCompile(`ansi\.(Wrap|Wordwrap|Hardwrap)`), []string{"tui/cells/cells.go"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			var found []string
			for _, file := range sources(t) {
				if code, err := os.ReadFile(file); err != nil {
					t.Error(err)
				} else if c.code.Match(code) {
					found = append(found, filepath.ToSlash(file))
				}
			}
			if !slices.Equal(found, c.beside) {
				t.Errorf("beside guidance/text they are in %q, not %q", found, c.beside)
			}
		})
	}
}

// sources are the project's files of Go, without tests and without guidance/text, in order.
func sources(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && filepath.ToSlash(path) == "guidance/text":
			return fs.SkipDir
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestExpressionsAreExpressions: those that are compiled when they are first used would otherwise fail in a learner's hands. What is put
// together of parts its own tests use.
func TestExpressionsAreExpressions(t *testing.T) {
	made, found := regexp.MustCompile("text\\.Expression\\((`[^`]*`|\"[^\"]*(?:\\\\.[^\"]*)*\")\\)"), 0
	for _, file := range sources(t) {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range made.FindAllSubmatch(code, -1) {
			found++
			if expression, err := strconv.Unquote(string(m[1])); err != nil {
				t.Errorf("%s: %s is no literal", file, m[1])
			} else if _, err := regexp.Compile(expression); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	if found < 60 {
		t.Errorf("%d were found", found)
	}
}
