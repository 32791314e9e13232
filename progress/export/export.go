// Package export writes a record in forms that other programs read: a table (CSV), one document (JSON with a published
// schema) and statements for a learning record store (xAPI). Each is written as it is read, so that memory stays flat
// however long the record is. A further form is a file here and a line in forms.
package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"probity/progress"
)

// Format names a form.
type Format string

// The forms.
const (
	CSV  Format = "csv"  // one row for each answer
	JSON Format = "json" // every fact, as Schema describes it
	XAPI Format = "xapi" // statements, one a line
)

// forms are the writers of each format.
func forms() map[Format]func(io.Writer, *progress.Reading, Options) error {
	return map[Format]func(io.Writer, *progress.Reading, Options) error{CSV: writeCSV, JSON: writeJSON, XAPI: writeXAPI}
}

// ParseFormat returns the form of a name.
func ParseFormat(name string) (Format, error) {
	format := Format(strings.ToLower(name))
	if _, known := forms()[format]; !known {
		return "", fmt.Errorf("choosing a format: there is no format %q: choose csv, json or xapi", name)
	}
	return format, nil
}

// Options say what an export tells besides the facts.
type Options struct {
	Made    time.Time // when it is made
	Program string    // the version of the program
	Actor   Actor     // who the statements are about; nobody in particular if zero. Only xAPI has it
}

// Write writes a record in a form, fact by fact: its memory does not grow with the record.
func Write(w io.Writer, from *progress.Reading, format Format, o Options) error {
	write, known := forms()[format]
	if !known {
		return fmt.Errorf("exporting the record: there is no format %q", format)
	}
	buffered := bufio.NewWriterSize(w, 64<<10)
	err := write(buffered, from, o)
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		return fmt.Errorf("exporting the record: %w", err)
	}
	return nil
}
