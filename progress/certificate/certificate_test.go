// What a certificate says, and that it says the same each time.

package certificate

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"probity/guidance"
	"probity/progress"
)

func on(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func TestGoldens(t *testing.T) {
	for name, s := range map[string]Signed{"uk": signed(t, ann, uk, ""), "ireland": signed(t, siobhan, ireland,
		"An institution")} {
		golden(t, name+".md", s.Markdown())
		golden(t, name+".html", s.HTML())
		golden(t, name+".json", s.JSON())
	}
}

func TestGathering(t *testing.T) {
	for name, c := range map[string]struct {
		choose  Choice
		answers int
		kind    string
		says    string // of the error
	}{
		"an assessment":             {Choice{Sitting: "second"}, 3, "assessment", ""},
		"a practice":                {Choice{Sitting: "practice"}, 2, "practice", ""},
		"an assessment half done":   {Choice{Sitting: "half"}, 0, "", "not handed in yet: 1 of its 2 situations are answered"},
		"a sitting without answers": {Choice{Sitting: "empty"}, 0, "", "Nothing that counts was answered"},
		"one taken back":            {Choice{Sitting: "slipped"}, 0, "", "Nothing that counts was answered"},
		"no such sitting":           {Choice{Sitting: "other"}, 0, "", "no sitting with the number other"},
		"a period":                  {Choice{From: on(2026, 10, 1), To: on(2026, 11, 30)}, 7, Period, ""},
		"its last day":              {Choice{From: on(2026, 11, 1), To: on(2026, 11, 21)}, 2, Period, ""},
		"without answers": {Choice{From: on(2026, 1, 1), To: on(2026, 1, 31)}, 0, "",
			"between 1 January 2026 and 31 January 2026"},
		"with half an assessment": {Choice{From: on(2026, 11, 24), To: on(2026, 11, 24)}, 0, "",
			"belongs to an assessment that is not handed in"},
		"a session attended":      {Choice{Session: "room"}, 0, Attendance, ""},
		"a period with a session": {Choice{From: on(2026, 12, 5), To: on(2026, 12, 5)}, 0, Period, ""},
		"no such session":         {Choice{Session: "other"}, 0, "", "no session with the number other"},
		"the wrong way round":     {Choice{From: on(2026, 11, 30), To: on(2026, 11, 1)}, 0, "", "ends before it begins"},
	} {
		work, err := Gather(record(), library().Bank, c.choose)
		var none *NoEvidenceError
		if errors.As(err, &none) != (c.says != "") || none != nil && !strings.Contains(none.Message(), c.says) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
		same(t, name, len(work.Answers), c.answers)
		same(t, name, work.Kind, c.kind)
	}
}

// An answer given at half past eleven at night in New York is of that day there, and of the next in UTC.
func TestDaysAreTheLearners(t *testing.T) {
	zone := time.FixedZone("", -5*3600)
	h := progress.NewHistory()
	h.Apply(progress.Sitting{Seq: 1, ID: "p", Kind: progress.Practice, Drawn: []string{"one"}}, progress.Answer{Seq: 2, Chosen: []string{"a"}, Sitting: "p", Scenario: "gone", Format: "best", Of: 1, Chance: 0.25, At: time.Date(2026, 5, 1, 4, 30, 0, 0, time.UTC)})
	for zoneUsed, want := range map[*time.Location]time.Time{zone: on(2026, 4, 30), time.UTC: on(2026, 5, 1)} {
		work, err := Gather(h, library().Bank, Choice{Sitting: "p", Zone: zoneUsed})
		if err != nil || !work.To.Equal(want) {
			t.Errorf("%v: %v, %v", zoneUsed, work.To, err)
		}
		if _, err := Gather(h, library().Bank, Choice{From: want, To: want, Zone: zoneUsed}); err != nil {
			t.Error(err)
		}
	}
}

func rated(answers int, sum float64) []Shares { return []Shares{{"rate", answers, sum}} }

// The figures of the second assessment: 28 of 48 marks, of which chance brings 18.
func TestEvidence(t *testing.T) {
	e := Weigh(gathered(t, Choice{Sitting: "second"}), library(), uk)
	same(t, "score", e.Score, &Score{Marks: 28, Available: 48, Chance: 18, Above: 0.3333, Answers: 3, Right: 2, Formats: rated(3, 1)})
	same(t, "assessment", e.Assessment, &Assessment{Least: 0.3, Passed: true, Attempts: 2})
	same(t, "topics", e.Topics, []TopicScore{
		{"Photographs", Score{Marks: 28, Available: 32, Chance: 12, Above: 0.8, Answers: 2, Right: 2, Formats: rated(2, 1.6)}, 0},
		{"Health advice", Score{Marks: 0, Available: 16, Chance: 6, Above: -0.6, Answers: 1, Formats: rated(1, -0.6)}, 0},
	})
	same(t, "calibration", e.Calibration, []Calibration{{"fairly sure", 1, 1}, {"very sure", 1, 2}})
	same(t, "minutes", e.Minutes, 10)
	same(t, "domains", e.Domains, []string{domain3, domain4})
	same(t, "guidance", e.Guidance, []Reliance{
		{"Good medical practice", "A publisher", "2024", "in force", "UK", "88, 89(a, b), 75(c)", "2026-11-22", false},
		{"Advice", "A publisher", "2024", "advice", "UK",
			"Introduction 1, 2, 3; Closing words; Before posting, question 1, 4", "2026-11-22", false},
	})
	irish := Weigh(gathered(t, Choice{Sitting: "second"}), library(), ireland)
	same(t, "another country's is not relied on", irish.Guidance, []Reliance{
		{"Irish commentary", "A publisher", "2024", "commentary", "Ireland", "Opening 2", "2026-11-22", false}})
	same(t, "a student is in no scheme", irish.Category+irish.SchemeYear, "")
	irish = Weigh(gathered(t, Choice{Sitting: "second"}), library(), guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.Ireland})
	same(t, "category", irish.Category+", "+irish.SchemeYear, "Work-based learning, 1 May 2026 to 30 April 2027")
	practice := Weigh(gathered(t, Choice{Sitting: "practice"}), library(), uk)
	same(t, "version as answered", practice.Activity.Version, "0.9.0")
	same(t, "domains without paragraph 75", practice.Domains, []string{domain4})
	if practice.Assessment != nil {
		t.Error("a practice has a pass rule")
	}
}

// A document that the learner read beside a copy of their own says so, on the page and in the JSON, and no other does.
func TestOwnCopiesAreNamed(t *testing.T) {
	work := gathered(t, Choice{Sitting: "second"})
	without := Weigh(work, library(), uk)
	work.OwnCopies = []string{"advice", "irish", "not-cited"}
	e := Weigh(work, library(), uk)
	own := map[string]bool{}
	for i, g := range e.Guidance {
		own[g.Title] = g.OwnCopy
		g.OwnCopy = false
		same(t, "what else is said of "+g.Title, g, without.Guidance[i])
	}
	same(t, "own copies", own, map[string]bool{"Good medical practice": false, "Advice": true})
	s := must(Sign(must(Make(e, ann, uk, program))(t), key(t, "")))(t)
	same(t, "in the JSON", strings.Count(string(s.JSON()), `"own_copy": true`), 1)
	page := string(s.Markdown())
	same(t, "on the page", strings.Count(page, "beside the learner's own copy"), 1)
	for medium, file := range media(t, s) {
		if verdict := must(Verify(file, program))(t); !verdict.Unchanged {
			t.Errorf("%s: %s", medium, verdict.Says)
		}
	}
}

// Nothing superseded is relied on, even where it is all that a situation cites.
func TestSupersededIsNotReliedOn(t *testing.T) {
	e := Weigh(Work{Kind: Attendance, From: noon, To: noon, Situations: []string{"four"}, Minutes: 45}, library(), uk)
	same(t, "guidance", e.Guidance, []Reliance{})
	same(t, "minutes of the session", e.Minutes, 45)
	if e.Score != nil || e.Facts.Count != 0 {
		t.Error("attendance has a score")
	}
}

func TestSituationsThatAreGone(t *testing.T) {
	e := Weigh(Work{Answers: []progress.Answer{answered(1, "p", "gone", "gone-topic", 4, 1, 0)}}, library(), uk)
	same(t, "topics", e.Topics, []TopicScore{{"gone-topic", Score{Marks: 16, Available: 16, Chance: 6, Above: 1, Answers: 1, Right: 1, Formats: rated(1, 1)}, 0}})
	broken := answered(1, "p", "one", "images", 4, 1, 0)
	broken.Marks, broken.Of = math.NaN(), math.Inf(1)
	e = Weigh(Work{Answers: []progress.Answer{broken}}, library(), uk)
	if _, err := Make(e, ann, uk, program); err != nil || e.Score != nil {
		t.Errorf("marks that are no numbers: %+v, %v", e.Score, err)
	}
}

func TestFieldsAreChecked(t *testing.T) {
	for field, own := range map[string]Own{
		"name":        {Name: " \n "},
		"hours":       {Name: "A", Hours: math.NaN()},
		"so what":     {Name: "A", Reflection: Reflection{SoWhat: strings.Repeat("é", textLimit+1)}},
		"change":      {Name: "A", Change: strings.Repeat("x", textLimit+1)},
		"now what":    {Name: "A", Reflection: Reflection{NowWhat: strings.Repeat("a\n", lineLimit) + "a"}},
		"change ":     {Name: "A", Change: strings.Repeat("a\n", lineLimit) + "a"},
		"facilitator": {Name: "A", Facilitated: &Facilitated{"", "B", 3}},
		"place":       {Name: "A", Facilitated: &Facilitated{"B", "", 3}},
		"group size":  {Name: "A", Facilitated: &Facilitated{"B", "C", 0}},
		"name ":       {Name: "Ann O'Example\xff"}, // a letter that was lost on its way: nobody signs for it
		"place ":      {Name: "A", Facilitated: &Facilitated{"B", "C\xed\xa0\x80", 3}},
		"what":        {Name: "A", Reflection: Reflection{What: "An \uFFFD evening."}},
	} {
		_, err := Make(Evidence{}, own, uk, program)
		var wrong *FieldError
		if !errors.As(err, &wrong) || wrong.Field != strings.TrimSpace(field) {
			t.Errorf("%s: %v", field, err)
		}
	}
	c := must(Make(Evidence{}, Own{Name: " Ann\nO'Example "}, uk, program))(t)
	same(t, "name", c.Own.Name, "Ann O'Example")
}

func TestSeeds(t *testing.T) {
	h := record()
	seeds := Seeds(h, gathered(t, Choice{Sitting: "second"}), library().Bank)
	same(t, "seeds", seeds, Reflection{What: "I worked through 3 situations on the professional use of social media.",
		SoWhat: "One: I was too sure."})
}

// Fault 33.
func TestSameInputsSameBytes(t *testing.T) {
	first, second := signed(t, ann, uk, ""), signed(t, ann, uk, "")
	for medium, file := range media(t, first) {
		if !bytes.Equal(file, media(t, second)[medium]) {
			t.Errorf("two copies differ: %s", medium)
		}
	}
	same(t, "digest", first.Digest(), second.Digest())
	if other := signed(t, siobhan, uk, ""); other.Certificate.Number == first.Certificate.Number {
		t.Error("two certificates have one number")
	}
}

func TestSaysWhatItIs(t *testing.T) {
	same(t, "statement", Statement, "Self-attested record. Not accredited, not invigilated, not endorsed by the GMC, BMA, Medical Council or Medical Protection.")
	for medium, file := range map[string][]byte{"HTML": signed(t, ann, uk, "").HTML(), "Markdown": signed(t, ann, uk,
		"").Markdown()} {
		if !bytes.Contains(file, []byte(Statement)) {
			t.Errorf("%s lacks the statement", medium)
		}
	}
}

// compiled is the schema that is published.
func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("certificate", must(jsonschema.UnmarshalJSON(strings.NewReader(JSONSchema())))(t)); err != nil {
		t.Fatal(err)
	}
	return must(compiler.Compile("certificate"))(t)
}

// TestJSONFitsItsSchema covers each branch: with and without scores, an institution, fields left out.
func TestJSONFitsItsSchema(t *testing.T) {
	schema := compiled(t)
	attendance := func(reader guidance.Reader) Signed {
		e := Weigh(Work{Kind: Attendance, From: noon, To: noon, Situations: []string{"one"}, Minutes: 45, OwnCopies: []string{"gmc-gmp-2024"}}, library(), reader)
		return must(Sign(must(Make(e, siobhan, reader, program))(t), key(t, "")))(t)
	}
	for name, s := range map[string]Signed{"uk": signed(t, ann, uk, ""), "ireland": signed(t, siobhan, ireland,
		"An institution"), "attendance": attendance(uk)} {
		value := must(jsonschema.UnmarshalJSON(bytes.NewReader(s.JSON())))(t)
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		value.(map[string]any)["payload"].(map[string]any)["more"] = json.Number("1")
		if schema.Validate(value) == nil {
			t.Errorf("%s: the schema takes what it doesn't name", name)
		}
	}
}
