// Letters of other typefaces on a PDF page: their outlines are drawn, and their text lies there unseen, to be searched for and copied.

package paper

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
)

// mixed writes a line that needs other typefaces.
func (s *sheet) mixed(x, y float64, what string, f face) {
	for _, part := range s.letters.stretches(what) {
		if part.shaped == nil {
			s.Text(x, y, part.text)
			x += s.GetStringWidth(part.text)
			continue
		}
		s.unseen(x, y, part)
		s.SetFillColor(f.grey, f.grey, f.grey)
		s.SetDrawColor(f.grey, f.grey, f.grey)
		style := "F"
		if f.bold {
			s.SetLineWidth(f.size * point / 40)
			style = "FD"
		}
		next := part.drawn(x, y, f.size*point, s.pen)
		s.DrawPath(style)
		x = next
	}
}

// pen puts a piece of an outline into the path.
func (s *sheet) pen(op opentype.SegmentOp, p []float64) {
	switch op {
	case opentype.SegmentOpMoveTo:
		s.MoveTo(p[0], p[1])
	case opentype.SegmentOpLineTo:
		s.LineTo(p[0], p[1])
	case opentype.SegmentOpQuadTo:
		x, y := s.GetXY() // a curve with one point to go by is one with two, each two thirds of the way
		s.CurveBezierCubicTo(x+(p[0]-x)*2/3, y+(p[1]-y)*2/3, p[2]+(p[0]-p[2])*2/3, p[3]+(p[1]-p[3])*2/3, p[2], p[3])
	case opentype.SegmentOpCubeTo:
		s.CurveBezierCubicTo(p[0], p[1], p[2], p[3], p[4], p[5])
	}
}

// unseen writes the text of a stretch without showing it, from left to right as its letters stand. The library takes nothing beyond U+FFFF.
func (s *sheet) unseen(x, y float64, part stretch) {
	text := []rune(part.text)
	if slices.ContainsFunc(text, func(r rune) bool { return r > 0xFFFF }) {
		return
	}
	if part.shaped.Direction == di.DirectionRTL {
		slices.Reverse(text)
	}
	s.SetTextRenderingMode(3)
	s.Text(x, y, string(text))
	s.SetTextRenderingMode(0)
}

// wideMixed is the width of a line that needs other typefaces, in millimetres.
func (s *sheet) wideMixed(what string, f face) (width float64) {
	for _, part := range s.letters.stretches(what) {
		if part.shaped == nil {
			width += s.GetStringWidth(part.text)
		} else {
			width += float64(part.shaped.Advance) / (64 * unit) * f.size * point
		}
	}
	return width
}

// joined is a line with its words of one face joined where one of them needs other typefaces.
func (s *sheet) joined(l []word) []word {
	if !slices.ContainsFunc(l, func(w word) bool { return s.letters.foreign(w.text) }) {
		return l
	}
	var out []word
	for i, w := range l {
		if n := len(out) - 1; i > 0 && out[n].face == w.face && w.spaced {
			out[n].text += " " + w.text
		} else {
			out = append(out, w)
		}
	}
	return out
}
