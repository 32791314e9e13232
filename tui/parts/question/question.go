// Package question is a situation being answered on screen: the stem with its options, the keys that put an answer together,
// and how sure the learner is. What is answered and what comes of it is its screen's to know.
package question

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"probity/scenarios"
	"probity/tui/parts/confirm"
	"probity/tui/parts/keymap"
	"probity/tui/parts/pane"
	"probity/tui/screen"
)

// Question shows one situation and the answer in the making.
type Question struct {
	env   screen.Env
	frame screen.Frame
	pane  *pane.Pane

	situation    *scenarios.Situation // nil until the first is asked
	before       *scenarios.Situation // the variant that it is a turn of; nil for none
	attempt      scenarios.Attempt
	initialOrder []string            // the order in which the options were shown
	weighing     bool                // the answer is given, and the question is how sure the learner is
	whole        bool                // the situation is told whole, not only as much as leaves room for the options
	folds        bool                // the whole leaves something out of the window, or a turn leaves out the lead: there is a short form
	carded       bool                // it stands in cards
	cursor       int                 // the option the learner is at
	read         int                 // how many of the options have been in the window, from the first on
	sure         scenarios.Certainty // the one the cursor is at; NotAsked until it is at one
	stemEnd      int                 // the last line of what stands above the options
	spans        [][2]int            // the first and last line of each option
	optionsFrom  int                 // the column from which they stand
	surest       int                 // the line of the greatest certainty
	picked       picked              // the option that a click picked up last
	confirm      *confirm.Confirm
}

// New is a question with nothing asked yet.
func New(env screen.Env) *Question {
	return &Question{env: env, pane: pane.New(), confirm: confirm.New(env.Nav)}
}

// Ask puts a situation up from its beginning. Where it is a turn, before is the variant that it is a turn of: then what is told is
// the one thing that is different.
func (q *Question) Ask(s, before *scenarios.Situation, attempt scenarios.Attempt, initialOrder []string) {
	q.situation, q.before, q.attempt, q.initialOrder = s, before, attempt, initialOrder
	q.cursor, q.read, q.weighing, q.whole, q.picked = 0, 0, false, before == nil, picked{}
	q.draw()
	q.pane.ToTop()
}

// AskSure asks how sure the learner is of the answer as it stands.
func (q *Question) AskSure() {
	q.weighing, q.sure = true, scenarios.NotAsked
	q.draw()
	q.pane.ToTop()
}

// Reconsider goes back from how sure the learner is to the question, with the answer as it is.
func (q *Question) Reconsider() {
	q.weighing = false
	q.draw()
	q.pane.Show(q.spans[q.cursor][0], q.spans[q.cursor][1])
}

// Layout takes the room and the look. If the option that the learner is at was in the window, it still is afterwards.
func (q *Question) Layout(f screen.Frame) {
	at := func() bool { return !q.weighing && q.cursor < len(q.spans) && q.pane.Sees(q.spans[q.cursor][0]) }
	seen := at()
	q.frame = f
	q.pane.Resize(f.Width, f.Height)
	q.draw()
	if above, _ := q.pane.More(); seen && !at() && (above || q.cursor > 0) {
		q.pane.Show(q.spans[q.cursor][0], q.spans[q.cursor][1])
	}
}

func (q *Question) draw() {
	switch {
	case q.situation == nil || q.frame.Theme == nil:
	case q.weighing:
		q.drawCertainty()
	default:
		q.drawQuestion()
		q.see()
	}
}

// Answer is a key press while the situation is before the learner. submit reports that the answer is meant to be submitted.
func (q *Question) Answer(msg tea.KeyPressMsg) (submit bool) {
	defer q.see()
	switch {
	case keymap.Is(msg, keymap.Situation()):
		q.unfold()
		return false
	case q.pane.Update(msg):
		q.follow()
		return false
	}
	q.fold()
	switch {
	case keymap.Is(msg, keymap.Enter("")):
		return q.submit()
	case keymap.Is(msg, keymap.Up()):
		q.step(-1)
	case keymap.Is(msg, keymap.Down()):
		q.step(+1)
	case q.letter(msg.String()):
	case q.out():
	case keymap.Is(msg, keymap.ShiftUp()):
		q.move(q.attempt.Shift(q.cursor, -1))
	case keymap.Is(msg, keymap.ShiftDown()):
		q.move(q.attempt.Shift(q.cursor, +1))
	case keymap.Is(msg, keymap.Right()):
		q.right()
	case keymap.Is(msg, keymap.Mark()) && q.unread() && !q.marks():
		q.pane.Turn()
	case keymap.Is(msg, keymap.Mark()):
		q.pick(q.cursor)
	case keymap.Is(msg, keymap.Left()):
		q.left()
	default:
		if n, err := strconv.Atoi(msg.String()); err == nil { // a place, or a rating
			q.move(q.attempt.Number(q.cursor, n))
		}
	}
	return false
}

// unfold tells the whole situation, or again no more than leaves room for the options. In cards it goes to the situation, and back to the
// options.
func (q *Question) unfold() {
	if above, _ := q.pane.More(); q.carded && q.before == nil && !above {
		q.move(q.cursor)
		return
	}
	if !q.folds {
		return
	}
	if q.before != nil || !q.carded {
		q.whole = !q.whole
	}
	q.draw()
	q.pane.ToTop()
}

// fold makes room for the options, once all that stands above them has been in the window. In cards they have a card of their own.
func (q *Question) fold() {
	above, below := q.pane.More()
	if q.folds && !q.carded && q.whole && (above || below) && (q.pane.Sees(q.stemEnd) || !below) {
		q.whole = false
		q.draw()
		q.pane.ToTop()
	}
}

// letter goes to the option of a letter, and marks it. Who names an option has read it. It reports whether there is one.
func (q *Question) letter(key string) bool {
	i := slices.IndexFunc(q.attempt.Lines(), func(l scenarios.Line) bool { return strings.EqualFold(key, l.Letter) })
	if i >= 0 {
		q.pick(i)
		q.read = len(q.spans)
	}
	return i >= 0
}

// pick marks an option, or says why it can't be marked.
func (q *Question) pick(i int) {
	if refused := q.attempt.Pick(i); refused != "" {
		q.env.Notice(refused)
	}
	q.move(i)
}

// step goes to the next or the previous option. Text between that the learner has not seen is scrolled through first.
func (q *Question) step(by int) {
	here := q.spans[q.cursor]
	above, _ := q.pane.More()
	switch {
	case by > 0 && q.pane.Below(here[0]):
		q.pane.Scroll(q.pane.Page())
	case by < 0 && q.cursor == 0 && above:
		q.pane.Scroll(-q.pane.Page())
	default:
		q.move(max(0, min(q.cursor+by, len(q.spans)-1)))
	}
}

func (q *Question) move(to int) {
	q.cursor = to
	q.draw()
	q.pane.Show(q.spans[to][0], q.spans[to][1])
}

// submit reports whether enter means to submit. It marks nothing: where nothing is marked it says how to, and of an order that is as it
// was dealt it asks whether that is meant.
func (q *Question) submit() bool {
	if q.unread() {
		return !q.pane.Turn() // what is told is read to its end first
	}
	switch q.situation.Format.Input() {
	case scenarios.PickOne, scenarios.PickSeveral:
		if missing := q.attempt.Missing(); missing != "" {
			q.env.Notice(missing + " Space marks at the cursor.")
			return false
		}
	case scenarios.PutInOrder:
		if slices.Equal(q.attempt.Chosen(), q.initialOrder) {
			return q.confirm.Sure("as it is", "This is the order as it was dealt. Leave them so? Enter again submits it.")
		}
	case scenarios.GiveNumbers: // what is missing is said on submitting
	}
	return true
}

// View draws the question.
func (q *Question) View() string { return q.pane.View() }

// More reports whether there is more above and below the window.
func (q *Question) More() (above, below bool) { return q.pane.More() }

// Where says which card of how many is in the window; "" where there are no cards.
func (q *Question) Where() string { return q.pane.Where() }

// Fits reports whether all of it is in the window, or in cards that are.
func (q *Question) Fits() bool { return q.pane.Whole() }

// Keys are the bindings that the situation's format has a use for.
func (q *Question) Keys() []key.Binding {
	if q.weighing {
		return q.certaintyKeys()
	}
	n := len(q.situation.Options)
	var keys, marks, more []key.Binding
	goTo := keymap.GoTo(letters(n)...)
	switch q.situation.Format.Input() {
	case scenarios.PutInOrder:
		keys = []key.Binding{keymap.Order(), numbers("1–"+strconv.Itoa(n), "its place", n)}
		more = []key.Binding{keymap.ShiftUp(), keymap.ShiftDown(), goTo}
	case scenarios.GiveNumbers:
		keys = []key.Binding{numbers("4–1", "rate", 4)}
		marks, more = []key.Binding{keymap.Rate()}, []key.Binding{goTo}
	case scenarios.PickOne, scenarios.PickSeveral:
		does := "mark an answer"
		if q.pane.Small() { // beside enter and help
			does = "mark"
		}
		keys = []key.Binding{keymap.New("a–"+scenarios.Letter(n-1), does, letters(n)...)}
		marks = []key.Binding{keymap.Mark()}
	}
	enter := keymap.Enter("submit")
	if q.unread() {
		enter = keymap.Enter("read on")
	}
	if q.pane.Small() && (q.unread() || q.attempt.Missing() == "") { // where the foot has room for one key
		keys = append([]key.Binding{enter}, keys...)
	} else {
		keys = append(keys, enter)
	}
	if q.folds {
		keys = append(keys, keymap.Situation())
	}
	keys = append(append(keys, marks...), keymap.Move())
	return append(append(keys, more...), pane.Keys()...)
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
