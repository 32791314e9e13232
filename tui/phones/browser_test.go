package phones

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"probity/scenarios/induction/box"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// needed is the variable under which the gate says that no browser test may be skipped, and axe that of the file of axe-core.
const (
	needed = "PROBITY_BROWSER_NEEDED"
	axe    = "PROBITY_AXE"
)

// patience is for how long a page is waited for.
const patience = 20 * time.Second

// browser is one without windows, or none: then the test is skipped, unless the gate needs it.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		lacking(t, fmt.Sprintf("no Chromium: %v", err))
	}
	return ctx
}

func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv(needed) != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// step is one thing to do in a browser.
type step = chromedp.Action[chromedp.Void]

// set sets how a page is shown.
func set[P any](command cdp.Command[P, cdp.Empty], to P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, to)
		return err
	})
}

// tab is a phone with a browser. Each has cookies of its own.
type tab struct {
	*testing.T
	ctx context.Context
}

func (r room) tab(t *testing.T, browser context.Context, with ...step) tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil { // a tab that is opened within a time ends with it
		t.Fatal(err)
	}
	p := tab{t, ctx}
	return p.does(with...).does(chromedp.EmulateViewport(360, 640), chromedp.Navigate(r.url+"/kfx"))
}

func (p tab) does(steps ...step) tab {
	p.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		page, _ := chromedp.Run(p.ctx, chromedp.Text(chromedp.CSS("body")))
		p.Fatalf("%v, on the page\n%s", err, page)
	}
	return p
}

// sees waits until each text is on the page.
func (p tab) sees(texts ...string) tab {
	p.Helper()
	for _, text := range texts {
		p.does(chromedp.WaitVisible(fmt.Sprintf(`//body//*[contains(normalize-space(.), %q)]`, text)))
	}
	return p
}

// chooses marks a choice, as a finger on its words does.
func (p tab) chooses(text string) tab {
	p.Helper()
	return p.does(chromedp.Click(fmt.Sprintf(`//label[contains(., %q)]`, text)))
}

func (p tab) presses(button string) tab {
	p.Helper()
	return p.does(chromedp.Click(fmt.Sprintf(`//button[contains(., %q)]`, button)))
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

func TestABrowserVotes(t *testing.T) {
	b := browser(t)
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("script %v", script), func(t *testing.T) {
			r := begun(t)
			r.Publish(Page{Session: "Tuesday's teaching", Place: "Situation 1 of 4"})
			p := r.tab(t, b, set(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})).sees("You have joined. Look up: it begins on the screen.")
			follows := func() tab { // without script one asks for what is up
				if !script {
					p.does(chromedp.Click(chromedp.CSS(`a[href="/kfx"]`)))
				}
				return p
			}
			r.Publish(vote())
			follows().sees("What do you do first?").chooses("Leave it").presses("Send my vote").sees("Recorded: b. You can change it until the vote closes.")
			p.does(chromedp.Reload()).sees("Recorded: b.").chooses("Ask her").presses("Change my vote").sees("Recorded: a.")
			if !script { // the page is still up, and the vote closes under it
				p.chooses("Leave it")
			}
			if votes := r.box.Close(); votes["x"] != 1 || len(votes) != 1 {
				t.Errorf("the first vote is %v", votes)
			}
			r.Publish(shut())
			if !script {
				p.presses("Change my vote").sees("That came too late: the vote is closed. Your vote was a.")
			} else {
				p.sees("Your vote was a.")
			}
			second := first
			second.Number = 2
			r.box.Open(second, []string{"x", "y"})
			r.Publish(again())
			follows().sees("Send my vote").chooses("Leave it").presses("Send my vote").sees("Recorded: b.")
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

// TestEverybodyCanUseThePage: axe finds nothing on any page, dark or light, and none is wider than the narrowest phone enlarged twofold.
func TestEverybodyCanUseThePage(t *testing.T) {
	b := browser(t)
	script, err := os.ReadFile(os.Getenv(axe))
	if err != nil {
		lacking(t, fmt.Sprintf("no axe-core: %v", err))
	}
	r := begun(t)
	p := r.tab(t, b)
	look := func(t *testing.T, path string) {
		for _, scheme := range []string{"light", "dark"} {
			features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
			p.does(set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}), chromedp.EmulateViewport(320, 640),
				chromedp.Navigate(r.url+path))
			for _, violation := range violations(p, string(script)) {
				t.Errorf("%s, %s", scheme, violation)
			}
			p.does(chromedp.EmulateViewport(160, 320))
			if wide := evaluated[int](p, "document.documentElement.scrollWidth"); wide > 160 {
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
		p.does(chromedp.Navigate(r.url + "/kfx")).chooses("Leave it").presses("Send my vote").sees("Recorded: b.")
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

// TestTheNextStepIsAtHand on the facilitator's phone, however much there is to read above it.
func TestTheNextStepIsAtHand(t *testing.T) {
	r, long := begun(t), vote()
	long.Notes = Notes{Cue: "Ask somebody from each side.", Says: slices.Repeat([]string{"It answers a patient who wants a date."}, 40), Next: "Vote again"}
	r.Publish(long)
	p := r.tab(t, browser(t)).does(chromedp.Navigate(r.url + "/f/s3cret"))
	if !evaluated[bool](p, "document.querySelector('.steps').getBoundingClientRect().bottom <= innerHeight") {
		t.Error("it has to be scrolled to")
	}
}

// violations are what axe finds on the page that is up.
func violations(p tab, script string) []string {
	p.Helper()
	evaluated[int](p, script+";1")
	return evaluated[[]string](p, `axe.run().then(r => r.violations.map(v => v.id + ": " + v.help + " " + v.nodes.map(n => n.html).join(" ")))`)
}

// evaluated is what an expression comes to on the page that is up.
func evaluated[T any](p tab, expression string) T {
	p.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatal(err)
	}
	return value
}
