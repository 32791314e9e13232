package certificate

import (
	"strings"
	"testing"

	"probity/guidance"
)

// TestPaste: what goes into the fields of a portfolio, each by itself.
func TestPaste(t *testing.T) {
	long := Own{Name: "Ann", Hours: 1.5, Change: "Ask first.", Reflection: Reflection{What: "An evening.", SoWhat: "Too sure.", NowWhat: "Read on consent."}}
	for name, c := range map[string]struct {
		reader  guidance.Reader
		minutes int
		want    map[string]string
		none    []string
	}{
		"a doctor in the UK": {uk, 44, map[string]string{"Title": "Social media for clinicians: assessment", "Date": "2026-11-22", "Date in words": "22 November 2026",
			"Credits suggested": "0.5", "Hours claimed": "1.5", "Domains": domain3 + "; " + domain4, "Learning and reflection": "An evening.\n\nToo sure.",
			"Impact on practice": "Ask first.", "Further learning needs": "Read on consent."}, []string{"Hours suggested", "Whole credits suggested", "Start date"}},
		"a doctor in Ireland": {guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.Ireland}, 100, map[string]string{"Hours suggested": "1.5", "Whole credits suggested": "1",
			"Category": "Work-based learning", "Domains": "Professionalism"}, []string{"Credits suggested"}},
		"a student": {ireland, 100, nil, []string{"Credits suggested", "Hours suggested", "Category"}},
	} {
		e := Weigh(gathered(t, Choice{Sitting: "second"}), library(), c.reader)
		e.Minutes = c.minutes
		cert := must(Make(e, long, c.reader, program))(t)
		got := map[string]string{}
		for _, p := range cert.Paste() {
			got[p.Field] = p.Text
		}
		for field, want := range c.want {
			same(t, name+", "+field, got[field], want)
		}
		for _, field := range c.none {
			if got[field] != "" {
				t.Errorf("%s has %s: %s", name, field, got[field])
			}
		}
		has(t, name, got["What was done"], "Assessment of 3 situations. Self-study.")
		has(t, name, cert.PasteText(), "Title\nSocial media for clinicians: assessment\n\nDate\n2026-11-22\n")
		if strings.Contains(cert.PasteText(), "\n\n\n") {
			t.Errorf("%s: fields are too far apart", name)
		}
	}
}
