// A certificate for each person.

package attendance

import (
	"fmt"

	"probity/guidance"
	"probity/guidance/signing"
	"probity/progress/certificate"
	"probity/scenarios/pack"
)

// Certificates makes one for each person, in the order of the list, signed with the key. They have no scores. Nobody's role is
// known from a list, so none is told.
func Certificates(people []Person, w certificate.Work, led certificate.Facilitated, j guidance.Jurisdiction, p *pack.Pack,
	program string, key signing.Key) ([]certificate.Signed, error) {
	reader := guidance.Reader{Jurisdiction: j}
	evidence := certificate.Weigh(w, p, reader)
	var out []certificate.Signed
	for _, person := range people {
		c, err := certificate.Make(evidence, certificate.Own{Name: person.Name, Facilitated: &led}, reader, program)
		if err != nil {
			return nil, fmt.Errorf("making the certificate of %s: %w", shortened(person.Name), err)
		}
		signed, err := certificate.Sign(c, key)
		if err != nil {
			return nil, fmt.Errorf("making the certificate of %s: %w", shortened(person.Name), err)
		}
		out = append(out, signed)
	}
	return out, nil
}
