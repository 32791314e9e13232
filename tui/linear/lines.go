package linear

import (
	"bufio"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
)

// Limits of a line, in bytes.
const (
	longestAnswer = 1 << 16 // what follows in the same line is left out: nothing that long is an answer
	longestLine   = 16 << 20
)

// errEndless is input that is no text in lines, as of a device.
var errEndless = errors.New("a line has no end: give one answer a line")

// lines reads text in lines that end as on any system: LF, CR LF or CR. It never waits for more than the end of the line.
type lines struct {
	in    *bufio.Reader
	begun bool
	cr    bool  // the last line ended with CR, and LF may follow
	err   error // what ended the input before its end
}

// next is the next line, as it was written; ok is false at the end of the input.
func (l *lines) next() (line string, ok bool) {
	l.begin()
	var kept []byte
	for n := 0; l.err == nil; n++ {
		b, err := l.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return string(kept), len(kept) > 0
		case err != nil:
			l.err = err
		case b == '\n' && l.cr:
			l.cr = false
		case b == '\n' || b == '\r':
			l.cr = b == '\r'
			return string(kept), true
		case n == longestLine:
			l.err = errEndless
		case len(kept) < longestAnswer:
			kept = append(kept, b)
			l.cr = false
		}
	}
	return "", false
}

// begin looks at the first byte: a file in UTF-16, as Windows writes them, begins with a mark that no other text begins with.
func (l *lines) begin() {
	if l.begun {
		return
	}
	l.begun = true
	if first, err := l.in.Peek(1); err == nil && first[0] >= 0xFE {
		l.in = bufio.NewReader(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(l.in))
	}
}
