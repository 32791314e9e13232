package pane

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// scripts are words as names and packs have them: wide characters, emoji of several parts, marks that take no room.
var scripts = []string{
	"Siobhán", "Nguye\u0302\u0303n", "夜間", "投稿について", "ｆｕｌｌ", "한국어", "\u1112\u1161\u11ab", "नमस्ते", "สวัสดี", "שלום",
	"👩\u200d⚕\ufe0f", "👍🏽", "🇮🇪", "❤\ufe0f", "a-b", "x", "e\u0301\u0323", "…", "post,",
}

// words is text of several such words, some of them run together.
func words() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(1, 25).Draw(t, "words") {
			b.WriteString(rapid.SampledFrom(scripts).Draw(t, "word") + rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "then"))
		}
		return strings.TrimSpace(b.String())
	})
}

// letters is text without spaces: what wrapping must not lose.
func letters(s string) string { return strings.Join(strings.Fields(ansi.Strip(s)), "") }

// TestFault28HangKeepsItsIndent: whatever the script, lines fit, and all begin behind the lead.
func TestFault28HangKeepsItsIndent(t *testing.T) {
	bold := lipgloss.NewStyle().Bold(true)
	rapid.Check(t, func(t *rapid.T) {
		text, width := words().Draw(t, "text"), rapid.SampledFrom([]int{40, 80, 120}).Draw(t, "width")
		lead := rapid.SampledFrom([]string{"", "  ", "a. ", "夜 ", "👩\u200d⚕\ufe0f  "}).Draw(t, "lead")
		hung := Hang(lead, text, width, bold)
		for i, l := range strings.Split(ansi.Strip(hung), "\n") {
			if n := ansi.StringWidth(l); n > width {
				t.Fatalf("line %d is %d wide in %d: %q", i+1, n, width, l)
			}
			start := lead
			if i > 0 {
				start = strings.Repeat(" ", ansi.StringWidth(lead))
			}
			if rest, ok := strings.CutPrefix(l, start); !ok || strings.HasPrefix(rest, " ") {
				t.Fatalf("line %d does not begin %d cells in: %q", i+1, ansi.StringWidth(lead), l)
			}
		}
		if got, want := letters(hung), letters(lead)+letters(text); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

// TestFault28TheRightColumnStartsAtOneCell: beside lines of any script.
func TestFault28TheRightColumnStartsAtOneCell(t *testing.T) {
	const gap, mark = 3, "┃"
	plain := lipgloss.NewStyle()
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom([]int{40, 80, 120}).Draw(t, "width")
		room := (width - gap) / 2
		left := Hang("", words().Draw(t, "left"), room, plain)
		right := Hang(mark, words().Draw(t, "right"), room, plain)
		right = strings.ReplaceAll(right, "\n ", "\n"+mark)
		lines := strings.Split(Columns(left, room, right, gap), "\n")
		if want := max(strings.Count(left, "\n"), strings.Count(right, "\n")) + 1; len(lines) != want {
			t.Fatalf("%d lines, want %d", len(lines), want)
		}
		for i, l := range lines {
			if n := ansi.StringWidth(l); n > width {
				t.Errorf("line %d is %d wide in %d: %q", i+1, n, width, l)
			}
			before, _, ok := strings.Cut(l, mark)
			if n := ansi.StringWidth(before); n != room+gap && (ok || i <= strings.Count(right, "\n")) {
				t.Errorf("line %d has its right column at cell %d, want %d: %q", i+1, n, room+gap, l)
			}
		}
	})
}

// TestFault28NothingIsCutInTheMiddleOfACharacter: a pane cuts lines that are too wide between characters, never past its edge.
func TestFault28NothingIsCutInTheMiddleOfACharacter(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		p := New()
		p.Resize(width, 3)
		p.Set("x" + strings.Repeat("夜", 100) + "\n" + strings.Repeat("👩\u200d⚕\ufe0f", 100) + "\n" + strings.Repeat("e\u0301", 200))
		lines := strings.Split(ansi.Strip(p.View()), "\n")
		for i, want := range []string{"x" + strings.Repeat("夜", (width-1)/2), strings.Repeat("👩\u200d⚕\ufe0f", width/2), strings.Repeat("e\u0301", width)} {
			if got := strings.TrimRight(lines[i], " "); got != want {
				t.Errorf("at %d cells line %d is %q", width, i+1, got)
			}
		}
	}
}
