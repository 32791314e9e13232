package pack

import (
	"strings"
	"testing"
	"testing/fstest"

	"probity/guidance"
	"probity/scenarios"
)

// mapped is a draft as a folder.
func mapped(d Draft) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range d.Files() {
		out[name] = &fstest.MapFile{Data: text}
	}
	return out
}

// draft is a pack of one situation, which has every character that TOML knows a meaning for.
func draft() Draft {
	best, _ := scenarios.FormatNamed("best")
	s := &scenarios.Situation{
		ID: "a-photo", Family: "a-photo", Revision: 1, Principle: "photos", Topic: "photos", Format: best, Title: `A "photo" \ of it`, Level: 2,
		Setting: guidance.AnyRole, Jurisdictions: []guidance.Jurisdiction{guidance.UK}, Minutes: 1,
		Stem: "A line with \\, “quotes”, \"\"\"three\"\"\"\"\" and a # sign.\n\n- one\n- two\tand a tab\n", Ask: `What = "next"?`, Key: []string{"b"},
		Reflect: "Which?", Talk: []string{"Why?"},
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		s.Options = append(s.Options, scenarios.Option{ID: id, Text: "Do " + id + ` "now" \`, Why: "Because of " + id + ".", Stated: []string{scenarios.Uncited}})
	}
	return Draft{
		ID: "ward", Title: "From the ward", Jurisdictions: s.Jurisdictions, Topics: []scenarios.Topic{{ID: "photos", Title: "Photos", Covers: "Photos"}},
		Principles: []scenarios.Principle{{ID: "photos", Topic: "photos", Lesson: "Photos"}}, Situations: []*scenarios.Situation{s},
	}
}

// TestADraftIsReadAsItWasMeant: whatever stands in its texts.
func TestADraftIsReadAsItWasMeant(t *testing.T) {
	d := draft()
	p, err := Load(mapped(d), library(t))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := p.Bank.Situation("ward:a-photo")
	if want := d.Situations[0]; !ok || got.Stem != want.Stem || got.Title != want.Title || got.Ask != want.Ask || got.Options[0].Text != want.Options[0].Text {
		t.Errorf("read as %+v", got)
	}
	if got.Traced() || got.Uncited() != 4 {
		t.Error("nothing is cited, and it counts as traced")
	}
}

// TestDocumentsAmongSituationsAreNamed: they are not read, and it is no mistake that they are there.
func TestDocumentsAmongSituationsAreNamed(t *testing.T) {
	files := mapped(draft())
	for _, name := range []string{"scenarios/photos/late-post.docx", "scenarios/photos/A plan.ODT", "scenarios/readme.txt", "guidance/policy.docx", "scenarios/photos/~$te-post.docx"} {
		files[name] = &fstest.MapFile{Data: []byte("x")}
	}
	p, err := Load(files, library(t))
	if err != nil || strings.Join(p.Foreign, ", ") != "scenarios/photos/A plan.ODT, scenarios/photos/late-post.docx" {
		t.Errorf("%v, %v", p, err)
	}
}

// TestWhatIsPutAsideIsCountedAndNotRead.
func TestWhatIsPutAsideIsCountedAndNotRead(t *testing.T) {
	d := draft()
	short := *d.Situations[0]
	short.ID, short.Family, short.Options = "two-photos", "two-photos", short.Options[:2]
	d.Unfinished = []Unfinished{{Situation: &short, Lacks: []string{"there are 2: a single best answer has four or five options"}}}
	p, err := Load(mapped(d), library(t))
	if err != nil || p.Unfinished != 1 {
		t.Fatalf("%d are put aside, %v", p.Unfinished, err)
	}
	if _, there := p.Bank.Situation("ward:two-photos"); there {
		t.Error("it is read")
	}
	if text := string(d.Files()["unfinished/photos/two-photos.toml"]); !strings.HasPrefix(text, "# To mend: there are 2: a single") {
		t.Errorf("it does not say what it lacks:\n%s", text)
	}
	d.Situations = nil
	if _, err := Load(mapped(d), library(t)); err == nil || !strings.Contains(err.Error(), "nothing comes with it: mend what waits in unfinished/") {
		t.Errorf("of a pack with nothing else: %v", err)
	}
}

// TestUncitedIsSaidAlone: the word has no place beside a clause, and a country's guidance need not be cited until a clause is.
func TestUncitedIsSaidAlone(t *testing.T) {
	d := draft()
	d.Situations[0].Options[2].Stated = []string{scenarios.Uncited, "gmc-social-2024/trust-1"}
	_, err := Load(mapped(d), library(t))
	if err == nil || !strings.Contains(err.Error(), `names "uncited" beside what it rests on: take the word out`) {
		t.Errorf("the mistake is %v", err)
	}
}

// library is the one that every Probity carries.
func library(t *testing.T) *Pack {
	t.Helper()
	p, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}
