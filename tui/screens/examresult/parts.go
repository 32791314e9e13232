// The parts of the whole: how each topic and each format went.

package examresult

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/chart"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// inParts is the whole by topic and by format.
func (r *Screen) inParts(answers []progress.Answer, width int) string {
	return strings.TrimSuffix(r.parts("By topic", answers, width, func(a progress.Answer) string { return r.tutor.Library.TopicTitle(a.Topic) })+
		r.parts("By format", answers, width, func(a progress.Answer) string { return tutor.FormatTitle(a.Format) }), "\n")
}

// The widths of a part of the whole, in cells.
const (
	barWidth  = 16
	leastBar  = 6  // beside a name that is broken for it
	leastName = 16 // of a name beside its figures; where there is less, or it needs more than two lines, they stand below it
	indent    = 4  // before the figures below a name
)

// parts is a bar for each part of the whole, or its words where there are too few answers for a percentage.
func (r *Screen) parts(heading string, answers []progress.Answer, width int, of func(progress.Answer) string) string {
	th := r.frame.Theme
	parts := progress.Parts(answers, of)
	slices.SortStableFunc(parts, func(x, y progress.Part) int { return strings.Compare(x.Name, y.Name) })
	if slices.ContainsFunc(parts, func(p progress.Part) bool { return p.Score.Enough() }) {
		heading += ", above chance"
	}
	scale := scaleOf(parts, width)
	figures, widest := make([]string, len(parts)), 0
	for i, p := range parts {
		figures[i] = r.figures(p, scale)
		widest = max(widest, ansi.StringWidth(figures[i]))
	}
	name := width - 2 - 1 - widest
	apart := name < leastName || slices.ContainsFunc(parts, func(p progress.Part) bool { return strings.Count(cells.Wrap(prose.Line(p.Name), name), "\n") > 1 })
	text := "\n  " + th.Heading.Render(heading) + "\n"
	for i, p := range parts {
		if apart {
			text += pane.Hang("  ", prose.Line(p.Name), width, th.Text) + "\n" + r.below(p, figures[i], width) + "\n"
			continue
		}
		for n, line := range strings.Split(cells.Wrap(prose.Line(p.Name), name), "\n") {
			text += "  " + line
			if n == 0 {
				text += strings.Repeat(" ", name-ansi.StringWidth(line)+1) + figures[i]
			}
			text += "\n"
		}
	}
	return text
}

// scaleOf is the scale of the bars of some parts, so long as leaves room for their names.
func scaleOf(parts []progress.Part, width int) chart.Scale {
	longest, beside, scores := 0, 0, []scenarios.Score{}
	for _, p := range parts {
		longest = max(longest, ansi.StringWidth(prose.Line(p.Name)))
		if p.Figured() {
			beside, scores = max(beside, ansi.StringWidth(tutor.InPart(p))), append(scores, p.Score)
		}
	}
	return chart.ScaleIn(width-2-longest-1-2-beside, leastBar, barWidth, scores...)
}

// figures are how a part went, in a line: of too few answers for a percentage some of which are blanks, how much was answered says it all.
func (r *Screen) figures(p progress.Part, scale chart.Scale) string {
	th := r.frame.Theme
	if !p.Figured() {
		return th.Text.Render(tutor.InPart(p))
	}
	return scale.Score(p.Score, th) + th.Faint.Render("  "+tutor.InPart(p))
}

// below is how a part went, below its name: with its bar, where that has room.
func (r *Screen) below(p progress.Part, figures string, width int) string {
	if ahead := strings.Repeat(" ", indent); p.Enough() && indent+ansi.StringWidth(figures) <= width {
		return ahead + figures
	}
	words := tutor.InPart(p)
	if p.Figured() {
		words = p.Score.Figure() + ", " + words
	}
	return pane.Hang(strings.Repeat(" ", indent), words, width, r.frame.Theme.Faint)
}
