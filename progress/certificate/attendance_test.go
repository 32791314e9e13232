package certificate

import (
	"strings"
	"testing"

	"probity/guidance"
)

// Somebody from a list of names: no role is known, nothing is scored, and the time is the session's.
func TestAttendanceOfSomebodyOnAList(t *testing.T) {
	reader := guidance.Reader{Jurisdiction: guidance.Ireland}
	e := Weigh(Work{Kind: Attendance, From: noon, To: noon, Situations: []string{"one", "two"}, Minutes: 45}, library(), reader)
	s := must(Sign(must(Make(e, siobhan, reader, program))(t), key(t, "")))(t)
	page := string(s.Markdown())
	for _, want := range []string{"Certificate of attendance", "\nSiobhán Ní Dhomhnaill\n", "Facilitated by Dr Máire Ó Súilleabháin, at Gaillimh, " +
		"in a group of 14", "45 minutes, by the facilitator's clock", "Facilitated session on 2 situations"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, wrong := range []string{"Result", "above chance", "idle time", ", \n"} {
		if strings.Contains(page, wrong) {
			t.Errorf("the page has %q", wrong)
		}
	}
	for medium, file := range media(t, s) {
		if v, err := Verify(file, program); err != nil || !v.Unchanged {
			t.Errorf("%s: %+v, %v", medium, v, err)
		}
	}
}
