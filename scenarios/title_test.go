package scenarios_test

import (
	"testing"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

func TestWhatSituationsAreCalled(t *testing.T) {
	from := scenariostest.Families(t).Bank
	bank := scenarios.NewBank(from.Topics(), from.Principles(), from.All(), scenarios.Gone{ID: "left", Title: "What was", Principle: "apart"})
	for id, want := range map[string]string{
		"a-request":               "A request at eleven",
		"a-request/from-the-ward": "A request at eleven: You know him from the ward…",
		"a-request/on-linkedin":   "A request at eleven: He asks on LinkedIn, and you…",
		"a-request/an-elder-one":  "A request at eleven (no longer in the library)",
		"told-alone":              "A name, asked for as best",
		"left":                    "What was (no longer in the library)",
		"left/in-a-hurry":         "What was (no longer in the library)",
		"never-known":             "never-known (no longer in the library)",
	} {
		if title := bank.TitleOf(id); title != want {
			t.Errorf("%s is called %q", id, title)
		}
	}
}

// TestVariantsAreToldApart, however late in their facts they differ.
func TestVariantsAreToldApart(t *testing.T) {
	f := &scenarios.Family{Title: "T"}
	for _, facts := range []string{"He asks you again at the desk on Monday.", "He asks you again at the desk on Tuesday, and rings.", "He asks you again at", "No."} {
		f.Variants = append(f.Variants, &scenarios.Situation{Facts: facts})
	}
	for i, want := range []string{"T: He asks you again at the desk on Monday.", "T: He asks you again at the desk on Tuesday…", "T: He asks you again at", "T: No."} {
		if got := f.Name(f.Variants[i]); got != want {
			t.Errorf("it is called %q", got)
		}
	}
}

// TestATitleHasAsMuchOfTheFactsAsFits, and no less than tells a variant apart.
func TestATitleHasAsMuchOfTheFactsAsFits(t *testing.T) {
	bank := scenariostest.Families(t).Bank
	for _, c := range []struct {
		room int
		want string
	}{
		{10, "A request at eleven: He asks on LinkedIn, and you…"},
		{60, "A request at eleven: He asks on LinkedIn, and you know him…"},
		{500, "A request at eleven: " + situation(t, bank, "a-request/on-linkedin").Facts},
	} {
		if got := bank.TitleIn("a-request/on-linkedin", func(title string) bool { return len([]rune(title)) <= c.room }); got != c.want {
			t.Errorf("in %d it is called %q, want %q", c.room, got, c.want)
		}
	}
}

func situation(t *testing.T, bank *scenarios.Bank, id string) *scenarios.Situation {
	t.Helper()
	s, ok := bank.Situation(id)
	if !ok {
		t.Fatalf("there is no %s", id)
	}
	return s
}

func TestAQuotationIsClosedWhereANameCutsIt(t *testing.T) {
	f := &scenarios.Family{Title: "T", Variants: []*scenarios.Situation{
		{Facts: "“They have missed my thyroid for a year.” You met her."}, {Facts: "“Useless.” You cannot tell who Dee is."},
	}}
	for i, want := range []string{"T: “They have missed my thyroid for…”", "T: “Useless.” You cannot tell who Dee…"} {
		if got := f.Name(f.Variants[i]); got != want {
			t.Errorf("it is called %q, want %q", got, want)
		}
	}
}
