// The frame: what an appraiser in each country files the learning under.

package certificate

import (
	"fmt"
	"math"
	"strings"
	"time"

	"probity/guidance"
)

// The domains of Good medical practice (General Medical Council, in force from 30 January 2024). All that its annex on
// social media extracts stands in domain 4, but for paragraph 75, on acting promptly when patients' safety is at risk,
// which stands in domain 3.
const (
	domain3 = "Domain 3: Colleagues, culture and safety"
	domain4 = "Domain 4: Trust and professionalism"
)

// workBased is the category of the Medical Council's framework for the maintenance of professional competence, in force
// from 1 May 2025, whose years run from 1 May to 30 April. It is for registered doctors.
const workBased = "Work-based learning"

// What an hour counts for, and who says so. UK: Academy of Medical Royal Colleges, Core principles for continuing professional
// development (2016). Ireland: Medical Council, framework for the maintenance of professional competence (2025).
const (
	ukNorm = "one credit for one hour of learning, after the Academy of Medical Royal Colleges' core principles for " +
		"continuing professional development (2016)"
	irishNorm = "one credit for one hour of learning: the Medical Council's framework (Ireland, 2025) counts hours, and the " +
		"colleges' schemes turn an hour into a credit"
	irishNormOfOthers = "one credit for one hour of learning, as the colleges' schemes for doctors in Ireland count it; the " +
		"Medical Council's framework (2025) is for doctors alone"
	earlierIrishNorm = "one credit for one hour of learning, as professional competence schemes of the Medical Council (Ireland) count it"
)

// norm is what an hour counts for in a country, for a role in words.
func norm(country, role string) string {
	switch {
	case country != string(guidance.Ireland):
		return ukNorm
	case inScheme(role):
		return irishNorm
	}
	return irishNormOfOthers
}

// inScheme reports whether the Medical Council's framework applies to a role in words. Somebody whose role is not known may be a
// doctor.
func inScheme(role string) bool { return role == "" || role == guidance.Doctor.Name() }

// frame adds the domains, or the category and the scheme year of those to whom the framework applies.
func (e *Evidence) frame(cited []*guidance.Clause, work Work, reader guidance.Reader) {
	if reader.Jurisdiction == guidance.Ireland {
		if inScheme(reader.Role.Name()) {
			e.Category, e.SchemeYear = workBased, schemeYears(work.From, work.To)
		}
		return
	}
	for _, c := range cited {
		if strings.HasPrefix(c.ID, "gmc-gmp-2024/75") {
			e.Domains = []string{domain3, domain4}
			return
		}
	}
	e.Domains = []string{domain4}
}

// schemeYears names the scheme year of a period, or the years that it touches.
func schemeYears(from, to time.Time) string {
	first, last := schemeYear(from), schemeYear(to)
	if first == last {
		return fmt.Sprintf("1 May %d to 30 April %d", first, first+1)
	}
	return fmt.Sprintf("1 May %d to 30 April %d (more than one scheme year: claim in each what was done in it)", first, last+1)
}

// schemeYear is the year in which the scheme year of a day began.
func schemeYear(day time.Time) int {
	if day.Month() < time.May {
		return day.Year() - 1
	}
	return day.Year()
}

// credits suggests credits, one to the hour: of the hours claimed, or, when none are, of the time measured, in whole quarters
// that are rounded down.
func credits(claimed float64, minutes int) float64 {
	if claimed > 0 {
		return claimed
	}
	return math.Floor(float64(minutes)/15) / 4
}
