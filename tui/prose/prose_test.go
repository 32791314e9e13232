package prose

import (
	"testing"
	"unicode"

	"probity/guidance/fuzztest"
)

// TestTextFromOutsideIsInert is fault 15: what could act on a terminal does not get through.
func TestTextFromOutsideIsInert(t *testing.T) {
	for _, c := range []struct{ name, in, line string }{
		{"plain words", "a word", "a word"},
		{"a colour", "a\x1b[31mb", "a[31mb"},
		{"a clipboard write", "a\x1b]52;c;aGk=\ab", "a]52;c;aGk=b"},
		{"C1 controls", "a\u009b31mb", "a31mb"},
		{"bell, backspace, DEL", "a\a\b\x7fb", "ab"},
		{"carriage return", "shown\rhidden", "shown hidden"},
		{"tab and line break", "a\tb\nc", "a b c"},
		{"bidirectional override", "a\u202eb\u2066c", "abc"},
		{"tag characters", "a\U000E0041b", "ab"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"accents, emoji and joiners stay", "Siobhán Nguyễn 👩\u200d⚕️", "Siobhán Nguyễn 👩\u200d⚕️"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Line(c.in); got != c.line {
				t.Errorf("Line(%q) = %q, want %q", c.in, got, c.line)
			}
		})
	}
}

// TestCharacterReferencesAreResolvedBeforeARendererCanDoSo: a renderer turns &#27; into a live escape.
func TestCharacterReferencesAreResolvedBeforeARendererCanDoSo(t *testing.T) {
	for in, want := range map[string]string{
		"a&#27;[31mb":      "a[31mb",
		"a&#x1b;[31mb":     "a[31mb",
		"a&#X1B[31mb":      "a[31mb",
		"a&#0000027;b":     "ab",
		"a&#233;b":         "aéb",
		"a&#38;#27;b":      "a#27;b",
		"a&#x202e;b":       "ab",
		"a&#42;&#42;b":     "ab",
		"fish &amp; chips": "fish &amp; chips",
	} {
		if got := FromMarkdown(in).String(); got != want {
			t.Errorf("FromMarkdown(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlainTakesTheSignsAway(t *testing.T) {
	for in, want := range map[string]string{
		"You **must** not *mix* them.":     "You must not mix them.",
		"one\nline":                        "one line",
		"one\n\ntwo":                       "one\n\ntwo",
		"### MUST · in force\n\ntext":      "MUST · in force\n\ntext",
		"> Superseded":                     "Superseded",
		"see [the page](javascript:alert)": "see the page",
		"**UK:** you *should usually* say": "UK: you should usually say",
		`5\. \*not\* 2\*3 \[x\](y) a\_b`:   "5. *not* 2*3 [x](y) a_b",
		`R&amp;D \&lt; &lt;`:               "R&D &lt; <",
		"one\\\nline":                      "one line",
		"_See_ it":                         "See it",
		"_See_ bay_9_a.jpg, **_now_**":     "See bay_9_a.jpg, now",
	} {
		if got := FromMarkdown(in).Plain(); got != want {
			t.Errorf("Plain of %q = %q, want %q", in, got, want)
		}
	}
}

func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for v, want := range map[float64]string{1: "1", 0.2: "0.2", 4.5: "4.5", 0.25: "0.25", 12: "12", -0.6: "-0.6", 1.0 / 3: "0.33"} {
		if got := Number(v); got != want {
			t.Errorf("Number(%v) = %q, want %q", v, got, want)
		}
	}
	if Count(1, "mark") != "1 mark" || Count(4.5, "mark") != "4.5 marks" || Count(0, "mark") != "0 marks" {
		t.Errorf("%s, %s, %s", Count(1, "mark"), Count(4.5, "mark"), Count(0, "mark"))
	}
}

func FuzzProse(f *testing.F) {
	for _, s := range []string{"a\x1b[31mb", "&#27;[2J", "&#x9b;31m", "**a** [b](file:///etc)", "日本語", "a\u202eb", "&&##2277;;"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		for _, out := range []string{Line(s), Text(s), FromMarkdown(s).String(), FromMarkdown(s).Plain()} {
			for _, r := range out {
				if r != '\n' && unicode.IsControl(r) || r >= 0x202A && r <= 0x202E {
					t.Errorf("%q lets %U through: %q", s, r, out)
				}
			}
		}
	})
}

func TestCapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "a guess": "A guess", "élan": "Élan", "łódź": "Łódź", "\xc3rest": "\xc3rest", "李": "李"} {
		if got := Capital(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
