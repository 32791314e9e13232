package practise

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/keymap"
	"probity/tui/pane"
	"probity/tui/prose"
)

// answer is a key press while the situation is before the learner.
func (p *Practise) answer(msg tea.KeyPressMsg) tea.Cmd {
	attempt := p.practice.Sitting.Attempt()
	confirmed := p.asked
	p.asked = false
	switch {
	case keymap.Is(msg, keymap.ShiftUp()):
		p.move(attempt.Shift(p.cursor, -1))
	case keymap.Is(msg, keymap.ShiftDown()):
		p.move(attempt.Shift(p.cursor, +1))
	case keymap.Is(msg, keymap.Up()):
		p.step(-1)
	case keymap.Is(msg, keymap.Down()):
		p.step(+1)
	case keymap.Is(msg, keymap.Mark()):
		p.pick(p.cursor)
	case keymap.Is(msg, keymap.Enter("")):
		return p.submit(confirmed)
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
			p.cursor = i
			p.pick(i)
			return
		}
	}
	if n, err := strconv.Atoi(key); err == nil {
		p.move(attempt.Number(p.cursor, n))
	}
}

// pick marks an option, or says why it can't be marked.
func (p *Practise) pick(i int) {
	if refused := p.practice.Sitting.Attempt().Pick(i); refused != "" {
		p.env.Notice(refused)
	}
	p.move(i)
}

// step goes to the next or the previous option. Text between that the learner has not seen is scrolled through first.
func (p *Practise) step(by int) {
	here := p.spans[p.cursor]
	above, _ := p.pane.More()
	switch {
	case by > 0 && p.pane.Below(here[0]):
		p.pane.Scroll(p.pane.Page())
	case by < 0 && p.cursor == 0 && above:
		p.pane.Scroll(-p.pane.Page())
	default:
		p.move(max(0, min(p.cursor+by, len(p.spans)-1)))
	}
}

func (p *Practise) move(to int) {
	p.cursor = to
	p.drawQuestion()
	p.pane.Show(p.spans[to][0], p.spans[to][1])
}

// submit commits the answer. Where nothing has been done yet, enter first does what it would mean: it marks the option at
// the cursor, or asks whether an order is meant as it stands.
func (p *Practise) submit(confirmed bool) tea.Cmd {
	s, attempt := p.practice.Sitting.Current(), p.practice.Sitting.Attempt()
	switch {
	case s.Format.Input() == scenarios.PickOne && attempt.Missing() != "":
		p.pick(p.cursor)
		return p.env.Notice("Enter again submits this answer.")
	case s.Format.Input() == scenarios.PutInOrder && !confirmed && slices.Equal(attempt.Chosen(), scenarios.Shuffle(s, p.practice.Sitting.Seed())):
		p.asked = true
		return p.env.Notice("This is the order as it was dealt. Enter again submits it as it is.")
	}
	if err := p.practice.Submit(); err != nil {
		return p.env.Notice(err.Error())
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
	switch s.Format.Input() {
	case scenarios.PutInOrder:
		keys = []key.Binding{keymap.Shift(), numbers("1–5", "its place", 5)}
	case scenarios.GiveNumbers:
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

// drawQuestion lays out the situation, stem above options or beside them where there is room, and notes on which lines each
// option stands.
func (p *Practise) drawQuestion() {
	if p.frame.Wide() {
		left, right := p.columns()
		asking, spans := p.asking("\n", right)
		p.pane.Set(pane.Columns(p.stem(left), left, asking, gutter))
		p.spans = spans
		return
	}
	width := pane.Measure(p.frame.Width)
	text, spans := p.asking(p.stem(width)+"\n\n", width)
	p.pane.Set(text)
	p.spans = spans
}

// gutter is the room between two columns.
const gutter = 3

// columns is the widths of two columns side by side, neither wider than reads well.
func (p *Practise) columns() (left, right int) {
	left = min((p.frame.Width-gutter)*45/100, 72)
	return left, min(p.frame.Width-left-gutter, 84)
}

// stem is the situation as it is told.
func (p *Practise) stem(width int) string {
	s, th := p.practice.Sitting.Current(), p.frame.Theme
	about := fmt.Sprintf("%s · level %d of 3", s.Format.Title(), s.Level)
	return "\n" + pane.Hang("  ", prose.Line(s.Title), width, th.Title) + "\n" + pane.Hang("  ", about, width, th.Faint) + "\n\n" +
		pane.Indent(p.env.Markdown.Render(prose.FromMarkdown(s.Stem), width-2, th), 2)
}

// asking is the ask with its options, below what stands above it, and the lines on which each option stands.
func (p *Practise) asking(above string, width int) (text string, spans [][2]int) {
	s, th := p.practice.Sitting.Current(), p.frame.Theme
	text = above + pane.Hang("  ", prose.Line(s.Ask), width, th.Strong) + "\n" + pane.Hang("  ", s.Format.Instruction(s), width, th.Faint) + "\n"
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
		if i == 0 || p.frame.Wide() {
			text += "\n"
		}
		from := strings.Count(text, "\n")
		text += pane.Hang(lead+mark+" "+th.Letter.Render(line.Letter)+"  ", prose.Line(o.Text), width, style)
		spans = append(spans, [2]int{from, strings.Count(text, "\n")})
		text += "\n"
	}
	return strings.TrimSuffix(text, "\n"), spans
}
