// Content: JSON compared by what it says, however it is laid out.

package certificate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"probity/guidance/text"
)

// twiceError is given for JSON in which a key stands twice in one object: programs differ in which of the two they take.
type twiceError struct{ key string }

func (e *twiceError) Error() string {
	return fmt.Sprintf("the key %q stands twice in one object", e.key)
}

func (e *twiceError) verdict() Verdict {
	return Verdict{Says: "It can't be told what this file says: " + quoted(e.key) + " stands twice in one place, and programs " +
		"differ in which of the two they read. Probity writes each once."}
}

// deepest is more nesting than a certificate has.
const deepest = 32

// content is JSON as a tree: map[string]any, []any, string, json.Number, bool and nil.
type content = any

// parse reads a whole JSON text. What two programs could read differently is an error.
func parse(text []byte) (content, error) {
	if !utf8.Valid(text) || halves(text) {
		return nil, errors.New("it holds bytes that are no text in UTF-8: it was saved in another encoding, or damaged")
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	tree, err := value(d, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("something follows its end")
	}
	return tree, nil
}

// halves reports whether a \u escape stands for half a character: programs put different things in its place.
func halves(text []byte) bool {
	s := strings.ReplaceAll(string(text), `\\`, "")
	for {
		i := strings.Index(s, `\u`)
		if i < 0 || len(s) < i+6 {
			return false
		}
		first, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		s = s[i+6:]
		if err != nil || !utf16.IsSurrogate(rune(first)) {
			continue
		}
		if len(s) < 6 || s[:2] != `\u` {
			return true
		}
		second, err := strconv.ParseUint(s[2:6], 16, 16)
		if err != nil || utf16.DecodeRune(rune(first), rune(second)) == utf8.RuneError {
			return true
		}
		s = s[6:]
	}
}

func value(d *json.Decoder, depth int) (content, error) {
	if depth > deepest {
		return nil, errors.New("it is nested deeper than a certificate is")
	}
	token, err := d.Token()
	if err != nil {
		return nil, fmt.Errorf("it is no whole JSON: %w", err)
	}
	switch token {
	case json.Delim('{'):
		return object(d, depth)
	case json.Delim('['):
		list := []any{}
		for d.More() {
			item, err := value(d, depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err := d.Token()
		return list, err
	}
	return token, nil
}

func object(d *json.Decoder, depth int) (content, error) {
	fields := map[string]any{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string)
		if _, twice := fields[key]; twice {
			return nil, &twiceError{key}
		}
		if fields[key], err = value(d, depth+1); err != nil {
			return nil, err
		}
	}
	_, err := d.Token()
	return fields, err
}

// decode puts a tree into a struct, whole numbers written as 1.0 or 1e0 too.
func decode(tree content, into any) error {
	text, err := json.Marshal(plain(tree))
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// plain is a tree with each number written in one way.
func plain(tree content) content {
	switch x := tree.(type) {
	case map[string]any:
		out := make(map[string]any, len(x))
		for key, v := range x {
			out[key] = plain(v)
		}
		return out
	case []any:
		out := make([]any, len(x))
		for i, v := range x {
			out[i] = plain(v)
		}
		return out
	case json.Number:
		const exact = 1 << 53
		if f, err := x.Float64(); err == nil && f == math.Trunc(f) && math.Abs(f) < exact {
			return int64(f)
		}
	}
	return tree
}

// differs says where two trees part, as a place and what is with it: "" when they say the same.
func differs(got, want content, at string) string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return at + " is of another kind"
		}
		return fieldsDiffer(g, w, at)
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return at + " has another length"
		}
		for i := range w {
			if d := differs(g[i], w[i], fmt.Sprintf("%s, number %d", at, i+1)); d != "" {
				return d
			}
		}
		return ""
	case json.Number:
		if g, ok := got.(json.Number); ok && sameNumber(g, w) {
			return ""
		}
	default:
		if got == want {
			return ""
		}
	}
	return at + " is another"
}

// sameNumber reports whether two spellings are of one number. Programs write numbers with up to 17 digits, such as
// 0.33329999999999999 for 0.3333. A spelling with more digits, or one that is read as zero and is not written so, was changed by
// hand.
func sameNumber(got, want json.Number) bool {
	const exact = 17
	digits := func(n json.Number) string {
		mantissa, _, _ := strings.Cut(strings.ToLower(string(n)), "e")
		return strings.Trim(strings.Replace(strings.TrimPrefix(mantissa, "-"), ".", "", 1), "0")
	}
	x, err1 := got.Float64()
	y, err2 := want.Float64()
	return err1 == nil && err2 == nil && x == y && len(digits(got)) <= exact && (digits(got) == "") == (digits(want) == "")
}

func fieldsDiffer(got, want map[string]any, at string) string {
	of := func(key string) string {
		if at == "" {
			return quoted(key)
		}
		return at + ": " + quoted(key)
	}
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if _, has := got[key]; !has {
			return of(key) + " is missing"
		}
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		w, has := want[key]
		if !has {
			return of(key) + " is added"
		}
		if d := differs(got[key], w, of(key)); d != "" {
			return d
		}
	}
	return ""
}

// plainText is a file as text with its line ends as this program writes them, and what was taken away for that, in words: a
// byte-order mark, UTF-16, other line ends.
func plainText(file []byte) (out []byte, changed []string) {
	out = text.FromUnicode(file)
	switch {
	case !bytes.HasSuffix(file, out): // Windows' shell writes UTF-16 when it sends what is put out to a file
		changed = append(changed, "the encoding (UTF-16)")
	case len(out) < len(file):
		changed = append(changed, "a byte-order mark at the beginning")
	}
	if lines := bytes.ReplaceAll(bytes.ReplaceAll(out, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n")); len(lines) != len(out) || !bytes.Equal(lines, out) {
		out, changed = lines, append(changed, "the line ends")
	}
	return out, changed
}
