package app

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// help is the keys that work on the screen that is up, and what the tutor's words mean: a page for each.
type help struct {
	pane   *pane.Pane
	page   int // 0 for the keys, otherwise the number of an explanation
	cursor int // the key that enter presses, of those that choosing is for
	keys   []key.Binding
	spots  []spot
}

// spot is where a key stands on the page of the keys.
type spot struct {
	key      key.Binding
	line     int
	from, to int // the cells
}

// showHelp lays the page of help out that is up: the keys, when none is.
func (a *App) showHelp() {
	if a.help == nil {
		a.help = &help{pane: pane.New()}
	}
	a.help.pane.Resize(a.size.Width, max(1, a.size.Height-screen.Chrome-a.lent))
	if a.help.page > 0 {
		a.help.spots = nil
		a.help.pane.SetBlocks(a.explained(prose.Explanations()[a.help.page-1]))
		return
	}
	a.layKeys()
}

// helps is the binding that shows help now.
func (a *App) helps() key.Binding {
	if names(a.top().Keys(), "right") || a.fullScreen() {
		return keymap.Help()
	}
	return keymap.HelpArrow()
}

// readHelp gives a key to help: it goes to a key and presses it, turns to another page, scrolls, or leaves.
func (a *App) readHelp(msg tea.KeyPressMsg) tea.Cmd {
	pages := len(prose.Explanations()) + 1
	_, below := a.help.pane.More()
	n, err := strconv.Atoi(msg.String())
	switch {
	case a.help.page == 0 && a.answers(msg.String()): // as the page of the keys has just said
		a.help = nil
		return a.press(msg)
	case err == nil && n > 0 && n < pages && (a.help.page > 0 || !a.numbered()):
		a.turnHelp(n)
	case msg.String() == "right", keymap.Is(msg, keymap.SpaceDown()) && !below:
		a.turnHelp((a.help.page + 1) % pages)
	case msg.String() == "left":
		a.turnHelp((a.help.page + pages - 1) % pages)
	case a.help.page == 0 && keymap.Is(msg, keymap.Up()):
		a.toKey(-1)
	case a.help.page == 0 && keymap.Is(msg, keymap.Down()):
		a.toKey(+1)
	case a.help.page == 0 && keymap.Is(msg, keymap.Enter("")):
		chosen := a.help.chosen()
		a.help = nil
		return a.press(keymap.Press(chosen))
	case !a.help.pane.Browse(msg):
		a.help = nil
	}
	return nil
}

// answers reports whether a digit is a key of the screen: then it means on the page of the keys what it means there.
func (a *App) answers(digit string) bool {
	if _, err := strconv.Atoi(digit); err != nil {
		return false
	}
	return slices.ContainsFunc(slices.Concat(a.keys(), screen.Lines(a.top())), func(k key.Binding) bool { return k.Enabled() && slices.Contains(k.Keys(), digit) })
}

// numbered reports whether a digit of a word is a key of the screen.
func (a *App) numbered() bool {
	for i := range prose.Explanations() {
		if a.answers(strconv.Itoa(i + 1)) {
			return true
		}
	}
	return false
}

// turning are the keys of help itself.
func (a *App) turning() []key.Binding {
	words := keymap.New("1–"+strconv.Itoa(len(prose.Explanations())), "what a word means")
	turn := keymap.New("←/→", "turn", "left", "right")
	switch {
	case a.help.page == 0 && a.numbered():
		return []key.Binding{keymap.Enter("press it"), keymap.Move(), keymap.New("←/→", "what a word means", "left", "right"), keymap.Back()}
	case a.help.page == 0:
		return []key.Binding{keymap.Enter("press it"), keymap.Move(), turn, keymap.Back(), words}
	}
	keys := []key.Binding{turn, keymap.Back(), words}
	if above, below := a.help.pane.More(); above || below {
		keys = append(keys, keymap.Move())
	}
	return keys
}

func (a *App) turnHelp(page int) {
	a.help.page = page
	a.showHelp()
	a.help.pane.ToTop()
}

// explained is the page of a word.
func (a *App) explained(e prose.Explanation) []pane.Block {
	blocks := []pane.Block{{Text: "\n  " + a.theme.Title.Render(e.Word), Head: true}}
	for text := range strings.SplitSeq(e.Text, "\n\n") {
		blocks = append(blocks, pane.Block{Text: "\n" + pane.Indent(cells.Wrap(text, pane.Measure(a.size.Width)-2), 2)})
	}
	return append(blocks, a.helpFoot()...)
}

// helpFoot says how to turn to the other pages.
func (a *App) helpFoot() []pane.Block {
	var words []string
	for i, e := range prose.Explanations() {
		word := strings.ToLower(e.Word)
		if a.help.page > 0 || !a.numbered() {
			word = strconv.Itoa(i+1) + " " + word
		}
		words = append(words, word)
	}
	foot := "What words mean: " + strings.Join(words, ", ") + ". ←/→ and space turn. Any other key goes back."
	return []pane.Block{{Text: "\n" + pane.Indent(a.theme.Faint.Render(cells.Wrap(foot, pane.Measure(a.size.Width)-2)), 2)}}
}

// layKeys lays the page of the keys out, in groups: what works here, what reads, what works everywhere. It notes where each key stands.
func (a *App) layKeys() {
	was := a.help.chosen()
	a.help.spots, a.help.keys = nil, nil
	var own, reading, listed []key.Binding
	for _, k := range a.keys() {
		if slices.Contains(pageKeys(), k.Help().Key) {
			reading = append(reading, k)
		} else {
			own = append(own, k)
		}
	}
	for _, k := range screen.Lines(a.top()) {
		if !names(own, keymap.Name(k)) {
			listed = append(listed, k)
		}
	}
	left := slices.Concat(a.group("Keys that work here", own), a.group("Lines to go to", listed))
	right := slices.Concat(a.group("Reading", reading), a.group("Everywhere", a.everywhere(own)), a.group("Mouse", a.mouseKeys()))
	if a.help.stay(was) {
		a.layKeys()
		return
	}
	here, other := joined(left), joined(right)
	if at := max(a.size.Width/2, lipgloss.Width(here)); at+lipgloss.Width(other) <= a.size.Width {
		top := a.help.pane.SetBlocks(append([]pane.Block{{Text: pane.Columns(here, at, other, 0)}}, a.helpFoot()...))[0] - 1 // a blank line begins it
		a.help.note(left, 0, func(i int) int { return top + strings.Count(joined(left[:i+1]), "\n") })
		a.help.note(right, at, func(i int) int { return top + strings.Count(joined(right[:i+1]), "\n") })
		return
	}
	var blocks []pane.Block
	all := slices.Concat(left, right)
	for _, e := range all { // each whole on a card
		blocks = append(blocks, pane.Block{Text: e.text})
	}
	lines := a.help.pane.SetBlocks(append(blocks, a.helpFoot()...))
	a.help.note(all, 0, func(i int) int { return lines[i] + strings.Count(strings.TrimLeft(all[i].text, "\n"), "\n") })
}

// note notes where keys stand, in a column: each on its lines, of which line has the last.
func (h *help) note(entries []entry, column int, line func(i int) int) {
	for i, e := range entries {
		rows := strings.Split(e.text, "\n")
		for n, row := range rows[len(rows)-e.rows:] {
			h.spots = append(h.spots, spot{e.key, line(i) - e.rows + 1 + n, column + keyIndent, column + ansi.StringWidth(row)})
		}
	}
}

// at is the name of the key that stands at a place; "" for none.
func (h *help) at(x, y int) string {
	for _, s := range h.spots {
		if s.line == h.pane.Line(y) && x >= s.from && x < s.to {
			return keymap.At(s.key, x-s.from)
		}
	}
	return ""
}

// names reports whether a key is among those of some bindings.
func names(bindings []key.Binding, name string) bool {
	return slices.ContainsFunc(bindings, func(k key.Binding) bool { return slices.Contains(k.Keys(), name) })
}

// everywhere are the keys that work on every screen, but those that the screen names itself.
func (a *App) everywhere(own []key.Binding) []key.Binding {
	keys := []key.Binding{keymap.Interrupt()}
	if !a.opt.Tutor.Hosted() { // nobody there has a shell
		keys = append(keys, keymap.Suspend())
	}
	if len(a.stack) < 2 {
		return keys
	}
	if !names(own, "esc") {
		keys = append(keys, keymap.Back())
	}
	if !a.typing() && !names(own, "q") {
		keys = append(keys, keymap.Leaving())
	}
	return keys
}

// entry is a key on the page of the keys, below the title of its group if it is the first.
type entry struct {
	text string
	key  key.Binding
	rows int // the lines that the key takes, at the end of the text
}

// joined is entries one below the other.
func joined(entries []entry) string {
	var lines []string
	for _, e := range entries {
		lines = append(lines, e.text)
	}
	return strings.Join(lines, "\n")
}

// keyIndent is the room before a key.
const keyIndent = 2

// group is some keys under their title, none where none works. What enter can press is counted on, and where the learner is at is marked.
func (a *App) group(title string, keys []key.Binding) []entry {
	var entries []entry
	for _, k := range keys {
		if name := k.Help().Key; k.Enabled() {
			before := strings.Repeat(" ", keyIndent)
			if single(k) {
				if len(a.help.keys) == a.help.cursor {
					before = a.theme.Cursor.Render("›") + " "
				}
				a.help.keys = append(a.help.keys, k)
			}
			before += a.theme.Letter.Render(name) + strings.Repeat(" ", max(1, 11-ansi.StringWidth(name)))
			does := pane.Hang(before, k.Help().Desc, a.size.Width-1, a.theme.Text)
			entries = append(entries, entry{does, k, strings.Count(does, "\n") + 1})
		}
	}
	if entries != nil { // the title never stands at the foot of a card alone
		entries[0].text = "\n  " + a.theme.Title.Render(title) + "\n" + entries[0].text
	}
	return entries
}

// keys are the bindings of the screen that is up. Those that page are left out where there is nothing to page.
func (a *App) keys() []key.Binding {
	keys := slices.Clone(a.top().Keys())
	s, ok := a.top().(screen.Scroller)
	if !ok {
		return keys
	}
	if above, below := s.More(); above || below {
		return keys
	}
	pages := func(k key.Binding) bool { return slices.Contains(pageKeys(), k.Help().Key) }
	return slices.DeleteFunc(keys, pages)
}

// pageKeys are how help spells the keys that page.
func pageKeys() (names []string) {
	for _, k := range pane.Keys() {
		names = append(names, k.Help().Key)
	}
	return names
}
