// How a learner sees the original under an extract.

package owncopy

import (
	"strings"

	"probity/guidance"
	"probity/guidance/text"
)

// What is said of a paragraph's wording.
const (
	sameWording  = "The same wording as the edition this was written from."
	otherWording = "Your copy is worded differently from the edition this was written from. Trust your copy."
)

// Copies are the learner's own copies, by the ids of their sources. They are not changed once they are read; nil is none.
type Copies map[string]*Copy

// Original is the paragraph that a clause was written from, in the learner's own copy; ok is false when there is none.
func (c Copies) Original(clause *guidance.Clause) (p Paragraph, ok bool) {
	if own := c[clause.Source.ID]; own != nil {
		return own.paragraph(clause.ID)
	}
	return Paragraph{}, false
}

// Extract is a clause as a reader sees it, in Markdown: our words, and under them the original where the reader has it.
func (c Copies) Extract(clause *guidance.Clause, r guidance.Reader) string {
	text := clause.Markdown(r)
	if p, ok := c.Original(clause); ok {
		text += "\n" + p.markdown(clause)
	}
	return text
}

// markdown is the original as a quotation, with where it stands and what its wording is worth.
func (p Paragraph) markdown(clause *guidance.Clause) string {
	return "**The document says**\n\n> " + literal(p.Text) + "\n\n*" + literal(p.Where(clause)) + ".* " + p.Standing() + "\n"
}

// Where is the clause's locator, and where the copy itself puts the paragraph if neither that nor the title says it.
func (p Paragraph) Where(clause *guidance.Clause) string {
	place := guidance.Capital(clause.Locator)
	seen, title := string(lettersOf(p.Seen).b), string(lettersOf(clause.Source.Title).b)
	if seen == "" || seen == title || strings.Contains(string(lettersOf(clause.Locator).b), seen) {
		return place
	}
	return place + "; in your copy: " + p.Seen
}

// Standing says whether the paragraph has the wording of the edition that the extract was written from.
func (p Paragraph) Standing() string {
	if p.Match == Same {
		return sameWording
	}
	return otherWording
}

var (
	// signs are what Markdown would take for more than text, wherever they stand.
	signs = text.Expression("[\\\\`*_\\[\\]<>|]|www\\.|&(?:#|[A-Za-z][A-Za-z0-9]*;)")
	// opening is what makes a heading, a list or a rule of a line that begins with it.
	opening = text.Expression(`^(?:[-+#]|\d{1,9}[.)])`)
)

// literal is text on one line, written so that Markdown shows just that text.
func literal(s string) string {
	s = signs().ReplaceAllStringFunc(strings.Join(strings.Fields(s), " "), func(sign string) string {
		switch sign[0] {
		case '&':
			return "&amp;" + sign[1:]
		case 'w': // would be made the address of a page
			return `www\.`
		}
		return `\` + sign
	})
	return opening().ReplaceAllStringFunc(s, func(mark string) string { return mark[:len(mark)-1] + `\` + mark[len(mark)-1:] })
}
