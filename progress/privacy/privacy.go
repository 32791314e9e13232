// Package privacy looks for text that could identify a patient, before it goes into a document that others will read. It works on
// this machine alone. It only advises: it knows patterns, not people. So it misses people who are described and not named, and it
// may find what is harmless. Its tests measure both.
package privacy

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"probity/guidance/text"
)

// Kind is what a piece of text looks like.
type Kind string

// The kinds, in words for a sentence.
const (
	NHSNumber      Kind = "an NHS number"
	CHINumber      Kind = "a CHI number"
	IHINumber      Kind = "an Irish individual health identifier"
	PPSNumber      Kind = "an Irish PPS number"
	DateOfBirth    Kind = "a date of birth"
	TitledName     Kind = "a person's name"
	HospitalNumber Kind = "a hospital number"
	Email          Kind = "an e-mail address"
	Phone          Kind = "a telephone number"
)

// Finding is a piece of text that might identify somebody.
type Finding struct {
	Kind     Kind
	From, To int // where it stands, in bytes
	Text     string
}

// Advice says in a sentence what was found and what to do about it.
func (f Finding) Advice() string {
	return fmt.Sprintf("“%s” looks like %s. If it could lead to a patient, take it out or change it.", f.Text, f.Kind)
}

// detector finds one kind of text. The first group of its pattern, or the whole where it has none, is what is found.
type detector struct {
	kind    Kind
	pattern *regexp.Regexp
	holds   func(found string, before string, today time.Time) bool // nil when the pattern is enough
}

const (
	months = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|` +
		`oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	written = `\d{1,2}(?:st|nd|rd|th)?(?: of)? ` + months + `,? \d{4}|` + months + ` \d{1,2}(?:st|nd|rd|th)?,? \d{4}`
	numeric = `\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}`
	surname = `(?:(?:de|van|von|der|Ní|Nic|Uí|Ó|Mac|Mc|O)['’ ]?)?\p{Lu}[\p{L}'’-]*\p{L}`
)

// detectors lists the kinds, the most telling first: a piece of text is found once. They are made when first asked for.
var detectors = sync.OnceValue(func() []detector {
	return []detector{
		{Email, regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}`), nil},
		{IHINumber, regexp.MustCompile(`\b\d(?:[ -]?\d){17}\b`), checked(gs1)},
		{CHINumber, regexp.MustCompile(`\b\d{6}[ -]?\d{4}\b`), checked(chi)},
		{NHSNumber, regexp.MustCompile(`\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`), checked(modulus11)},
		{PPSNumber, regexp.MustCompile(`(?i)\b\d{7} ?[A-W][A-IW]?\b`), func(s, _ string, _ time.Time) bool { return pps(s) }},
		{HospitalNumber, regexp.MustCompile(`(?i)\b(?:hospital|hosp|unit|chart|patient|case|record|mrn|ward list)` +
			`[ -]?(?:number|num|no\.?|id|identifier)?(?: (?:is|was))? ?[:#]? ?([a-z]{0,3}-?\d{4,10}[a-z]?)\b`), nil},
		{HospitalNumber, regexp.MustCompile(`\b[A-Z]\d{6,8}\b`), notOwn},
		{DateOfBirth, regexp.MustCompile(`(?i)\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?|birthday)(?: (?:is|was|of))?` +
			`[ :,(]*(?:the )?(` + numeric + `|` + written + `)`), nil},
		{DateOfBirth, regexp.MustCompile(`(?i)\b(?:` + numeric + `|` + written + `)\b`), longAgo},
		{TitledName, regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:\p{Lu}\.? )?` + surname), nil},
		{Phone, regexp.MustCompile(`(?:\+|\b00)(?:44|353)[ -]?(?:\(0\) ?)?\d(?:[ -]?\d){7,10}\b|` +
			`\(?\b0\d{1,4}\)?[ -]?\d(?:[ -]?\d){5,8}\b`), checked(dialled)},
	}
})

// ownNumber is what stands before a number that is the writer's: a registration.
var ownNumber = text.Expression(`(?i)(?:gmc|hcpc|nmc|registration|registered|imc|medical council)\D{0,20}$`)

func notOwn(_, before string, _ time.Time) bool { return !ownNumber().MatchString(before) }

// checked makes a test of a text's digits one of a detector's.
func checked(holds func(digits []int) bool) func(string, string, time.Time) bool {
	return func(s, _ string, _ time.Time) bool { return holds(digits(s)) }
}

// dialled tells as many digits as a telephone number of the two countries has, with or without the country's code.
func dialled(d []int) bool { return len(d) >= 9 && len(d) <= 14 }

// Look finds what might identify somebody, in the order of the text. today is the day on which a date counts as recent or
// long past.
func Look(text string, today time.Time) []Finding {
	var found []Finding
	taken := func(from, to int) bool {
		return slices.ContainsFunc(found, func(f Finding) bool { return from < f.To && f.From < to })
	}
	for _, d := range detectors() {
		for _, at := range d.pattern.FindAllStringSubmatchIndex(text, -1) {
			from, to := at[0], at[1]
			if len(at) > 2 && at[2] >= 0 {
				from, to = at[2], at[3]
			}
			if taken(from, to) || d.holds != nil && !d.holds(text[from:to], text[:from], today) {
				continue
			}
			found = append(found, Finding{d.kind, from, to, text[from:to]})
		}
	}
	slices.SortFunc(found, func(a, b Finding) int { return cmp.Compare(a.From, b.From) })
	return found
}

// longAgo reports whether a date is more than 16 years back, and so more likely a date of birth than of a meeting.
func longAgo(s, _ string, today time.Time) bool {
	year := yearOf(s)
	return year > 1900 && today.Year()-year > 16
}

var fourDigits = text.Expression(`\d{4}`)

// yearOf is the year of a date with four digits for it; 0 for one with two, which might be of any century.
func yearOf(s string) int {
	year := 0
	for _, r := range fourDigits().FindString(s) {
		year = 10*year + int(r-'0')
	}
	return year
}

// digits takes the digits out of a text.
func digits(s string) []int {
	var out []int
	for _, r := range s {
		if r >= '0' && r <= '9' {
			out = append(out, int(r-'0'))
		}
	}
	return out
}

// modulus11 checks the last of ten digits as NHS and CHI numbers have it (NHS Data Dictionary, "NHS number"): weights from
// 10 down to 2, and eleven less the remainder by 11. Ten alike are nobody's number.
func modulus11(d []int) bool {
	sum, alike := 0, true
	for i, n := range d[:9] {
		sum += n * (10 - i)
		alike = alike && n == d[9]
	}
	return !alike && (11-sum%11)%11 == d[9]
}

// chi checks a Community Health Index number: a date of birth as DDMMYY, and modulus 11.
func chi(d []int) bool {
	day, month := 10*d[0]+d[1], 10*d[2]+d[3]
	return day >= 1 && day <= 31 && month >= 1 && month <= 12 && modulus11(d)
}

// gs1 checks the last of eighteen digits as GS1 has it for service relation numbers, which the Irish individual health
// identifier is one of: weights of 3 and 1 in turn, and the difference to the next ten.
func gs1(d []int) bool {
	sum, zero := 0, true
	for i, n := range d[:17] {
		sum += n * (3 - 2*(i%2))
		zero = zero && n == 0
	}
	return !zero && (10-sum%10)%10 == d[17]
}

// pps checks the letter of a PPS number: weights from 8 down to 2, nine times the place in the alphabet of a second letter
// (W counts nothing), and the remainder by 23 as a letter, with W for 0.
func pps(s string) bool {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	sum := 0
	for i, n := range digits(s) {
		sum += n * (8 - i)
	}
	letters := s[7:]
	if len(letters) > 1 && letters[1] != 'W' {
		sum += 9 * int(letters[1]-'A'+1)
	}
	want := byte('W')
	if r := sum % 23; r > 0 {
		want = byte('A' + r - 1)
	}
	return letters[0] == want
}
