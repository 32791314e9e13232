// What questions are called: comments with an id and tags.

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
