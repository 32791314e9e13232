package induction

import (
	"testing"
	"time"
)

// TestCountdowns plays keys in a session with seven minutes a situation: one to think, three to discuss.
func TestCountdowns(t *testing.T) {
	const discuss = "> > x > "
	for _, c := range []struct {
		name, keys string
		left       time.Duration
		running    bool
	}{
		{"nothing is timed", "wait:9", 0, false},
		{"thinking", ">", time.Minute, true},
		{"runs", "> wait:20", 40 * time.Second, true},
		{"runs over", "> wait:75", -15 * time.Second, true},
		{"pauses truly", "> wait:20 pause wait:600", 40 * time.Second, false},
		{"goes on", "> wait:20 pause wait:600 run wait:5", 35 * time.Second, true},
		{"extended", "> wait:20 extend:60", 100 * time.Second, true},
		{"extended in a pause", "> pause wait:20 extend:60", 2 * time.Minute, false},
		{"over, then extended", "> wait:75 extend:60 wait:10", 50 * time.Second, true},
		{"discussing", discuss + "wait:30", 150 * time.Second, true},
		{"left by mistake and come back to", discuss + "wait:30 > wait:10 <", 150 * time.Second, true},
		{"taken up after a crash", "> wait:20 up:40", 40 * time.Second, false},
		{"and going on", "> wait:20 up:40 run wait:5", 35 * time.Second, true},
		{"a clock set back", "> wait:20 wait:-500", time.Minute, true},
		{"ended", "> wait:20 end wait:100", 40 * time.Second, false},
		{"skipped, and that was the last", "jump:3 > wait:20 skip wait:100", 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := open(t, "best", "rank", "discuss")
			if err := r.press(c.keys); err != nil {
				t.Fatal(err)
			}
			if left, running := r.s.Remaining(r.now), r.s.Running(); left != c.left || running != c.running {
				t.Errorf("%v left, running %v; want %v, %v", left, running, c.left, c.running)
			}
		})
	}
}

// TestDrift: above nought is behind. Three situations of seven minutes.
func TestDrift(t *testing.T) {
	const wait7 = "wait:420 "
	for _, c := range []struct {
		name, keys string
		drift      time.Duration
		spent      time.Duration
	}{
		{"at the beginning", "", 0, 0},
		{"within its minutes", "wait:300", 0, 5 * time.Minute},
		{"beyond its minutes", "wait:480", time.Minute, 8 * time.Minute},
		{"left early", "wait:300 jump:2", -2 * time.Minute, 5 * time.Minute},
		{"left late", "wait:500 jump:2", 80 * time.Second, 500 * time.Second},
		{"a pause costs the room's time", "wait:360 > pause wait:120", time.Minute, 8 * time.Minute},
		{"skipped", wait7 + "jump:2 skip", -7 * time.Minute, 7 * time.Minute},
		{"added", "add:extra", 7 * time.Minute, 0},
		{"gone back to, with minutes left", "wait:300 jump:2 wait:60 jump:1", 0, 6 * time.Minute},
		{"done, then talked on", "> > x > > x > > > wait:60", -6 * time.Minute, time.Minute},
		{"ended early", wait7 + "end wait:900", -14 * time.Minute, 7 * time.Minute},
		{"the room waited", "wait:60 up:600", 4 * time.Minute, 11 * time.Minute},
		{"another day", "wait:60 up:80000", 0, time.Minute},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := open(t, "best", "rank", "discuss")
			if err := r.press(c.keys); err != nil {
				t.Fatal(err)
			}
			if drift, spent := r.s.Drift(r.now), r.s.Spent(r.now); drift != c.drift || spent != c.spent {
				t.Errorf("drift %v after %v, want %v after %v", drift, spent, c.drift, c.spent)
			}
		})
	}
}

// TestStopsAddUp: what was spent on the situations is what was spent in all.
func TestStopsAddUp(t *testing.T) {
	r := open(t, "best", "rank", "discuss")
	if err := r.press("wait:100 > wait:50 skip wait:30 add:extra wait:20 jump:3 wait:10 skip <"); err != nil {
		t.Fatal(err)
	}
	sum, words := time.Duration(0), ""
	for _, p := range r.s.Stops(r.now) {
		sum += p.Spent
		words += p.Situation.ID
		if p.Skipped {
			words += " skipped"
		}
		if p.Added {
			words += " added"
		}
		words += "; "
	}
	if sum != r.s.Spent(r.now) || sum != 210*time.Second || words != "best skipped; rank; extra added; discuss; " {
		t.Errorf("%v of %v: %s", sum, r.s.Spent(r.now), words)
	}
}

func TestHowMinutesAreShared(t *testing.T) {
	for _, c := range []struct {
		minutes        int
		think, discuss time.Duration
	}{
		{1, 30 * time.Second, 30 * time.Second},
		{5, 30 * time.Second, 2 * time.Minute},
		{7, time.Minute, 3 * time.Minute},
		{8, time.Minute, 3*time.Minute + 30*time.Second},
		{10, 75 * time.Second, 4*time.Minute + 30*time.Second},
		{30, 2 * time.Minute, 13*time.Minute + 30*time.Second},
	} {
		planned := time.Duration(c.minutes) * time.Minute
		if think, discuss := thinkTime(planned), discussTime(planned); think != c.think || discuss != c.discuss {
			t.Errorf("%d minutes: %v to think, %v to discuss; want %v, %v", c.minutes, think, discuss, c.think, c.discuss)
		}
	}
}
