// Writing facts as text: one readable table each, a key a line, nothing that a reader could take for another fact.

package tables

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/progress"
	"probity/progress/journal"
)

// MaxFact is the most bytes that a table may have, written or read. The longest reflection is far below it.
const MaxFact = 1 << 20

var (
	ErrTooLong   = errors.New("the text is longer than a record can hold") // than MaxFact
	errNoNumber  = errors.New("a number is not finite")
	errBadTime   = errors.New("a time is outside the years 1 to 9999")
	errNoWriting = errors.New("a field has a type that a record cannot hold")
)

// Encode writes a fact as a table with a blank line before it, so that it stands apart from whatever it is appended to.
func Encode(fact progress.Fact) ([]byte, error) {
	v := reflect.ValueOf(fact)
	text := []byte("\n[[" + fact.Table() + "]]\n")
	for i, c := range progress.Columns(v.Type()) {
		if c.Optional && v.Field(i).IsZero() {
			continue
		}
		text = append(append(text, c.Name...), " = "...)
		var err error
		if text, err = appendValue(text, v.Field(i)); err != nil {
			return nil, fmt.Errorf("writing %s: %w", c.Name, err)
		}
		text = append(text, '\n')
	}
	if len(text) > MaxFact {
		return nil, ErrTooLong
	}
	return text, nil
}

// EncodeHead writes the beginning of a new file.
func EncodeHead(h Head) []byte {
	text := fmt.Appendf(nil, "schema = %d\n\n", h.Schema)
	if h.Session != "" {
		text = append(text, "[session]\nid = "...)
		return append(AppendText(text, h.Session), '\n')
	}
	text = append(text, "[learner]\nrole = "...)
	text = AppendText(text, h.Learner.Role)
	text = append(text, "\njurisdiction = "...)
	text = AppendText(text, h.Learner.Jurisdiction)
	if h.Record != "" {
		text = append(text, "\n\n[rescued]\nrecord = "...)
		text = AppendText(text, h.Record)
	}
	return append(text, '\n')
}

// EncodeAll numbers facts after last, writes them, and reads them back: what can't be read must not be saved.
func EncodeAll(kinds journal.Kinds, facts []progress.Fact, last int64, now time.Time) (text []byte, saved []progress.Fact, err error) {
	for i, fact := range facts {
		one, err := Encode(progress.Stamped(fact, last+1+int64(i), now))
		if err != nil {
			return nil, nil, err
		}
		back, _, err := decodeFact(kinds, one[1:])
		if err != nil {
			return nil, nil, err
		}
		text, saved = append(text, one...), append(saved, back)
	}
	return text, saved, nil
}

func appendValue(text []byte, v reflect.Value) ([]byte, error) {
	switch value := v.Interface().(type) {
	case time.Time:
		if y := value.Year(); y < 1 || y > 9999 {
			return nil, errBadTime
		}
		return value.AppendFormat(text, time.RFC3339), nil
	case []string:
		text = append(text, '[')
		for i, s := range value {
			if i > 0 {
				text = append(text, ", "...)
			}
			text = AppendText(text, s)
		}
		return append(text, ']'), nil
	}
	switch v.Kind() {
	case reflect.String:
		return AppendText(text, v.String()), nil
	case reflect.Int, reflect.Int64:
		return strconv.AppendInt(text, v.Int(), 10), nil
	case reflect.Float64:
		return appendNumber(text, v.Float())
	}
	return nil, errNoWriting
}

// appendNumber writes whole numbers without a decimal point, as a learner would.
func appendNumber(text []byte, f float64) ([]byte, error) {
	const exact = 1 << 53 // up to here every whole number has a float64 of its own
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0):
		return nil, errNoNumber
	case f == math.Trunc(f) && math.Abs(f) < exact:
		return strconv.AppendInt(text, int64(f), 10), nil
	case f == math.Trunc(f):
		return strconv.AppendFloat(text, f, 'e', -1, 64), nil
	}
	return strconv.AppendFloat(text, f, 'g', -1, 64), nil
}

// AppendText writes a string on one line. Line breaks, control characters and what turns the direction of reading are escaped, so
// that text can't pass for a table or act on a terminal that shows the file; what isn't UTF-8 becomes U+FFFD.
func AppendText(to []byte, s string) []byte {
	to = append(to, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			to = append(to, '\\', byte(r))
		case r == '\n':
			to = append(to, `\n`...)
		case r == '\t':
			to = append(to, `\t`...)
		case r == '\r':
			to = append(to, `\r`...)
		case text.Acts(r):
			to = fmt.Appendf(to, `\u%04X`, r)
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return append(to, '"')
}
