// What a comma parts in a name.

package attendance

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// commas reads what a comma parts: letters after a name stay, a grade or department goes, and a surname that comes first is
// turned round where it can be told.
func (n *naming) commas(s string, lenient bool) string {
	if !strings.Contains(s, ",") {
		return s
	}
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	suffix := ""
	for len(parts) > 1 {
		last := parts[len(parts)-1]
		if last != "" && lettered(last) {
			suffix = ", " + last + suffix
		} else if v, _ := judged(last, lenient); last != "" && v != never && !gradeWord().MatchString(last) {
			break
		} else {
			n.off(last)
		}
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 1 {
		return parts[0] + suffix
	}
	return n.turned(s, parts, suffix)
}

// turned puts "Surname, Forename" into the order in which it is said.
func (n *naming) turned(s string, parts []string, suffix string) string {
	first := strings.Fields(parts[0])
	switch {
	case len(parts) > 2:
		n.doubt("several commas: give one name a line")
	case !strings.Contains(s, ", "):
		n.doubt("it is not said which part is the surname: put the line “First name,Surname” or “Surname,First name” above")
	case len(first) > 1 && !beginsSurname(first[0]) && (parts[0] != strings.ToUpper(parts[0]) || parts[1] == strings.ToUpper(parts[1])):
		n.doubt("it is not said what the comma parts: give one name a line, in the order it is said")
	default:
		n.note("turned round from “" + s + "”")
		return parts[1] + " " + parts[0] + suffix
	}
	return s
}

// beginsSurname reports whether a word can only be the beginning of a surname: "Ní", "van", but not "Van", which is a forename too.
func beginsSurname(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return particles.has(w) && unicode.IsLower(r) || irish.has(strings.ToLower(w))
}

// lettered reports whether a text is letters after a name: "MBBS", "MRCP FRCA".
func lettered(s string) bool {
	for _, w := range strings.Fields(s) {
		if !letters.has(strings.ToLower(strings.Trim(w, ".,"))) && !letters.has(strings.ToLower(w)) {
			return false
		}
	}
	return true
}
