package changes

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/scenarios/starter"
)

// house is a pack, with replacements in its files: pairs of what stood there and what stands there now, behind the name of the file. A file
// without any is left out.
func house(t *testing.T, base *pack.Pack, edits map[string][]string) *pack.Pack {
	t.Helper()
	files, err := starter.Files(starter.Answers{Title: "House", ID: "house", Owner: "A house", Country: "uk", Document: "Rules", Today: time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: text}
	}
	for name, pairs := range edits {
		if len(pairs) == 0 {
			delete(tree, name)
			continue
		}
		text := ""
		if file := tree[name]; file != nil {
			text = string(file.Data)
		}
		for i := 0; i < len(pairs); i += 2 {
			if !strings.Contains(text, pairs[i]) {
				t.Fatalf("%s has no %q", name, pairs[i])
			}
			text = strings.Replace(text, pairs[i], pairs[i+1], 1)
		}
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, err := pack.Load(tree, base)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const (
	question = "scenarios/messages/a-question-at-six.toml"
	window   = "scenarios/messages/the-wrong-window.toml"
	policy   = "guidance/policy.toml"
)

// TestBetween: for each edit, what an author is told.
func TestBetween(t *testing.T) {
	base, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		before, after map[string][]string
		want          []string // kind, subject, and what is in the words
	}{
		"nothing":      {},
		"a note alone": {after: map[string][]string{question: {"# A twin:", "# Twins:"}}},
		"lines broken": {after: map[string][]string{question: {"Six in the evening. ", "Six in the evening.\n"}}},
		"a key, not raised": {after: map[string][]string{question: {`key = ["b"]`, `key = ["d"]`}}, want: []string{
			"raise a-question-at-six: raise its revision to 2: the key of bed-nine has moved", "key a-question-at-six/bed-nine: from b to d"}},
		"a key, raised": {after: map[string][]string{question: {"revision = 1", "revision = 2", `key = ["b"]`, `key = ["d"]`}}, want: []string{
			"key a-question-at-six/bed-nine: from b to d", "notice a-question-at-six: revision 2: the key of bed-nine has moved. Answers given before become “reworded since”"}},
		"a ranking": {after: map[string][]string{window: {"revision = 1", "revision = 2", `"c", "d", "e", "a", "b"`, `"c", "d", "e", "b", "a"`}}, want: []string{
			"key the-wrong-window/the-potassium: from c, d, e, a, b to c, d, e, b, a", "notice the-wrong-window: revision 2"}},
		"raised for nothing": {after: map[string][]string{question: {"revision = 1", "revision = 2"}}, want: []string{"notice a-question-at-six: its revision was raised from 1 to 2, and nothing"}},
		"lowered":            {before: map[string][]string{question: {"revision = 1", "revision = 3"}}, want: []string{"raise a-question-at-six: its revision went down from 3 to 1: raise it to 4"}},
		"facts":              {after: map[string][]string{question: {"bed 9 still", "bed 8 still"}}, want: []string{"raise a-question-at-six: raise its revision to 2: other words in the facts of bed-nine"}},
		"a letter":           {after: map[string][]string{question: {"Leave it to somebody", "Leave at to somebody"}}, want: []string{"look a-question-at-six: one letter more, less or other in option c: if that means something else, raise its revision to 2"}},
		"a letter, raised":   {after: map[string][]string{question: {"revision = 1", "revision = 2", "Leave it to somebody", "Leave at to somebody"}}, want: []string{"notice a-question-at-six: revision 2: one letter more, less or other in option c."}},
		"a slip":             {after: map[string][]string{question: {"private message", "privat message"}}, want: []string{"wording a-question-at-six: other spelling or signs in option d"}},
		"a comma":            {after: map[string][]string{question: {"Leave it to somebody else", "Leave it, to somebody else"}}, want: []string{"wording a-question-at-six: other spelling or signs in option c"}},
		"an option more":     {after: map[string][]string{question: {"[[variant]]", "[[option]]\nid = \"e\"\ntext = \"Ring the ward\"\nwhy = \"It takes longer.\"\ncites = [\"policy/patients\"]\n[[variant]]"}}, want: []string{"raise a-question-at-six: raise its revision to 2: option e was added"}},
		"options that changed letters": {after: map[string][]string{question: {`"Answer him in the group"`, `"Answer him in the employer's app" # was b`, `text = "Answer him in the employer's app"` + "\n\n", `text = "Answer him in the group"` + "\n\n"}}, want: []string{
			"raise a-question-at-six: raise its revision to 2: what was option b is option a now"}},
		"a reason":       {after: map[string][]string{question: {"Silence helps neither", "Silence serves neither"}}, want: []string{"wording a-question-at-six/bed-nine: the rationale of c", "wording a-question-at-six/the-swap: the rationale of c", "wording a-question-at-six/the-sheets: the rationale of c"}},
		"a citation":     {after: map[string][]string{question: {"cites = [\"policy/patients\"]", "cites = [\"policy/patients\", \"lead\"]"}}, want: []string{"notice a-question-at-six/bed-nine: option a cited policy/patients, and cites lead, policy/patients"}},
		"a force":        {after: map[string][]string{policy: {`force = "must"`, `force = "should"`}}, want: []string{"notice policy/patients: asks for more or for less: must before, should now"}},
		"a level":        {after: map[string][]string{question: {"level = 1", "level = 2"}}, want: []string{"notice a-question-at-six: the level went from 1 to 2"}},
		"gone, unsaid":   {after: map[string][]string{window: {}}, want: []string{"keep the-wrong-window: is gone: add these lines to scenarios/gone.toml", "notice the-wrong-window: is not in the pack any more"}},
		"gone, and said": {after: map[string][]string{window: {}, "scenarios/gone.toml": {"", "[[gone]]\nid = \"the-wrong-window\"\ntitle = \"The wrong window\"\nprinciple = \"the-right-group\"\n"}}, want: []string{"notice the-wrong-window: is not in the pack any more"}},
		"new":            {before: map[string][]string{window: {}}, want: []string{"notice the-wrong-window: is new: 2 variants"}},
		"an id again":    {before: map[string][]string{window: {}, "scenarios/gone.toml": {"", "[[gone]]\nid = \"the-wrong-window\"\ntitle = \"The wrong window\"\nprinciple = \"the-right-group\"\n"}}, want: []string{"keep the-wrong-window: has the id of one that left"}},
	} {
		t.Run(name, func(t *testing.T) {
			all, err := Between(house(t, base, c.before), house(t, base, c.after), base)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, one := range all {
				if one.Subject == pack.ManifestName { // its own test
					continue
				}
				got = append(got, fmt.Sprintf("%s %s: %s", one.Kind, one.Subject, one.Says))
			}
			if !slices.EqualFunc(got, c.want, strings.HasPrefix) {
				t.Errorf("it says\n%s", strings.Join(got, "\n"))
			}
		})
	}
}

// TestTheVersionIsRaised: what changed under the same version is said once, and nothing where it was raised or where nothing changed.
func TestTheVersionIsRaised(t *testing.T) {
	base, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	level := []string{"level = 1", "level = 2"}
	for name, c := range map[string]struct {
		edits map[string][]string
		told  int
	}{
		"nothing changed": {nil, 0}, "not raised": {map[string][]string{question: level}, 1},
		"raised": {map[string][]string{question: level, "pack.toml": {`version = "0.1.0"`, `version = "0.2.0"`}}, 0},
	} {
		all, err := Between(house(t, base, nil), house(t, base, c.edits), base)
		told := 0
		for _, one := range all {
			if one.Kind == Look && one.Subject == "pack.toml" && strings.Contains(one.Says, "the version is 0.1.0 in both") {
				told++
			}
		}
		if err != nil || told != c.told {
			t.Errorf("%s: %v, %v", name, all, err)
		}
	}
}

// TestWhatLeftHasItsLines: they can be put into gone.toml as they are, and then nothing is left to be done.
func TestWhatLeftHasItsLines(t *testing.T) {
	base, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	before, without := house(t, base, nil), map[string][]string{window: {}}
	all, err := Between(before, house(t, base, without), base)
	if err != nil || all[0].Paste != "[[gone]]\nid = \"the-wrong-window\"\ntitle = \"The wrong window\"\nprinciple = \"what-leads-to-a-patient\"\n" {
		t.Fatalf("%+v, %v", all, err)
	}
	without["scenarios/gone.toml"] = []string{"", all[0].Paste}
	if all, err = Between(before, house(t, base, without), base); err != nil || all[0].Kind == Keep {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestOtherPacksAreNotCompared: answers are recorded under the id.
func TestOtherPacksAreNotCompared(t *testing.T) {
	base, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	_, err = Between(house(t, base, nil), house(t, base, map[string][]string{"pack.toml": {`id = "house"`, `id = "garden"`}}), base)
	if !errors.Is(err, errOtherPack) || !strings.Contains(err.Error(), `"house" and of the other "garden"`) {
		t.Errorf("it says %v", err)
	}
}

// TestCompare: which wordings are the same, a slip, or may mean something else.
func TestCompare(t *testing.T) {
	cases := map[[2]string]likeness{
		{"One  two", "One\ntwo"}: same, {"Ring her.", "Ring her!"}: respelt, {"The recieved one", "The received one"}: respelt,
		{"You must", "You must not"}: reworded, {"can", "can't"}: reworded, {"potassium 6.1", "potassium 6.7"}: reworded, {"patient", "patients"}: doubtful, {"the app", "the ap"}: doubtful, {"now", "not"}: reworded, {"no", "so"}: reworded,
		{"Ring him", "Ring her"}: reworded, {"−3", "3"}: reworded, {"“now”", "'now'"}: respelt, {"weekly", "weakly"}: respelt,
	}
	for _, pair := range slices.SortedFunc(maps.Keys(cases), func(x, y [2]string) int { return strings.Compare(x[0], y[0]) }) {
		if got := compare(pair[0], pair[1]); got != cases[pair] || compare(pair[1], pair[0]) != got {
			t.Errorf("%q became %q: %d", pair[0], pair[1], got)
		}
	}
}

// TestEveryKindIsDocumented, in the order in which changes are listed.
func TestEveryKindIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	rest := string(text)
	for _, k := range Kinds() {
		_, after, listed := strings.Cut(rest, "| `"+string(k)+"` |")
		if !listed {
			t.Fatalf("docs/formats.md lacks the kind %q, or has it elsewhere in the list", k)
		}
		rest = after
	}
}
