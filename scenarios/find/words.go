package find

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"

	"probity/guidance/text"
	"probity/scenarios"
)

// words are the words of a text, folded. A possessive counts as its owner and an apostrophe as nothing, so that "patient's" is "patient",
// and "don't" is "dont".
func words(s string) []string {
	fields := strings.FieldsFunc(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	out := fields[:0]
	for _, w := range fields {
		w = strings.Trim(w, "'")
		if owner, is := strings.CutSuffix(w, "'s"); is && owner != "" {
			w = owner
		}
		if w = strings.ReplaceAll(w, "'", ""); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// stem is what the forms of a word have in common, as Porter's second stemmer for English has it, but for what it gets wrong here. A word
// with other letters than English has is its own stem, and an abbreviation that has no vowel loses the s of its plural: "dms" is "dm".
func stem(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return word
	}
	if !strings.ContainsAny(word, "aeiouy") && len(word) > 2 {
		return strings.TrimSuffix(word, "s")
	}
	if own, odd := oddStem(word); odd {
		return own
	}
	return english.Stem(word, true)
}

// oddStem is the stem of a word that the stemmer takes for a form of quite another one, or of one that is spelled in two ways, or said of oneself as of others.
func oddStem(word string) (string, bool) {
	switch word {
	case "dating", "hospitality", "evening", "international", "outed", "wellness": // not date, hospital, even, intern, out, well
		return word, true
	case "polite", "politely": // not politics
		return "polite", true
	case "added", "adding": // not an ad
		return "add", true
	case "practise", "practises", "practised", "practising":
		return "practic", true
	case "license", "licenses", "licensed", "licensing":
		return "licenc", true
	case "myself", "ourselves", "yourselves", "themselves", "himself", "herself":
		return "yourself", true
	}
	return "", false
}

// slight reports whether a word says nothing of what is searched for.
func slight(word string) bool {
	switch word {
	case "a", "about", "an", "and", "are", "at", "be", "by", "can", "do", "for", "from", "how", "i", "if", "in", "is", "it", "me", "my", "of", "on",
		"or", "should", "the", "to", "we", "what", "when", "with", "you", "your":
		return true
	}
	return false
}

// name is what a thing is called, by a word or several: "group chat".
type name struct {
	word  string   // its words as one: "groupchat"
	stems []string // of its words
	stem  string   // they as one
}

// named is a name of words. Where two or more of them say something, the stems are theirs alone: "googling a patient" is also "googling
// patients". What is left of "you tube" or "the press" would be another name.
func named(parts []string) name {
	n := name{word: strings.Join(parts, "")}
	telling := slices.DeleteFunc(slices.Clone(parts), slight)
	if len(telling) < 2 {
		telling = parts
	}
	for _, p := range telling {
		n.stems = append(n.stems, stem(p))
	}
	n.stem = strings.Join(n.stems, "")
	return n
}

// several reports whether a name was made of several words.
func (n name) several() bool { return len(n.stems) > 1 }

// standsAt is how many words of a text, from the first, make a name of several words; 0 if they make another. Words that say nothing may
// stand between its own.
func (n name) standsAt(words, stems []string) int {
	at := 0
	for i, s := range n.stems {
		for i > 0 && at < len(words) && stems[at] != s && slight(words[at]) {
			at++
		}
		if at == len(words) || stems[at] != s {
			return 0
		}
		at++
	}
	return at
}

// thing is something under several names, that belongs to a topic.
type thing struct {
	topic string
	names []name
}

// things are the words of a bank's topics.
func things(bank *scenarios.Bank) (all []thing) {
	for _, t := range bank.Topics() {
		for _, names := range t.Words {
			it := thing{topic: t.ID}
			for _, n := range names {
				it.names = append(it.names, named(words(n)))
			}
			all = append(all, it)
		}
	}
	return all
}
