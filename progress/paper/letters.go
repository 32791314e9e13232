// Letters that the built-in typeface lacks: a typeface of the computer shows them, shaped as its script is written.

package paper

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	sfnt "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"github.com/rivo/uniseg"
	"golang.org/x/image/math/fixed"

	"probity/progress/paper/font"
)

// Typeface shows what the built-in one lacks. It is for one goroutine at a time.
type Typeface struct {
	Name string // as people know it
	face *sfnt.Face
}

// ParseTypeface reads a TrueType or OpenType file. A collection holds several: index says which.
func ParseTypeface(file []byte, index int) (t *Typeface, err error) {
	var faces []*sfnt.Face
	if !holdsTables(file) || !unharmed(func() { faces, err = sfnt.ParseTTC(bytes.NewReader(file)) }) {
		err = errDamaged
	}
	if err == nil && index >= len(faces) {
		err = fmt.Errorf("it has no typeface %d", index)
	}
	if err == nil && !unharmed(func() { t = &Typeface{faces[index].Describe().Family, faces[index]} }) {
		err = errDamaged
	}
	if err != nil {
		return nil, fmt.Errorf("reading a typeface: %w", err)
	}
	return t, nil
}

// holdsTables reports whether a file has all of what its tables are said to be: the reader makes room for them before it looks. What is in another form than
// TrueType or OpenType is left to the reader.
func holdsTables(file []byte) bool {
	size := uint64(len(file))
	for _, head := range typefacesOf(file) {
		if uint64(head)+12 > size {
			return false
		}
		tables := binary.BigEndian.Uint16(file[head+4:])
		for i := range uint64(tables) {
			record := uint64(head) + 12 + 16*i
			if record+16 > size {
				return false
			}
			begins, length := binary.BigEndian.Uint32(file[record+8:]), binary.BigEndian.Uint32(file[record+12:])
			if uint64(begins)+uint64(length) > size {
				return false
			}
		}
	}
	return true
}

// typefacesOf is where in a file the heads of its typefaces begin (OpenType 1.9.1, otff: collections and the table directory).
func typefacesOf(file []byte) (at []uint32) {
	if len(file) < 12 {
		return nil
	}
	switch string(file[:4]) {
	case "\x00\x01\x00\x00", "OTTO", "true", "typ1":
		return []uint32{0}
	case "ttcf":
		for offsets := file[12:]; len(offsets) >= 4 && len(at) < int(min(binary.BigEndian.Uint32(file[8:]), mostInOne)); offsets = offsets[4:] {
			at = append(at, binary.BigEndian.Uint32(offsets))
		}
	}
	return at
}

// mostInOne is more typefaces than any collection has.
const mostInOne = 1000

// errDamaged is a file that cannot be what it says that it is.
var errDamaged = errors.New("the file of a typeface on this computer is damaged: choose HTML, or install the typeface anew")

// unharmed does something with the file of a typeface, and reports whether it came to its end: where a file is damaged its reader panics.
func unharmed(do func()) (came bool) {
	defer func() { came = recover() == nil }()
	do()
	return true
}

// Shows reports whether all of a text can be drawn. What is a picture, as an emoji in colours is, can't.
func (t *Typeface) Shows(s string) bool {
	l, err := newLetters([]*Typeface{t})
	return err == nil && !slices.ContainsFunc([]rune(s), func(r rune) bool { return !t.has(r) }) && unharmed(func() {
		for _, part := range l.stretches(s) {
			if part.shaped != nil {
				part.drawn(0, 0, 1, func(opentype.SegmentOp, []float64) {})
			}
		}
	})
}

func (t *Typeface) has(r rune) (drawn bool) {
	return unharmed(func() {
		if glyph, found := t.face.NominalGlyph(r); found {
			_, drawn = t.face.GlyphDataOutline(glyph)
		}
	}) && drawn
}

// letters are those that a document can be printed with: of the built-in typeface, and of others where it lacks one.
type letters struct {
	own    *sfnt.Face
	others []*Typeface
}

func newLetters(others []*Typeface) (letters, error) {
	own, err := ownFont()
	if err != nil {
		return letters{}, err
	}
	return letters{sfnt.NewFace(own), others}, nil
}

// ownFont is the built-in typeface, read once; a face of it is for one goroutine.
var ownFont = sync.OnceValues(func() (*sfnt.Font, error) {
	file, err := font.Regular() // bold has the same letters
	if err != nil {
		return nil, err
	}
	built, err := ParseTypeface(file, 0)
	if err != nil {
		return nil, err
	}
	return built.face.Font, nil
})

// builtIn reports whether the built-in typeface has a character. Of those beyond U+FFFF it has none: the PDF library takes no more than that.
func (l letters) builtIn(r rune) bool {
	_, found := l.own.NominalGlyph(r)
	return found && r <= 0xFFFF
}

func (l letters) has(r rune) bool { return l.builtIn(r) || l.other(r) != nil }

// other is the first of the other typefaces that has a character; nil if none has.
func (l letters) other(r rune) *Typeface {
	if i := slices.IndexFunc(l.others, func(t *Typeface) bool { return t.has(r) }); i >= 0 {
		return l.others[i]
	}
	return nil
}

// foreign reports whether another typeface is needed for a text.
func (l letters) foreign(s string) bool {
	return len(l.others) > 0 && slices.ContainsFunc([]rune(s), func(r rune) bool { return !l.builtIn(r) })
}

// each gives the letters of a word with the place where each begins: characters, or where other typefaces are needed, what is written as one.
func (l letters) each(word string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if !l.foreign(word) {
			for i, r := range word {
				if !yield(i, string(r)) {
					return
				}
			}
			return
		}
		for from, clusters := 0, uniseg.NewGraphemes(word); clusters.Next(); from += len(clusters.Str()) {
			if !yield(from, clusters.Str()) {
				return
			}
		}
	}
}

// ResolveFace is the typeface of a character, for the shaper.
func (l letters) ResolveFace(r rune) *sfnt.Face {
	if t := l.other(r); t != nil && !l.builtIn(r) {
		return t.face
	}
	return l.own
}

// stretch is a part of a line in one typeface and direction.
type stretch struct {
	text   string
	shaped *shaping.Output // nil for the built-in typeface
}

// unit is the size at which text is shaped: lengths are in thousandths of that, and in 64ths of those.
const unit = 1000

// stretches are the parts of a line from left to right. The line itself runs from left to right.
func (l letters) stretches(line string) (out []stretch) {
	text := []rune(line)
	var parts shaping.Segmenter
	var shaper shaping.HarfbuzzShaper
	for _, run := range visual(text) {
		in := shaping.Input{Text: text, RunStart: run.Start, RunEnd: run.End, Size: fixed.I(unit), Direction: di.DirectionLTR}
		if backwards(run) {
			in.Direction = di.DirectionRTL
		}
		var these []stretch
		for _, part := range parts.Split(in, l) {
			s := stretch{text: string(text[part.RunStart:part.RunEnd])}
			if part.Face != l.own || backwards(run) && strings.TrimSpace(s.text) != "" { // brackets turn round too
				shaped := shaper.Shape(part)
				s.shaped = &shaped
			}
			these = append(these, s)
		}
		if backwards(run) {
			slices.Reverse(these)
		}
		out = append(out, these...)
	}
	return out
}

// visual are the parts of a line that go one way, from left to right: rule L2 of Unicode's bidirectional algorithm (UAX #9).
func visual(text []rune) (out []bidi.Run) {
	const mark = '\u200E' // before the line, which it makes run from left to right
	var paragraph bidi.Paragraph
	found := paragraph.Segment(append([]rune{mark}, text...), bidi.LeftToRight)
	highest := bidi.Level(0)
	for i := range found.NumRuns() {
		run := found.Run(i)
		run.Start, run.End = max(run.Start-1, 0), run.End-1
		if run.Start < run.End {
			out, highest = append(out, run), max(highest, run.Level)
		}
	}
	for level := highest; level > 0; level-- {
		for from := 0; from < len(out); from++ {
			to := from
			for to < len(out) && out[to].Level >= level {
				to++
			}
			slices.Reverse(out[from:to])
			from = max(from, to)
		}
	}
	return out
}

// backwards reports whether a run goes from right to left.
func backwards(run bidi.Run) bool { return run.Level%2 == 1 }

// drawn calls pen with the outlines of a stretch, at a size in millimetres, its letters standing on y. It gives back where the next begins.
func (t stretch) drawn(x, y, size float64, pen func(op opentype.SegmentOp, points []float64)) float64 {
	scale, em := size/(64*unit), size/float64(t.shaped.Face.Upem())
	for _, g := range t.shaped.Glyphs {
		outline, _ := t.shaped.Face.GlyphDataOutline(g.GlyphID)
		for _, segment := range outline.Segments {
			var points []float64
			for _, p := range segment.ArgsSlice() {
				points = append(points, x+float64(g.XOffset)*scale+float64(p.X)*em, y-float64(g.YOffset)*scale-float64(p.Y)*em)
			}
			pen(segment.Op, points)
		}
		x += float64(g.Advance) * scale
	}
	return x
}
