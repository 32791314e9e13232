// The monkey: every screen under random keys, pastes, window sizes and terminal answers, with the results of commands late and
// out of order. Nothing may panic, and nothing may be drawn past the window or reach the terminal as a control.
//
//	go test ./tui/app -run TestMonkey                       the same seeds every time, a few seconds
//	go test ./tui/app -run TestMonkey -monkey 30m           other seeds, for as long
//	go test ./tui/app -run TestMonkey -monkeyseed 12345     one seed again, as a failure names it

package app

import (
	"flag"
	"fmt"
	"image/color"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/screen/screentest"
)

var (
	monkeyFor  = flag.Duration("monkey", 0, "let the monkey play for so long, from a seed of its own")
	monkeySeed = flag.Uint64("monkeyseed", 0, "let the monkey play this seed alone")
)

// monkeySteps is how much happens with each seed.
const monkeySteps = 45

// monkeySeeds is how many: each starts at the next screen.
var monkeySeeds = uint64(len(nests))

func TestMonkey(t *testing.T) {
	cage := newCage(t)
	defer func() {
		t.Logf("%d seeds, %d steps, %d of %d landmarks", cage.seeds, cage.steps, len(cage.reached), len(cage.landmarks))
	}()
	switch {
	case *monkeySeed > 0:
		cage.play(t, *monkeySeed)
		return
	case *monkeyFor > 0:
		seed, until := rand.Uint64N(1<<32), time.Now().Add(*monkeyFor)
		for ; time.Now().Before(until) && !t.Failed(); seed++ {
			cage.play(t, seed)
		}
		return
	case testing.Short(): // every fifth screen: what the race detector watches takes ten times as long
		for seed := uint64(1); seed <= monkeySeeds; seed += 5 {
			cage.play(t, seed)
		}
		return
	default:
		for _, seed := range failedOnce {
			cage.play(t, seed)
		}
		for seed := uint64(1); seed <= monkeySeeds || seed <= 3*monkeySeeds && len(cage.reached) < len(cage.landmarks); seed++ {
			cage.play(t, seed)
		}
	}
	for screen := range cage.landmarks {
		if !cage.reached[screen] {
			t.Errorf("the monkey never came to: %s", screen)
		}
	}
}

// monkey plays one seed.
type monkey struct {
	*rand.Rand
	seed          uint64
	t             *testing.T
	cage          *cage
	app           *App
	now           time.Time
	held          []tea.Cmd // what was asked for and has not happened yet
	width, height int
	over          bool
	looked        frame // what was looked at last
	log           []string
}

// frame is what is drawn, and in which terminal.
type frame struct {
	content          string
	width, height    int
	sized, graphemes bool
}

// play lets a monkey loose. A failure shows what it did last.
func (c *cage) play(t *testing.T, seed uint64) {
	t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
		m := &monkey{Rand: rand.New(rand.NewPCG(seed, 0)), seed: seed, t: t, cage: c, now: screentest.Started, width: 80, height: 24}
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%v\n%s", r, debug.Stack())
			}
			if t.Failed() {
				t.Logf("what it did:\n%s", strings.Join(m.log, "\n"))
			}
		}()
		m.begin()
		c.seeds++
		for n := 0; n < monkeySteps && !m.over && !t.Failed(); n++ {
			m.step()
			c.steps++
		}
		if err := m.app.Close(); err != nil && !unfit(err) {
			t.Errorf("leaving: %v", err)
		}
	})
}

func (m *monkey) note(format string, args ...any) {
	m.log = append(m.log, fmt.Sprintf(format, args...))
}

func pick[T any](m *monkey, from []T) T { return from[m.IntN(len(from))] }

// step is one thing that happens.
func (m *monkey) step() {
	m.now = m.now.Add(time.Duration(m.IntN(20000)) * time.Millisecond)
	switch p := m.IntN(100); {
	case p < 15 && len(m.held) > 0:
		m.happen(m.IntN(len(m.held)))
	case p < 21:
		m.resize()
	case p < 25:
		text := pick(m, pastes)
		m.note("paste %.30q", text)
		m.send(tea.PasteMsg{Content: text})
	case p < 27:
		d := pick(m, []time.Duration{time.Hour, 26 * time.Hour, 240 * time.Hour, -48 * time.Hour})
		m.note("the clock: %v", d)
		m.now = m.now.Add(d)
	case p < 31:
		m.send(pick(m, []tea.Msg{
			tea.BackgroundColorMsg{Color: color.White}, tea.BackgroundColorMsg{Color: color.Black}, tea.BackgroundColorMsg{}, tea.ResumeMsg{},
			tea.ForegroundColorMsg{Color: color.White}, tea.ForegroundColorMsg{}, tea.ColorProfileMsg{Profile: colorprofile.ANSI}, tea.ColorProfileMsg{Profile: colorprofile.TrueColor},
			tea.KeyReleaseMsg{Code: 'a'}, tea.MouseReleaseMsg{X: 3, Y: 3}, tea.MouseMotionMsg{X: 3, Y: 3}, tea.FocusMsg{}, tea.BlurMsg{},
		}))
	case p < 34:
		m.mouse()
	default:
		key := m.key()
		m.note("%s", key)
		m.send(screentest.Press(key))
		if m.IntN(4) > 0 {
			m.settle()
		}
	}
}

// mouse clicks or scrolls anywhere, at times outside the window.
func (m *monkey) mouse() {
	at := tea.Mouse{X: m.IntN(m.width + 2), Y: m.IntN(m.height + 2), Button: pick(m, []tea.MouseButton{tea.MouseLeft, tea.MouseLeft, tea.MouseRight})}
	if m.IntN(3) == 0 {
		at.Button = pick(m, []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelLeft})
		m.note("the wheel at %d, %d", at.X, at.Y)
		m.send(tea.MouseWheelMsg(at))
		return
	}
	m.note("a click at %d, %d", at.X, at.Y)
	m.send(tea.MouseClickMsg(at))
	if m.IntN(4) > 0 {
		m.send(tea.MouseReleaseMsg(at))
	}
}

// key is a key that the screen says it has, or any.
func (m *monkey) key() string {
	if m.IntN(3) == 0 {
		return pick(m, anyKeys)
	}
	var offered []string
	for _, binding := range m.app.top().Keys() {
		offered = append(offered, binding.Keys()...)
	}
	offered = slices.DeleteFunc(offered, func(k string) bool { return k == "q" || k == "ctrl+c" || k == "esc" && m.IntN(3) > 0 })
	if len(offered) == 0 {
		return "enter"
	}
	return pick(m, append(offered, "enter", "a", "1"))
}

func (m *monkey) resize() {
	size := pick(m, [][2]int{{80, 24}, {80, 24}, {1, 1}, {20, 5}, {24, 8}, {40, 12}, {120, 40}, {300, 100}, {108, 20}, {33, 60}, {200, 9}, {0, 0}})
	if m.IntN(3) == 0 {
		size = [2]int{1 + m.IntN(300), 1 + m.IntN(100)}
	}
	m.note("size %dx%d", size[0], size[1])
	if size[0] > 0 {
		m.width, m.height = size[0], size[1]
	}
	m.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
}

// send gives the app a message, and looks at what it draws.
func (m *monkey) send(msg tea.Msg) {
	if m.over {
		return
	}
	_, cmd := m.app.Update(msg)
	m.hold(cmd)
	m.look(msg)
}

// hold keeps a command for later; of some, the result is there already and only late.
func (m *monkey) hold(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if m.IntN(4) == 0 {
		msg := cmd()
		cmd = func() tea.Msg { return msg }
	}
	m.held = append(m.held, cmd)
}

// settle lets what is held happen in order, as far as it comes to an end.
func (m *monkey) settle() {
	const ticks = 12 // clocks never come to an end
	for n := 0; len(m.held) > 0 && n < ticks && !m.over; n++ {
		m.happen(0)
	}
}

// happen carries out one of the commands that are held.
func (m *monkey) happen(i int) {
	cmd := m.held[i]
	m.held = slices.Delete(m.held, i, i+1)
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		m.over = true
	case tea.BatchMsg:
		for _, c := range msg {
			m.hold(c)
		}
	default:
		m.note("%T", msg)
		m.send(msg)
	}
}

// look fails on a screen that does not fit its window or is not inert, and notes where the monkey is.
func (m *monkey) look(after tea.Msg) {
	f := frame{m.app.View().Content, m.width, m.height, m.app.sized, m.app.graphemes}
	if f == m.looked { // many messages change nothing
		return
	}
	m.looked = f
	measure := ansi.StringWidthWc
	if f.graphemes {
		measure = ansi.StringWidth
	}
	if f.sized {
		fitsBy(m.t, measure, f.content, f.width, f.height)
	}
	inert(m.t, f.content)
	if m.t.Failed() {
		m.note("after %T, on %T in a window of %dx%d", after, m.app.top(), m.width, m.height)
	}
	content := ansi.Strip(f.content)
	for screen, landmark := range m.cage.landmarks {
		if !m.cage.reached[screen] && strings.Contains(content, landmark) {
			m.cage.reached[screen] = true
		}
	}
}
