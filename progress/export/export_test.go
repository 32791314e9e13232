// The forms: what they look like, that each parses and keeps its promises whatever the record holds, and that memory
// stays flat.

package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/progress"
)

func TestGoldens(t *testing.T) {
	r := holding(t, evening()...)
	for _, format := range Formats() {
		t.Run(string(format), func(t *testing.T) {
			path, got := filepath.Join("testdata", "evening."+string(format)), exported(t, r, format, options)
			if *update {
				check(t, os.WriteFile(path, []byte(got), 0o644))
			}
			want, err := os.ReadFile(path)
			check(t, err)
			same(t, path, got, string(want))
		})
	}
}

// facts draws facts with any text in them, as packs and hands may have put it there.
func facts() *rapid.Generator[[]progress.Fact] {
	text := rapid.OneOf(rapid.SampledFrom([]string{"s", "=1+1", " =1", "\t=1", "@SUM", "+1", "-1", "-x", "\uff1d1", "a,b", "a\"b", "a\r\nb", "\u009b", ""}),
		rapid.String())
	number := rapid.OneOf(rapid.Map(rapid.IntRange(-3, 12), func(i int) float64 { return float64(i) }), rapid.Float64())
	return rapid.SliceOfN(rapid.OneOf(
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Answer{Sitting: text.Draw(t, "sitting"), Scenario: text.Draw(t, "scenario"), Variant: text.Draw(t, "variant"), Topic: text.Draw(t, "topic"),
				Principle: text.Draw(t, "principle"), Format: rapid.SampledFrom([]string{"best", "rate", "rank", "odd"}).Draw(t, "format"),
				Chosen: rapid.SliceOf(text).Draw(t, "chosen"), Marks: number.Draw(t, "marks"), Of: number.Draw(t, "of"),
				Chance: number.Draw(t, "chance"), Seconds: rapid.IntRange(-9, 99).Draw(t, "seconds")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Sitting{ID: text.Draw(t, "id"), Kind: rapid.SampledFrom([]progress.Kind{"practice", "assessment", "odd"}).Draw(t, "kind")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact { return progress.Reflection{Text: text.Draw(t, "text")} }),
		rapid.Custom(func(t *rapid.T) progress.Fact {
			return progress.Submit{Sitting: text.Draw(t, "sitting"), Pass: number.Draw(t, "pass")}
		}),
		rapid.Custom(func(t *rapid.T) progress.Fact { return progress.Undo{Of: rapid.Int64Range(0, 20).Draw(t, "of")} }),
	), 0, 20)
}

func TestAnyRecordKeepsEachFormsPromise(t *testing.T) {
	document, statement := documentSchema(t), statementSchema(t)
	rapid.Check(t, func(rt *rapid.T) {
		given := facts().Draw(rt, "facts")
		r := holding(t, given...)
		answers := 0
		for _, f := range given {
			if _, ok := f.(progress.Answer); ok {
				answers++
			}
		}
		rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
		check(t, err)
		same(t, "rows", len(rows), answers+1)
		for _, row := range rows {
			for _, cell := range row {
				isInert(t, cell)
			}
		}
		valid(t, document, exported(t, r, JSON, options))
		ids := map[string]bool{}
		for _, line := range lines(exported(t, r, XAPI, options)) {
			if line == "" {
				continue
			}
			valid(t, statement, line)
			var s struct{ ID string }
			check(t, json.Unmarshal([]byte(line), &s))
			if ids[s.ID] {
				rt.Fatalf("two statements have the id %s", s.ID)
			}
			ids[s.ID] = true
		}
		for _, format := range Formats() {
			isPrintable(t, exported(t, r, format, options))
		}
	})
}

// isPrintable checks that nothing of an export would be obeyed by a terminal.
func isPrintable(t testing.TB, text string) {
	t.Helper()
	for _, r := range text {
		if r < ' ' && !strings.ContainsRune("\r\n\t", r) || r >= 0x7f && r < 0xa0 {
			t.Fatalf("%U is left in %q", r, text)
		}
	}
}

func TestNumbersThatAreNoneAreLeftOut(t *testing.T) {
	r := holding(t, answer("s", "x", 1))
	text, err := os.ReadFile(r.Path())
	check(t, err)
	check(t, os.WriteFile(r.Path(), bytes.Replace(text, []byte("marks = 1\n"), []byte("marks = -inf\n"), 1), 0o600))
	valid(t, documentSchema(t), exported(t, r, JSON, options))
	valid(t, statementSchema(t), lines(exported(t, r, XAPI, options))[0])
	rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
	check(t, err)
	same(t, "marks", rows[1][6], "")
	same(t, "above chance", rows[1][9], "")
}

// A time that can't be is in no form of the record, and in no sum.
func TestTimesThatCannotBeAreLeftOut(t *testing.T) {
	for _, seconds := range []int{-1, 86_401, 1e18} {
		odd := answer("s", "x", 1)
		odd.Seconds = seconds
		r := holding(t, progress.Sitting{ID: "s", Kind: progress.Assessment}, odd, answer("s", "y", 1), progress.Submit{Sitting: "s", Seconds: seconds},
			progress.Attended{Session: "room", Minutes: seconds, Situations: []string{}})
		document := exported(t, r, JSON, options)
		valid(t, documentSchema(t), document)
		same(t, "null", strings.Count(document, `"seconds":null`)+strings.Count(document, `"minutes":null`), 3)
		statements := exported(t, r, XAPI, options)
		for _, line := range lines(statements) {
			valid(t, statementSchema(t), line)
		}
		same(t, "durations", strings.Count(statements, `"duration":"PT41S"`), strings.Count(statements, `"duration"`))
		rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
		check(t, err)
		same(t, "seconds", []string{rows[1][11], rows[2][11]}, []string{"", "41"})
	}
}

// One date beyond any calendar stops no export.
func TestDatesBeyondAnyCalendar(t *testing.T) {
	for at, of := range map[string]string{"9999-12-31T23:59:59-23:59": "", "0000-01-01T00:00:00+23:00": "held = ", "0000-06-01T00:00:00Z": "held = "} {
		r := holding(t, progress.Sitting{ID: "s", Kind: progress.Practice}, answer("s", "x", 1),
			progress.Attended{Session: "room", Situations: []string{}, Held: noon})
		text, err := os.ReadFile(r.Path())
		check(t, err)
		check(t, os.WriteFile(r.Path(), bytes.ReplaceAll(text, []byte(of+"2026-11-22T12:00:00Z"), []byte(of+at)), 0o600))
		document := exported(t, r, JSON, options)
		valid(t, documentSchema(t), document)
		same(t, "null", strings.Count(document, `"at":null`)+strings.Count(document, `"held":null`), map[string]int{"": 4, "held = ": 1}[of])
		for _, line := range lines(exported(t, r, XAPI, options)) {
			valid(t, statementSchema(t), line)
		}
		rows, err := csv.NewReader(strings.NewReader(exported(t, r, CSV, options))).ReadAll()
		check(t, err)
		same(t, "there is no at", rows[1][12] == "", of == "")
	}
}

// TestEveryFormNamesWhatWasLeftBlank: a situation that an assessment was handed in without an answer to is told from a wrong answer.
func TestEveryFormNamesWhatWasLeftBlank(t *testing.T) {
	blank := answer("e", "y", 0)
	blank.Chosen, blank.Sure, blank.Seconds = nil, 0, 0
	r := holding(t, progress.Sitting{ID: "e", Kind: progress.Assessment, Drawn: []string{"x", "y"}, Library: "1.0.0"},
		answer("e", "x", 0), blank, progress.Flag{Sitting: "e", Scenario: "y", On: 1, Seconds: 100}, progress.Submit{Sitting: "e", Pass: 0.5, Seconds: 20})
	whole := exported(t, r, JSON, options)
	valid(t, documentSchema(t), whole)
	for form, says := range map[Format]string{JSON: `"left_blank":true`, XAPI: `"completion":false`, CSV: ",yes\r\n"} {
		same(t, string(form)+": named as blank", strings.Count(exported(t, r, form, options), says), 1)
	}
	for _, line := range lines(exported(t, r, XAPI, options)) {
		valid(t, statementSchema(t), line)
	}
	same(t, "the time of the assessment, handing in included", strings.Count(exported(t, r, XAPI, options), `"duration":"PT161S"`), 2)
}

// TestTheRecordItselfIsOneOfThem: probity opens it, and it is the record's own file but for what another version or a hand put there.
func TestTheRecordItselfIsOneOfThem(t *testing.T) {
	r := holding(t, progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"x"}}, answer("s", "x", 1), progress.Reflection{Scenario: "x", Text: "a \"b\"\nc"}, progress.Undo{Of: 2})
	own, err := os.ReadFile(r.Path())
	check(t, err)
	same(t, "the file", exported(t, r, TOML, options), string(own))
}

func TestFormats(t *testing.T) {
	same(t, "formats", Formats(), []Format{CSV, JSON, XAPI, TOML})
	for _, format := range Formats() {
		got, err := ParseFormat(strings.ToUpper(string(format)))
		check(t, err)
		same(t, "format", got, format)
	}
	if _, err := ParseFormat("pdf"); err == nil || !strings.Contains(err.Error(), "csv, json, xapi or toml") {
		t.Errorf("got %v", err)
	}
}

// full is a disk with room for some bytes.
type full struct{ room int }

func (f *full) Write(text []byte) (int, error) {
	if f.room -= len(text); f.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(text), nil
}

func TestAFullDiskIsReported(t *testing.T) {
	var many []progress.Fact
	for i := range 1000 {
		many = append(many, answer("s", fmt.Sprint(i), 1))
	}
	r := holding(t, many...)
	for _, format := range Formats() {
		for _, room := range []int{0, 70_000} {
			from, err := r.Reading()
			check(t, err)
			if err := Write(&full{room}, from, format, options); err == nil || !strings.Contains(err.Error(), "no space left") {
				t.Errorf("%s with room for %d: %v", format, room, err)
			}
			from.Close()
		}
	}
}
