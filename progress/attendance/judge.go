// Judging whether a text is the name of a person.

package attendance

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"probity/guidance/text"
)

// judged says whether a text, as it stands, is a person's name, and why not.
func judged(s string, lenient bool) (verdict, string) {
	title := normal(s)
	heads := slices.ContainsFunc([]words{people, others, surnames, forenames, leaders, absences}, func(set words) bool { return set.has(title) })
	switch {
	case strings.TrimSpace(s) == "":
		return never, "no name"
	case damaged().MatchString(s):
		return doubtful, "letters of it were lost when it was saved: save the list as UTF-8"
	case !strings.ContainsFunc(s, unicode.IsLetter):
		return never, "no letters in it"
	case linked().MatchString(s):
		return never, "a link or markup"
	case strings.Contains(s, "@"):
		return never, "an address"
	case span().MatchString(s):
		return never, "a length of time"
	case day().MatchString(s) || weekday().MatchString(s):
		return never, "a date or time"
	case heads:
		return never, "a heading"
	case gradeWord().MatchString(s):
		return never, "a grade or post"
	case utf8.RuneCountInString(s) > longestName:
		return doubtful, "too long for a name"
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		words[i] = strings.Trim(w, ".,:;!?()")
	}
	if i := slices.IndexFunc(words, func(w string) bool { return noNames.has(w) }); i >= 0 && !(lenient && perhaps(s, words[i])) {
		if perhaps(s, words[i]) {
			return doubtful, "“" + words[i] + "” is seldom a part of a name"
		}
		return never, "“" + words[i] + "” is no part of a name"
	}
	switch {
	case words[len(words)-1] == "by":
		return never, "a heading"
	case slices.ContainsFunc(words, func(w string) bool {
		return machines.has(w) || machines.has(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
	}):
		return doubtful, "a device, or nobody in particular"
	case noBeginnings.has(words[0]) && !(lenient && perhaps(s, words[0])):
		return doubtful, "“" + words[0] + "” begins no name"
	}
	return spelt(s, lenient)
}

// perhaps reports whether a text may be a name although one of its words is common in lists: that word is also somebody's name,
// and the only other word looks like a name.
func perhaps(s, word string) bool {
	words := strings.Fields(s)
	if len(words) != 2 || !namesToo.has(word) {
		return false
	}
	plain := func(w string) bool {
		low := strings.ToLower(w)
		return !noNames.has(low) && !noBeginnings.has(low) && !machines.has(low)
	}
	titled := func(w string) bool {
		r := []rune(w)
		return len(r) > 1 && unicode.IsUpper(r[0]) && strings.ContainsFunc(w, unicode.IsLower)
	}
	return titled(words[0]) && titled(words[1]) && plain(words[0]) != plain(words[1])
}

// spelt judges a name by its letters.
func spelt(s string, lenient bool) (verdict, string) {
	if strings.ContainsFunc(s, unicode.IsDigit) {
		return doubtful, "a number in it"
	}
	if strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !text.Hidden(r) && !strings.ContainsRune(" .,'’‘ʼ`´-‐‑–·“”\"()&", r) && r != '\u00a0'
	}) || strings.Count(s, `"`)%2 != 0 {
		return doubtful, "a sign in it that names do not have"
	}
	words, whole, uncapped := strings.Fields(s), 0, 0
	if n := len(words); n > 1 && utf8.RuneCountInString(strings.Trim(words[n-1], ".")) == 1 && !ideographic(words[n-1]) {
		return doubtful, "an initial for a surname"
	}
	for _, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,"))
		begins, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’‘“\"("))
		switch {
		case !strings.ContainsFunc(w, unicode.IsLetter):
			return doubtful, "a sign alone in it"
		case whole == 0 && titles.has(low) || whole > 0 && letters.has(low) || strings.HasPrefix(low, "(n") || low == "formerly":
			continue
		case particles.has(low) && !unicode.IsUpper(begins):
			continue
		case small(begins) && !unicode.IsUpper(second(w)) && !strings.HasPrefix(w, "ff"):
			uncapped++
		}
		whole++
	}
	switch {
	case whole == 0:
		return doubtful, "a title and no name"
	case whole == 1 && len(words) == 1 && ideographic(s) && utf8.RuneCountInString(s) > 1:
		return person, ""
	case whole == 1 && len(words) > 1 && titles.has(strings.ToLower(strings.Trim(words[0], "."))):
		return doubtful, "a title and one word: give the whole name"
	case whole == 1:
		return doubtful, "one word alone: give the whole name"
	case whole > 7:
		return doubtful, "too many words for a name"
	case uncapped > 0 && !(lenient && uncapped == whole):
		return doubtful, "words in small letters"
	}
	return person, ""
}

// small reports whether a letter is a small one of a script that begins names with capitals: Georgian has none there.
func small(r rune) bool { return unicode.IsLower(r) && unicode.ToTitle(r) != r }

// second is the second letter of a word, or the one after a mark: of "d'Arcy" the A, of "al-Harbi" the H.
func second(w string) rune {
	if i := strings.IndexAny(w, "'’-"); i >= 0 {
		_, size := utf8.DecodeRuneInString(w[i:])
		r, _ := utf8.DecodeRuneInString(w[i+size:])
		return r
	}
	r := []rune(w)
	if len(r) > 1 { // hÓgáin, tSaoir, nDálaigh
		return r[1]
	}
	return 0
}

// ideographic reports whether a script writes whole names without a blank.
func ideographic(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Katakana, unicode.Hiragana) && r != 'ー' && r != '・' {
			return false
		}
	}
	return s != ""
}
