package linear

import (
	"io"
	"strings"
	"testing"

	"probity/guidance/owncopy"
	"probity/scenarios/find"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// consults is what is said in the guidance while lines are typed.
func (d *desk) consults(typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { return c.consulting(d.Tutor) })
}

// TestTheGuidanceIsAPlace: its documents, what changed, where the countries differ and the topics are numbered.
func TestTheGuidanceIsAPlace(t *testing.T) {
	said := open(t, student).consults("")
	says(t, said, tutor.Held, "Documents:\n1. An Irish article: A defence body, 2024, commentary, Ireland, 1 paragraph.\n2. The new guidance: A regulator, 2024, in force, UK, 2 paragraphs.\n",
		"Side by side:\n4. What changed since The old guidance (2013): 1 paragraph.\n5. Where the UK and Ireland differ: 1 matter.\nTopics:\n6. Boundaries: who is who\n")
	lacks(t, said, "·")
}

// TestADocumentIsReadThrough: an empty line reads its next paragraph, each of them whole.
func TestADocumentIsReadThrough(t *testing.T) {
	said := open(t, doctor).consults("1\n\n\n\n\n")
	says(t, said, "The new guidance. A regulator, 2024. In force, UK. Addressed to registered doctors.\n1. SHOULD USUALLY, paragraph 1. You should usually say who you are.\n",
		"An empty line reads the next.\n\nSHOULD USUALLY. You should usually say who you are.\n   The new guidance (A regulator, 2024), paragraph 1. In force, UK.\nUK and Ireland, Names: UK: usual.",
		"An empty line goes on.\n\nMUST NOT. You must not mix the two.\n", "That was the last: an empty line goes back.\n", "\nGuidance. ", " An empty line goes back.\n")
}

// TestAnEmptyLineGoesBackFromAList, as everywhere else.
func TestAnEmptyLineGoesBackFromAList(t *testing.T) {
	d := open(t, doctor)
	says(t, hear(t, "guidance\n\nstop\n", func(c *Console) error { return c.Home(d.Tutor) }), "7. Honesty: what is so\nAn empty line goes back.\n", "\nHome. Which one?")
}

// TestWhereAParagraphLeadsIsSaidByNumbers, each of which can be typed.
func TestWhereAParagraphLeadsIsSaidByNumbers(t *testing.T) {
	lines := []line{{under: "What it was before"}, {under: "Situations"}, {under: "Situations"}, {under: "The other country"}}
	if said := ranged(lines); said != "What it was before, number 1; Situations, numbers 2 to 3; The other country, number 4" {
		t.Errorf("it is %q", said)
	}
}

// TestLinesThatSoundTheSameBeginWhereTheyDiffer.
func TestLinesThatSoundTheSameBeginWhereTheyDiffer(t *testing.T) {
	const first = "When you speak in public you must be clear."
	for text, want := range map[string]string{
		"When you speak in public you must not mislead.": "… not mislead.",
		first: first, "When you speak, be brief.": "When you speak, be brief.", "": "",
	} {
		if got := after(first, text); got != want {
			t.Errorf("%q is heard as %q, want %q", text, got, want)
		}
	}
}

// TestAtMostFiveOfAKindAreSaid of what was found, and more says the rest below their numbers.
func TestAtMostFiveOfAKindAreSaid(t *testing.T) {
	d := tutortest.Open(t, scenariostest.Families(t))
	var hits []find.Hit
	for range 7 {
		hits = append(hits, find.Hit{Kind: find.Principle, ID: d.Library.Pack().Bank.Principles()[0].ID})
	}
	c := New(strings.NewReader(""), io.Discard)
	first, rest := c.found(d, []find.Group{{Kind: find.Principle, Hits: hits}})
	if len(first) != 5 || len(rest) != 2 {
		t.Fatalf("said are %d, and then %d", len(first), len(rest))
	}
	said := hear(t, "more\n", func(c *Console) error {
		c.visit(d, page{name: "Found", runs: true, lines: first, rest: rest})
		return nil
	})
	says(t, said, "Principles:\n1. ", "\n5. ", "An empty line reads the next.\nPrinciples:\n6. ", "\n7. ")
	says(t, inAll([]find.Group{{Kind: find.Principle, Hits: hits}}, 2), "Found. Principles: 7. At most 5 of each kind are said; more lists the other 2.")
}

// TestWhatHoldsForADocumentIsToldOnce, while it is read, and again where it is to be repeated.
func TestWhatHoldsForADocumentIsToldOnce(t *testing.T) {
	const label = "   For the United Kingdom, not where you practise.\n"
	d := open(t, student)
	if said := d.consults("2\n\n\n"); strings.Count(said, label) != 1 {
		t.Errorf("it is told %d times:\n%s", strings.Count(said, label), said)
	}
	if said := d.consults("2\n\nrepeat\n"); strings.Count(said, label) != 2 {
		t.Errorf("repeated, it is told %d times:\n%s", strings.Count(said, label), said)
	}
}

// TestWhatCanBeTypedInTheGuidance, in any of its places.
func TestWhatCanBeTypedInTheGuidance(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		says  []string
		lacks string
	}{
		"a paragraph by its number":  {"1\n2\n", []string{"MUST NOT. You must not mix the two.\n   The new"}, "UK and Ireland, Names"},
		"its id, and the original":   {"1\n2\nmore\n", []string{"No address of the original is known here.", "Its id, to quote or to search for: new/2\n"}, ""},
		"what a document is":         {"1\nmore\n", []string{"No address of the original", "Extracts last checked against it on "}, ""},
		"what it was before":         {"1\n1\n1\n", []string{"SHOULD. Doctors should have given their names.\n", "Superseded: no longer current guidance.\n   Now: Now it is usual", "Where it stands today:\n1. The new guidance, paragraph 1: SHOULD USUALLY, in force, UK\n"}, ""},
		"back to where one was":      {"1\n1\n1\nback\nback\n", []string{"Back at the paragraph.", "\nThe new guidance. A number or words to look for; options says what there is. An empty line reads 2.\n"}, ""},
		"what changed":               {"4\n1\n", []string{"What changed since 2013.\n1. Paragraph 9. Now: Now it is usual", "SHOULD. Doctors should have given their names."}, ""},
		"where the countries differ": {"5\n1\n", []string{"1. Names\n", "UK and Ireland, Names: UK: usual. Ireland: with advice.\nNames:\n1. The new guidance, paragraph 1"}, ""},
		"a topic":                    {"6\n1\n", []string{"Boundaries.\nThe new guidance, 2024, in force, UK:\n1. MUST NOT, paragraph 2."}, ""},
		"a number too many":          {"77\n", []string{"Give a number from 1 to 7, or words to look for; "}, "Nothing found"},
		"a word mistyped":            {"optoins\n", []string{tutor.NothingFound(nil), "Did you mean options?"}, ""},
		"search alone":               {"search\n", []string{tutor.SearchFor}, "Nothing found"},
		"options":                    {"1\noptions\n", []string{"An empty line reads the next.\n1. SHOULD USUALLY"}, ""},
		"help":                       {"help\n", []string{"Type a number, or words to look for in all the guidance", "At every prompt:"}, ""},
		"stop":                       {"1\n1\nstop\n1\n", []string{"SHOULD USUALLY. You"}, "Back at"},
	} {
		t.Run(name, func(t *testing.T) {
			said := open(t, doctor).consults(c.typed)
			says(t, said, c.says...)
			if c.lacks != "" {
				lacks(t, said, c.lacks)
			}
		})
	}
}

// TestASearchFindsWhatTheScreenFinds: extracts, situations and principles, and a situation that was found is practised.
func TestASearchFindsWhatTheScreenFinds(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		says  []string
	}{
		"with the word search": {"search mix\n1\n", []string{"Found. Extracts: 1", "Extracts:\n1. MUST NOT, paragraph 2. The new guidance, 2024: You must not mix the two.\n", "MUST NOT. You must not mix the two.\n   The new"}},
		"without":              {"mix the two\n", []string{"Extracts:\n1. MUST NOT, paragraph 2."}},
		"from a document":      {"1\nmix\nback\n", []string{"Extracts:\n1. MUST NOT", "\nThe new guidance. A number or words"}},
		"nearly spelled":       {"guidelne\n", []string{tutor.NothingFound(nil)}},
		"a situation":          {"clinic\n1\n\nstop\n", []string{"Situations:\n1. A request after clinic.", "Situation 1 of 1: A request after clinic\n"}},
	} {
		t.Run(name, func(t *testing.T) { says(t, open(t, doctor).consults(c.typed), c.says...) })
	}
}

// TestAParagraphHasTheOriginalOfOnesOwnCopy.
func TestAParagraphHasTheOriginalOfOnesOwnCopy(t *testing.T) {
	d := open(t, doctor)
	d.must(d.Copies.Keep(&owncopy.Copy{Source: "new", File: "mine.txt", Imported: started, Paragraphs: []owncopy.Paragraph{
		{Clause: "new/2", Match: owncopy.Reworded, Text: "Do not mix them."},
	}}))
	d.Copies.Read().Do()
	says(t, d.consults("1\n2\n"), "In force, UK.\n   The document says: “Do not mix them.”\n")
}
