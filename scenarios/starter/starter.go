// Package starter makes the files of a new pack: small, sound, with notes that teach. An author answers a few questions, and then changes
// words in place of beginning with nothing.
package starter

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"text/template"
	"time"

	"probity/guidance"
	"probity/guidance/text"
)

//go:embed files
var templates embed.FS

// Answers are what an author says of the pack that they begin.
type Answers struct {
	Title    string                // of the pack
	ID       string                // what learners' answers are recorded under
	Owner    string                // whose pack it is, who also publishes the document
	Country  guidance.Jurisdiction // that the situations are offered in
	Document string                // the title of the document that decides
	Today    time.Time             // the day on which the pack is begun
}

// Day is the day as TOML has it.
func (a Answers) Day() string { return a.Today.Format(time.DateOnly) }

// Year is the year alone.
func (a Answers) Year() string { return a.Today.Format("2006") }

// Files are the files of the pack by their names within its folder. They are whole and load as they are, where each answer was taken by
// its question.
func Files(a Answers) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(templates, "files", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := templates.ReadFile(name)
		if err != nil {
			return err
		}
		filled, err := fill(name, string(raw), a)
		files[strings.TrimPrefix(name, "files/")] = filled
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("making the files of a new pack: %w", err)
	}
	return files, nil
}

// fill puts the answers into a template.
func fill(name, raw string, a Answers) ([]byte, error) {
	raw = text.LineFeeds(raw)
	t, err := template.New(name).Funcs(template.FuncMap{"quoted": quoted}).Parse(raw)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, a)
	return out.Bytes(), err
}

// quoted is a line as a basic string of TOML.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text.Line(s)) + `"`
}
