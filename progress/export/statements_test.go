// What statements say, and that they go on saying it.

package export

import (
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/scenarios"
)

// An assessment is told as passed by the rule that it was handed in under, and as the record has it.
func TestAnAssessmentIsToldByItsRule(t *testing.T) {
	wrong, ranked := answer("s", "x", 0), answer("s", "y", 20)
	ranked.Format, ranked.Of, ranked.Chance = "rank", 20, 0.6
	odd := answer("s", "z", 7)
	for name, c := range map[string]struct {
		answers []progress.Fact
		rule    int
		verb    string
		above   string
	}{
		"by raw marks":                {[]progress.Fact{wrong, ranked}, 0, "passed", "0.8863636363636364"},
		"by shares":                   {[]progress.Fact{wrong, ranked}, scenarios.ByShares, "failed", "0.5833333333333334"},
		"with marks that can't be so": {[]progress.Fact{ranked, odd}, scenarios.ByShares, "failed", "1"},
	} {
		facts := append([]progress.Fact{progress.Sitting{ID: "s", Kind: progress.Assessment}}, c.answers...)
		told := lines(exported(t, holding(t, append(facts, progress.Submit{Sitting: "s", Pass: 0.6, Rule: c.rule})...), XAPI, options))
		last := told[len(told)-1]
		for _, want := range []string{"verbs/" + c.verb + `"`, `above-chance":` + c.above} {
			if !strings.Contains(last, want) {
				t.Errorf("%s: it lacks %s: %s", name, want, last)
			}
		}
	}
}

func TestMarksBeyondAnySense(t *testing.T) {
	odd := answer("s", "x", 1e300)
	odd.Of, odd.Chance = 1e-300, 0
	r := holding(t, progress.Sitting{ID: "s", Kind: progress.Assessment}, odd, progress.Submit{Sitting: "s"})
	valid(t, documentSchema(t), exported(t, r, JSON, options))
	for _, line := range lines(exported(t, r, XAPI, options)) {
		valid(t, statementSchema(t), line)
	}
}

// TestAPaperWithMarksThatCannotBeIsNotPassed: its statement says what the screen and the certificate say.
func TestAPaperWithMarksThatCannotBeIsNotPassed(t *testing.T) {
	paper := func(first progress.Answer) string {
		return exported(t, holding(t, progress.Sitting{ID: "s", Kind: progress.Assessment, Drawn: []string{"x", "y"}}, first, answer("s", "y", 1),
			progress.Submit{Sitting: "s", Pass: 0.5, Rule: scenarios.ByShares}), XAPI, options)
	}
	odd := answer("s", "x", 1)
	odd.Chance = 0.9
	for verb, first := range map[string]progress.Answer{"passed": answer("s", "x", 1), "failed": odd} {
		if told := paper(first); !strings.Contains(told, "verbs/"+verb) || strings.Contains(told, `"success":true,"completion":true`) != (verb == "passed") {
			t.Errorf("it should be %s:\n%s", verb, told)
		}
	}
}

// What was joined by hand is told once: a store refuses two statements of one id.
func TestOneStatementForWhatIsThereTwice(t *testing.T) {
	same(t, "statements", len(lines(exported(t, holding(t, answer("s", "x", 1), answer("s", "x", 1)), XAPI, options))), 1)
}

// A record that grew, or was merged and numbered anew, says of its old facts what it said before.
func TestStatementsStayWhatTheyWere(t *testing.T) {
	all := evening()
	before := lines(exported(t, holding(t, all[:15]...), XAPI, options))
	after := exported(t, holding(t, all...), XAPI, options)
	for _, line := range before {
		if !strings.Contains(after, line+"\n") {
			t.Fatalf("this is no more said: %s", line)
		}
	}
	merged := holding(t, all...)
	early := progress.Setting{Name: "theme", Value: "dark", At: noon.Add(-time.Hour)}
	_, err := merged.Merge(holding(t, early).Path())
	check(t, err)
	same(t, "statements after merging", exported(t, merged, XAPI, options), after)
}

// TestOneNumberForOnePerson: a copy and a merged record have the number that they began with, and no two records have one.
func TestOneNumberForOnePerson(t *testing.T) {
	number := func(r *folder.Folder) string {
		from, err := r.Reading()
		check(t, err)
		defer from.Close()
		n, err := Number(from)
		check(t, err)
		return n
	}
	begun := func(id string, seed int64, at time.Time) progress.Fact {
		return progress.Sitting{ID: id, Kind: progress.Practice, Seed: seed, At: at}
	}
	one := holding(t, begun("20261122-120000-k3f9", 7, noon), answer("20261122-120000-k3f9", "x", 1))
	later := holding(t, begun("20261122-130000-abcd", 8, noon.Add(time.Hour)))
	before := number(one)
	_, err := later.Merge(one.Path())
	check(t, err)
	same(t, "the number of a record that this one was merged into", number(later), before)
	_, err = one.Merge(later.Path())
	check(t, err)
	same(t, "the number of this one, once that was merged", number(one), before)
	for name, other := range map[string]progress.Fact{"the id": begun("20261122-120000-k3f8", 7, noon), "the seed": begun("20261122-120000-k3f9", 6, noon),
		"the time": begun("20261122-120000-k3f9", 7, noon.Add(time.Second))} {
		if number(holding(t, other)) == before {
			t.Errorf("a record that differs by %s has the same number", name)
		}
	}
	same(t, "the number of a record without a sitting", number(holding(t, answer("s", "x", 1))), "")
}
