// Package original shows where the document stands that an extract is from: its title, and its address as a link.
package original

import (
	"fmt"
	"net/url"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/tui/cells"
	"probity/tui/parts/pane"
	"probity/tui/parts/theme"
	"probity/tui/prose"
)

// Show says which document it is that an extract is from, and where it stands.
func Show(s *guidance.Source, width int, th *theme.Theme) string {
	measure := pane.Measure(width)
	text := pane.Hang("  ", prose.Line(s.Title), measure, th.Strong) + "\n" +
		pane.Hang("  ", prose.Line(s.Publisher)+", "+prose.Line(s.Edition())+" · "+string(s.Status)+", "+s.Jurisdiction.Short(), measure, th.Faint) + "\n"
	if s.URL == "" {
		return text + pane.Hang("  ", "No address is known here. The publisher's site has it under its title.", measure, th.Text)
	}
	return text + Address(prose.Line(s.URL), width, th.Accent)
}

// Address is a web address as a link. It stands on a line of its own where the window has room for all of it; else it goes from edge to edge,
// so that nothing but the window breaks it.
func Address(address string, width int, style lipgloss.Style) string {
	if target, ok := linked(address); ok {
		style = style.Hyperlink(target, "id=original") // one link, on however many lines
	}
	if ansi.StringWidth(address)+2 <= width {
		return "  " + style.Render(address)
	}
	lines := strings.Split(cells.Chop(address, width), "\n")
	for i, l := range lines {
		lines[i] = style.Render(l)
	}
	return strings.Join(lines, "\n")
}

// longest is how long an address may be that is a link, in bytes: terminals take none that is longer, and every line of it has it whole.
const longest = 2083

// linked is an address as a terminal may be given it to open; ok is false for what is none of the web.
func linked(address string) (target string, ok bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", false
	}
	target = inASCII(u.String())
	return target, len(target) <= longest
}

// inASCII is an address in signs of ASCII alone, as it is sent: to a terminal of eight bits a part of a letter may be what ends the address.
func inASCII(address string) string {
	var out strings.Builder
	for i := range len(address) {
		if b := address[i]; b > ' ' && b < 0x7F {
			out.WriteByte(b)
		} else {
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return out.String()
}
