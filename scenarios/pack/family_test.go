package pack

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// families is the pack of families that all packages try, with edits.
const families = "../scenariostest/families"

const followed = "scenarios/names/a-request.toml"

// TestMistakesInAFamily is a mistake a row: the edits that make it, and what an author is told.
func TestMistakesInAFamily(t *testing.T) {
	edit := func(find, put string) [3]string { return [3]string{followed, find, put} }
	for _, c := range []struct {
		name string
		edit [3]string
		want string
	}{
		{"no lead", edit(`lead = """`, `hint = """`), "a-request.toml: a-request: lead: is missing"},
		{"a stem in a family", edit(`ask = `, "stem = \"x\"\nask = "), "a-request.toml:14: a-request: stem: stands in a family"},
		{"a key above the variants", edit(`ask = `, "key = [\"b\"]\nask = "), "a-request.toml:14: a-request: key: stands above the variants"},
		{"a discussion", edit(`format = "best"`, `format = "discuss"`), "a-request.toml:5: a-request: format: has no key that could turn"},
		{"a variant without a key", edit("key = [\"b\"]\nturns = \"He", `turns = "He`), "a-request.toml:42: a-request/from-the-ward: key: names 0 options"},
		{"a key that is no option", edit(`key = ["a"]`, `key = ["x"]`), `a-request.toml:51: a-request/an-old-friend: key: names "x"`},
		{"a variant without facts", edit(`facts = "You know him`, `facts = ""
hint = "`), "a-request.toml:44: a-request/from-the-ward: facts: is missing or empty"},
		{"a variant that says not what turns", edit(`turns = "He is a patient, and nothing more."`, ``), "a-request.toml:42: a-request/from-the-ward: turns: is missing"},
		{"two variants of one id", edit(`id = "an-old-friend"`, `id = "from-the-ward"`), "a-request.toml:49: a-request/from-the-ward: id: is used twice"},
		{"a variant's id that is no slug", edit(`id = "an-old-friend"`, `id = "old/friend"`), "a-request.toml:49: old/friend: id: has '/'"},
		{"an option that is none", edit("id = \"c\"\nwhy = \"He", "id = \"x\"\nwhy = \"He"), `a-request.toml:62: a-request/numb-again: option x, id: "x" is not an option of the family`},
		{"an option spoken of twice", edit("id = \"d\"\nwhy = \"A", "id = \"c\"\nwhy = \"A"), "a-request.toml:67: a-request/numb-again: option c, id: is spoken of twice"},
		{"an option without any rationale", edit(`why = "What speaks for and against a."`, ``), "a-request.toml:42: a-request/from-the-ward: option a, why: is missing or empty"},
		{"six words in a row of the lead", edit(`facts = "You know him`, `facts = "Your ward sent home last week Tom, and you know him`),
			`a-request.toml:44: a-request/from-the-ward: facts: repeat the lead: "your ward sent home last week"`},
		{"a citation of a variant that is no clause", edit(`"rules/2", "irish/2"]`, `"rules/9", "irish/2"]`), `a-request.toml:64: a-request/numb-again: option c, cites: "rules/9" is not a clause`},
		{"a citation of the family that is no clause", edit(`"rules/1", "irish/1"]`, `"rules/9", "irish/1"]`), `a-request.toml:22: a-request: option a, cites: "rules/9" is not a clause`},
		{"a law that the lead does not state", edit(`"lead", `, `"Medicines Act 1968", `), `a-request.toml:64: a-request/numb-again: option c, cites: "Medicines Act 1968" is not a clause: cite a clause by its id, "lead", or a law`},
		{"a country of a variant that the family lacks", edit("jurisdictions = [\"uk\", \"ie\"]\nminutes", "jurisdictions = [\"uk\"]\nminutes"),
			`a-request.toml:59: a-request/numb-again: jurisdictions: names "ie", which the family does not`},
		{"a country with one variant", [3]string{"scenarios/names/an-order.toml", "turns = \"The case is open.\"\njurisdictions = [\"ie\"]", "turns = \"The case is open.\"\njurisdictions = [\"uk\"]"},
			"an-order.toml:9: an-order: jurisdictions: offers 1 of the variants in Ireland"},
		{"an unknown field of a variant's option", edit(`why = "He describes`, "hint = 1\nwhy = \"He describes"), "a-request.toml:63: variant.option.hint: is not a field"},
		{"a value of the wrong kind in a variant's option", edit(`why = "He describes a stroke coming back."`, `why = 7`), "a-request.toml:63: variant.option.why: has a value of the wrong kind"},
		{"an override in a variant's option", edit(`why = "He describes`, "why = \"\u202dHe describes"), "a-request.toml:63: why: has the invisible character U+202D"},
		{"a lead that is cited where there is none", [3]string{"scenarios/names/told-alone.toml", `cites = ["rules/1", "irish/1"]`, `cites = ["lead", "rules/1", "irish/1"]`},
			`told-alone.toml:21: told-alone: option a, cites: "lead" is not a clause: cite a clause of the library by its id`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(edited(t, families, c.edit), nil)
			var mistakes Mistakes
			if !errors.As(err, &mistakes) {
				t.Fatalf("loaded, or failed otherwise: %v", err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("the author is told:\n%v\nwithout:\n%s", err, c.want)
			}
		})
	}
}

// TestAFamilyHasToTurn: a part of its variants may share a key, all may not.
func TestAFamilyHasToTurn(t *testing.T) {
	same := func(n int) [][3]string {
		edits := [][3]string{{followed, `key = ["a"]`, `key = ["b"]`}, {followed, `key = ["c"]`, `key = ["b"]`}}
		return edits[:n]
	}
	if _, err := Load(edited(t, families, same(1)...), nil); err != nil {
		t.Errorf("three alike of four are refused: %v", err)
	}
	const want = "a-request.toml:45: a-request: key: is the same in every variant"
	if _, err := Load(edited(t, families, same(2)...), nil); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("the author is told:\n%v\nwithout:\n%s", err, want)
	}
}

func TestAFamilyHasTwoToFourVariants(t *testing.T) {
	text, err := os.ReadFile(families + "/" + followed)
	if err != nil {
		t.Fatal(err)
	}
	const begins = "\n[[variant]]\n"
	head, variants, _ := strings.Cut(string(text), begins)
	first, others, _ := strings.Cut(variants, begins)
	fifth := "id = \"a-fifth\"\nfacts = \"He is your cousin.\"\nkey = [\"a\"]\nturns = \"He is family.\"\n"
	for said, are := range map[string]string{
		"there are none": "",
		"there is one":   begins + first,
		"there are 5":    begins + first + begins + fifth + begins + others,
	} {
		want := "a-request.toml:2: a-request: variant: " + said + ": a family has two to four variants"
		if _, err := Load(edited(t, families, [3]string{followed, string(text), head + are}), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the author is told:\n%v\nwithout:\n%s", err, want)
		}
	}
}

// TestAMistakeIsToldOnce, where it stands: not for each variant, and without what follows from it.
func TestAMistakeIsToldOnce(t *testing.T) {
	edit := func(find, put string) [3]string { return [3]string{followed, find, put} }
	text, err := os.ReadFile(families + "/" + followed)
	if err != nil {
		t.Fatal(err)
	}
	all := func(find, put string) [3]string {
		return [3]string{followed, "", strings.ReplaceAll(string(text), find, put)}
	}
	options := string(text[bytes.Index(text, []byte("[[option]]")):bytes.Index(text, []byte("[[variant]]"))])
	const alone = "scenarios/names/told-alone.toml"
	for _, c := range []struct {
		name string
		edit [3]string
		want string
	}{
		{"a family of schema 1", edit("schema = 2", "schema = 1"), "a-request.toml:1: a-request: schema: is 1, but there are variants: write schema = 2"},
		{"a family of a schema to come", edit("schema = 2", "schema = 3"), "a-request.toml:1: a-request: schema: is 3: write"},
		{"a family without a schema", edit("schema = 2\n", ""), "a-request.toml: a-request: schema: is missing"},
		{"a situation told alone of schema 2", [3]string{alone, "schema = 1", "schema = 2"}, "told-alone.toml:1: told-alone: schema: is 2, but there is a stem and no variant"},
		{"a lead in a situation told alone", [3]string{alone, "ask = ", "lead = \"x\"\nask = "}, "told-alone.toml:12: told-alone: lead: stands in a situation of schema 1"},
		{"an option's text", edit(`text = "Accept it"`, ``), "a-request.toml:18: a-request: option a, text: is missing"},
		{"a text that nobody can see", edit(`text = "Accept it"`, "text = \"\u200b \u200b\""), "a-request.toml:20: a-request: option a, text: is missing or empty"},
		{"facts that nobody can see", edit(`facts = "You know him from the ward alone."`, "facts = \"\u200b\""), "a-request.toml:44: a-request/from-the-ward: facts: is missing or empty"},
		{"facts of another variant", edit(`facts = "You played football with him at school, and another team looked after him."`, "facts = \"You know him  from the ward alone\""),
			"a-request.toml:50: a-request/an-old-friend: facts: are those of another variant"},
		{"a country that nothing is cited of", [3]string{followed, "", strings.NewReplacer(`, "irish/1"`, "", `, "irish/2"`, "").Replace(string(text))},
			"a-request.toml:9: a-request: jurisdictions: offers it in Ireland without citing guidance from there"},
		{"an option's citation", edit(`cites = ["rules/1", "irish/1"]`, `cites = ["rules/1", "rules/9", "irish/1"]`), `a-request.toml:22: a-request: option a, cites: "rules/9" is not a clause`},
		{"a clause cited twice", edit(`cites = ["rules/1", "irish/1"]`, `cites = ["rules/1", "irish/1", "rules/1"]`), `a-request.toml:22: a-request: option a, cites: names "rules/1" twice`},
		{"no options", edit(options, ""), "a-request.toml:2: a-request: option: there are none"},
		{"variants misspelt", edit("[[variant]]", "[[variants]]"), "a-request.toml:42: variants: is not a field"},
		{"a variant's options misspelt", edit("[[variant.option]]", "[[variant.options]]"), "a-request.toml:61: variant.options: is not a field"},
		{"all variants misspelt", all("[[variant]]", "[[variants]]"), "a-request.toml:61: variant: has a value of the wrong kind: a table, where a list is wanted: write [[variant]] in two pairs of brackets"},
		{"a variant in one pair of brackets", edit("[[variant]]", "[variant]"), "a-request.toml:48: variant is one table and a list of tables: write [[variant]] in two pairs of brackets"},
		{"a variant's option in one pair of brackets", all("[[variant.option]]\nid = \"d\"", "[[variant]]\n[variant.option]\nid = \"d\""),
			"a-request.toml:67: variant.option: has a value of the wrong kind: a table, where a list is wanted"},
		{"a key that is a text", edit(`key = ["a"]`, `key = "a"`), `a-request.toml:51: variant.key: has a value of the wrong kind: a text, where a list is wanted: write a list, such as ["a"]`},
		{"a key of numbers", edit(`key = ["a"]`, `key = [1]`), "a-request.toml:51: variant.key: has a value of the wrong kind: a number, where a text is wanted"},
		{"facts that are a list", edit(`facts = "You played football with him at school, and another team looked after him."`, `facts = ["He"]`), "a-request.toml:50: variant.facts: has a value of the wrong kind: a list, where a text is wanted"},
		{"a key of nothing", edit(`key = ["a"]`, `key = []`), "a-request.toml:51: a-request/an-old-friend: key: names 0 options"},
		{"an option of no id", edit("id = \"c\"\nwhy = \"He", "why = \"He"), "a-request.toml:61: a-request/numb-again: option, id: is missing"},
		{"another option than there is", edit("id = \"c\"\nwhy = \"He", "id = \"x\"\nwhy = \"He"), "a-request.toml:62: a-request/numb-again: option x, id"},
		{"an option of the family of no id", edit("id = \"c\"\ntext", "text"), "a-request.toml:30: a-request: option 3, id: is missing"},
		{"a variant that is empty", [3]string{"scenarios/names/four-ways.toml", "[[variant]]", "[[variant]]\n[[variant]]"}, "four-ways.toml:42: four-ways: variant: is empty"},
		{"no such format", [3]string{"scenarios/names/four-ways.toml", `format = "rate"`, `format = "rating"`}, `four-ways.toml:5: four-ways: format: "rating" is not a format`},
		{"no format", [3]string{"scenarios/names/four-ways.toml", "format = \"rate\"\n", ""}, "four-ways.toml: four-ways: format: is missing"},
		{"no setting", edit("setting = \"doctor\"\n", ""), "a-request.toml: a-request: setting: is missing"},
		{"countries of nothing", edit("\njurisdictions = [\"uk\", \"ie\"]\nminutes", "\njurisdictions = []\nminutes"), "a-request.toml:9: a-request: jurisdictions: names no country"},
		{"a variant's countries of nothing", edit("now.\"\njurisdictions = [\"uk\", \"ie\"]", "now.\"\njurisdictions = []"), "a-request.toml:59: a-request/numb-again: jurisdictions: names no country"},
		{"a country twice", edit("\njurisdictions = [\"uk\", \"ie\"]\nminutes", "\njurisdictions = [\"uk\", \"ie\", \"uk\"]\nminutes"), `a-request.toml:9: a-request: jurisdictions: names "uk" twice`},
		{"citations of nothing", edit(`cites = ["lead", "rules/2", "irish/2"]`, `cites = []`), "a-request.toml:64: a-request/numb-again: option c, cites: names no clause"},
		{"a law without a title", edit(`"lead", `, `"", `), `a-request.toml:64: a-request/numb-again: option c, cites: "" is not a clause`},
		{"a word of the lead for a law", edit(`"lead", `, `"policy", `), `"policy" is not a clause`},
		{"a part of a word", edit(`"lead", `, `"Insta", `), `"Insta" is not a clause`},
		{"an override in the second option of a variant", edit(`why = "A number`, "why = \"\u202eA number"), "a-request.toml:68: why: has the invisible character U+202E"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(edited(t, families, c.edit), nil)
			var mistakes Mistakes
			if errors.As(err, &mistakes); len(mistakes) != 1 || !strings.Contains(mistakes.Error(), c.want) {
				t.Errorf("the author is told %d mistakes:\n%v\nnot one:\n%s", len(mistakes), err, c.want)
			}
		})
	}
}

// TestEachVariantCitesGuidanceOfItsCountries: of those that do not each is told of, where it stands.
func TestEachVariantCitesGuidanceOfItsCountries(t *testing.T) {
	edit := [3]string{followed, `, "irish/1"`, ""}
	_, err := Load(edited(t, families, edit, edit, edit, edit), nil)
	var mistakes Mistakes
	if errors.As(err, &mistakes); len(mistakes) != 3 || !strings.Contains(mistakes.Error(), "a-request.toml:48: a-request/an-old-friend: jurisdictions: offers it in Ireland") {
		t.Errorf("the author is told:\n%v", err)
	}
}

// TestALawIsCitedByItsTitle, as the lead or the facts give it.
func TestALawIsCitedByItsTitle(t *testing.T) {
	for _, title := range []string{"Data Protection Act 2018", "GDPR", "Regulation (EU) 2016/679"} {
		_, err := Load(edited(t, families, [3]string{followed, `"lead", `, `"` + title + `", `}, [3]string{followed, `facts = "Under it`, `facts = "The ` + title + ` holds. Under it`}), nil)
		if err != nil {
			t.Errorf("%s: %v", title, err)
		}
	}
}

// TestAPackPutsItsIdBeforeAFamilys, as it is recorded; a variant's id is the family's own affair.
func TestAPackPutsItsIdBeforeAFamilys(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load(edited(t, families), base)
	if err != nil {
		t.Fatal(err)
	}
	s, ok := p.Bank.Situation("families:a-request/numb-again")
	if !ok || s.Family != "families:a-request" || s.Variant != "numb-again" {
		t.Fatalf("found %v: %+v", ok, s)
	}
	own, _ := s.Option("c")
	if !slices.Equal(own.Cites, []string{"families:rules/2", "families:irish/2"}) {
		t.Errorf("it cites %v", own.Cites)
	}
}

// TestHostileFamiliesAreRefusedAtOnce: what takes a time that grows with the square of a file.
func TestHostileFamiliesAreRefusedAtOnce(t *testing.T) {
	const head = "schema = 2\nid = \"a-request\"\nlead = \"L\"\n"
	variants := func(n int, each string) string { return strings.Repeat("[[variant]]\n"+each, n) }
	for name, text := range map[string]string{
		"many variants":     head + "[[option]]\n" + variants(9000, "facts = \"F\"\n"),
		"many citations":    head + "[[option]]\nid = \"a\"\ncites = [" + strings.Repeat(`"A b",`, 30000) + "]\n" + variants(4, "id = \"v\"\n"),
		"a long lead":       strings.Replace(head, "L", strings.Repeat("a ", 60000), 1) + "[[option]]\n" + variants(2, "facts = \""+strings.Repeat("b a a a a ", 6000)+"\"\n"),
		"many rulings":      head + strings.Repeat("[[option]]\n", 8000) + variants(2, strings.Repeat("[[variant.option]]\n", 3500)),
		"many of the wrong": head + variants(12000, "facts = 1\n"),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := soon(t, edited(t, families, [3]string{followed, "", text})); err == nil {
				t.Error("accepted")
			}
		})
	}
}
