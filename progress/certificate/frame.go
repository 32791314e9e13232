// The frame: what an appraiser in each country files the learning under.

package certificate

import (
	"strings"

	"probity/guidance"
)

// The domains of Good medical practice (General Medical Council, in force from 30 January 2024). All that its annex on
// social media extracts stands in domain 4, but for paragraph 75, on acting promptly when patients' safety is at risk,
// which stands in domain 3.
const (
	domain3 = "Domain 3: Colleagues, culture and safety"
	domain4 = "Domain 4: Trust and professionalism"
)

// frame adds what the learning is filed under: the domains of Good medical practice, or the category, the domain and the year of the reader's
// scheme.
func (e *Evidence) frame(cited []*guidance.Clause, work Work, reader guidance.Reader) {
	if reader.Jurisdiction == guidance.Ireland {
		s := schemeOf(string(reader.Jurisdiction), reader.Role.Name(), work.To)
		e.Category, e.CouncilDomain, e.SchemeYear = s.Category, s.Domain, s.year(work.From, work.To)
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
