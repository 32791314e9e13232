package practise

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
	"probity/tui/screen"
)

// answer is a key press while the situation is before the learner.
func (p *Practise) answer(msg tea.KeyPressMsg) tea.Cmd {
	attempt := p.practice.Sitting.Attempt()
	n := len(attempt.Lines())
	switch {
	case keymap.Is(msg, keymap.ShiftUp()):
		p.move(attempt.Shift(p.cursor, -1))
	case keymap.Is(msg, keymap.ShiftDown()):
		p.move(attempt.Shift(p.cursor, +1))
	case keymap.Is(msg, keymap.Up()):
		p.move((p.cursor + n - 1) % n)
	case keymap.Is(msg, keymap.Down()):
		p.move((p.cursor + 1) % n)
	case keymap.Is(msg, keymap.Mark()):
		attempt.Pick(p.cursor)
		p.drawQuestion()
	case keymap.Is(msg, keymap.Enter("")):
		return p.submit()
	case p.pane.Update(msg):
	default:
		p.typed(msg.String(), attempt)
	}
	return nil
}

// typed is a letter, which goes to its option and marks it, or a number, which is a place or a rating.
func (p *Practise) typed(key string, attempt scenarios.Attempt) {
	for i, line := range attempt.Lines() {
		if strings.EqualFold(key, line.Letter) {
			attempt.Pick(i)
			p.move(i)
			return
		}
	}
	if n, err := strconv.Atoi(key); err == nil {
		p.move(attempt.Number(p.cursor, n))
	}
}

func (p *Practise) move(to int) {
	p.cursor = to
	p.drawQuestion()
	spans := p.spans()
	if to < len(spans) {
		p.pane.Show(spans[to][0], spans[to][1])
	}
}

func (p *Practise) submit() tea.Cmd {
	if err := p.practice.Submit(); err != nil {
		return screen.Notice(err.Error())
	}
	p.draw()
	p.pane.ToTop()
	return p.ahead()
}

// answerKeys are the bindings that the situation's format has a use for.
func (p *Practise) answerKeys() []key.Binding {
	s := p.practice.Sitting.Current()
	n := len(s.Options)
	var keys []key.Binding
	switch s.Format.Name() {
	case "rank":
		keys = []key.Binding{keymap.Shift(), numbers("1–5", "its place", 5)}
	case "rate":
		keys = []key.Binding{numbers("4–1", "rate", 4)}
	default:
		keys = []key.Binding{keymap.New("a–"+scenarios.Letter(n-1), "mark an answer", letters(n)...), keymap.Mark()}
	}
	keys = append(keys, keymap.Enter("submit"), keymap.Move())
	return append(append(keys, pane.Keys()...), keymap.Leave())
}

func numbers(help, does string, n int) key.Binding {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = strconv.Itoa(i + 1)
	}
	return keymap.New(help, does, keys...)
}

func letters(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = scenarios.Letter(i)
	}
	return out
}

// drawQuestion lays out the situation: stem above options, or beside them where there is room.
func (p *Practise) drawQuestion() {
	if p.frame.Wide() {
		left := p.columnWidth()
		p.pane.Set(pane.Columns(p.stem(left), left, p.asking(p.frame.Width-left-gutter), gutter))
		return
	}
	p.pane.Set(p.stem(p.measure()) + "\n\n" + p.asking(p.measure()))
}

// gutter is the room between two columns.
const gutter = 3

// columnWidth is the width of the left one of two columns.
func (p *Practise) columnWidth() int { return (p.frame.Width - gutter) * 45 / 100 }

// stem is the situation as it is told.
func (p *Practise) stem(width int) string {
	s, th := p.practice.Sitting.Current(), p.frame.Theme
	about := fmt.Sprintf("%s · level %d of 3", s.Format.Title(), s.Level)
	return "\n" + pane.Hang("  ", prose.Line(s.Title), width, th.Title) + "\n" + pane.Hang("  ", about, width, th.Faint) + "\n\n" +
		pane.Indent(p.env.Markdown.Render(prose.FromMarkdown(s.Stem), width-2, th), 2)
}

// asking is the ask with its options.
func (p *Practise) asking(width int) string {
	s, th := p.practice.Sitting.Current(), p.frame.Theme
	lines := []string{""}
	if !p.frame.Wide() {
		lines = nil
	}
	lines = append(lines, pane.Hang("  ", prose.Line(s.Ask), width, th.Strong), pane.Hang("  ", s.Format.Instruction(s), width, th.Faint), "")
	return strings.Join(append(lines, p.options(width)...), "\n")
}

// options is each option as a block of lines, with air between them where there is room.
func (p *Practise) options(width int) []string {
	s, th := p.practice.Sitting.Current(), p.frame.Theme
	var out []string
	for i, line := range p.practice.Sitting.Attempt().Lines() {
		o, _ := s.Option(line.ID)
		lead, style := "  ", th.Text
		if i == p.cursor {
			lead = th.Cursor.Render("›") + " "
		}
		mark := line.Mark
		if line.Said != "" {
			mark, style = th.Cursor.Render(mark), th.Strong
		}
		block := pane.Hang(lead+mark+" "+th.Letter.Render(line.Letter)+"  ", prose.Line(o.Text), width, style)
		if p.frame.Wide() {
			block += "\n"
		}
		out = append(out, block)
	}
	return out
}

// spans tells on which lines of the pane each option stands.
func (p *Practise) spans() [][2]int {
	width, line := p.measure(), 0
	if p.frame.Wide() {
		width = p.frame.Width - p.columnWidth() - gutter
	} else {
		line = strings.Count(p.stem(width), "\n") + 2
	}
	blocks := p.options(width)
	line += strings.Count(p.asking(width), "\n") + 1
	for _, b := range blocks {
		line -= strings.Count(b, "\n") + 1
	}
	var out [][2]int
	for _, b := range blocks {
		height := strings.Count(strings.TrimRight(b, "\n"), "\n")
		out = append(out, [2]int{line, line + height})
		line += strings.Count(b, "\n") + 1
	}
	return out
}
