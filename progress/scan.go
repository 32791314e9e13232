// Finding facts in the record's text. A fact begins at a line that starts with [[, perhaps after blanks that a formatter or a
// person put there, and reaches to the next such line. Probity writes every value on one line and escapes line breaks, so no
// text of a learner's can look like a beginning.

package progress

import (
	"bytes"
	"io"
	"time"
)

// brackets begin the line that a fact begins with: only there can the text be divided.
var brackets = []byte("[[")

// blanks may stand before the brackets.
const blanks = " \t"

// firstBegin returns where the first line starts that a fact begins with, or -1. The first line of the text is not looked at.
func firstBegin(text []byte) int {
	for at := 0; ; {
		found := bytes.Index(text[at:], brackets)
		if found < 0 {
			return -1
		}
		at += found
		if start, begins := lineBefore(text, at); begins {
			return start
		}
		for at < len(text) && text[at] == '[' {
			at++
		}
	}
}

// lastBegin is firstBegin from the end.
func lastBegin(text []byte) int {
	for {
		at := bytes.LastIndex(text, brackets)
		if at < 0 {
			return -1
		}
		if start, begins := lineBefore(text, at); begins {
			return start
		}
		text = bytes.TrimRight(text[:at], "[")
	}
}

// lineBefore returns where the line starts in which only blanks stand before at; false if there is more before it.
func lineBefore(text []byte, at int) (start int, only bool) {
	start = len(bytes.TrimRight(text[:at], blanks))
	return start, start > 0 && text[start-1] == '\n'
}

// begins reports whether a text begins as a fact does.
func begins(text []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(text, blanks), brackets) }

// piece is what was found in one stretch of text, from the start of one fact to the start of the next.
type piece struct {
	fact    Fact  // nil if the kind is unknown or there is no whole fact
	seq     int64 // number of the whole fact, 0 if there is none
	size    int   // length of the whole fact, 0 if there is none
	length  int   // length of the stretch
	loose   bool  // the stretch doesn't begin as a fact does
	problem error // what is wrong with the text from size on; nil if nothing is
	torn    bool  // the problem may be what a write leaves that was cut off
}

// parse reads a stretch of text that holds one fact, perhaps broken or with something broken after it. An entry that has its
// at, which is written last, was not cut off: what is wrong with it was done to it later.
func parse(kinds KindsRegister, text []byte) piece {
	found := piece{length: len(text), loose: !begins(text)}
	found.fact, found.seq, found.problem = decodeFact(kinds, text)
	if found.problem == nil {
		found.size = len(text)
		return found
	}
	end := afterAt(text[:min(len(text), maxFact+1)])
	found.torn = found.problem != errMerge && (end == 0 || found.problem == errNUL)
	if end == 0 || hasKeyFirst(text[end:]) {
		return found
	}
	if fact, seq, err := decodeFact(kinds, text[:end]); err == nil {
		found.fact, found.seq, found.size = fact, seq, end
		found.problem = describeRest(kinds, text[end-1:])
		found.torn = found.problem != errMerge && found.problem != errInside
	}
	return found
}

// afterAt returns where the line of the key at ends, or 0 if there is no such line.
func afterAt(text []byte) int {
	for start := 0; start < len(text); {
		end := bytes.IndexByte(text[start:], '\n')
		if end < 0 {
			return 0
		}
		key, _, found := bytes.Cut(text[start:start+end], []byte("="))
		start += end + 1
		if found && isAt(key) {
			return start
		}
	}
	return 0
}

func isAt(key []byte) bool { return string(bytes.Trim(key, blanks+`"'`)) == "at" }

// ended reports whether a text without a line break at its end is not cut off: it ends in the whole line of the key at, or in
// something that a person or a formatter put after that.
func ended(text []byte) bool {
	if afterAt(text) > 0 {
		return true
	}
	key, value, found := bytes.Cut(text[bytes.LastIndexByte(text, '\n')+1:], []byte("="))
	value, _, _ = bytes.Cut(value, []byte("#"))
	_, err := time.Parse(time.RFC3339, string(bytes.Trim(value, blanks+"\r")))
	return found && isAt(key) && err == nil
}

// hasKeyFirst reports whether what stands first in a text is a key and its value, which belong to the entry before it.
func hasKeyFirst(text []byte) bool {
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) > 0 && line[0] != '#' {
			key, _, found := bytes.Cut(line, []byte("="))
			return found && len(key) > 0 && key[0] != '[' && key[0] != 0
		}
	}
	return false
}

// describeRest says what is wrong with text after a whole fact, from the line break before it on.
func describeRest(kinds KindsRegister, text []byte) error {
	if err := guard(text); err != nil {
		return err
	}
	if holdsEntry(kinds, text) {
		return errInside
	}
	return errNotEntry
}

// split divides text at the beginnings of facts.
func split(text []byte) [][]byte {
	var stretches [][]byte
	for len(text) > 0 {
		end := firstBegin(text)
		if end < 0 {
			end = len(text)
		}
		stretches = append(stretches, text[:end])
		text = text[end:]
	}
	return stretches
}

// chunkSize is how much text is read at a time: enough to keep a core busy, little enough to hold several.
const chunkSize = 256 << 10

// chunk is a run of whole stretches.
type chunk struct {
	text []byte
	line int // number of its first line in the file
}

// chunker divides a long text into chunks at the beginnings of facts.
type chunker struct {
	from io.Reader
	rest []byte // read, and part of the next chunk
	line int    // number of the first line of rest
	done bool
}

// newChunker divides what a reader has, of which the first line has a number.
func newChunker(from io.Reader, line int) *chunker { return &chunker{from: from, line: line} }

// next returns the next chunk; one without text is the end.
func (c *chunker) next() (chunk, error) {
	text := c.rest
	cut := -1 // where the last fact begins
	for !c.done && cut < 0 && len(text) <= 2*maxFact {
		more := make([]byte, chunkSize)
		n, err := io.ReadFull(c.from, more)
		text = append(text, more[:n]...)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			c.done = true
		} else if err != nil {
			return chunk{}, err
		}
		cut = lastBegin(text)
	}
	if c.done || cut < 0 {
		cut = len(text)
	}
	found := chunk{text: text[:cut], line: c.line}
	c.rest = bytes.Clone(text[cut:])
	c.line += bytes.Count(found.text, []byte("\n"))
	return found, nil
}
