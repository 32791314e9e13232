package find

import (
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

// stem is what the forms of a word have in common, as Porter's second stemmer for English has it. A word with other letters than English
// has is its own stem.
func stem(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return word
	}
	return english.Stem(word, true)
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
	parts []string // its words, folded
	word  string   // they as one: "groupchat"
	stem  string   // their stems as one
}

func named(parts []string) name {
	n := name{parts: parts, word: strings.Join(parts, "")}
	for _, p := range parts {
		n.stem += stem(p)
	}
	return n
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
