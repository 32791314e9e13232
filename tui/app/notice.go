package app

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"probity/tui/cells"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/screen"
)

// notice is what is said at the foot, until a key is pressed. It stands above the keys, in the line that closes the screen off. A longer one
// takes the blank lines above that; where there is text the screen is laid out in fewer lines, so that nothing is hidden.
type notice struct {
	whole string
	left  string         // what of it is still to be shown: the whole at first, less after each key where a window has no room for it
	of    any            // what is held as long as it stands; nil for nothing
	key   string         // the name of the key that answers it; "" where it asks nothing
	now   *func() string // what there is to say when it comes up; nil for whole
	fails bool           // it says that something failed
	since time.Time
}

// noticeOf is a sentence of which nothing was shown yet.
func noticeOf(sentence string) notice {
	text := noted(sentence)
	return notice{whole: text, left: text}
}

// say puts sentences at the foot: one now, and the next with each key, so that each is seen. A key does what it does without them.
func (a *App) say(sentences ...string) {
	for _, s := range sentences {
		a.unsaid = append(a.unsaid, noticeOf(s))
	}
	a.comeUp()
}

// comeUp puts the first of what waits to be said at the foot, where nothing stands there.
func (a *App) comeUp() {
	if a.notice.left != "" || len(a.unsaid) == 0 {
		return
	}
	a.notice, a.unsaid = a.unsaid[0], a.unsaid[1:]
	a.notice.since = a.settle.now()
	if a.notice.now != nil {
		a.notice.whole = noted((*a.notice.now)())
		a.notice.left = a.notice.whole
	}
}

// sayNow puts a sentence at the foot, or after what is there: then as it is when it comes up.
func (a *App) sayNow(sentence string, now *func() string) {
	n := noticeOf(sentence)
	n.now = now
	a.unsaid = append(a.unsaid, n)
	a.comeUp()
}

// fail says at the foot that something failed: before what else waits to be said, and in place of what is up, which then comes after it. A
// question stays, and so does a failure.
func (a *App) fail(sentence string) {
	first := noticeOf(sentence)
	first.fails = true
	if a.notice.left != "" && !a.notice.fails && a.notice.of == nil {
		a.unsaid = slices.Insert(a.unsaid, 0, a.notice)
		a.notice = notice{}
	}
	at := 0
	for at < len(a.unsaid) && a.unsaid[at].fails {
		at++
	}
	a.unsaid = slices.Insert(a.unsaid, at, first)
	a.comeUp()
}

// hold puts a sentence at the foot at once, and something is held as long as it stands: what waits to be said, or stands there, comes after it.
func (a *App) hold(sentence string, of any) {
	if a.notice.left != "" && a.notice.of == nil {
		a.unsaid = slices.Insert(a.unsaid, 0, a.notice)
	}
	a.notice = noticeOf(sentence)
	a.notice.of, a.notice.since = of, a.settle.now()
}

// release ends what is held at the foot, such as a question: what waits to be said comes up.
func (a *App) release() {
	if a.notice.of != nil {
		a.notice = notice{}
		a.comeUp()
	}
}

// unsay takes a sentence back that no longer holds.
func (a *App) unsay(sentence string) {
	text := noted(sentence)
	a.unsaid = slices.DeleteFunc(a.unsaid, func(n notice) bool { return n.whole == text })
	if a.notice.whole == text {
		a.notice = notice{}
		a.comeUp()
	}
}

// read goes on in the notice with a key: to what there was no room for, if there is such, else it is over.
func (n *notice) read(rest string) {
	if n.left = rest; rest == "" {
		*n = notice{}
	}
}

// readNotice goes on in the notice that is up, or is done with it.
func (a *App) readNotice() {
	_, rest := a.said()
	a.notice.read(rest)
	a.notice.since = a.settle.now()
}

// seen is how long a notice stands at least before the wheel goes on from it: a turn brings many notches, and would go through all of them.
const seen = time.Second

// rollNotice goes on in the notice with a notch of the wheel, which is reading on as keys are. A question waits for a key or a click.
func (a *App) rollNotice() {
	if age := a.settle.now().Sub(a.notice.since); a.notice.left != "" && a.notice.of == nil && (age >= seen || age < 0) {
		a.readNotice()
	}
}

// noted is what is said on one line, and a command that follows it behind a line break on another.
func noted(s string) string {
	said, command, _ := strings.Cut(s, "\n")
	if command = prose.Line(command); command != "" {
		command = "\n" + command
	}
	return prose.Line(said) + command
}

// said is the lines of the notice that the window has room for, half of it at most, and what comes with the next key. They are broken between words
// alone, and a command has lines of its own, so that it can be copied; one that has no room behind what is said of it comes whole with the next key.
func (a *App) said() (lines []string, rest string) {
	if a.notice.left == "" {
		return nil, ""
	}
	said, command, _ := strings.Cut(a.notice.left, "\n")
	if said != "" {
		lines = cells.Words(said, a.size.Width-3)
	}
	begins := len(lines)
	if command != "" {
		lines = append(lines, cells.Words(command, a.size.Width-2)...)
	}
	most := max(1, a.rows()/2+1)
	if len(lines) <= most {
		return lines, ""
	}
	if 0 < begins && begins < most && len(lines)-begins <= most {
		most = begins
	}
	lines = lines[:most]
	if rest = after(a.notice.left, strings.Join(lines, "")); most > begins {
		return lines, "\n" + rest
	}
	lines[most-1] += "…"
	return lines, rest
}

// after is what follows in a text when as much of it is taken away as is shown, blanks apart.
func after(text, shown string) string {
	signs := func(r rune) bool { return !unicode.IsSpace(r) }
	n := 0
	for _, r := range shown {
		if signs(r) {
			n++
		}
	}
	for i, r := range text {
		if n == 0 {
			return strings.Trim(text[i:], " ")
		}
		if signs(r) {
			n--
		}
	}
	return ""
}

// clear is how many lines of the screen the notice leaves in view.
func (a *App) clear() int {
	said, _ := a.said()
	if len(said) > 0 && !a.alone() {
		return a.rows() - len(said) + 1 // it begins in the line that closes the screen off
	}
	return a.rows() - len(said)
}

// alone reports whether the screen on top has the whole window to itself now.
func (a *App) alone() bool { return a.fullScreen() && a.help == nil }

// rows is how many lines the window has for a screen.
func (a *App) rows() int {
	if a.alone() {
		return a.size.Height
	}
	return a.size.Height - screen.Chrome
}

// makeRoom lays the screen out for the notice. It keeps all its lines if those that the notice needs are blank, and then nothing moves. Once it
// had to be given fewer, that stays until the notice changes.
func (a *App) makeRoom() {
	if a.lent > 0 && a.lentTo != a.notice {
		a.lent = 0
		a.layout()
	}
	said, _ := a.said()
	if a.lent > 0 || len(said) < 2 || !a.sized {
		return
	}
	lines := a.body()
	end := len(lines)
	if a.alone() {
		end-- // its foot, which a notice may stand on
	}
	if strings.TrimSpace(ansi.Strip(strings.Join(lines[max(0, end-len(said)+1):end], ""))) != "" {
		a.lent, a.lentTo = len(said)-1, a.notice
		a.layout()
	}
}

// body is the lines of the screen on top, or of help: as many as the window has for it.
func (a *App) body() []string {
	body := ""
	if a.help != nil {
		body = a.help.pane.View()
	} else {
		body = a.top().View()
	}
	lines := strings.Split(body, "\n")
	return append(lines, make([]string, max(0, a.rows()-len(lines)))...)[:max(1, a.rows())]
}

// withNotice is the lines of a screen with what closes it off: the rule, or a notice that begins in its place. A screen that has the window to
// itself has no rule; the notice stands on its foot.
func (a *App) withNotice(lines []string, th *theme.Theme) []string {
	said, _ := a.said()
	switch {
	case len(said) == 0 && a.alone():
		return lines
	case len(said) == 0:
		return append(lines, a.lowerRule(" ", th))
	}
	lines = lines[:max(0, a.clear())]
	for _, l := range said[:len(said)-1] {
		lines = append(lines, " "+th.Warn.Render(l))
	}
	last := " " + th.Warn.Render(said[len(said)-1]) + " "
	if a.alone() {
		return append(lines, last)
	}
	return append(lines, a.lowerRule(last, th))
}
