package exchange

import (
	"strings"

	"probity/guidance/text"
)

// Paths of categories, as both forms of Moodle's question bank have them. A stroke within a name is written twice.

// Categories are the names of a path. Which course or site it begins in says nothing of the questions, nor does the category “top” that Moodle
// has above all others.
func Categories(path string) []string {
	var names []string
	top := false
	for i, name := range parted(path) {
		name = text.Line(name)
		place := strings.HasPrefix(name, "$") && strings.HasSuffix(name, "$")
		switch {
		case name == "", i == 0 && place:
		case name == "top" && len(names) == 0 && !top:
			top = true
		default:
			names = append(names, name)
		}
	}
	return names
}

// parted parts a path at its single strokes.
func parted(path string) []string {
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

// Top is where a path begins that is read from the top of the course that questions are put into.
const Top = "$course$/top"

// CategoryPath writes names as a path. One that could be taken to begin at a place of Moodle's own begins at Top.
func CategoryPath(names []string) string {
	var written []string
	for i, name := range names {
		name = strings.ReplaceAll(text.Line(name), "/", "//")
		if strings.HasPrefix(name, "/") { // a blank says whose a stroke is
			name = " " + name
		}
		if strings.HasSuffix(name, "/") {
			name += " "
		}
		if i == 0 && (name == "top" || strings.HasPrefix(name, "$")) {
			written = append(written, Top)
		}
		written = append(written, name)
	}
	return strings.Join(written, "/")
}
