package pack

import (
	"bytes"
	"fmt"
	"strings"

	"probity/guidance/text"
)

// syntax words what a TOML reader says of a line, for an author who knows no TOML: where a text was opened that does not end, which quotation
// marks are a word processor's, and else by the reader's own words.
func (f *file) syntax(line int, says string) Mistake {
	quoted := text.TOMLStrings(f.text)
	if m, is := f.endless(quoted, line); is {
		return m
	}
	for _, at := range []int{line, line - 1} { // a line that is not ended is noticed in the next
		if r, is := f.curly(quoted, at); is {
			return Mistake{File: f.name, Line: at, Problem: fmt.Sprintf("%c is a curly quotation mark, as Word types it, and no text can begin or end with it", r),
				Mend: `type the straight one, ", there; within a text curly ones may stand`}
		}
	}
	problem, mend := f.spoken(line, says)
	return Mistake{File: f.name, Line: line, Problem: problem, Mend: mend}
}

// endless is the mistake of a text between three quotes that lacks the last three: it goes on to the file's end, or to the first three of the next
// such text, and takes in what looks like fields. Only a text that begins before the line is looked at.
func (f *file) endless(quoted []text.TOMLString, line int) (m Mistake, is bool) {
	from, at := 1, 0
	for _, q := range quoted {
		from, at = from+bytes.Count(f.text[at:q.From], []byte("\n")), q.From
		if !q.Long || from > line {
			continue
		}
		mend := `type """ where the text ends`
		for i, l := range strings.Split(string(f.text[q.From:q.To]), "\n") {
			switch l = strings.TrimSpace(l); {
			case is || i == 0: // the first line that shows it is named
			case strings.ContainsAny(l, curlyQuotes) && strings.Trim(l, curlyQuotes+`"`) == "":
				mend = fmt.Sprintf(`line %d has curly quotes, as Word types them: type the straight ones, """, there`, from+i)
				is = true
			case looksLikeField().MatchString(l):
				mend = fmt.Sprintf(`type """ where the text ends, before line %d`, from+i)
				is = true
			}
		}
		if is || !q.Closed {
			return Mistake{File: f.name, Line: from, Problem: `the text that begins here with """ is not ended`, Mend: mend}, true
		}
	}
	return Mistake{}, false
}

// looksLikeField matches a line that is no part of a text but a field or a table.
var looksLikeField = text.Expression(`^(\[\[?[a-z_.]+\]\]?|[a-z_]+ *= *("|'|\[|\d).*)$`)

// curlyQuotes are what word processors make of straight ones.
const curlyQuotes = "“”„‟‘’‚«»"

// curly is the first curly quotation mark of a line which stands where a straight one ought to: in no text and no note, or in a text that is not ended.
func (f *file) curly(quoted []text.TOMLString, line int) (r rune, is bool) {
	from, to := f.span(line)
	for i, r := range string(f.text[from:to]) {
		for len(quoted) > 0 && quoted[0].To <= from+i {
			quoted = quoted[1:]
		}
		switch in := len(quoted) > 0 && quoted[0].From <= from+i; {
		case in && quoted[0].Closed:
		case r == '#' && !in:
			return 0, false
		case strings.ContainsRune(curlyQuotes, r):
			return r, true
		}
	}
	return 0, false
}

// span is where a line begins and ends among the bytes of the file.
func (f *file) span(line int) (from, to int) {
	for n := 1; n < line; n++ {
		end := bytes.IndexByte(f.text[from:], '\n')
		if end < 0 {
			return len(f.text), len(f.text)
		}
		from += end + 1
	}
	if end := bytes.IndexByte(f.text[from:], '\n'); end >= 0 {
		return from, from + end
	}
	return from, len(f.text)
}

// namedTwice is how the reader words that a name stands twice.
var namedTwice = text.Expression(`^Key '([^']*)' (?:has already been defined|was already created)`)

// spoken is what the TOML reader says of a line in an author's words, and what to do.
func (f *file) spoken(line int, says string) (problem, mend string) {
	from, to := f.span(line)
	here := strings.TrimSpace(string(f.text[from:to]))
	if m := namedTwice().FindStringSubmatch(says); m != nil {
		name := m[1]
		if strings.HasPrefix(here, "[") {
			return name + " is one table and a list of tables", brackets(name)
		}
		return name + " stands twice", "keep one of the two; an option or a variant of its own begins with [[option]] or [[variant]]"
	}
	for _, known := range readersWords() {
		if strings.Contains(says, known[0]) {
			return known[1], known[2]
		}
	}
	return "cannot be read (" + says + ")", "quotes and brackets come in pairs; compare it with one of Probity's own files"
}

// readersWords are parts of what the reader says, with what that is to an author and what they do.
func readersWords() [][3]string {
	return [][3]string{
		{"strings cannot contain newlines", "the text in this line is not ended in it", `type " at its end; a text of several lines begins and ends with """`},
		{`expected '"'`, "the text in this line is not ended in it", `type " at its end; a text of several lines begins and ends with """`},
		{"expected a top-level item to end", "something stands behind the end of the value",
			`within a text type “ and ” for quotation marks, or \"; what is a note begins with #`},
		{"expected a comma (',') or array", "a list lacks a comma between two of its entries, or the ] at its end", `write it as ["a", "b"]`},
		{"unexpected comma", "there is a comma too many", `write a list as ["a", "b"]`},
		{"table", "a name in brackets is not as it has to be", "write it as [[option]], with as many brackets behind as before"},
		{"expected '.' or '='", "it is neither a field, a name in brackets nor a note", `write a field as name = "value"; a note begins with #, and a text of several lines begins and ends with """`},
		{"key separator '='", "it is neither a field, a name in brackets nor a note", `write a field as name = "value"; a note begins with #, and a text of several lines begins and ends with """`},
		{"unexpected '='", "there is an = without a name before it", `write a field as name = "value"`},
		{"expected value", "what stands behind the = cannot be read", `put a text in straight quotes, "…"; numbers and days stand without`},
		{"invalid escape", `a \ stands in a text, where it has a meaning of its own`, `write / in its place, or \\`},
		{"hexadecimal digits", `a \ stands in a text, where it has a meaning of its own`, `write / in its place, or \\`},
		{"invalid datetime", "it is no day that there is", "write a day as 2026-11-29, and a text in quotes"},
		{"nvalid ", "it is no number that can be read", "write a number as 3 or 0.6, and a text in quotes"},
		{"expected a digit", "it is no number that can be read", "write a number as 3 or 0.6, and a text in quotes"},
	}
}
