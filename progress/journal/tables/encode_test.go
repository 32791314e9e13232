// Facts as text, and back.

package tables

import (
	"flag"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/progress"
)

// facts draws any facts that can be saved, of all kinds and with all their fields.
func facts() *rapid.Generator[progress.Fact] {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`(\n|\[\[answer\]\]|at = |"|\\|'''|"""|\x00|\x7f|é|[\x80-\xff])*`),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	number := rapid.OneOf(rapid.Map(rapid.IntRange(0, 20), func(i int) float64 { return float64(i) }),
		rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64))
	when := rapid.Map(rapid.Int64Range(-62135596799, 253402300799), func(s int64) time.Time { return time.Unix(s, 0).UTC() })
	return rapid.Custom(func(t *rapid.T) progress.Fact {
		v := reflect.New(reflect.TypeOf(rapid.SampledFrom(progress.Kinds()).Draw(t, "kind"))).Elem()
		for i, c := range progress.Columns(v.Type()) {
			switch field := v.Field(i); field.Interface().(type) {
			case time.Time:
				field.Set(reflect.ValueOf(when.Draw(t, c.Name)))
			case []string:
				field.Set(reflect.ValueOf(rapid.SliceOf(text).Draw(t, c.Name)))
			case float64:
				field.SetFloat(number.Draw(t, c.Name))
			case int, int64:
				field.SetInt(rapid.Int64().Draw(t, c.Name))
			default: // a text, or a name of its own for one
				field.SetString(text.Draw(t, c.Name))
			}
		}
		return v.Interface().(progress.Fact)
	})
}

// valid is the fact with every text as it can be kept.
func valid(fact progress.Fact) progress.Fact {
	v := reflect.New(reflect.TypeOf(fact)).Elem()
	v.Set(reflect.ValueOf(fact))
	fix := func(s reflect.Value) { s.SetString(string([]rune(s.String()))) }
	for i := range v.NumField() {
		switch field := v.Field(i); field.Kind() {
		case reflect.String:
			fix(field)
		case reflect.Slice:
			field.Set(reflect.AppendSlice(reflect.Zero(field.Type()), field)) // the fact that was given keeps its own
			for n := range field.Len() {
				fix(field.Index(n))
			}
		}
	}
	return v.Interface().(progress.Fact)
}

func TestTextIsWrittenSoThatNothingInItActs(t *testing.T) {
	for in, want := range map[string]string{
		"a \"quoted\" \\":            `"a \"quoted\" \\"`,
		"a\tb\r\nc":                  `"a\tb\r\nc"`,
		"\x1b[31m\u009b\x7f":         `"\u001B[31m\u009B\u007F"`,
		"a\u2028b\u2029c":            `"a\u2028b\u2029c"`,
		"an \u202eoverride\u202c":    `"an \u202Eoverride\u202C"`,
		"an \u2066isolate, a \u200f": `"an \u2066isolate, a \u200F"`,
		"علی\u200cرضا ❤\ufe0f":       "\"علی\u200cرضا ❤\ufe0f\"", // what is spelled with them stays readable
		"a\xffb":                     `"a` + "\uFFFD" + `b"`,
	} {
		same(t, in, string(AppendText(nil, in)), want)
	}
}

// The first of several things that are wrong with a table is the one that recovery acts on.
func TestATableThatIsNotGivenToTheReader(t *testing.T) {
	deep := "x = " + strings.Repeat("[", 9) + "1" + strings.Repeat("]", 9) + "\n"
	for in, want := range map[string]error{
		"marks = [1.5, 2.5]\n":              nil,
		deep:                                errTooDeep,
		strings.Repeat("a.", 9) + "a = 1\n": errTooDeep,
		strings.Repeat("a", 201) + " = 1\n": errTooDeep,
		"a = \"\xff\"\n":                    errNotUTF8,
		"a = \"\xff\x00\"\n":                errNUL,
		"<<<<<<< mine\n" + deep:             errMerge,
		"a = 1\n||||||| base\n":             errMerge,
		"a = 1\n=======\n":                  errMerge,
		"a = 1\n>>>>>>> theirs":             errMerge,
		"a = \"=======\"\n":                 nil,
		strings.Repeat("# a comment\n", MaxFact/12) + "###": nil,
		strings.Repeat("\x00", MaxFact+1):                   ErrTooLong,
	} {
		if err := Guard([]byte(in)); err != want {
			t.Errorf("%.40q: %v, want %v", in, err, want)
		}
	}
}

func TestAnyFactReadsBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		given := rapid.SliceOfN(facts(), 1, 5).Draw(rt, "facts")
		text, saved, err := EncodeAll(kinds(), given, 0, noon)
		check(t, err)
		stretches := Split(text[1:])
		if len(stretches) != len(given) {
			rt.Fatalf("%d facts became %d: %q", len(given), len(stretches), text)
		}
		for i, stretch := range stretches {
			want := valid(progress.Stamped(given[i], int64(i+1), noon))
			found := Parse(kinds(), stretch)
			if found.Problem != nil {
				rt.Fatalf("%v in %q", found.Problem, stretch)
			}
			same(t, "read", found.Fact, want)
			same(t, "returned by Append", saved[i], want)
		}
		for _, r := range string(text) {
			if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
				rt.Fatalf("the control character %U was written", r)
			}
		}
	})
}

// timed is for a quiet machine alone: what should be quick is measured, and has to be.
var timed = flag.Bool("timed", false, "hold what should be quick to its limits")

func TestOverwhelmingTextIsRefusedAtOnce(t *testing.T) {
	for name, value := range map[string]string{
		"brackets":        "x = " + strings.Repeat("[", MaxFact/2),
		"inline tables":   "x = " + strings.Repeat("{a=", 10_000) + "1" + strings.Repeat("}", 10_000),
		"a dotted key":    strings.Repeat("a.", 10_000) + "a = 1",
		"quoted dots":     strings.Repeat(`"a".`, 10_000) + "a = 1",
		"brackets hidden": "x = \"\"\"\n\"\"\"\ny = " + strings.Repeat("[", 1000),
		"ten megabytes":   "x = " + strings.Repeat("[", 10<<20),
	} {
		text := []byte("[[answer]]\nseq = 1\n" + value + "\nat = 2026-11-22T09:30:00Z\n")
		begun := time.Now()
		if Parse(kinds(), text).Problem == nil {
			t.Errorf("%s: read", name)
		}
		if took := time.Since(begun); *timed && took > time.Second { // a tenth of it on a quiet machine
			t.Errorf("%s: took %v", name, took)
		}
	}
}
