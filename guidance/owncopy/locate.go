// Finding a clause's paragraph in an author's document, where only the locator and our extract tell which it is.

package owncopy

import (
	"regexp"
	"strconv"
	"strings"

	"probity/guidance"
	"probity/guidance/text"
)

// pinpoint is what a locator says. Zero is what it does not say.
type pinpoint struct {
	heading     string // as letters
	first, last int    // a numbered paragraph, or the paragraph's place under the heading; last differs for two
	item        int    // the place in the list that the paragraph opens
	opening     bool   // all that stands under the heading
}

var (
	paragraphPart = text.Expression(`(?:^|, )paragraphs? (\d+)(?: and (\d+))?(?:\(([a-z])\))?`)
	questionPart  = text.Expression(`, question (\d+)$`)
	quotedPart    = text.Expression(`, quoting .*\D(\d+)$`)
	openingPart   = text.Expression(`, opening$`)
)

// pinpointOf reads a locator, such as "Anonymity, paragraph 2", "paragraphs 8 and 9", "paragraph 8(a)",
// "paragraph 1, quoting Good medical practice (2013) 36", "Before commenting, question 3" or "Domain 4, opening".
func pinpointOf(locator string) pinpoint {
	var p pinpoint
	heading := len(locator)
	for _, part := range []*regexp.Regexp{paragraphPart(), questionPart(), quotedPart(), openingPart()} {
		m := part.FindStringSubmatch(locator)
		if m == nil {
			continue
		}
		heading = min(heading, part.FindStringIndex(locator)[0])
		switch part {
		case paragraphPart():
			p.first, p.last = atoi(m[1]), atoi(m[2])
			if m[3] != "" {
				p.item = int(m[3][0]-'a') + 1
			}
		case questionPart():
			p.item = atoi(m[1])
		case quotedPart():
			p.first, p.last = atoi(m[1]), 0
		case openingPart():
			p.opening = true
		}
	}
	p.heading = string(lettersOf(locator[:heading]).b)
	return p
}

// atoi is a number of a few digits, or 0.
func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// standing is where a block stands in its document.
type standing struct {
	heading string // as letters
	place   int    // which paragraph under the heading it is; items of lists do not count
	number  int    // its number, or that of the paragraph that opened its list
	item    int    // its place in the list; 0 for a paragraph
}

// outline works out where each block of a document stands.
func (d *Document) outline() []standing {
	out := make([]standing, len(d.blocks))
	var now standing
	for i, b := range d.blocks {
		switch {
		case b.heading:
			body := d.body(i)
			now = standing{heading: string(d.letters.b[body.from:body.to])}
		case b.item():
			now.item = itemOf(b.marks, now.item+1)
		default:
			now.place, now.item = now.place+1, 0
			if len(b.marks) > 0 {
				now.number = atoi(b.marks[len(b.marks)-1])
			}
		}
		out[i] = now
	}
	return out
}

// itemOf is the place that an item's own letter or number gives it, or else the next one.
func itemOf(marks []string, next int) int {
	own := strings.Trim(marks[len(marks)-1], "().")
	switch {
	case atoi(own) > 0:
		return atoi(own)
	case len(own) == 1 && own[0] >= 'a' && own[0] <= 'z' && own != "n":
		return int(own[0]-'a') + 1
	}
	return next
}

// agreement is how far a block stands where the pinpoint says: 0 to 1. A heading that the document does not have (some openings
// have none) is not counted, nor is the place under it.
func (p pinpoint) agreement(s standing) float64 {
	under := strings.HasPrefix(s.heading, p.heading)
	switch {
	case p.item != s.item:
		return 0
	case p.heading == "" && p.first == s.number, p.item > 0 && p.first == 0, under && p.heading != "" && p.first == s.place:
		return 1
	case under && p.heading != "":
		return 0.5
	}
	return 0
}

// certain is the least that agreement and resemblance together must reach.
const certain = 0.5

// locate finds the paragraph of a clause: the block that agrees best with its locator and is most about the same thing,
// with the next one or all of its section where the locator means those too.
func (d *Document) locate(c *guidance.Clause, at []standing, about *themes) (span, float64) {
	p, words := pinpointOf(c.Locator), extract(c)
	best, score := -1, certain
	for i, b := range d.blocks {
		if body := d.body(i); b.heading || body.from >= body.to {
			continue
		}
		if s := p.agreement(at[i]) + about.resemblance(words, i); s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return span{}, 0
	}
	return d.extent(best, at, p), score
}

// extent is the block that was found, with the others that its locator means.
func (d *Document) extent(best int, at []standing, p pinpoint) span {
	first, last := best, best
	for p.opening && first > 0 && !d.blocks[first-1].heading {
		first--
	}
	for i := last + 1; i < len(d.blocks) && !d.blocks[i].heading && at[i].item == 0; i++ {
		if !p.opening && at[i].place > at[best].place+p.last-p.first {
			break
		}
		last = i
	}
	return span{from: d.body(first).from, to: d.body(last).to}
}
