// Finding facts in the record's text. A fact begins at a line that starts with [[ and reaches to the next such line.
// Probity writes every value on one line and escapes line breaks, so no text of a learner's can look like a beginning.

package progress

import (
	"bytes"
	"io"
)

// begin is what stands before each fact: only there can the text be divided.
var begin = []byte("\n[[")

// piece is what was found in one stretch of text, from the start of one fact to the start of the next.
type piece struct {
	fact    Fact  // nil if the kind is unknown or there is no whole fact
	seq     int64 // number of the whole fact, 0 if there is none
	size    int   // length of the whole fact, 0 if there is none
	length  int   // length of the stretch
	loose   bool  // the stretch doesn't begin as a fact does
	problem error // what is wrong with the text from size on; nil if nothing is
}

// parse reads a stretch of text that holds one fact, perhaps broken or with something broken after it.
func parse(text []byte) piece {
	found := piece{length: len(text), loose: !bytes.HasPrefix(text, []byte("[["))}
	found.fact, found.seq, found.problem = decodeFact(text)
	if found.problem == nil {
		found.size = len(text)
		return found
	}
	if end := afterAt(text); end > 0 && end < len(text) {
		if fact, seq, err := decodeFact(text[:end]); err == nil {
			found.fact, found.seq, found.size = fact, seq, end
			found.problem = describeRest(text[end:])
		}
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
		if found && string(bytes.TrimSpace(key)) == "at" {
			return start
		}
	}
	return 0
}

// describeRest says what is wrong with text after a whole fact.
func describeRest(text []byte) error {
	if err := guard(text); err != nil {
		return err
	}
	return errNotEntry
}

// split divides text at the beginnings of facts.
func split(text []byte) [][]byte {
	var stretches [][]byte
	for len(text) > 0 {
		end := len(text)
		if i := bytes.Index(text, begin); i >= 0 {
			end = i + 1
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

// next returns the next chunk; one without text is the end.
func (c *chunker) next() (chunk, error) {
	text := c.rest
	cut := -1
	for !c.done && cut < 0 && len(text) <= 2*maxFact {
		more := make([]byte, chunkSize)
		n, err := io.ReadFull(c.from, more)
		text = append(text, more[:n]...)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			c.done = true
		} else if err != nil {
			return chunk{}, err
		}
		cut = bytes.LastIndex(text, begin)
	}
	if c.done || cut < 0 {
		cut = len(text) - 1
	}
	found := chunk{text: text[:cut+1], line: c.line}
	c.rest = bytes.Clone(text[cut+1:])
	c.line += bytes.Count(found.text, []byte("\n"))
	return found, nil
}
