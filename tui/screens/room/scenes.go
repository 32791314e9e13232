package room

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/tui/parts/pane"
	"probity/tui/prose"
)

// ways are those of the step that is up, the roomiest first.
func (r *Screen) ways() []way {
	switch {
	case r.mode == seating:
		return []way{r.seats}
	case r.room == nil && r.byPhone():
		return r.join(r.opening, r.briefly, r.heading)
	case r.room == nil:
		return []way{r.opening}
	case r.mode == joining:
		return r.join(func() string { return "" })
	case r.session().HasEnded():
		return []way{r.closing, r.in(layout{short: true}, r.closing), r.in(layout{wide: true, short: true}, r.closing)}
	}
	if r.mode == peeking {
		return r.roomiest(func() string { return stack(r.matter(), r.choices()) })
	}
	if scene, ok := r.scene(); ok {
		return r.staged(scene)
	}
	switch r.session().Step() {
	case induction.Guidance:
		return []way{r.guidance}
	case induction.TakeAway:
		return []way{r.takeAway}
	case induction.Lessons:
		return r.roomiest(r.lessons)
	case induction.Fist:
		return r.roomiest(r.vote)
	}
	if was := r.session().TurnOf(); was != nil {
		return append(r.roomiest(func() string { return stack(r.turn(was), r.choices()) }), r.in(layout{}, func() string { return r.turn(was) }))
	}
	return []way{r.situation}
}

// block is text in the column, behind a lead.
func (r *Screen) block(lead, text string, style lipgloss.Style) string {
	width, _ := r.column()
	return pane.Hang(lead, prose.Line(text), width, style)
}

// stack sets what there is one below the other, with a blank line between.
func stack(blocks ...string) string {
	return strings.Join(slices.DeleteFunc(blocks, func(b string) bool { return b == "" }), "\n\n")
}

// situation is the stem, alone.
func (r *Screen) situation() string {
	return r.block("", r.session().Situation().Title, r.frame.Theme.Brand) + "\n\n" + r.stem()
}

func (r *Screen) stem() string {
	return r.text(r.session().Situation().Stem)
}

// text is Markdown in the column.
func (r *Screen) text(markdown string) string {
	width, _ := r.column()
	return r.env.Markdown.Render(prose.FromMarkdown(markdown), width, r.frame.Theme)
}

// ask is the question that is voted on; of a rating, with the action that it is about.
func (r *Screen) ask() string {
	th, s := r.frame.Theme, r.session().Situation()
	text := r.block("", r.session().Ballot().Question, th.Strong)
	if action, ok := s.Option(r.session().Ballot().Action); ok {
		text += "\n" + r.block("│ ", action.Text, th.Text)
	}
	return text
}

// choices is the question with what can be chosen.
func (r *Screen) choices() string {
	var rows []string
	for _, c := range r.session().Ballot().Choices {
		rows = append(rows, r.block(r.lead(c), c.Text, r.frame.Theme.Text))
	}
	return r.ask() + "\n\n" + strings.Join(rows, gap(r.layout.apart))
}

// lead is the letter before a choice.
func (r *Screen) lead(c scenarios.Choice) string { return r.frame.Theme.Letter.Render(c.Label) + "  " }

// argued is what can be chosen with how many did so, and what the room is to argue about: that stands first where there is no room for all.
func (r *Screen) argued() string {
	if r.layout.most > 0 {
		return stack(r.prompts(), r.counts())
	}
	return stack(r.counts(), r.prompts())
}

// counts is what can be chosen, with the hands of the first vote.
func (r *Screen) counts() string {
	t, ok := r.session().Spread()
	if !ok || t.Before.Asked() == 0 {
		return r.choices()
	}
	var rows []string
	for _, bar := range t.Bars {
		rows = append(rows, r.tagged(r.lead(bar.Choice), bar.Text, r.frame.Theme.Text, r.frame.Theme.Strong.Render(fmt.Sprintf("%3d", bar.Before)), r.layout.most))
	}
	return r.ask() + "\n\n" + strings.Join(rows, gap(r.layout.apart))
}

// prompts is what the room is to argue about.
func (r *Screen) prompts() string {
	var rows []string
	for _, p := range r.session().Prompts() {
		rows = append(rows, r.block("• ", p, r.frame.Theme.Strong))
	}
	return strings.Join(rows, gap(r.layout.apart))
}
