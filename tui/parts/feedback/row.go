package feedback

import (
	"strings"
	"unicode/utf8"

	"probity/guidance/text"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// rows are the options beside the key.
func (f *Feedback) rows() []tutor.Row { return tutor.Rows(f.shown.Outcome, f.shown.Lines) }

// kept is as many whole sentences of a text as come to so many characters, but the first at least. whole reports whether that is all
// of it.
func kept(s string, most int) (out string, whole bool) {
	sentences := text.Sentences(prose.Line(s))
	for n := len(sentences); n > 1; n-- {
		if out := strings.Join(sentences[:n], " "); utf8.RuneCountInString(out) <= most {
			return out + more(n < len(sentences)), n == len(sentences)
		}
	}
	return strings.Join(sentences[:min(1, len(sentences))], "") + more(len(sentences) > 1), len(sentences) <= 1
}

// more says that a text goes on.
func more(cut bool) string {
	if cut {
		return " …"
	}
	return ""
}

// height is how many lines a text has.
func height(s string) int { return strings.Count(s, "\n") + 1 }
