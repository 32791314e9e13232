// Package privacy looks for text that could lead to a patient, before it goes into a document that others will read. It works on
// this machine alone. It only advises: it knows patterns, not people. So it misses people who are described and not named, and it
// may find what is harmless. Its tests measure both.
package privacy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Kind is what a piece of text looks like.
type Kind string

// The kinds.
const (
	NHSNumber      Kind = "an NHS number"
	CHINumber      Kind = "a CHI number"
	IHINumber      Kind = "an Irish individual health identifier"
	PPSNumber      Kind = "an Irish PPS number"
	PatientNumber  Kind = "a number that is said to be a patient's"
	HospitalNumber Kind = "a hospital number"
	DateOfBirth    Kind = "a date of birth"
	Name           Kind = "a person's name"
	Slot           Kind = "somebody in a bed or a room"
	Postcode       Kind = "a postcode"
	Handle         Kind = "somebody's handle"
	Email          Kind = "an e-mail address"
	Phone          Kind = "a telephone number"
	Described      Kind = "somebody whom few others fit"
	Event          Kind = "an event with its day and place"
)

// Finding is a piece of text that might identify somebody.
type Finding struct {
	Kind     Kind
	From, To int // where it stands, in bytes
	Text     string
}

// Look finds what might identify somebody, in the order of the text; no two findings overlap.
func Look(text string) []Finding {
	var found []Finding
	for _, d := range detectors() {
		for _, at := range d.find(text) {
			taken := func(f Finding) bool { return at.from < f.To && f.From < at.to }
			if !slices.ContainsFunc(found, taken) {
				found = append(found, Finding{d.kind, at.from, at.to, text[at.from:at.to]})
			}
		}
	}
	slices.SortFunc(found, func(a, b Finding) int { return cmp.Compare(a.From, b.From) })
	return found
}

// quoted is how many of the findings are named in a sentence of advice, and quotedSigns how long each may be, in characters.
const quoted, quotedSigns = 3, 60

// Advise says in a sentence which words of some texts could lead to a patient; "" where none do. It is the one thing that is said of
// them, on screen, in plain lines and by commands.
func Advise(texts ...string) string {
	var words []string
	for _, text := range texts {
		for _, f := range Look(text) {
			if word := f.quote(); !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	if len(words) == 0 {
		return ""
	}
	if more := len(words) - quoted; more > 0 {
		words = append(words[:quoted], fmt.Sprintf("%d more", more))
	}
	last := len(words) - 1
	if last == 0 {
		return words[0] + " could lead to a patient: change it or take it out."
	}
	return strings.Join(words[:last], ", ") + " and " + words[last] + " could lead to a patient: change them or take them out."
}

// quote is what was found, on one line and between quotation marks.
func (f Finding) quote() string {
	line := []rune(strings.Join(strings.Fields(f.Text), " "))
	if len(line) > quotedSigns {
		line = append(line[:quotedSigns-1], '…')
	}
	return "“" + string(line) + "”"
}
