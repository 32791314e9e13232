// Package examresult is an assessment that was handed in: the marks beside chance, passed or not under its rule, by topic and by
// format, and each situation with its feedback.
package examresult

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/progress"
	"probity/scenarios"
	"probity/tui/cells"
	"probity/tui/parts/chart"
	"probity/tui/parts/feedback"
	"probity/tui/parts/keymap"
	"probity/tui/parts/list"
	"probity/tui/parts/pane"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// Parts are the parts of the tutor that the screen uses.
type Parts struct {
	feedback.Parts
	Clock       *tutor.Clock
	Record      *tutor.Record
	Assessments *tutor.Assessments
	Progress    *tutor.Progress
}

// Screen is the result of one assessment.
type Screen struct {
	env      screen.Env
	tutor    Parts
	sitting  string
	frame    screen.Frame
	menu     *list.List[progress.Answer]
	feedback *feedback.Feedback
	reading  bool // the feedback on one situation is up
}

// New makes the screen.
func New(env screen.Env, parts Parts, to screen.ToExamResult) *Screen {
	return &Screen{env: env, tutor: parts, sitting: to.Sitting, menu: list.New[progress.Answer](), feedback: feedback.New(env, parts.Parts)}
}

// Title names the screen.
func (r *Screen) Title() string { return "Assessment" }

// Back goes back within a situation's feedback, and from there to the whole.
func (r *Screen) Back() bool {
	if r.feedback.Back() {
		return true
	}
	was := r.reading
	r.close()
	return was
}

// Layout takes the room and the look.
func (r *Screen) Layout(f screen.Frame) {
	r.frame = f
	r.menu.Layout(f)
	r.feedback.Layout(f)
	r.fill()
}

// Update opens a situation's feedback, or goes back from it.
func (r *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case screen.ChangedMsg:
		r.fill()
	case tea.KeyPressMsg:
		if r.reading {
			return r.read(msg)
		}
		if a, ok := r.menu.Update(msg); ok {
			return r.open(a)
		}
	}
	return nil
}

func (r *Screen) read(msg tea.KeyPressMsg) tea.Cmd {
	if keymap.Is(msg, keymap.Enter("")) {
		if !r.feedback.Turn() {
			r.close()
		}
		return nil
	}
	r.feedback.Update(msg)
	return nil
}

// open shows the feedback on an answer, as it was marked.
func (r *Screen) open(a progress.Answer) tea.Cmd {
	out, lines, ok := r.tutor.Progress.Recall(a)
	if !ok {
		return r.env.Notice("This situation is no longer in the library. Its marks count as they were given.")
	}
	r.reading = true
	return r.feedback.ShowEarlier(out, lines, r.tutor.Library.Reworded(a))
}

// close goes back from a situation's feedback.
func (r *Screen) close() {
	r.reading = false
	r.feedback.Clear()
}

func (r *Screen) fill() {
	t := r.tutor
	if !t.Assessments.Ready() || r.frame.Theme == nil {
		return
	}
	sat, _ := t.Record.History().Assessment(r.sitting)
	if sat.Submitted.IsZero() {
		r.menu.SetItems(nil)
		r.menu.SetIntro("\n" + pane.Hang("  ", "Handing in…", pane.Measure(r.frame.Width), r.frame.Theme.Title))
		return
	}
	var items []list.Item[progress.Answer]
	for i, a := range sat.Answers {
		item := list.Item[progress.Answer]{Lead: fmt.Sprintf("%2d", i+1), Text: t.Library.TitleOf(a.Scenario), Note: marks(a), Value: a}
		if i == 0 {
			item.Heading = "Each situation, with its feedback"
		}
		items = append(items, item)
	}
	r.menu.SetItems(items)
	r.menu.SetIntro(r.intro(sat))
}

// marks is one answer in a few words.
func marks(a progress.Answer) string {
	text := prose.Number(a.Marks) + " of " + prose.Number(a.Of)
	switch {
	case len(a.Chosen) == 0:
		text += ", left blank"
	case a.Sure != 0 && !a.Right():
		text += ", " + scenarios.Certainty(a.Sure).Name()
	}
	if a.Right() {
		return "✓ " + text
	}
	return "✗ " + text
}

// intro is the whole in figures.
func (r *Screen) intro(sat progress.Assessed) string {
	th, width := r.frame.Theme, pane.Measure(r.frame.Width)
	verdict, style := "✗ Not passed this time", th.Wrong
	if sat.Passed() {
		verdict, style = "✓ Passed", th.Right
	}
	text := "\n" + pane.Hang("  ", verdict, width, style) + "\n" +
		pane.Hang("  ", tutor.Working(sat.Score()), width, th.Text) + "\n" +
		pane.Hang("  ", scenarios.Rule(sat.Pass), width, th.Faint) + "\n" +
		pane.Hang("  ", fmt.Sprintf("Handed in %s. Active time: %s.", r.tutor.Clock.Date(sat.Submitted), prose.Minutes(sat.Seconds)), width, th.Faint) + "\n"
	if not := r.tutor.Assessments.NotAssessed(sat); not != "" {
		text += pane.Hang("  ", prose.Line(not), width, th.Faint) + "\n"
	}
	text += r.parts("By topic", sat.Answers, func(a progress.Answer) string { return r.tutor.Library.TopicTitle(a.Topic) })
	text += r.parts("By format", sat.Answers, func(a progress.Answer) string { return tutor.FormatTitle(a.Format) })
	return strings.TrimSuffix(text, "\n")
}

// barWidth is the length of a full bar.
const barWidth = 16

// parts is a bar for each part of the whole.
func (r *Screen) parts(heading string, answers []progress.Answer, of func(progress.Answer) string) string {
	th, width := r.frame.Theme, pane.Measure(r.frame.Width)
	parts := progress.Parts(answers, of)
	slices.SortStableFunc(parts, func(x, y progress.Part) int { return strings.Compare(x.Name, y.Name) })
	if slices.ContainsFunc(parts, func(p progress.Part) bool { return p.Score.Enough() }) {
		heading += ", above chance"
	}
	text := "\n  " + th.Accent.Render(heading) + "\n"
	widest := 0
	for _, p := range parts {
		widest = max(widest, ansi.StringWidth(tutor.Marks(p.Score)))
	}
	name := width - 2 - chart.ScoreWidth(barWidth) - 2 - widest - 1
	for _, p := range parts {
		marks := tutor.Marks(p.Score)
		if name < 16 { // no room for a bar
			text += pane.Hang("  ", prose.Line(p.Name), width, th.Text) + "\n    " + p.Score.Figure() + ", " + marks + "\n"
			continue
		}
		title := cells.Cut(prose.Line(p.Name), name, "…")
		text += "  " + title + strings.Repeat(" ", name-ansi.StringWidth(title)+1) + chart.Score(p.Score, barWidth, th) + th.Faint.Render("  "+marks) + "\n"
	}
	return text
}

// up is the part of the screen that is up.
func (r *Screen) up() screen.Part {
	if r.reading {
		return r.feedback
	}
	return r.menu
}

// View draws the screen.
func (r *Screen) View() string { return r.up().View() }

// More reports whether there is more above and below the window.
func (r *Screen) More() (above, below bool) { return r.up().More() }

// Where says which card of how many is up.
func (r *Screen) Where() string { return screen.Where(r.up()) }

// Keys are the bindings that work now.
func (r *Screen) Keys() []key.Binding {
	if !r.reading {
		return append(list.Keys("feedback"), keymap.Back())
	}
	keys := append([]key.Binding{keymap.Enter("back to the whole")}, r.feedback.Changes()...)
	return append(append(keys, keymap.Move()), append(pane.Keys(), keymap.Report(), keymap.Back())...)
}
