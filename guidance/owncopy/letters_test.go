package owncopy

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatCountsAsTheSameWording(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"confidential", "Con-\nfidential", true},
		{"confidential", "confdential", true},
		{"confidential", "con dential", true},
		{"confidential", "conﬁdential", true},
		{"profile, conflict and office", "profle, confict and offce", true},
		{"the profile’s 12 pages", "the profile's pages", true},
		{"day-to-day", "day‑to‑\nday", true},
		{"naïve café", "nai\u0308ve cafe", true},
		{"a practice1 that", "a practice that", true},
		{"you must", "you must not", false},
		{"you should", "you must", false},
		{"or", "and", false},
		{"should usually", "should", false},
	} {
		if got := string(lettersOf(c.a).b) == string(lettersOf(c.b).b); got != c.same {
			t.Errorf("%q and %q count as the same: %v", c.a, c.b, got)
		}
	}
}

// TestLettersKnowWhereTheyStand: however a text is made up, each letter kept is at its place or after one left out, and
// words and lines begin in order.
func TestLettersKnowWhereTheyStand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("afil xé-\n.ﬁ’1"))).Draw(t, "text")
		l := lettersOf(text)
		for i, at := range l.at {
			if i > 0 && at <= l.at[i-1] {
				t.Fatalf("letter %d stands at %d, the one before at %d", i, at, l.at[i-1])
			}
			if begin, end := l.begin(i), l.end(i+1); begin > at || end <= begin || end > len(text) {
				t.Fatalf("letter %d at %d: from %d to %d of %d", i, at, begin, end, len(text))
			}
		}
		for _, starts := range [][]int{l.words, l.lines} {
			for i, w := range starts {
				if w > len(l.b) || i > 0 && w <= starts[i-1] {
					t.Fatalf("begin at %v of %d letters", starts, len(l.b))
				}
			}
		}
	})
}

// TestLayoutIsNoWording wraps words at any width, and cuts any of them in two at the end of a line.
func TestLayoutIsNoWording(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("a if profile office well-being you’re must not conflict benefit 12 final.")), 1, 40).Draw(t, "words")
		plain := lettersOf(strings.Join(words, " "))
		var b strings.Builder
		for i, w := range words {
			if i > 0 {
				b.WriteString(rapid.SampledFrom([]string{" ", "\n", "\n\n", "\u00a0", "  \t"}).Draw(t, "gap"))
			}
			if cut := rapid.IntRange(0, len(w)).Draw(t, "cut"); cut > 0 && cut < len(w) && strings.Trim(w[cut-1:cut+1], "abcdefghijklmnopqrstuvwxyz") == "" {
				w = w[:cut] + "-\n" + w[cut:]
			}
			b.WriteString(w)
		}
		if laid := lettersOf(b.String()); string(laid.b) != string(plain.b) || len(laid.words) != len(plain.words) {
			t.Fatalf("%q has other letters or words: %q %v, not %q %v", b.String(), laid.b, laid.words, plain.b, plain.words)
		}
	})
}

func TestParagraphsOfAText(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"blank lines":             {"One\nparagraph.\n\nAnother.\n", "One paragraph.|Another."},
		"wrapped, no blank lines": {"The first ends.\nSecond one begins on a line of its\nown, and goes on to its end.", "The first ends.|Second one begins on a line of its own, and goes on to its end."},
		"a line each":             {strings.Repeat("Long ago it was. ", 20) + "\nShort.\nHeading", strings.TrimSpace(strings.Repeat("Long ago it was. ", 20)) + "|Short.|# Heading"},
		"marks":                   {"8 You should:\n\na go home\n\nb) stay there\n\n(c) do both.\n\nn 36 End.", "8: You should:|a: go home|b): stay there|(c): do both.|n 36: End."},
		"bullets":                 {"Ask:\n• why me?\n• why not?", "Ask:|•: why me?|•: why not?"},
		"a paragraph cut in two":  {"10 Boards also bring risks, particularly\n\nwhere children are.", "10: Boards also bring risks, particularly where children are."},
		"a sum is no list":        {"There are twelve of them, and of these\n12 are of no use to anybody in town.", "There are twelve of them, and of these 12 are of no use to anybody in town."},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDocument("", c.text, 0)
			var got []string
			for i, b := range d.blocks {
				body := strings.Join(strings.Fields(c.text[b.from+len(markOf(c.text[b.from:b.to])):b.to]), " ")
				switch {
				case b.heading:
					body = "# " + body
				case len(b.marks) > 0:
					body = strings.Join(b.marks, " ") + ": " + body
				}
				got = append(got, body)
				if s := d.body(i); d.blockAt(s.from) != i {
					t.Errorf("paragraph %d has the letters of paragraph %d", i, d.blockAt(s.from))
				}
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("%q, want %q", strings.Join(got, "|"), c.want)
			}
		})
	}
}
