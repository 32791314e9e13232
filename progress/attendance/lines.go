// Plain lines, with one or several names on each.

package attendance

import (
	"slices"
	"strings"

	"probity/guidance/text"
)

var (
	labelled = text.Expression(`^([\pL][\pL /()&'’-]{1,40}?)\s*(?:\(\d+\))?\s*[:：]\s*(.*)$`)
	tallied  = text.Expression(`\s*[(\[]\d+[)\]]$`) // how many there are, behind a heading
	headed   = text.Expression(`^#+\s*`)
	closing  = text.Expression(`(?i)^(?:kind|best|warm|many|yours|with|sincerely|regards|thanks|thank|cheers)\b`) // of a letter
	toWhom   = text.Expression(`(?i)^\s*(?:to|cc)\s*:.*@`)                                                        // of a mail
	// one whom a mail was sent to
	addressee = text.Expression(`\s*(?:"[^"]*"|[^";<>]*?)\s*<[^<>]*>|[^;,]+`)
	goesOn    = text.Expression(`(?i)^\s*(?:and|&)\s+`) // from the line above
	joined    = text.Expression(`\s*;\s*|\s+(?:and|&|\+)\s+|,\s+and\s+|\s*[•·]\s*`)
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
	if m := labelled().FindStringSubmatch(strings.TrimLeft(raw, "-*• ")); m != nil {
		l.label, l.rest = m[1], m[2]
	} else if label, rest, ok := strings.Cut(raw, " - "); ok && people.has(normal(label)) {
		l.label, l.rest = label, rest
	}
	l.title = normal(tallied().ReplaceAllString(headed().ReplaceAllString(l.label, ""), ""))
	return l
}

// read reads one line.
func (p *plainLines) read(i int) {
	r := p.rows[i]
	if m := labelled().FindStringSubmatch(strings.TrimSpace(r.raw)); m != nil && addressed.has(normal(m[1])) && strings.Contains(m[2], "@") {
		addressees(m[2], r.line, p.out)
		return
	}
	l := taken(r)
	switch {
	case role(p.rows, i):
		p.out.leave(r.line, l.raw, "it is what the one above was there as", false)
	case p.heading(l, r.line), p.about(l, r.line):
	case l.labels() && (people.has(l.title) || columnOf(l.title) == full):
		p.names(i, l.rest, true)
	default:
		p.names(i, l.raw, false)
	}
}

// heading takes a line that says what those below or behind it are, and reports whether it does.
func (p *plainLines) heading(l labelledLine, at int) bool {
	switch {
	case (absences.has(l.title) || leaders.has(l.title)) && l.bare():
		p.under, p.maybe = "it stands below “"+strings.TrimSpace(l.label)+"”", leaders.has(l.title)
	case absences.has(l.title) || leaders.has(l.title):
		p.out.leave(at, l.raw, "it is called “"+l.label+"”", leaders.has(l.title) && named(l.rest, false).verdict == person)
		return true
	case l.bare() && (people.has(l.title) || columnOf(l.title) == full || strings.HasSuffix(l.raw, ":")):
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
	case !l.labels() || people.has(l.title) || columnOf(l.title) == full:
		return false
	case !facts.has(l.title) && named(l.rest, false).verdict == person:
		p.out.leave(at, l.raw, "it is called “"+l.label+"”", true)
	case facts.has(l.title) || noNames.has(strings.Split(l.title+" ", " ")[0]):
		p.out.leave(at, l.raw, "it is about the meeting", false)
	default:
		return false
	}
	return true
}

// names takes the names of a line, unless where it stands puts them in doubt.
func (p *plainLines) names(i int, raw string, listed bool) {
	at, somebody := p.rows[i].line, named(raw, false).verdict == person
	if closing().MatchString(raw) && !somebody && len(p.out.People) > 0 {
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
	return i > 0 && remarks.has(normal(rows[i].raw)) && !strings.HasSuffix(strings.TrimSpace(rows[i].raw), ":") && next(rows, i) &&
		named(rows[i-1].raw, false).somebody() && (i+1 == len(rows) || i+2 < len(rows) && remarks.has(normal(rows[i+2].raw)))
}

// addressees reads those whom a mail was sent to: each has an address behind the name, and a comma may stand within quotation marks.
func addressees(text string, number int, out *List) {
	for _, s := range addressee().FindAllString(text, -1) {
		if s = strings.Trim(s, " ,;"); s != "" {
			out.take(named(s, false), number, s)
		}
	}
}

// line reads the one or several names of a line. listed is that a comma can only part one name from another.
func line(raw string, number int, listed bool, out *List) {
	if unticked().MatchString(raw) {
		out.leave(number, raw, "its box is not ticked", true)
		return
	}
	if open := strings.TrimRight(raw, ", "); strings.HasSuffix(raw, ",") { // the list goes on
		raw, listed = open, true
	}
	raw = goesOn().ReplaceAllString(raw, "")
	several := slices.DeleteFunc(joined().Split(strings.TrimSpace(raw), -1), func(s string) bool { return strings.TrimSpace(s) == "" })
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
			return !all(strings.Split(s, ",")) && !named(s, false).somebody()
		}
		return !named(s, false).somebody()
	})
}
