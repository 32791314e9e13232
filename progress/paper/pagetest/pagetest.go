// Package pagetest tries pages in Chromium, as a person's browser shows them, and asks axe-core whether everybody can use them.
package pagetest

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// needed is the variable under which the gate says that no browser test may be skipped, and axe that of the file of axe-core.
const (
	needed = "PROBITY_BROWSER_NEEDED"
	axe    = "PROBITY_AXE"
)

// Patience is for how long a page is waited for.
const Patience = 20 * time.Second

// Browser is one without windows, or none: then the test is skipped, unless the gate needs it.
func Browser(t *testing.T) context.Context {
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

// Axe is the script of axe-core, or none: then the test is skipped, unless the gate needs it.
func Axe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(os.Getenv(axe))
	if err != nil {
		lacking(t, fmt.Sprintf("no axe-core: %v", err))
	}
	return string(script)
}

func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv(needed) != "" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// Step is one thing to do in a browser.
type Step = chromedp.Action[chromedp.Void]

// Set sets how a page is shown.
func Set[P, R any](command cdp.Command[P, R], to P) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, to)
		return err
	})
}

// Tab is a browser of one person. Each has cookies of its own.
type Tab struct {
	*testing.T
	ctx context.Context
}

// hurried has pages do ten times as often what they do at intervals: a test waits for it.
func hurried() Step {
	return Set(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `{ const every = window.setInterval; window.setInterval = (does, ms) => every(does, ms / 10); }`,
	})
}

// Open opens a tab, and does the first steps in it.
func Open(t *testing.T, browser context.Context, steps ...Step) Tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil { // a tab that is opened within a time ends with it
		t.Fatal(err)
	}
	return Tab{t, ctx}.Does(append([]Step{hurried()}, steps...)...)
}

// Does takes steps, one after the other.
func (p Tab) Does(steps ...Step) Tab {
	p.Helper()
	ctx, stop := context.WithTimeout(p.ctx, Patience)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		shown, _ := chromedp.Run(p.ctx, chromedp.Text(chromedp.CSS("body")))
		p.Fatalf("%v, on the page\n%s", err, shown)
	}
	return p
}

// Sees waits until each text is on the page.
func (p Tab) Sees(texts ...string) Tab {
	p.Helper()
	for _, text := range texts {
		p.Does(chromedp.WaitVisible(fmt.Sprintf(`//body//*[contains(normalize-space(.), %q)]`, text)))
	}
	return p
}

// Chooses marks a choice, as a finger on its words does.
func (p Tab) Chooses(text string) Tab {
	p.Helper()
	return p.Does(chromedp.Click(fmt.Sprintf(`//label[contains(., %q)]`, text)))
}

// Presses presses a button.
func (p Tab) Presses(button string) Tab {
	p.Helper()
	return p.Does(chromedp.Click(fmt.Sprintf(`//button[contains(., %q)]`, button)))
}

// Violations are what axe finds on the page that is up.
func (p Tab) Violations(script string) []string {
	p.Helper()
	Evaluated[int](p, script+";1")
	return Evaluated[[]string](p, `axe.run().then(r => r.violations.map(v => v.id + ": " + v.help + " " + v.nodes.map(n => n.html).join(" ")))`)
}

// Evaluated is what an expression comes to on the page that is up.
func Evaluated[T any](p Tab, expression string) T {
	p.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatal(err)
	}
	return value
}
