package texttest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"probity/guidance/text"
)

// Give is the text that a place is given in place of what it has. A place is a type and its field, such as Source.Title, or a table and its
// key, such as option.text.
type Give func(place, was string) string

// Turn gives each place in turn the next payload, from a shift on, before and behind a mark that says which text it is, and a word that a
// search finds.
func Turn(shift int) Give {
	payloads, n := Payloads(), 0
	return func(string, string) string {
		p := payloads[(n+shift)%len(payloads)].Text
		n++
		return fmt.Sprintf("%s %s %s %s", p, Mark(n), Word, p)
	}
}

// Word is in every text.
const Word = "zebra"

// Mark is the mark of the nth text that Turn gives.
func Mark(n int) string { return fmt.Sprintf("zq%dqz", n) }

// Harmless gives each place words of its own, with all that Markdown may make of them.
func Harmless() Give {
	n := 0
	return func(string, string) string {
		n++
		return strings.ReplaceAll("A% *b%* **c%** `d%` "+Word+" zq%qz\ne%\n\nf%\n\n- g%\n\n1. h%\n\n7) i%\n\n> j%\n\n# k%\n\n---\n\n```\nl%\n```\n\n[m%](https://example.org)", "%", fmt.Sprint(n))
	}
}

// Plain gives each place words alone.
func Plain() Give {
	n := 0
	return func(string, string) string {
		n++
		return fmt.Sprintf("A%d b%d %s %s", n, n, Word, Mark(n))
	}
}

// Except leaves places as they are: those that tie things together, or that hold one of a few values.
func (give Give) Except(places ...string) Give {
	return func(place, was string) string {
		if slices.Contains(places, place) {
			return was
		}
		return give(place, was)
	}
}

// Loaded gives what a pack may hold: what its loader refuses is cleaned, or left out.
func (give Give) Loaded() Give {
	return func(place, was string) string {
		given := give(place, was)
		if _, at := text.Deceptive(given); at > 0 {
			given = text.Block(given)
		}
		if _, problem := text.Excess(given); problem != "" {
			return was
		}
		return given
	}
}

// Fill gives texts to all places of a value that a pointer leads to, and lists the places. What it was given for a pointer that it met before
// stays.
func Fill(v any, give Give) (places []string) {
	f := filler{give: give, filled: map[string]bool{}, met: map[any]bool{}}
	f.fill(reflect.ValueOf(v), "")
	return slices.Sorted(maps.Keys(f.filled))
}

// Whole gives every empty list, and every pointer that leads nowhere, of a value that a pointer leads to one entry, so that all its texts can be
// filled.
func Whole(v any) { whole(reflect.ValueOf(v).Elem()) }

func whole(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() && v.CanSet() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		whole(v.Elem())
	case reflect.Slice:
		if v.Len() == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		}
		for i := range v.Len() {
			whole(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type() != reflect.TypeFor[time.Time]() {
				whole(v.Field(i))
			}
		}
	}
}

// Each is a copy of what a value holds for every field of it that has a text, with that field alone filled.
func Each[T any](value T, give Give) (all []T) {
	of := reflect.ValueOf(value)
	for i := range of.NumField() {
		one := reflect.New(of.Type()).Elem()
		one.Set(of)
		field := one.Field(i)
		if field.Kind() == reflect.Slice { // a list of its own
			n := max(1, field.Len())
			list := reflect.MakeSlice(field.Type(), n, n)
			reflect.Copy(list, field)
			field.Set(list)
		}
		f := filler{give: give, filled: map[string]bool{}, met: map[any]bool{}}
		if f.fill(field, of.Type().Name()+"."+of.Type().Field(i).Name); len(f.filled) > 0 {
			all = append(all, one.Interface().(T))
		}
	}
	return all
}

type filler struct {
	give   Give
	filled map[string]bool
	met    map[any]bool
}

func (f *filler) fill(v reflect.Value, place string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !f.met[v.Interface()] {
			f.met[v.Interface()] = true
			f.fill(v.Elem(), place)
		}
	case reflect.Interface:
		if v.Kind() == reflect.Interface && !v.IsNil() && v.Elem().Kind() == reflect.Pointer {
			f.fill(v.Elem(), place)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && v.Type() != reflect.TypeFor[time.Time]() {
				f.fill(v.Field(i), v.Type().Name()+"."+field.Name)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i), place)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			f.fill(value, place)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		f.filled[place] = true
		v.SetString(f.give(place, v.String()))
	}
}

// Texts lists the places of texts that a type can hold, whatever a value of it holds. What is not exported is left out: it is worked out.
func Texts(of reflect.Type) []string {
	found := map[string]bool{}
	texts(of, "", found, map[reflect.Type]bool{})
	return slices.Sorted(maps.Keys(found))
}

func texts(of reflect.Type, place string, found map[string]bool, met map[reflect.Type]bool) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		texts(of.Elem(), place, found, met)
	case reflect.String:
		found[place] = true
	case reflect.Struct:
		if met[of] || of == reflect.TypeFor[time.Time]() {
			return
		}
		met[of] = true
		for i := range of.NumField() {
			if field := of.Field(i); field.IsExported() || field.Anonymous {
				texts(field.Type, of.Name()+"."+field.Name, found, met)
			}
		}
	}
}

// Keys lists the places of texts in files that are decoded into a type, as FillTOML names them.
func Keys(of reflect.Type) []string {
	found := map[string]bool{}
	keys(of, "", "", found)
	return slices.Sorted(maps.Keys(found))
}

func keys(of reflect.Type, table, key string, found map[string]bool) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		keys(of.Elem(), table, key, found)
	case reflect.String:
		found[strings.TrimPrefix(table+"."+key, ".")] = true
	case reflect.Struct:
		if of == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range of.NumField() {
			field := of.Field(i)
			if field.Anonymous {
				keys(field.Type, table, key, found)
				continue
			}
			keys(field.Type, strings.TrimPrefix(table+"."+key, "."), keyOf(field), found)
		}
	}
}

// keyOf is the key that a field is decoded from.
func keyOf(field reflect.StructField) string {
	if name, _, _ := strings.Cut(field.Tag.Get("toml"), ","); name != "" {
		return name
	}
	return strings.ToLower(field.Name)
}

var (
	keyed  = text.Expression(`([A-Za-z0-9_-]+)\s*=\s*[^=]*$`)
	header = text.Expression(`(?m)^\s*\[+([A-Za-z0-9_.-]+)\]+`)
)

// FillTOML gives texts to the places of a TOML file, and lists them. The rest of the file stays.
func FillTOML(file []byte, give Give) (filled []byte, places []string) {
	var out strings.Builder
	table, key, done := "", "", 0
	for _, s := range text.TOMLStrings(file) {
		gap := string(file[done:s.From])
		if m := header().FindAllStringSubmatch(gap, -1); m != nil {
			table = m[len(m)-1][1] + "."
		}
		if m := keyed().FindStringSubmatch(gap); m != nil {
			key = m[1]
		}
		out.WriteString(gap)
		done = s.To
		if rest := strings.TrimLeft(string(file[s.To:]), " \t"); strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, ".") {
			out.Write(file[s.From:s.To])
			key = string(file[s.From+1 : s.To-1])
			continue
		}
		places = append(places, table+key)
		out.WriteString(Quoted(give(table+key, unquoted(string(file[s.From:s.To])))))
	}
	out.Write(file[done:])
	return []byte(out.String()), places
}

// Quoted is a text as TOML has it: all but what is printed is escaped. What is no UTF-8 is U+FFFD, since TOML cannot hold it.
func Quoted(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			out.WriteString(`\` + string(r))
		case r < ' ' || !unicode.IsPrint(r):
			fmt.Fprintf(&out, `\U%08x`, r)
		default:
			out.WriteRune(r)
		}
	}
	return `"` + out.String() + `"`
}

// unquoted is a string of TOML without its quotes. Tests use few escapes.
func unquoted(s string) string {
	for _, quotes := range []string{`"""`, `'''`, `"`, `'`} {
		if inner, found := strings.CutPrefix(s, quotes); found {
			return strings.ReplaceAll(strings.TrimPrefix(strings.TrimSuffix(inner, quotes), "\n"), `\"`, `"`)
		}
	}
	return s
}
