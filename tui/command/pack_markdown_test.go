package command

import (
	"strings"
	"testing"

	"probity/scenarios/scenariostest"
)

// TestAFamilyIsShownToAuthors: what is shared once, and of each variant its facts, key, turn and rationales.
func TestAFamilyIsShownToAuthors(t *testing.T) {
	p := scenariostest.Families(t)
	f, _ := p.Bank.Family("a-request")
	text := shownFamily(p, f)
	for _, want := range []string{
		"# A request at eleven\n\na-request, revision 1 · ", " · UK and Ireland · about 1 minute\n\n",
		"told to the nurse in charge.\n\n**What do you do with the request?**\n\n- **a** Accept it\n",
		"\n## numb-again\n\nUnder it he writes that his left hand has gone dead again.\n\n**What makes the difference:** He needs care now.\n\n",
		"- **c** (best answer)\n  He describes a stroke coming back.\n  *lead, rules/2, irish/2*\n", "\n## on-linkedin\n\n", "\n**To reflect on:** Whom have you let in?\n",
	} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q is there %d times:\n%s", want, strings.Count(text, want), text)
		}
	}
	order, _ := p.Bank.Family("an-order")
	if text := shownFamily(p, order); !strings.Contains(text, "\n## of-the-council (Ireland)\n") {
		t.Errorf("the country of a variant is not there:\n%s", text)
	}
	numb, _ := p.Bank.Situation("a-request/numb-again")
	one := shown(p, numb)
	for _, want := range []string{"a-request/numb-again, revision 1", "in charge.\nUnder it he writes", "**What makes the difference:** He needs care now.", "- **c** (best answer) Write back that he should ring 999\n  He describes"} {
		if !strings.Contains(one, want) {
			t.Errorf("of the variant %q is not there:\n%s", want, one)
		}
	}
}
