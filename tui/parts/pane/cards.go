package pane

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
)

// A window with less room than this is small.
const (
	roomyWidth  = 60
	roomyHeight = 16
)

// Block is a piece of text that stays whole: a paragraph, an option, an extract.
type Block struct {
	Text string // styled; blank lines at its beginning keep it apart from what stands above it
	Over string // a line that is repeated above it where it begins a card that has room for both; "" for none
	Head bool   // it heads what follows, which begins on its card even where it is not whole there: a card with nothing but a heading says nothing
}

// Paragraphs are the blocks of a text: what blank lines keep apart.
func Paragraphs(text string) []Block {
	var blocks []Block
	var lines []string
	said := false
	for l := range strings.SplitSeq(text, "\n") {
		if blank(l) && said {
			blocks = append(blocks, Block{Text: strings.Join(lines, "\n")})
			lines, said = nil, false
		}
		lines = append(lines, l)
		said = said || !blank(l)
	}
	return append(blocks, Block{Text: strings.Join(lines, "\n")})
}

func blank(line string) bool { return strings.TrimSpace(ansi.Strip(line)) == "" }

// Small reports whether the pane has so little room that text without room is shown in cards.
func (p *Pane) Small() bool {
	return p.view.Height() < roomyHeight || p.view.Width() < roomyWidth && !p.slim
}

// SetColumn says whether the pane is a column of a wider window, which is not small because it is narrow.
func (p *Pane) SetColumn(column bool) { p.slim = column }

// SetBlocks gives the pane its text in blocks, one below the other. In a small window that has no room for all of them they are shown in
// cards: each has as many blocks as are whole in the window, or one that is higher than it. at is the first line of each block that is
// not blank.
func (p *Pane) SetBlocks(blocks []Block) (at []int) {
	lines, at := flow(blocks)
	carded, anew := len(p.cards) > 0, p.dealt != p.view.Height()
	p.cards = nil
	if p.Small() && len(lines) > p.view.Height() {
		lines, at, p.cards = deal(blocks, p.view.Height())
	}
	p.at, p.dealt = at, p.view.Height()
	p.setLines(lines)
	switch {
	case anew && (carded || len(p.cards) > 0):
		p.comeBack()
	case len(p.cards) > 0:
		p.scrollCards(0) // the place stays what it was: it may be drawn anew while a notice stands
	}
	return at
}

// flow is blocks one below the other.
func flow(blocks []Block) (lines []string, at []int) {
	for _, b := range blocks {
		text := strings.Split(b.Text, "\n")
		at = append(at, len(lines)+above(text))
		lines = append(lines, text...)
	}
	return lines, at
}

// above is how many blank lines a text begins with.
func above(text []string) int {
	return max(0, slices.IndexFunc(text, func(l string) bool { return !blank(l) }))
}

// deal lays blocks out in cards, each as high as the window at least. cards are the lines on which they begin.
func deal(blocks []Block, height int) (lines []string, at, cards []int) {
	for i, b := range blocks {
		text := strings.Split(strings.TrimRight(b.Text, "\n "), "\n")
		apart, used := above(text), len(lines)
		if len(cards) > 0 {
			used -= cards[len(cards)-1]
		}
		if rest := height - used; i > 0 && blocks[i-1].Head && rest > apart && len(text) > rest {
			at = append(at, len(lines)+apart)
			lines, text = append(lines, text[:rest]...), text[rest:]
			cards = append(cards, len(lines))
			lines = append(lines, text...)
			continue
		}
		if len(cards) == 0 || used > 0 && used+len(text)+headed(blocks[i:]) > height {
			if len(cards) > 0 { // the card before is filled up
				lines = append(lines, make([]string, max(0, height-used))...)
			}
			cards = append(cards, len(lines))
			text, apart = text[apart:], 0
			if b.Over != "" && len(text) < height {
				lines = append(lines, b.Over)
			}
		}
		at = append(at, len(lines)+apart)
		lines = append(lines, text...)
	}
	if n := len(cards); n > 0 {
		lines = append(lines, make([]string, max(0, cards[n-1]+height-len(lines)))...)
	}
	return lines, at, cards
}

// headed is how many lines a heading, which is the first of some blocks, must have room for below it: those of what it heads.
func headed(blocks []Block) int {
	if !blocks[0].Head || len(blocks) == 1 {
		return 0
	}
	return height(strings.TrimRight(blocks[1].Text, "\n "))
}

// height is how many lines a text has.
func height(text string) int { return strings.Count(text, "\n") + 1 }

// setLines gives the pane its lines, cut to its width.
func (p *Pane) setLines(lines []string) {
	p.cut = false
	for i, l := range lines {
		lines[i] = cells.Cut(l, p.view.Width(), "")
		p.cut = p.cut || lines[i] != l
	}
	p.lines = lines
	p.view.SetContentLines(lines) // which goes to the end when that is now above the window
}

// Turn goes on to what has not been in the window yet, where the text is in cards. It reports whether there was any.
func (p *Pane) Turn() bool {
	_, below := p.More()
	if len(p.cards) == 0 || !below {
		return false
	}
	p.Scroll(p.Page())
	return true
}

// Where says which card of how many is in the window, and whether more of that card is outside it; "" where there are no cards, or one that is
// whole.
func (p *Pane) Where() string {
	if len(p.cards) == 0 {
		return ""
	}
	i := p.card(p.view.YOffset())
	where := fmt.Sprintf("%d of %d", i+1, len(p.cards))
	from, last := p.reach(i)
	switch {
	case p.view.YOffset() < last:
		return where + ", more ↓"
	case p.view.YOffset() > from:
		return where + ", ↑ more"
	case len(p.cards) == 1: // it is all in the window, once the blank lines between are gone
		return ""
	}
	return where
}

// Whole reports whether nothing is cut: no line is wider than the window, and all of the text is in it, or in cards that are whole in it.
func (p *Pane) Whole() bool {
	if len(p.cards) == 0 {
		above, below := p.More()
		return !p.cut && !above && !below
	}
	for i := range p.cards {
		if from, last := p.reach(i); last > from {
			return false
		}
	}
	return !p.cut
}

// card is which card a line is on.
func (p *Pane) card(line int) int {
	i, found := slices.BinarySearch(p.cards, line)
	if !found {
		i--
	}
	return max(0, i)
}

// reach is how far the window can go on a card: from its first line to where the card ends with the window.
func (p *Pane) reach(card int) (from, last int) {
	to := p.view.TotalLineCount()
	if card+1 < len(p.cards) {
		to = p.cards[card+1]
	}
	return p.cards[card], max(p.cards[card], to-p.view.Height())
}

// scrollCards moves the window over its card by lines, and from the end of a card to the next one. By 0 it is put on the card that it
// begins in.
func (p *Pane) scrollCards(by int) {
	top := p.view.YOffset()
	i := p.card(top)
	from, last := p.reach(i)
	switch {
	case by > 0 && top == last && i+1 < len(p.cards):
		top, _ = p.reach(i + 1)
	case by < 0 && top == from && i > 0:
		_, top = p.reach(i - 1)
	default:
		top = max(from, min(top+by, last))
	}
	p.view.SetYOffset(top)
}

// showCard puts the window on the card that has lines from to to; on a card higher than the window, so that from is in it.
func (p *Pane) showCard(line, to int) {
	from, last := p.reach(p.card(line))
	if to < from+p.view.Height() { // both have room below the card's beginning
		line = from
	}
	p.view.SetYOffset(min(line, last))
}
