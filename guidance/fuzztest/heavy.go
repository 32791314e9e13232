package fuzztest

import (
	"iter"
	"strings"
)

// How long heavy texts are, in bytes: long where the environment says that times count, so that what takes as long as the square of the length is
// too late. Short ones are quick in the default run, and what a fuzzer changes of them is. Of the bomb that Glamour was, they are enough.
const (
	long  = 16 << 10
	short = 256
)

// Heavy gives texts that would keep a careless reader busy: what opens something, again and again, and what closes it as often. They are seeds
// for every reader of text.
func Heavy() iter.Seq[string] {
	size := short
	if asked() {
		size = long
	}
	return func(yield func(string) bool) {
		for _, p := range openings {
			n := size / max(1, len(p.opens)+len(p.closes))
			if !yield(p.before + strings.Repeat(p.opens, n) + p.between + strings.Repeat(p.closes, n)) {
				return
			}
		}
	}
}

// opening is something that may stand inside itself.
type opening struct{ before, opens, between, closes string }

var openings = []opening{
	// Markdown: the first of these took Glamour minutes.
	{"", ">", " deep", ""}, {"", "> ", "deep", ""}, {"", "- ", "deep", ""}, {"", "1. ", "deep", ""}, {"", "> - ", "deep", ""}, {"", "  - a\n", "", ""},
	{"word\n", ": ", "deep", ""}, {"", "# a\n", "", ""}, {"", "a\n-\n", "", ""}, {"", "*a_", "", ""}, {"", "**a ", "", "a** "}, {"", "_a ", "", ""}, {"", "~~a", "", ""},
	{"", "[", "a", "](b)"}, {"", "[", "", ""}, {"", "![", "", ""}, {"", "[a](", "", ""}, {"", "` `` ", "", ""}, {"", "<http://a>", "", ""}, {"", "|a", "\n", "|-"}, {"", "\\", "", ""},
	// HTML and XML.
	{"", "<b>", "a", "</b>"}, {"", "<ul><li>", "a", ""}, {"", "<table><tr><td>", "a", ""}, {"", "<a href=\"", "", ""}, {"", "<!--", "", ""}, {"", "<", "", ""}, {"", "</p>", "", ""}, {"", "<?a", "", ""},
	{"", "<![CDATA[", "", "]]>"}, {"", "<script>", "", ""}, {"", "<b a=b ", "", ""}, {"", "&", "", ""}, {"", "&#", "", ""}, {"", "&amp;", "", ""}, {"", "&#x26;", "", ""},
	// TOML and JSON.
	{"a = ", "[", "", "]"}, {"a = ", "{a=", "1", "}"}, {"", "[[a]]\n", "", ""}, {"", "a.", "a = 1", ""}, {"[", "a.", "a]", ""}, {"", "[", "", "]"}, {"", "{\"a\":", "1", "}"}, {"a = ", "\"\"\"", "", ""}, {"a = \"", "\\", "\"", ""},
	{"", "\"", "", ""}, {"", "'", "", ""}, {"a = \"", "\\u0041", "\"", ""}, {"", "a = 1\n", "", ""}, {"schema = 1\n", "[[answer]]\nseq = 1\n", "", ""}, {"", "#", "", ""},
	// Lists, forms, RTF, GIFT, commands.
	{"", ",", "", ""}, {"", "\",", "", ""}, {"", ";", "", ""}, {"", "\t", "", ""}, {"", "\n", "", ""}, {"", "\r", "", ""}, {"", " ", "", ""}, {"", "a\n", "", ""}, {"", "a&", "", ""}, {"", "a=1&", "", ""}, {"", "%", "", ""}, {"", "%41", "", ""},
	{`{\rtf1 `, "{", "a", "}"}, {`{\rtf1 `, `\'e1`, "}", ""}, {`{\rtf1 `, `\u233?`, "}", ""}, {"", "{=a~b", "", "}"}, {"", "::a::", "", ""}, {"", "=a->b\n", "", ""}, {"", "~%1%a", "", ""}, {"", "(", "a", ")"}, {"", "-a ", "", ""}, {"", "../", "", ""}, {"", "a/", "", ""},
	// Words and numbers.
	{"", "a", "", ""}, {"", "a ", "", ""}, {"", "a, ", "", ""}, {"", "a. ", "", ""}, {"", "A", "", ""}, {"", "Ann Bell ", "", ""}, {"", "Ann Bell\n", "", ""}, {"", "1", "", ""}, {"", "1 ", "", ""}, {"", "1-", "", ""}, {"", "a@", "", ""}, {"", "a@b.ie ", "", ""}, {"", "“", "a", "”"}, {"", "the ", "", ""},
	// What is no letter, or several.
	{"", "é", "", ""}, {"a", "\u0301", "", ""}, {"👩", "\u200d👩", "", ""}, {"", "🇮", "", ""}, {"", "\u202e", "", ""}, {"", "א", "", ""}, {"", "日", "", ""}, {"", "\ufdfa", "", ""}, {"", "\u0130", "", ""}, {"", "\x00", "", ""}, {"", "\xff", "", ""}, {"\xff\xfe", "a\x00", "", ""},
	{"", "\x1b[", "", ""}, {"", "\x1b]8;;", "", "\x1b\\"}, {"", "\x1b[31m", "", ""}, {"", "\u2028", "", ""},
	// Files.
	{"%PDF-1.4\n", "<< /Type /EmbeddedFile >>stream\n", "", ""}, {"%PDF-1.4\n", "1 0 obj\n", "", "endobj\n"}, {"", "<template id=\"carried\">", "", ""}, {"-----BEGIN PRIVATE KEY-----\n", "AAAA\n", "-----END PRIVATE KEY-----\n", ""},
	{"", "-----BEGIN PRIVATE KEY-----\n", "", ""}, {"", "ssh-ed25519 AAAA\n", "", ""}, {"BEGIN:VCARD\n", "FN:Ann\n", "", ""}, {"", "eyJ.", "", ""},
}
