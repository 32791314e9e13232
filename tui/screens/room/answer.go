package room

import (
	"fmt"
	"slices"
	"strings"

	"probity/scenarios"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// reveal is the key, and the rationale of every option.
func (r *Screen) reveal() string {
	th, s := r.frame.Theme, r.session().Situation()
	heading, style := "There is no right answer", th.Title
	if r.session().Ballot().KeyLabels() != "" {
		heading, style = "✓ "+answer(s, r.session().Ballot()), th.Right
	}
	blocks := []string{r.block("", heading, style)}
	for _, i := range r.votedFirst() {
		o := s.Options[i]
		key := s.Format.KeyOf(s, o.ID)
		sign, style := "  ", th.Strong
		if key != "" && s.Format.Outright() {
			sign, style, key = th.Right.Render("✓ "), th.Right, ""
		}
		block := r.block(sign+th.Letter.Render(scenarios.Letter(i))+"  ", o.Text, style)
		if key != "" {
			block += "\n" + r.block("     ", key, th.Accent)
		}
		blocks = append(blocks, block+"\n"+r.block("     ", o.Why, th.Text))
	}
	return stack(blocks...)
}

// votedFirst is the places of the options as they are gone through: of a rating, what was voted on comes first.
func (r *Screen) votedFirst() []int {
	var out []int
	for i, o := range r.session().Situation().Options {
		if o.ID == r.session().Ballot().Action {
			out = slices.Insert(out, 0, i)
		} else {
			out = append(out, i)
		}
	}
	return out
}

// answer is the key in words.
func answer(s *scenarios.Situation, b scenarios.Ballot) string {
	for _, c := range b.Choices {
		if c.Key && b.Action != "" {
			return fmt.Sprintf("%s: %s, %s", b.Reveal, s.Letter(b.Action), c.Text)
		}
	}
	return b.Reveal + ": " + b.KeyLabels()
}

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

// narrow is how wide the one line is that stays with the room.
const narrow = 46

// takeAway is that line, alone; after a turn below what made the difference.
func (r *Screen) takeAway() string {
	th := r.frame.Theme
	width, _ := r.column()
	lesson := pane.Hang("", prose.Line(r.session().TakeAway()), min(width, narrow), th.Title)
	if r.session().TurnOf() != nil {
		return stack(r.differences(), th.Brand.Render("To take away"), lesson)
	}
	lesson = strings.ReplaceAll(lesson, "\n", "\n\n")
	return pane.Indent(stack(th.Brand.Render("To take away"), lesson), max(0, (width-narrow)/2))
}
