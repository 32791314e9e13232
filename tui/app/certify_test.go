// The certificate screen: what it looks like at each stage, and what comes of its keys.

package app

import (
	"fmt"
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

func TestCertificateGoldens(t *testing.T) {
	for _, size := range sizes {
		for _, c := range []struct{ name, keys string }{
			{"choose", ""}, {"form", "enter"}, {"form, to the end", "enter end"}, {"a field", "enter pgdown enter"},
			{"a field further down", "enter down down down enter"}, {"preview", "enter v"}, {"export", "enter x"},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				d := drive(t, given{dir: screentest.Filled(t, screentest.Siobhan()), start: screen.ToCertificate{}, width: size[0], height: size[1]})
				look(t, d.keys(c.keys), size)
			})
		}
		t.Run(fmt.Sprintf("nothing to certify %dx%d", size[0], size[1]), func(t *testing.T) {
			look(t, drive(t, given{dir: screentest.Recorded(t), start: screen.ToCertificate{}, width: size[0], height: size[1]}), size)
		})
	}
}
