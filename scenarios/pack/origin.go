package pack

import (
	"fmt"
	"strings"

	"probity/guidance/text"
	"probity/scenarios"
)

// Origin is whose a pack is: what it says of itself, and what the key that signed it calls itself. Anyone can give a pack or a key any name;
// the number of the key is what can be compared.
type Origin struct {
	ID, Title, Version string
	Authors            []string
	Licence            string // what may be done with it
	Institution        string // "" for a pack that is not signed
	Key                string // the number of the key; "" for a pack that is not signed
	BuiltIn            bool   // it is the library that every Probity carries
}

// Signed reports whether the pack is signed. One whose signature does not fit is not loaded at all.
func (o Origin) Signed() bool { return o.Key != "" }

// String is whose the pack is, in a sentence or two that are safe to show: “Messages at Anytown” (pack anytown 1.0), signed by a key that calls
// itself “Anytown Hospital”: 1a2b-….
func (o Origin) String() string {
	switch {
	case o.Signed():
		return o.Named() + ", signed by a key that calls itself " + text.Quoted(o.Institution) + ": " + o.Key + "."
	case o.BuiltIn:
		return o.Named() + ", by " + text.Series(o.authors()) + "."
	case len(o.Authors) == 0:
		return o.Named() + ", not signed; it names no authors."
	}
	return o.Named() + ", not signed; it names as its authors " + text.Series(o.authors()) + "."
}

// Named is the pack alone, by its title, id and version: “Messages at Anytown” (pack anytown 1.0).
func (o Origin) Named() string {
	return text.Quoted(o.Title) + " (pack " + unquoted(o.ID) + " " + unquoted(o.Version) + ")"
}

// unquoted is an id or a version as it is, unless it could be taken for words of the sentence that it stands in.
func unquoted(s string) string {
	if plainForm().MatchString(s) {
		return s
	}
	return text.Quoted(s)
}

var plainForm = text.Expression(`^[0-9A-Za-z.+_-]{1,60}$`)

// Briefly is the pack and whether it is signed, to stand over what comes with it: “Messages at Anytown”, signed as “Anytown Hospital”.
func (o Origin) Briefly() string {
	if o.Signed() {
		return text.Quoted(o.Title) + ", signed as " + text.Quoted(o.Institution)
	}
	return text.Quoted(o.Title) + ", not signed"
}

// mostAuthors is how many authors are named in a sentence.
const mostAuthors = 3

func (o Origin) authors() (names []string) {
	for _, a := range o.Authors[:min(len(o.Authors), mostAuthors)] {
		names = append(names, text.Quoted(a))
	}
	if more := len(o.Authors) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return names
}

// Origin is whose pack a situation, a family, a topic, a principle, a source or a clause is of, by its id. ok is false for what is the built-in
// library's.
func (p *Pack) Origin(id string) (o Origin, ok bool) {
	prefix, _, found := strings.Cut(id, ":")
	for _, o := range p.Merged {
		if found && o.ID == prefix {
			return o, true
		}
	}
	return Origin{}, false
}

// Origins lists whose packs situations are of, each once, the built-in library among them.
func (p *Pack) Origins(situations []*scenarios.Situation) (all []Origin) {
	seen := map[string]bool{}
	for _, s := range situations {
		o, ok := p.Origin(s.ID)
		if !ok {
			version, _, _ := strings.Cut(p.Version, withPacks)
			o = Origin{ID: p.ID, Title: p.Title, Version: version, Authors: p.Authors, Licence: p.Licence, BuiltIn: true}
		}
		if !seen[o.ID] {
			seen[o.ID] = true
			all = append(all, o)
		}
	}
	return all
}

// Whose says whose pack something is of, by its id, in a sentence that is safe to show; "" for what is the built-in library's.
func (p *Pack) Whose(id string) string {
	if o, ok := p.Origin(id); ok {
		return "From " + o.String()
	}
	return ""
}

// origin is whose the pack at hand is.
func (p *parts) origin() Origin {
	m := p.manifest
	o := Origin{ID: m.ID, Title: m.Title, Version: m.Version, Authors: m.Authors, Licence: m.Licence}
	if p.signature != nil {
		o.Institution, o.Key = p.signature.Institution, p.signature.Key
	}
	return o
}
