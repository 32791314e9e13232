package owncopy

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// form is one way in which a document reaches a learner.
type form struct {
	name string
	file string // what the file is called, for its ending
	made func(s specimen) string
}

// forms are the ways that the wording of a paragraph must survive.
func forms() []form {
	replaced := func(pairs ...string) func(specimen) string {
		return func(s specimen) string { return strings.NewReplacer(pairs...).Replace(s.text) }
	}
	return []form{
		{"as it is", "a.txt", func(s specimen) string { return s.text }},
		{"wrapped at 40 columns", "a.txt", wrapped(40)},
		{"wrapped at 200 columns", "a.txt", wrapped(200)},
		{"wrapped with no blank lines", "a.txt", func(s specimen) string { return strings.ReplaceAll(wrapped(60)(s), "\n\n", "\n") }},
		{"bullets of a symbol font", "a.txt", replaced("•", "\uf0b7", "\na ", "\n\uf0a7 ")},
		{"a web page", "a.html", webpage},
		{"a web page without an ending", "a", webpage},
		{"Markdown", "a.md", markdown},
		{"carriage returns", "a.txt", replaced("\n", "\r\n")},
		{"ligatures without their i and l", "a.txt", replaced("ffi", "ff", "fi", "f", "fl", "f")},
		{"ligatures gone", "a.txt", replaced("ffi", "", "fi", "", "fl", "", "ff", "")},
		{"ligatures as blanks", "a.txt", replaced("ffi", " ", "fi", " ", "fl", " ", "ff", " ")},
		{"ligatures as the mark for what is unknown", "a.txt", replaced("ffi", "\ufffd", "fi", "\ufffd", "fl", "\ufffd")},
		{"ligatures as one character", "a.txt", replaced("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ", "ff", "ﬀ")},
		{"ligatures restored", "a.txt", replaced("confd", "confid", "leafet", "leaflet", "offcer", "officer", "fxed", "fixed",
			"fat ", "flat ", "profle", "profile", "diffcult", "difficult", "benef", "benefi", "foor", "floor", "lock you ft", "lock you fit")},
		{"straight quotes", "a.txt", replaced("’", "'", "‘", "'", "–", "-")},
		{"curly quotes", "a.txt", replaced("'", "’")},
		{"hyphens across lines", "a.txt", hyphenated},
		{"page heads and feet in mid-paragraph", "a.txt", paged},
		{"lists lettered where they were numbered", "a.txt", replaced("\na ", "\n1. ", "\nb ", "\n2. ", "\nc ", "\n3. ", "\n  • ", "\n(a) ")},
		{"blanks that do not break, and soft hyphens", "a.txt", replaced(" a ", "\u00a0a\u00a0", "board", "bo\u00adard")},
		{"colours and bells", "a.txt", replaced("You must", "\x1b[31mYou\x1b[0m must\x07", ". ", ".\u202e ")},
		{"UTF-16", "a.txt", func(s specimen) string {
			var b strings.Builder
			for _, r := range "\ufeff" + s.text {
				b.Write([]byte{byte(r), byte(r >> 8)})
			}
			return b.String()
		}},
		{"the code page of old editors", "a.txt", func(s specimen) string {
			return strings.NewReplacer("’", "\x92", "‘", "\x91", "–", "\x96", "•", "\x95").Replace(s.text)
		}},
	}
}

func wrapped(width int) func(specimen) string {
	return func(s specimen) string {
		var out []string
		for _, p := range s.paragraphs {
			out = append(out, fill(p, width))
		}
		return strings.Join(out, "\n\n") + "\n"
	}
}

func fill(paragraph string, width int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(paragraph) {
		switch {
		case column > 0 && column+1+len(word) > width:
			b.WriteByte('\n')
			column = 0
		case column > 0:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}

// hyphenated breaks long words at the ends of lines.
func hyphenated(s specimen) string {
	lines := strings.Split(wrapped(50)(s), "\n")
	for i, line := range lines[:len(lines)-1] {
		word, rest, _ := strings.Cut(lines[i+1], " ")
		if half := len(word) / 2; line != "" && len(word) > 7 && !strings.ContainsAny(word, "’‘•-") {
			lines[i], lines[i+1] = line+" "+word[:half]+"-", word[half:]+" "+rest
		}
	}
	return strings.Join(lines, "\n")
}

// paged puts the foot of one page and the head of the next after every seventh line.
func paged(s specimen) string {
	var out []string
	for i, line := range strings.Split(wrapped(60)(s), "\n") {
		out = append(out, line)
		if i%7 == 6 {
			out = append(out, "", fmt.Sprint(i/7+1), "\fThe board, and those who read it", "")
		}
	}
	return strings.Join(out, "\n")
}

func markdown(s specimen) string {
	ps := slices.Clone(s.paragraphs)
	for i, p := range ps {
		words := strings.Fields(p)
		switch {
		case len(words) < 8 && !strings.ContainsAny(p, ".:?"):
			ps[i] = "## " + p
		case len(words) > 9:
			words[3], words[4], words[6] = "["+words[3], words[4]+"](https://boards.example/a?b=c)", "**"+words[6]+"**"
			ps[i] = strings.Join(words, " ")
		}
	}
	return strings.Join(ps, "\n\n")
}

// page is a web page as a browser saves it: a notice about cookies and a menu before the text, a foot after it.
func webpage(s specimen) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=en><head><title>A page | A site</title><style>p{margin:0}</style><script>if (a<b) {'<p>Not text.'}</script></head>" +
		"<body><div class='cookies'><p>We use crumbs to make this site better for you.</p><button>Agree</button></div><nav><ul><li><a href=/>Home</a></ul></nav><main>")
	for _, p := range s.paragraphs {
		words := strings.Fields(html.EscapeString(p))
		tag := "p"
		switch {
		case words[0] == "•" || len(words[0]) == 1 && words[0] >= "a" && words[0] <= "c":
			tag, words = "li", words[1:]
		case len(words) < 8 && !strings.ContainsAny(p, ".:?"):
			tag = "h2"
		case len(words) > 9:
			words[3], words[5] = "<a href='#'>"+words[3], words[5]+"</a><sup>12</sup>"
		}
		fmt.Fprintf(&b, "<%s class=x>\n%s</%s>", tag, fill(strings.Join(words, " "), 70), tag)
	}
	b.WriteString("</main><footer><p>A council. All rights reserved.</p></footer></body></html>")
	return b.String()
}
