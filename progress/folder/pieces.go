// Broken pieces: what a torn end, a damaged copy or an editor's own file may still hold of a reflection that is to be forgotten.

package folder

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"probity/guidance/text"
	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/parallel"
	"probity/progress/journal/tables"
)

// cleared returns a stretch of text without the reflections: nothing of it, if it is one or is a broken piece of one. A broken
// reflection that names no other situation is taken for one of them. doubt reports whether a broken piece stays that may belong to
// one of them.
func cleared(kinds journal.Kinds, stretch []byte, pendingErase []progress.Reflection) (kept []byte, doubt bool) {
	found := tables.Parse(kinds, stretch)
	if r, ok := found.Fact.(progress.Reflection); ok && among(pendingErase, r) {
		return nil, false
	}
	if found.Problem == nil || isHead(kinds, stretch) {
		return stretch, false
	}
	rest := stretch[found.Size:]
	header, body, below := bytes.Cut(bytes.TrimLeft(rest, "\r\n"), []byte("\n"))
	table, named := tables.TableName(header)
	if table == (progress.Reflection{}).Table() && !namesOther(rest, pendingErase) || slices.ContainsFunc(pendingErase, func(d progress.Reflection) bool { return holdsPart(rest, d.Text) }) {
		return stretch[:found.Size], false
	}
	cutHeader := tables.Begins(header) && !below
	return stretch, !named && !cutHeader && len(lettersOf(string(header))+lettersOf(string(body))) > 0
}

// clearedOf is what cleared leaves of all stretches of a file, and whether it is in doubt of any.
func clearedOf(kinds journal.Kinds, stretches [][]byte, pendingErase []progress.Reflection) (left []byte, doubt bool) {
	type remains struct {
		text  []byte
		doubt bool
	}
	for _, one := range parallel.All(stretches, func(stretch []byte) remains {
		kept, doubt := cleared(kinds, stretch, pendingErase)
		return remains{kept, doubt}
	}) {
		left, doubt = append(left, one.text...), doubt || one.doubt
	}
	return left, doubt
}

// isHead reports whether a text is the head of a record or a session.
func isHead(kinds journal.Kinds, text []byte) bool {
	_, err := tables.DecodeHead(kinds, bytes.TrimPrefix(text, []byte("\ufeff")))
	return err == nil
}

// namesOther reports whether a broken reflection names a situation that none of the others is about, perhaps not to its end.
func namesOther(text []byte, others []progress.Reflection) bool {
	start, end := lineOf(text, "scenario")
	_, value, found := bytes.Cut(text[start:end], []byte("="))
	value = bytes.Trim(value, tables.Blanks+"\r\n\x00")
	if !found || len(value) == 0 {
		return false
	}
	id, closed := strings.CutSuffix(string(value[1:]), string(value[:1]))
	return !slices.ContainsFunc(others, func(o progress.Reflection) bool {
		return id == o.Scenario || !closed && strings.HasPrefix(o.Scenario, id)
	})
}

// holdsPart reports whether a broken text has part of some words: enough that it is no chance, all of them as a value of TOML, or
// their beginning where the text breaks off.
func holdsPart(text []byte, words string) bool {
	if quotes(text, words) || bytes.Contains(text, tables.AppendText(nil, words)) {
		return true
	}
	key := textKey().FindAllIndex(text, -1)
	if len(key) == 0 {
		return false
	}
	begun := lettersOf(unescaped.Replace(string(text[key[len(key)-1][1]:])))
	return begun != "" && strings.HasPrefix(lettersOf(words), begun)
}

// textKey is where the words of a reflection begin.
var textKey = text.Expression(`(?m)^[ \t]*text[ \t]*=[ \t]*["']+`)

// telling is so many letters in a row that two texts which share them are taken to have them from one another: five or six words.
const telling = 30

// quotes reports whether a text, as it may stand in a TOML file, has a part of the words, or all of them where they are few.
func quotes(text []byte, words string) bool {
	letters, in := lettersOf(words), lettersOf(unescaped.Replace(string(text)))
	size := min(telling, len(letters))
	if size < 6 { // it may stand anywhere
		return false
	}
	parts := map[string]bool{}
	for i := range len(letters) - size + 1 {
		parts[letters[i:i+size]] = true
	}
	for i := range max(0, len(in)-size+1) {
		if parts[in[i:i+size]] {
			return true
		}
	}
	return false
}

// unescaped takes the escapes of a TOML string for blanks.
var unescaped = strings.NewReplacer(`\\`, " ", `\n`, " ", `\r`, " ", `\t`, " ", `\"`, " ")

// lettersOf is a text without what wrapping, quoting and punctuating change.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
