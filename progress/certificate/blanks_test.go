package certificate

import (
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// withBlanks is a record with a practice, and an assessment that was handed in with two of its three situations left blank.
func withBlanks() *progress.History {
	blank := func(seq int64, scenario, topic string) progress.Answer {
		a := answered(seq, "exam", scenario, topic, 0, 0, 1)
		a.Chosen = nil
		return a
	}
	h := progress.NewHistory()
	h.Apply(
		progress.Sitting{Seq: 1, ID: "practice", Kind: progress.Practice, Drawn: []string{"one"}, Library: "1.0.0"},
		answered(2, "practice", "one", "images", 4, 3, 0),
		progress.Sitting{Seq: 3, ID: "exam", Kind: progress.Assessment, Drawn: []string{"two", "three", "four"}, Library: "1.0.0"},
		answered(4, "exam", "two", "images", 4, 3, 1), blank(5, "three", "advice"), blank(6, "four", "advice"),
		progress.Submit{Seq: 7, Sitting: "exam", Pass: 0.3, Rule: scenarios.ByShares, At: noon},
	)
	return h
}

// TestWhatWasLeftBlankIsNoAnswer: nobody worked through it, and no guidance was relied on for it. In the marks of its assessment it has its
// place, and in no others.
func TestWhatWasLeftBlankIsNoAnswer(t *testing.T) {
	for name, c := range map[string]struct {
		choose     Choice
		done, seed string
		record     string
		scored     int
	}{
		"an assessment": {Choice{Sitting: "exam"}, "Assessment of 3 situations, 1 of them answered and 2 left blank",
			"I worked through 1 situation on", "1 answer, and 2 situations left blank, in", 3},
		"a period": {Choice{From: noon, To: noon}, "Practice over a period: 2 situations; 2 situations left blank",
			"I worked through 2 situations on", "2 answers, and 2 situations left blank, in", 2},
	} {
		t.Run(name, func(t *testing.T) {
			h, p := withBlanks(), library()
			work := must(Gather(h, p.Bank, c.choose))(t)
			e := Weigh(work, p, uk)
			same(t, "scored", e.Score.Answers, c.scored)
			same(t, "objectives", e.Objectives, []string{"Keep confidences", "Try the tutor"})
			for _, g := range e.Guidance {
				if g.Cited == "75(c)" {
					t.Error("guidance is relied on that only a situation cites which was left blank")
				}
			}
			has(t, "where the reflection starts", Seeds(h, work, p.Bank).What, c.seed)
			s := must(Sign(must(Make(e, ann, uk, program))(t), key(t, "")))(t)
			page := string(s.HTML())
			has(t, "what was done", page, c.done)
			has(t, "the record", page, c.record)
			for medium, file := range media(t, s) {
				if v := must(Verify(file, program))(t); !v.Unchanged {
					t.Errorf("%s: %s", medium, v.Says)
				}
			}
		})
	}
}

// TestACertificateOfBeforeSaysWhatItSaid: it counts what was left blank among what was done, and is verified as it is.
func TestACertificateOfBeforeSaysWhatItSaid(t *testing.T) {
	work := must(Gather(withBlanks(), library().Bank, Choice{Sitting: "exam"}))(t)
	e := Weigh(work, library(), uk)
	e.Activity.Answered = 0
	s := must(Sign(must(Make(e, ann, uk, program))(t), key(t, "")))(t)
	has(t, "what was done", string(s.HTML()), "Assessment of 3 situations<")
	for medium, file := range media(t, s) {
		if v := must(Verify(file, program))(t); !v.Unchanged {
			t.Errorf("%s: %s", medium, v.Says)
		}
	}
}
