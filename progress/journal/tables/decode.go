// Reading one table of the record, or its head, guarded against text made to overwhelm the TOML reader.

package tables

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"probity/guidance/text"
	"probity/progress"
	"probity/progress/journal"
)

// Schema is the version of the format that this package reads and writes. An older one is migrated when it is opened.
const Schema = 1

// maxSeq is the highest number of an entry: far from where counting on would overflow.
const maxSeq = 1 << 62

var (
	errBreaksOff = errors.New("an entry breaks off")
	errNotUTF8   = errors.New("there are bytes that are not UTF-8 text")
	errNUL       = errors.New("there are NUL bytes")
	errMerge     = errors.New("there are merge markers")
	errNotEntry  = errors.New("there is text that belongs to no entry")
	errNoSeq     = errors.New("an entry has no seq")
	errBadSeq    = errors.New("the seq of an entry is not a number from 1 up that Probity could go on from")
	errInside    = errors.New("an entry stands in a form that Probity does not read: each has to begin with its name in two brackets, such as [[answer]]")
	errNoAt      = errors.New("an entry has no at, with day and time")
	errTooDeep   = errors.New("an entry is nested too deeply")
	ErrOtherFile = errors.New("this is another kind of file") // a session in the place of a record, or the other way round
)

// decodeFact reads a table from its header to just before the next. The fact is nil for a kind that this version doesn't
// know; its number is read all the same.
func decodeFact(kinds journal.Kinds, text []byte) (fact progress.Fact, seq int64, err error) {
	header, body, ok := bytes.Cut(text, []byte("\n"))
	if !ok {
		return nil, 0, errBreaksOff
	}
	if text[len(text)-1] != '\n' {
		if len(text) <= MaxFact && !ended(text) {
			return nil, 0, errBreaksOff
		}
		body = append(bytes.Clone(body), '\n')
	}
	name, ok := TableName(header)
	switch {
	case !ok && bytes.HasPrefix(text, []byte{0}): // a page that was never written
		return nil, 0, errNUL
	case !ok:
		return nil, 0, errNotEntry
	}
	kind, known := kinds[name]
	if known && len(body) <= MaxFact {
		if fact, plain := readPlain(kind, string(body)); plain {
			seq, at := progress.Stamp(fact)
			return checked(fact, seq, at)
		}
	}
	if err := Guard(body); err != nil {
		return nil, 0, err
	}
	var at time.Time
	if known {
		fact, seq, at, err = decodeBody(kind, string(body))
	} else {
		seq, at, err = DecodeStamp(string(body))
	}
	switch {
	case err != nil:
		return nil, 0, misreadAs("an entry", err, 1)
	case holdsEntry(kinds, text):
		return nil, 0, errInside
	}
	return checked(fact, seq, at)
}

// checked returns a fact with its number unless number or time cannot be.
func checked(fact progress.Fact, seq int64, at time.Time) (progress.Fact, int64, error) {
	switch {
	case seq == 0:
		return nil, 0, errNoSeq
	case seq < 0 || seq > maxSeq:
		return nil, 0, errBadSeq
	case !at.After(time.Time{}): // TOML has times without a day too, and they are of the year 0
		return nil, 0, errNoAt
	}
	return fact, seq, nil
}

// decodeBody reads the keys of a known kind. Keys that it doesn't know are left alone: they stay in the file.
func decodeBody(kind reflect.Type, body string) (fact progress.Fact, seq int64, at time.Time, err error) {
	into := reflect.New(kind)
	meta, err := toml.Decode(body, into.Interface())
	if err == nil {
		err = twofold(meta.Keys())
	}
	if err != nil {
		return nil, 0, at, err
	}
	fact = into.Elem().Interface().(progress.Fact)
	if seq, at = progress.Stamp(fact); at.IsZero() {
		return fact, seq, at, nil
	}
	fact = progress.Stamped(fact, seq, at)
	return fact, seq, at, nil
}

// twofold is an error where a key stands in two spellings: the decoder takes either, and which of them is left to chance.
func twofold(keys []toml.Key) error {
	for i, key := range keys {
		for _, other := range keys[:i] {
			if len(key) == 1 && len(other) == 1 && key[0] != other[0] && strings.EqualFold(key[0], other[0]) {
				return fmt.Errorf("%q stands beside %q, and is the same", key[0], other[0])
			}
		}
	}
	return nil
}

// DecodeStamp reads the number and time of a kind that this version doesn't know.
func DecodeStamp(body string) (int64, time.Time, error) {
	var keys struct {
		Seq int64
		At  time.Time
	}
	_, err := toml.Decode(body, &keys)
	return keys.Seq, keys.At, err
}

// maxName is longer than the name of any kind.
const maxName = 40

// holdsEntry reports whether a line in the text of an entry is the header of another in single brackets, as [answer] in place of
// [[answer]]: TOML takes that for a part of the entry.
func holdsEntry(kinds journal.Kinds, text []byte) bool {
	for at := 0; ; at++ {
		found := bytes.IndexByte(text[at:], '[')
		if found < 0 {
			return false
		}
		at += found
		name, _, closed := bytes.Cut(text[at+1:], []byte("]"))
		_, known := kinds[string(bytes.Trim(name[:min(len(name), maxName)], Blanks+`"'`))]
		if _, first := lineBefore(text, at); first && closed && known {
			return true
		}
	}
}

// TableName returns the name in a line such as [[answer]].
func TableName(line []byte) (string, bool) {
	s, found := strings.CutPrefix(strings.TrimLeft(string(line), Blanks), "[[")
	name, rest, closed := strings.Cut(s, "]]")
	name, rest = strings.TrimSpace(name), strings.TrimSpace(rest)
	if n := len(name); n > 2 && (name[0] == '"' || name[0] == '\'') && name[n-1] == name[0] {
		name = name[1 : n-1]
	}
	plain := name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == ""
	return name, found && closed && plain && (rest == "" || rest[0] == '#')
}

// Head is what stands before the first fact.
type Head struct {
	Schema  int64
	Learner progress.Learner
	Session string // id of an induction session; "" in a record
	Record  string // the whole path of the record that this could not be saved in; "" but in a file of what could not
}

var (
	errNoSchema  = errors.New("the beginning names no schema")
	errNoLearner = errors.New("the beginning does not say who the learner is: the table [learner] has to stand before the first entry")
)

// Headless reports whether a problem is that a file has no beginning as Probity writes it, so that it is another program's, or of another kind.
func Headless(problem error) bool {
	return errors.Is(problem, errNoSchema) || errors.Is(problem, errNoLearner)
}

// DecodeHead reads the head. Of a newer schema only the number must be there.
func DecodeHead(kinds journal.Kinds, text []byte) (Head, error) {
	if err := Guard(text); err != nil {
		return Head{}, err
	}
	var keys struct {
		Schema  int64
		Learner progress.Learner
		Session struct{ ID string }
		Rescued struct{ Record string }
	}
	meta, err := toml.Decode(string(text), &keys)
	named := func(key toml.Key) bool { _, known := kinds[key[0]]; return known } // entries don't stand in the beginning
	switch {
	case err != nil:
		return Head{}, misreadAs("the beginning", err, 0)
	case keys.Schema <= Schema && slices.ContainsFunc(meta.Keys(), named):
		return Head{}, errInside
	case keys.Schema < 1:
		return Head{}, errNoSchema
	case keys.Schema <= Schema && keys.Session.ID == "" && !(meta.IsDefined("learner", "role") && meta.IsDefined("learner", "jurisdiction")):
		return Head{}, errNoLearner
	}
	return Head{Schema: keys.Schema, Learner: keys.Learner, Session: keys.Session.ID, Record: keys.Rescued.Record}, nil
}

// HeadEnd returns where the head ends: before the first fact or a torn beginning of one, or else with the text if that is
// complete. It is -1 if more must be read.
func HeadEnd(text []byte, complete bool) int {
	if i := bytes.IndexByte(text, 0); i >= 0 {
		text, complete = text[:i], true
	}
	if i := firstBegin(text); i >= 0 {
		return i
	}
	if !complete {
		return -1
	}
	return len(bytes.TrimSuffix(text, []byte("[")))
}

// Guard refuses text that is no record's, or that would take the TOML reader long or deep.
func Guard(table []byte) error {
	_, err := text.GuardTOML(table, MaxFact)
	switch {
	case errors.Is(err, text.ErrLarge):
		return ErrTooLong
	case bytes.IndexByte(table, 0) >= 0: // before bad UTF-8: a write that was cut off may leave both
		return errNUL
	case errors.Is(err, text.ErrNotUTF8):
		return errNotUTF8
	case hasMergeMarker(table):
		return errMerge
	case err != nil:
		return errTooDeep
	}
	return nil
}

// hasMergeMarker reports whether a line begins as one that a version control system leaves in a conflict.
func hasMergeMarker(text []byte) bool {
	for line := range bytes.Lines(text) {
		for _, marker := range [...]string{"<<<<<<< ", ">>>>>>> ", "=======\n", "||||||| "} {
			if line[0] == marker[0] && bytes.HasPrefix(line, []byte(marker)) {
				return true
			}
		}
	}
	return false
}
