package calendar

import (
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
)

// TestACalendarIsReadBack: a whole day for each, by a name that stays, and nothing that a summary holds ends a line.
func TestACalendarIsReadBack(t *testing.T) {
	zone := time.FixedZone("", 3600)
	c := Calendar{
		Days: []Day{
			{time.Date(2026, 12, 2, 12, 0, 0, 0, zone), []string{"Say who you are, and mean it."}},
			{time.Date(2026, 12, 31, 12, 0, 0, 0, zone), []string{"Ask first; then post.", "Being private is no permission.\r\nEND:VCALENDAR"}},
		},
		YearFirst: time.Date(2026, 5, 1, 0, 0, 0, 0, zone),
		YearLast:  time.Date(2027, 4, 30, 0, 0, 0, 0, zone),
		Made:      time.Date(2026, 11, 29, 9, 0, 0, 0, zone),
	}
	file := string(c.File())
	if file != string(c.File()) || !strings.HasSuffix(file, "END:VCALENDAR\r\n") || strings.Count(file, "\r\nEND:VCALENDAR") != 1 {
		t.Errorf("the file is\n%s", file)
	}
	read, err := ics.ParseCalendar(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if says := read.Events()[2].GetProperty(ics.ComponentPropertyDescription).Value; !strings.Contains(says, "since 1 May 2026 belongs") {
		t.Errorf("of the scheme year it says %q", says)
	}
	want := []struct{ id, starts, ends, title string }{
		{"review-20261202@probity.invalid", "20261202", "20261203", "Probity: 1 principle to meet again"},
		{"review-20261231@probity.invalid", "20261231", "20270101", "Probity: 2 principles to meet again"},
		{"scheme-year-20270430@probity.invalid", "20270430", "20270501", "Your scheme year ends"},
	}
	if len(read.Events()) != len(want) {
		t.Fatalf("%d events", len(read.Events()))
	}
	for i, e := range read.Events() {
		value := func(p ics.ComponentProperty) string { return e.GetProperty(p).Value }
		got := struct{ id, starts, ends, title string }{e.Id(), value(ics.ComponentPropertyDtStart), value(ics.ComponentPropertyDtEnd), value(ics.ComponentPropertySummary)}
		if got != want[i] {
			t.Errorf("%+v, want %+v", got, want[i])
		}
	}
}
