// What TOML from outside may be, before the TOML reader sees it.

package text

import (
	"bytes"
	"errors"
	"unicode/utf8"
)

// Limits on TOML. The reader goes one call deeper for each bracket within another, and makes a table for each dot in a name. No
// file that Probity or a person writes comes near these.
const (
	mostDepth = 8   // brackets within brackets
	mostName  = 200 // bytes of a name or a number
	mostDots  = 8   // dots in a name or a number
)

// Why GuardTOML refuses a text.
var (
	ErrLarge    = errors.New("the file is too large")
	ErrNotUTF8  = errors.New("the file is not UTF-8 text")
	ErrNUL      = errors.New("the file has NUL bytes in it")
	errDeep     = errors.New("brackets are nested too deeply")
	errLongName = errors.New("a name or number is too long")
)

// GuardTOML refuses TOML that is larger than most bytes, that is no text, or that would take the TOML reader long or deep. It does not
// check the syntax: where that is wrong it may refuse too much, never too little. line is where the error is, counted from 1; it
// is 0 for an error of the whole file. The time it takes grows with the size alone.
func GuardTOML(toml []byte, most int) (line int, err error) {
	switch {
	case len(toml) > most:
		return 0, ErrLarge
	case !utf8.Valid(toml):
		return 0, ErrNotUTF8
	case bytes.IndexByte(toml, 0) >= 0:
		return 0, ErrNUL
	}
	return measure(toml)
}

// measure goes through what stands outside strings and comments, and counts brackets, the bytes of a name and its dots.
func measure(toml []byte) (line int, err error) {
	line = 1
	depth, name, dots := 0, 0, 0
	for i := 0; i < len(toml); i++ {
		switch toml[i] {
		case ' ', '\t':
		case '"', '\'':
			n := stringLength(toml[i:])
			if namesKey(toml[i+n:]) {
				name += n
			}
			line += bytes.Count(toml[i:i+n], []byte("\n"))
			i += n - 1
		case '#':
			i += lineLength(toml[i:]) - 1
		case '.':
			dots++
		case '[', '{':
			depth++
			name, dots = 0, 0
		case ']', '}':
			depth = max(0, depth-1)
			name, dots = 0, 0
		case '\n':
			line++
			name, dots = 0, 0
		case '=', ',':
			name, dots = 0, 0
		default:
			name++
		}
		switch {
		case depth > mostDepth:
			return line, errDeep
		case name > mostName, dots > mostDots:
			return line, errLongName
		}
	}
	return 0, nil
}

// stringLength is the length of the string that toml begins with, its quotes included. A string that is not closed ends before the
// line break, or with the text where it is one of three quotes.
func stringLength(toml []byte) int {
	quote := toml[0]
	if len(toml) >= 3 && toml[1] == quote && toml[2] == quote {
		return longLength(toml, toml[:3])
	}
	for i := 1; i < len(toml); i++ {
		switch c := toml[i]; {
		case c == quote:
			return i + 1
		case c == '\n':
			return i
		case c == '\\' && quote == '"':
			i++
		}
	}
	return len(toml)
}

// longLength is the length of a string in three quotes. Up to two more quotes before those that end it belong to it.
func longLength(toml, quotes []byte) int {
	for i := len(quotes); i < len(toml); i++ {
		switch {
		case toml[i] == '\\' && quotes[0] == '"':
			i++
		case bytes.HasPrefix(toml[i:], quotes):
			end := i + len(quotes)
			for range 2 {
				if end < len(toml) && toml[end] == quotes[0] {
					end++
				}
			}
			return end
		}
	}
	return len(toml)
}

// namesKey reports whether the string before rest is part of a key.
func namesKey(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t")
	return len(rest) > 0 && (rest[0] == '=' || rest[0] == '.')
}

// lineLength is the length of the first line without its line break.
func lineLength(toml []byte) int {
	if i := bytes.IndexByte(toml, '\n'); i >= 0 {
		return i
	}
	return len(toml)
}
