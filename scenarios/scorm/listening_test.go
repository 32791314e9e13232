package scorm

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"

	"probity/guidance"
	"probity/progress/paper/pagetest"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// heard is the tree that a screen reader goes by: of what has the focus what is read of it, and of all else what it is and what it is called.
func (l *platform) heard() (focus, page string) {
	l.Helper()
	l.Does(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		tree, err := cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		for _, n := range tree.Nodes {
			if n.Ignored {
				continue
			}
			said := value(n.Role) + " " + value(n.Name)
			page += said + "\n"
			for _, p := range n.Properties {
				if p.Name == accessibility.PropertyNameFocused && value(n.Role) != "RootWebArea" {
					focus = said + " | " + value(n.Description)
				}
			}
		}
		return nil
	}))
	return focus, page
}

func value(v *accessibility.Value) (text string) {
	if v != nil {
		_ = json.Unmarshal(v.Value, &text) // what is no text is not read
	}
	return text
}

// TestWhoListensKnowsWhereTheyAre: after each step the focus is on the new page's heading, which says where it is; signs for the eye are not read, and
// what comes between the page and the platform is said when the heading has been.
func TestWhoListensKnowsWhereTheyAre(t *testing.T) {
	p := scenariostest.Families(t)
	s := p.Bank.Families()[0].Variants[0]
	l := onPlatform(t, pagetest.Browser(t), made(t, Practice, Course{Pack: p, Situations: []*scenarios.Situation{s}, Reader: guidance.Doctor.In(guidance.UK)}))
	l.Does(chromedp.Navigate(l.url + "/frame"))
	where := "| Situation 1 of 1 · "
	for _, step := range []struct{ press, focus, page string }{
		{"", "heading ", "note "},
		{"Begin", "heading " + s.Title + " " + where, "radio a "},
		{"Answer", "button Answer", "Choose an answer first."},
		{"a", "radio a ", ""},
		{"Answer", "heading How sure are you? " + where, "Your answer: a, "},
		{"Very sure", "heading ", "heading " + s.Ask},
		{"What it comes to", "heading What it comes to |", "button 1. " + s.Title},
	} {
		if step.press != "" {
			pagetest.Evaluated[int](l.Tab, fmt.Sprintf(`[].forEach.call(document.querySelectorAll('button, label'), function (e) {
				if (e.textContent.indexOf(%q) === 0) { e = e.control || e; e.focus(); e.click(); }
			}), 0`, step.press))
		}
		focus, page := l.heard()
		if !strings.HasPrefix(focus, step.focus) || !strings.Contains(page, step.page) || strings.ContainsAny(page, "✓✗◐") {
			t.Errorf("after %q the focus is on %q, want %q, and the page has no %q or has signs\n%s", step.press, focus, step.focus, step.page, page)
		}
	}
	if live := pagetest.Evaluated[string](l.Tab, `document.getElementById('notices').getAttribute('aria-live')`); live != "polite" {
		t.Errorf("notices are read %q", live)
	}
}
