package original

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
)

// TestAnAddressIsBrokenByTheWindowAlone: neither at a hyphen nor for a margin.
func TestAnAddressIsBrokenByTheWindowAlone(t *testing.T) {
	for _, c := range []struct {
		address string
		width   int
		want    string
	}{
		{"https://a.org/b-c", 19, "  https://a.org/b-c"},
		{"https://a.org/b-c", 18, "https://a.org/b-c"},
		{"https://a.org/b-c", 17, "https://a.org/b-c"},
		{"https://a.org/b-c-d-e", 16, "https://a.org/b-|c-d-e"},
		{"https://a.org/b-c-d-e", 8, "https://|a.org/b-|c-d-e"},
		{"https://a.org/日本", 15, "https://a.org/|日本"},
	} {
		got := ansi.Strip(Address(c.address, c.width, lipgloss.NewStyle()))
		if got = strings.ReplaceAll(got, "\n", "|"); got != c.want {
			t.Errorf("%s in %d cells: %q, want %q", c.address, c.width, got, c.want)
		}
	}
}

// TestEveryLineOfAnAddressLeadsToAllOfIt, and what is no address of the web leads nowhere.
func TestEveryLineOfAnAddressLeadsToAllOfIt(t *testing.T) {
	for _, line := range strings.Split(Address("https://a.org/日/b c", 12, lipgloss.NewStyle()), "\n") {
		if open, end := ansi.SetHyperlink("https://a.org/%E6%97%A5/b%20c", "id=original"), ansi.ResetHyperlink(); !strings.HasPrefix(line, open) || !strings.HasSuffix(line, end) {
			t.Errorf("%q", line)
		}
		if cut := cells.Cut(line, 3, "…"); ansi.StringWidth(cut) > 3 || !strings.HasSuffix(cut, ansi.ResetHyperlink()) {
			t.Errorf("cut it is %q", cut)
		}
	}
	for _, address := range []string{"javascript:alert(1)", "file:///etc/passwd", "gmc-uk.org", "https://", "https://a b", "%zz"} {
		if shown := Address(address, 80, lipgloss.NewStyle()); shown != "  "+address {
			t.Errorf("%q is drawn as %q", address, shown)
		}
	}
}

// TestAnAddressThatNoTerminalTakesIsNoLink: each line of a link has all of the address.
func TestAnAddressThatNoTerminalTakesIsNoLink(t *testing.T) {
	for n, want := range map[int]bool{longest: true, longest + 1: false} {
		address := "https://a.org/" + strings.Repeat("a", n-len("https://a.org/"))
		if got := strings.Contains(Address(address, 40, lipgloss.NewStyle()), "\x1b]8"); got != want {
			t.Errorf("of %d bytes: a link, %v", n, got)
		}
	}
}
