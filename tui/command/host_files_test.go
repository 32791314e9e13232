package command

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"probity/guidance/owncopy"
	"probity/progress"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// ledSession is the file of a session that has ended, which the scripts have too.
func ledSession(t *testing.T) []byte {
	t.Helper()
	script, err := txtar.ParseFile("testdata/script/papers.txtar")
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(script.Files, func(f txtar.File) bool { return f.Name == "session.toml" })
	return script.Files[at].Data
}

// TestSessionsOfAHost are attended by a file of one's own, or one that is sent in, and reported of by those that were led there.
func TestSessionsOfAHost(t *testing.T) {
	a := someoneAway(t)
	text := ledSession(t)
	if err := a.files.Write("session.toml", text, false); err != nil {
		t.Fatal(err)
	}
	if out := a.does(t, "", "induction", "attend", "session.toml", "--role", "doctor", "--jurisdiction", "uk"); !strings.HasPrefix(out, "Noted: Monday, ") {
		t.Errorf("attending says %s", out)
	}
	if out := a.does(t, string(text), "induction", "attend", "-"); !strings.Contains(out, "in your record already") {
		t.Errorf("attending again says %s", out)
	}
	if _, wrong, code := a.says(t, "", "induction", "report"); code != misuse || !strings.Contains(wrong, "no session was led here yet") {
		t.Errorf("where none was led: %d, %s", code, wrong)
	}
	if err := a.Beside.WriteBeside("sessions/20261120-090000-abcd.000000.toml", text); err != nil {
		t.Fatal(err)
	}
	for _, which := range [][]string{{}, {"20261120-090000-abcd"}, {"session.toml"}} {
		if out := a.does(t, "", append([]string{"induction", "report", "--format", "md"}, which...)...); !strings.Contains(out, "Monday") {
			t.Errorf("the report of %v: %s", which, out)
		}
	}
	for _, which := range [][]string{{}, {"20261120-090000-abcd"}} {
		if out := a.does(t, "", append([]string{"induction", "file"}, which...)...); out != string(text) {
			t.Errorf("its file is\n%s\nnot\n%s", out, text)
		}
	}
	if _, wrong, code := a.says(t, "", "induction", "file", "session.toml"); code != misuse || !strings.Contains(wrong, "is a file already") {
		t.Errorf("of a file: %d, %s", code, wrong)
	}
	if out := a.does(t, "", "induction", "file", "-o", "mine.toml"); out != "Written to mine.toml.\n" {
		t.Errorf("to a file of one's own: %s", out)
	}
}

// TestACopyOfOnesOwnOnAHost comes in as text, through the session or from a file of one's own, and never as a PDF.
func TestACopyOfOnesOwnOnAHost(t *testing.T) {
	a := someoneAway(t)
	text, err := os.ReadFile("../../guidance/owncopy/testdata/parish-2031.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, wrong, code := a.says(t, string(text), "guidance", "import", "-"); code != failed || !strings.Contains(wrong, "what came in") {
		t.Errorf("a document that Probity does not teach from: %d, %s", code, wrong)
	}
	for in, says := range map[string]string{"%PDF-1.7\n" + string(text): "it is a PDF, and those are not read here", strings.Repeat("x", owncopy.MaxText+1): "larger than"} {
		if _, wrong, code := a.says(t, in, "guidance", "import", "-"); code != failed || !strings.Contains(wrong, says) {
			t.Errorf("%.20q: %d, %s", in, code, wrong)
		}
	}
	a.library = known()
	if out := a.does(t, document, "guidance", "import", "-", "--source", "new"); !strings.Contains(out, "what came in: a copy of") || !strings.Contains(out, "Same wording: 1") {
		t.Errorf("importing says %s", out)
	}
	if out := a.does(t, "", "guidance", "new/1"); !strings.Contains(out, "judge for themselves what it is worth") {
		t.Errorf("the original is not shown: %s", out)
	}
	a.does(t, "", "guidance", "forget", "new")
}

// document is one that was written for this, of which the first clause of the library's source "new" is an extract.
const document = "The new guidance\n\n1. If you write about medicine where anybody can read it, you should usually say who you are, so that those who read it " +
	"can judge for themselves what it is worth to them.\n\n2. You must not mix the two with each other.\n"

// known is the library, with the mark by which that clause is known.
func known() func() (*pack.Pack, error) {
	return func() (*pack.Pack, error) {
		p, err := scenariostest.Small("../../scenarios/pack/testdata/small")
		if err != nil {
			return nil, err
		}
		s, _ := p.Guidance.Source("new")
		d, err := owncopy.Parse("new.txt", []byte(document))
		if err != nil {
			return nil, err
		}
		made, _, err := owncopy.Renew([]byte("[[clause]]\nid = \"new/1\"\n"), s, d)
		if err != nil {
			return nil, err
		}
		s.Clauses[0].Fingerprint = regexp.MustCompile("[0-9a-f]{40}").FindString(string(made))
		return p, nil
	}
}

// TestARecordThatIsSentInMayBeSomebodyElses: nothing can be asked while it comes in, so what would be has to be said before.
func TestARecordThatIsSentInMayBeSomebodyElses(t *testing.T) {
	other := someoneAway(t)
	answer(t, other, "another-situation")
	record := other.does(t, "", "data", "export", "--format", "toml")
	a := someoneAway(t)
	answer(t, a, "friend-request")
	keep(t, a, progress.Setting{Name: "theme", Value: "dark", At: thatDay})
	if _, wrong, code := a.says(t, record+"y\n", "data", "import", "-"); code != failed || !strings.Contains(wrong, "--yes") && !strings.Contains(wrong, "--mine") {
		t.Errorf("unasked: %d, %s", code, wrong)
	}
	if out := a.does(t, record, "data", "import", "-", "--mine", "--yes"); !strings.Contains(out, "Imported: ") {
		t.Errorf("said before: %s", out)
	}
}
