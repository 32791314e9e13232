// People who are described and not named.

package privacy

import (
	"strings"

	"probity/guidance/text"
)

const (
	tens = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?`
	aged = `(?i)(?:\b(?:\d{1,3}|` + tens + `|\w+teen)[ -]?(?:years?|yrs?|months?|weeks?)[ -]?old\b|` +
		`\baged? (?:of )?(?:\d{1,3}|` + tens + `)\b|\b\d{1,3} ?(?:yo|y/o)\b|\b\d{2}[MF]\b|` +
		`\bin (?:his|her|their) (?:(?:early|mid|late)[ -])?(?:teens|\d0['’]?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b|` +
		`\b(?:centenarian|septuagenarian|octogenarian|nonagenarian|teenager)\b|(?:,|\b(?:she|he) (?:was|is)) \d{2},)`

	// condition is one that few in a town have.
	condition = `(?:porphyria|acromegaly|phaeochromocytoma|myasthenia|huntington|creutzfeldt|cjd|wilson['’]s|fabry|pompe|gaucher|marfan|ehlers|` +
		`tay-sachs|alkaptonuria|batten|rett|prader|angelman|anthrax|rabies|tetanus|leprosy|botulism|diphtheria|ebola|epidermolysis bullosa|` +
		`progeria|locked-in|amyloidosis|mesothelioma|motor neurone|harlequin|insulinoma|situs inversus|takotsubo|conjoined|quadruplet|triplet)s?\b`

	someone = `(?:person|patient|man|woman|lady|gentleman|boy|girl|child|baby|adult|couple|family|one)`
)

var (
	age = text.Expression(aged)
	// where is a place by its name, or by what makes a small one. A month or a weekday is none.
	where = text.Expression(`(?:\b(?:from|in|near|outside|at|of|to|off|on|around) (?:(?:the|a|an) )?` +
		`(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|small|rural|remote|tiny|little|village|town|island|parish|townland|hamlet|county|Co\.?|coast|` +
		`outskirts|hills|edge)(?: of)? )*(\p{Lu}\p{Ll}[\p{L}'’-]+))|` +
		`\b(?:from|in|on|of) (?:the|a|our|this|my) (?:\p{Ll}+ )?(?:village|island|parish|hamlet|townland|estate|lighthouse|convent|next town|` +
		`monastery|halting site)\b`)
	noPlace = text.Expression(`(?i)^(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)` +
		`(?:uary|ruary|ch|il|ust|tember|t|ober|ember|day)?$|` +
		`^(?:english|irish|welsh|scottish|french|polish|european|british|the|facebook|whatsapp|twitter|instagram|tiktok|linkedin|good|tomorrow|` +
		`my|their|his|her|christmas|easter|parkinson|crohn|huntington)`)
	rare = text.Expression(`(?i)\b(?:very |extremely |vanishingly )?rare\b|\bonly (?:known )?(?:case|person|patient|one|family)\b|` +
		`\bfirst (?:known |recorded )?(?:case|person|patient|transplant)\b|` +
		`\bone of (?:\w+ ){1,4}in (?:ireland|the|europe|britain|scotland|wales)\b|\b` + condition)

	ofOneself = text.Expression(`(?i)^\W*(?:I am|I['’]m|I was|as an?) (?:an? )?\d`)
	onlyOne   = text.Expression(`(?i)\b(?:the|our|a) (?:(?:town|village|parish|school|county|island|club)['’]s |` +
		`local |village |parish |only |well-known |famous )+(?:\p{L}+ ){0,2}?` + trade + `(?: (?:on|in|of|at) (?:the |our )?\p{L}+)?|` +
		`\b(?:the|our) ` + trade + ` (?:on|in|of|at|from) (?:the |our )?(?:\p{L}+ ){0,2}` +
		`(?:island|village|parish|town|school|county|county side|side|club|cathedral|abbey)\b`)
	happened = text.Expression(`(?i)\b(?:stroke|overdose|cancer|admitted|came in|came to|attended|diagnosed|my patient|our patient|treated|` +
		`fracture|torn|ligament|died|collapsed|rash|pregnan|depress|suicid|infarct|seizure|drinking|alcohol|HIV|chlamydia|gonorrhoea|surgery|` +
		`operation|biopsy|dementia|psychosis|miscarr|chest pain|sepsis|infection|test result)`)

	// lone is somebody of whom there is said to be one, but for the writer.
	lone     = text.Expression(`(?i)\b(?:the|our|their) (?:only|sole|first|last) (?:known |living |recorded )?` + someone + `\b`)
	oneself  = text.Expression(`(?i)\b(?:I|we|I['’]m|being|as|me) (?:(?:am|was|are|were|felt(?: like)?|seemed) )?$`)
	sufferer = text.Expression(`(?i)\b(?:he|she|who|` + someone + `)\b[^.!?\n]{0,40}\b(?:with|has|had|have) (?:\p{L}+ ){0,3}?` + condition)
)

// described finds an age with any two of an occupation, a place and a rare condition; and somebody without an age who has a rare condition or
// is the only one to have one, with a place, or a work that few have. Age and occupation are what the UK Data Service names as indirect
// identifiers (Anonymisation step by step); the ICO calls it singling out (Anonymisation: How do we ensure anonymisation is effective?), as
// does the Irish Data Protection Commission (Guidance on anonymisation and pseudonymisation, June 2019).
func described(s string) (out []place) {
	for _, sentence := range sentences(s) {
		words := s[sentence.from:sentence.to]
		if ofOneself().MatchString(words) {
			continue
		}
		at := singledOut(words)
		if of := age().FindStringIndex(words); of != nil {
			at = withAge(words, of)
		}
		if at != nil {
			out = append(out, place{sentence.from + at[0], sentence.from + at[1]})
		}
	}
	return out
}

// withAge is where a sentence tells enough of somebody along with an age, nil where it doesn't.
func withAge(words string, of []int) []int {
	from, to, found := of[0], of[1], 0
	for _, at := range [][]int{occupation(words, of), locality(words), rare().FindStringIndex(words)} {
		if at != nil {
			from, to, found = min(from, at[0]), max(to, at[1]), found+1
		}
	}
	if found < 2 {
		return nil
	}
	return []int{from, to}
}

// singledOut is where a sentence tells enough of somebody without an age, nil where it doesn't.
func singledOut(words string) []int {
	if who := onlyOne().FindStringIndex(words); who != nil && happened().MatchString(words[who[1]:]) {
		return who
	}
	who, at := sufferer().FindStringIndex(words), locality(words)
	if only := lone().FindStringIndex(words); only != nil && !oneself().MatchString(words[:only[0]]) &&
		(rare().MatchString(words[only[1]:]) || happened().MatchString(words[only[1]:])) {
		who = only
	}
	if who == nil || at == nil {
		return nil
	}
	return []int{min(who[0], at[0]), max(who[1], at[1])}
}

// locality is where a sentence names a place.
func locality(words string) []int {
	for _, at := range where().FindAllStringSubmatchIndex(words, -1) {
		if at[2] < 0 || !noPlace().MatchString(words[at[2]:at[3]]) {
			return at[:2]
		}
	}
	return nil
}

// sentences are the places of a text's sentences. None goes over the end of a line, as a list's items may have no stops.
func sentences(s string) (out []place) {
	from := 0
	for line := range strings.Lines(s) {
		for _, at := range text.SentenceIndexes(line) {
			out = append(out, place{from + at[0], from + at[1]})
		}
		from += len(line)
	}
	return out
}
