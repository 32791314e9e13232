// Reading the library's own files, most of which stand in TOML's plainest form: many times faster than the TOML reader, and with little to clear away
// after it. Whatever looks different in any way is left to the TOML reader.

package pack

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"probity/guidance/text"
)

// readPlain reads a file's text into the struct that a pointer leads to. It returns false, with the struct as it was, unless there is nothing in it yet,
// and every line is empty, a key that it has with a value in its plainest form, or the head of one of several tables. The texts are parts of s.
func readPlain(s string, into any) bool {
	root := reflect.ValueOf(into).Elem()
	if !root.IsZero() {
		return false
	}
	p := plainReader{fields: map[reflect.Type][]string{}}
	p.enter(root)
	for rest := s; rest != ""; {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		ok := line == ""
		if head, isHead := strings.CutPrefix(line, "[["); isHead {
			ok = p.head(root, head)
		} else if line != "" {
			rest, ok = p.value(line, rest)
		}
		if !ok {
			root.SetZero()
			return false
		}
	}
	return true
}

type plainReader struct {
	fields map[reflect.Type][]string // the keys of a struct's fields; "" for one that is not read here
	table  reflect.Value             // that keys belong to
	set    uint64                    // the fields of it that have a value
}

// enter goes on with another table.
func (p *plainReader) enter(table reflect.Value) {
	p.table, p.set = table, 0
	if _, known := p.fields[table.Type()]; !known {
		p.fields[table.Type()] = plainFields(table.Type())
	}
}

func plainFields(t reflect.Type) (keys []string) {
	itself := reflect.TypeFor[encoding.TextUnmarshaler]()
	for i := range min(t.NumField(), 64) {
		field := t.Field(i)
		key := tomlName(field)
		if field.Anonymous || !field.IsExported() || reflect.PointerTo(field.Type).Implements(itself) {
			key = ""
		}
		keys = append(keys, key)
	}
	return keys
}

// field is where the value of a key belongs in the table.
func (p *plainReader) field(key string) (at int, ok bool) {
	for i, name := range p.fields[p.table.Type()] {
		if name == key && key != "" {
			return i, true
		}
	}
	return 0, false
}

// head begins the next table of a name such as variant.option]]. Those on the way to it have begun.
func (p *plainReader) head(root reflect.Value, head string) bool {
	name, ok := strings.CutSuffix(head, "]]")
	if !ok {
		return false
	}
	p.enter(root)
	for {
		key, inner, deeper := strings.Cut(name, ".")
		at, ok := p.field(key)
		if !ok {
			return false
		}
		list := p.table.Field(at)
		if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct {
			return false
		}
		n := list.Len()
		if !deeper {
			list.Grow(1)
			list.SetLen(n + 1)
			p.enter(list.Index(n))
			return true
		}
		if n == 0 {
			return false
		}
		p.enter(list.Index(n - 1))
		name = inner
	}
}

// value sets a key of the table to what stands behind it, and returns the lines that are left.
func (p *plainReader) value(line, rest string) (left string, ok bool) {
	key, value, cut := strings.Cut(line, " = ")
	at, known := p.field(key)
	if !cut || !known || p.set&(1<<at) != 0 {
		return rest, false
	}
	p.set |= 1 << at
	field := p.table.Field(at)
	switch {
	case value == `"""`:
		return setLines(field, rest)
	case field.Kind() == reflect.String:
		s, plain := text.PlainString(value)
		field.SetString(s)
		return rest, plain
	case field.CanInt():
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || field.OverflowInt(n) || !text.PlainNumber(value) {
			return rest, false
		}
		field.SetInt(n)
		return rest, true
	case field.Kind() == reflect.Slice && field.Type().Elem().Kind() == reflect.String:
		list, plain := text.PlainList(value)
		setList(field, list)
		return rest, plain
	}
	return rest, false
}

func setList(field reflect.Value, list []string) {
	if strs, ok := field.Addr().Interface().(*[]string); ok {
		*strs = list
		return
	}
	field.Set(reflect.MakeSlice(field.Type(), len(list), len(list)))
	for i, s := range list {
		field.Index(i).SetString(s)
	}
}

// setLines sets a text to the lines as far as three quotes at the end of one.
func setLines(field reflect.Value, rest string) (left string, ok bool) {
	s, behind, ended := strings.Cut(rest, `"""`)
	if field.Kind() != reflect.String || !ended {
		return rest, false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if !text.PlainWords(line) {
			return rest, false
		}
	}
	field.SetString(s)
	if behind == "" {
		return "", true
	}
	return strings.CutPrefix(behind, "\n")
}
