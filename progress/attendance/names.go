// Package attendance makes certificates of attendance for those who were at a facilitated session, from a list of their names.
//
// A list may come from any program. Lines that are no person are left out, and lines that may be one are marked as doubtful, each
// with the reason, so that somebody can look at the list before anything is signed.
//
// The way from a file to its people: text.go makes a text of the bytes (with html.go, rtf.go, json.go, vcard.go and chat.go), rows.go
// makes rows and cells of the text, and walk.go goes through them (heading.go and untitled.go find the columns of a table, lines.go
// and apart.go read plain lines). person.go takes each text for a name (with commas.go and away.go), judge.go says whether it is one,
// by the words of words.go; and names.go puts people on the list once. session.go says what was attended, certificates.go makes a certificate for
// each person, and index.go the page that says who has which.
package attendance

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"probity/progress/paper"
)

// Limits of a list.
const (
	mostBytes   = 1 << 20
	mostPeople  = 500 // as many as a session can have
	longestName = 190 // characters; a certificate takes 200, and a number may be added
)

// Person is somebody on the list.
type Person struct {
	Name  string   // as the certificate has it: as written, and numbered where two people have the same
	Line  int      // of the list, from 1; 0 for one who was named apart from it
	Notes []string // what was done to the name as it was written
	mails []string // in small letters
	key   string   // the name, folded
}

// rename gives a person a name, as at the first.
func (p *Person) rename(name string) { p.Name, p.key = name, folded(name) }

// LeftOut is a line that gets no certificate.
type LeftOut struct {
	Line     int
	Text     string
	Why      string // completes "left out: …"
	Doubtful bool   // it may be a person, and somebody should look at it
	taken    naming // what was made of it
}

// List is what was read from a list of names.
type List struct {
	People  []Person
	LeftOut []LeftOut
}

// Doubts counts the lines left out that may be people.
func (l List) Doubts() int {
	n := 0
	for _, o := range l.LeftOut {
		if o.Doubtful {
			n++
		}
	}
	return n
}

// ReadNames reads a list of names: a table or plain lines, as meeting programs, forms, spreadsheets and word processors write
// them. Where there is a row of headings, the columns follow from their titles, otherwise from what is in them. The list that is
// returned may have nobody on it; an error is that the file can't be read at all, and says what to do.
func ReadNames(file []byte) (List, error) {
	if len(file) > mostBytes {
		return List{}, fmt.Errorf("reading the names: the file is larger than a list of %d names can be: give the names alone",
			mostPeople)
	}
	text, err := textOf(file)
	if err != nil {
		return List{}, fmt.Errorf("reading the names: %w", err)
	}
	rows, err := rowsOf(text)
	if err != nil {
		return List{}, fmt.Errorf("reading the names: %w", err)
	}
	var out List
	walk(rows, &out)
	if len(out.People) > mostPeople {
		return List{}, fmt.Errorf("reading the names: there are more than %d: give those of one session alone", mostPeople)
	}
	out.settle()
	out.number()
	return out, nil
}

// settle drops doubtful lines about somebody who is on the list already: the same name in small letters, or the same address from
// another device.
func (l *List) settle() {
	l.LeftOut = slices.DeleteFunc(l.LeftOut, func(o LeftOut) bool {
		if !o.Doubtful {
			return false
		}
		i := slices.IndexFunc(l.People, o.taken.means())
		if i < 0 {
			return false
		}
		l.People[i].again(o.Line)
		return true
	})
}

// means returns whether a text that is no whole name means a person.
func (n naming) means() func(Person) bool {
	key := folded(n.name)
	return func(p Person) bool {
		return meet(p.mails, n.mails) || n.name != "" && p.key == key && len(n.mails) == 0
	}
}

// meet reports whether two lists have something in common.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// Also adds somebody who was named apart from the list; the name is taken as it is. A doubtful line that is about them is none any more.
func (l *List) Also(name string) error {
	name = paper.Line(name)
	switch {
	case !strings.ContainsFunc(name, unicode.IsLetter):
		return errors.New("reading the names: a name has letters in it")
	case utf8.RuneCountInString(name) > longestName:
		return fmt.Errorf("reading the names: %s is longer than %d characters", shortened(name), longestName)
	case len(l.People) == mostPeople:
		return fmt.Errorf("reading the names: there are more than %d: give those of one session alone", mostPeople)
	}
	l.add(Person{}, name)
	l.settle()
	l.number()
	return nil
}

// add puts a person of a name on the list, once: somebody with the same name is the same person, unless both have addresses and they
// differ. Beyond mostPeople and one nobody is added: such a list is refused.
func (l *List) add(p Person, name string) {
	if len(l.People) > mostPeople {
		return
	}
	p.rename(name)
	i := slices.IndexFunc(l.People, p.same)
	if i < 0 {
		l.People = append(l.People, p)
		return
	}
	q := &l.People[i]
	for _, m := range p.mails {
		if !slices.Contains(q.mails, m) {
			q.mails = append(q.mails, m)
		}
	}
	if shortOf(q.Name, p.Name) {
		q.rename(p.Name)
	}
	if p.Line > 0 {
		q.again(p.Line)
	}
}

// again notes one more line of the same person; from the fourth on, only that there are more.
func (p *Person) again(line int) {
	const told = 3
	n := 0
	for _, s := range p.Notes {
		if strings.HasPrefix(s, "again ") {
			n++
		}
	}
	switch {
	case n < told:
		p.Notes = append(p.Notes, fmt.Sprintf("again on line %d", line))
	case n == told:
		p.Notes = append(p.Notes, "again further down")
	}
}

func (p Person) same(q Person) bool {
	if len(p.mails) > 0 && len(q.mails) > 0 {
		return meet(p.mails, q.mails) && (plainly(p.Name) == plainly(q.Name) || shortOf(p.Name, q.Name) || shortOf(q.Name, p.Name))
	}
	return p.key == q.key
}

// shortOf reports whether a name is another with an initial for the forename: "A Bell" of "Ann Bell".
func shortOf(short, whole string) bool {
	s, w := strings.Fields(plainly(short)), strings.Fields(plainly(whole))
	if len(s) < 2 || len(w) < 2 || folded(short) == folded(whole) {
		return false
	}
	initial := strings.TrimSuffix(s[0], ".")
	return utf8.RuneCountInString(initial) == 1 && strings.HasPrefix(w[0], initial) && s[len(s)-1] == w[len(w)-1]
}

// number tells people of the same name apart.
func (l *List) number() {
	seen, alike := map[string]bool{}, map[string]Person{}
	for i := range l.People {
		p := &l.People[i]
		name := p.Name
		for n := 2; seen[p.key]; n++ {
			p.rename(fmt.Sprintf("%s (%d)", name, n))
		}
		if p.Name != name {
			p.Notes = append(p.Notes, "another person of this name, with another e-mail address: this one has a number")
		}
		seen[p.key] = true
		if at, ok := alike[plainly(name)]; ok && p.Name == name && at.key != p.key {
			p.Notes = append(p.Notes, fmt.Sprintf("much like “%s” on line %d", at.Name, at.Line))
		}
		alike[plainly(name)] = *p
	}
}

// folded is a name for comparing: letters' case does not count.
func folded(s string) string { return cases.Fold().String(norm.NFC.String(s)) }

// plainly is folded without accents.
func plainly(s string) string {
	bare, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		bare = s
	}
	return folded(bare)
}

// leave leaves a line out.
func (l *List) leave(line int, text, why string, doubtful bool) {
	if text = paper.Line(text); text != "" {
		l.LeftOut = append(l.LeftOut, LeftOut{Line: line, Text: shortened(text), Why: why, Doubtful: doubtful})
	}
}

func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
