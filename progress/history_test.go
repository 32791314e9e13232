// The fold: what facts come to.

package progress

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"probity/scenarios"
)

func folded(facts ...Fact) *History {
	h := NewHistory()
	h.Apply(facts...)
	return h
}

// TestEveryKindIsKept: a history that passed a kind over would lose it without a word.
func TestEveryKindIsKept(t *testing.T) {
	for i, fact := range Kinds() {
		h := NewHistory()
		if _, added := h.keep(Stamped(fact, int64(i+1), time.Unix(0, 0))); !added {
			t.Errorf("%s is nowhere in a history", fact.Table())
		}
	}
}

func TestTallies(t *testing.T) {
	h := folded(
		Answer{Seq: 1, Chosen: chosen, Scenario: "a", Topic: "x", Format: "best", Marks: 1, Of: 1, Chance: 0.25, Seconds: 10},
		Answer{Seq: 2, Chosen: chosen, Scenario: "b", Topic: "x", Format: "rank", Marks: 12, Of: 20, Chance: 0.6, Seconds: 30},
		Answer{Seq: 3, Chosen: chosen, Scenario: "c", Topic: "y", Seconds: 60}, // a discussion
		Answer{Seq: 4, Chosen: chosen, Scenario: "a", Topic: "y", Format: "best", Marks: 0, Of: 1, Chance: 0.25, Seconds: -5},
		Answer{Seq: 5, Chosen: chosen, Scenario: "d", Topic: "y", Format: "best", Marks: math.NaN(), Of: 1, Chance: 0.25},
	)
	x := best(1, 0).Add(scenarios.ScoreOf("rank", scenarios.Marking{Marks: 12, Of: 20, Chance: 0.6}))
	same(t, "topic x", h.Topic("x"), x)
	same(t, "topics", h.Topics(), map[string]scenarios.Score{
		"x": x, "y": best(0, 1)})
	same(t, "total", h.Total(), x.Add(best(0, 1)))
	same(t, "seconds", h.Seconds(), 100)
	same(t, "times a", h.Times("a"), 2)
	same(t, "times c", h.Times("c"), 1)
	last, ok := h.Last("a")
	same(t, "last a", last.Seq, int64(4))
	same(t, "has a", ok, true)
	_, ok = h.Last("nothing")
	same(t, "has nothing", ok, false)
}

func TestSettingsAndReflections(t *testing.T) {
	h := folded(
		Setting{Seq: 5, Name: "role", Value: "doctor"},
		Setting{Seq: 2, Name: "role", Value: "student"},
		Reflection{Seq: 3, Text: "first"},
		Reflection{Seq: 6, Text: "second", Replaces: 3},
		Reflection{Seq: 4, Text: "other", Replaces: 4},
	)
	value, _ := h.Setting("role")
	same(t, "role", value, "doctor")
	_, ok := h.Setting("colour")
	same(t, "has colour", ok, false)
	same(t, "reflections", h.Reflections(),
		[]Reflection{{Seq: 4, Text: "other", Replaces: 4}, {Seq: 6, Text: "second", Replaces: 3}})
}

func TestTheLatestBookmarkOfAFamilyCounts(t *testing.T) {
	h := folded(
		Bookmark{Seq: 1, Scenario: "a", On: 1}, Bookmark{Seq: 2, Scenario: "b", On: 1}, Bookmark{Seq: 5, Scenario: "c", On: 0},
		Bookmark{Seq: 4, Scenario: "c", On: 1}, Bookmark{Seq: 6, Scenario: "b", On: 0}, Bookmark{Seq: 7, Scenario: "b", On: 1}, Bookmark{Seq: 3, Scenario: "d", On: 1},
	)
	same(t, "bookmarks", h.Bookmarks(), []Bookmark{{Seq: 7, Scenario: "b", On: 1}, {Seq: 3, Scenario: "d", On: 1}, {Seq: 1, Scenario: "a", On: 1}})
	for family, want := range map[string]bool{"a": true, "b": true, "c": false, "d": true, "none": false} {
		same(t, family, h.Bookmarked(family), want)
	}
}

func TestUnfinished(t *testing.T) {
	sitting := func(seq int64, id string, kind Kind) Fact {
		return Sitting{Seq: seq, ID: id, Kind: kind, Drawn: []string{"a", "b"}}
	}
	given := func(seq int64, id, scenario string) Fact {
		return Answer{Seq: seq, Chosen: chosen, Sitting: id, Scenario: scenario}
	}
	flag := func(seq int64, id string, left int) Fact {
		return Flag{Seq: seq, Sitting: id, Scenario: "a", Left: left, At: noon}
	}
	for name, c := range map[string]struct {
		facts   []Fact
		id      string
		answers int
	}{
		"nothing":                          {},
		"begun":                            {[]Fact{sitting(1, "p", Practice)}, "p", 0},
		"half done":                        {[]Fact{sitting(1, "p", Practice), given(2, "p", "b")}, "p", 1},
		"done":                             {[]Fact{sitting(1, "p", Practice), given(2, "p", "b"), given(3, "p", "a")}, "", 0},
		"answered in another sitting":      {[]Fact{sitting(1, "p", Practice), given(2, "p", "b"), given(3, "q", "a")}, "p", 1},
		"dropped for one that is done":     {[]Fact{sitting(1, "p", Practice), sitting(2, "q", Practice), given(3, "q", "a"), given(4, "q", "b")}, "", 0},
		"dropped for a newer":              {[]Fact{sitting(1, "p", Practice), sitting(2, "q", Practice)}, "q", 0},
		"not dropped for one unanswered":   {[]Fact{sitting(1, "p", Practice), given(2, "p", "a"), sitting(3, "q", Practice)}, "p", 1},
		"not covered by another kind":      {[]Fact{sitting(1, "p", Review), given(2, "p", "a"), sitting(3, "q", Practice)}, "p", 1},
		"another kind was done since":      {[]Fact{sitting(1, "p", Review), sitting(2, "q", Practice), given(3, "q", "a"), given(4, "q", "b")}, "p", 0},
		"the newest of two kinds":          {[]Fact{sitting(1, "p", Practice), sitting(2, "q", Review)}, "q", 0},
		"an assessment is not picked up":   {[]Fact{sitting(1, "p", Practice), sitting(2, "q", Assessment)}, "p", 0},
		"one looked at in passing":         {[]Fact{sitting(1, "p", Practice), Sitting{Seq: 2, ID: "q", Kind: Practice, Drawn: []string{"a"}}}, "p", 0},
		"left in its last feedback":        {[]Fact{sitting(1, "p", Practice), given(2, "p", "b"), given(3, "p", "a"), flag(4, "p", 1)}, "p", 2},
		"left there, and summed up since":  {[]Fact{sitting(1, "p", Practice), given(2, "p", "b"), given(3, "p", "a"), flag(4, "p", 1), flag(5, "p", 0)}, "", 0},
		"left there, and another begun":    {[]Fact{sitting(1, "p", Practice), given(2, "p", "b"), given(3, "p", "a"), flag(4, "p", 1), sitting(5, "q", Practice)}, "q", 0},
		"nothing but one in passing":       {[]Fact{Sitting{Seq: 2, ID: "q", Kind: Practice, Drawn: []string{"a"}}}, "q", 0},
		"a review of one":                  {[]Fact{sitting(1, "p", Practice), Sitting{Seq: 2, ID: "q", Kind: Review, Drawn: []string{"a"}}}, "q", 0},
		"a review of one after another":    {[]Fact{sitting(1, "p", Review), Sitting{Seq: 2, ID: "q", Kind: Review, Drawn: []string{"a"}}, given(3, "q", "a")}, "", 0},
		"newest by seq, not by when given": {[]Fact{sitting(2, "q", Review), sitting(1, "p", Practice)}, "q", 0},
	} {
		left := append(folded(c.facts...).Unfinished(), Left{})
		same(t, name, left[0].ID, c.id)
		same(t, name, len(left[0].Answers), c.answers)
	}
}

// TestBehindWhatWasLeftLast: a strand gives up its own earlier ones alone, and what was looked at in passing comes last.
func TestBehindWhatWasLeftLast(t *testing.T) {
	two, one := []string{"a", "b"}, []string{"a"}
	h := folded(
		Sitting{Seq: 1, ID: "given up", Kind: Practice, Drawn: two}, Sitting{Seq: 2, ID: "practice", Kind: Practice, Drawn: two},
		Sitting{Seq: 3, ID: "today", Kind: Review, Today: 1, Drawn: two}, Sitting{Seq: 4, ID: "review", Kind: Review, Drawn: one},
		Sitting{Seq: 5, ID: "before", Kind: Practice, Drawn: one}, Sitting{Seq: 6, ID: "passing", Kind: Practice, Today: 1, Drawn: one},
	)
	var ids []string
	for _, l := range h.Unfinished() {
		ids = append(ids, l.ID)
	}
	same(t, "left", ids, []string{"review", "today", "practice", "passing"})
}

// Facts say the same in any order and however often they are applied: a screen may apply what a slow reading also finds.
func TestOrderAndRepetitionDoNotMatter(t *testing.T) {
	facts := []Fact{Sitting{Seq: 1, ID: "s", Drawn: []string{"z"}}}
	for i := range 50 {
		facts = append(facts, Stamped(answer(i%7), int64(i+2), noon))
	}
	facts = append(facts, Undo{Seq: 60, Of: 20, At: noon})
	facts = append(facts, assessment(100)...)
	want := saying(folded(facts...))
	for range 20 {
		rand.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		same(t, "history", saying(folded(append(facts, facts[:9]...)...)), want)
	}
	h := NewHistory()
	for _, f := range facts { // asked in between, a history has to follow all the same
		h.Apply(f)
		saying(h)
	}
	same(t, "history asked in between", saying(h), want)
}

// Copies that were joined by hand may have one number twice: both facts are kept.
func TestOneNumberTwice(t *testing.T) {
	h := folded(Answer{Seq: 9, Chosen: chosen, Scenario: "here", Format: "best", Of: 1, Chance: 0.25, Marks: 1},
		Answer{Seq: 9, Chosen: chosen, Scenario: "from another machine", Format: "best", Of: 1, Chance: 0.25, Marks: 1})
	same(t, "answers", len(h.Answers()), 2)
	same(t, "total", h.Total().Answers, 2)
}

// said is what a history says, for comparing.
type said struct {
	Answers, Counted []Answer
	Total            scenarios.Score
	Topics           map[string]scenarios.Score
	Assessments      []Assessed
	Schedule         []Due
	Seconds          int
}

func saying(h *History) said {
	return said{slices.Clone(h.Answers()), h.Counted(), h.Total(), h.Topics(), h.Assessments(), h.Schedule(noon), h.Seconds()}
}

// assessment is one that was sat, changed, marked and handed in, numbered from seq.
func assessment(seq int64) []Fact {
	at := func(minutes int) time.Time { return noon.Add(time.Duration(minutes) * time.Minute) }
	given := func(i int64, scenario string, marks float64) Answer {
		return Answer{Seq: seq + i, Chosen: chosen, Sitting: "exam", Scenario: scenario, Topic: "x", Principle: "p-" + scenario, Format: "best", Marks: marks, Of: 1, Chance: 0.25, Seconds: 30, At: at(int(i))}
	}
	return []Fact{
		Sitting{Seq: seq, ID: "exam", Kind: Assessment, Drawn: []string{"a", "b", "c"}, At: at(0)},
		given(1, "b", 0), Flag{Seq: seq + 2, Sitting: "exam", Scenario: "b", On: 1, At: at(2)},
		given(3, "a", 1), given(4, "b", 1), Flag{Seq: seq + 5, Sitting: "exam", Scenario: "b", On: 0, At: at(5)},
		given(6, "c", 0), Submit{Seq: seq + 7, Sitting: "exam", Pass: 0.5, At: at(7)},
	}
}

// years is a history of so many answers, every hundred of them an assessment that was handed in.
func years(answers int) *History {
	h := NewHistory()
	for i := range answers {
		seq, id := int64(3*i+1), "exam-"+strconv.Itoa(i/100)
		a := answer(i)
		a.Sitting = id
		if i%100 == 0 {
			h.Apply(Sitting{Seq: seq, ID: id, Kind: Assessment, Drawn: []string{"friend-request-after-discharge-0"}, At: noon})
		}
		h.Apply(Stamped(a, seq+1, noon.Add(time.Duration(i)*time.Hour)))
		if i%100 == 99 {
			h.Apply(Submit{Seq: seq + 2, Sitting: id, Pass: 0.6, At: noon})
		}
	}
	return h
}

// BenchmarkHistoryAsked is what home, the assessments and taking an answer back ask of a history that was read: on the
// learner's time, so well under a tenth of a second each.
func BenchmarkHistoryAsked(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		h := years(n)
		seq := h.Seq()
		for name, ask := range map[string]func(){
			"assessments":         func() { h.Assessments() },
			"the last assessment": func() { h.LastAssessment() },
			"unfinished":          func() { h.Unfinished() },
			"schedule":            func() { h.Schedule(noon) },
			"schedule made anew": func() {
				h.due = nil
				h.Schedule(noon.Add(time.Duration(n) * time.Hour))
			},
			"counted": func() { h.Counted() },
			"taken back": func() {
				seq++
				h.Apply(Undo{Seq: seq, Of: 2, At: noon})
				h.Total()
			},
		} {
			b.Run(fmt.Sprintf("answers=%d/%s", n, name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					ask()
				}
			})
		}
	}
}

// TestWhatWasLeftBlankIsNoAnswer, in any figure but the marks of its assessment.
func TestWhatWasLeftBlankIsNoAnswer(t *testing.T) {
	given, blank := answer(1), answer(2)
	given.Seq, given.Sitting, given.At, blank.Seq, blank.Sitting, blank.Chosen, blank.At = 2, "e", noon, 3, "e", nil, noon
	h := folded(Sitting{Seq: 1, ID: "e", Kind: Assessment, Drawn: []string{given.Scenario, blank.Scenario}}, given, blank, Submit{Seq: 4, Sitting: "e", At: noon})
	same(t, "counted", h.Counted(), []Answer{given})
	same(t, "scored", []int{h.Total().Answers, h.Weeks(time.UTC)[0].Score.Answers, h.Days(time.UTC)[0].Answers}, []int{1, 1, 1})
	same(t, "met", []int{h.Times(given.Scenario), h.Times(blank.Scenario)}, []int{1, 0})
	same(t, "missed", h.Missed(), nil)
	same(t, "given", h.Made(), []Answer{given})
	sat, _ := h.Assessment("e")
	same(t, "the assessment's own", []int{len(sat.Answers), sat.Score().Answers}, []int{2, 2})
}

// TestWhatWasChangedInAnAssessmentIsOneAnswer, the last, in every figure; what was spent on it before was spent.
func TestWhatWasChangedInAnAssessmentIsOneAnswer(t *testing.T) {
	var facts []Fact
	for seq := int64(2); seq < 5; seq++ {
		a := answer(1)
		a.Seq, a.Sitting, a.At, a.Seconds = seq, "e", noon, 10
		facts = append(facts, a)
	}
	begun := Sitting{Seq: 1, ID: "e", Kind: Assessment, Drawn: []string{answer(1).Scenario}}
	h := folded(append([]Fact{begun}, facts...)...)
	same(t, "given, before it is handed in", h.Made(), []Answer{facts[2].(Answer)})
	late := facts[2].(Answer)
	late.Seq = 6
	h.Apply(Submit{Seq: 5, Sitting: "e", At: noon}, late)
	same(t, "given", h.Made(), []Answer{facts[2].(Answer)})
	same(t, "counted", h.Counted(), []Answer{facts[2].(Answer)})
	same(t, "days", h.Days(time.UTC), []Day{{midnight(noon), 1, 40}})
}
