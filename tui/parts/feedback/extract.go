package feedback

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/guidance/text"
	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// decisive is the one extract that decides an option, in so many lines: its force, status and country, where it stands, and as much of
// its words as there is room for.
func (f *Feedback) decisive(o scenarios.Option, width, room int) string {
	above := ""
	for _, said := range f.stated(o, width) {
		above += said + "\n"
	}
	c := f.deciding(o)
	if room -= strings.Count(above, "\n"); c == nil || above != "" && room < leastExtract {
		return strings.TrimSuffix(above, "\n") // what the situation says goes before
	}
	return above + f.brief(c, width, room)
}

// stated are the reasons for an option that its situation states itself.
func (f *Feedback) stated(o scenarios.Option, width int) []string {
	reasons := o.Grounds()
	for i, said := range reasons {
		reasons[i] = pane.Hang("  ", said, width, f.frame.Theme.Accent)
	}
	return reasons
}

// deciding is the one clause that an option rests on; nil where none is cited at all.
func (f *Feedback) deciding(o scenarios.Option) *guidance.Clause {
	return f.tutor.Library.Deciding(f.tutor.Profile.Learner().Jurisdiction, f.shown.Outcome.Situation, o)
}

// leastWhere is the room in which a place in a document can be named.
const leastWhere = 24

// brief is an extract in so many lines, two at least. Its words are cut at a sentence where one has room.
func (f *Feedback) brief(c *guidance.Clause, width, room int) string {
	head := f.force(c) + f.place(c, width)
	lines := max(1, room-1)
	if label := f.label(c); label != "" && lines > 2 {
		head += "\n  " + f.frame.Theme.Faint.Render(cells.Cut(label, width-2, "…"))
		lines--
	}
	return head + "\n" + f.quoted(c, width, lines)
}

// force is what force an extract has, where and since when.
func (f *Feedback) force(c *guidance.Clause) string {
	return "  " + f.frame.Theme.Strong.Render(c.Standing())
}

// place is where an extract stands, behind its force where there is room for it, else below.
func (f *Feedback) place(c *guidance.Clause, width int) string {
	where, faint := prose.Line(c.Pinpoint()), f.frame.Theme.Faint
	if left := width - ansi.StringWidth(f.force(c)) - 2; left >= leastWhere {
		where = between(where, left)
		return strings.Repeat(" ", left+2-ansi.StringWidth(where)) + faint.Render(where)
	}
	return "\n  " + faint.Render(between(where, width-2))
}

// label is what a reader should know of the document beforehand, the last of it; "" for nothing.
func (f *Feedback) label(c *guidance.Clause) string {
	labels := c.Labels(f.tutor.Profile.Learner().Reader())
	if len(labels) == 0 {
		return ""
	}
	return prose.Line(labels[len(labels)-1])
}

// quoted is the words of an extract, in so many lines at most.
func (f *Feedback) quoted(c *guidance.Clause, width, lines int) string {
	th := f.frame.Theme
	var out []string
	for _, l := range fitted(prose.FromMarkdown(c.Text).Plain(), width-4, lines) {
		out = append(out, "  "+th.Accent.Render("│")+" "+th.Text.Render(l))
	}
	return strings.Join(out, "\n")
}

// fitted is a text in lines of a width, of which there are so many at most: cut at a sentence, where that leaves no line empty, or else within one.
// The sentence that decides may be a later one, so that as much as has room is shown.
func fitted(s string, width, lines int) []string {
	whole := strings.Split(cells.Wrap(s, width), "\n")
	if len(whole) <= lines {
		return whole
	}
	sentences := text.Sentences(s)
	for n := len(sentences) - 1; n > 0; n-- {
		if out := strings.Split(cells.Wrap(strings.Join(sentences[:n], " ")+more(true), width), "\n"); len(out) == lines {
			return out
		}
	}
	last, _, _ := strings.Cut(cells.Wrap(whole[lines-1], width-2), "\n")
	return append(whole[:lines-1], last+" …")
}

// between cuts a text in the middle, where it can between words: how it begins and how it ends stay.
func between(text string, width int) string {
	if ansi.StringWidth(text) <= width {
		return text
	}
	words := strings.Fields(text)
	front, back := "", ""
	for i, j := 0, len(words)-1; i < j; {
		longer := strings.TrimSpace(words[j] + " " + back)
		if ansi.StringWidth(front+" … "+longer) > width {
			break
		}
		back = longer
		j--
		if more := strings.TrimSpace(front + " " + words[i]); ansi.StringWidth(more+" … "+back) <= width {
			front = more
			i++
		}
	}
	return cells.Cut(strings.TrimSpace(front+" … "+back), width, "")
}

// extracts is a column of guidance: the extract that decides, whole where there is room, and of the others as many as have room below.
func (f *Feedback) extracts(o scenarios.Option, width, room int) string {
	first := f.deciding(o)
	heading := decides(f.shown.Outcome.Situation)
	if first == nil {
		heading = restsOn
	}
	column := pane.Hang("  ", heading, width, f.frame.Theme.Title) + "\n"
	for _, said := range f.stated(o, width) {
		column += "\n" + said + "\n"
	}
	if first == nil {
		return column
	}
	if whole := column + "\n" + f.extract(first, width); height(whole) <= room {
		column = whole
	} else {
		return column + "\n" + f.brief(first, width, max(leastExtract, room-height(column)))
	}
	for _, c := range f.cited() {
		if longer := column + "\n\n" + f.extract(c, width); c != first && height(longer) <= room {
			column = longer
		}
	}
	return column
}
