package owncopy

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/guidance/fuzztest"
)

func pondClause() *guidance.Clause {
	c := &guidance.Clause{ID: "ponds/1", Locator: "Depth, paragraph 2", Force: guidance.Must, Text: "Keep it shallow."}
	guidance.NewLibrary([]*guidance.Source{{ID: "ponds", Title: "Ponds", Publisher: "A council", Clauses: []*guidance.Clause{c}}}, nil)
	return c
}

func TestTheOriginalStandsUnderTheExtract(t *testing.T) {
	c, r := pondClause(), guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.UK}
	own := func(p Paragraph) Copies {
		p.Clause = c.ID
		return Copies{"ponds": {Source: "ponds", Paragraphs: []Paragraph{p}}}
	}
	for _, test := range []struct {
		name   string
		copies Copies
		want   string // after the extract
	}{
		{"no copies at all", nil, ""},
		{"a copy of another document", Copies{"lakes": {Source: "lakes"}}, ""},
		{"a copy without the paragraph", own(Paragraph{Match: Missing}), ""},
		{
			"the same wording", own(Paragraph{Match: Same, Text: "No pond is deep.", Seen: "Depth"}),
			"\n**The document says**\n\n> No pond is deep.\n\n*Depth, paragraph 2.* The same wording as the edition this was written from.\n",
		},
		{
			"under the title alone", own(Paragraph{Match: Same, Text: "No pond is deep.", Seen: "PONDS"}),
			"\n**The document says**\n\n> No pond is deep.\n\n*Depth, paragraph 2.* The same wording as the edition this was written from.\n",
		},
		{
			"another wording, in another place", own(Paragraph{Match: Reworded, Text: "No pond may be deep.", Seen: "Water, 7"}),
			"\n**The document says**\n\n> No pond may be deep.\n\n*Depth, paragraph 2; in your copy: Water, 7.* " +
				"Your copy is worded differently from the edition this was written from. Trust your copy.\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.copies.Extract(c, r); got != c.Markdown(r)+test.want {
				t.Errorf("the extract is\n%s", got)
			}
		})
	}
}

// TestTheOriginalIsNothingButText holds that a paragraph's own signs are not taken for Markdown's.
func TestTheOriginalIsNothingButText(t *testing.T) {
	for text, want := range map[string]string{
		"plain, with (brackets) and R&D":   "plain, with (brackets) and R&D",
		"*a* _b_ `c` [d](e) <f> \\ |g|":    "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\\\ \\|g\\|",
		"&lt;b&gt; and &#27;":              "&amp;lt;b&amp;gt; and &amp;#27;",
		"# no heading":                     "\\# no heading",
		"12. no list, 3. nor here":         "12\\. no list, 3. nor here",
		"- no list":                        "\\- no list",
		"> no quotation":                   "\\> no quotation",
		"see www.example.org":              "see www\\.example.org",
		"two\n\n# lines\tand   more space": "two # lines and more space",
	} {
		if got := literal(text); got != want {
			t.Errorf("%q is written %q, not %q", text, got, want)
		}
	}
}

func FuzzTheOriginalIsOneQuotation(f *testing.F) {
	for _, s := range []string{"a\n\n# b", "1) x", "\\", "&#27;", "``` x", "- [ ] y"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzztest.Within(t, len(text), 1)
		got := literal(text)
		if strings.ContainsAny(got, "\n\r") {
			t.Errorf("%q becomes more than a line: %q", text, got)
		}
		bare := strings.ReplaceAll(got, `\\`, "")
		for i := range len(bare) {
			if strings.IndexByte("`*_[]<>|", bare[i]) >= 0 && (i == 0 || bare[i-1] != '\\') {
				t.Fatalf("%q has a bare sign: %q", text, got)
			}
		}
	})
}
