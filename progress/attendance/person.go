// Taking a text for a name: what is written around one is taken off.

package attendance

import (
	"strings"
	"unicode"

	"probity/guidance/text"
	"probity/progress/paper"
)

// verdict says whether a text is a person's name.
type verdict int

const (
	never    verdict = iota // it is something else
	doubtful                // it may be
	person
)

// mostText is how many bytes a name has at most, with all that is written around one.
const mostText = 2000

// naming is a text taken for a name.
type naming struct {
	name  string // as it would be printed
	mails []string
	notes []string // what was done to it
	verdict
	why  string // for all but a person
	away bool   // a person, of whom it is said that they did not come
}

// somebody reports whether a text is a person, there or not.
func (n naming) somebody() bool { return n.verdict == person || n.away }

var (
	address   = text.Expression(`[<(\[]?\s*(?:mailto:)?([^\s<>()\[\],;:"]+@[\pL\pN](?:[\pL\pN.-]*[\pL\pN])?)\s*[>)\]]?`)
	bracketed = text.Expression(`^(.*?)\s*[(\[（]([^()\[\]（）]*)[)\]）]$`)
	dashed    = text.Expression(`^(.+?)(?:\s+[-–—/•·:]\s+|\s*\|\s*)(.+)$`)
	bullet    = text.Expression(`^(?:[-*]\s+\[[xX✓✔]\]\s*|#\s*\d{1,3}\s+|(?:no\.?|nr\.?|#)?\s*\d{1,3}\s*[.):–-]+\s*|\(\d{1,3}\)\s*|[-–—*•·●▪◦‣➢✓✔☑>+]\s+|[•●▪◦‣➢✓✔☑☒]\s*|\[[xX✓✔]\]\s*|[a-z][.)]\s+|\d{1,3}\s+)`)
	unticked  = text.Expression(`^(?:[-*]\s+)?(?:\[\s?\]|[☐□○])\s*`)
	numbers   = text.Expression(`(?i)(?:[\s,]+(?:gmc|imc|mcrn|nmc|reg|no|tel|bleep|ext)?\.?:?\s*(?:no\.?|number)?:?\s*[+#]?\d[\d:/.+-]*(?:\s*(?:am|pm|min|mins|minutes|h|hr|hrs|hours?))?)+$`)
	counter   = text.Expression(`^\s+\d{1,2}$`)
	stamp     = text.Expression(`(?i)[\s,–-]+(?:\d{4}-\d{2}-\d{2}t[\d:.]+(?:z|[+-][\d:]+)?|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?|uhr|utc|gmt)?)$`)
	stopped   = text.Expression(`(\pL{4})\.$`) // the end of a sentence, and of no abbreviation
	clock     = text.Expression(`(?i)^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[,\st]+|$)(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:am|pm|z)?\s+)?|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:am|pm)?\s+)[-–:]?\s*`)
	event     = text.Expression(`(?i)\s+(?:has\s+)?(?:joined|entered|(?:left|rejoined)\s+(?:at|the))\b.*$`)
	span      = text.Expression(`(?i)^(?:\d+(?:[.,]\d+)?\s*(?:h|hr|hrs|hours?|m|min|mins|minutes?|s|sec|secs|seconds?)[\s,]*)+$`)
	day       = text.Expression(`(?i)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}:\d{2}|\d(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|` +
		`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|\d{4}-\d{2}`)
	weekday = text.Expression(`(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:\s+(?:morning|afternoon|evening|am|pm))?$`)
	damaged = text.Expression("\uFFFD|[ÃÂ][\u0080-\u00BF\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]")
	linked  = text.Expression(`(?i)https?:|www\.|</?[a-z!]|^\\\w`)
)

// named takes a text for a name: what meeting programs and people write around one is taken off, and noted. lenient is for a
// column that is called a name, where a name may be all in small letters.
func named(text string, lenient bool) naming {
	n := naming{}
	if len(text) > mostText {
		n.doubt("too long for a name")
		return n
	}
	s := n.bare(text)
	if s == "" && len(n.mails) > 0 {
		n.verdict, n.why = never, "an e-mail address alone"
		return n
	}
	if n.absent(s, lenient); n.why != "" {
		return n
	}
	for _, off := range []func(*naming, string, bool) string{(*naming).brackets, (*naming).surroundings, (*naming).commas} {
		if s = off(&n, s, lenient); n.why != "" {
			return n
		}
	}
	n.name = s
	if n.verdict, n.why = judged(s, lenient); n.verdict == doubtful && (day().MatchString(text) || span().MatchString(text)) {
		n.verdict, n.why = never, "a date or time"
	}
	return n
}

// bare takes off what surrounds a name in every kind of list: quotation marks, bullets and numbers, addresses.
func (n *naming) bare(text string) string {
	s := paper.Line(text)
	if rest, ok := strings.CutPrefix(s, `="`); ok { // how spreadsheets are told to leave a text alone
		s = strings.TrimSuffix(rest, `"`)
	}
	s = unquoted(s)
	for _, m := range address().FindAllStringSubmatch(s, -1) {
		n.mails = append(n.mails, strings.ToLower(m[1]))
	}
	s = address().ReplaceAllString(s, " ")
	s = clock().ReplaceAllString(s, "")
	s = bullet().ReplaceAllString(s, "")
	return unquoted(stopped().ReplaceAllString(strings.Trim(paper.Line(s), " ,;·•|*_\t"), "$1"))
}

func unquoted(s string) string {
	for _, pair := range []string{`""`, `''`, "“”", "‘’", "«»", "**", "__"} {
		r := []rune(pair)
		inner, ok := strings.CutPrefix(s, string(r[0]))
		if inner, closed := strings.CutSuffix(inner, string(r[1])); ok && closed && strings.Count(inner, string(r[0])) == 0 {
			return strings.TrimSpace(inner)
		}
	}
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return strings.TrimSpace(strings.ReplaceAll(s[1:len(s)-1], `""`, `"`))
	}
	return s
}

func (n *naming) note(what string) { n.notes = append(n.notes, what) }

// off notes what was taken off.
func (n *naming) off(what string) {
	if what = strings.Trim(what, " ,"); what != "" {
		n.note("“" + what + "” not printed")
	}
}

func (n *naming) doubt(why string) { n.verdict, n.why = doubtful, why }

// brackets takes off what stands in brackets behind a name. What may be another name is a doubt.
func (n *naming) brackets(s string, lenient bool) string {
	for {
		m := bracketed().FindStringSubmatch(s)
		if m == nil {
			return s
		}
		outer, inner := strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
		v, _ := judged(outer, lenient)
		other, _ := judged(inner, lenient)
		switch word := normal(inner); {
		case letters.has(strings.ToLower(s[strings.LastIndex(s, " ")+1:])): // MRCP(UK)
			return s
		case other == person && v == person && shortOf(inner, outer):
			n.off(s[len(m[1]):])
			return outer
		case other == person && v == person && shortOf(outer, inner):
			n.off(outer)
			return inner
		case strings.HasPrefix(word, "née ") || strings.HasPrefix(word, "nee ") || strings.HasPrefix(word, "formerly "):
			return s
		case inner == "" || remarks.has(word) || remarks.has(strings.ReplaceAll(word, ",", "")) || pronouns().MatchString(inner):
		case other == person && strings.Contains(outer, ", ") && inner == strings.ToUpper(inner): // SURNAME, Forename (EMPLOYER)
		case other == person && v == person && folded(inner) != folded(outer):
			n.doubt("two names, and it is not said which is meant")
			return s
		case other == person && v != person:
			n.off(outer)
			return inner
		case v == never && outer == "":
			return inner
		}
		n.off(s[len(m[1]):])
		s = outer
	}
}

// surroundings takes off what stands behind a name after a dash, and numbers.
func (n *naming) surroundings(s string, lenient bool) string {
	if m := lastly().FindStringSubmatchIndex(s); m != nil {
		n.off(s[m[2]:m[3]])
		s = s[:m[0]]
	}
	if m := event().FindStringIndex(s); m != nil {
		n.off(s[m[0]:])
		s = s[:m[0]]
	}
	if s = n.figures(s, lenient); n.why != "" {
		return s
	}
	if first, rest, _ := strings.Cut(s, " "); gradeWord().MatchString(first) && !titles.has(strings.ToLower(first)) {
		rest = strings.TrimLeft(rest, "-–—:|/ ")
		if v, _ := judged(rest, lenient); v == person {
			n.off(first)
			s = rest
		}
	}
	m := dashed().FindStringSubmatch(s)
	if m == nil {
		return s
	}
	if inner := bracketed().FindStringSubmatch(m[1]); inner != nil && (pronouns().MatchString(inner[2]) || remarks.has(normal(inner[2]))) {
		m[1] = inner[1]
	}
	left, _ := judged(m[1], lenient)
	right, _ := judged(m[2], lenient)
	switch {
	case left == person && right == person:
		n.doubt("two names, and it is not said which is meant")
	case left == person:
		n.off(s[len(m[1]):])
		return m[1]
	case right == person && gradeWord().MatchString(m[1]):
		n.off(m[1])
		return m[2]
	}
	return s
}

// figures takes off times and numbers behind a name. A small one that nothing explains is rather that of a device or a room.
func (n *naming) figures(s string, lenient bool) string {
	m := numbers().FindStringIndex(s)
	if at := stamp().FindStringIndex(s); at != nil && (m == nil || at[0] < m[0]) {
		m = at
	}
	if m == nil || m[0] == 0 {
		return s
	}
	if v, _ := judged(s[:m[0]], lenient); v == person && counter().MatchString(s[m[0]:]) {
		n.doubt("a number in it")
		return s
	}
	n.off(s[m[0]:])
	return s[:m[0]]
}

// normal is a title for comparing: small letters, no signs around the words, one blank between them.
func normal(s string) string {
	var split strings.Builder
	runes := []rune(paper.Line(s))
	for i, r := range runes { // fullName and User_Email are titles too
		if i > 0 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]) {
			split.WriteByte(' ')
		}
		if r == '_' {
			r = ' '
		}
		split.WriteRune(r)
	}
	words := strings.FieldsFunc(strings.ToLower(split.String()), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("()[]{}:;,.?!*\"“”'’_\\=", r)
	})
	return strings.Join(words, " ")
}
