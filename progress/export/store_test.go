// What a learning record store says of the statements: the rules of one that others wrote, and the schema that Rustici Software published,
// who wrote the first edition of the specification. The gate has both from npm.

package export

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// storeFolder is the variable that names the folder into which both were installed.
const storeFolder = "PROBITY_XAPI"

// asked is the program that asks the store's rules and the published schema of each line. It answers with a line each: what is wrong, and
// where. The schema is of the specification's edition 1.0.1; 1.0.3 changed nothing that statements of ours have.
const asked = `
const from = process.argv[1] + "/node_modules/", rules = require(from + "@learninglocker/xapi-validation").default;
const schema = require(from + "tin-can-json-schema/1.0.1.json"), formats = require(from + "tin-can-json-schema/formats.json");
const ajv = new (require(from + "ajv-draft-04").default)({strict: false, allErrors: true, unicodeRegExp: false});
for (const name in formats) ajv.addFormat(name, new RegExp(formats[name]));
ajv.addSchema({...schema, id: "probity:xapi"});
const published = ajv.compile({$ref: "probity:xapi#statement"});
for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) {
  const s = JSON.parse(line), wrong = rules(s, ["statement"]).map((w) => w.name + " at " + w.path.join("."));
  if (!published(s)) wrong.push("schema at " + published.errors.map((e) => "statement" + e.instancePath.replaceAll("/", ".") + " " + e.message).join(", "));
  console.log(wrong.join("; "));
}
`

// store says of each statement what is wrong with it; "" for nothing.
func store(t *testing.T, statements []string) []string {
	t.Helper()
	folder := os.Getenv(storeFolder)
	if folder == "" {
		t.Skip("no rules of a learning record store: " + storeFolder + " names no folder that has them")
	}
	cmd := exec.CommandContext(t.Context(), "node", "-e", asked, folder)
	cmd.Stdin, cmd.Stderr = strings.NewReader(strings.Join(statements, "\n")), os.Stderr
	out, err := cmd.Output()
	check(t, err)
	said := lines(string(out))
	same(t, "answers", len(said), len(statements))
	return said
}

// everything is a record with every kind of statement: of each format an answer with the key and one that was guessed, in a practice; a
// variant and its turn; one taken back; a review; an assessment that was passed, and one that was not, with a blank.
func everything(t *testing.T) []progress.Fact {
	var all []progress.Fact
	begin := func(id string, kind progress.Kind) {
		all = append(all, progress.Sitting{ID: id, Kind: kind, Drawn: []string{"x"}, Seed: 7, Library: "1.0.0"})
	}
	give := func(sitting string, s *scenarios.Situation, chosen []string) {
		m := s.Format.Mark(s, chosen)
		all = append(all, progress.Answer{Sitting: sitting, Scenario: s.Family, Variant: s.Variant, Revision: 1, Topic: s.Topic, Principle: s.Principle,
			Format: s.Format.Name(), Chosen: chosen, Marks: m.Marks, Of: m.Of, Chance: m.Chance, Sure: 3, Seconds: 41})
	}
	begin("practice", progress.Practice)
	for _, pack := range []*scenarios.Bank{scenariostest.Pack(t).Bank, scenariostest.Families(t).Bank} {
		for _, s := range pack.All() {
			give("practice", s, s.Key)
			give("practice", s, s.Format.Guess(s, s.OptionIDs()))
		}
	}
	all = append(all, progress.Undo{Of: int64(len(all))})
	begin("review", progress.Review)
	all = append(all, answer("review", "told-alone", 1))
	for marks, id := range []string{"failed", "passed"} {
		begin(id, progress.Assessment)
		blank := answer(id, "y", 0)
		blank.Chosen, blank.Sure, blank.Seconds = nil, 0, 0
		all = append(all, answer(id, "x", float64(marks)), answer(id, "z", float64(marks)), blank, progress.Submit{Sitting: id, Pass: 0.5, Rule: 2, Seconds: 20})
	}
	return all
}

// TestAStoreTakesEveryKindOfStatement, about a number, a mail address and an account.
func TestAStoreTakesEveryKindOfStatement(t *testing.T) {
	r := holding(t, everything(t)...)
	for _, who := range []Actor{Pseudonymous("7d6b"), {Name: "Ánh", Mail: "anh@example.org"}, {HomePage: "https://learn.example.org", Account: "s1234"}} {
		about := options
		about.Actor = who
		statements := lines(exported(t, r, XAPI, about))
		for _, kind := range []string{"verbs/initialized", "verbs/answered", "verbs/voided", "verbs/completed", "verbs/passed", "verbs/failed", `"completion":false`,
			`"choice"`, `"sequencing"`, `"matching"`, "situation/a-request/from-the-ward", "situation/told-alone"} {
			if !strings.Contains(strings.Join(statements, "\n"), kind) {
				t.Errorf("no statement has %s", kind)
			}
		}
		for i, wrong := range store(t, statements) {
			if wrong != "" {
				t.Errorf("%s: %s", wrong, statements[i])
			}
		}
	}
}

// TestAStoreRefusesWhatIsBroken, so that what it takes says something.
func TestAStoreRefusesWhatIsBroken(t *testing.T) {
	whole := lines(exported(t, holding(t, answer("s", "x", 1)), XAPI, options))[0]
	var broken []string
	names := []string{"actor.account.homePage", "verb.id", "object.id", "result.duration", "result.score.scaled", "timestamp", "id"}
	for _, name := range names {
		var s map[string]any
		check(t, json.Unmarshal([]byte(whole), &s))
		at, path := s, strings.Split(name, ".")
		for _, part := range path[:len(path)-1] {
			at = at[part].(map[string]any)
		}
		at[path[len(path)-1]] = "forty-one"
		text, err := json.Marshal(s)
		check(t, err)
		broken = append(broken, string(text))
	}
	for i, wrong := range store(t, broken) {
		if by := strings.Count(wrong, names[i]); by < 2 || !strings.Contains(wrong, "schema at ") {
			t.Errorf("a broken %s is taken by the store or the schema: %q", names[i], wrong)
		}
	}
}
