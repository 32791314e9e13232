// Numbers, dates of birth, postcodes and handles: what identifies by itself.

package privacy

import (
	"strings"

	"probity/guidance/text"
)

const (
	says   = `(?:[ ,]+(?:is|was|of|reads?|ended|ends|ending|in|starts|starting|with|began|begins)){0,3}[ :#=,(-]{0,3}`
	number = `(?:number|numbers|num|no|nr|id|identifier|ref|reference)\.?`

	// labelled is a number that its writer says is a patient's, whatever its check digit: a slip of the key leaves it one that leads to the
	// patient in a search. The labels are those of the NHS Data Dictionary (NHS number, local patient identifier), Public Health Scotland (CHI),
	// Northern Ireland's Health and Care number, and Ireland's HSE (IHI, MRN) and Department of Social Protection (PPS).
	labelled = `(?i)\b(?:(?:nhs|chi|h ?& ?c|hcn|health (?:and|&) (?:social )?care|health|ihi|individual health identifier|ppsn?|mrn|` +
		`hospital|hosp|hosp\.|ward list|pas|medical record|medical card|gms|patient|chart|casenote|case ?note|unit|crn|dmr|sample|` +
		`specimen|accession|episode|admission)[ -]` + number + `|` +
		`mrn|ihi|ppsn?|chi|hcn|nhs ?#|crn)` + says + `([a-z]{0,3}[ -]?\d(?:[ ./–-]?\d){3,17}(?-i: ?[A-Z]{1,2}\b|[a-z]{1,2}\b)?)`

	// labelledFurtherOn is one with words between, so its digits are more.
	labelledFurtherOn = `(?i)\b(?:(?:nhs|chi|h ?& ?c|health (?:and|&) care|ihi|ppsn?|hospital|hosp|patient|chart|medical card) ` + number +
		`|mrn|ihi|ppsn|chi)\b[^.!?\d\n]{1,30}?([a-z]{0,2}[ -]?\d(?:[ ./–-]?\d){5,17}(?-i: ?[A-Z]{1,2}\b|[a-z]{1,2}\b)?)`

	// vaguelyLabelled is one whose label means other things too: its digits have to be more than a year's.
	vaguelyLabelled = `(?i)\b(?:hospital|hosp|unit|chart|patient|case|record|file|notes|nhs|wristband|label|sticker)` +
		`(?: ` + number + `)?` + says + `([a-z]{0,3}-?\d(?:[ .-]?\d){4,17}[a-z]?)\b`

	// issued begins a number of ten digits: 4, 6 and 7 are England's, Wales's and the Isle of Man's, 32 to 39 Northern Ireland's, and 80 to 85
	// the core of the Irish identifier; 9 is what examples have. 5 is never issued, and Scotland's begin with a date of birth (HSE, and the
	// ranges collected by the UK Faculty of Clinical Informatics for its nhs-number).
	issued = `(?:[4679]\d|3[2-9]|8[0-5])\d`

	// bornOn is a date of birth by what stands beside it.
	bornOn = `(?i)(?:\b(?:dob|d\.o\.b\.?|date of birth|born|birthday|birth date|wristband|wrist band)` +
		`(?: (?:on|is|was|of|said|says|read|gave|showed|falls on)){0,2}` +
		`[ :,(]*(?:the )?(` + date + `|` + dayOfMonth + `))`

	// personOf is a date that is somebody's.
	personOf = `(?i)\b(?:man|woman|lady|gentleman|patient|boy|girl|child|baby)(?:,| of| \() ?(` + date + `)`

	// postcode is a full UK postcode, fifteen addresses on average. The letters of each place are those of BS 7666 and of the Royal Mail's
	// postcode format: no Q, V or X first, no I, J or Z second, and no C, I, K, M, O or V in the second half.
	outward  = `(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]))`
	postcode = `\b(?:GIR ?0AA|` + outward + ` ?\d[ABD-HJLNP-UW-Z]{2})\b`

	// eircode is a full Eircode, a routing key and an identifier of one address (Eircode Address Database Product Guide, "Eircode structure
	// and presentation"), in the fifteen letters that are not easily taken for others. D6W is the one key that ends with a letter. A letter
	// has to be in the second part: "N17 2024" is a road and a year.
	routing = `(?:[AC-FHKNPRTV-Y]\d{2}|D6W)`
	letter  = `[AC-FHKNPRTV-Y]`
	sign    = `[\dAC-FHKNPRTV-Y]`
	eircode = `\b` + routing + `[ -]?(?:` + letter + sign + `{3}|\d` + letter + sign + `{2}|\d{2}` + letter + sign + `|\d{3}` + letter + `)\b`

	labelledPostcode = `(?i)\b(?:postcode|post code|eircode)` + says + `([a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2})?|[a-z]\d[\dw] ?[a-z\d]{4})\b`

	// outwardOfPerson is a district, which is telling with a person alone.
	outwardOfPerson = `\b(?:man|woman|lady|gentleman|patient|boy|girl|child|mother|father|family|resident)\b` +
		`[^.!?\n]{0,40}\b(?:from|in|lives in|living in|of) (` +
		outward + `|` + routing + `)\b`

	handle = `(?:^|[\s("“‘',:;/])(@[\p{L}\d_](?:[\p{L}\d_.]{1,28})[\p{L}\d_])|\b(u/[\p{L}\d_-]{3,20})`

	// handleNamed is one without its sign, behind the name of where it is. It isn't a word, or it is all that brackets hold.
	site        = `(?:insta(?:gram)?|ig|tik ?tok|twitter|snap(?:chat)?|fb|facebook|bluesky|threads|youtube)`
	handleNamed = `(?i)(?:\b(?:` + site + `(?: handle| name| user ?name| account| profile| page)?|handle|user ?name)` +
		`(?: is| was| as| called| under|:)+ ?["“'‘]?(\p{L}[\p{L}\d]*[._\d][\p{L}\d._]*[\p{L}\d_])|` +
		`\(` + site + `[: ]+(\p{L}[\p{L}\d._]+)\))`
)

// measure ends what is written like a postcode in small letters and is an ordinal or a measure.
var measure = text.Expression(`(?i)\d(?:st|nd|rd|th|hr|yr|ft|lb|gb|tb|hz|ug|pg|ng|dl|ul|gy|sv|pt|pp|dp|bd|td|qd)$`)

// notMeasured reports whether a postcode that isn't in capitals is one: not the "ST3 2nd" of "ST3 2nd year", nor the "C19 wave".
func notMeasured(p piece) bool {
	end := p.found[len(p.found)-4:]
	return end == strings.ToUpper(end) || strings.ContainsAny(end, "0123456789") && !measure().MatchString(end)
}

// ownWords stand before what is the writer's own: a registration, an account, a number, or a body's.
var ownWords = text.Expression(`(?i)(?:(?:gmc|hcpc|nmc|registration|registered|imc|mcrn|medical council)\D{0,20}|` +
	`\b(?:my|our)(?: \w+){0,2}(?: (?:is|was|to|at|as|under|of))?[ ,:(“"'‘]*|` +
	`\bI (?:was|am)(?: now)? (?:born(?: on)?|on|at)?[ ,:(]*(?:the )?|` +
	`\bI (?:closed|opened|deleted|renamed|made|created|ran|run|set up|use|used|post|posted|tweet|tweeted)(?: \w+){0,4} ?[“"'‘(]?)$`)

// theirs is in what is said to be the writer's and is somebody else.
var theirs = text.Expression(`(?i)\b(?:patient|resident|client|lady|gentleman|child|baby|boy|girl|mother|father|mum|dad|daughter|son)`)

// notOwn reports whether what was found isn't said to be the writer's.
func notOwn(p piece) bool {
	before := ownWords().FindString(p.before)
	return before == "" || theirs().MatchString(before)
}

var organisation = text.Expression(`(?i:^@?(?:the_?)?(?:nhs|gmc|bma|rcp|rcs|rcgp|rcem|hse|mps|mdu|imo|icgp|nice|who|bbc|rte))|` +
	`NHS|GMC|BMA|RCP|RCS|RCG|RC[A-Z]|HSE|MPS|MDU|MDDUS|IMO|ICGP|WHO|BBC|RTE|UK|NICE|(?i:trust|hospital|college|society|` +
	`council|journal|news|official|university|library|charity|union|ireland|times|gov|health|deanery|foundation|lancet|bmj|nejm)`)

// notOrganisation reports whether a handle isn't one that an organisation would have, by the words in it.
func notOrganisation(p piece) bool { return !organisation().MatchString(p.found) }

// reports stand before the number of a report on what happened, which is no patient's.
var reports = text.Expression(`(?i)\b(?:datix|incident|ulysses|inphase|complaint|order|grant|invoice|ticket)\b[^.!?\n]{0,20}$`)

func notReport(p piece) bool { return !reports().MatchString(p.before) }

// free begins a number that costs its caller nothing: a helpline's.
var free = text.Expression(`^\(?(?:0800|0808|0500)`)

func notFree(p piece) bool { return !free().MatchString(p.found) }

var counts = text.Expression(`(?i)^ (?:views|impressions|likes|followers|people|times|hits|reads|clicks|downloads)\b`)

// notCounted reports whether a number isn't one of things.
func notCounted(p piece) bool { return !counts().MatchString(p.after) }

// checked makes a test of a text's digits one of what was found.
func checked(holds func(digits []int) bool) func(piece) bool {
	return func(p piece) bool { return holds(digits(p.found)) }
}

// dialled tells as many digits as a telephone number of the two countries has, with or without the country's code.
func dialled(d []int) bool { return len(d) >= 9 && len(d) <= 14 }
