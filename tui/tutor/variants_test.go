// Families: which variant a practice, a review and an assessment meet.
package tutor

import (
	"slices"
	"testing"
	"time"

	"probity/scenarios"
)

// TestOneFamilyIsPractisedThroughEachOfItsVariants before one comes again, which is the one answered longest ago.
func TestOneFamilyIsPractisedThroughEachOfItsVariants(t *testing.T) {
	c := starting()
	for seed := range int64(6) {
		dir := t.TempDir()
		var order []string
		for n := range 8 {
			c.pass(day)
			p := begin(t, families(t, Options{Dir: dir}, c, seed+10*int64(n)), Selection{Only: "a-request"})
			order = append(order, p.Sitting.Current().ID)
			right(t, p)
			if p.Sitting.Offered() == nil {
				t.Errorf("%s has no turn", p.Sitting.Current().ID)
			}
		}
		if first := slices.Sorted(slices.Values(order[:4])); len(slices.Compact(first)) != 4 || !slices.Equal(order[:4], order[4:]) {
			t.Errorf("seed %d: %v", seed, order)
		}
	}
}

// TestAReviewComesThroughAnotherVariantOrSibling, never the one seen last, and without turns.
func TestAReviewComesThroughAnotherVariantOrSibling(t *testing.T) {
	c, dir := starting(), t.TempDir()
	p := begin(t, families(t, Options{Dir: dir}, c, 1), Selection{Only: "a-request"})
	right(t, p)
	last := p.Sitting.Current().ID
	met := map[string]bool{last: true}
	for seed := range int64(12) {
		c.pass(time.Minute)
		p := begin(t, families(t, Options{Dir: dir}, c, seed), Selection{Ahead: true})
		now := p.Sitting.Current()
		if now.Principle != "apart" || now.ID == last {
			t.Errorf("review %d is of %s, and the last was %s", seed, now.ID, last)
		}
		right(t, p)
		if p.Sitting.Offered() != nil {
			t.Errorf("in a review %s is followed by %s", now.ID, p.Sitting.Offered().ID)
		}
		last, met[now.ID] = now.ID, true
		p.Sitting.Next()
	}
	if len(met) != 4+2 {
		t.Errorf("it came through %v", met)
	}
}

func TestAReviewIsTakenUpInItsFeedbackWithoutATurn(t *testing.T) {
	c, dir := starting(), t.TempDir()
	meet(t, families(t, Options{Dir: dir}, c, 1), "a-request")
	meet(t, families(t, Options{Dir: dir}, c, 1), "an-order")
	c.pass(30 * day)
	p := begin(t, families(t, Options{Dir: dir}, c, 1), Selection{Review: true})
	right(t, p)
	if p = takenUp(t, p, dir, c, 1); !p.Review || p.Sitting.Offered() != nil {
		t.Errorf("a review: %v, and %s follows", p.Review, nameOf(p.Sitting.Offered()))
	}
}

// TestAnAssessmentHasOneVariantOfAFamily, whatever the seed, and keeps it when it is left, flagged, taken up and handed in.
func TestAnAssessmentHasOneVariantOfAFamily(t *testing.T) {
	drawn := map[string]bool{}
	for seed := range int64(20) {
		c, dir := starting(), t.TempDir()
		first := families(t, Options{Dir: dir}, c, seed)
		a := sit(t, first)
		var ids, met []string
		for _, item := range a.Exam.Items() {
			ids, met = append(ids, item.Situation.ID), append(met, item.Situation.Family)
			drawn[item.Situation.ID] = true
		}
		if slices.Sort(met); len(slices.Compact(met)) != len(ids) || len(ids) != 4 {
			t.Fatalf("seed %d draws %v", seed, ids)
		}
		put(t, first, a, ids[0], scenarios.VerySure, a.Exam.Items()[0].Situation.Key...)
		a.Exam.Go(2)
		a.Flag()
		flush(t, first)
		second := families(t, Options{Dir: dir}, c, seed)
		left, _ := second.Assessments.Unfinished()
		if family, _ := scenarios.Split(ids[2]); len(left.Flagged) != 1 || !left.Flagged[family] {
			t.Errorf("flagged are %v, want the family of %s", left.Flagged, ids[2])
		}
		again := second.Assessments.Resume(left)
		lookAlike(t, again, a)
		again.HandIn()
		flush(t, second)
		sat, _ := second.Record.History().Assessment(again.ID())
		var rows []string
		for _, row := range sat.Answers {
			if rows = append(rows, row.Situation()); second.Library.TitleOf(row.Scenario) == "" {
				t.Errorf("%s has no title", row.Situation())
			}
		}
		if !slices.Equal(rows, ids) || sat.Answers[0].Marks != sat.Answers[0].Of || sat.Submitted.IsZero() {
			t.Errorf("handed in are %v, drawn were %v", rows, ids)
		}
	}
	if len(drawn) != 4+2+2+2+1 {
		t.Errorf("20 seeds draw %d variants: %v", len(drawn), drawn)
	}
}
