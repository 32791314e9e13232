package craft

import (
	"slices"

	"probity/guidance/text"
)

// News is what became of a list of findings since the time before.
type News struct {
	New, Still, Gone []Finding
}

// Since compares findings with those of the time before. One that only moved to another line of its file is the same.
func Since(before, now []Finding) News {
	var n News
	left := slices.Clone(before)
	for _, f := range now {
		i := slices.IndexFunc(left, func(o Finding) bool { return unlined(o) == unlined(f) })
		if i < 0 {
			n.New = append(n.New, f)
			continue
		}
		n.Still, left = append(n.Still, f), slices.Delete(left, i, i+1)
	}
	n.Gone = left
	return n
}

// atLine is the line behind the name of a file.
var atLine = text.Expression(`^(\S+\.\w+):\d+: `)

// unlined is a finding without the line that it stands in.
func unlined(f Finding) Finding {
	return Finding{f.Subject, atLine().ReplaceAllString(f.Says, "$1: ")}
}
