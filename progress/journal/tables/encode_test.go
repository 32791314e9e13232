// Facts as text, and back.

package tables

import (
	"flag"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/progress"
)

// facts draws any facts that can be saved.
func facts() *rapid.Generator[progress.Fact] {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`(\n|\[\[answer\]\]|at = |"|\\|'''|"""|\x00|\x7f|é|[\x80-\xff])*`),
		rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	number := rapid.OneOf(rapid.Map(rapid.IntRange(0, 20), func(i int) float64 { return float64(i) }),
		rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64))
	when := rapid.Map(rapid.Int64Range(-62135596799, 253402300799), func(s int64) time.Time { return time.Unix(s, 0).UTC() })
	return rapid.OneOf(
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Sitting{ID: text.Draw(t, "id"), Kind: progress.Kind(text.Draw(t, "kind")), Drawn: rapid.SliceOf(text).Draw(t, "drawn"),
				Seed: rapid.Int64().Draw(t, "seed"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Answer{Scenario: text.Draw(t, "scenario"), Chosen: rapid.SliceOf(text).Draw(t, "chosen"),
				Marks: number.Draw(t, "marks"), Of: number.Draw(t, "of"), Chance: number.Draw(t, "chance"),
				Sure: rapid.IntRange(0, 3).Draw(t, "sure"), Seconds: rapid.Int().Draw(t, "seconds"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Reflection{Text: text.Draw(t, "text"), Replaces: rapid.Int64().Draw(t, "replaces"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Setting{Name: text.Draw(t, "name"), Value: text.Draw(t, "value"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Flag{Sitting: text.Draw(t, "sitting"), Scenario: text.Draw(t, "scenario"), On: rapid.IntRange(0, 1).Draw(t, "on"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Bookmark{Scenario: text.Draw(t, "scenario"), On: rapid.IntRange(0, 1).Draw(t, "on"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Submit{Sitting: text.Draw(t, "sitting"), Pass: number.Draw(t, "pass"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Certified{Number: text.Draw(t, "number"), Digest: text.Draw(t, "digest"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Attended{Session: text.Draw(t, "session"), Title: text.Draw(t, "title"), Situations: rapid.SliceOf(text).Draw(t, "situations"),
				Minutes: rapid.Int().Draw(t, "minutes"), Held: when.Draw(t, "held"), At: when.Draw(t, "at")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Undo{Of: rapid.Int64().Draw(t, "of"), At: when.Draw(t, "at")}
		}),
	)
}

// valid is the fact with every text as it can be kept.
func valid(fact progress.Fact) progress.Fact {
	fix := func(s string) string { return string([]rune(s)) }
	fixAll := func(list []string) (fixed []string) {
		for _, s := range list {
			fixed = append(fixed, fix(s))
		}
		return fixed
	}
	switch f := fact.(type) {
	case progress.Sitting:
		f.ID, f.Kind, f.Drawn = fix(f.ID), progress.Kind(fix(string(f.Kind))), fixAll(f.Drawn)
		return f
	case progress.Answer:
		f.Scenario, f.Chosen = fix(f.Scenario), fixAll(f.Chosen)
		return f
	case progress.Reflection:
		f.Text = fix(f.Text)
		return f
	case progress.Setting:
		f.Name, f.Value = fix(f.Name), fix(f.Value)
		return f
	case progress.Flag:
		f.Sitting, f.Scenario = fix(f.Sitting), fix(f.Scenario)
		return f
	case progress.Bookmark:
		f.Scenario = fix(f.Scenario)
		return f
	case progress.Submit:
		f.Sitting = fix(f.Sitting)
		return f
	case progress.Attended:
		f.Session, f.Title, f.Situations = fix(f.Session), fix(f.Title), fixAll(f.Situations)
		return f
	case progress.Certified:
		f.Number, f.Digest = fix(f.Number), fix(f.Digest)
		return f
	}
	return fact
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
