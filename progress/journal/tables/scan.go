// Finding facts in the record's text. A fact begins at a line that starts with [[, perhaps after blanks that a formatter or a
// person put there, and reaches to the next such line. Probity writes every value on one line and escapes line breaks, so no
// text of a learner's can look like a beginning.

package tables

import (
	"bytes"
	"io"
	"time"

	"probity/progress"
	"probity/progress/journal"
)

// brackets begin the line that a fact begins with: only there can the text be divided.
var brackets = []byte("[[")

// Blanks may stand before the brackets.
const Blanks = " \t"

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

// LastBegin is firstBegin from the end.
func LastBegin(text []byte) int {
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
	start = len(bytes.TrimRight(text[:at], Blanks))
	return start, start > 0 && text[start-1] == '\n'
}

// Begins reports whether a text begins as a fact does.
func Begins(text []byte) bool { return bytes.HasPrefix(bytes.TrimLeft(text, Blanks), brackets) }

// Piece is what was found in one stretch of text, from the start of one fact to the start of the next.
type Piece struct {
	Fact    progress.Fact // nil if the kind is unknown or there is no whole fact
	Seq     int64         // number of the whole fact, 0 if there is none
	Size    int           // length of the whole fact, 0 if there is none
	Length  int           // length of the stretch
	Loose   bool          // the stretch doesn't begin as a fact does
	Problem error         // what is wrong with the text from size on; nil if nothing is
	Torn    bool          // the problem may be what a write leaves that was cut off
}

// Parse reads a stretch of text that holds one fact, perhaps broken or with something broken after it. An entry that has its
// at, which is written last, was not cut off: what is wrong with it was done to it later.
func Parse(kinds journal.Kinds, text []byte) Piece {
	found := Piece{Length: len(text), Loose: !Begins(text)}
	found.Fact, found.Seq, found.Problem = decodeFact(kinds, text)
	if found.Problem == nil {
		found.Size = len(text)
		return found
	}
	end := afterAt(text[:min(len(text), MaxFact+1)])
	found.Torn = found.Problem != errMerge && (end == 0 || found.Problem == errNUL)
	if end == 0 || hasKeyFirst(text[end:]) {
		return found
	}
	if fact, seq, err := decodeFact(kinds, text[:end]); err == nil {
		found.Fact, found.Seq, found.Size = fact, seq, end
		found.Problem = describeRest(kinds, text[end-1:])
		found.Torn = found.Problem != errMerge && found.Problem != errInside
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

func isAt(key []byte) bool { return string(bytes.Trim(key, Blanks+`"'`)) == "at" }

// ended reports whether a text without a line break at its end is not cut off: it ends in the whole line of the key at, or in
// something that a person or a formatter put after that.
func ended(text []byte) bool {
	if afterAt(text) > 0 {
		return true
	}
	key, value, found := bytes.Cut(text[bytes.LastIndexByte(text, '\n')+1:], []byte("="))
	value, _, _ = bytes.Cut(value, []byte("#"))
	_, err := time.Parse(time.RFC3339, string(bytes.Trim(value, Blanks+"\r")))
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
func describeRest(kinds journal.Kinds, text []byte) error {
	if err := Guard(text); err != nil {
		return err
	}
	if holdsEntry(kinds, text) {
		return errInside
	}
	return errNotEntry
}

// Split divides text at the beginnings of facts.
func Split(text []byte) [][]byte {
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

// ChunkSize is how much text is read at a time: enough to keep a core busy, little enough to hold several.
const ChunkSize = 256 << 10

// Chunk is a run of whole stretches.
type Chunk struct {
	Text []byte
	Line int // number of its first line in the file
}

// Chunker divides a long text into chunks at the beginnings of facts.
type Chunker struct {
	from io.Reader
	rest []byte // read, and part of the next chunk
	line int    // number of the first line of rest
	done bool
}

// NewChunker divides what a reader has, of which the first line has a number.
func NewChunker(from io.Reader, line int) *Chunker { return &Chunker{from: from, line: line} }

// Next returns the next chunk; one without text is the end.
func (c *Chunker) Next() (Chunk, error) {
	text := c.rest
	cut := -1 // where the last fact begins
	for !c.done && cut < 0 && len(text) <= 2*MaxFact {
		more := make([]byte, ChunkSize)
		n, err := io.ReadFull(c.from, more)
		text = append(text, more[:n]...)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			c.done = true
		} else if err != nil {
			return Chunk{}, err
		}
		cut = LastBegin(text)
	}
	if c.done || cut < 0 {
		cut = len(text)
	}
	found := Chunk{Text: text[:cut], Line: c.line}
	c.rest = bytes.Clone(text[cut:])
	c.line += bytes.Count(found.Text, []byte("\n"))
	return found, nil
}
