// Text made safe to show in a file or on a terminal.

package progress

import "probity/guidance/text"

// Legible returns s with its lines, and with nothing in it that a terminal, an editor or a spreadsheet would obey instead of showing.
func Legible(s string) string { return text.Block(s) }
