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
	if r.OtherKind(page) {
		return false
	}
	before, of := made(page)
	return of != people || before == 0 || r.People == 0 || max(before-r.People, r.People-before) >= leastPeople
}

// OtherKind reports whether an earlier page is of invented learners and the report is of people, or the other way round. Then neither takes the other's
// place.
func (r Report) OtherKind(page []byte) bool {
	_, of := made(page)
	return of == people && r.Simulated || of == invented && !r.Simulated
}

// kind is what a page is of.
type kind int

const (
	nothing kind = iota // it is no such page
	people
	invented
)

// made is how many people a page was made of, where it says so, and what these are. Earlier versions wrote the exact number of records.
func made(page []byte) (n int, of kind) {
	var report struct {
		People    *int
		Simulated bool
	}
	if json.Unmarshal(page, &report) == nil && report.People != nil {
		if report.Simulated {
			return *report.People, invented
		}
		return *report.People, people
	}
	text := bytes.ReplaceAll(page, []byte{0}, nil) // a PDF's properties are in UTF-16
	if bytes.Contains(text, []byte(inventedTitle)) {
		return 0, invented
	}
	if !bytes.Contains(text, []byte(title)) {
		return 0, nothing
	}
	if found := regexp.MustCompile(`From the answers of ([0-9]+) people|([0-9]+) records`).FindSubmatch(text); found != nil {
		n, _ = strconv.Atoi(string(found[1]) + string(found[2])) // one of the two is empty; a number too long is nobody's
	}
	return n, people
}
