// Reading a fact that stands exactly as this package writes it, which nearly all do: many times faster than the TOML reader,
// and with little to clear away after it. Whatever looks different in any way is left to the TOML reader.

package tables

import (
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"probity/progress"
)

// readPlain reads the body of a table into a fact of a kind. It returns false unless every line is a key of the kind, in its place, with a
// value in its plainest form. So what it takes is nothing that Guard or holdsEntry would refuse.
func readPlain(kind reflect.Type, body string) (fact progress.Fact, plain bool) {
	into := reflect.New(kind).Elem()
	for i, c := range progress.Columns(kind) {
		line, rest, ended := strings.Cut(body, "\n")
		key, value, ok := strings.Cut(line, " = ")
		if !ok || key != c.Name {
			if c.Optional {
				continue
			}
			return nil, false
		}
		if !ended || !setPlain(into.Field(i), value) {
			return nil, false
		}
		body = rest
	}
	if body != "" && body != "\n" {
		return nil, false
	}
	return into.Interface().(progress.Fact), true
}

func setPlain(field reflect.Value, value string) bool {
	switch to := field.Addr().Interface().(type) {
	case *string:
		s, ok := plainText(value)
		*to = s
		return ok
	case *[]string:
		list, ok := plainList(value)
		*to = list
		return ok
	case *time.Time:
		at, err := time.Parse(time.RFC3339, value)
		*to = at
		return err == nil && len(value) == len("2006-01-02T15:04:05Z")
	case *float64:
		f, err := strconv.ParseFloat(value, 64)
		*to = f
		return err == nil && plainNumber(value)
	}
	if field.CanInt() {
		n, err := strconv.ParseInt(value, 10, 64)
		field.SetInt(n)
		return err == nil && plainNumber(value) && !strings.Contains(value, ".")
	}
	if field.Kind() == reflect.String { // a name of its own, such as Kind
		s, ok := plainText(value)
		field.SetString(s)
		return ok
	}
	return false
}

// plainText takes a string in quotes that holds nothing to be resolved.
func plainText(value string) (string, bool) {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return "", false
	}
	s := value[1 : len(value)-1]
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\\' || s[i] < ' ' || s[i] == 0x7F {
			return "", false
		}
	}
	return strings.Clone(s), utf8.ValidString(s)
}

// plainList takes strings in brackets, with a comma and a blank between them.
func plainList(value string) ([]string, bool) {
	inner, ok := strings.CutPrefix(value, "[")
	inner, ok2 := strings.CutSuffix(inner, "]")
	if !ok || !ok2 {
		return nil, false
	}
	list := []string{}
	if inner == "" {
		return list, true
	}
	for _, part := range strings.Split(inner, ", ") {
		s, ok := plainText(part)
		if !ok {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

// longestNumber is more bytes than any number takes that this package writes in digits.
const longestNumber = 40

// plainNumber reports whether a number is written with digits, and one point between digits at the most, as TOML has it too.
func plainNumber(value string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(value, "-"), ".")
	return len(value) <= longestNumber && digits(whole) && (len(whole) == 1 || whole[0] != '0') && (!point || digits(part))
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
