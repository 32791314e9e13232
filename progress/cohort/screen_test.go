package cohort_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"probity/progress/paper"
	"probity/progress/paper/pagetest"
)

// TestThePageFitsAPhone and can be read there, dark and light.
func TestThePageFitsAPhone(t *testing.T) {
	b, script := pagetest.Browser(t), pagetest.Axe(t)
	html := paper.HTML(invent(t, 200, true).Paper())
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(html) }))
	t.Cleanup(s.Close)
	for _, scheme := range []string{"light", "dark"} {
		features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
		tab := pagetest.Open(t, b, pagetest.Set(page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true}),
			pagetest.Set(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}), chromedp.EmulateViewport(360, 640), chromedp.Navigate(s.URL))
		if wide := pagetest.Evaluated[int](tab, "document.documentElement.scrollWidth"); wide > 360 {
			t.Errorf("%s: it is %d wide", scheme, wide)
		}
		for _, violation := range tab.Violations(script) {
			t.Errorf("%s: %s", scheme, violation)
		}
	}
}
