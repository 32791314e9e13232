package certificate

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"probity/guidance"
)

func TestSchemeYears(t *testing.T) {
	for want, days := range map[string][2]time.Time{
		"1 May 2026 to 30 April 2027": {on(2026, 5, 1), on(2027, 4, 30)},
		"1 May 2025 to 30 April 2026": {on(2026, 4, 30), on(2026, 4, 30)},
		"1 May 2025 to 30 April 2027 (more than one scheme year: claim in each what was done in it)": {on(2026, 4, 30),
			on(2026, 5, 1)},
	} {
		same(t, "scheme year", schemeOf("ie", "Doctor", days[1]).year(days[0], days[1]), want)
	}
	zone := time.FixedZone("", 5*3600) // where the first day of a year has begun, and in UTC it has not
	midnight := func(year int, month time.Month, day int) time.Time {
		return time.Date(year, month, day, 0, 0, 0, 0, zone)
	}
	first, last, _ := SchemeYear(guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.Ireland}, midnight(2026, 5, 1))
	same(t, "its days, where the reader is", [2]time.Time{first, last}, [2]time.Time{midnight(2026, 5, 1), midnight(2027, 4, 30)})
	if _, _, ok := SchemeYear(uk, noon); ok {
		t.Error("a scheme without a year of its own has one")
	}
}

// What is suggested rests on the minutes alone, by the scheme of the holder on the day.
func TestSuggestions(t *testing.T) {
	for _, c := range []struct {
		country, role string
		on            time.Time
		minutes       int
		want          string
	}{
		{"uk", "Doctor", noon, 14, "0 credit"},
		{"uk", "Doctor", noon, 44, "0.5 credit"},
		{"uk", "", noon, 60, "1 credit"},
		{"ie", "Doctor", noon, 100, "1.5 hour, 1 whole"},
		{"ie", "Doctor", on(2025, 4, 30), 100, ""},
		{"uk", "Student", noon, 100, ""},
		{"ie", "Physician associate", noon, 100, ""},
		{"uk", "Anaesthesia associate", noon, 100, ""},
		{"uk", "Other", noon, 100, ""},
	} {
		got := ""
		if s := schemeOf(c.country, c.role, c.on).suggest(c.minutes); s != nil {
			got = figure(s.Amount) + " " + s.Unit
			if s.Whole != nil {
				got += fmt.Sprintf(", %d whole", *s.Whole)
			}
		}
		same(t, c.country+" "+c.role, got, c.want)
	}
}

// Whether associates have to be registered is said as it is on the day of the work.
func TestTheNoteIsThatOfTheDay(t *testing.T) {
	for day, want := range map[time.Time]string{on(2026, 12, 12): "from 13 December 2026", on(2026, 12, 13): "Since 13 December 2026"} {
		has(t, day.String(), schemeOf("uk", "Physician associate", day).Note, want)
	}
}

// TestASchemeThatWasCheckedAgain leaves certificates good that were made before. A day to come is none on which it was checked.
func TestASchemeThatWasCheckedAgain(t *testing.T) {
	for checked, want := range map[string]bool{"2026-01-01": true, "2999-01-01": false, "": false, "some day": false} {
		c := signed(t, ann, uk, "").Certificate
		suggestion := *c.Suggestion
		suggestion.Checked = checked
		c.Suggestion = &suggestion
		c.Number = c.ownNumber()
		same(t, "checked on "+checked, c.flaw() == "", want)
	}
}

// TestTheSchemesAreWhole reads the file as an author may have left it: each says whom and when it is for, what, who says so and when that was
// compared, and no two are for the same people on the same day.
func TestTheSchemesAreWhole(t *testing.T) {
	for i, s := range schemes() {
		known := s.Country.Known() && len(s.Roles) > 0 && !slices.ContainsFunc(s.Roles, func(r guidance.Role) bool { return !r.Known() })
		suggests := s.Unit == "" || (s.Unit == unitCredit || s.Unit == unitHour) && s.Rule != ""
		sourced := s.Source != "" && s.Checked != ""
		days := !slices.ContainsFunc([]string{s.From, s.Until, s.Checked}, func(d string) bool { return d != "" && date(d).IsZero() })
		if !known || !suggests || !sourced || !days || s.Note == "" && s.Unit == "" {
			t.Errorf("%+v", s)
		}
		for _, other := range schemes()[:i] {
			both := slices.ContainsFunc(s.Roles, func(r guidance.Role) bool { return slices.Contains(other.Roles, r) })
			apart := other.Until != "" && other.Until < s.From || s.Until != "" && s.Until < other.From
			if s.Country == other.Country && both && !apart {
				t.Errorf("%+v and %+v hold on the same day", other, s)
			}
		}
	}
}
