package certificate

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// ofVariant is an answer of a practice to a variant, with its whole key.
func ofVariant(t *testing.T, seq int64, id string) progress.Answer {
	t.Helper()
	s, known := scenariostest.Families(t).Bank.Situation(id)
	if !known {
		t.Fatalf("there is no situation %s", id)
	}
	m := s.Format.Mark(s, s.Key)
	return progress.Answer{Seq: seq, Sitting: "p", Scenario: s.Family, Variant: s.Variant, Revision: 1, Topic: s.Topic, Principle: s.Principle,
		Format: s.Format.Name(), Chosen: s.Key, Marks: m.Marks, Of: m.Of, Chance: m.Chance, Seconds: 60, At: noon}
}

// weighed is the evidence of a practice with these answers, and the work.
func weighed(t *testing.T, answers ...progress.Answer) (Work, Evidence) {
	t.Helper()
	p, h := scenariostest.Families(t), progress.NewHistory()
	h.Apply(progress.Sitting{Seq: 1, ID: "p", Kind: progress.Practice, Library: "0.0.1"})
	for _, a := range answers {
		h.Apply(a)
	}
	work := must(Gather(h, p.Bank, Choice{Sitting: "p"}))(t)
	return work, Weigh(work, p, uk)
}

// TestAFamilyIsOneSituation with an answer for each variant; the guidance relied on is that of the variants which were met.
func TestAFamilyIsOneSituation(t *testing.T) {
	ward, numb := ofVariant(t, 2, "a-request/from-the-ward"), ofVariant(t, 3, "a-request/numb-again")
	_, e := weighed(t, ward)
	same(t, "guidance of the first", e.Guidance[0].Cited, "1")
	_, e = weighed(t, ward, numb)
	same(t, "situations and answers", []int{e.Activity.Situations, e.Activity.Answers}, []int{1, 2})
	same(t, "guidance of both", e.Guidance[0].Cited, "1, 2")
	same(t, "score", e.Score.Marks, 2.)
}

// TestTheDigestTellsVariantsApart, and that of an answer without one is as it was: other tests hold it in goldens.
func TestTheDigestTellsVariantsApart(t *testing.T) {
	ward, linked := ofVariant(t, 2, "a-request/from-the-ward"), ofVariant(t, 2, "a-request/on-linkedin")
	if facts([]progress.Answer{ward}) == facts([]progress.Answer{linked}) {
		t.Error("two variants have one digest")
	}
}

// TestADoubtIsOfTheVariant: the key that an answer is held against is its own, and what is left out can be told apart.
func TestADoubtIsOfTheVariant(t *testing.T) {
	ward, numb := ofVariant(t, 2, "a-request/from-the-ward"), ofVariant(t, 3, "a-request/numb-again")
	numb.Chosen = ward.Chosen
	work, e := weighed(t, ward, numb)
	if len(work.LeftOut) != 1 || e.LeftOut != 1 || !strings.HasPrefix(work.LeftOut[0].String(), "“A request at eleven: Under it he writes that his…”, 22 November 2026: ") {
		t.Errorf("left out: %v", work.LeftOut)
	}
}

// TestWhatLeftTheLibraryKeepsItsTitle where an answer to it is left out.
func TestWhatLeftTheLibraryKeepsItsTitle(t *testing.T) {
	p, h := library(), progress.NewHistory()
	bank := scenarios.NewBank(p.Bank.Topics(), nil, p.Bank.All(), scenarios.Gone{ID: "elder", Title: "As it was"})
	odd := answered(2, "p", "elder", "images", 4, 3, 0)
	odd.Marks = 99
	h.Apply(progress.Sitting{Seq: 1, ID: "p", Kind: progress.Practice}, odd, answered(3, "p", "one", "images", 4, 3, 0))
	work := must(Gather(h, bank, Choice{Sitting: "p"}))(t)
	same(t, "left out", work.LeftOut[0].Situation, "As it was (no longer in the library)")
}

// TestASessionsTurnIsOfItsFamily: a room that went into a family and its turn went into one situation.
func TestASessionsTurnIsOfItsFamily(t *testing.T) {
	h := progress.NewHistory()
	h.Apply(progress.Attended{Seq: 1, Session: "room", Situations: []string{"a-request/from-the-ward", "a-request/numb-again", "told-alone"}, Minutes: 45, Held: noon})
	p := scenariostest.Families(t)
	work := must(Gather(h, p.Bank, Choice{Session: "room"}))(t)
	e := Weigh(work, p, uk)
	same(t, "situations", e.Activity.Situations, 2)
	same(t, "objectives", e.Objectives, []string{"Try families"})
	same(t, "guidance", e.Guidance[0].Cited, "1, 2")
}
