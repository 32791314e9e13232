package pane

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// paragraph is a block of so many lines, each with the block's name and its own number.
func paragraph(name string, lines int) Block {
	var text []string
	for i := range lines {
		text = append(text, fmt.Sprint(name, i))
	}
	return Block{Text: "\n" + strings.Join(text, "\n")}
}

// inBlocks is a pane six lines high with a block of so many lines each: a, b, c and so on.
func inBlocks(lines ...int) *Pane {
	p := New()
	p.Resize(20, 6)
	var blocks []Block
	for i, n := range lines {
		blocks = append(blocks, paragraph(string(rune('a'+i)), n))
	}
	p.SetBlocks(blocks)
	return p
}

// window is what is in the window, each line without the blanks behind it.
func window(p *Pane) string {
	return strings.Join(strings.Fields(ansi.Strip(p.View())), " ")
}

// TestAHeadingIsNoCardOfItsOwn: what it heads begins below it, and goes on on the next card.
func TestAHeadingIsNoCardOfItsOwn(t *testing.T) {
	p := New()
	p.Resize(20, 6)
	head := paragraph("h", 1)
	head.Head = true
	p.SetBlocks([]Block{head, paragraph("a", 6), paragraph("b", 2)})
	if now := window(p); now != "h0 a0 a1 a2 a3" || p.Where() != "1 of 2" {
		t.Errorf("the first card is %q, %s", now, p.Where())
	}
	p.Read(press("pgdown"))
	if now := window(p); now != "a4 a5 b0 b1" {
		t.Errorf("the second card is %q", now)
	}
}

// TestAHeadingStandsAtNoFootOfACard: where what it heads has no room below it, both go on to the next card.
func TestAHeadingStandsAtNoFootOfACard(t *testing.T) {
	head := paragraph("h", 1)
	head.Head = true
	for after, want := range map[int]string{1: "a0 a1 h0 b0", 3: "h0 b0 b1 b2", 6: "h0 b0 b1 b2 b3"} {
		p := New()
		p.Resize(20, 6)
		p.SetBlocks([]Block{paragraph("a", 2), head, paragraph("b", after)})
		if after > 1 {
			p.Turn()
		}
		if now := window(p); now != want {
			t.Errorf("above %d lines the heading is on the card %q, want %q", after, now, want)
		}
	}
}

// TestOneCardThatIsWholeIsNoCard: what has room once the blank lines around it are gone says of no card that it is up.
func TestOneCardThatIsWholeIsNoCard(t *testing.T) {
	p := New()
	p.Resize(20, 4)
	if p.SetBlocks([]Block{{Text: "\na0\na1\na2\na3\n"}}); p.Where() != "" || window(p) != "a0 a1 a2 a3" {
		t.Errorf("it shows %q, and says %q", window(p), p.Where())
	}
}

// TestALargerWindowBeginsAtTheTop where nothing but blank lines stands above the place: it says of none that it is above.
func TestALargerWindowBeginsAtTheTop(t *testing.T) {
	p := New()
	for _, height := range []int{6, 16} {
		p.Resize(80, height)
		p.SetBlocks([]Block{paragraph("a", 4), paragraph("b", 4), paragraph("c", 12)})
		if above, below := p.More(); above || !below {
			t.Errorf("in %d lines there is more above: %v, below: %v", height, above, below)
		}
	}
}

// TestBlocksAreDealtIntoCards: as many as are whole in the window. What has room together is no cards.
func TestBlocksAreDealtIntoCards(t *testing.T) {
	for _, c := range []struct {
		keys, window, where string
	}{
		{"", "a0 a1 b0 b1", "1 of 3"},
		{"pgdown", "c0 c1 c2 c3 c4 c5", "2 of 3, more ↓"},
		{"pgdown down", "c1 c2 c3 c4 c5 c6", "2 of 3, ↑ more"},
		{"pgdown pgdown pgdown", "d0 d1", "3 of 3"},
		{"pgdown pgdown pgdown pgdown", "d0 d1", "3 of 3"},
		{"pgdown pgdown pgdown pgup", "c1 c2 c3 c4 c5 c6", "2 of 3, ↑ more"},
		{"pgdown pgup", "a0 a1 b0 b1", "1 of 3"},
		{"end", "d0 d1", "3 of 3"},
		{"end home", "a0 a1 b0 b1", "1 of 3"},
		{"down", "c0 c1 c2 c3 c4 c5", "2 of 3, more ↓"},
	} {
		t.Run(c.keys, func(t *testing.T) {
			p := inBlocks(2, 2, 7, 2)
			for _, k := range strings.Fields(c.keys) {
				p.Read(press(k))
			}
			if window(p) != c.window || p.Where() != c.where {
				t.Errorf("%q is in the window, %q; want %q, %q", window(p), p.Where(), c.window, c.where)
			}
		})
	}
	if p := inBlocks(2, 2); p.Where() != "" || window(p) != "a0 a1 b0 b1" {
		t.Errorf("what has room is in cards: %q, %q", p.Where(), window(p))
	}
	p := New()
	p.Resize(80, 20)
	if p.SetBlocks([]Block{paragraph("a", 15), paragraph("b", 15)}); p.Where() != "" || !strings.Contains(window(p), "b0") {
		t.Errorf("a large window has cards: %q, %q", p.Where(), window(p))
	}
}

// TestALineIsRepeatedWhereABlockBeginsACard, and not where it follows another.
func TestALineIsRepeatedWhereABlockBeginsACard(t *testing.T) {
	p := New()
	p.Resize(20, 6)
	over := func(b Block) Block { b.Over = "ask"; return b }
	at := p.SetBlocks([]Block{paragraph("a", 2), over(paragraph("b", 2)), over(paragraph("c", 2)), over(paragraph("d", 2))})
	if got := window(p); got != "a0 a1 b0 b1" {
		t.Errorf("the first card is %q", got)
	}
	if p.Show(at[3], at[3]+1); window(p) != "ask c0 c1 d0 d1" {
		t.Errorf("the second card is %q", window(p))
	}
	if !p.Sees(at[2]) || p.Sees(at[1]) {
		t.Error("the lines of the blocks are others")
	}
}

// TestTurnGoesOnlyForward: to the end of a card that is higher than the window, to the next card, and no further than the last.
func TestTurnGoesOnlyForward(t *testing.T) {
	p := inBlocks(2, 7, 2)
	for _, want := range []string{"b0 b1 b2 b3 b4 b5", "b1 b2 b3 b4 b5 b6", "c0 c1"} {
		if !p.Turn() || window(p) != want {
			t.Errorf("it turned to %q, want %q", window(p), want)
		}
	}
	if p.Turn() || numbered(20).Turn() {
		t.Error("it turns at the end, or where there are no cards")
	}
}

// TestCardsCutNothing, whatever the blocks: one is whole in the window, or alone on its card.
func TestCardsCutNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		height := rapid.IntRange(1, 15).Draw(t, "height")
		var blocks []Block
		tallest := 0
		for i, n := range rapid.SliceOfN(rapid.IntRange(1, 20), 1, 9).Draw(t, "lines") {
			b := paragraph(string(rune('a'+i)), n)
			b.Over = rapid.SampledFrom([]string{"", "over"}).Draw(t, "over")
			blocks = append(blocks, b)
			tallest = max(tallest, n)
		}
		lines, at, cards := deal(blocks, height)
		for i, from := range cards {
			to := append(cards, len(lines))[i+1]
			starts := 0
			for _, line := range at {
				if line >= from && line < to {
					starts++
				}
			}
			if to-from < height || starts == 0 || starts > 1 && to-from != height {
				t.Fatalf("card %d has %d lines and %d blocks in a window of %d lines", i, to-from, starts, height)
			}
			if tallest <= height && to-from > height {
				t.Fatalf("card %d has %d lines in a window of %d, though each block has room", i, to-from, height)
			}
		}
	})
}

// TestWholeIsWhatIsCutNowhere: neither a card nor the window nor a line.
func TestWholeIsWhatIsCutNowhere(t *testing.T) {
	for name, c := range map[string]struct {
		pane *Pane
		want bool
	}{
		"one flow": {inBlocks(2, 2), true}, "one flow without room": {numbered(20), false},
		"cards": {inBlocks(2, 4, 6), true}, "a card that is higher": {inBlocks(2, 7), false},
	} {
		if got := c.pane.Whole(); got != c.want {
			t.Errorf("%s is whole: %v", name, got)
		}
	}
	p := numbered(2)
	if p.Set("this is wider than twenty cells"); p.Whole() {
		t.Error("a line that is cut is whole")
	}
}

// TestParagraphsAreATextAgain: nothing is lost or added.
func TestParagraphsAreATextAgain(t *testing.T) {
	for text, want := range map[string]int{"": 1, "a": 1, "\na\nb\n\nc\n": 3, "a\n\n\n  \nb": 2, "\n\n": 1} {
		blocks := Paragraphs(text)
		lines, _ := flow(blocks)
		if got := strings.Join(lines, "\n"); got != text || len(blocks) != want {
			t.Errorf("%q is %d blocks, which come to %q", text, len(blocks), got)
		}
	}
}

// TestCardsOfAnotherHeightShowTheSameBlock, and as they were again they show what they did.
func TestCardsOfAnotherHeightShowTheSameBlock(t *testing.T) {
	var blocks []Block
	for i := range 9 {
		blocks = append(blocks, Block{Text: fmt.Sprintf("block %d\nand more", i+1)})
	}
	p := New()
	lay := func(height int) string {
		p.Resize(40, height)
		p.SetBlocks(slices.Clone(blocks))
		return p.View()
	}
	lay(8)
	p.Turn()
	before := p.View()
	if less := lay(7); !strings.Contains(before, "block 5") || !strings.Contains(less, "block 5") {
		t.Errorf("with less room, after\n%s\nit shows\n%s", before, less)
	}
	if again := lay(8); again != before {
		t.Errorf("it was\n%s\nand is\n%s", before, again)
	}
}

// TestCardsOfAnotherHeightKeepThePlace though the blocks are others: two that have no room together, one that is cut in two.
func TestCardsOfAnotherHeightKeepThePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(t, "blocks")
		p := New()
		lay := func(height int) string {
			var blocks []Block
			for i := range n {
				option, why := fmt.Sprintf("\noption %d", i), fmt.Sprintf("why %d\nand more of %d", i, i)
				if height < 6 {
					blocks = append(blocks, Block{Text: option}, Block{Text: why, Over: fmt.Sprintf("option %d …", i)})
				} else {
					blocks = append(blocks, Block{Text: option + "\n" + why})
				}
			}
			p.Resize(40, height)
			p.SetBlocks(blocks)
			return window(p)
		}
		height := rapid.IntRange(6, 12).Draw(t, "height")
		lay(height)
		for range rapid.IntRange(0, n).Draw(t, "turns") {
			p.Turn()
		}
		before, where := window(p), p.Where()
		first := strings.Join(strings.Fields(before)[:2], " ")
		if less := lay(rapid.IntRange(3, 5).Draw(t, "less")); !strings.Contains(less, first) {
			t.Fatalf("after %q it shows %q", before, less)
		}
		if again := lay(height); again != before || p.Where() != where {
			t.Fatalf("it was %q, %s, and is %q, %s", before, where, again, p.Where())
		}
	})
}
