// The table of what is looked for.

package privacy

import (
	"regexp"
	"sync"
)

// place is where a piece of text stands, in bytes.
type place struct{ from, to int }

// detector finds one kind of text.
type detector struct {
	kind Kind
	find func(text string) []place
}

// piece is what a pattern found, in its surroundings.
type piece struct{ found, before, after string }

// matching finds what a pattern matches: the first group that it has something in, or the whole where it has none, as far as each of some tests
// holds.
func matching(pattern string, holds ...func(piece) bool) func(string) []place {
	expression := regexp.MustCompile(pattern)
	return func(text string) (out []place) {
	next:
		for _, at := range expression.FindAllStringSubmatchIndex(text, -1) {
			from, to := at[0], at[1]
			for g := len(at) - 2; g >= 2; g -= 2 {
				if at[g] >= 0 {
					from, to = at[g], at[g+1]
				}
			}
			for _, hold := range holds {
				if !hold(piece{text[from:to], text[:from], text[to:]}) {
					continue next
				}
			}
			out = append(out, place{from, to})
		}
		return out
	}
}

const (
	months = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|` +
		`oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	dayOfMonth = `(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? ` + months + `|` + months + ` \d{1,2}(?:st|nd|rd|th)?)`
	written    = dayOfMonth + `,? (?:\d{4}|['’]?\d{2})\b`
	numeric    = `\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\d{4}-\d{2}-\d{2}\b`
	date       = `(?:` + numeric + `|` + written + `)`
)

// detectors lists what is looked for, the most telling first: a piece of text is found once. The kinds are direct identifiers (names, addresses,
// numbers), and indirect ones where a few together single somebody out (ICO, Anonymisation: How do we ensure anonymisation is effective?; GMC,
// Confidentiality, 2017, whose personal information is what identifies "either in itself or in combination"). They are made when first asked for.
var detectors = sync.OnceValue(func() []detector {
	return []detector{
		{Email, matching(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}`)},
		{PatientNumber, matching(labelled, notOwn)},
		{PatientNumber, matching(labelledFurtherOn, notOwn)},
		{PatientNumber, matching(vaguelyLabelled, notOwn)},
		{IHINumber, matching(`\b\d(?:[ .-]?\d){17}\b`, checked(gs1))},
		{CHINumber, matching(`\b\d{6}[ .-]?\d{4}\b`, checked(chi))},
		{NHSNumber, matching(`\b`+issued+`[ .-]?\d{3}[ .-]?\d{4}\b`, checked(modulus11), notCounted)},
		{NHSNumber, matching(`\b`+issued+`(?:[ .-]| - )\d{3}(?:[ .-]| - )\d{4}\b`, notCounted)},
		{PPSNumber, matching(`(?i)\b\d{7}[ -]?[A-W][A-IWTX]?\b`, func(p piece) bool { return pps(p.found) })},
		{HospitalNumber, matching(`\b[A-Z]{1,2}\d{6,8}\b`, notOwn, notReport)},
		{DateOfBirth, matching(bornOn, notOwn)},
		{DateOfBirth, matching(personOf)},
		{Postcode, matching(`(?i)`+postcode, notOwn, notMeasured)},
		{Postcode, matching(`(?i)`+eircode, notOwn, notMeasured)},
		{Postcode, matching(labelledPostcode, notOwn)},
		{Postcode, matching(outwardOfPerson)},
		{Handle, matching(handle, notOwn, notOrganisation)},
		{Handle, matching(handleNamed, notOwn, notOrganisation)},
		{Slot, matching(bed)},
		{Slot, matching(initialsInRoom, notAbbreviation)},
		{Slot, matching(roomOfInitials, notAbbreviation)},
		{Described, described},
		{Event, events},
		{Name, matching(titled, somebodyMet)},
		{Name, matching(titledInitial, notPlaceholder, notCutOff, somebodyMet)},
		{Name, matching(initialsWithAge, notAbbreviation)},
		{Name, matching(fondly, notSite)},
		{Name, matching(namedPatient)},
		{Name, matching(nameInCare)},
		{Name, matching(caredFor)},
		{Phone, matching(`(?:\+|\b00)(?:44|353)[ .-]?(?:\(0\) ?)?\d(?:[ .-]?\d){7,10}\b|`+
			`\(?\b0\d{1,4}\)?[ .-]?\d(?:[ .-]?\d){5,8}\b`, checked(dialled), notOwn, notFree)},
	}
})
