// The forms: what they look like, that each parses and keeps its promises whatever the record holds, and that memory
// stays flat.

package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"probity/guidance/fuzztest"
	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/scenarios"
)

var update = flag.Bool("update", false, "write the goldens anew")

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

var options = Options{Made: noon.Add(time.Hour), Program: "1.0.0", Actor: Pseudonymous("learner")}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[V any](t testing.TB, what string, got, want V) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// holding returns a record that holds facts.
func holding(t testing.TB, facts ...progress.Fact) *folder.Folder {
	t.Helper()
	dir, err := os.MkdirTemp(t.TempDir(), "")
	check(t, err)
	r, err := folder.Open(folder.Options{Dir: dir, Now: func() time.Time { return noon }})
	check(t, err)
	check(t, r.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"}))
	_, err = r.Append(t.Context(), journal.Any, facts...)
	check(t, err)
	return r
}

// exported returns a record in a form.
func exported(t testing.TB, r *folder.Folder, format Format, o Options) string {
	t.Helper()
	from, err := r.Reading()
	check(t, err)
	defer from.Close()
	var out bytes.Buffer
	check(t, Write(&out, from, format, o))
	return out.String()
}

func answer(sitting, scenario string, marks float64) progress.Answer {
	return progress.Answer{Sitting: sitting, Scenario: scenario, Revision: 1, Topic: "boundaries", Principle: "friend-requests",
		Format: "best", Chosen: []string{"b"}, Marks: marks, Of: 1, Chance: 0.2, Sure: 2, Seconds: 41}
}

// evening is a practice with each format, an answer taken back, and an assessment in which an answer was changed.
func evening() []progress.Fact {
	rank, rate, talk := answer("p", "late-night-post", 18), answer("p", "trust-x:group-chat", 10), answer("p", "satire", 0)
	rank.Format, rank.Chosen, rank.Of, rank.Chance, rank.Sure = "rank", []string{"c", "a", "e", "b", "d"}, 20, 0.6, 0
	rate.Format, rate.Chosen, rate.Of, rate.Chance = "rate", []string{"a=4", "b=1", "c=2", "d=3"}, 16, 0.375
	talk.Format, talk.Of, talk.Chance, talk.Sure = "discuss", 0, 0, 0
	return []progress.Fact{
		progress.Sitting{ID: "p", Kind: progress.Practice, Drawn: []string{"friend-request", "late-night-post"}, Seed: 7, Library: "1.0.0"},
		answer("p", "friend-request", 0), progress.Undo{Of: 2}, answer("p", "friend-request", 1), rank, rate, talk,
		progress.Reflection{Scenario: "friend-request", Text: "=Ask\n\"first\"\u009b31m"},
		progress.Reflection{Scenario: "friend-request", Text: "Ask first", Replaces: 8},
		progress.Setting{Name: "role", Value: "student"},
		progress.Sitting{ID: "e", Kind: progress.Assessment, Drawn: []string{"x", "y"}, Library: "1.0.0"},
		answer("e", "x", 0), progress.Flag{Sitting: "e", Scenario: "x", On: 1}, answer("e", "x", 1), answer("e", "y", 1),
		progress.Submit{Sitting: "e", Pass: 0.5},
		progress.Sitting{ID: "open", Kind: progress.Assessment, Drawn: []string{"x"}, Library: "1.0.0"}, answer("open", "x", 1),
	}
}

func TestGoldens(t *testing.T) {
	r := holding(t, evening()...)
	for _, format := range formats {
		t.Run(string(format), func(t *testing.T) {
			path, got := filepath.Join("testdata", "evening."+string(format)), exported(t, r, format, options)
			if *update {
				check(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			check(t, err)
			same(t, path, got, string(want))
		})
	}
}

// schema compiles a JSON schema that also checks formats.
func compiled(t testing.TB, text []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	check(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	check(t, c.AddResource("mem:///schema.json", document))
	compiled, err := c.Compile("mem:///schema.json")
	check(t, err)
	return compiled
}

func statementSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "statement.schema.json"))
	check(t, err)
	return compiled(t, text)
}

func valid(t testing.TB, against *jsonschema.Schema, text string) {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	check(t, err)
	if err := against.Validate(document); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

func lines(text string) []string {
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// facts draws facts with any text in them, as packs and hands may have put it there.
func facts() *rapid.Generator[[]progress.Fact] {
	text := rapid.OneOf(rapid.SampledFrom([]string{"s", "=1+1", " =1", "\t=1", "@SUM", "+1", "-1", "-x", "\uff1d1", "a,b", "a\"b", "a\r\nb", "\u009b", ""}),
		rapid.String())
	number := rapid.OneOf(rapid.Map(rapid.IntRange(-3, 12), func(i int) float64 { return float64(i) }), rapid.Float64())
	return rapid.SliceOfN(rapid.OneOf(
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Answer{Sitting: text.Draw(t, "sitting"), Scenario: text.Draw(t, "scenario"), Variant: text.Draw(t, "variant"), Topic: text.Draw(t, "topic"),
				Principle: text.Draw(t, "principle"), Format: rapid.SampledFrom([]string{"best", "rate", "rank", "odd"}).Draw(t, "format"),
				Chosen: rapid.SliceOf(text).Draw(t, "chosen"), Marks: number.Draw(t, "marks"), Of: number.Draw(t, "of"),
				Chance: number.Draw(t, "chance"), Seconds: rapid.IntRange(-9, 99).Draw(t, "seconds")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Sitting{ID: text.Draw(t, "id"), Kind: rapid.SampledFrom([]progress.Kind{"practice", "assessment", "odd"}).Draw(t, "kind")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact { return progress.Reflection{Text: text.Draw(t, "text")} }),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Submit{Sitting: text.Draw(t, "sitting"), Pass: number.Draw(t, "pass")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact { return progress.Undo{Of: rapid.Int64Range(0, 20).Draw(t, "of")} }),
	), 0, 20)
}

func TestAnyRecordKeepsEachFormsPromise(t *testing.T) {
	document, statement := compiled(t, []byte(JSONSchema())), statementSchema(t)
	rapid.Check(t, func(rt *rapid.T) {
		given := facts().Draw(rt, "facts")
		r := holding(t, given...)
		answers := 0
		for _, f := range given {
			if _, ok := f.(progress.Answer); ok {
				answers++
			}
		}
		rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
		check(t, err)
		same(t, "rows", len(rows), answers+1)
		for _, row := range rows {
			for _, cell := range row {
				isInert(t, cell)
			}
		}
		valid(t, document, exported(t, r, JSON, options))
		ids := map[string]bool{}
		for _, line := range lines(exported(t, r, XAPI, options)) {
			if line == "" {
				continue
			}
			valid(t, statement, line)
			var s struct{ ID string }
			check(t, json.Unmarshal([]byte(line), &s))
			if ids[s.ID] {
				rt.Fatalf("two statements have the id %s", s.ID)
			}
			ids[s.ID] = true
		}
		for _, format := range formats {
			isPrintable(t, exported(t, r, format, options))
		}
	})
}

func isInert(t testing.TB, cell string) {
	t.Helper()
	if begins := strings.TrimSpace(cell); !isNumber(cell) && begins != "" && strings.ContainsAny(begins[:1], "=+-@") || strings.HasPrefix(cell, "\t") {
		t.Fatalf("a spreadsheet may take %q for a formula", cell)
	}
}

// isPrintable checks that nothing of an export would be obeyed by a terminal.
func isPrintable(t testing.TB, text string) {
	t.Helper()
	for _, r := range text {
		if r < ' ' && !strings.ContainsRune("\r\n\t", r) || r >= 0x7f && r < 0xa0 {
			t.Fatalf("%U is left in %q", r, text)
		}
	}
}

// What a cell is spelled with stays in it; what shows nothing there goes.
func TestACellShowsWhatItHolds(t *testing.T) {
	for in, want := range map[string]string{
		"Wales 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f": "Wales 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
		"علی\u200cرضا \u0600\u0661":                                           "علی\u200cرضا \u0600\u0661",
		"a\U000e0041\u202e\ufeffb":                                            "ab",
		"\u200d=1":                                                            "'=1",
	} {
		same(t, in, inert(in), want)
	}
}

func FuzzInert(f *testing.F) {
	for _, cell := range []string{"=1", "-1", "-1.5", "-1+1", " \u00a0=1", "'=1", "\ufeff=1", "\r=1", "1", "\x00=1", "\u200b=1"} {
		f.Add(cell)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		fuzztest.Within(t, len(cell), 1)
		got := inert(cell)
		isInert(t, got)
		if inert(got) != got || !utf8.ValidString(got) {
			t.Fatalf("%q became %q", cell, got)
		}
	})
}

func TestNumbersThatAreNoneAreLeftOut(t *testing.T) {
	r := holding(t, answer("s", "x", 1))
	text, err := os.ReadFile(r.Path())
	check(t, err)
	check(t, os.WriteFile(r.Path(), bytes.Replace(text, []byte("marks = 1\n"), []byte("marks = -inf\n"), 1), 0o600))
	valid(t, compiled(t, []byte(JSONSchema())), exported(t, r, JSON, options))
	valid(t, statementSchema(t), lines(exported(t, r, XAPI, options))[0])
	rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
	check(t, err)
	same(t, "marks", rows[1][6], "")
	same(t, "above chance", rows[1][9], "")
}

// An assessment is told as passed by the rule that it was handed in under, and as the record has it.
func TestAnAssessmentIsToldByItsRule(t *testing.T) {
	wrong, ranked := answer("s", "x", 0), answer("s", "y", 20)
	ranked.Format, ranked.Of, ranked.Chance = "rank", 20, 0.6
	odd := answer("s", "z", 7)
	for name, c := range map[string]struct {
		answers []progress.Fact
		rule    int
		verb    string
		above   string
	}{
		"by raw marks":                {[]progress.Fact{wrong, ranked}, 0, "passed", "0.8863636363636364"},
		"by shares":                   {[]progress.Fact{wrong, ranked}, scenarios.ByShares, "failed", "0.5833333333333334"},
		"with marks that can't be so": {[]progress.Fact{ranked, odd}, scenarios.ByShares, "failed", "1"},
	} {
		facts := append([]progress.Fact{progress.Sitting{ID: "s", Kind: progress.Assessment}}, c.answers...)
		told := lines(exported(t, holding(t, append(facts, progress.Submit{Sitting: "s", Pass: 0.6, Rule: c.rule})...), XAPI, options))
		last := told[len(told)-1]
		for _, want := range []string{"verbs/" + c.verb + `"`, `above-chance":` + c.above} {
			if !strings.Contains(last, want) {
				t.Errorf("%s: it lacks %s: %s", name, want, last)
			}
		}
	}
}

func TestMarksBeyondAnySense(t *testing.T) {
	odd := answer("s", "x", 1e300)
	odd.Of, odd.Chance = 1e-300, 0
	r := holding(t, progress.Sitting{ID: "s", Kind: progress.Assessment}, odd, progress.Submit{Sitting: "s"})
	valid(t, compiled(t, []byte(JSONSchema())), exported(t, r, JSON, options))
	for _, line := range lines(exported(t, r, XAPI, options)) {
		valid(t, statementSchema(t), line)
	}
}

// TestAPaperWithMarksThatCannotBeIsNotPassed: its statement says what the screen and the certificate say.
func TestAPaperWithMarksThatCannotBeIsNotPassed(t *testing.T) {
	paper := func(first progress.Answer) string {
		return exported(t, holding(t, progress.Sitting{ID: "s", Kind: progress.Assessment, Drawn: []string{"x", "y"}}, first, answer("s", "y", 1),
			progress.Submit{Sitting: "s", Pass: 0.5, Rule: scenarios.ByShares}), XAPI, options)
	}
	odd := answer("s", "x", 1)
	odd.Chance = 0.9
	for verb, first := range map[string]progress.Answer{"passed": answer("s", "x", 1), "failed": odd} {
		if told := paper(first); !strings.Contains(told, "verbs/"+verb) || strings.Contains(told, `"success":true,"completion":true`) != (verb == "passed") {
			t.Errorf("it should be %s:\n%s", verb, told)
		}
	}
}

// A time that can't be is in no form of the record, and in no sum.
func TestTimesThatCannotBeAreLeftOut(t *testing.T) {
	for _, seconds := range []int{-1, 86_401, 1e18} {
		odd := answer("s", "x", 1)
		odd.Seconds = seconds
		r := holding(t, progress.Sitting{ID: "s", Kind: progress.Assessment}, odd, answer("s", "y", 1), progress.Submit{Sitting: "s", Seconds: seconds},
			progress.Attended{Session: "room", Minutes: seconds, Situations: []string{}})
		document := exported(t, r, JSON, options)
		valid(t, compiled(t, []byte(JSONSchema())), document)
		same(t, "null", strings.Count(document, `"seconds":null`)+strings.Count(document, `"minutes":null`), 3)
		statements := exported(t, r, XAPI, options)
		for _, line := range lines(statements) {
			valid(t, statementSchema(t), line)
		}
		same(t, "durations", strings.Count(statements, `"duration":"PT41S"`), strings.Count(statements, `"duration"`))
		rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
		check(t, err)
		same(t, "seconds", []string{rows[1][11], rows[2][11]}, []string{"", "41"})
	}
}

// One date beyond any calendar stops no export.
func TestDatesBeyondAnyCalendar(t *testing.T) {
	for _, at := range []string{"9999-12-31T23:59:59-23:59", "0000-01-01T00:00:00+23:00", "0000-06-01T00:00:00Z"} {
		r := holding(t, progress.Sitting{ID: "s", Kind: progress.Practice}, answer("s", "x", 1),
			progress.Attended{Session: "room", Situations: []string{}, Held: noon})
		text, err := os.ReadFile(r.Path())
		check(t, err)
		check(t, os.WriteFile(r.Path(), bytes.ReplaceAll(text, []byte("2026-11-22T12:00:00Z"), []byte(at)), 0o600))
		document := exported(t, r, JSON, options)
		valid(t, compiled(t, []byte(JSONSchema())), document)
		same(t, "null", strings.Count(document, `"at":null`)+strings.Count(document, `"held":null`), 4)
		for _, line := range lines(exported(t, r, XAPI, options)) {
			valid(t, statementSchema(t), line)
		}
		rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
		check(t, err)
		same(t, "at", rows[1][12], "")
	}
}

// What was joined by hand is told once: a store refuses two statements of one id.
func TestOneStatementForWhatIsThereTwice(t *testing.T) {
	same(t, "statements", len(lines(exported(t, holding(t, answer("s", "x", 1), answer("s", "x", 1)), XAPI, options))), 1)
}

// TestEveryFormNamesWhatWasLeftBlank: a situation that an assessment was handed in without an answer to is told from a wrong answer.
func TestEveryFormNamesWhatWasLeftBlank(t *testing.T) {
	blank := answer("e", "y", 0)
	blank.Chosen, blank.Sure, blank.Seconds = nil, 0, 0
	r := holding(t, progress.Sitting{ID: "e", Kind: progress.Assessment, Drawn: []string{"x", "y"}, Library: "1.0.0"},
		answer("e", "x", 0), blank, progress.Flag{Sitting: "e", Scenario: "y", On: 1, Seconds: 100}, progress.Submit{Sitting: "e", Pass: 0.5, Seconds: 20})
	whole := exported(t, r, JSON, options)
	valid(t, compiled(t, []byte(JSONSchema())), whole)
	for form, says := range map[Format]string{JSON: `"left_blank":true`, XAPI: `"completion":false`, CSV: ",yes\r\n"} {
		same(t, string(form)+": named as blank", strings.Count(exported(t, r, form, options), says), 1)
	}
	for _, line := range lines(exported(t, r, XAPI, options)) {
		valid(t, statementSchema(t), line)
	}
	same(t, "the time of the assessment, handing in included", strings.Count(exported(t, r, XAPI, options), `"duration":"PT161S"`), 2)
}

// A record that grew, or was merged and numbered anew, says of its old facts what it said before.
func TestStatementsStayWhatTheyWere(t *testing.T) {
	all := evening()
	before := lines(exported(t, holding(t, all[:15]...), XAPI, options))
	after := exported(t, holding(t, all...), XAPI, options)
	for _, line := range before {
		if !strings.Contains(after, line+"\n") {
			t.Fatalf("this is no more said: %s", line)
		}
	}
	merged := holding(t, all...)
	early := progress.Setting{Name: "theme", Value: "dark", At: noon.Add(-time.Hour)}
	_, err := merged.Merge(holding(t, early).Path())
	check(t, err)
	same(t, "statements after merging", exported(t, merged, XAPI, options), after)
}

// TestOneNumberForOnePerson: a copy and a merged record have the number that they began with, and no two records have one.
func TestOneNumberForOnePerson(t *testing.T) {
	number := func(r *folder.Folder) string {
		from, err := r.Reading()
		check(t, err)
		defer from.Close()
		n, err := Number(from)
		check(t, err)
		return n
	}
	begun := func(id string, seed int64, at time.Time) progress.Fact {
		return progress.Sitting{ID: id, Kind: progress.Practice, Seed: seed, At: at}
	}
	one := holding(t, begun("20261122-120000-k3f9", 7, noon), answer("20261122-120000-k3f9", "x", 1))
	later := holding(t, begun("20261122-130000-abcd", 8, noon.Add(time.Hour)))
	before := number(one)
	_, err := later.Merge(one.Path())
	check(t, err)
	same(t, "the number of a record that this one was merged into", number(later), before)
	_, err = one.Merge(later.Path())
	check(t, err)
	same(t, "the number of this one, once that was merged", number(one), before)
	for name, other := range map[string]progress.Fact{"the id": begun("20261122-120000-k3f8", 7, noon), "the seed": begun("20261122-120000-k3f9", 6, noon),
		"the time": begun("20261122-120000-k3f9", 7, noon.Add(time.Second))} {
		if number(holding(t, other)) == before {
			t.Errorf("a record that differs by %s has the same number", name)
		}
	}
	same(t, "the number of a record without a sitting", number(holding(t, answer("s", "x", 1))), "")
}

func TestActors(t *testing.T) {
	for name, c := range map[string]struct {
		actor Actor
		want  string
		err   error
	}{
		"nobody":                      {Actor{}, "", errNobody},
		"a number":                    {Pseudonymous("7d6b"), `{"objectType":"Agent","account":{"homePage":"https://probity.invalid/","name":"7d6b"}}`, nil},
		"mail":                        {Actor{Name: "Ánh", Mail: "anh@example.org"}, `{"objectType":"Agent","name":"Ánh","mbox":"mailto:anh@example.org"}`, nil},
		"joined name":                 {Actor{Name: "علی\u200cرضا\u202e\r\nBell", Mail: "a@b.c"}, "{\"objectType\":\"Agent\",\"name\":\"علی\\u200cرضا Bell\",\"mbox\":\"mailto:a@b.c\"}", nil},
		"account":                     {Actor{HomePage: "https://example.org", Account: "a1"}, `{"objectType":"Agent","account":{"homePage":"https://example.org","name":"a1"}}`, nil},
		"name alone":                  {Actor{Name: "Ánh"}, "", errNameAlone},
		"both":                        {Actor{Mail: "a@b.c", Account: "a", HomePage: "https://b.c"}, "", errTwoActors},
		"no mail":                     {Actor{Mail: "anh at work"}, "", errMail},
		"no dot":                      {Actor{Mail: "anh@ward"}, "", errMail},
		"not ASCII":                   {Actor{Mail: "ánh@example.org"}, "", errMail},
		"blank":                       {Actor{Account: " ", HomePage: "https://b.c"}, "", errHalfAccount},
		"hidden":                      {Actor{Account: "a\u202eb", HomePage: "https://b.c"}, "", errAccount},
		"a gap":                       {Actor{Account: "a", HomePage: "https://b.c/d e"}, "", errHomePage},
		"half":                        {Actor{Account: "a1"}, "", errHalfAccount},
		"more than one address in it": {Actor{Mail: "anh?cc=ben@example.org"}, "", errMail},
		"an address in signs":         {Actor{Mail: "anh%40example.org@example.org"}, "", errMail},
		"a password":                  {Actor{Account: "a1", HomePage: "https://anh:secret@example.org"}, "", errHomePage},
		"no web page":                 {Actor{Account: "a1", HomePage: "javascript:alert(1)"}, "", errHomePage},
	} {
		t.Run(name, func(t *testing.T) {
			from, err := holding(t, answer("s", "x", 1)).Reading()
			check(t, err)
			defer from.Close()
			var out bytes.Buffer
			if err = Write(&out, from, XAPI, Options{Actor: c.actor}); !errors.Is(err, c.err) {
				t.Fatalf("got %v", err)
			}
			if c.err == nil {
				valid(t, statementSchema(t), out.String())
				if !strings.Contains(out.String(), `"actor":`+c.want) {
					t.Fatalf("got %s", out.String())
				}
			}
		})
	}
}

// formats are all there are.
var formats = []Format{CSV, JSON, XAPI, TOML}

// TestTheRecordItselfIsOneOfThem: probity opens it, and it is the record's own file but for what another version or a hand put there.
func TestTheRecordItselfIsOneOfThem(t *testing.T) {
	r := holding(t, progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"x"}}, answer("s", "x", 1), progress.Reflection{Scenario: "x", Text: "a \"b\"\nc"}, progress.Undo{Of: 2})
	own, err := os.ReadFile(r.Path())
	check(t, err)
	same(t, "the file", exported(t, r, TOML, options), string(own))
}

func TestFormats(t *testing.T) {
	for _, format := range formats {
		got, err := ParseFormat(strings.ToUpper(string(format)))
		check(t, err)
		same(t, "format", got, format)
	}
	if _, err := ParseFormat("pdf"); err == nil || !strings.Contains(err.Error(), "csv, json, xapi or toml") {
		t.Errorf("got %v", err)
	}
	same(t, "formats", len(formats), len(forms()))
}

// full is a disk with room for some bytes.
type full struct{ room int }

func (f *full) Write(text []byte) (int, error) {
	if f.room -= len(text); f.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(text), nil
}

func TestAFullDiskIsReported(t *testing.T) {
	var many []progress.Fact
	for i := range 1000 {
		many = append(many, answer("s", fmt.Sprint(i), 1))
	}
	r := holding(t, many...)
	for _, format := range formats {
		for _, room := range []int{0, 70_000} {
			from, err := r.Reading()
			check(t, err)
			if err := Write(&full{room}, from, format, options); err == nil || !strings.Contains(err.Error(), "no space left") {
				t.Errorf("%s with room for %d: %v", format, room, err)
			}
			from.Close()
		}
	}
}

// long is a record with n answers, an assessment among every ten sittings.
func long(t testing.TB, n int) *folder.Folder {
	t.Helper()
	r := holding(t)
	var many []progress.Fact
	for i := range n {
		sitting := fmt.Sprint("20261122-092811-", i/20)
		if i%20 == 0 {
			kind := progress.Practice
			if i%200 == 0 {
				kind = progress.Assessment
			}
			many = append(many, progress.Sitting{ID: sitting, Kind: kind, Drawn: []string{"x"}})
		}
		a := answer(sitting, fmt.Sprintf("friend-request-after-discharge-%d", i%130), float64(i%2))
		a.At = noon.Add(time.Duration(i) * time.Minute)
		many = append(many, a)
	}
	_, err := r.Append(t.Context(), journal.Any, many...)
	check(t, err)
	return r
}

// peak returns the most memory in use while a record is exported, in MiB, as seen at every write.
func peak(t testing.TB, r *folder.Folder, format Format) float64 {
	t.Helper()
	runtime.GC()
	from, err := r.Reading()
	check(t, err)
	defer from.Close()
	w := &watcher{}
	check(t, Write(w, from, format, options))
	return float64(w.most) / (1 << 20)
}

// watcher looks at what is reachable on every so many writes.
type watcher struct {
	writes int
	most   uint64
}

func (w *watcher) Write(text []byte) (int, error) {
	if w.writes++; w.writes%50 == 1 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.most = max(w.most, m.HeapAlloc)
	}
	return len(text), nil
}

func TestMemoryStaysFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("100,000 answers")
	}
	small, large := long(t, 1_000), long(t, 100_000)
	for _, format := range formats {
		few, many := peak(t, small, format), peak(t, large, format)
		t.Logf("%s: %.1f MiB for 1,000 answers, %.1f MiB for 100,000", format, few, many)
		if many > few+16 { // what decides which answers count, and the chunks being read
			t.Errorf("%s takes %.1f MiB for 100,000 answers and %.1f MiB for 1,000", format, many, few)
		}
	}
}

func BenchmarkExport(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := long(b, n)
		for _, format := range formats {
			b.Run(fmt.Sprintf("answers=%d/%s", n, format), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					from, err := r.Reading()
					check(b, err)
					check(b, Write(io.Discard, from, format, options))
					from.Close()
				}
			})
		}
	}
}
