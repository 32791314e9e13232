// People who are described and not named, and events that a newspaper would have.

package privacy

import "probity/guidance/text"

const (
	tens = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?`
	aged = `(?i)(?:\b(?:\d{1,3}|` + tens + `|\w+teen)[ -]?(?:years?|yrs?|months?|weeks?)[ -]?old\b|\baged? (?:of )?(?:\d{1,3}|` + tens + `)\b|\b\d{1,3} ?(?:yo|y/o)\b|\b\d{2}[MF]\b|` +
		`\bin (?:his|her|their) (?:(?:early|mid|late)[ -])?(?:teens|\d0['’]?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b|\b(?:centenarian|septuagenarian|octogenarian|nonagenarian|teenager)\b|, \d{2},)`

	trade = `(?:\p{L}+[ -]?)?(?:\p{L}+(?:smith|wright|keeper|founder|maker|worker|driver|farmer|teacher|dresser|hand|monger|herd|master|mistress|woman|man)|` +
		`\p{L}{2,}(?:ist|eer|ician|grapher|ologist)|farmer|baker|butcher|teacher|headteacher|lecturer|priest|nun|vicar|curate|bishop|rabbi|imam|monk|guard|garda|soldier|sailor|pilot|` +
		`vet|lawyer|barrister|solicitor|judge|councillor|TD|MP|mayor|footballer|hurler|goalkeeper|jockey|rower|cyclist|singer|actor|actress|dancer|painter|sculptor|author|writer|poet|` +
		`postman|postmistress|plumber|joiner|carpenter|thatcher|weaver|potter|miner|roofer|welder|builder|publican|barber|hairdresser|chef|cook|undertaker|gardener|` +
		`fisherman|ranger|nurse|paramedic|midwife|pharmacist|dentist|surgeon|organist|conductor|referee|coach|captain|trawlerman|firefighter|piper|bookbinder|tanner|glazier|tailor|seamstress|saddler|farrier|beekeeper|principal|librarian|shopkeeper|grocer|accountant|journalist|broadcaster|presenter|newsreader|skipper|auctioneer|sexton|verger|cooper|brewer|distiller|diver|ferryman)`
	notTrade = `(?i)^(?:(?:old|young|poor|same|other|elderly|local|dear|first|second|frail|lovely|white|black|irish|english|scottish|welsh|known|lone|single|married|pregnant|fit|well|unwell|transgender|trans|deaf|blind|` +
		`homeless)[ -])*(?:man|woman|gentleman|gentlewoman|human|oncologist|assist|exist|list|persist|consist|resist|wrist|mist|twist|cyst|fist|insist|career|hand|right hand|left hand|dominant hand|work|patient|specialist|physician|clinician|cardiologist|neurologist|radiologist|psychiatrist|urologist|dermatologist|physiotherapist)$`
)

var (
	age         = text.Expression(aged)
	trades      = text.Expression(`(?i)(?:^|[^\p{L}])(` + trade + `)(?:[^\p{L}]|$)`)
	noTrade     = text.Expression(notTrade)
	afterAge    = text.Expression(`^[ -](?:\p{L}+[ -]){0,2}?(\p{L}+(?:-\p{L}+)?)(?: (?:from|of|in|who|living|based)\b|,|\.|$)`)
	plainPerson = text.Expression(`(?i)^(?:man|woman|male|female|lady|gentleman|boy|girl|child|patient|person|baby|infant|toddler|mother|father|son|daughter|wife|husband|` +
		`mum|dad|grandmother|grandfather|lad|student|teenager|adult|brother|sister|friend|relative|self|twin|twins|neighbour|colleague|widow|widower|smoker|primigravida|carer|guidance|rule|policy|system|account|post|building|hospital|advice|news|paper|version|photo|photograph|picture|document|one)s?$`)
	working = text.Expression(`(?i)\b(?:works?|worked|working|employed|job|career) (?:as|in|at|for) |\b(?:runs|ran|owns|owned|farms|farmed|teaches|taught|keeps|kept|conducts|plays|played|presents|coaches|drives|drove|skippers) (?:for |in |at )?(?:the|a|an|our) |\bby trade\b`)
	// where is a place by its name, or by what makes a small one. A month or a weekday is none.
	where = text.Expression(`(?:\b(?:from|in|near|outside|at|of|to|off|on|around) (?:(?:the|a|an) )?(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|small|rural|remote|tiny|little|village|town|island|parish|townland|hamlet|county|Co\.?|coast|outskirts|hills|edge)(?: of)? )*` +
		`(\p{Lu}\p{Ll}[\p{L}'’-]+))|\b(?:from|in|on|of) (?:the|a|our|this|my) (?:\p{Ll}+ )?(?:village|island|parish|hamlet|townland|estate|lighthouse|convent|next town|monastery|halting site)\b`)
	noPlace = text.Expression(`(?i)^(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)(?:uary|ruary|ch|il|ust|tember|t|ober|ember|day)?$|` +
		`^(?:english|irish|welsh|scottish|french|polish|european|british|the|facebook|whatsapp|twitter|instagram|tiktok|linkedin|good|tomorrow|my|their|his|her|christmas|easter|parkinson|crohn)`)
	rare = text.Expression(`(?i)\b(?:very |extremely |vanishingly )?rare\b|\bonly (?:known )?(?:case|person|patient|one|family)\b|\bfirst (?:known |recorded )?(?:case|person|patient|transplant)\b|\bone of (?:\w+ ){1,4}in (?:ireland|the|europe|britain|scotland|wales)\b|` +
		`\b(?:porphyria|acromegaly|phaeochromocytoma|myasthenia|huntington|creutzfeldt|cjd|wilson['’]s|fabry|pompe|gaucher|marfan|ehlers|tay-sachs|alkaptonuria|batten|rett|prader|angelman|anthrax|rabies|tetanus|leprosy|botulism|diphtheria|ebola|` +
		`epidermolysis bullosa|progeria|locked-in|amyloidosis|mesothelioma|motor neurone|harlequin|insulinoma|situs inversus|takotsubo|conjoined|quadruplets|triplets)`)
)

// described finds an age with any two of an occupation, a place and a rare condition, or a person who is the only one of a kind, in a sentence. What
// leaves few people is what the Irish and the UK regulators name as indirect identifiers: age, job, locality, rare diagnosis (ICO, Anonymisation
// guidance, "singling out"; Data Protection Commission, Guidance on anonymisation and pseudonymisation, 2019).
func described(s string) (out []place) {
	for _, sentence := range sentencesOf(s) {
		words := s[sentence.from:sentence.to]
		if ofOneself().MatchString(words) {
			continue
		}
		of := age().FindStringIndex(words)
		signs := [][]int{occupation(words, of), locality(words), rare().FindStringIndex(words)}
		if of == nil {
			if at := onlyOne().FindStringIndex(words); at != nil && happened().MatchString(words[at[1]:]) {
				out = append(out, place{sentence.from + at[0], sentence.from + at[1]})
			}
			continue
		}
		from, to, found := of[0], of[1], 0
		for _, at := range signs {
			if at != nil {
				from, to, found = min(from, at[0]), max(to, at[1]), found+1
			}
		}
		if found >= 2 {
			out = append(out, place{sentence.from + from, sentence.from + to})
		}
	}
	return out
}

var (
	ofOneself = text.Expression(`(?i)^\W*(?:I am|I['’]m|I was|as an?) (?:an? )?\d`)
	onlyOne   = text.Expression(`(?i)\b(?:the|our|a) (?:(?:town|village|parish|school|county|island|club)['’]s |local |village |parish |only |well-known |famous )+(?:\p{L}+ ){0,2}?` + trade +
		`(?: (?:on|in|of|at) (?:the |our )?\p{L}+)?|\b(?:the|our) ` + trade + ` (?:on|in|of|at|from) (?:the |our )?(?:\p{L}+ ){0,2}(?:island|village|parish|town|school|county|county side|side|club|cathedral|abbey)\b`)
	happened = text.Expression(`(?i)\b(?:stroke|overdose|cancer|admitted|came in|came to|attended|diagnosed|my patient|our patient|treated|fracture|torn|ligament|died|collapsed|rash|pregnan|depress|suicid|infarct|seizure|drinking|alcohol|HIV|chlamydia|gonorrhoea|surgery|operation|biopsy|dementia|psychosis|miscarr|chest pain|sepsis|infection|test result)`)
)

// occupation is where a sentence names somebody's work: the noun behind an age that isn't a plain word for a person, or a trade.
func occupation(words string, age []int) []int {
	if age != nil {
		if at := afterAge().FindStringSubmatchIndex(words[age[1]:]); at != nil && !plainPerson().MatchString(words[age[1]+at[2]:age[1]+at[3]]) {
			return []int{age[1] + at[2], age[1] + at[3]}
		}
	}
	for _, at := range trades().FindAllStringSubmatchIndex(words, -1) {
		if word := words[at[2]:at[3]]; !noTrade().MatchString(word) {
			return at[2:4]
		}
	}
	return working().FindStringIndex(words)
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

var (
	day      = text.Expression(`(?i)\b(?:` + date + `|` + dayOfMonth + `)(?:\b|$)`)
	incident = text.Expression(`(?i)\b(?:(?:was|were|been|being) (?:\w+ )?(?:admitted|transferred|brought|discharged|stabbed|shot|airlifted|found|rescued|delivered|born|taken|pulled|flown|knocked|hit|injured|killed)|admission|` +
		`died|drowned|collapsed|arrested at|crash|collision|stabbing|shooting|explosion|house fire|mill fire|drowning|hit-and-run|overdosed?|gave birth|suicide|fell from|crashed|in labour|stillbirth)\b`)
	ownIncident = text.Expression(`(?i)\b(?:I|we) (?:was|were|had been|have been|am) (?:\w+ )?$|\b(?:bill|law|system|computer|laptop|server|website|software)\b`)
)

// career stands behind what happens to clinicians and not to patients.
var career = text.Expression(`(?i)^ (?:to|from|into|on|onto) (?:the |a |our )?(?:\w+ )?(?:register|college|fellowship|membership|roll|faculty|programme|rotation|post|deanery|course|training)\b`)

// events finds what happened to somebody on a named day in a named place, in a sentence: a local paper has it (GMC, Confidentiality: good practice in
// handling patient information, 2017; ICO, the "motivated intruder" test).
func events(s string) (out []place) {
	for _, sentence := range sentencesOf(s) {
		words := s[sentence.from:sentence.to]
		on, what, at := day().FindStringIndex(words), incident().FindStringIndex(words), locality(words)
		if on == nil || what == nil || at == nil || ownIncident().MatchString(words[:what[0]]) || career().MatchString(words[what[1]:]) {
			continue
		}
		out = append(out, place{sentence.from + min(on[0], what[0], at[0]), sentence.from + max(on[1], what[1], at[1])})
	}
	return out
}
