package linear

import (
	"bufio"
	"errors"
	"io"
	"slices"

	"golang.org/x/text/encoding/unicode"
)

// Limits of a line, in bytes.
const (
	longestAnswer = 1 << 16 // what follows in the same line is left out: nothing that long is an answer
	longestLine   = 16 << 20
	longestTyped  = 4095 // what a terminal takes of a line on Linux, without the end of the line: it drops the rest unsaid
	longestOnMac  = 1024 // and on macOS with it
)

// errEndless is input that is no text in lines, as of a device.
var errEndless = errors.New("a line has no end: give one answer a line")

// lines reads text in lines that end as on any system: LF, CR LF or CR. It never waits for more than the end of the line.
type lines struct {
	in    *bufio.Reader
	begun bool
	full  bool  // the last line is as long as one can come, and may have been cut
	cr    bool  // the last line ended with CR, and LF may follow
	err   error // what ended the input: io.EOF, or what is wrong with it
}

// next is the next line, as it was written; ok is false at the end of the input.
func (l *lines) next() (line string, ok bool) {
	defer func() {
		l.full = slices.Contains([]int{longestOnMac - 1, longestOnMac, longestTyped, longestAnswer}, len(line))
	}()
	l.begin()
	var kept []byte
	for n := 0; l.err == nil; n++ {
		b, err := l.in.ReadByte()
		switch {
		case err != nil:
			l.err = err
			return string(kept), err == io.EOF && len(kept) > 0
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

// begin looks for the mark that a file in UTF-16 begins with, as Windows writes them, and for half of an ASCII character after it.
// It waits for no more than the first byte where that begins no mark. The end of a terminal's input is read only once.
func (l *lines) begin() {
	if l.begun {
		return
	}
	l.begun = true
	first, err := l.in.Peek(1)
	if err != nil {
		l.err = err
		return
	}
	if first[0] < 0xFE {
		return
	}
	if four, _ := l.in.Peek(4); len(four) == 4 && (four[0] == 0xFF && four[1] == 0xFE && four[3] == 0 || four[0] == 0xFE && four[1] == 0xFF && four[2] == 0) {
		l.in = bufio.NewReader(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(l.in))
	}
}
