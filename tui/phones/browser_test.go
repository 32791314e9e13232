package phones

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"probity/progress/paper/pagetest"
	"probity/scenarios/induction/box"
)

// tab is a phone with a browser.
func (r room) tab(t *testing.T, browser context.Context, with ...pagetest.Step) pagetest.Tab {
	t.Helper()
	return pagetest.Open(t, browser, append(with, chromedp.EmulateViewport(360, 640), chromedp.Navigate(r.url+"/kfx"))...)
}

// shut is the page of a vote that is over, and again that of the next.
func shut() Page {
	p := vote()
	p.Open = false
	return p
}

func again() Page {
	p := vote()
	p.Round.Number = 2
	return p
}

// TestInABrowser has each of these in tabs of one browser: to start one takes longer than what is tried in it.
func TestInABrowser(t *testing.T) {
	b := pagetest.Browser(t)
	for what, try := range map[string]func(*testing.T, context.Context){
		"it votes": itVotes, "what is chosen and not sent counts": whatIsChosenAndNotSentCounts, "a phone votes again by itself": aPhoneVotesAgainByItself,
		"without cookies it is no voter": aBrowserWithoutCookiesIsNoVoter, "the next step is at hand": theNextStepIsAtHand, "everybody can use the page": everybodyCanUseThePage,
	} {
		t.Run(what, func(t *testing.T) { try(t, b) })
	}
}

func itVotes(t *testing.T, b context.Context) {
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("script %v", script), func(t *testing.T) {
			r := begun(t)
			r.Publish(Page{Session: "Tuesday's teaching", Place: "Situation 1 of 4"})
			p := r.tab(t, b, pagetest.Set(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})).Sees("You have joined. Look up: it begins on the screen.")
			follows := func() pagetest.Tab { // without script one asks for what is up
				if !script {
					p.Does(chromedp.Click(chromedp.CSS(`a[href="/kfx"]`)))
				}
				return p
			}
			r.Publish(vote())
			follows().Sees("What do you do first?").Chooses("Leave it").Presses("Send my vote").Sees("Recorded: b. You can change it until the vote closes.")
			p.Does(chromedp.Reload()).Sees("Recorded: b.").Chooses("Ask her").Presses("Change my vote").Sees("Recorded: a.")
			if !script { // the page is still up, and the vote closes under it
				p.Chooses("Leave it")
			}
			if votes := r.box.Close(); votes["x"] != 1 || len(votes) != 1 {
				t.Errorf("the first vote is %v", votes)
			}
			r.Publish(shut())
			if !script {
				p.Presses("Change my vote").Sees("That came too late: the vote is closed. Your vote was a.")
			} else {
				p.Sees("Your vote was a.")
			}
			second := first
			second.Number = 2
			r.box.Open(second, []string{"x", "y"})
			r.Publish(again())
			follows().Sees("Send my vote").Chooses("Leave it").Presses("Send my vote").Sees("Recorded: b.")
			if votes := r.box.Close(); votes["y"] != 1 || len(votes) != 1 {
				t.Errorf("the second vote is %v", votes)
			}
		})
	}
}

// states are all that a phone can be shown.
func states() map[string]Page {
	answered := shut()
	answered.Choices[0].Key, answered.Answer = true, "The answer: a"
	rated := vote()
	rated.Matter = "Tell her that you have seen it"
	return map[string]Page{
		"joined": {Session: "Tuesday's teaching", Place: "Situation 1 of 4"}, "open": vote(), "shut": shut(), "answered": answered, "rated": rated,
		"over": {Session: "Tuesday's teaching", Ask: "Thank you.", Over: true},
	}
}

// everybodyCanUseThePage: axe finds nothing on any page, dark or light, and none is wider than the narrowest phone enlarged twofold.
func everybodyCanUseThePage(t *testing.T, b context.Context) {
	script := pagetest.Axe(t)
	r := begun(t)
	p := r.tab(t, b)
	look := func(t *testing.T, path string) {
		for _, scheme := range []string{"light", "dark"} {
			features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
			p.Does(pagetest.Set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}), chromedp.EmulateViewport(320, 640),
				chromedp.Navigate(r.url+path))
			for _, violation := range p.Violations(script) {
				t.Errorf("%s, %s", scheme, violation)
			}
			p.Does(chromedp.EmulateViewport(160, 320))
			if wide := pagetest.Evaluated[int](p, "document.documentElement.scrollWidth"); wide > 160 {
				t.Errorf("it is %d wide", wide)
			}
		}
	}
	for name, page := range states() {
		t.Run(name, func(t *testing.T) {
			r.Publish(page)
			look(t, "/kfx")
			look(t, "/f/s3cret")
		})
	}
	t.Run("no such page", func(t *testing.T) { look(t, "/elsewhere") })
	t.Run("voted", func(t *testing.T) {
		r.Publish(vote())
		p.Does(chromedp.Navigate(r.url + "/kfx")).Chooses("Leave it").Presses("Send my vote").Sees("Recorded: b.")
		look(t, "/kfx")
	})
	t.Run("slip", func(t *testing.T) {
		asking := begun(t)
		asking.Ask(func(typed string) (box.Token, bool) { return "", false })
		r.url, asking.url = asking.url, r.url
		defer func() { r.url = asking.url }()
		look(t, "/kfx")
	})
	t.Run("full", func(t *testing.T) {
		r.box.Seat(0)
		look(t, "/kfx")
	})
}

// theNextStepIsAtHand on the facilitator's phone, however much there is to read above it.
func theNextStepIsAtHand(t *testing.T, b context.Context) {
	r, long := begun(t), vote()
	long.Notes = Notes{Cue: "Ask somebody from each side.", Says: slices.Repeat([]string{"It answers a patient who wants a date."}, 40), Next: "Vote again"}
	r.Publish(long)
	p := r.tab(t, b).Does(chromedp.Navigate(r.url + "/f/s3cret"))
	if !pagetest.Evaluated[bool](p, "document.querySelector('.steps').getBoundingClientRect().bottom <= innerHeight") {
		t.Error("it has to be scrolled to")
	}
}
