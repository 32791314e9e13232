package certificate

import "testing"

// TestAPeriodIsOfTheDaysOfItsWork, whatever was asked for: so it says when something was learnt.
func TestAPeriodIsOfTheDaysOfItsWork(t *testing.T) {
	for name, c := range map[string]struct {
		choose   Choice
		from, to string
	}{
		"answers":               {Choice{From: on(2026, 1, 1), To: on(2026, 11, 30)}, "2026-10-13", "2026-11-22"},
		"a session":             {Choice{From: on(2026, 12, 1), To: on(2026, 12, 31)}, "2026-12-05", "2026-12-05"},
		"answers and a session": {Choice{From: on(2026, 11, 22), To: on(2026, 12, 31)}, "2026-11-22", "2026-12-05"},
	} {
		e := Weigh(gathered(t, c.choose), library(), uk)
		same(t, name, e.Activity.From+" to "+e.Activity.To, c.from+" to "+c.to)
	}
}
