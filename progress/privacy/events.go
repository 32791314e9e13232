// Events that a newspaper would have.

package privacy

import "probity/guidance/text"

var (
	day = text.Expression(`(?i)\b(?:` + date + `|` + dayOfMonth + `|` + feast + `)(?:\b|$)`)

	incident = text.Expression(`(?i)\b(?:(?:was|were|been|being) (?:\w+ )?(?:admitted|transferred|brought|discharged|stabbed|shot|airlifted|found|` +
		`rescued|delivered|born|taken|pulled|flown|knocked|hit|injured|killed)|admission|died|drowned|collapsed|arrested at|crash|collision|` +
		`stabbing|shooting|explosion|house fire|mill fire|drowning|hit-and-run|overdosed?|gave birth|suicide|fell from|crashed|in labour|` +
		`stillbirth)\b`)
	ownIncident = text.Expression(`(?i)\b(?:I|we) (?:was|were|had been|have been|am) (?:\w+ )?$|` +
		`\b(?:bill|law|system|computer|laptop|server|website|software)\b`)

	// career stands behind what happens to clinicians and not to patients.
	career = text.Expression(`(?i)^ (?:to|from|into|on|onto) (?:the |a |our )?(?:\w+ )?` +
		`(?:register|college|fellowship|membership|roll|faculty|programme|rotation|post|deanery|course|training)\b`)
)

// feast is a day by its name: those that the two countries keep or have off.
const feast = `(?:Easter|Whit|St\.? Stephen['’]?s|St\.? Patrick['’]?s|St\.? David['’]?s|St\.? Andrew['’]?s|St\.? George['’]?s|` +
	`Christmas|Boxing|New Year['’]?s|Valentine['’]?s|Mother['’]?s|Father['’]?s|Remembrance|Palm|Good|Ash|Shrove|Pancake|Maundy) ` +
	`(?:Day|Eve|Night|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)|` +
	`bank holiday(?: (?:Monday|Friday|weekend))?|Hogmanay|Halloween|` +
	`(?:Bonfire|Guy Fawkes|Burns) Night|(?:last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?`

// events finds what happened to somebody on a named day in a named place, in a sentence: a local paper has it, so somebody who looks for the
// patient finds them (ICO, Anonymisation: What is the “motivated intruder” test?).
func events(s string) (out []place) {
	for _, sentence := range sentences(s) {
		words := s[sentence.from:sentence.to]
		on, what, at := day().FindStringIndex(words), incident().FindStringIndex(words), locality(words)
		if on == nil || what == nil || at == nil || ownIncident().MatchString(words[:what[0]]) || career().MatchString(words[what[1]:]) {
			continue
		}
		out = append(out, place{sentence.from + min(on[0], what[0], at[0]), sentence.from + max(on[1], what[1], at[1])})
	}
	return out
}
