// What stays in sight of a room, and what can be read in a small window.

package app

import (
	"maps"
	"strings"
	"testing"
)

// The situation stays in sight while the room thinks and argues.
func TestWhatTheRoomNeedsStaysInSight(t *testing.T) {
	for _, s := range wordy(t, "best", "rate") { // eight options leave no room for it
		stem := strings.Join(strings.Fields(s.Stem)[:3], " ")
		d := drive(t, inARoomWith(s)).keys("space right")
		d.sees("1 of 1 · Think", stem).keys("right c right").sees("1 of 1 · Discuss", stem)
	}
}

// TestTheSituationStandsBesideItsOptions in the window that the opening asks to zoom to, whatever the format, and nothing is scrolled to.
func TestTheSituationStandsBesideItsOptions(t *testing.T) {
	for _, s := range wordy(t, "best", "rate", "choose", "rank", "discuss") {
		g := inARoomWith(s)
		g.width, g.height = 100, 28
		d := drive(t, g).keys("space")
		stem := strings.Join(strings.Fields(s.Stem)[:3], " ")
		for _, key := range []string{"right", "right", "c", "right", "right", "c", "right", "down"} {
			if d.keys(key).sees(stem); strings.Contains(d.screen(), "more ↓") {
				t.Errorf("%s is scrolled:\n%s", s.ID, d.screen())
			}
		}
	}
}

// In a small window too, nothing of what a step is about is cut: it is scrolled to.
func TestEverythingCanBeReadInASmallWindow(t *testing.T) {
	sweeps(t)
	for _, s := range wordy(t, "best", "rate", "choose") {
		g := inARoomWith(s)
		for _, size := range [][2]int{{24, 8}, {40, 12}, {50, 20}, {60, 18}} {
			g.width, g.height = size[0], size[1]
			d := drive(t, g).keys("space")
			for _, step := range []string{"The situation", "Think", "Vote", "How the room voted", "Discuss", "Vote again", "Before and after"} {
				texts := []string{s.Stem}
				if step != "The situation" && s.Format.Contested(s) == "" { // whose choices are steps of a scale
					for _, o := range s.Options {
						texts = append(texts, o.Text)
					}
				}
				if step == "Discuss" {
					if texts = append(texts, s.Talk...); size[1] >= 18 {
						d.sees("• ") // at once
					}
				}
				words := d.read()
				if step == "Vote" || step == "Vote again" { // a choice is whole while its hands are counted
					for range s.Options {
						maps.Copy(words, d.keys("down").read())
					}
				}
				if step != "The situation" { // which is a key away
					maps.Copy(words, d.keys("q").read())
					d.keys("q")
				}
				for _, w := range strings.Fields(strings.Join(texts, " ")) {
					if !words[w] && len(w) < size[0]/3 { // longer ones are parted
						t.Errorf("%s at %dx%d, %s: %q can't be read", s.ID, size[0], size[1], step, w)
					}
				}
				if step == "Vote" || step == "Vote again" {
					for range s.Options {
						d.keys("down").sees("▏")
					}
					d.keys("home 3").sees("3▏")
					d.keys("c")
				} else {
					d.keys("right")
				}
			}
		}
	}
}
