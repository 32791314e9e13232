package markdown

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"probity/guidance/text"
)

// Lists: Glamour goes on below an item's mark, where the next item would begin. So each item is drawn by itself too, and set in.

// item is one of a list.
type item struct{ mark, text string }

const bullet = "• "

var (
	itemMark = text.Expression(`^(?:[-*+]|(\d{1,6})[.)]) +`)
	rule     = text.Expression(`^(?:[-*] *){3,}$`)
)

// aboveList parts a block where a list begins below what stands above it.
func aboveList(block string) (above, list string) {
	for line := range strings.Lines(block) {
		if m := itemMark().FindStringSubmatch(line); m != nil && m[1] <= "1" && !rule().MatchString(strings.TrimSpace(line)) {
			return above, block[len(above):]
		}
		above += line
	}
	return above, ""
}

// itemsOf are the items of a block that is a list and nothing else; none for another block.
func itemsOf(block string) (items []item) {
	begin, own := 0, 0 // the number that a list begins with, and how far its items' text is set in
	for line := range strings.Lines(block) {
		m := itemMark().FindStringSubmatch(line)
		switch {
		case rule().MatchString(strings.TrimSpace(line)):
			return nil
		case m != nil:
			mark := bullet
			if m[1] != "" {
				if len(items) == 0 {
					begin, _ = strconv.Atoi(m[1])
				}
				mark = strconv.Itoa(begin+len(items)) + ". "
			}
			own = len(m[0])
			items = append(items, item{mark, line[own:]})
		case len(items) == 0 || strings.TrimSpace(line) != "" && !strings.HasPrefix(line, " "):
			return nil
		default:
			line = line[min(own, len(line)-len(strings.TrimLeft(line, " "))):]
			items[len(items)-1].text += line
		}
	}
	return items
}

func (d *drawing) list(items []item, width, quoted int) string {
	var lines []string
	for _, i := range items {
		lead := ansi.StringWidth(i.mark)
		drawn := d.blocks(i.text, width-lead, quoted)
		lines = append(lines, i.mark+strings.ReplaceAll(drawn, "\n", "\n"+strings.Repeat(" ", lead)))
	}
	return strings.Join(lines, "\n")
}
