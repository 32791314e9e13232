package command

import (
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"probity/progress"
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
