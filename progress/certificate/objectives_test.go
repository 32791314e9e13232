// Objectives: listed when worked on, met only by what shows it.

package certificate

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/pack"
)

func TestObjectivesWorkedOnAndMet(t *testing.T) {
	p := library()
	p.Objectives = []pack.Objective{{Text: "images", Topics: []string{"images"}}, {Text: "both", Topics: []string{"images", "advice"}},
		{Text: "advice", Topics: []string{"advice"}}, {Text: "elsewhere", Topics: []string{"elsewhere"}}, {Text: "partly", Topics: []string{"advice", "elsewhere"}},
		{Text: "from before"}}
	sat := func(right ...int) *progress.History { // images, images, advice
		h := progress.NewHistory()
		h.Apply(progress.Sitting{Seq: 1, ID: "e", Kind: progress.Assessment, Drawn: []string{"one", "two", "three"}, Library: "1.0.0"})
		for i, id := range []string{"one", "two", "three"} {
			h.Apply(answered(int64(2+i), "e", id, []string{"images", "images", "advice"}[i], right[i], 0, -1))
		}
		h.Apply(progress.Submit{Seq: 9, Sitting: "e", Pass: 0.3, Rule: scenarios.ByShares, At: noon})
		return h
	}
	practice := progress.NewHistory()
	practice.Apply(progress.Sitting{Seq: 1, ID: "e", Kind: progress.Practice, Library: "1.0.0"}, answered(2, "e", "three", "advice", 4, 3, 0))
	room := record()
	for name, c := range map[string]struct {
		h             *progress.History
		choose        Choice
		workedOn, met string
	}{
		"all right":                      {sat(4, 4, 4), Choice{Sitting: "e"}, "images both advice partly from before", "images both advice"},
		"passed, one topic below chance": {sat(4, 4, 0), Choice{Sitting: "e"}, "images both advice partly from before", "images"},
		"not passed":                     {sat(4, 0, 0), Choice{Sitting: "e"}, "images both advice partly from before", ""},
		"of a period":                    {sat(4, 4, 4), Choice{From: noon, To: noon}, "images both advice partly from before", "images both advice"},
		"a practice of one topic":        {practice, Choice{Sitting: "e"}, "both advice partly from before", ""},
		"a session":                      {room, Choice{Session: "room"}, "images both from before", ""},
	} {
		e := Weigh(must(Gather(c.h, p.Bank, c.choose))(t), p, uk)
		same(t, name+", worked on", joined(e.Objectives), c.workedOn)
		same(t, name+", met", joined(e.Met), c.met)
	}
}

func joined(texts []string) (all string) {
	for i, t := range texts {
		if i > 0 {
			all += " "
		}
		all += t
	}
	return all
}

// Answers with marks that can't be are left out and counted; without them an assessment is not judged, nor an objective met.
func TestMarksThatCannotBeAreLeftOut(t *testing.T) {
	for name, change := range map[string]func(*progress.Answer){
		"more than there are":  func(a *progress.Answer) { a.Marks = 999 },
		"below nought":         func(a *progress.Answer) { a.Marks = -4 },
		"not of the answer":    func(a *progress.Answer) { a.Marks = 8 },
		"another chance":       func(a *progress.Answer) { a.Chance = 0.25 },
		"of more":              func(a *progress.Answer) { a.Of = 32 },
		"an unknown format":    func(a *progress.Answer) { a.Format = "essay" },
		"another known format": func(a *progress.Answer) { a.Format, a.Marks, a.Of, a.Chance = "best", 1, 1, 0.25 },
		"another answer":       func(a *progress.Answer) { a.Chosen = []string{"a=1", "b=1", "c=4", "d=4"} },
	} {
		h := progress.NewHistory()
		wrong := answered(3, "e", "two", "images", 4, 3, 0)
		change(&wrong)
		h.Apply(progress.Sitting{Seq: 1, ID: "e", Kind: progress.Assessment, Drawn: []string{"one", "two"}, Library: "1.0.0"},
			answered(2, "e", "one", "images", 4, 3, 0), wrong, progress.Submit{Seq: 4, Sitting: "e", Pass: 0.3, Rule: scenarios.ByShares, At: noon})
		work := must(Gather(h, library().Bank, Choice{Sitting: "e"}))(t)
		e := Weigh(work, library(), uk)
		same(t, name+", left out", e.LeftOut, 1)
		same(t, name+", named", len(work.LeftOut) == 1 && work.LeftOut[0].Situation == "Two" && work.LeftOut[0].Why != "", true)
		same(t, name+", marks", e.Score.Marks, 16.0)
		same(t, name+", judged", e.Assessment == nil && len(e.Met) == 0, true)
		page := string(must(Sign(must(Make(e, ann, uk, program))(t), key(t, "")))(t).Markdown())
		for _, want := range []string{"not judged: answers of this assessment are left out", "1 answer in the record with marks that can't be right"} {
			has(t, name, page, want)
		}
	}
}

// A time that can't be is left out of the minutes and said; the marks beside it stand, and so does the verdict.
func TestTimesThatCannotBeAreLeftOut(t *testing.T) {
	for _, c := range []struct{ seconds, minutes, untimed int }{{400, 10, 0}, {86_400, 1443, 0}, {86_401, 3, 1}, {1e18, 3, 1}, {-5, 3, 1}} {
		h := progress.NewHistory()
		odd := answered(3, "e", "two", "images", 4, 3, 0)
		odd.Seconds = c.seconds
		h.Apply(progress.Sitting{Seq: 1, ID: "e", Kind: progress.Assessment, Drawn: []string{"one", "two"}, Library: "1.0.0"},
			answered(2, "e", "one", "images", 4, 3, 0), odd, progress.Submit{Seq: 4, Sitting: "e", Pass: 0.3, Rule: scenarios.ByShares, At: noon.Add(24 * time.Hour)})
		work := must(Gather(h, library().Bank, Choice{Sitting: "e"}))(t)
		e := Weigh(work, library(), uk)
		what := fmt.Sprint(c.seconds, " seconds: ")
		same(t, what+"minutes", e.Minutes, c.minutes)
		same(t, what+"said", work.TimesLeftOut() != "", c.untimed > 0)
		same(t, what+"untimed", work.Untimed, c.untimed)
		same(t, what+"marks", e.Score.Marks, 32.0)
		same(t, what+"judged", e.LeftOut == 0 && e.Assessment != nil && e.Assessment.Passed, true)
	}
}

// A session that took longer than can be is no evidence, neither by itself nor in a period.
func TestSessionsThatTookLongerThanCanBe(t *testing.T) {
	for _, minutes := range []int{-1, 24*60 + 1, 1e18} {
		h := progress.NewHistory()
		h.Apply(progress.Attended{Seq: 1, Session: "room", Situations: []string{"one"}, Minutes: minutes, Held: noon, At: noon},
			answered(2, "p", "one", "images", 4, 3, 0))
		_, err := Gather(h, library().Bank, Choice{Session: "room"})
		var none *NoEvidenceError
		same(t, "refused", errors.As(err, &none), true)
		work := must(Gather(h, library().Bank, Choice{From: noon, To: noon}))(t)
		same(t, "of the period", []int{work.Sessions, work.Minutes, work.Seconds, work.Untimed}, []int{0, 0, 200, 1})
	}
}
