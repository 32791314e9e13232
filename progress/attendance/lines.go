// Plain lines, with one or several names on each.

package attendance

import (
	"regexp"
	"slices"
	"strings"
)

var (
	labelled = regexp.MustCompile(`^([\pL][\pL /()&'’-]{1,40}?)\s*(?:\(\d+\))?\s*[:：]\s*(.*)$`)
	headed   = regexp.MustCompile(`^#+\s*`)
	closing  = regexp.MustCompile(`(?i)^(?:kind|best|warm|many|yours|with|sincerely|regards|thanks|thank|cheers)\b`) // of a letter
	toWhom   = regexp.MustCompile(`(?i)^\s*(?:to|cc)\s*:.*@`)                                                        // of a mail
	// one whom a mail was sent to
	addressee = regexp.MustCompile(`\s*(?:"[^"]*"|[^";<>]*?)\s*<[^<>]*>|[^;,]+`)
	joined    = regexp.MustCompile(`\s*;\s*|\s+(?:and|&|\+)\s+|,\s+and\s+|\s*[•·]\s*`)
)

// lines reads plain lines, one or several names on each.
func lines(rows []row, out *List) {
	alone := apart(rows)
	under, maybe := "", false // what the lines stand below, if it is not those who came
	for i, r := range rows {
		raw := strings.TrimSpace(r.raw)
		if m := labelled.FindStringSubmatch(raw); m != nil && addressed[normal(m[1])] && strings.Contains(m[2], "@") {
			addressees(m[2], r.line, out)
			continue
		}
		switch {
		case strings.Contains(raw, "\t"):
			raw = strings.Join(r.filled(), ",")
		case len(r.cells) > 1 && strings.Contains(raw, `"`):
			raw = strings.Join(r.filled(), ", ")
		}
		label, rest := raw, ""
		if m := labelled.FindStringSubmatch(raw); m != nil {
			label, rest = m[1], m[2]
		}
		title := normal(headed.ReplaceAllString(label, ""))
		bare, listed := rest == "", false
		switch {
		case role(rows, i):
			out.leave(r.line, raw, "it is what the one above was there as", false)
			continue
		case absences[title] || leaders[title]:
			why := "it stands below “" + strings.TrimSpace(label) + "”"
			if bare {
				under, maybe = why, leaders[title]
				out.leave(r.line, raw, "a heading", false)
			} else {
				n := named(rest, false)
				out.leave(r.line, raw, "it is called “"+label+"”", leaders[title] && n.verdict == person)
			}
			continue
		case bare && (people[title] || columnOf(title) == full || strings.HasSuffix(raw, ":")):
			under, maybe = "", false
			out.leave(r.line, raw, "a heading", false)
			continue
		case comment(raw):
			out.leave(r.line, raw, "a comment", false)
			continue
		case label != raw && (people[title] || columnOf(title) == full):
			raw, listed = rest, true
		case label != raw && (facts[title] || noNames[strings.Split(title+" ", " ")[0]]):
			out.leave(r.line, raw, "it is about the meeting", false)
			continue
		case label != raw && named(rest, false).verdict == person:
			out.leave(r.line, raw, "it is called “"+label+"”", true)
			continue
		}
		if closing.MatchString(raw) && named(raw, false).verdict != person {
			under, maybe = "it stands below “"+raw+"”", true
		}
		if under != "" {
			out.leave(r.line, raw, under, maybe && named(raw, false).verdict == person)
			continue
		}
		if why := alone[i]; why != "" && named(raw, false).verdict == person {
			out.leave(r.line, raw, why, true)
			continue
		}
		line(raw, r.line, len(rows) == 1 || listed, out)
	}
}

// next reports whether no empty line stands above a line.
func next(rows []row, i int) bool { return rows[i].line == rows[i-1].line+1 }

// role reports whether a line is a role alone, as meeting programs write it below a name.
func role(rows []row, i int) bool {
	return i > 0 && remarks[normal(rows[i].raw)] && !strings.HasSuffix(strings.TrimSpace(rows[i].raw), ":") && next(rows, i) &&
		named(rows[i-1].raw, false).one() && (i+1 == len(rows) || i+2 < len(rows) && remarks[normal(rows[i+2].raw)])
}

// apart says of each line whether it stands apart from the list, as what introduces it does: it has no bullet or number where the
// next or most have, or it stands alone between empty lines where others stand together.
func apart(rows []row) []string {
	why, items := make([]string, len(rows)), 0
	item := func(i int) bool { return i < len(rows) && bullet.MatchString(strings.TrimSpace(rows[i].raw)) }
	for i := range rows {
		if item(i) {
			items++
		}
	}
	lonely, together := []int{}, 0
	for i := 0; i < len(rows); {
		end, somebody := i, 0
		for ; end < len(rows) && (end == i || rows[end].line == rows[end-1].line+1); end++ {
			if named(rows[end].raw, false).one() {
				somebody++
			}
			if !item(end) && (item(end+1) || 2*items > len(rows)) {
				why[end] = "it stands outside the numbered list"
			}
		}
		if end == i+1 && !item(i) {
			lonely = append(lonely, i)
		}
		if somebody > 1 {
			together += somebody
		}
		i = end
	}
	for _, i := range lonely {
		if together > 2 {
			why[i] = "it stands alone, and others stand together"
		}
	}
	return why
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
