package room

import (
	"strings"

	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// guidance is the extracts that it rests on.
func (r *Screen) guidance() string {
	th := r.frame.Theme
	width, _ := r.column()
	s := r.session()
	reader := s.Reader()
	blocks := []string{r.block("", "What the guidance says · "+s.Country().Name(), th.Brand)}
	for _, c := range r.tutor.Library.CitedIn(s.Country(), s.Situation()) {
		blocks = append(blocks, r.env.Markdown.Render(prose.FromMarkdown(c.Markdown(reader)), width, th))
	}
	return strings.Join(blocks, "\n\n\n")
}

// narrow is how wide the one line is at the least that stays with the room.
const narrow = 46

// few is that line's width in a window: it stands alone, and is read from the back.
func (r *Screen) few() int { return max(narrow, r.frame.Width*2/5) }

// takeAway is that line, alone; after a turn below what made the difference.
func (r *Screen) takeAway() string {
	th := r.frame.Theme
	width, _ := r.column()
	lesson := pane.Hang("", prose.Line(r.session().TakeAway()), min(width, r.few()), th.Title)
	if r.session().TurnOf() != nil {
		return stack(r.differences(), th.Brand.Render("To take away"), lesson)
	}
	lesson = strings.ReplaceAll(lesson, "\n", "\n\n")
	return pane.Indent(stack(th.Brand.Render("To take away"), lesson), max(0, (width-r.few())/2))
}
