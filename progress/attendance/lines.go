// Plain lines, with one or several names on each.

package attendance

import (
	"regexp"
	"slices"
	"strings"
)

var (
	labelled = regexp.MustCompile(`^([\pL][\pL /()&'’-]{1,40}?)\s*(?:\(\d+\))?\s*[:：]\s*(.*)$`)
	tallied  = regexp.MustCompile(`\s*[(\[]\d+[)\]]$`) // how many there are, behind a heading
	headed   = regexp.MustCompile(`^#+\s*`)
	closing  = regexp.MustCompile(`(?i)^(?:kind|best|warm|many|yours|with|sincerely|regards|thanks|thank|cheers)\b`) // of a letter
	toWhom   = regexp.MustCompile(`(?i)^\s*(?:to|cc)\s*:.*@`)                                                        // of a mail
	// one whom a mail was sent to
	addressee = regexp.MustCompile(`\s*(?:"[^"]*"|[^";<>]*?)\s*<[^<>]*>|[^;,]+`)
	joined    = regexp.MustCompile(`\s*;\s*|\s+(?:and|&|\+)\s+|,\s+and\s+|\s*[•·]\s*`)
)

// lines reads plain lines, one or several names on each.
func lines(rows []row, out *List) {
	p := plainLines{rows: rows, alone: apart(rows), out: out}
	for i := range rows {
		p.read(i)
	}
}

// plainLines is a list of plain lines while it is read.
type plainLines struct {
	rows  []row
	alone []string // why a line stands apart; "" where it does not
	out   *List
	under string // what the lines stand below, if it is not those who came
	maybe bool   // and whether they may have come all the same
}

// labelledLine is a line, taken apart where it begins with what it is about.
type labelledLine struct{ raw, label, rest, title string }

// bare reports whether nothing follows the label.
func (l labelledLine) bare() bool { return l.rest == "" }

// labels reports whether something follows that the label is about.
func (l labelledLine) labels() bool { return l.label != l.raw }

func taken(r row) labelledLine {
	raw := strings.TrimSpace(r.raw)
	switch {
	case strings.Contains(raw, "\t"):
		raw = strings.Join(r.filled(), ",")
	case len(r.cells) > 1 && strings.Contains(raw, `"`):
		raw = strings.Join(r.filled(), ", ")
	}
	l := labelledLine{raw: raw, label: raw}
	if m := labelled.FindStringSubmatch(raw); m != nil {
		l.label, l.rest = m[1], m[2]
	}
	l.title = normal(tallied.ReplaceAllString(headed.ReplaceAllString(l.label, ""), ""))
	return l
}

// read reads one line.
func (p *plainLines) read(i int) {
	r := p.rows[i]
	if m := labelled.FindStringSubmatch(strings.TrimSpace(r.raw)); m != nil && addressed[normal(m[1])] && strings.Contains(m[2], "@") {
		addressees(m[2], r.line, p.out)
		return
	}
	l := taken(r)
	switch {
	case role(p.rows, i):
		p.out.leave(r.line, l.raw, "it is what the one above was there as", false)
	case p.heading(l, r.line), p.about(l, r.line):
	case l.labels() && (people[l.title] || columnOf(l.title) == full):
		p.names(i, l.rest, true)
	default:
		p.names(i, l.raw, false)
	}
}

// heading takes a line that says what those below or behind it are, and reports whether it does.
func (p *plainLines) heading(l labelledLine, at int) bool {
	switch {
	case (absences[l.title] || leaders[l.title]) && l.bare():
		p.under, p.maybe = "it stands below “"+strings.TrimSpace(l.label)+"”", leaders[l.title]
	case absences[l.title] || leaders[l.title]:
		p.out.leave(at, l.raw, "it is called “"+l.label+"”", leaders[l.title] && named(l.rest, false).verdict == person)
		return true
	case l.bare() && (people[l.title] || columnOf(l.title) == full || strings.HasSuffix(l.raw, ":")):
		p.under, p.maybe = "", false
	default:
		return false
	}
	p.out.leave(at, l.raw, "a heading", false)
	return true
}

// about takes a line that is a comment, or about something else than who came, and reports whether it is.
func (p *plainLines) about(l labelledLine, at int) bool {
	switch {
	case comment(l.raw):
		p.out.leave(at, l.raw, "a comment", false)
	case !l.labels() || people[l.title] || columnOf(l.title) == full:
		return false
	case facts[l.title] || noNames[strings.Split(l.title+" ", " ")[0]]:
		p.out.leave(at, l.raw, "it is about the meeting", false)
	case named(l.rest, false).verdict == person:
		p.out.leave(at, l.raw, "it is called “"+l.label+"”", true)
	default:
		return false
	}
	return true
}

// names takes the names of a line, unless where it stands puts them in doubt.
func (p *plainLines) names(i int, raw string, listed bool) {
	at, somebody := p.rows[i].line, named(raw, false).verdict == person
	if closing.MatchString(raw) && !somebody {
		p.under, p.maybe = "it stands below “"+raw+"”", true
	}
	switch {
	case p.under != "":
		p.out.leave(at, raw, p.under, p.maybe && somebody)
	case p.alone[i] != "" && somebody:
		p.out.leave(at, raw, p.alone[i], true)
	default:
		line(raw, at, len(p.rows) == 1 || listed, p.out)
	}
}

// next reports whether no empty line stands above a line.
func next(rows []row, i int) bool { return rows[i].line == rows[i-1].line+1 }

// role reports whether a line is a role alone, as meeting programs write it below a name.
func role(rows []row, i int) bool {
	return i > 0 && remarks[normal(rows[i].raw)] && !strings.HasSuffix(strings.TrimSpace(rows[i].raw), ":") && next(rows, i) &&
		named(rows[i-1].raw, false).one() && (i+1 == len(rows) || i+2 < len(rows) && remarks[normal(rows[i+2].raw)])
}

// apart says of each line why it stands apart from the list, as what introduces or closes it does.
func apart(rows []row) []string {
	why := make([]string, len(rows))
	for _, by := range []func([]row, []string){byCustom, byBullet, byBlankLines} {
		by(rows, why)
	}
	return why
}

// byCustom is the first or last line, if it alone is not written as all the others are.
func byCustom(rows []row, why []string) {
	if len(rows) < 3 {
		return
	}
	for _, custom := range []struct{ sign, lacks string }{
		{"@", "it has no address, and all the others have one"},
		{", ", "it is not written surname first, and all the others are"},
	} {
		has := func(r row) bool { return strings.Contains(r.raw, custom.sign) }
		all := func(rows []row) bool { return !slices.ContainsFunc(rows, func(r row) bool { return !has(r) }) }
		switch last := len(rows) - 1; {
		case !has(rows[0]) && all(rows[1:]):
			why[0] = custom.lacks
		case !has(rows[last]) && all(rows[:last]):
			why[last] = custom.lacks
		}
	}
}

// item reports whether a row has a bullet or a number.
func item(rows []row, i int) bool {
	return i < len(rows) && bullet.MatchString(strings.TrimSpace(rows[i].raw))
}

// byBullet is a line without a bullet where the next or most have one.
func byBullet(rows []row, why []string) {
	items := 0
	for i := range rows {
		if item(rows, i) {
			items++
		}
	}
	for i := range rows {
		if !item(rows, i) && (2*items > len(rows) || item(rows, i+1)) {
			why[i] = "it stands outside the numbered list"
		}
	}
}

// byBlankLines is a line alone between empty ones, where three people or more stand together.
func byBlankLines(rows []row, why []string) {
	var lonely []int
	together := 0
	for i := 0; i < len(rows); {
		end := i + 1
		for end < len(rows) && next(rows, end) {
			end++
		}
		if n := somebodies(rows[i:end]); n > 1 {
			together += n
		}
		if end == i+1 && !item(rows, i) {
			lonely = append(lonely, i)
		}
		i = end
	}
	for _, i := range lonely {
		if together > 2 {
			why[i] = "it stands alone, and others stand together"
		}
	}
}

// somebodies counts the rows that are people.
func somebodies(rows []row) int {
	n := 0
	for _, r := range rows {
		if named(r.raw, false).one() {
			n++
		}
	}
	return n
}

// addressees reads those whom a mail was sent to: each has an address behind the name, and a comma may stand within quotation marks.
func addressees(text string, number int, out *List) {
	for _, s := range addressee.FindAllString(text, -1) {
		if s = strings.Trim(s, " ,;"); s != "" {
			out.take(named(s, false), number, s)
		}
	}
}

// line reads the one or several names of a line. listed is that a comma can only part one name from another.
func line(raw string, number int, listed bool, out *List) {
	if unticked.MatchString(raw) {
		out.leave(number, raw, "its box is not ticked", true)
		return
	}
	several := slices.DeleteFunc(joined.Split(strings.TrimSpace(raw), -1), func(s string) bool { return strings.TrimSpace(s) == "" })
	if len(several) > 1 && !all(several) {
		if strings.Contains(raw, ";") {
			for _, s := range several {
				out.take(named(s, false), number, s)
			}
			return
		}
		several = nil
	}
	if len(several) < 2 {
		several = []string{raw}
	}
	for _, s := range several {
		commas := strings.Split(s, ",")
		if len(commas) > 1 && (len(commas) > 2 || listed || len(several) > 1) && all(commas) {
			for _, c := range commas {
				out.take(named(c, false), number, c)
			}
			continue
		}
		out.take(named(s, false), number, s)
	}
}

// all reports whether every text is the name of a person, or several with commas between them.
func all(texts []string) bool {
	return !slices.ContainsFunc(texts, func(s string) bool {
		if strings.Contains(s, ",") {
			return !all(strings.Split(s, ",")) && !named(s, false).one()
		}
		return !named(s, false).one()
	})
}
