// Package export writes a record in forms that other programs read: a table (CSV), one document (JSON with a published
// schema) and statements for a learning record store (xAPI). Each is written as it is read, so that memory stays flat
// however long the record is. A further form is a file here and a line in forms.
package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"probity/progress"
	"probity/progress/journal/parallel"
)

// Format names a form.
type Format string

// The forms.
const (
	CSV  Format = "csv"  // one row for each answer
	JSON Format = "json" // every fact, as JSONSchema describes it
	XAPI Format = "xapi" // statements, one a line
	TOML Format = "toml" // the record itself, which probity opens
)

// Formats lists the forms in the order they are offered.
func Formats() (all []Format) {
	for _, f := range forms() {
		all = append(all, f.format)
	}
	return all
}

// Name is what people call a form.
func (f Format) Name() string {
	if f == XAPI {
		return "xAPI"
	}
	return strings.ToUpper(string(f))
}

// What says what a form has.
func (f Format) What() string {
	switch f {
	case CSV:
		return "a line for each answer, for a spreadsheet"
	case JSON:
		return "every fact, as its schema says"
	case XAPI:
		return "a statement a line, about a number that stays yours"
	case TOML:
		return "the record itself, which Probity opens on another computer, or merges there"
	}
	return ""
}

// form is how a record is written for other programs.
type form struct {
	format Format
	file   string // what the file is called, unless somebody names it
	write  func(io.Writer, *progress.Reading, Options) error
}

func forms() []form {
	return []form{{CSV, "probity-answers.csv", writeCSV}, {JSON, "probity-record.json", writeJSON}, {XAPI, "probity-statements.jsonl", writeXAPI}, {TOML, "progress.toml", writeTOML}}
}

// find returns the form of a format; ok is false if there is none.
func find(format Format) (found form, ok bool) {
	i := slices.IndexFunc(forms(), func(f form) bool { return f.format == format })
	if i < 0 {
		return form{}, false
	}
	return forms()[i], true
}

// Choice names the formats, as in "csv, json or xapi".
func Choice() string {
	var names []string
	for _, f := range forms() {
		names = append(names, string(f.format))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// ParseFormat returns the format of a name.
func ParseFormat(name string) (Format, error) {
	format := Format(strings.ToLower(name))
	if _, known := find(format); !known {
		return "", fmt.Errorf("choosing a format: there is no format %q: choose %s", name, Choice())
	}
	return format, nil
}

// File is what a file of the format is called, unless somebody names it.
func (f Format) File() string {
	found, _ := find(f)
	return found.file
}

// Options say what an export tells besides the facts.
type Options struct {
	Made    time.Time // when it is made
	Program string    // the version of the program
	Actor   Actor     // who the statements are about. Only xAPI has it, and needs it
}

// atATime is how many facts are worked on together: enough to keep all cores busy.
const atATime = 1 << 9

// inOrder makes something of every fact on all cores, and gives it to take in the order of the record. What is made must depend on the fact and the
// whole reading alone.
func inOrder[M any](from *progress.Reading, made func(progress.Fact) (M, error), take func(M) error) error {
	return parallel.InOrder(atATime, from.Each, made, take)
}

// Write writes a record in a form, some facts at a time: its memory does not grow with the record.
func Write(w io.Writer, from *progress.Reading, format Format, o Options) error {
	as, known := find(format)
	if !known {
		return fmt.Errorf("exporting the record: there is no format %q", format)
	}
	buffered := bufio.NewWriterSize(w, 64<<10)
	err := as.write(buffered, from, o)
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		return fmt.Errorf("exporting the record: %w", err)
	}
	return nil
}
