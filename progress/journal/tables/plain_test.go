package tables

import (
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"probity/guidance/fuzztest"
	"probity/progress"
)

// agrees fails if the fast reader takes what the TOML reader refuses, or makes something else of it.
func agrees[F progress.Fact](t *testing.T, body string) (plain bool) {
	t.Helper()
	var slow F
	fast, plain := readPlain(reflect.TypeFor[F](), body)
	if !plain {
		return false
	}
	if err := Guard([]byte(body)); err != nil || holdsEntry(kinds(), []byte("[["+fast.Table()+"]]\n"+body)) {
		t.Errorf("taken, though it is refused elsewhere (%v): %q", err, body)
	}
	if _, err := toml.Decode(body, &slow); err != nil {
		t.Errorf("taken, though TOML refuses it (%v): %q", err, body)
	} else if diff := cmp.Diff(progress.Fact(slow), fast); diff != "" {
		t.Errorf("read otherwise (-TOML +fast) from %q:\n%s", body, diff)
	}
	return true
}

const plainAnswer = `seq = 2
sitting = "s"
scenario = "a-situation"
revision = 1
topic = "honesty"
principle = "p"
format = "choose"
chosen = ["a", "d"]
marks = 8
of = 12
chance = 0.375
sure = 2
seconds = 41
at = 2026-11-22T09:30:00Z
`

func TestWhatIsWrittenIsReadTheFastWay(t *testing.T) {
	if !agrees[progress.Answer](t, plainAnswer) || !agrees[progress.Answer](t, strings.Replace(plainAnswer, "sure = 2\n", "", 1)+"\n") {
		t.Error("an answer as it is written is left to the TOML reader")
	}
	if !agrees[progress.Answer](t, strings.Replace(plainAnswer, `["a", "d"]`, `[]`, 1)) {
		t.Error("an answer of nothing is left to the TOML reader")
	}
	if !agrees[progress.Setting](t, "seq = 1\nname = \"role\"\nvalue = \"doctor\"\nat = 2026-11-22T09:30:00Z\n") {
		t.Error("a setting as it is written is left to the TOML reader")
	}
}

// TestWhateverLooksDifferentIsLeftToTOML: a hand edit is read as TOML reads it.
func TestWhateverLooksDifferentIsLeftToTOML(t *testing.T) {
	for _, edit := range [][2]string{
		{"marks = 8", "marks = 08"}, {"marks = 8", "marks = +8"}, {"marks = 8", "marks = 8."}, {"marks = 8", "marks = .8"},
		{"marks = 8", "marks = 1_000"}, {"marks = 8", "marks = 0x8"}, {"marks = 8", "marks = inf"}, {"marks = 8", "marks = 8e0"},
		{"marks = 8", "marks = 8." + strings.Repeat("0", 200)},
		{"revision = 1", "revision = 1.0"}, {"revision = 1", "revision=1"}, {"revision = 1", "revision = 1 # one"},
		{`"honesty"`, `"hon\u0065sty"`}, {`"honesty"`, `'honesty'`}, {`"honesty"`, "\"hon\testy\""}, {`"honesty"`, `"hon"esty"`},
		{`["a", "d"]`, `["a","d"]`}, {`["a", "d"]`, `["a", "d",]`}, {`["a", "d"]`, `"a"`},
		{"2026-11-22T09:30:00Z", "2026-11-22T09:30:00+01:00"}, {"2026-11-22T09:30:00Z", "2026-11-22 09:30:00Z"}, {"2026-11-22T09:30:00Z", "2026-11-22T09:30:00.5Z"},
		{"seq = 2\n", ""}, {"seq = 2\n", "seq = 2\nmood = \"good\"\n"}, {"seq = 2\n", "seq = 2\nseq = 2\n"}, {"at = ", "\nat = "},
		{"30:00Z\n", "30:00Z\nmood = \"good\"\n"}, {"30:00Z\n", "30:00Z\n=======\n"}, {"30:00Z\n", "30:00Z\n\n\n"}, {"30:00Z\n", "30:00Z"},
	} {
		if body := strings.Replace(plainAnswer, edit[0], edit[1], 1); agrees[progress.Answer](t, body) {
			t.Errorf("taken as plain: %q", edit[1])
		}
	}
}

func FuzzReadPlain(f *testing.F) {
	f.Add(plainAnswer)
	f.Add(strings.Replace(plainAnswer, "0.375", "-0.0", 1))
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		fuzztest.Within(t, len(body), 1)
		agrees[progress.Answer](t, body)
	})
}
