package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"probity/guidance/fuzztest"
)

// FuzzDecode: the text of any file is UTF-8, not many times its size, and read once: its own bytes are the same text.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"\xff\xfea\x00", "\xfe\xff\x00a", "\xff\xfe\x00\x00a\x00\x00\x00", "\xef\xbb\xbfa\r\nb\rc", "caf\xe9 \x80", "a\x00b\x00c\x00d\x00\x00\xd8", "\ufeff\ufeffa"} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		got := Decode(file)
		if !utf8.ValidString(got) || len(got) > 3*len(file) {
			t.Fatalf("%q is %q", file, got)
		}
		if lines := LineFeeds(got); strings.Contains(lines, "\r") || LineFeeds(lines) != lines {
			t.Errorf("%q has the lines %q", got, lines)
		}
	})
}

// FuzzExcess: too much is found in a line of the text, a part of a text has no more than the whole, and what a text holds is found whatever stands before it.
func FuzzExcess(f *testing.F) {
	for _, s := range []string{"a", strings.Repeat(">", mostNested+1), strings.Repeat("*", mostSigns+1), strings.Repeat("# a\n", mostMarks+1), strings.Repeat("|a", 40) + strings.Repeat("\na", 40), "1) 2. - : a"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		line, problem := Excess(s)
		if line < 0 || line > strings.Count(s, "\n")+1 || (line == 0) != (problem == "") {
			t.Fatalf("line %d, %q", line, problem)
		}
		if _, before := Excess("a\n" + s); problem != "" && before == "" {
			t.Errorf("%q is found, and not behind another line", problem)
		}
	})
}

// FuzzWords: what is made of words for names, quotations and comparing is made once, in whole characters, and no longer than it may be.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"A photo.", "É ß ŁÓDŹ", "“quoted” and ‘so’", "İ\u0307", "Dr. Bell said so. Did she? 3.5 mg.", "\u202e\x1b[31m", "-", strings.Repeat("a b ", 200)} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	topics := []string{"practise", "review", "data", "é"}
	f.Fuzz(func(t *testing.T, s string) {
		fuzztest.Within(t, len(s), 1)
		if folded := Fold(s); Fold(folded) != folded {
			t.Errorf("%q is folded to %q, and that to %q", s, folded, Fold(folded))
		}
		slug := Slug(s, 40)
		if len(slug) > 40 || strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || Slug(slug, 40) != slug {
			t.Errorf("%q has the name %q", s, slug)
		}
		end := 0
		for _, at := range SentenceIndexes(s) {
			if at[0] < end || at[1] < at[0] || at[1] > len(s) {
				t.Fatalf("%q has a sentence at %v", s, at)
			}
			end = at[1]
		}
		if brief := Brief(s); len([]rune(brief)) > mostQuoted+1 || strings.ContainsAny(brief, "“”\n\x1b") || !utf8.ValidString(brief) {
			t.Errorf("%q is quoted as %q", s, brief)
		}
		if near := Nearest(s, topics); near != "" && !slices.Contains(topics, near) {
			t.Errorf("%q is near to %q", s, near)
		}
	})
}
