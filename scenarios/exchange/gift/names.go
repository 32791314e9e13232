// What questions are called and filed under: comments with an id and tags, and paths of categories.

package gift

import (
	"strings"

	"probity/guidance/text"
)

var (
	ids  = text.Expression(`\[id:((?:\\\]|[^\]\x00-\x1f\x7f])+)\]`)
	tags = text.Expression("\\[tag:((?:\\\\\\]|[^\\]<>`\\x00-\\x1f\\x7f])+)\\]")
)

// named finds [id:…] and [tag:…] in the comments before a question. Of several ids the first counts.
func named(comments string) (id string, tagged []string) {
	if found := ids().FindStringSubmatch(comments); found != nil {
		id = word(found[1])
	}
	for _, found := range tags().FindAllStringSubmatch(comments, -1) {
		if tag := word(found[1]); tag != "" {
			tagged = append(tagged, tag)
		}
	}
	return id, tagged
}

func word(s string) string { return text.Line(strings.ReplaceAll(s, `\]`, `]`)) }

// wording is how an id or tag is written; "" if Moodle would not read it as it is.
func wording(kind, s string) string {
	s = text.Line(s)
	written := "[" + kind + ":" + strings.ReplaceAll(s, `]`, `\]`) + "]"
	id, tagged := named("// " + written + " [tag:x]") // what is behind it must not be taken for a part of it
	switch {
	case s == "":
		return ""
	case kind == "id" && id == s && len(tagged) == 1:
		return written
	case kind == "tag" && len(tagged) == 2 && tagged[0] == s:
		return written
	}
	return ""
}

// categories are the names of a path. A slash within a name is written twice. Which course or site a path begins in says nothing of
// the questions, nor does Moodle's "top".
func categories(path string) []string {
	var names []string
	for i, name := range slashed(path) {
		name = text.Line(name)
		place := strings.HasPrefix(name, "$") && strings.HasSuffix(name, "$")
		if name == "" || i == 0 && place || name == "top" && len(names) == 0 {
			continue
		}
		names = append(names, name)
	}
	return names
}

// slashed parts a path at its single slashes.
func slashed(path string) []string {
	var names []string
	begin := 0
	for i := 0; i < len(path); {
		n := len(path[i:]) - len(strings.TrimLeft(path[i:], "/"))
		if n == 1 {
			names = append(names, path[begin:i])
			begin = i + 1
		}
		i += max(n, 1)
	}
	names = append(names, path[begin:])
	for i := range names {
		names[i] = strings.ReplaceAll(names[i], "//", "/")
	}
	return names
}

// path writes names of categories as one. A first name that reads like a place of Moodle's own is put below one.
func path(names []string) string {
	var written []string
	for i, name := range names {
		name = strings.ReplaceAll(text.Line(name), "/", "//")
		if strings.HasPrefix(name, "/") {
			name = " " + name
		}
		if strings.HasSuffix(name, "/") {
			name += " "
		}
		if i == 0 && strings.HasPrefix(name, "$") {
			written = append(written, "$course$", "top")
		}
		written = append(written, name)
	}
	return strings.Join(written, "/")
}
