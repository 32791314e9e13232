package command

import (
	"strings"
	"testing"

	"probity/scenarios/exchange"
	"probity/scenarios/pack"
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

// TestPlainTextsAreNoMarkdown: a title with signs of Markdown or HTML is shown as it stands, of a situation and in the notes of an import.
func TestPlainTextsAreNoMarkdown(t *testing.T) {
	p := scenariostest.Families(t)
	s, _ := p.Bank.Situation("a-request/numb-again")
	acts := *s
	acts.Title, acts.Ask, acts.Turns = "<img src=x> *now*", "<b>Which?</b>", "[so](x)"
	imported := string(notes("<script>.xml", pack.Draft{}, []exchange.Loss{{Line: 3, Question: "<img src=x> *now*", Says: "[so](x)"}}))
	for _, c := range [][2]string{
		{shown(p, &acts), `# \<img src=x> \*now\*`}, {shown(p, &acts), `**\<b>Which?\</b>**`}, {shown(p, &acts), `\[so\](x)`},
		{imported, `# From \<script>.xml`}, {imported, `- line 3: \<img src=x> \*now\*: \[so\](x)`},
	} {
		if !strings.Contains(c[0], c[1]) {
			t.Errorf("%q is not there:\n%s", c[1], c[0])
		}
	}
}

// TestAFolderIsNamedAsItIsTyped, with quotation marks where it needs them.
func TestAFolderIsNamedAsItIsTyped(t *testing.T) {
	for dir, want := range map[string]string{"ward": "ward", "our ward": `"our ward"`, "a\x1b[31mb": "a[31mb"} {
		if got := asTyped(dir); got != want {
			t.Errorf("%q is typed %s, want %s", dir, got, want)
		}
	}
}
