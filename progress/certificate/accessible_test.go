package certificate

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"probity/progress/paper/pagetest"
)

// TestEverybodyCanReadThePage: axe finds nothing on the HTML of a certificate, and none is wider than a phone.
func TestEverybodyCanReadThePage(t *testing.T) {
	browser, script := pagetest.Browser(t), pagetest.Axe(t)
	for name, s := range map[string]Signed{"doctor": signed(t, ann, uk, ""), "student, in a room": signed(t, siobhan, ireland, "An institution")} {
		path := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(path, s.HTML(), 0o600); err != nil {
			t.Fatal(err)
		}
		p := pagetest.Open(t, browser, chromedp.EmulateViewport(360, 640), chromedp.Navigate("file://"+path)).Sees("Certificate of learning")
		for _, violation := range p.Violations(script) {
			t.Errorf("%s: %s", name, violation)
		}
		if wide := pagetest.Evaluated[int](p, "document.documentElement.scrollWidth"); wide > 360 {
			t.Errorf("%s: it is %d wide", name, wide)
		}
	}
}
