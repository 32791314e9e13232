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
		"a period": {Choice{From: noon, To: noon}, "Practice and assessment over a period: 2 situations; 2 situations left blank",
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
	e.Activity.Answered = nil
	s := must(Sign(must(Make(e, ann, uk, program))(t), key(t, "")))(t)
	has(t, "what was done", string(s.HTML()), "Assessment of 3 situations<")
	for medium, file := range media(t, s) {
		if v := must(Verify(file, program))(t); !v.Unchanged {
			t.Errorf("%s: %s", medium, v.Says)
		}
	}
}

// TestOneHandedInAllBlankSaysSo: that none was answered, in so many words, and nothing of its topics is called wrong.
func TestOneHandedInAllBlankSaysSo(t *testing.T) {
	h := progress.NewHistory()
	h.Apply(progress.Sitting{Seq: 1, ID: "exam", Kind: progress.Assessment, Drawn: []string{"two", "three"}, Library: "1.0.0"})
	for i, scenario := range []string{"two", "three"} {
		blank := answered(int64(2+i), "exam", scenario, "images", 0, 0, 1)
		blank.Chosen, blank.Seconds = nil, 0
		h.Apply(blank)
	}
	h.Apply(progress.Submit{Seq: 4, Sitting: "exam", Pass: 0.3, Rule: scenarios.ByShares, Seconds: 20, At: noon})
	e := Weigh(must(Gather(h, library().Bank, Choice{Sitting: "exam"}))(t), library(), uk)
	c := must(Make(e, ann, uk, program))(t)
	s := must(Sign(c, key(t, "")))(t)
	page := string(s.HTML())
	has(t, "what was done", page, "Assessment of 2 situations, all left blank: none was answered")
	has(t, "the topic", page, "none answered, 2 left blank")
	has(t, "the time", page, "less than a minute, idle time left out")
	has(t, "the content", string(s.JSON()), `"situations_answered": 0`)
	for medium, file := range media(t, s) {
		if v := must(Verify(file, program))(t); !v.Unchanged {
			t.Errorf("%s: %s", medium, v.Says)
		}
	}
}

// TestAPeriodSaysWhatWasDoneInIt: an assessment is no practice.
func TestAPeriodSaysWhatWasDoneInIt(t *testing.T) {
	e := Weigh(must(Gather(withBlanks(), library().Bank, Choice{From: noon, To: noon}))(t), library(), uk)
	for _, c := range []struct {
		answers, assessed, sessions int
		done                        string
	}{
		{4, 3, 0, "Practice and assessment over a period: "},
		{4, 4, 0, "Assessment over a period: "},
		{4, 0, 0, "Practice over a period: "},
		{4, 3, 1, "Practice, assessment and 1 facilitated session over a period: "},
		{4, 0, 2, "Practice and 2 facilitated sessions over a period: "},
		{0, 0, 2, "2 facilitated sessions over a period: "},
	} {
		a := e.Activity
		a.Answers, a.Assessed, a.Sessions = c.answers, c.assessed, c.sessions
		has(t, "what was done", Certificate{Evidence: Evidence{Activity: a}}.done(), c.done)
	}
	same(t, "answers of assessments", e.Activity.Assessed, 3)
}

// TestTopicsNameWhatWasLeftBlank beside what was answered and right.
func TestTopicsNameWhatWasLeftBlank(t *testing.T) {
	e := Weigh(must(Gather(withBlanks(), library().Bank, Choice{Sitting: "exam"}))(t), library(), uk)
	page := string(must(Sign(must(Make(e, ann, uk, program))(t), key(t, "")))(t).HTML())
	has(t, "what right is", page, "Right is at least")
	has(t, "one without blanks", page, "1 of 1 right")
	has(t, "one of blanks", page, "none answered, 2 left blank")
}

// TestACertificateHasTheTimeOfItsAssessment: it is that which the result says, to and fro and handing in included, and what another window did
// later is not.
func TestACertificateHasTheTimeOfItsAssessment(t *testing.T) {
	h := withBlanks()
	h.Apply(progress.Flag{Seq: 8, Sitting: "exam", Scenario: "two", Seconds: 500, At: noon})
	late := answered(9, "exam", "two", "images", 4, 3, 2)
	h.Apply(late)
	before, _ := h.Assessment("exam")
	work := must(Gather(h, library().Bank, Choice{Sitting: "exam"}))(t)
	same(t, "seconds", work.Seconds, before.Seconds)
	same(t, "of the whole record", work.Seconds < h.Seconds(), true)
}
