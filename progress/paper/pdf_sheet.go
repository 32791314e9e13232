// The sheet: writing and drawing on a PDF page, and measuring text before it is written.

package paper

import (
	"sort"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"probity/progress/paper/font"
)

// face is how text looks.
type face struct {
	size float64 // in points
	bold bool
	grey int // 0 black to 255 white
}

// The faces of a document. Greys stay dark enough to be read when they are printed and copied (at least 7:1).
var (
	plain   = face{9.2, false, 25}
	strong  = face{9.2, true, 25}
	fine    = face{8, false, 75}
	label   = face{8.6, false, 75}
	cell    = face{8.6, false, 25}
	colhead = face{8.2, true, 25}
	title   = face{23, true, 15}
	sub     = face{13, false, 40}
)

func headingFace(level int) face {
	return [...]face{{12, true, 15}, {9.8, true, 15}, {9.2, true, 75}}[min(max(level, 1), 3)-1]
}

// point is a point of typography in millimetres.
const point = 0.3528

// lead is the height of a line, in millimetres.
func (f face) lead() float64 { return f.size * point * 1.4 }

// base is how far below a line's top its letters stand.
func (f face) base() float64 { return f.size * point * 1.05 }

// sheet is the PDF being written.
type sheet struct {
	*fpdf.Fpdf
	letters letters
	outline int  // level of the last entry in the outline, from 1; 0 before the first
	used    face // the face last set
}

const family = "Roboto"

// faces gives the PDF its typeface.
func (s *sheet) faces() error {
	regular, err := font.Regular()
	if err != nil {
		return err
	}
	bold, err := font.Bold()
	if err != nil {
		return err
	}
	s.AddUTF8FontFromBytes(family, "", regular)
	s.AddUTF8FontFromBytes(family, "B", bold)
	return s.Error()
}

func (s *sheet) use(f face) {
	if f == s.used { // setting it costs more than measuring a word
		return
	}
	weight := ""
	if f.bold {
		weight = "B"
	}
	s.SetFont(family, weight, f.size)
	s.SetTextColor(f.grey, f.grey, f.grey)
	s.used = f
}

// text writes one line whose letters stand on y.
func (s *sheet) text(x, y float64, what string, f face) {
	if what == "" {
		return
	}
	s.use(f)
	if s.letters.foreign(what) {
		s.mixed(x, y, what, f)
		return
	}
	s.Text(x, y, what)
}

// wide is the width of a line, in millimetres.
func (s *sheet) wide(what string, f face) float64 {
	s.use(f)
	if s.letters.foreign(what) {
		return s.wideMixed(what, f)
	}
	return s.GetStringWidth(what)
}

// fit shortens a line that is too long, and shows that it did.
func (s *sheet) fit(what string, f face, limit float64) string {
	if s.wide(what, f) <= limit {
		return what
	}
	letters := []rune(what)
	long := sort.Search(len(letters), func(n int) bool { return s.wide(string(letters[:n+1])+"…", f) > limit })
	return strings.TrimSpace(string(letters[:long])) + "…"
}

func (s *sheet) rule(x, y, length, thick float64) {
	s.SetDrawColor(75, 75, 75)
	s.SetLineWidth(thick)
	s.Line(x, y, x+length, y)
}

// hairline parts what belongs together; a rule parts more.
func (s *sheet) hairline(x, y, length float64) {
	s.SetDrawColor(185, 185, 185)
	s.SetLineWidth(0.15)
	s.Line(x, y, x+length, y)
}

// word is a piece of text that is not broken unless it is too long for any line.
type word struct {
	text   string
	face   face
	spaced bool // a blank stands before it
}

func words(text string, f face) []word {
	var out []word
	for _, w := range strings.Fields(text) {
		out = append(out, word{w, f, true})
	}
	return out
}

// slack keeps a line that just fits from being broken by the last place of a sum, in millimetres.
const slack = 0.01

// wrap breaks words into lines of at most limit millimetres.
func (s *sheet) wrap(all []word, limit float64) [][]word {
	var lines [][]word
	var now []word
	used := 0.0
	for _, w := range s.short(all, limit) {
		space := 0.0
		if w.spaced && len(now) > 0 {
			space = s.wide(" ", w.face)
		}
		length := s.wide(w.text, w.face)
		if len(now) > 0 && used+space+length > limit+slack {
			lines, now, used, space = append(lines, now), nil, 0, 0
		}
		now = append(now, w)
		used += space + length
	}
	if now != nil {
		lines = append(lines, now)
	}
	return lines
}

// short breaks those words that are too long for a line.
func (s *sheet) short(all []word, limit float64) []word {
	var out []word
	for _, w := range all {
		if s.wide(w.text, w.face) <= limit+slack {
			out = append(out, w)
			continue
		}
		from, used := 0, 0.0
		for i, letter := range s.letters.each(w.text) {
			length := s.wide(letter, w.face)
			if i > from && used+length > limit {
				out = append(out, word{w.text[from:i], w.face, w.spaced || from > 0})
				from, used = i, 0
			}
			used += length
		}
		out = append(out, word{w.text[from:], w.face, w.spaced || from > 0})
	}
	return out
}

// lines is text of one face, wrapped.
func (s *sheet) lines(text string, f face, limit float64) []string {
	return each(s.wrap(words(text, f), limit), func(l []word) string {
		return strings.Join(each(l, func(w word) string { return w.text }), " ")
	})
}

// write writes a wrapped line of words. Words of other typefaces go with those beside them: some scripts run from right to left.
func (s *sheet) write(x, y float64, l []word) {
	for i, w := range s.joined(l) {
		if w.spaced && i > 0 {
			x += s.wide(" ", w.face)
		}
		s.text(x, y, w.text, w.face)
		x += s.wide(w.text, w.face)
	}
}
