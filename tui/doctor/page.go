// Package doctor says in one page of plain text what a helper needs to know of a computer on which the tutor does not do what it should: each
// line says what is, and where that is not well what it means and what to do. It names nobody. What is seen is given to it.
package doctor

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"probity/tui/cells"
	"probity/tui/prose"
)

// Line is one thing that was looked at.
type Line struct {
	Says   string // what is, and what that means, in whole sentences
	Do     string // what to do, in whole sentences; "" where there is nothing
	Weight Weight
}

// Weight is how much it matters.
type Weight int

// The weights.
const (
	Well   Weight = iota
	Better        // it could be better: the tutor does its work all the same
	Stops         // the tutor does not run, or keeps nothing
)

// Section is what belongs together.
type Section struct {
	Title string
	Lines []Line
}

// say adds what is well.
func (s *Section) say(format string, args ...any) {
	s.Lines = append(s.Lines, Line{Says: fmt.Sprintf(format, args...)})
}

// better adds what could be better.
func (s *Section) better(says, do string) { s.Lines = append(s.Lines, Line{says, do, Better}) }

// stops adds what stops the tutor.
func (s *Section) stops(says, do string) { s.Lines = append(s.Lines, Line{says, do, Stops}) }

// Page is all of it.
type Page struct {
	Made     time.Time
	Sections []Section
}

// count is how many lines have a weight.
func (p Page) count(w Weight) (n int) {
	for _, s := range p.Sections {
		for _, l := range s.Lines {
			if l.Weight == w {
				n++
			}
		}
	}
	return n
}

// Stopped reports whether something would stop the tutor.
func (p Page) Stopped() bool { return p.count(Stops) > 0 }

// The words before what is not well.
const (
	stopping  = "Stops the tutor: "
	improving = "Could be better: "
	todo      = " What to do: "
)

// verdict is the page in a sentence.
func (p Page) verdict() string {
	better := ""
	if n := p.count(Better); n > 0 {
		better = fmt.Sprintf(" %s could be better.", prose.Count(float64(n), "thing"))
	}
	if n := p.count(Stops); n > 0 {
		return fmt.Sprintf("%s would stop the tutor, or what it keeps: look for “Stops the tutor”.%s", prose.Count(float64(n), "thing"), better)
	}
	return "Nothing here would stop the tutor." + better
}

// Text is the page in lines of at most width cells.
func (p Page) Text(width int) string {
	lines := []string{
		"Probity doctor, " + p.Made.Format("2 January 2006, 15:04 MST") + ".", p.verdict(),
		"This page is for somebody who helps you. It names nobody and has nothing of what your record says; read it before you send it. No connection was made.",
	}
	var out []string
	for _, l := range lines {
		out = append(out, wrapped(l, "", width)...)
	}
	for _, s := range p.Sections {
		if len(s.Lines) == 0 {
			continue
		}
		out = append(out, "", s.Title)
		for _, l := range s.Lines {
			out = append(out, wrapped(l.String(), "  ", width)...)
		}
	}
	return strings.Join(out, "\n")
}

// String is a line with what to do.
func (l Line) String() string {
	text := []string{"", improving, stopping}[l.Weight] + l.Says
	if l.Do != "" {
		text += todo + l.Do
	}
	return prose.Line(text)
}

// wrapped is a text in lines, all but the first of them further in.
func wrapped(text, indent string, width int) []string {
	lines := cells.Words(text, max(20, width-2*len(indent)))
	for i := range lines {
		if i > 0 {
			lines[i] = indent + lines[i]
		}
		lines[i] = indent + lines[i]
	}
	return lines
}

// Program is what runs, and on what.
type Program struct {
	Name    string // with its version
	Built   string // with what, for what
	System  string // its name and version; "" where it does not say
	Library string // its version, and how much there is in it; "" where it does not load
	Fault   string // why it does not load
	Refused []string
}

// Section is what is said of it.
func (p Program) Section() Section {
	s := Section{Title: "Program"}
	s.say("%s, %s.", p.Name, p.Built)
	if p.System != "" {
		s.say("System: %s.", p.System)
	}
	if p.Fault != "" {
		s.stops("The library does not load: "+p.Fault+".", "Get the program anew; a file of it was damaged.")
	} else {
		s.say("Library %s.", p.Library)
	}
	for _, refused := range p.Refused {
		s.better(refused, "Mend the pack, or leave --pack away.")
	}
	return s
}

// Veil takes out of what comes from outside who somebody is: the home folder is ~, and names are put in words.
type Veil struct {
	Home  string
	Names map[string]string // what stands for each: of the user, of the computer
}

// least is how short a name can be and still be looked for: shorter ones stand in other words.
const least = 3

// Over is a text with the veil over it.
func (v Veil) Over(text string) string {
	if home := strings.TrimRight(v.Home, `/\`); len(home) > 1 {
		text = atHome(text, home)
	}
	var names []string
	for name := range v.Names {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // a longer one may have a shorter one in it
	for _, name := range names {
		if len(name) >= least {
			text = instead(text, name, v.Names[name])
		}
	}
	return text
}

// atHome puts ~ in the place of the home folder, and not of the beginning of another folder's name.
func atHome(text, home string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(text, home)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		next, _ := utf8.DecodeRuneInString(after)
		if unicode.IsLetter(next) || unicode.IsNumber(next) || next == '-' || next == '_' {
			out.WriteString(home)
		} else {
			out.WriteByte('~')
		}
		text = after
	}
}

// instead puts a word in the place of a name, in whatever case it is.
func instead(text, name, word string) string {
	var out strings.Builder
	for {
		i := strings.Index(strings.ToLower(text), strings.ToLower(name))
		if i < 0 || i+len(name) > len(text) {
			return out.String() + text
		}
		out.WriteString(text[:i] + word)
		text = text[i+len(name):]
	}
}
