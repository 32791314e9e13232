// A question: its name, its text, and the braces in it.

package gift

import (
	"fmt"
	"slices"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// blank is what stands for the braces when the question goes on behind them.
const blank = "_____"

// draft is a question that is being read.
type draft struct {
	exchange.Question
	lines
	format string // of its text, and of any other text that names none
	lost   []exchange.Loss
	texts  markup.Reader
}

// lose says what is not kept, and on which line it stands.
func (d *draft) lose(line int, says string) {
	d.lost = append(d.lost, exchange.Loss{Line: line, Says: says})
}

// refuse says why the question is not kept, and on which line that stands.
func (d *draft) refuse(line int, why string) bool {
	d.lose(line, why+": the question is not kept")
	return false
}

// read reads a question, and reports whether it is kept.
func (d *draft) read(body string) bool {
	stem := body
	if rest, found := strings.CutPrefix(body, "::"); found {
		if name, after, found := cut(rest, "::"); found {
			d.Name = text.Line(unescaped(name, " "))
			stem = after
		}
	}
	before, inside, after, problem := braces(stem)
	if problem != "" {
		return d.refuse(d.Line, problem)
	}
	at := len(body) - len(stem) + len(before) + len("{")
	inside, general := generalFeedback(inside)
	missing := strings.TrimSpace(after) != "" // a word in the middle
	if missing {
		before += blank
	}
	d.format = "moodle"
	d.Text, d.format = d.words(before+after, d.Line)
	if d.Text == "" {
		return d.refuse(d.Line, "nothing is asked")
	}
	if missing {
		d.Text = strings.Replace(d.Text, escapedBlank, blank, 1)
	}
	d.Feedback, _ = d.words(general, d.Line)
	return d.answered(inside, at)
}

// escapedBlank is the blank as text in which nothing acts.
const escapedBlank = `\_\_\_\_\_`

// braces parts a question at its one pair of braces.
func braces(s string) (before, inside, after, problem string) {
	before, inside, opened := cut(s, "{")
	switch closes := index(before, "}"); {
	case closes >= 0:
		return "", "", "", "a brace } stands where none is open"
	case !opened:
		return "", "", "", "it has no answers in braces { }, and is a text that asks nothing"
	}
	inside, after, closed := cut(inside, "}")
	switch {
	case !closed:
		return "", "", "", "its brace { is not closed before the next blank line"
	case index(inside, "{") >= 0, index(after, "{") >= 0, index(after, "}") >= 0:
		return "", "", "", `it has braces besides those around its answers (as text they are written \{ and \})`
	}
	return before, inside, after, ""
}

// generalFeedback parts what is in the braces from what is said to everybody, which stands last.
func generalFeedback(inside string) (answers, general string) {
	if at := lastIndex(inside, "####"); at >= 0 {
		return inside[:at], inside[at+len("####"):]
	}
	return inside, ""
}

var (
	formats = []string{"moodle", "html", "plain", "markdown"}
	escaped = text.Expression(`\\.`)
	live    = text.Expression(`<[a-zA-Z/!]|!\[`)
	element = text.Expression(`</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#[0-9]+|#x[0-9a-fA-F]+);`)
	item    = text.Expression(`^(?:[-*•–]|[0-9]{1,2}[.)]|[a-zA-Z][.)])[ \t]`)
	lineEnd = text.Expression(`[ \t]*\n[ \t]*`)
)

// words is a text as Markdown, and the format that it was in.
func (d *draft) words(s string, line int) (markdown, format string) {
	s, format = strings.TrimSpace(s), d.format
	if named, rest, found := strings.Cut(strings.TrimPrefix(s, "["), "]"); found && s[0] == '[' && slices.Contains(formats, named) {
		s, format = strings.TrimSpace(rest), named
	}
	note := markup.Note(func(_ int, says string) { d.lose(line, says) })
	switch {
	case format == "html":
		markdown = d.texts.Read(unescaped(s, "\n"), markup.HTML, line, note)
	case format == "markdown":
		note.Deceits(s, line)
		markdown = unescaped(lineEnd().ReplaceAllString(s, "\n"), "\n")
		if acts := escaped().ReplaceAllString(markdown, ""); live().MatchString(acts) { // else it is kept to the letter
			markdown = d.texts.Read(markdown, markup.Markdown, line, note)
		}
	case format == "moodle" && element().MatchString(s): // Moodle then takes a text for HTML
		markdown = d.texts.Read(unescaped(s, "<br>\n"), markup.HTML, line, note)
	default:
		note.Deceits(s, line)
		markdown = markup.FromPlain(lineEnd().ReplaceAllString(unescaped(joined(s), "\n"), "\n"))
	}
	return strings.TrimSpace(text.Block(markdown)), format
}

// joined is plain text that was broken into lines to be written, as one line: a break that is meant is written \n. Items of a list stay
// on lines of their own.
func joined(s string) string {
	var out strings.Builder
	for l := range strings.Lines(s) {
		l = strings.TrimSpace(l)
		switch {
		case out.Len() == 0:
		case item().MatchString(l):
			out.WriteString("\n")
		default:
			out.WriteString(" ")
		}
		out.WriteString(l)
	}
	return out.String()
}

// tooMany is said of a question with more answers than can be read.
func tooMany() string { return fmt.Sprintf("it has more than %d answers", mostAnswers) }
