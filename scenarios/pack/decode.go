package pack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"probity/guidance/text"
)

// open reads and decodes one file into v. ok is false when it could not be decoded at all; the mistakes say why. Of a file that is known to have none,
// md may be empty.
func open(in tree, name string, v any) (f *file, md toml.MetaData, ok bool) {
	f = &file{name: in.shown + name}
	text, err := read(in, name)
	if err != nil {
		f.broken = true
		f.note(position{}, "", "", "cannot be read ("+reason(err)+")", "check that it is an ordinary file that you may read, of less than 256 KiB")
		return f, md, false
	}
	if !in.proven {
		md, ok = f.decode(text, v)
		return f, md, ok
	}
	if f.proven = true; readPlain(string(normal(text)), v) {
		return f, md, true
	}
	f.text = normal(text)
	md, ok = f.parse(v)
	f.text = nil // which is for the lines of mistakes
	return f, md, ok
}

// decode decodes a file's text into v, and notes what can be seen without knowing what the file is for.
func (f *file) decode(raw []byte, v any) (md toml.MetaData, ok bool) {
	f.text = normal(raw)
	if line, err := text.GuardTOML(f.text, maxBytes); err != nil {
		f.broken = true
		f.mistakes = append(f.mistakes, f.refused(line, err))
		return md, false
	}
	md, ok = f.parse(v)
	if ok {
		f.unknown(md.Undecoded())
		f.twofold(md.Keys())
		f.visible(reflect.ValueOf(v), position{}, "")
	}
	return md, ok
}

// parse decodes the file's text, which is safe to give to the TOML reader.
func (f *file) parse(v any) (md toml.MetaData, ok bool) {
	md, err := toml.NewDecoder(bytes.NewReader(f.text)).Decode(v)
	if f.broken = err != nil; f.broken {
		f.mistakes = append(f.mistakes, f.undecodable(err))
	}
	return md, !f.broken
}

// normal takes away a byte-order mark and the carriage returns that some editors leave.
func normal(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
}

// refusal says why a file is not given to the TOML reader.
func refusal(err error) string {
	if errors.Is(err, text.ErrLarge) {
		return fmt.Sprintf("the file is larger than %d KiB", maxBytes>>10)
	}
	return err.Error()
}

// refused words why a file is not given to the TOML reader. A text that is not ended can make a name of what follows.
func (f *file) refused(line int, err error) Mistake {
	if line > 0 {
		quoted := text.TOMLStrings(f.text)
		_, curly := f.curly(quoted, line)
		if _, endless := f.endless(quoted, line); curly || endless {
			return f.syntax(line, err.Error())
		}
	}
	return Mistake{File: f.name, Line: line, Problem: refusal(err), Mend: refusalMend(err)}
}

// refusalMend is what to do about such a file. Editors of Windows may save letters as UTF-16, which has a NUL byte in each, or as ANSI.
func refusalMend(err error) string {
	if errors.Is(err, text.ErrNotUTF8) || errors.Is(err, text.ErrNUL) {
		return "save it as UTF-8 (in Notepad: Save as, Encoding)"
	}
	return "write it as Probity's own files are written"
}

// maxBytes is the size of a pack's file beyond which it is refused.
const maxBytes = 256 << 10

// read reads a file whole, if it is an ordinary one and not too large.
func read(in fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(in, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not an ordinary file")
	case info.Size() > maxBytes:
		return nil, fmt.Errorf("it is larger than %d KiB", maxBytes>>10)
	}
	file, err := in.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	_, err = text.ReadFrom(io.LimitReader(file, maxBytes+1)) // it may have grown meanwhile; the guard sees that
	return text.Bytes(), err
}

// reason is an error of the file system without the path, which the mistake names already.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// required notes each of the fields that the table at hand lacks. A file that is known to have no mistake lacks none, whether or not md speaks of it.
func (f *file) required(md toml.MetaData, at position, id string, fields ...string) {
	if f.proven {
		return
	}
	for _, field := range fields {
		path := []string{field}
		if at.table != "" {
			path = []string{at.table, field}
		}
		if !md.IsDefined(path...) {
			f.note(at, id, field, "is missing", "add "+field+" = …")
		}
	}
}

// present notes each of the named texts that is empty.
func (f *file) present(at position, id string, texts ...field) {
	for _, t := range texts {
		if blank(t.value) {
			f.note(at.at(t.name), id, t.name, "is missing or empty", "add "+t.name+" = \"…\"")
		}
	}
}

// blank reports whether nothing of a text can be seen.
func blank(s string) bool { return text.Line(s) == "" }

type field struct{ name, value string }

func (p position) at(key string) position { return position{p.table, p.nth, key} }

// visible goes through all values that were decoded. It refuses text that reads other than it is written, as with bidirectional
// overrides and tag characters, and text that a screen can't draw at once.
func (f *file) visible(v reflect.Value, at position, name string) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		f.visible(v.Elem(), at, name)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		if name != "" && at.table == "" {
			at = position{table: name}
		}
		for i := range v.NumField() {
			f.visible(v.Field(i), at, tomlName(v.Type().Field(i)))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			f.visible(key, at, name)
			f.visible(v.MapIndex(key), at, name)
		}
	case reflect.Slice, reflect.Array:
		f.list(v, at, name)
	case reflect.String:
		if r, n := text.Deceptive(v.String()); n > 0 {
			f.note(at.at(name), "", name, fmt.Sprintf("has the invisible character U+%04X as character %d", r, n), "take it out")
		}
		f.bounded(v.String(), at, name)
	}
}

// How many entries a list of a pack may have: texts beside one another, and tables such as clauses.
const (
	mostTexts  = 50
	mostTables = 500
)

// list is visible for the entries of a list.
func (f *file) list(v reflect.Value, at position, name string) {
	tables, most := v.Type().Elem().Kind() == reflect.Struct, mostTexts
	if tables {
		most = mostTables
	}
	if v.Len() > most {
		f.note(at.at(name), "", name, fmt.Sprintf("has %d entries", v.Len()), fmt.Sprintf("keep to %d", most))
		return
	}
	for i := range v.Len() {
		here := at
		switch {
		case tables && at.table != "":
			here = f.next(at.table + "." + name)
		case tables:
			here = position{table: name, nth: i}
		}
		f.visible(v.Index(i), here, name)
	}
}

// next is the next table of a kind that stands within others, in the order of the file.
func (f *file) next(table string) position {
	if f.passed == nil {
		f.passed = map[string]int{}
	}
	f.passed[table]++
	return position{table: table, nth: f.passed[table] - 1}
}

// bounded refuses a text that is too long, or whose Markdown is more than a screen can draw at once.
func (f *file) bounded(s string, at position, name string) {
	if len(s) > text.Longest {
		f.note(at.at(name), "", name, fmt.Sprintf("has %d bytes", len(s)), fmt.Sprintf("keep to %d bytes", text.Longest))
		return
	}
	if line, problem := text.Excess(s); problem != "" {
		f.note(at.at(name), "", name, fmt.Sprintf("%s, in line %d of the text", problem, line), "write it more simply")
	}
}

// tomlName is the key that a field is decoded from.
func tomlName(field reflect.StructField) string {
	if name, _, _ := strings.Cut(field.Tag.Get("toml"), ","); name != "" {
		return name
	}
	return strings.ToLower(field.Name)
}

// slug is what an id may look like.
var slug = text.Expression(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// goodID notes an id that is missing, or not lower-case letters, digits and hyphens; it names the first other character.
func (f *file) goodID(at position, id string) {
	switch {
	case slug().MatchString(id):
		return
	case blank(id):
		f.present(at, "", field{"id", id})
		return
	}
	problem := "is not made of lower-case letters, digits and hyphens"
	for i, r := range []rune(id) {
		if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-", r) {
			problem = fmt.Sprintf("has %q (U+%04X) as character %d", r, r, i+1)
			break
		}
	}
	f.note(at.at("id"), id, "id", problem, "use lower-case letters, digits and hyphens only")
}
