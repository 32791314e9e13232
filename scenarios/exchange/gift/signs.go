// Signs that act, and the backslash that takes this from them.

package gift

import (
	"strings"
)

// acting are the signs that act unless a backslash stands before them. Before n it means a line break, before itself itself; before
// anything else it is a backslash.
const acting = `:#={}~`

// span is the length of what is at the beginning of s: a sign with its backslash, or one byte.
func span(s string) int {
	if s[0] == '\\' && len(s) > 1 && (s[1] == '\\' || s[1] == 'n' || strings.IndexByte(acting, s[1]) >= 0) {
		return 2
	}
	return 1
}

// index is where sign first stands in s and acts; -1 if it does nowhere.
func index(s, sign string) int {
	for i := 0; i < len(s); i += span(s[i:]) {
		if strings.HasPrefix(s[i:], sign) {
			return i
		}
	}
	return -1
}

// lastIndex is where sign stands last.
func lastIndex(s, sign string) int {
	last := -1
	for i := 0; i < len(s); i += span(s[i:]) {
		if strings.HasPrefix(s[i:], sign) {
			last = i
		}
	}
	return last
}

// cut parts s at the first sign that acts.
func cut(s, sign string) (before, after string, found bool) {
	if i := index(s, sign); i >= 0 {
		return s[:i], s[i+len(sign):], true
	}
	return s, "", false
}

// unescaped is s with each sign as itself, and each \n as a line break.
func unescaped(s, lineBreak string) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		n := span(s[i:])
		switch {
		case n == 2 && s[i+1] == 'n':
			out.WriteString(lineBreak)
		default:
			out.WriteByte(s[i+n-1])
		}
		i += n
	}
	return out.String()
}

// escapes writes texts so that nothing in them acts.
var escapes = strings.NewReplacer(`\`, `\\`, `#`, `\#`, `=`, `\=`, `~`, `\~`, `{`, `\{`, `}`, `\}`, `:`, `\:`, "\n", `\n`)

// lines finds the lines of what is taken from a text in order. It goes through the text once.
type lines struct {
	text string
	line int
	at   int // where line stands in the text
}

// of is the line on which the place stands; places are asked for in order.
func (l *lines) of(at int) int {
	if at > l.at {
		l.line += strings.Count(l.text[l.at:at], "\n")
		l.at = at
	}
	return l.line
}
