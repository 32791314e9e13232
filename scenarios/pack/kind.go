package pack

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"probity/guidance/text"

	"github.com/BurntSushi/toml"
)

// badType is how the decoder words a value of the wrong kind: line, field, the kind that stands there and the kind that is wanted.
var badType = text.Expression(`^toml: (?:line (\d+) )?\(last key "([^"]*)"\): incompatible types: TOML value has type (.*); destination has type (.*)$`)

// lastKey is how it words what else is wrong with a value.
var lastKey = text.Expression(`(?s)^toml: line (\d+) \(last key "([^"]*)"\): (.*)$`)

// asOurs is what to do about a value of the wrong kind, if nothing better can be said.
const asOurs = "write it as Probity's own files do"

// brackets is what to do about a table that there may be several of.
func brackets(name string) string {
	return "write [[" + name + "]] in two pairs of brackets, wherever it stands"
}

// undecodable words for an author why the file cannot be decoded.
func (f *file) undecodable(err error) Mistake {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return f.syntax(parse.Position.Line, parse.Message)
	}
	if m := badType().FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		is, wanted := m[3], m[4]
		mend := asOurs
		switch {
		case wanted == "slice" && is == "map[string]any":
			mend = brackets(m[2])
		case wanted == "slice":
			mend = `write a list, such as ["a"]`
		}
		return Mistake{File: f.name, Line: cmp.Or(f.ofKind(m[2], is, wanted == "slice"), line), Field: m[2],
			Problem: "has a value of the wrong kind: " + inWords(is) + ", where " + inWords(wanted) + " is wanted", Mend: mend}
	}
	if m := lastKey().FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return Mistake{File: f.name, Line: line, Field: m[2], Problem: "has a value of the wrong kind (" + m[3] + ")", Mend: asOurs}
	}
	return Mistake{File: f.name, Problem: err.Error(), Mend: asOurs}
}

// inWords is a kind of value as an author speaks of it.
func inWords(kind string) string {
	switch kind {
	case "string":
		return "a text"
	case "int64", "float64", "float":
		return "a number"
	case "integer":
		return "a whole number"
	case "bool", "boolean":
		return "true or false"
	case "[]any", "slice":
		return "a list"
	case "map[string]any", "map":
		return "a table"
	case "[]map[string]any":
		return "several tables"
	}
	return kind
}

// ofKind finds the line of a field such as variant.option.why whose value is of a kind, or else has an entry of that kind, where no
// list is wanted. The decoder only gives the line of the last table that has the field. It is 0 where there is none.
func (f *file) ofKind(field, kind string, list bool) int {
	var all map[string]any
	if _, err := toml.NewDecoder(bytes.NewReader(f.text)).Decode(&all); err != nil {
		return 0
	}
	names := strings.Split(field, ".")
	table, key := strings.Join(names[:len(names)-1], "."), names[len(names)-1]
	tables := []map[string]any{all}
	for _, name := range names[:len(names)-1] {
		tables = inner(tables, name)
	}
	is := func(v any) bool {
		return v != nil && strings.ReplaceAll(fmt.Sprintf("%T", v), "interface {}", "any") == kind
	}
	if !list {
		for i, t := range tables {
			if entries, _ := t[key].([]any); slices.ContainsFunc(entries, is) {
				return f.line(position{table, i, key})
			}
		}
	}
	for i, t := range tables {
		if one, single := t[key].(map[string]any); is(t[key]) && single {
			line := f.line(position{table: field, nth: len(inner(tables[:i], key))})
			for name := range one { // there may be a table within it alone
				line = cmp.Or(line, f.line(position{table: field + "." + name}))
			}
			return line
		}
		if is(t[key]) {
			return f.line(position{table, i, key})
		}
	}
	return 0
}

// inner lists the tables of a name that stand in others, in the order of the file.
func inner(tables []map[string]any, name string) (all []map[string]any) {
	for _, t := range tables {
		in, _ := t[name].([]map[string]any)
		all = append(all, in...)
	}
	return all
}
