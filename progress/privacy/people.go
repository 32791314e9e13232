// People by name, or by initials with where they lay.

package privacy

import (
	"strings"

	"probity/guidance/text"
)

const (
	surname  = `(?:(?:de|van|von|der|Ní|Nic|Uí|Ó|Mac|Mc|O)['’ ]?)?\p{Lu}[\p{L}'’-]*\p{L}`
	title    = `\b(?:Mr|Mrs|Ms|Miss|Mx|Master|[Bb]aby)\.?`
	initials = `\p{Lu}\.? ?(?:O['’])?\p{Lu}(?:\.? ?\p{Lu})?\.?`
	ordinal  = `(?:\d{1,3}[A-Za-z]?|[A-H]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`
	few      = `[ ,(–-]{1,3}(?:\p{Ll}+[ ,]+){0,6}`
	rooms    = `(?:[Bb]ay|[Rr]oom|[Ss]ide ?room|[Tt]heatre|[Ww]ard|` +
		`[Cc]linic|[Cc]ubicle|[Rr]esus|[Cc]hair|[Bb]ed|[Ss]lot|[Cc]ot|[Pp]od|[Mm]ajors|HDU|ICU|ITU|CCU)`

	// titled is a name with a title that most patients go by. Doctor, professor and sister are titles of colleagues.
	titled = title + ` (?:\p{Lu}\.? )?(?:\p{Lu}[\p{L}'’-]+ )?` + surname

	// titledInitial hides nothing from who was there.
	titledInitial = title + ` \p{Lu}\b\.?(?:` + few + `(?:in |on |at )?` + rooms + ` ` + ordinal + `)?`

	// bed is the place of one patient, who is known with the ward and the day.
	bed = `(?:(?:` + title + ` (?:\p{Lu}\.?|` + surname + `)|` + initials + `|` + surname + `)['’]?s?` + few + `)?` +
		`\b[Bb]ed(?: space| number| no\.?)? ` +
		`(?:\d{1,3}[A-Za-z]?|[A-H]\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b` +
		`(?:[ ,(–-]{1,3}` + initials + `\b)?`

	// initialsInRoom and roomOfInitials are initials with where they were: such pairs are what lists and boards show.
	initialsInRoom = `(?:^|[^\p{L}\d])(` + initials + `['’]?s?` + few + rooms + ` ` + ordinal + `)`
	roomOfInitials = `\b(` + rooms + ` ` + ordinal + `[ ,:(–-]{1,3}` + initials + `)(?:[^\p{L}]|$)`

	initialsWithAge = `(?:^|[^\p{L}\d])(` + initials + `,? (?:\(|aged? |an? |is |was |who is )*` +
		`(?:\d{1,3}(?:[ -]?(?:years?|yrs?|months?)[ -]?old)?(?: ?yo)? ?[MF]?|in (?:his|her|their) \w+ties))(?:[,.;)\s]|$)`

	// fondly is a first name as it is spoken of with fondness, and something that is said of its bearer.
	fondly = `\b((?:[Ww]ee|little|young|old|poor) \p{Lu}\p{Ll}[\p{L}'’-]*?)` +
		`(?:['’]s|,? (?:was|is|had|has|came|went|said|told|asked|got|died|and|who|whose))\b`

	// namedPatient is somebody said to be cared for, with a name.
	namedPatient = `(?:\b(?:[Pp]atient|[Pp]atients|man|woman|lady|girl|boy|child|baby|toddler|resident|gentleman|son|daughter|husband|` +
		`wife|mother|father|mum|dad|sister|brother)` +
		`(?:, | called | named |, called |, named | whose name is )(\p{Lu}[\p{Ll}'’-]+(?: ` + surname + `)?))`

	// nameInCare is a name with what happens to patients. Two names, or one with where its bearer is from.
	care = `(?:was|were|had been|has been|is being|got) (?:re)?(?:admitted|discharged|diagnosed|intubated|catheterised|sectioned|detained|` +
		`resuscitated|operated on|transfused|sedated|brought in|rushed in|wheeled in|readmitted|our patient|my patient)|` +
		`(?:had |has )?(?:died|collapsed|miscarried|overdosed|relapsed|arrested)\b|(?:came|come|comes) (?:in|back|to (?:us|clinic|casualty|the ward)) (?:with|after|for)`
	nameInCare = `(?:^|[^\p{L}])(\p{Lu}\p{Ll}+(?: ` + surname + `| from (?:the )?[\p{L}' ]{3,25}|, [^.,!?\n]{3,40},) ` +
		`(?:who )?(?:` + care + `))`

	// caredFor is a name that goes on with what its bearer was to the writer.
	caredFor = `(?:^|[^\p{L}])((?:` + title + ` )?\p{Lu}[\p{Ll}'’-]+ ` + surname + `),? (?:whom?|that) (?:I|we)(?: had| have|['’](?:d|ve))? ` +
		`(?:just |once |recently )?(?:seen|saw|met on|looked after|treated|clerked|admitted|discharged|operated on|cared for|delivered|consented|scanned)\b`
)

var (
	// staff stands before a colleague's name, staffBehind behind it.
	staff = text.Expression(`(?i)\b(?:consultant|surgeon|registrar|supervisor|trainer|colleague|tutor|boss|matron|sister|nurse|secretary|` +
		`manager|chair|chairman|chairwoman|examiner|lecturer|speaker|senior|appraiser|dean|solicitor|author|minister|politician|judge|mentor|` +
		`teacher|instructor|pharmacist|physio(?:therapist)?|receptionist|director|lead|under|by)s?[,:]? (?:called |named |was |is |\()?$`)
	staffBehind = text.Expression(`(?i)^(?:,? (?:who is |is |was )?(?:my|our|the|a|an|one of (?:my|our|the))(?: \w+){0,3} ` +
		`(?:consultant|surgeon|registrar|supervisor|trainer|colleague|tutor|boss|matron|nurse|secretary|manager|chair|examiner|lecturer|` +
		`speaker|appraiser|author|minister|solicitor|physiotherapist|pharmacist|receptionist)|` +
		`['’]s? (?:firm|team|list|lecture|talk|book|article|teaching|lectures|paper|seminar|novel)\b|` +
		` (?:v|vs|taught|lectured|supervised|presented|operated|assisted)\b|` +
		` (?:novel|film|series|sketch|episode|story|mystery|style|moment|impression)s?\b)`)

	// compared stands before the name of a character or a case, and of what the writer would or wouldn't be.
	compared = text.Expression(`(?i)\b(?:like|as|no|an?|another|than|proper|little|inner|usual|watch(?:ed|ing)?|read(?:ing)?|played|playing|` +
		`sketch|novel|film|episode of|called me|play|being|the|of type|every|versus|vs?|I am|I['’]m|I was|become|became|` +
		`(?:not|never|n['’]t|have to|had to|(?:want|like|need|tr[yi]|hope|mean|learn)\w*(?: not)? to) be|` +
		`(?:judgment|judgement|case|ruling) (?:of|in)|(?:stories|story|adventures) of)[ “"'‘]+$`)

	// unknown stands before the name of somebody whom the writer hadn't heard of.
	unknown = text.Expression(`(?i)\b(?:from|by|to|with|about|saw|met|rang|phoned|treated|clerked|admitted) an? $`)
	honour  = text.Expression(`^\S+ (?:Justice|President|Speaker|Chair|Chairman|Right|Wrong|Surgeon|Minister|Perfect|Nice)\b`)

	// sites are names that are called old or young and are nobody's.
	sites = text.Expression(`(?i) (?:twitter|facebook|instagram|tik ?tok|whatsapp|bebo|myspace|snapchat|google|windows|english|latin|` +
		`irish|greek|trafford|bailey|norse|testament|age|street|road)$`)
)

// notSite reports whether a name that is spoken of with fondness isn't that of a site, a language or a place.
func notSite(p piece) bool { return !sites().MatchString(p.found) }

// somebodyMet reports whether a name is that of a person whom its writer met and did not work with: neither a colleague's by the word beside it,
// nor that of a character or a case, which come in comparisons and with an article.
func somebodyMet(p piece) bool {
	return !staff().MatchString(p.before) && !staffBehind().MatchString(p.after) && !honour().MatchString(p.found) &&
		(!compared().MatchString(p.before) || unknown().MatchString(p.before))
}

var placeholder = text.Expression(`^\S+ [ABXYZ]\b\.?$`)

var nameGoesOn = text.Expression(`^['’]\p{Lu}`)

// notCutOff reports whether a letter is an initial and does not begin a name: "Mr O'Brien".
func notCutOff(p piece) bool { return !nameGoesOn().MatchString(p.after) }

// notPlaceholder reports whether a letter behind a title isn't one that stands for anybody.
func notPlaceholder(p piece) bool { return !placeholder().MatchString(p.found) }

// abbreviations are capitals that clinicians write and that are nobody's.
var abbreviations = text.Expression(`^(?:GP|ED|AE|OT|PT|HR|IT|UK|EU|US|NI|TV|QI|FY|ST|CT|MR|MRI|ID|PA|AA|SN|HCA|MDT|ICU|HDU|ITU|CCU|AMU|SHO|` +
	`SAU|MAU|NCHD|SPR|NHS|GMC|BMA|HSE|CPD|DNR|ECG|EEG|EMG|IV|IM|PE|DVT|MI|AF|COPD|TB|HIV|CPR|ALS|PC|PCR|USB|WIFI|AV|PPT|VC|NG|CSU|EPR|PAC|` +
	`PAS|OSCE|MCQ|SBA|I|AM|PM|ANP|CNS|CNM|RN|DN|RCP|RCS|RCN|WHO|BP|HR|GCS|CXR|NEW|A|OK|BMJ|MPS|MDU|GI|GU|ENT|ENP|IMG|SAS|F1|F2|EPA|CBD|DOP|` +
	`ARC|SLE|GA|LA|ON|IN|AT|DO|SO|WE|MY|TO|NO|IF)['’]?s?$`)

var leading = text.Expression(`^` + initials)

// notAbbreviation reports whether the capitals that a piece begins or ends with are not an abbreviation.
func notAbbreviation(p piece) bool {
	letters := leading().FindString(p.found)
	if letters == "" {
		letters = p.found[strings.LastIndexAny(p.found, " (–-:,")+1:]
	}
	return !abbreviations().MatchString(strings.NewReplacer(".", "", " ", "").Replace(letters))
}
