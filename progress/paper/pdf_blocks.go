// Blocks as rows of a PDF.

package paper

import (
	"fmt"
	"strings"

	"probity/guidance/text"
)

// rows lays blocks out, one below the other.
func (s *sheet) rows(blocks []Block) []row {
	var out []row
	for _, block := range blocks {
		out = append(out, s.block(block)...)
	}
	return out
}

func (s *sheet) block(block Block) []row {
	switch x := block.(type) {
	case Title:
		return s.title(x)
	case Heading:
		return s.heading(x)
	case Paragraph:
		return s.paragraph(x)
	case Facts:
		return s.facts(x)
	case Table:
		return s.table(x)
	case Chart:
		return s.chart(x)
	case List:
		return s.list(x)
	case Cards:
		return s.cards(x)
	case Quote:
		return s.quote(x)
	case Notice:
		return s.notice(x)
	case Together:
		return hold(s.rows(x), group)
	case PageBreak:
		return []row{{turns: true}}
	}
	return nil
}

// mark puts an entry into the outline; a level is at most one below the entry before.
func (s *sheet) mark(heading string, level int, y float64) {
	s.outline = min(level, s.outline+1)
	s.Bookmark(text.Line(heading), s.outline-1, y)
}

func (s *sheet) title(t Title) []row {
	var out []row
	for i, l := range s.lines(t.Text, title, width) {
		out = append(out, glued(row{height: title.lead(), draw: func(y float64) {
			if i == 0 {
				s.mark(t.Text, 1, y)
			}
			s.text(side, y+title.base(), l, title)
		}}))
	}
	for _, l := range s.lines(t.Sub, sub, width) {
		out = append(out, glued(row{height: sub.lead(), draw: func(y float64) { s.text(side, y+sub.base(), l, sub) }}))
	}
	return append(out, glued(row{height: 7, draw: func(y float64) { s.rule(side, y+3, 28, 0.9) }}))
}

func (s *sheet) heading(h Heading) []row {
	f := headingFace(h.Level)
	before := 4.0
	if h.Level > 1 {
		before = 1.8
	}
	out := []row{glued(space(before))}
	for i, l := range s.lines(h.Text, f, width) {
		out = append(out, glued(row{height: f.lead(), draw: func(y float64) {
			if i == 0 {
				s.mark(h.Text, h.Level+1, y)
			}
			s.text(side, y+f.base(), l, f)
		}}))
	}
	return append(out, glued(space(0.8)))
}

func (s *sheet) paragraph(p Paragraph) []row {
	f, heavy := plain, strong
	if p.Small {
		f, heavy = fine, face{fine.size, true, fine.grey}
	}
	var all []word
	for i, r := range p.Runs {
		weight := f
		if r.Bold {
			weight = heavy
		}
		these := words(r.Text, weight)
		if i > 0 && len(these) > 0 {
			these[0].spaced = strings.HasPrefix(r.Text, " ") || strings.HasSuffix(p.Runs[i-1].Text, " ")
		}
		all = append(all, these...)
	}
	var out []row
	for _, l := range s.wrap(all, measure) {
		out = append(out, row{height: f.lead(), draw: func(y float64) { s.write(side, y+f.base(), l) }})
	}
	return append(pair(out), space(1.8))
}

func (s *sheet) facts(facts Facts) []row {
	const column = 47.0
	var out []row
	for _, fact := range facts {
		names := s.lines(fact.Label, label, column-4)
		values := s.lines(fact.Value, plain, width-column)
		var rows []row
		for i := range max(len(names), len(values)) {
			rows = append(rows, row{height: plain.lead(), draw: func(y float64) {
				s.text(side, y+plain.base(), at(names, i), label)
				s.text(side+column, y+plain.base(), at(values, i), plain)
			}})
		}
		out = append(append(out, pair(rows)...), space(0.5))
	}
	return append(out, space(1.2))
}

func (s *sheet) list(list List) []row {
	const indent = 5.5
	var out []row
	for n, item := range list.Items {
		sign := "•"
		if list.Ordered {
			sign = fmt.Sprintf("%d.", n+1)
		}
		var rows []row
		for i, l := range s.lines(item, plain, width-indent) {
			rows = append(rows, row{height: plain.lead(), draw: func(y float64) {
				if i == 0 {
					s.text(side+1, y+plain.base(), sign, plain)
				}
				s.text(side+indent, y+plain.base(), l, plain)
			}})
		}
		out = append(append(out, pair(rows)...), space(0.6))
	}
	return append(out, space(1.2))
}

// quote sets text in, with a bar beside it that goes on over the page's end.
func (s *sheet) quote(q Quote) []row {
	const indent = 5.0
	beside := func(y, height float64) {
		s.SetFillColor(140, 140, 140)
		s.Rect(side, y, 0.7, height, "F")
	}
	var out []row
	for i, paragraph := range paragraphs(q.Text) {
		if i > 0 {
			out = append(out, row{height: 1.8, draw: func(y float64) { beside(y, 1.8) }})
		}
		var rows []row
		for _, part := range strings.Split(paragraph, "\n") {
			for _, l := range s.lines(part, plain, measure-indent) {
				rows = append(rows, row{height: plain.lead(), draw: func(y float64) {
					beside(y, plain.lead())
					s.text(side+indent, y+plain.base(), l, plain)
				}})
			}
		}
		out = append(out, pair(rows)...)
	}
	return append(out, space(2))
}

// notice is a box, and one row.
func (s *sheet) notice(n Notice) []row {
	const pad = 2.6
	lines := s.lines(n.Text, strong, width-2*pad)
	height := float64(len(lines))*strong.lead() + 2*pad
	return []row{glued(space(2)), {height: height, draw: func(y float64) {
		s.SetDrawColor(25, 25, 25)
		s.SetFillColor(246, 246, 246)
		s.SetLineWidth(0.35)
		s.Rect(side, y, width, height, "FD")
		for i, l := range lines {
			s.text(side+pad, y+pad+float64(i)*strong.lead()+strong.base(), l, strong)
		}
	}}, space(2.5)}
}

// at is the text at a place, "" beyond the end.
func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}
