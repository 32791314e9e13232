package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"probity/guidance/fuzztest"
)

// spelled is text that stays what it is: every name and sign needs each of its characters.
var spelled = map[string]string{
	"accents":                        "Siobhán Nguyễn Ó Súilleabháin",
	"accents of their own":           "Si\u0301le",
	"Persian":                        "علی\u200cرضا می\u200cخواهم",
	"an Arabic letter's joined form": "ه\u200d",
	"Devanagari":                     "क्\u200dष क्\u200cष",
	"Sinhala":                        "ශ්\u200dරී ලංකා",
	"Malayalam":                      "അവന്\u200d",
	"Bengali":                        "র\u200c্যাব",
	"Mongolian":                      "ᠮᠣᠩᠭᠣᠯ\u180e\u1820 ᠠ\u180b",
	"signs before Arabic numbers":    "\u0600١٢٣",
	"a character of a family name":   "葛\U000e0100城 辻\ufe00",
	"a person with a job and colour": "👩🏽\u200d⚕\ufe0f",
	"a family":                       "👩\u200d👩\u200d👧\u200d👦",
	"shaking a head":                 "🙂\u200d↔\ufe0f",
	"an older sign coloured":         "☝🏽 ⛹🏽\ufe0f\u200d♀\ufe0f",
	"hearts and keycaps":             "❤\ufe0f 1\ufe0f\u20e3 #\ufe0f\u20e3",
	"flags":                          "🇮🇪 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f",
	"England, Scotland, Wales": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f" +
		"🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
	"an emoji newer than these tables": "👩\u200d\U0001fadf",
	"Hebrew and Thai":                  "שלום สวัสดี",
	"the sign for what was lost":       "a\ufffdb",
}

func TestWhatSpellsStays(t *testing.T) {
	for name, s := range spelled {
		t.Run(name, func(t *testing.T) {
			if got := Line(s); got != s {
				t.Errorf("Line(%+q) = %+q", s, got)
			}
			if got := Block(s); got != s {
				t.Errorf("Block(%+q) = %+q", s, got)
			}
			if r, at := Deceptive(s); at != 0 {
				t.Errorf("%+q is deceptive: %U as character %d", s, r, at)
			}
		})
	}
}

func TestWhatActsOrHidesIsTakenAway(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a colour", "a\x1b[31mb", "a[31mb"},
		{"a clipboard write", "a\x1b]52;c;aGk=\ab", "a]52;c;aGk=b"},
		{"C1 controls", "a\u009b31mb\u0090", "a31mb"},
		{"NUL, bell, backspace, DEL", "a\x00\a\b\x7fb", "ab"},
		{"overrides and isolates", "a\u202eb\u2066c\u2069", "abc"},
		{"direction marks", "a\u200eb\u200fc\u061c", "abc"},
		{"byte-order marks and no-break of no width", "\ufeffa\ufeffb", "ab"},
		{"blanks of no width", "a\u200bb\u2060c\u00add", "abcd"},
		{"deprecated format controls", "a\u206ab\u206f", "ab"},
		{"annotations", "a\ufff9b\ufffac\ufffb", "abc"},
		{"tags", "a\U000e0041\U000e0001b\U000e007f", "ab"},
		{"a flag without an end", "🏴\U000e0067\U000e0062x", "🏴x"},
		{"a flag too long", "🏴" + strings.Repeat("\U000e0061", 7) + "\U000e007f", "🏴"},
		{"joiners in Latin, Greek and Cyrillic", "O\u200dE\u200c α\u200dβ б\u200cв", "OE αβ бв"},
		{"joiners at the beginning and in a row", "\u200da علی\u200c\u200c\u200cرضا", "a علی\u200cرضا"},
		{"a joiner with no other sign", "👩\u200d and 👩\u200d", "👩 and 👩"},
		{"a joiner between signs that are no emoji", "a>\u200d+ \xff\u200d\xff", "a>+ \ufffd\ufffd"},
		{"selectors in a row", "a\ufe00\ufe01\ufe02\U000e0100", "a\ufe00"},
		{"selectors of nothing", "\ufe0f a \ufe0fb\U000e0100", "a b"},
		{"characters nobody has defined to show", "a\u2065b\ufff0c\U000e0fffd", "abcd"},
		{"private use and no characters", "a\uf8ffb\U00100000c\uffffd\ufdd0", "a\ufffdb\ufffdc\ufffdd\ufffd"},
		{"not UTF-8, and half of a pair", "a\xffb\xed\xa0\x80c", "a\ufffdb\ufffdc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Line(c.in); got != c.want {
				t.Errorf("Line(%+q) = %+q, want %+q", c.in, got, c.want)
			}
		})
	}
}

func TestLinesAndBlanks(t *testing.T) {
	for _, c := range []struct{ in, line, block string }{
		{"First.\r\rSecond.\r- a point", "First. Second. - a point", "First.\n\nSecond.\n- a point"},
		{"a\r\nb\nc\rd", "a b c d", "a\nb\nc\nd"},
		{"a\r\r\nb\n\rc", "a b c", "a\n\nb\n\nc"},
		{"a\vb\fc\u0085d\u2028e\u2029f", "a b c d e f", "a\nb\nc\nd\ne\nf"},
		{"\ta\t b  c ", "a b c", " a  b  c "},
		{"\n a \n", "a", "\n a \n"},
		{"\u00a0Dr\u00a0Bell", "Dr Bell", "\u00a0Dr\u00a0Bell"},
		{"", "", ""},
	} {
		if got := Line(c.in); got != c.line {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.line)
		}
		if got := Block(c.in); got != c.block {
			t.Errorf("Block(%q) = %q, want %q", c.in, got, c.block)
		}
	}
}

// TestAPieceKeepsWhatMayBelongToItsNeighbours: keys come one character at a time.
func TestAPieceKeepsWhatMayBelongToItsNeighbours(t *testing.T) {
	for in, want := range map[string]string{
		"\u200c": "\u200c", "\u200d⚕\ufe0f": "\u200d⚕\ufe0f", "👩\u200d": "👩\u200d", "\ufe0f": "\ufe0f",
		"\u202e": "", "\U000e0041": "", "\x1b": "", "\u200d\u200d": "\u200d", "a\u200db": "ab", "a\r": "a\n",
	} {
		if got := Piece(in); got != want {
			t.Errorf("Piece(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

// TestWhatIsTypedHidesNothingButAtItsEnd, where what it joins may follow.
func TestWhatIsTypedHidesNothingButAtItsEnd(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "abc ": "abc ", " a": " a", "w\u180e": "w", "w\u180ex": "wx", "ن\u200c": "ن\u200c", "w\U000e0100": "w", "\ufe0fa": "a", "👩\u200d": "👩\u200d", "👩\u200d⚕\ufe0f": "👩\u200d⚕\ufe0f",
		"葛\U000e0100": "葛\U000e0100", "\u200da": "a",
	} {
		if got := Typed(in); got != want {
			t.Errorf("Typed(%+q) = %+q, want %+q", in, got, want)
		}
	}
}

func TestDeceptiveNamesTheFirst(t *testing.T) {
	for _, c := range []struct {
		in string
		r  rune
		at int
	}{
		{"plain, naïve ❤\ufe0f", 0, 0},
		{"A \u202erequest", 0x202e, 3},
		{"é\u2066\u202e", 0x2066, 2},
		{"a\u200fb", 0x200f, 2},
		{"🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f\U000e0041", 0xe0041, 8},
		{"🏴\U000e0067", 0xe0067, 2},
		{"controls \x1b[31m are cleaned, not refused", 0, 0},
	} {
		if r, at := Deceptive(c.in); r != c.r || at != c.at {
			t.Errorf("Deceptive(%+q) = %U, %d, want %U, %d", c.in, r, at, c.r, c.at)
		}
	}
}

// anything draws text with much in it that matters here.
func anything() *rapid.Generator[string] {
	matter := []rune("a b\n\r\t\x1b\u009b\u202e\u2066\u200d\u200c\ufe0f\U000e0100葛ल्अع👩🏽⚕🏴\U000e0067\U000e0062\U000e0077\U000e007f\u0301\u00a0\ufeff\uf8ff\u180e")
	return rapid.Custom(func(t *rapid.T) string {
		piece := rapid.OneOf(rapid.StringOfN(rapid.SampledFrom(matter), 0, 20, -1), rapid.String(),
			rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 8), func(b []byte) string { return string(b) }))
		return strings.Join(rapid.SliceOfN(piece, 0, 4).Draw(t, "pieces"), "")
	})
}

func TestCleaningProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { holds(t, anything().Draw(t, "text")) })
}

func FuzzClean(f *testing.F) {
	for _, s := range spelled {
		f.Add(s)
	}
	f.Add("a\x1b]52;c;\x07\u009b31m\u2066\xf0\x28\r\n")
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		holds(t, s)
	})
}

// holds checks what is true of any text: cleaning is done once for all, and lets nothing through.
func holds(t interface {
	Helper()
	Errorf(string, ...any)
}, s string,
) {
	t.Helper()
	line, block := Line(s), Block(s)
	if again := Line(line); again != line {
		t.Errorf("Line of %+q: %+q, and again %+q", s, line, again)
	}
	if again := Block(block); again != block {
		t.Errorf("Block of %+q: %+q, and again %+q", s, block, again)
	}
	if Line(block) != line {
		t.Errorf("Line of %+q is %+q, and of its Block %+q", s, line, Line(block))
	}
	if !utf8.ValidString(block) || strings.ContainsAny(line, "\n\r\t") || len([]rune(block)) > len([]rune(s)) {
		t.Errorf("%+q gives %+q", s, block)
	}
	if _, at := Deceptive(block); at != 0 {
		t.Errorf("%+q gives %+q, deceptive at %d", s, block, at)
	}
	for _, r := range block {
		switch {
		case r == '\n', joiner(r), r >= 0xE0020 && r <= 0xE007F: // Deceptive has looked at the tags
		case Hidden(r), unknown(r):
			t.Errorf("%+q lets %U through: %+q", s, r, block)
		}
	}
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r != '\n' && (Hidden(r) || unknown(r) || unicode.Is(unicode.Variation_Selector, r))
	}) && utf8.ValidString(s) && block != s {
		t.Errorf("plain text changed: %+q to %+q", s, block)
	}
}

// TestEverydayTextStaysAsItIs: the short way that is taken for it leads where the long one does.
func TestEverydayTextStaysAsItIs(t *testing.T) {
	for r := range rune(0x3000) {
		if s := "a" + string(r) + "b"; everyday(s) && cleaned(s, false) != s {
			t.Errorf("%U is not kept", r)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("\n az~·ÁßŐ–“”’…×©")), rapid.Rune())).Draw(t, "text")
		if everyday(s) && (cleaned(s, false) != s || cleaned(s, true) != s) {
			t.Fatalf("%q is %q", s, cleaned(s, false))
		}
	})
}
