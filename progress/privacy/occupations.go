// What people work as, and what only looks like it.

package privacy

import "probity/guidance/text"

const (
	trade = `(?:` + ofTwoWords + `|(?:\p{L}+[ -]?)?(?:\p{L}+(?:smith|wright|keeper|founder|maker|worker|driver|farmer|teacher|dresser|hand|monger|` +
		`herd|master|mistress|woman|man)|` +
		`\p{L}{2,}(?:ist|eer|ician|grapher|ologist)|farmer|baker|butcher|teacher|headteacher|lecturer|priest|nun|vicar|curate|bishop|rabbi|` +
		`imam|monk|guard|garda|soldier|sailor|pilot|vet|lawyer|barrister|solicitor|judge|councillor|TD|MP|mayor|footballer|hurler|goalkeeper|` +
		`jockey|(?:lighthouse|park|zoo|game|river|bridge|lock)[ -]keeper|rower|cyclist|singer|actor|actress|dancer|painter|sculptor|author|writer|poet|postman|postmistress|plumber|joiner|carpenter|` +
		`thatcher|weaver|potter|miner|roofer|welder|builder|publican|barber|hairdresser|chef|cook|undertaker|gardener|fisherman|ranger|nurse|` +
		`paramedic|midwife|pharmacist|dentist|surgeon|organist|conductor|referee|coach|captain|trawlerman|firefighter|piper|bookbinder|tanner|` +
		`glazier|tailor|seamstress|saddler|farrier|beekeeper|principal|librarian|shopkeeper|grocer|accountant|journalist|broadcaster|presenter|` +
		`newsreader|skipper|auctioneer|sexton|verger|cooper|brewer|distiller|diver|ferryman))`

	// ofTwoWords are trades that say a man or a woman in a word of its own.
	ofTwoWords = `(?:lollipop|bin|dust|tea|dinner|cleaning|ice[ -]cream|delivery|bus|taxi|cab|coal|egg|oil|bread|window|signal|railway|` +
		`lighthouse|council|insurance|repair|maintenance|market)[ -](?:man|woman|lady|boy|girl)`

	notTrade = `(?i)^(?:(?:old|young|poor|same|other|elderly|local|dear|first|second|frail|lovely|white|black|irish|english|scottish|welsh|known|` +
		`lone|single|married|pregnant|fit|well|unwell|transgender|trans|deaf|blind|homeless)[ -])*` +
		`(?:man|woman|gentleman|gentlewoman|human|oncologist|assist|exist|list|persist|consist|resist|wrist|mist|twist|cyst|fist|insist|career|` +
		`hand|right hand|left hand|dominant hand|work|patient|specialist|physician|clinician|cardiologist|neurologist|radiologist|psychiatrist|` +
		`urologist|dermatologist|physiotherapist)$`
)

var (
	trades      = text.Expression(`(?i)(?:^|[^\p{L}])(` + trade + `)(?:[^\p{L}]|$)`)
	noTrade     = text.Expression(notTrade)
	afterAge    = text.Expression(`^[ -](?:\p{L}+[ -]){0,2}?(\p{L}+(?:-\p{L}+)?)(?: (?:from|of|in|who|living|based)\b|,|\.|$)`)
	plainPerson = text.Expression(`(?i)^(?:man|woman|male|female|lady|gentleman|boy|girl|child|patient|person|baby|infant|toddler|mother|father|` +
		`son|daughter|wife|husband|mum|dad|grandmother|grandfather|lad|student|teenager|adult|brother|sister|friend|relative|self|twin|twins|` +
		`neighbour|colleague|widow|widower|smoker|primigravida|carer|guidance|rule|policy|system|account|post|building|hospital|advice|news|` +
		`paper|version|photo|photograph|picture|document|one)s?$`)
	working = text.Expression(`(?i)\b(?:works?|worked|working|employed|job|career) (?:as|in|at|for) |` +
		`\b(?:runs|ran|owns|owned|farms|farmed|teaches|taught|keeps|kept|conducts|plays|played|presents|coaches|drives|drove|skippers) ` +
		`(?:for |in |at )?(?:the|a|an|our) |\bby trade\b`)
)

// occupation is where a sentence names somebody's work: the noun behind an age that isn't a plain word for a person, or a trade.
func occupation(words string, age []int) []int {
	if at := afterAge().FindStringSubmatchIndex(words[age[1]:]); at != nil && !plainPerson().MatchString(words[age[1]+at[2]:age[1]+at[3]]) {
		return []int{age[1] + at[2], age[1] + at[3]}
	}
	for _, at := range trades().FindAllStringSubmatchIndex(words, -1) {
		if word := words[at[2]:at[3]]; !noTrade().MatchString(word) {
			return at[2:4]
		}
	}
	return working().FindStringIndex(words)
}
