package craft

import (
	"strings"

	"probity/guidance/text"
)

// noPerson lists words with a capital that name nobody: days and months, what people post on, institutions, peoples and faiths.
const noPerson = ` monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ` +
	`october november december christmas easter ramadan diwali eid instagram facebook twitter reddit snapchat teams google trustpilot ` +
	`hinge tinder telegram signal zoom bluesky discord threads messenger outlook datix caldicott guardian trust council college board ` +
	`ward bay english irish british welsh scottish african asian european american indian polish nigerian chinese romanian roma muslim ` +
	`christian jewish hindu sikh `

var (
	capital = text.Expression(`\pL[\pL\pN’'-]*`)
	proper  = text.Expression(`^(?:Mc|Mac|O['’])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$`)
	initial = text.Expression(`^\p{Lu}$`)
	// titled is what stands before a name.
	titled = text.Expression(`^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor)$`)
	// apposed is what follows a name at the beginning of a sentence: who that is.
	apposed = text.Expression(`^, (?:an?|the|who|whose|your|his|her|their)\b`)
	// place is what stands before the name of a place.
	place = text.Expression(`(?i)\b(?:in|at|near|from|against)$`)
	// opening is what stands before the beginning of a sentence.
	opening = text.Expression(`(?:^|[.!?:…]["”’')]*|[“"(])$`)
)

// people lists the people who are named in a text, as far as the spelling shows. A name is a word with one capital that stands within a
// sentence, but not after "in", "at", "near" or "from", nor is it a day, a platform or the like; at the beginning of a sentence it is
// one where it is told who that is ("Sam, the registrar"). Words beside each other are one name, and part of a name that was seen is
// the same person.
func people(text string) []string {
	text = strings.Join(strings.Fields(text), " ")
	var out []string
	end, placed, known := -1, -1, map[string]bool{} // where the last name and the last place ended, and all parts of names
	for _, at := range capital().FindAllStringIndex(text, -1) {
		w := strings.TrimSuffix(strings.TrimSuffix(text[at[0]:at[1]], "’s"), "'s")
		before, after := strings.TrimSpace(text[:at[0]]), text[at[1]:]
		joined := end >= 0 && text[end:at[0]] == " "
		switch {
		case joined && (proper().MatchString(w) || initial().MatchString(w)):
			out[len(out)-1] += " " + w
		case known[w]:
		case !proper().MatchString(w) || titled().MatchString(w) || strings.Contains(noPerson, " "+strings.ToLower(w)+" "):
			continue
		case place().MatchString(before), placed >= 0 && text[placed:at[0]] == " ":
			placed = at[1]
			continue
		case opening().MatchString(before) && !apposed().MatchString(after):
			continue
		default:
			out = append(out, w)
		}
		known[w], end = true, at[0]+len(w)
	}
	return out
}
