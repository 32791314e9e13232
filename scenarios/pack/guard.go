package pack

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// What a file may be before the TOML decoder sees it: deep nesting and very long keys make the decoder take seconds or
// overflow its stack, and no honest pack comes near these.
const (
	maxBytes = 256 << 10
	maxDepth = 8
	maxKey   = 200
	maxDots  = 8
)

// guard refuses text that would be unsafe to decode. The problem is "" when there is none; line is where it is.
func guard(text []byte) (line int, problem string) {
	switch {
	case len(text) > maxBytes:
		return 0, fmt.Sprintf("the file is larger than %d KiB", maxBytes>>10)
	case !utf8.Valid(text):
		return 0, "the file is not UTF-8 text"
	case bytes.IndexByte(text, 0) >= 0:
		return 0, "the file has NUL bytes in it"
	}
	s := scan{text: text, line: 1}
	for s.at < len(text) {
		if problem := s.step(); problem != "" {
			return s.line, problem
		}
	}
	return 0, ""
}

// normal takes away a byte-order mark and the carriage returns that some editors leave.
func normal(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
}

// scan walks through TOML outside its strings and comments, counting brackets and the length of names.
type scan struct {
	text  []byte
	at    int
	line  int
	depth int
	run   int // length of the name at hand
	dots  int // dots since the last separator
}

func (s *scan) step() string {
	c := s.text[s.at]
	switch {
	case c == '"' || c == '\'':
		begin := s.at
		s.skipString(c)
		s.run++
		if s.isName() {
			s.run += s.at - begin
		}
		return s.tooLong()
	case c == '#':
		s.skipTo('\n')
		return ""
	case c == '[' || c == '{':
		s.depth++
		s.run, s.dots = 0, 0
		if s.depth > maxDepth {
			return "brackets are nested too deeply"
		}
	case c == ']' || c == '}':
		s.depth = max(0, s.depth-1)
		s.run, s.dots = 0, 0
	case c == '\n' || c == '=' || c == ',':
		s.run, s.dots = 0, 0
	case c == '.':
		s.dots++
	case c != ' ' && c != '\t':
		s.run++
	}
	if c == '\n' {
		s.line++
	}
	s.at++
	return s.tooLong()
}

func (s *scan) tooLong() string {
	if s.run > maxKey || s.dots > maxDots {
		return "a name or number is too long"
	}
	return ""
}

// skipString goes past a string, one-line or of three quotes; an unclosed one is left to the decoder to report.
func (s *scan) skipString(quote byte) {
	open := bytes.Repeat([]byte{quote}, 3)
	long := bytes.HasPrefix(s.text[s.at:], open)
	if !long {
		open = open[:1]
	}
	s.at += len(open)
	for s.at < len(s.text) {
		switch {
		case s.text[s.at] == '\\' && quote == '"':
			s.at++
		case bytes.HasPrefix(s.text[s.at:], open):
			s.at += len(open)
			for range 2 { // a text in three quotes may end in quotes of its own
				if long && s.at < len(s.text) && s.text[s.at] == quote {
					s.at++
				}
			}
			return
		case s.text[s.at] == '\n':
			s.line++
			if !long {
				return
			}
		}
		s.at++
	}
	s.at = min(s.at, len(s.text))
}

// isName tells whether the string just passed is a name: part of a key.
func (s *scan) isName() bool {
	for _, c := range s.text[s.at:] {
		if c != ' ' && c != '\t' {
			return c == '=' || c == '.'
		}
	}
	return false
}

func (s *scan) skipTo(end byte) {
	for s.at < len(s.text) && s.text[s.at] != end {
		s.at++
	}
}
