package guidance

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func sample() *Library {
	now := &Source{ID: "now", Title: "New guidance", Publisher: "A regulator", Jurisdiction: UK, Status: InForce,
		InForce: time.Date(2024, 1, 30, 0, 0, 0, 0, time.UTC), AppliesTo: []Role{Doctor, PhysicianAssociate}, Clauses: []*Clause{
			{ID: "now/1", Locator: "paragraph 1", Force: ShouldUsually, Topic: "anonymity", Text: "You should usually say who you are."},
			{ID: "now/2", Locator: "paragraph 2", Force: MustNot, Topic: "boundaries", Text: "You must not mix friends and patients: it's a café-goer’s mistake."},
		}}
	then := &Source{ID: "then", Title: "Old guidance", Publisher: "A regulator", Jurisdiction: UK, Status: Superseded, Published: "2013",
		AppliesTo: []Role{Doctor}, Clauses: []*Clause{
			{ID: "then/9", Locator: "paragraph 9", Force: Should, Topic: "anonymity", Text: "Doctors should have given a name.", Today: []string{"now/1"}, Changed: "Now usual."},
		}}
	abroad := &Source{ID: "abroad", Title: "An article", Publisher: "A defence body", Jurisdiction: Ireland, Status: Commentary, Reports: "the Guide",
		Published: "2024-04-21", AppliesTo: []Role{Doctor}, Clauses: []*Clause{
			{ID: "abroad/1", Locator: "paragraph 1", Force: Should, Topic: "anonymity", Text: "Advice should carry a name."},
		}}
	return NewLibrary([]*Source{now, abroad, then}, []*Difference{{Topic: "anonymity", Title: "Names", UK: []string{"now/1"}, IE: []string{"abroad/1"}}})
}

func ids(clauses []*Clause) string {
	var out []string
	for _, c := range clauses {
		out = append(out, c.ID)
	}
	return strings.Join(out, " ")
}

func TestLookingUp(t *testing.T) {
	l := sample()
	for name, c := range map[string]struct{ got, want string }{
		"in the order asked for, each once": {ids(l.Clauses([]string{"then/9", "now/1", "then/9", "no/0"})), "then/9 now/1"},
		"by topic":                          {ids(l.ByTopic("anonymity")), "now/1 abroad/1 then/9"},
		"what stood before a clause":        {ids(l.Before([]string{"now/1"})), "then/9"},
		"nothing stood before":              {ids(l.Before([]string{"now/2"})), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
	if len(l.Differences([]string{"abroad/1"})) != 1 || len(l.Differences([]string{"now/2"})) != 0 {
		t.Error("differences are not found by their clauses")
	}
}

// TestARoomOfSeveralRolesIsToldWhomItBinds, and nothing of why one of them is shown it.
func TestARoomOfSeveralRolesIsToldWhomItBinds(t *testing.T) {
	room := Reader{AnyRole, UK}
	for _, c := range []struct {
		to   []Role
		want []string
	}{
		{[]Role{Doctor, Student}, []string{"Addressed to registered doctors and medical students"}},
		{Roles(), nil},
	} {
		clause := &Clause{Source: &Source{Status: InForce, Jurisdiction: UK, AppliesTo: c.to}}
		if labels := clause.Labels(room); !slices.Equal(labels, c.want) {
			t.Errorf("to %v: labels %q, want %q", c.to, labels, c.want)
		}
	}
}

// TestLabels holds what a reader is told before trusting a clause: formats.md, who is offered what.
func TestLabels(t *testing.T) {
	l := sample()
	ukDoctor, irishDoctor := Reader{Doctor, UK}, Reader{Doctor, Ireland}
	for _, c := range []struct {
		name, clause string
		reader       Reader
		want         []string // a word of each label
	}{
		{"in force, for this reader", "now/1", ukDoctor, nil},
		{"superseded", "then/9", ukDoctor, []string{"Superseded"}},
		{"superseded, another country and other people", "then/9", Reader{Student, Ireland}, []string{"Superseded", "not where you practise", "registered doctors; shown for comparison"}},
		{"another country", "now/1", irishDoctor, []string{"For the United Kingdom"}},
		{"commentary at home", "abroad/1", irishDoctor, []string{"Commentary: reports the Guide"}},
		{"commentary abroad", "abroad/1", ukDoctor, []string{"Commentary", "For Ireland"}},
		{"a student reading what registrants are held to", "now/1", Reader{Student, UK}, []string{"registered doctors and physician associates; shown because it is what you will be held to"}},
		{"a student reading commentary", "abroad/1", Reader{Student, Ireland}, []string{"Commentary", "registered doctors; shown because it is useful to you too"}},
		{"an associate who is not addressed", "now/1", Reader{AnaesthesiaAssociate, UK}, []string{"colleagues are held to it"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			clause, _ := l.Clause(c.clause)
			labels := clause.Labels(c.reader)
			if len(labels) != len(c.want) {
				t.Fatalf("labels %q, want %d", labels, len(c.want))
			}
			for i, want := range c.want {
				if !strings.Contains(labels[i], want) {
					t.Errorf("label %q does not say %q", labels[i], want)
				}
			}
		})
	}
}

func TestAnExtractNamesItsForceSourceAndPlace(t *testing.T) {
	l := sample()
	clause, _ := l.Clause("then/9")
	md := clause.Markdown(Reader{Doctor, UK})
	for _, want := range []string{"### SHOULD · superseded · UK", "Doctors should have given a name.", "*Old guidance (A regulator, 2013), paragraph 9*", "> Superseded"} {
		if !strings.Contains(md, want) {
			t.Errorf("%q is not in\n%s", want, md)
		}
	}
}

// TestAPinpointShortensThePublisherAsItsSourceSays: by its short name, and never by initials that nobody gave it.
func TestAPinpointShortensThePublisherAsItsSourceSays(t *testing.T) {
	for _, c := range []struct{ publisher, short, want string }{
		{"General Medical Council", "GMC", "GMC, New guidance, paragraph 1"},
		{"South Hampshire Integrated Trust", "", "South Hampshire Integrated Trust, New guidance, paragraph 1"},
		{"A regulator", "", "A regulator, New guidance, paragraph 1"},
	} {
		clause := Clause{Locator: "paragraph 1", Source: &Source{Title: "New guidance", Publisher: c.publisher, Short: c.short}}
		if got := clause.Pinpoint(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestEveryWordOfTheFieldHasAName(t *testing.T) {
	for _, f := range []Force{Must, MustNot, Should, ShouldNot, ShouldUsually, Consider, Aware, Principle, Scope} {
		if !f.Known() || f.Name() == "" || strings.Contains(f.Name(), "-") {
			t.Errorf("force %q is called %q", f, f.Name())
		}
	}
	for _, r := range Roles() {
		if !r.Known() || r.Name() == string(r) {
			t.Errorf("role %q is called %q", r, r.Name())
		}
	}
	if Force("never").Known() || Role("nurse").Known() || Jurisdiction("fr").Known() || Status("law").Known() {
		t.Error("an unknown word is taken for a known one")
	}
	if got := (&Source{AppliesTo: Roles()}).Audience(); got != "registered doctors, physician associates, anaesthesia associates, medical students and other professions" {
		t.Errorf("everybody is %q", got)
	}
	if s := (&Source{Published: "2024-04-21"}); s.Edition() != "2024" || !slices.Contains(Jurisdictions(), UK) {
		t.Errorf("edition %q", s.Edition())
	}
}
