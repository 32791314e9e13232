package find

import "slices"

// hit is an entry as it was found.
func (e *entry) hit(by score) Hit {
	h := Hit{Kind: e.kind, ID: e.id, Line: e.line(by.words), Words: by.words}
	if len(by.words) == 0 {
		h.Topic = e.topic
	}
	return h
}

// Met reports whether a word, as it is written in a text, is one that was met.
func (h Hit) Met(word string) bool {
	return slices.ContainsFunc(words(word), func(w string) bool { return slices.Contains(h.Words, w) })
}

// line is the sentence in which most of the words stand, the first of several.
func (e *entry) line(met []string) string {
	best, most := e.opening(), 0
	for _, l := range e.lines {
		n := 0
		for _, w := range met {
			if slices.Contains(l.words, w) {
				n++
			}
		}
		if n > most {
			best, most = l.text, n
		}
	}
	return best
}

// opening is how the text begins: as many sentences as say something.
func (e *entry) opening() string {
	const enough = 12 // words
	said, n := "", 0
	for _, l := range e.lines {
		if n >= enough {
			break
		}
		if said != "" {
			said += " "
		}
		said += l.text
		n += len(l.words)
	}
	return said
}
