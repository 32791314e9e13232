package cells

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestPaintedAtIsBehindWhatStandsBefore, also where it takes more cells or fewer than were laid out.
func TestPaintedAtIsBehindWhatStandsBefore(t *testing.T) {
	for _, sign := range signs {
		for _, text := range []string{sign, "ab " + sign, sign + " b", sign + sign} {
			line := "\x1b[1m" + text + "\x1b[m│" + strings.Repeat(" ", 20)
			before, _, _ := strings.Cut(Painted(line, 80), "│")
			if at, want := PaintedAt(line, ansi.StringWidth(text)), ansi.StringWidthWc(before); at != want {
				t.Errorf("behind %+q: %d, want %d", text, at, want)
			}
		}
	}
}

// signs are what the two tables tell apart, and what they don't.
var signs = []string{
	"❤\ufe0f", "1\ufe0f\u20e3", "#\ufe0f\u20e3", "©\ufe0f", "🇮🇪", "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "👩🏽",
	"👩\u200d👩\u200d👧", "👩🏽\u200d⚕\ufe0f", "☝🏽", "日本", "e\u0301", "क्\u200dष", "स्ते", "का", "กำ", "ශ්\u200dරී", "می\u200cخواهم", "각", "a", "é", "–",
}

// TestColumnsLineUp is fault 28: what was laid out at a cell is painted at that cell, whichever table the terminal uses.
func TestColumnsLineUp(t *testing.T) {
	for _, sign := range signs {
		for _, text := range []string{sign, "a " + sign + " b", sign + sign, "\x1b[1m" + sign + "\x1b[m", sign + "❤\ufe0f"} {
			laid := text + strings.Repeat(" ", 30-ansi.StringWidth(text)) + "│ right"
			before, _, _ := strings.Cut(Painted(laid, 80), "│")
			if n := ansi.StringWidthWc(before); n != 30 || PaintedAt(laid, 30) != 30 {
				t.Errorf("%+q: painted at %d", text, n)
			}
			if strings.ReplaceAll(Painted(laid, 80), " ", "") != strings.ReplaceAll(laid, " ", "") {
				t.Errorf("%+q: painted as %+q", laid, Painted(laid, 80))
			}
		}
	}
	if got := Painted("👩\u200d⚕\ufe0f: 0 of 1\x1b[m ", 80); got != "👩\u200d⚕\ufe0f: 0 of 1\x1b[m" { // nothing follows that would stand in line
		t.Errorf("the end of a line is painted as %q", got)
	}
	if frame := "│ a │\n \x1b[31mplain – █\x1b[m"; Painted(frame, 80) != frame {
		t.Errorf("%q became %q", frame, Painted(frame, 80))
	}
}

// TestASignThatTakesMoreGoesToTheEdge, and no further.
func TestASignThatTakesMoreGoesToTheEdge(t *testing.T) {
	const family = "👩\u200d👩\u200d👧\u200d👦" // eight cells where code points are counted
	if got, want := Painted("| "+strings.Repeat(family, 5)+" |\nand below\x1b[m", 30), "| "+strings.Repeat(family, 3)+"\nand below\x1b[m"; got != want {
		t.Errorf("it is painted as %+q, not %+q", got, want)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"one", 10, "one"},
		{"", 10, ""},
		{"aaaaaaaa bb", 4, "aaaa|aaaa|bb"},
		{"abcdefgh -ij", 8, "abcdefgh|-ij"},
		{"one\ntwo", 10, "one|two"},
		{"日本語 です", 4, "日本|語|です"},
		{"स्ते स्ते स्ते", 6, "स्ते स्ते|स्ते"},
	} {
		if got := strings.ReplaceAll(Wrap(c.in, c.width), "\n", "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"one two", 7, "one two"}, {"one two", 6, "one t…"}, {"one two", 0, ""}, {"1\ufe0f\u20e3 2\ufe0f\u20e3 3", 5, "1\ufe0f\u20e3 …"},
		{"日本語", 4, "日…"}, {"\x1b[1mone\x1b[m two", 4, "\x1b[1mone\x1b[m…"}, {"\x1b[1mone two\x1b[m", 3, "\x1b[1mon…\x1b[m"},
	} {
		if got := Cut(c.in, c.width, "…"); got != c.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(append([]string{" ", "word"}, signs...))).Draw(t, "text"), "")
		width := rapid.IntRange(0, 20).Draw(t, "width")
		if got := Cut(text, width, "…"); ansi.StringWidth(got) > width {
			t.Errorf("%d cells in %d: %+q", ansi.StringWidth(got), width, got)
		}
	})
}

// TestNoSignTakesMoreCellsThanBytes in either table: a line of few bytes is not measured.
func TestNoSignTakesMoreCellsThanBytes(t *testing.T) {
	for r := rune(0); r < 0x30000; r++ {
		if s := string(r); widest(s) > len(s) {
			t.Errorf("%U takes %d cells and %d bytes", r, widest(s), len(s))
		}
	}
	for _, s := range signs {
		if widest(s) > len(s) {
			t.Errorf("%+q takes %d cells and %d bytes", s, widest(s), len(s))
		}
	}
}

// TestNoLineIsTooWideInEitherTable, and nothing is lost but blanks.
func TestNoLineIsTooWideInEitherTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(append([]string{" ", " ", "word", "-"}, signs...))).Draw(t, "text"), "")
		width := rapid.IntRange(8, 40).Draw(t, "width")
		wrapped := Wrap(text, width)
		for _, l := range strings.Split(wrapped, "\n") {
			if ansi.StringWidth(l) > width || ansi.StringWidthWc(l) > width {
				t.Errorf("%d and %d cells in %d: %+q", ansi.StringWidth(l), ansi.StringWidthWc(l), width, l)
			}
		}
		if bare := strings.NewReplacer(" ", "", "\n", ""); bare.Replace(wrapped) != bare.Replace(text) {
			t.Errorf("%+q became %+q", text, wrapped)
		}
	})
}

// TestClipLeavesWholeWords: nothing is cut within a word that has room, and no quotation is left open.
func TestClipLeavesWholeWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"Rank these, the most appropriate first.", 38, "Rank these, the most appropriate…"},
		{"Rank these, the most appropriate first.", 39, "Rank these, the most appropriate first."},
		{"Four ways to sign: “since lunch they ask”", 36, "Four ways to sign: “since lunch…”"},
		{"Four ways to sign: “since lunch they ask”", 32, "Four ways to sign: “since…”"},
		{"Rank these, at once", 11, "Rank these…"},
		{"Unbreakable", 6, "Unbre…"},
	} {
		if got := Clip(c.text, c.width); got != c.want {
			t.Errorf("in %d cells it is %q, want %q", c.width, got, c.want)
		}
	}
}
