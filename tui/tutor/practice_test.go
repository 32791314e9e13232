package tutor

import (
	"slices"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

func TestASlipOfTheKeyIsTakenBack(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	meet(t, tutor, "a-request")
	before, due := tutor.Record.History().Total(), tutor.Record.History().Schedule(tutor.Clock.Now())
	c.pass(3 * day)
	p := begin(t, tutor, Selection{Review: true})
	give(t, p, scenarios.VerySure, "e", "c", "a", "d", "b")
	if tutor.Record.History().Total() == before || slices.Equal(tutor.Record.History().Schedule(tutor.Clock.Now()), due) {
		t.Fatal("the slip changes nothing, so this shows nothing")
	}
	if err := p.TakeBack(); err != nil {
		t.Fatal(err)
	}
	flush(t, tutor)
	again := openAs(t, Options{Dir: dir}, small(t), c)
	for name, h := range map[string]*progress.History{"at once": tutor.Record.History(), "read anew": again.Record.History()} {
		if _, known := h.Last("an-order"); known || h.Total() != before || !slices.Equal(h.Schedule(tutor.Clock.Now()), due) {
			t.Errorf("%s: %+v, due %v", name, h.Total(), h.Schedule(tutor.Clock.Now()))
		}
	}
	if r := again.Practices.Reviews(); r.Due != 1 {
		t.Errorf("it is no longer due: %+v", r)
	}
	out, _ := p.Result()
	if sum := scenarios.Summarise(p.Sitting.Outcomes()); !out.Undone || sum.Total.Answers+len(sum.Again) > 0 {
		t.Errorf("it counts in the summary: %+v", sum)
	}
	p.Sitting.Next()
	if _, left := again.Practices.Unfinished(); left {
		t.Error("the situation would be asked again in a sitting where it was answered")
	}
}

func TestAnAnswerIsTakenBackOnceAndOnceItIsSaved(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	p := begin(t, tutor, Selection{Only: "a-request"})
	if err := p.TakeBack(); err == nil || !strings.Contains(err.Error(), "no answer") {
		t.Errorf("before the answer: %v", err)
	}
	p.Sitting.Attempt().Take([]string{"a"})
	_ = p.Submit()
	p.Weigh(scenarios.NotAsked)
	if err := p.TakeBack(); err == nil || !strings.Contains(err.Error(), "still being saved: try again") {
		t.Errorf("while it is saved: %v", err)
	}
	flush(t, tutor)
	if err := p.TakeBack(); err != nil {
		t.Errorf("once it is saved: %v", err)
	}
	flush(t, tutor)
	if err := p.TakeBack(); err == nil || !strings.Contains(err.Error(), "taken back already") {
		t.Errorf("a second time: %v", err)
	}
	if n := strings.Count(saved(t, tutor, dir), "[[undo]]"); n != 1 {
		t.Errorf("%d entries take it back", n)
	}
}
