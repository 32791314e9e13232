// From vCards to a table of their names and addresses.

package attendance

import "strings"

// fromCards is the names and addresses of vCards.
func fromCards(text string) string {
	out := []string{"Name\tEmail"}
	name, mail := "", ""
	for l := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(text, "\n ", ""), "\n\t", ""), "\n") {
		key, value, _ := strings.Cut(l, ":")
		key, _, _ = strings.Cut(strings.ToUpper(strings.TrimSpace(key)), ";")
		value = strings.NewReplacer(`\,`, ",", `\;`, ";", `\n`, " ").Replace(value)
		switch _, bare, grouped := strings.Cut(key, "."); {
		case key == "FN" || grouped && bare == "FN":
			name = value
		case (key == "EMAIL" || grouped && bare == "EMAIL") && mail == "":
			mail = value
		case key == "END":
			out = append(out, cellText(name)+"\t"+cellText(mail))
			name, mail = "", ""
		}
	}
	return strings.Join(out, "\n")
}
