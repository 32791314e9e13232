package guidance

import (
	"strings"
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

const quoted = `You must not mix the two.

The new guidance (A regulator, 2024), paragraph 2.
MUST NOT · in force · United Kingdom. A summary; the original is what counts.`

// TestAnExtractIsCopiedWithItsSource, where it is read, in a list and among what was found.
func TestAnExtractIsCopiedWithItsSource(t *testing.T) {
	copied := screen.Copy{What: "A regulator, The new guidance, paragraph 2", Text: quoted}
	at(t, screentest.Doctor, "new/2").Offers("copy it").Keys("y").Requests(copied)
	d := shelved(t).Denies("copy it").Keys("y").Requests()
	d.Keys("enter down").Offers("copy it").Keys("y").Requests(copied)
	s := shelved(t).Keys("/").Denies("copy it").Write("y").Sees("Search: y").Requests()
	s.Keys("backspace").Write("mix").Offers("copy it").Keys("ctrl+y").Requests(copied)
}

// TestTheAddressOfTheOriginalStandsWhole on a line of its own, from wherever the document is.
func TestTheAddressOfTheOriginalStandsWhole(t *testing.T) {
	const address = "https://example.org/a-guidance/with-hyphens-in-it"
	for name, keys := range map[string]string{"the shelf": "o", "a document": "enter o", "a clause": "enter enter o"} {
		t.Run(name, func(t *testing.T) {
			d := shelved(t)
			s, _ := d.Tutor.Library.Pack().Guidance.Source("new")
			d.Keys(keys).Titled("Guidance · The new guidance").Sees("No address is known here.").Denies("copy the address").Keys("y").Requests()
			s.URL = address
			d.Keys("esc o").Sees("\n  " + address).Offers("copy the address").Denies("the original").Keys("o o y")
			d.Requests(screen.Copy{What: "the address of The new guidance", Text: address})
			if d.Resize(24, 20); !strings.Contains(strings.ReplaceAll(d.View(), "\n", ""), address) {
				t.Errorf("in a narrow window it is broken:\n%s", d.View())
			}
		})
	}
}
