package question

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// Stem is a situation as it is told, under its title.
func Stem(env screen.Env, f screen.Frame, s *scenarios.Situation, width int) string {
	th := f.Theme
	return "\n" + pane.Hang("  ", prose.Line(s.Title), width, th.Title) + "\n" + pane.Hang("  ", about(s), width, th.Faint) + "\n\n" +
		rendered(env, f, s.Stem, width)
}

// about is what kind of question it is.
func about(s *scenarios.Situation) string { return s.Format.Title() + " · " + s.Difficulty() }

func rendered(env screen.Env, f screen.Frame, md string, width int) string {
	return pane.Indent(env.Markdown.Render(prose.FromMarkdown(md), width-2, f.Theme), 2)
}

// told is what stands above the options: the situation, or, of a turn, what is different. With little air it goes without blank
// lines and at last without the title.
func (q *Question) told(width int, air air) string {
	if q.before != nil {
		return q.turned(width, air)
	}
	if air == roomy {
		return Stem(q.env, q.frame, q.situation, width)
	}
	text := rendered(q.env, q.frame, q.situation.Stem, width)
	if air == tight {
		text = q.heading(width) + "\n" + text
	}
	return text
}

// heading is the title with what kind of question it is, on one line where both have room.
func (q *Question) heading(width int) string {
	th := q.frame.Theme
	title, kind := prose.Line(q.situation.Title), about(q.situation)
	between := width - 2 - ansi.StringWidth(title) - ansi.StringWidth(kind)
	if between < 2 {
		return pane.Hang("  ", title, width, th.Title)
	}
	return "  " + th.Title.Render(title) + strings.Repeat(" ", between) + th.Faint.Render(kind)
}

// turned is the one thing that is different: the facts as they were and as they are.
func (q *Question) turned(width int, air air) string {
	th := q.frame.Theme
	text := pane.Hang("  ", scenarios.TurnTitle, width, th.Title) + "\n"
	if air == roomy {
		text = "\n" + text + "\n"
	}
	if q.whole {
		text += rendered(q.env, q.frame, q.situation.Lead, width) + "\n"
		if air == roomy {
			text += "\n"
		}
	}
	was, now := q.facts(width)
	return text + was + "\n" + now
}

// facts are the facts of a turn, as they were and as they are.
func (q *Question) facts(width int) (was, now string) {
	th := q.frame.Theme
	return Was(q.frame, plain(q.before.Facts), width, th.Faint), Now(q.frame, plain(q.situation.Facts), width, th.Strong)
}

// Was is what was so before a turn, behind that word.
func Was(f screen.Frame, said string, width int, ink lipgloss.Style) string {
	return behind(scenarios.Was, f.Theme.Faint, said, width, ink)
}

// Now is what is so since, as Was says what was.
func Now(f screen.Frame, said string, width int, ink lipgloss.Style) string {
	return behind(scenarios.Now, f.Theme.Accent, said, width, ink)
}

// leastHanging is the width of a text that can hang behind a word. A narrower one goes on below it.
const leastHanging = 40

// behind is a text behind a word in another style.
func behind(word string, style lipgloss.Style, said string, width int, ink lipgloss.Style) string {
	if width >= leastHanging {
		return pane.Hang("  "+style.Render(word)+"  ", said, width, ink)
	}
	first, rest, more := strings.Cut(cells.Wrap(word+"  "+said, width-2), "\n")
	text := "  " + style.Render(word) + ink.Render(strings.TrimPrefix(first, word))
	if more {
		text += "\n" + pane.Hang("  ", rest, width, ink)
	}
	return text
}

// plain is Markdown in plain words on one line.
func plain(md string) string { return prose.Line(prose.FromMarkdown(md).Plain()) }

// foldedLines is how much of a situation is told where the whole would leave no room for the options: its end, where the facts are.
const foldedLines = 2

// folded is the end of the situation, and how much stands before it.
func (q *Question) folded(width int, _ air) string {
	lines := strings.Split(rendered(q.env, q.frame, q.situation.Stem, width), "\n")
	hidden := len(lines) - foldedLines
	if hidden < 2 {
		return strings.Join(lines, "\n")
	}
	more := fmt.Sprintf("… s shows the %d lines before this.", hidden)
	return pane.Hang("  ", more, width, q.frame.Theme.Faint) + "\n" + strings.Join(lines[hidden:], "\n")
}
