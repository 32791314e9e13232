package induction

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/guidance"
	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/scenarios/pack"
)

const wholePlan = `schema = 1
title = "Tuesday's induction"
audience = "Interns"
jurisdiction = "ie"
minutes = 20
opening = "Welcome."
closing = """
Thank you.
"""

[[item]]
situation = "best"
minutes = 8

[[item]]
situation = "irish"
minutes = 7
`

func TestAPlanIsRead(t *testing.T) {
	want := Plan{
		Title: "Tuesday's induction", Audience: "Interns", Jurisdiction: guidance.Ireland, Minutes: 20,
		Opening: "Welcome.", Closing: "Thank you.", Items: []Item{{"best", 8}, {"irish", 7}},
	}
	for name, text := range map[string]string{
		"as it is":         wholePlan,
		"byte-order mark":  "\uFEFF" + wholePlan,
		"Windows newlines": strings.ReplaceAll(wholePlan, "\n", "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			if p, err := ReadPlan("tuesday.toml", []byte(text), testBank()); err != nil || !reflect.DeepEqual(p, want) {
				t.Errorf("read %+v, error %v", p, err)
			}
		})
	}
}

// TestEveryMistakeInAPlanIsTold puts one text for another in a whole plan and looks at what the facilitator reads.
func TestEveryMistakeInAPlanIsTold(t *testing.T) {
	for _, c := range []struct{ name, find, put, want string }{
		{"unknown situation", `"best"`, `"bets"`, "tuesday.toml:12: bets: situation: is not in the library: check its spelling"},
		{"wrong country", `"ie"`, `"uk"`, "tuesday.toml:16: irish: situation: is not offered in the plan's country (UK)"},
		{"no country", `jurisdiction = "ie"`, ``, `tuesday.toml: jurisdiction: "" is not a country`},
		{"no minutes", "minutes = 8", "minutes = 0", "tuesday.toml:13: best: minutes: is 0: give the minutes"},
		{"minutes below nought", "minutes = 8", "minutes = -8", "tuesday.toml:13: best: minutes: is -8"},
		{"no minutes line", "minutes = 8", "", "tuesday.toml:11: best: minutes: is 0"},
		{"over the slot", "minutes = 20", "minutes = 10", "tuesday.toml:5: minutes: is 10, and the items take 15: take 5 away"},
		{"just over the slot", "minutes = 20", "minutes = 14", "tuesday.toml:5: minutes: is 14, and the items take 15: take 1 away"},
		{"no slot", "minutes = 20", "minutes = 0", "tuesday.toml:5: minutes: is 0: give the length of the slot"},
		{"a slot of days", "minutes = 20", "minutes = 2000", "tuesday.toml:5: minutes: is 2000"},
		{"twice", `"irish"`, `"best"`, "tuesday.toml:16: best: situation: is planned twice"},
		{"no title", `title = "Tuesday's induction"`, ``, "tuesday.toml: title: is missing or empty"},
		{"a newer file", "schema = 1", "schema = 2", "tuesday.toml:1: schema: is 2: this Probity reads schema = 1"},
		{"no schema", "schema = 1", "", "tuesday.toml: schema: is missing or nought"},
		{"a field misspelt", "audience", "audiance", "tuesday.toml:3: audiance: is not a field that Probity knows"},
		{"a field of an item misspelt", "minutes = 8", "minutes = 8\nthink = 2", "tuesday.toml:14: item.think: is not a field"},
		{"words for a number", "minutes = 20", `minutes = "twenty"`, "tuesday.toml:5: minutes: has a value of the wrong kind"},
		{"words for a number in an item", "minutes = 8", `minutes = "eight"`, "tuesday.toml:13: item.minutes: has a value of the wrong kind"},
		{"a quote left open", `"Interns"`, `"Interns`, "tuesday.toml:3: "},
		{"invisible characters", "Interns", "In\u202Eterns", "tuesday.toml:3: audience: has the invisible character U+202E"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(wholePlan, c.find, c.put, 1)
			if text == wholePlan {
				t.Fatalf("the plan does not hold %q", c.find)
			}
			_, err := ReadPlan("tuesday.toml", []byte(text), testBank())
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error\n%v\nwant one that says\n%s", err, c.want)
			}
		})
	}
}

func TestMistakesAreToldTogether(t *testing.T) {
	text := strings.NewReplacer(`"best"`, `"bets"`, "minutes = 7", "minutes = 0", `"Tuesday's induction"`, `""`).Replace(wholePlan)
	_, err := ReadPlan("tuesday.toml", []byte(text), testBank())
	var mistakes pack.Mistakes
	if !errors.As(err, &mistakes) || len(mistakes) != 3 {
		t.Errorf("%d mistakes, want 3:\n%v", len(mistakes), err)
	}
}

func TestTextThatIsNoPlan(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":     "",
		"too large":   strings.Repeat("# long\n", 50000),
		"too deep":    "x = " + strings.Repeat("[", 5000),
		"not text":    "schema = 1\x00",
		"not UTF-8":   "title = \"\xff\"",
		"long names":  strings.Repeat("a.", 5000) + "b = 1",
		"many places": wholePlan + strings.Repeat("[[item]]\nsituation = \"best\"\nminutes = 1\n", 100),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadPlan("plan.toml", []byte(text), testBank())
			if err == nil || !strings.Contains(err.Error(), "plan.toml") {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestAnotherFileIsSaidToBeNoPlan, and what it lacks is not listed.
func TestAnotherFileIsSaidToBeNoPlan(t *testing.T) {
	for _, text := range []string{"", "schema = 1\n\n[learner]\nrole = \"doctor\"\n", "{\"title\": \"x\"}", "Name,Role\nAnn,doctor\n", "%PDF-1.7\n\xe2\xe3\xcf"} {
		_, err := ReadPlan("a.toml", []byte(text), testBank())
		if want := "a.toml: is not the file of a plan: name one that was saved as a plan, or that probity induction agenda wrote"; err == nil || err.Error() != want {
			t.Errorf("of %q: %v, want %s", text, err, want)
		}
	}
}

// TestAPlanIsWrittenAsItIsRead: whatever is in its texts.
func TestAPlanIsWrittenAsItIsRead(t *testing.T) {
	bank := testBank()
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringMatching(`[A-Za-z"'\\#=\[\]][^\r]{0,40}[a-z.]`).Filter(func(s string) bool {
			_, at := text.Deceptive(s)
			return at == 0
		})
		p := Plan{
			Title: line.Draw(t, "title"), Audience: line.Draw(t, "audience"), Jurisdiction: "uk", Minutes: rapid.IntRange(30, 480).Draw(t, "slot"),
			Opening: line.Draw(t, "opening"), Closing: line.Draw(t, "closing"),
		}
		for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"best", "rate", "rank"}), 1, 3, rapid.ID).Draw(t, "items") {
			p.Items = append(p.Items, Item{id, rapid.IntRange(1, 10).Draw(t, "minutes")})
		}
		file, err := p.Write()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := ReadPlan("plan.toml", file, bank); err != nil || !reflect.DeepEqual(again, p) {
			t.Fatalf("wrote %+v\nread %+v\nerror %v\n%s", p, again, err, file)
		}
	})
}

func TestBuild(t *testing.T) {
	p, err := Build(testBank(), "Mine", guidance.UK, 20, Item{Situation: "best"}, Item{"rank", 9})
	if err != nil || !reflect.DeepEqual(p.Items, []Item{{"best", 7}, {"rank", 9}}) || p.Planned() != 16 || p.Opening == "" || p.Closing == "" {
		t.Errorf("built %+v, error %v", p, err)
	}
	_, err = Build(testBank(), "Mine", guidance.UK, 10, Item{Situation: "best"}, Item{Situation: "best"}, Item{Situation: "irish"})
	for _, want := range []string{
		"the plan: best: situation: is planned twice", "the plan: irish: situation: is not offered", "the plan: minutes: is 10, and the items take 21",
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error\n%v\nwant one that says %q", err, want)
		}
	}
	if _, err := Build(testBank(), "Empty", guidance.UK, 10); err == nil || !strings.Contains(err.Error(), "nothing to discuss") {
		t.Errorf("a plan of nothing: %v", err)
	}
}

// FuzzReadPlan throws bytes at the reader: it has to come back with a plan that can be written and read, or with mistakes.
func FuzzReadPlan(f *testing.F) {
	f.Add([]byte(wholePlan))
	f.Add([]byte("x = [[[[[[[[[["))
	f.Add([]byte("[[item]]\nminutes = 9223372036854775807\n[[item]]\nminutes = 9223372036854775807"))
	bank := testBank()
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 1)
		p, err := ReadPlan("plan.toml", text, bank)
		if err != nil {
			var mistakes pack.Mistakes
			if !errors.As(err, &mistakes) || len(mistakes) == 0 {
				t.Fatalf("error %v", err)
			}
			return
		}
		written, err := p.Write()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := ReadPlan("plan.toml", written, bank); err != nil || !reflect.DeepEqual(again, p) {
			t.Fatalf("read %+v, then %+v, error %v", p, again, err)
		}
	})
}

// TestAPlanGoesToAnotherCountry: with what is offered there; the rest is named.
func TestAPlanGoesToAnotherCountry(t *testing.T) {
	p := Plan{Title: "t", Jurisdiction: "ie", Minutes: 45, Items: []Item{{"irish", 6}, {"best", 7}}}
	in, out := p.In(testBank(), "uk")
	if len(in.Items) != 1 || in.Items[0] != (Item{"best", 7}) || len(out) != 1 || in.Jurisdiction != "uk" || len(p.Items) != 2 {
		t.Errorf("in the UK: %+v, without %v", in, out)
	}
}

// TestMinutesThatCannotBeAreNotAdded: one of more than a day is a mistake of its own.
func TestMinutesThatCannotBeAreNotAdded(t *testing.T) {
	p := Plan{Items: []Item{{"a", math.MaxInt}, {"b", 7}, {"c", math.MaxInt}, {"d", math.MinInt}}}
	if got := p.Planned(); got != 2*longestSlot+7 {
		t.Errorf("%d minutes are planned", got)
	}
}
