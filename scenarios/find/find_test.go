package find_test

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/find"
)

// small is an index of a few extracts, one situation of Ireland and one principle.
func small() *find.Index {
	clause := func(id, locator, text, topic string) *guidance.Clause {
		return &guidance.Clause{ID: id, Locator: locator, Text: text, Topic: topic, Force: guidance.Should}
	}
	now := &guidance.Source{ID: "now", Title: "What holds", Jurisdiction: guidance.UK, Status: guidance.InForce, Clauses: []*guidance.Clause{
		clause("now/1", "paragraph 1", "Ask before a photograph is taken. Blocked accounts stay blocked.", "images"),
		clause("now/2", "Photographs, paragraph 2", "Off-duty posts and a DM count too, at the café-goer's table.", "respect"),
		clause("now/3", "paragraph 3", "Private groups may be read outside.", "groups"),
	}}
	then := &guidance.Source{ID: "then", Title: "What held", Jurisdiction: guidance.UK, Status: guidance.Superseded, Clauses: []*guidance.Clause{
		clause("then/1", "photo, paragraph 9", "A photo is a photo.", "images"),
	}}
	abroad := &guidance.Source{ID: "abroad", Title: "An article", Jurisdiction: guidance.Ireland, Status: guidance.Commentary, Clauses: []*guidance.Clause{
		clause("abroad/1", "paragraph 1", "A photo stays.", "images"),
	}}
	bank := scenarios.NewBank([]scenarios.Topic{
		{ID: "images", Title: "Pictures", Words: [][]string{{"selfie", "photo", "photograph"}, {"Snapchat"}}},
		{ID: "groups", Title: "Groups", Words: [][]string{{"WhatsApp", "what's app", "group chat", "chat in a group", "private group"}}},
	}, []scenarios.Principle{{ID: "ask", Topic: "images", Lesson: "Ask before the camera."}}, []*scenarios.Situation{{
		ID: "bay-four", Title: "Bay four", Principle: "ask", Format: scenarios.Formats()[0], Stem: "She blocks you on Snapchat.", Jurisdictions: []guidance.Jurisdiction{guidance.Ireland},
		Options: []scenarios.Option{{ID: "a", Text: "Ring her", Why: "Her mother knows."}},
	}})
	return find.New(guidance.NewLibrary([]*guidance.Source{now, abroad, then}, nil), bank)
}

// all are the ids of what is found, in its order.
func all(groups []find.Group) string {
	var out []string
	for _, g := range groups {
		out = append(out, ids([]find.Group{g}, g.Kind, 1000)...)
	}
	return strings.Join(out, " ")
}

func TestWhatWordsFind(t *testing.T) {
	x := small()
	for name, c := range map[string]struct{ query, finds string }{
		"an empty query":                     {"", ""},
		"a word, in any case":                {"ACCOUNTS", "now/1"},
		"its stem":                           {"blocking", "now/1 bay-four"},
		"what a word begins":                 {"accou", "now/1"},
		"one slip of the key":                {"acounts", "now/1"},
		"two that changed places":            {"accuonts", "now/1"},
		"two slips are too many":             {"acunts", ""},
		"a slip in the first letter as well": {"eccounts", ""},
		"an abbreviation's plural":           {"dms", "now/2"},
		"another name in a text":             {"whatsapp", "now/3"},
		"names of several words as one":      {"groupchat", "now/3"},
		"one word as several":                {"snap chat", "bay-four now/1 abroad/1 then/1 ask"},
		"one of which says nothing":          {"what's app", "now/3"},
		"names without small words":          {"chatting in the groups", "now/3"},
		"names with a slip of the key":       {"gruops chat", "now/3"},
		"a name that was nearly typed":       {"whatsap", "now/3"},
		"what is met by a topic comes last":  {"selfie", "now/2 now/1 abroad/1 then/1 bay-four ask"},
		"a hyphen is as a blank":             {"off duty", "now/2"},
		"any apostrophe":                     {"goer’s", "now/2"},
		"any hyphen, no accent":              {"CAFE‑goer", "now/2"},
		"what was pasted with it":            {"\u202etable\u00a0posts\x1b", "now/2"},
		"an id":                              {"abroad/1", "abroad/1"},
		"a document's standing":              {"superseded", "then/1"},
		"all words, each anywhere":           {"photograph posts", "now/2"},
		"not all words":                      {"photograph nowhere", ""},
		"a name, where none has all words":   {"whatsapp mother", "now/3"},
		"words that say nothing":             {"is the account", "now/1"},
		"what only a rationale says":         {"mother", "bay-four"},
		"a document's name":                  {"article", "abroad/1"},
	} {
		if got := all(x.Search(c.query, ukDoctor)); got != c.finds {
			t.Errorf("%s: %q finds %q, want %q", name, c.query, got, c.finds)
		}
	}
}

// TestApostrophesAreAlike: typed, typeset, or left out.
func TestApostrophesAreAlike(t *testing.T) {
	x := builtin(t)
	want := all(x.Search("don't", ukDoctor))
	for _, query := range []string{"don’t", "dont", "DON´T"} {
		if got := all(x.Search(query, ukDoctor)); got != want || got == "" {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}

func TestALineIsWhereTheWordsStand(t *testing.T) {
	hit := small().Search("blocking", ukDoctor)[0].Hits[0]
	if hit.Line != "Blocked accounts stay blocked." || !slices.Equal(hit.Words, []string{"blocked"}) || hit.Topic != "" {
		t.Errorf("%+v", hit)
	}
	byTopic := small().Search("snapchat", ukDoctor)
	if got := byTopic[len(byTopic)-1].Hits[0]; got.ID != "ask" || got.Topic != "images" || got.Line != "Ask before the camera." {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsOfferedInsteadFindsSomething(t *testing.T) {
	for query, want := range map[string][]string{
		"acunts":              {"accounts"},
		"photograph acunts":   {"photograph accounts", "photograph"},
		"blokcd acunts":       {"blocked accounts", "blocks accounts"},
		"accounts photograph": {},
		"zzzz":                {},
		"accounts zzzz":       {},
		"zzzz selfie":         {"selfie"},
		"zzzz for a selfie":   {"selfie"},
	} {
		if got := small().Instead(query, ukDoctor); len(small().Search(query, ukDoctor)) == 0 && !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}
