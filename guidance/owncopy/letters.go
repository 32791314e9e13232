// What counts as the same wording: the letters, and nothing of how they are set.

package owncopy

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are a text's letters in lower case, run together. Left out is whatever differs between two printings of one
// wording: spaces, line breaks and hyphens, quotes and stops, and numbers, which belong to pages, notes and lists as often
// as to sentences. Left out too are f, i and l, everywhere: copies lose the ligatures ff, fi, fl, ffi and ffl in every
// way ("confdential", "con dential", "confict"), and two wordings hardly ever differ in these three letters alone.
type letters struct {
	text  string
	b     []byte
	at    []int // where in text each stands; letters and words left out just before it belong to it
	words []int // the letter each word begins with
	lines []int // the letter each line begins with, but for lines without one
}

// lettersOf takes the letters of a text.
func lettersOf(text string) letters {
	s := lettering{letters: letters{text: text}, gap: true, line: true, from: -1}
	for i, r := range text {
		if r < utf8.RuneSelf {
			s.see(i, r)
		} else {
			s.foreign(i, r)
		}
	}
	return s.letters
}

// lettering is lettersOf at work.
type lettering struct {
	letters
	gap    bool // the next letter begins a word
	line   bool // the next letter kept begins a line
	letter bool // the last character was a letter
	hyphen bool // the last character, white space aside, was a hyphen after a letter
	kept   bool // the word has letters that were kept
	from   int  // where letters left out since the last one kept begin, or -1; a word left out whole goes with the next
}

// foreign sees a character beyond ASCII as the ASCII ones it is made of, if it is: é as e, the ligature ﬁ as f and i.
func (s *lettering) foreign(i int, r rune) {
	switch {
	case strings.ContainsRune("\u2010\u2011\u00ad", r):
		s.see(i, '-')
		return
	case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
		s.see(i, ' ')
		return
	}
	for _, part := range norm.NFKD.String(string(r)) {
		if part < utf8.RuneSelf {
			s.see(i, part)
		}
	}
}

func (s *lettering) see(i int, r rune) {
	switch {
	case r >= 'A' && r <= 'Z':
		s.keep(i, byte(r)+'a'-'A')
		return
	case r >= 'a' && r <= 'z':
		s.keep(i, byte(r))
		return
	case r == '-':
		s.hyphen = s.letter
	case r <= ' ' || r == '/':
		s.gap, s.line = s.gap || !s.hyphen, s.line || r == '\n'
	default:
		s.hyphen = false
		if strings.ContainsRune(".?!:;)", r) {
			s.from = -1
		}
	}
	s.letter = false
}

func (s *lettering) keep(i int, c byte) {
	if s.gap && s.kept {
		s.from, s.kept = -1, false
	}
	if s.from < 0 {
		s.from = i
	}
	if s.gap && (len(s.words) == 0 || s.words[len(s.words)-1] != len(s.b)) {
		s.words = append(s.words, len(s.b))
	}
	s.gap, s.hyphen, s.letter = false, false, true
	if c == 'f' || c == 'i' || c == 'l' {
		return
	}
	if s.line {
		s.lines, s.line = append(s.lines, len(s.b)), false
	}
	s.b, s.at, s.from, s.kept = append(s.b, c), append(s.at, s.from), -1, true
}

// after is the first letter that stands at an offset of the text or beyond.
func (l letters) after(offset int) int { return sort.SearchInts(l.at, offset) }

// begin is where the text of a letter begins, the quotes and brackets that open before it included.
func (l letters) begin(letter int) int {
	at := l.at[letter]
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(l.text[:at])
		if !strings.ContainsRune("‘“'\"([", r) {
			break
		}
		at -= size
	}
	return at
}

// end is where the text before a letter ends: with the stops, quotes and numbers that close it on its line.
func (l letters) end(letter int) int {
	bound := len(l.text)
	if letter < len(l.at) {
		bound = l.at[letter]
	}
	last := l.at[letter-1]
	rest := l.text[last:bound]
	if newline := strings.IndexByte(rest, '\n'); newline >= 0 || bound == len(l.text) {
		if newline >= 0 {
			rest = rest[:newline]
		}
		return last + len(strings.TrimRightFunc(rest, unicode.IsSpace))
	}
	if space := strings.IndexFunc(rest, unicode.IsSpace); space >= 0 {
		return last + space
	}
	return bound
}

// word is the letter that a word begins with; for the one after the last, the end.
func (l letters) word(i int) int {
	if i < len(l.words) {
		return l.words[i]
	}
	return len(l.b)
}
