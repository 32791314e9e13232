package pack

import (
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
)

const left = "scenarios/gone.toml"

func TestWhatLeftIsKnownByItsTitle(t *testing.T) {
	file := [3]string{left, "", "[[gone]]\nid = \"an-old-one\"\ntitle = \"As it was\"\nprinciple = \"apart\"\n"}
	p, err := Load(edited(t, families, file), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := scenarios.Gone{ID: "an-old-one", Title: "As it was", Principle: "apart"}
	if g, ok := p.Bank.Gone("an-old-one"); !ok || g != want {
		t.Errorf("it is known as %+v", g)
	}
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	merged, err := Load(edited(t, families, file), base)
	if err != nil {
		t.Fatal(err)
	}
	want.ID, want.Principle = "families:an-old-one", "families:apart"
	if !slices.Contains(merged.Bank.AllGone(), want) {
		t.Errorf("merged, these are gone: %+v", merged.Bank.AllGone())
	}
}

func TestMistakesInWhatLeft(t *testing.T) {
	entry := func(id, rest string) string { return "[[gone]]\nid = \"" + id + "\"\n" + rest }
	const whole = "title = \"As it was\"\nprinciple = \"apart\"\n"
	for name, c := range map[string]struct{ text, want string }{
		"an id in use":     {entry("a-request", whole), "gone.toml:2: a-request: id: is the id of a situation that is there"},
		"an id said twice": {entry("x", whole) + entry("x", whole), "gone.toml:6: x: id: is used twice"},
		"no slug":          {entry("a/b", whole), "gone.toml:2: a/b: id: has '/'"},
		"no id":            {"[[gone]]\n" + whole, "gone.toml:1: id: is missing or empty"},
		"no list":          {"[gone]\nid = \"x\"\n" + whole, "gone.toml:1: gone: has a value of the wrong kind: a table, where a list is wanted: write [[gone]]"},
		"no title":         {entry("x", "principle = \"apart\"\n"), "gone.toml:1: x: title: is missing"},
		"no principle":     {entry("x", "title = \"T\"\n"), "gone.toml:1: x: principle: is missing"},
		"an unknown field": {entry("x", whole+"why = \"x\"\n"), "gone.toml:5: gone.why: is not a field"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(edited(t, families, [3]string{left, "", c.text}), nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the author is told:\n%v\nwithout:\n%s", err, c.want)
			}
		})
	}
}
