// Reading a fact that stands exactly as this package writes it, which nearly all do: many times faster than the TOML reader,
// and with little to clear away after it. Whatever looks different in any way is left to the TOML reader.

package tables

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"probity/guidance/text"
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
		s, ok := text.PlainString(value)
		*to = strings.Clone(s)
		return ok
	case *[]string:
		list, ok := text.PlainList(value)
		for i := range list {
			list[i] = strings.Clone(list[i])
		}
		*to = list
		return ok
	case *time.Time:
		at, err := time.Parse(time.RFC3339, value)
		*to = at
		return err == nil && len(value) == len("2006-01-02T15:04:05Z")
	case *float64:
		f, err := strconv.ParseFloat(value, 64)
		*to = f
		return err == nil && text.PlainNumber(value)
	}
	if field.CanInt() {
		n, err := strconv.ParseInt(value, 10, 64)
		field.SetInt(n)
		return err == nil && text.PlainNumber(value) && !strings.Contains(value, ".")
	}
	if field.Kind() == reflect.String { // a name of its own, such as Kind
		s, ok := text.PlainString(value)
		field.SetString(strings.Clone(s))
		return ok
	}
	return false
}
