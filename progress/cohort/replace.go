// What a page that was made before says of itself: whether another may take its place.

package cohort

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
)

// Replaces reports whether the report may take the place of an earlier page, in any medium. It may not where the numbers of people in
// the two differ by four or fewer: whoever has seen both could work out what those few answered. The rule does not concern
// files that are no such page.
func (r Report) Replaces(page []byte) bool {
	before := made(page)
	return before == 0 || r.People == 0 || max(before-r.People, r.People-before) >= leastPeople
}

// made is how many people a page was made of; 0 for a file that is no such page. Earlier versions wrote the exact number of
// records.
func made(page []byte) int {
	var report struct{ People int }
	if json.Unmarshal(page, &report) == nil {
		return report.People
	}
	text := bytes.ReplaceAll(page, []byte{0}, nil) // a PDF's properties are in UTF-16
	if !bytes.Contains(text, []byte(title)) {
		return 0
	}
	found := regexp.MustCompile(`From the answers of ([0-9]+) people|([0-9]+) records`).FindSubmatch(text)
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(found[1]) + string(found[2])) // one of the two is empty; a number too long is nobody's
	return n
}
