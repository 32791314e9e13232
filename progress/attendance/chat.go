// From the log of a chat to those who wrote in it.

package attendance

import (
	"strings"

	"probity/guidance/text"
)

// spoken is the beginning of a message: when, who, and perhaps to whom.
var spoken = text.Expression(`^\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?\]?\s*` +
	`(?:[Ff]rom\s+([^:]+?)(?:\s+[Tt]o\s+[^:]+?)?\s*:|[-–]?\s*([\pL][^:\d]+?):\s)`)

// fromChat keeps of a chat the names of those who wrote, each on the line of the message; what they wrote is no list of people.
// A text is a chat if it begins with a message and has another, or one that says from whom it is.
func fromChat(text string) string {
	all := strings.Split(text, "\n")
	out, first, messages := make([]string, len(all)), "", 0
	for i, l := range all {
		l = strings.TrimSpace(l)
		if first == "" {
			first = l
		}
		if m := spoken().FindStringSubmatch(l); m != nil {
			out[i] = "* " + strings.TrimSpace(m[1]+m[2])
			messages++
		}
	}
	m := spoken().FindStringSubmatch(first)
	if m == nil || m[1] == "" && messages < 2 {
		return text
	}
	return strings.Join(out, "\n")
}
