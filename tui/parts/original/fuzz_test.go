package original

import (
	"net/url"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/tui/prose"
)

// FuzzAddress: what a terminal is given to open is an address of the web in plain signs, which the address itself leads to; everything else is text.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"https://a.org/b-c", "HTTP://a.org", "javascript:alert(1)", "file:///etc/passwd", "https://a.org/\x1b\\\x1b]8;;x", "https://a.org/\u202e", "//a.org", "https://[::1]/", "https://user:pw@a.org/日本?q=\u009b", "https:a.org", "http://a.org?b=日本"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add("https://a.org/" + s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		fuzztest.Within(t, len(address), 1)
		address = prose.Line(address) // as it is shown
		drawn := Address(address, 40, lipgloss.NewStyle())
		if strings.ContainsFunc(ansi.Strip(drawn), func(r rune) bool { return r != '\n' && text.Acts(r) }) {
			t.Errorf("%q is drawn as %q", address, drawn)
		}
		target, ok := linked(address)
		if !ok && strings.Contains(drawn, "\x1b]") {
			t.Errorf("%q is drawn as a link: %q", address, drawn)
		}
		if u, err := url.Parse(target); ok && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsFunc(target, func(r rune) bool { return r <= ' ' || r >= 0x7F })) {
			t.Errorf("%q leads to %q, %v", address, target, err)
		}
	})
}
