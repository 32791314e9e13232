package room

import (
	"fmt"
	"slices"
	"strings"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// reveal is the key, and the rationale of every option.
func (r *Room) reveal() string {
	th, s := r.frame.Theme, r.session().Situation()
	heading, style := "There is no right answer", th.Title
	if labels := r.session().Ballot().KeyLabels(); labels != "" {
		heading, style = "✓ "+answer(s, r.session().Ballot(), labels), th.Right
	}
	blocks := []string{r.block("", heading, style)}
	marking := s.Format.Mark(s, nil)
	for _, i := range r.votedFirst() {
		o := s.Options[i]
		key := strings.TrimPrefix(marking.Option(o.ID).Key, "key: ")
		sign, style := "  ", th.Strong
		if input := s.Format.Input(); key != "" && input != scenarios.PutInOrder && input != scenarios.GiveNumbers {
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
func (r *Room) votedFirst() []int {
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
func answer(s *scenarios.Situation, b induction.Ballot, labels string) string {
	switch {
	case b.Action != "":
		action := slices.IndexFunc(s.Options, func(o scenarios.Option) bool { return o.ID == b.Action })
		for _, c := range b.Choices {
			if c.Key {
				return fmt.Sprintf("Voted on: %s, %s", scenarios.Letter(action), c.Text)
			}
		}
	case s.Format.Input() == scenarios.PutInOrder:
		return "First: " + labels
	}
	return "The answer: " + labels
}

// guidance is the extracts that it rests on.
func (r *Room) guidance() string {
	th := r.frame.Theme
	width, _ := r.column()
	s := r.session()
	reader := s.Reader()
	blocks := []string{r.block("", "What the guidance says · "+s.Country().Name(), th.Brand)}
	for _, c := range r.env.Tutor.CitedIn(s.Country(), s.Situation()) {
		blocks = append(blocks, r.env.Markdown.Render(prose.FromMarkdown(c.Markdown(reader)), width, th))
	}
	return strings.Join(blocks, "\n\n\n")
}

// narrow is how wide the one line is that stays with the room.
const narrow = 46

// takeAway is that line, alone.
func (r *Room) takeAway() string {
	th := r.frame.Theme
	width, _ := r.column()
	lesson := pane.Hang("", prose.Line(r.session().TakeAway()), min(width, narrow), th.Title)
	lesson = strings.ReplaceAll(lesson, "\n", "\n\n")
	return pane.Indent(stack(th.Brand.Render("To take away"), lesson), max(0, (width-narrow)/2))
}
