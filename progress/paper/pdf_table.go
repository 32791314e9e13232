// Tables and charts on a PDF page.

package paper

import (
	"math"
	"slices"

	"probity/guidance/text"
)

const gutter = 4.0 // millimetres between columns

// table is a head with a rule below it, said again on every page, and rows with hairlines.
func (s *sheet) table(t Table) []row {
	columns := s.columns(t)
	head := hold(s.tableRow(t, t.Head, columns, colhead, 0.3), firm)
	head[len(head)-1].glue = firm
	out := append(s.caption(t.Caption), head...)
	for _, cells := range t.Rows {
		for _, r := range s.tableRow(t, cells, columns, cell, 0.1) {
			r.again = head
			out = append(out, r)
		}
	}
	return append(out, space(3))
}

func (s *sheet) caption(text string) []row {
	var out []row
	for _, l := range s.lines(text, label, width) {
		out = append(out, glued(row{height: label.lead(), draw: func(y float64) { s.text(side, y+label.base(), l, label) }}))
	}
	return out
}

// tableRow is one row, or several where a cell is so long that a page might have to end within it.
func (s *sheet) tableRow(t Table, cells []string, columns []float64, f face, rule float64) []row {
	const most = 40 // lines
	texts := make([][]string, len(columns))
	deepest := 1
	for i := range columns {
		texts[i] = s.lines(at(cells, i), f, columns[i]-gutter)
		deepest = max(deepest, len(texts[i]))
	}
	var out []row
	for from := 0; from < deepest; from += most {
		part := each(texts, func(lines []string) []string {
			return lines[min(from, len(lines)):min(from+most, len(lines))]
		})
		if from+most < deepest {
			out = append(out, s.tableLines(t, part, columns, f, 0))
		} else {
			out = append(out, s.tableLines(t, part, columns, f, rule))
		}
	}
	return out
}

// tableLines writes the lines of each cell beside one another, and a rule below unless it has no thickness.
func (s *sheet) tableLines(t Table, texts [][]string, columns []float64, f face, rule float64) row {
	const pad = 0.9
	height := 2 * pad
	for _, lines := range texts {
		height = max(height, float64(len(lines))*f.lead()+2*pad)
	}
	if t.Tall && f == cell {
		height = max(height, 10)
	}
	return row{height: height, draw: func(y float64) {
		x := side
		for i, lines := range texts {
			for n, l := range lines {
				from := x
				if slices.Contains(t.Right, i) {
					from = x + columns[i] - gutter - s.wide(l, f)
				}
				s.text(from, y+pad+float64(n)*f.lead()+f.base(), l, f)
			}
			x += columns[i]
		}
		switch {
		case rule >= 0.3:
			s.rule(side, y+height, width, rule)
		case rule > 0:
			s.hairline(side, y+height, width)
		}
	}}
}

// columns shares the width out by what the cells need; the wide columns give way first.
func (s *sheet) columns(t Table) []float64 {
	need := make([]float64, len(t.Head))
	total := 0.0
	for i := range need {
		need[i] = s.wide(text.Line(t.Head[i]), colhead)
		for _, cells := range t.Rows {
			need[i] = max(need[i], s.wide(text.Line(at(cells, i)), cell))
		}
		need[i] += gutter
		total += need[i]
	}
	if len(need) == 0 {
		return nil
	}
	if total < width && t.Tall { // room to write in belongs to every column
		return each(need, func(n float64) float64 { return n + (width-total)/float64(len(need)) })
	}
	if total < width {
		need[widest(need)] += width - total
		return need
	}
	return shrink(need, total-width)
}

// shrink makes the wide columns narrower by so much in all. It evens them out only half way: the column with the longest text
// stays the widest, which makes the rows lower. Columns of up to a quarter of the page become narrower last.
func shrink(need []float64, excess float64) []float64 {
	const step = 0.5
	first := slices.Clone(need)
	for ; excess > 0; excess -= step {
		give := widest(need)
		for i, n := range need {
			if n > width/4 && n/math.Sqrt(first[i]) > need[give]/math.Sqrt(first[give]) {
				give = i
			}
		}
		need[give] -= step
	}
	return need
}

func widest(columns []float64) int {
	return slices.Index(columns, slices.Max(columns))
}

// chart is one row to a bar: label, bar, words. A bar from before is pale, and the words say which is which.
func (s *sheet) chart(c Chart) []row {
	out := s.caption(c.Caption)
	if len(out) > 0 {
		out = append(out, glued(space(0.8)))
	}
	for _, bar := range c.Bars {
		out = append(out, s.bar(bar))
	}
	return append(out, space(2.5))
}

func (s *sheet) bar(b Bar) row {
	const names, length, thick = 62.0, 58.0, 2.8
	marks := []Mark{{b.Value, b.Text}}
	if b.Before != nil {
		marks = []Mark{*b.Before, marks[0]}
	}
	labels := s.lines(b.Label, plain, names-gutter)
	texts := each(marks, func(m Mark) []string { return s.lines(m.Text, plain, width-names-length-gutter) })
	deep := 0
	for _, t := range texts {
		deep += max(len(t), 1)
	}
	height := float64(max(deep, len(labels)))*plain.lead() + 1.1
	return row{height: height, draw: func(y float64) {
		for i, l := range labels {
			s.text(side, y+float64(i)*plain.lead()+plain.base(), l, plain)
		}
		for i, m := range marks {
			s.drawBar(side+names, y+(plain.lead()-thick)/2+0.2, length, thick, within(m.Value), i < len(marks)-1)
			for n, l := range texts[i] {
				s.text(side+names+length+gutter, y+float64(n)*plain.lead()+plain.base(), l, plain)
			}
			y += float64(max(len(texts[i]), 1)) * plain.lead()
		}
	}}
}

func (s *sheet) drawBar(x, y, length, thick, share float64, pale bool) {
	grey := 60
	if pale {
		grey = 190
	}
	s.SetFillColor(grey, grey, grey)
	s.Rect(x, y, length*share, thick, "F")
	s.SetDrawColor(75, 75, 75)
	s.SetLineWidth(0.15)
	s.Rect(x, y, length, thick, "D")
}
