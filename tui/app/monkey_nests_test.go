// Where the monkey starts, and what it types and pastes.

package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"probity/guidance"
	"probity/guidance/text/texttest"
	"probity/progress/paper"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"

	tea "charm.land/bubbletea/v2"
)

// nest is a place to start at, with the keys that lead there.
type nest struct {
	name    string
	record  func(*testing.T) string // the folder it starts on; an empty one if nil
	start   screen.Route
	alone   screen.Route
	keys    string
	setup   bool // nobody has said who is learning
	doctor  bool // it is there for a doctor in the UK; otherwise for anybody
	anyPack bool // its keys have a meaning in any library
	family  bool // its keys have a meaning in the families alone
}

// libraries are those that it can start with.
func (n nest) libraries() []string {
	switch {
	case n.anyPack:
		return []string{"small", "spoilt", "built in", "families"}
	case n.family:
		return []string{"families"}
	}
	return []string{"small", "spoilt"}
}

// nests is every screen, so that each is met often however hard it is to come to.
var nests = []nest{
	{name: "home", anyPack: true},
	{name: "the keys", keys: "?", anyPack: true},
	{name: "setup", setup: true, anyPack: true},
	{name: "settings", keys: "s", anyPack: true},
	{name: "topics", keys: "p", anyPack: true},
	{name: "practice", start: screen.ToPractice{}, anyPack: true},
	{name: "practice of a topic", start: screen.ToPractice{Ask: tutor.Selection{Topic: "honesty"}}, anyPack: true},
	{name: "a ranking", start: only("an-order")},
	{name: "a rating", start: only("four-ways")},
	{name: "a choice of several", start: only("a-thread")},
	{name: "a discussion", start: only("two-views")},
	{name: "feedback, what changed", start: choice, keys: "b d enter 3 w"},
	{name: "the feedback before a turn", start: only("a-request/an-old-friend"), keys: "a enter 2", family: true},
	{name: "a turn", start: only("a-request/on-linkedin"), keys: "a enter 2 enter", family: true},
	{name: "a reflection", start: only("a-request"), keys: "b enter 1 r"},
	{name: "the summary", start: choice, keys: "b d enter 3 enter"},
	{name: "a review", start: screen.ToPractice{Ask: tutor.Selection{Review: true}}, record: reviewable, doctor: true},
	{name: "nothing due", start: screen.ToPractice{Ask: tutor.Selection{Review: true}}, anyPack: true},
	{name: "the choice of an assessment", keys: "a", anyPack: true},
	{name: "an assessment", keys: "a b", anyPack: true},
	{name: "the overview", keys: "a b 4 3 2 1 enter 2 x o"},
	{name: "a result", keys: "a b " + sat + " s s"},
	{name: "a result's feedback", keys: "a b " + sat + " s s enter"},
	{name: "progress", start: screen.ToProgress{}, record: learnt, anyPack: true},
	{name: "the history", start: screen.ToProgress{}, record: learnt, keys: "h", anyPack: true},
	{name: "an earlier feedback", start: screen.ToProgress{}, record: learnt, keys: "h enter"},
	{name: "guidance", start: screen.ToGuidance{}, anyPack: true},
	{name: "a clause", start: screen.ToGuidance{Clause: "new/2"}},
	{name: "a search", keys: "g /", anyPack: true},
	{name: "a certificate", start: screen.ToCertificate{}, record: certifiable, anyPack: true},
	{name: "a certificate's form", start: screen.ToCertificate{}, record: certifiable, keys: "enter enter"},
	{name: "a certificate's preview", start: screen.ToCertificate{}, record: certifiable, keys: "enter v"},
	{name: "a certificate's export", start: screen.ToCertificate{}, record: certifiable, keys: "enter x"},
	{name: "agendas", start: screen.ToAgenda{}, anyPack: true},
	{name: "a plan", keys: "i b down down down space space j -", anyPack: true},
	{name: "a plan brought along", start: screen.ToAgenda{Plan: &screentest.FourSituations, People: 14}},
	{name: "a room that fills", start: inARoom},
	{name: "a room", start: inARoom, keys: "right right"},
	{name: "a room's vote", start: inARoom, keys: onwards(toTheVote) + " 4 enter"},
	{name: "a room's answer", start: inARoom, keys: onwards(toBeforeAndAfter) + " right"},
	{name: "notes", alone: screen.ToNotes{}, record: underWay},
	{name: "recovery", record: damaged, anyPack: true},
	{name: "recovery from a backup", record: orphaned, anyPack: true},
}

// onwards are the same keys where a long text would be read on with space.
func onwards(keys string) string { return strings.ReplaceAll(keys, "space", "right") }

func learnt(t *testing.T) string { return screentest.Recorded(t, screentest.Improving()...) }

// reviewable is a record with a principle that is due.
func reviewable(t *testing.T) string {
	a := screentest.Replied("a-request", "boundaries", 0, 3, 10)
	a.Principle = "apart"
	return screentest.Recorded(t, a)
}

func certifiable(t *testing.T) string { return screentest.Filled(t, screentest.Siobhan()) }

// underWay is the folder of a session that another window leads.
func underWay(t *testing.T) string {
	d := drive(t, given{learner: doctor, start: inARoom})
	return d.keys(toTheSpread).dir
}

// damaged is a record that cannot be read, and has a backup.
func damaged(t *testing.T) string {
	dir := screentest.Recorded(t, screentest.Improving()...)
	if err := os.WriteFile(filepath.Join(dir, "progress.toml"), []byte("\x00\x1b[31m"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// orphaned is a folder that has backups of a record and no record.
func orphaned(t *testing.T) string {
	d := drive(t, given{learner: doctor, dir: screentest.Recorded(t, screentest.Improving()...), start: choice}).keys("b d enter 3 ctrl+c")
	if err := os.Remove(filepath.Join(d.dir, "progress.toml")); err != nil {
		t.Fatal(err)
	}
	return d.dir
}

// begin starts the app on a record and at a screen.
func (m *monkey) begin() {
	n := nests[m.seed%uint64(len(nests))]
	library := n.libraries()[m.IntN(len(n.libraries()))]
	dir := m.t.TempDir()
	if n.record != nil {
		dir = n.record(m.t)
	}
	m.t.Chdir(m.t.TempDir()) // where it exports to
	learner := tutor.Learner{Role: pick(m, guidance.Roles()), Jurisdiction: pick(m, guidance.Jurisdictions())}
	switch {
	case n.setup:
		learner = tutor.Learner{}
	case n.doctor:
		learner = doctor
	}
	kind := pick(m, theme.Kinds())
	m.note("%s, library %s, %v, theme %s, in %s", n.name, library, learner, kind, dir)
	seed := int64(7)
	opened, err := tutor.Open(tutor.Options{
		Dir: dir, Flags: learner, Seed: &seed, Count: 1 + m.IntN(10), Now: func() time.Time { return m.now },
		Load: func() (*pack.Pack, error) { return m.cage.packs[library], nil },
	})
	m.app = New(Options{Tutor: opened, Start: n.start, Theme: kind, Mono: m.IntN(6) == 0, Alone: n.alone, Err: err})
	m.app.after = func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	m.app.env.Await = func(tea.Cmd) tea.Cmd { return nil }
	m.hold(m.app.Init())
	if m.IntN(8) > 0 { // usually everything is there by the first key
		m.send(tea.WindowSizeMsg{Width: m.width, Height: m.height})
		m.settle()
		for _, key := range strings.Fields(n.keys) {
			m.now = m.now.Add(5 * time.Second)
			m.send(screentest.Press(key))
			m.settle()
		}
	}
}

// anyKeys is what else is on a keyboard.
var anyKeys = strings.Fields("enter enter enter esc up down left right pgup pgdown home end space tab shift+tab shift+up shift+down backspace delete insert f1 " +
	"a b c d e f g h i j k l m n o p r s t u v w x y z A E J K 0 1 2 3 4 5 6 7 8 9 ? ! / + - _ = , . : ; ' " +
	"ctrl+a ctrl+b ctrl+d ctrl+e ctrl+f ctrl+k ctrl+n ctrl+p ctrl+r ctrl+s ctrl+t ctrl+u ctrl+v ctrl+w ctrl+z alt+b alt+d alt+left é ß 漢 😀 \u0301 \u200d \u00ad \u202e")

// pastes is text that people and others put in.
var pastes = []string{
	"pasted text\nwith lines\r\nof every kind\rof end", "\x1b[31mred\x1b]52;c;aGk=\x07\u0085\u009b31m\x00\x7f", strings.Repeat("x", 9000), "a\tb\u202etxt\u2066\u200f\U000e0041",
	"12:00", "0", "-5", "1.5", "NaN", "999999999999999999999", "2026-01-01", "", "\r", strings.Repeat("漢字", 200), "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0301\u0301\u0301", strings.Repeat("> ", 20) + "quoted", "\xff\xfe\x80",
}

// overgrown is the spoilt pack with text that is long, deep and without a place to break.
func overgrown() (*pack.Pack, error) {
	p, err := spoilt(texttest.Turn(0))()
	if err != nil {
		return nil, err
	}
	unbroken, deep := strings.Repeat("Donaudampfschiff夜間", 20), "\n\n"+strings.Repeat("> ", 6)+"deep\n\n"
	for depth := range 6 {
		deep += strings.Repeat("  ", depth) + "- an item\n"
	}
	deep += "\n\n" + strings.Repeat("word ", 800) + "\n\n```\n" + unbroken + "\n```\n\n"
	grow := func(lines []*string, texts []*string) {
		for _, line := range lines {
			*line += unbroken
		}
		for _, text := range texts {
			*text = deep + *text + unbroken
		}
	}
	for i, s := range p.Bank.All() {
		grow([]*string{&s.Title, &s.Ask, &s.Reflect}, []*string{&s.Stem})
		for at := i % 2; at < len(s.Options); at += 2 {
			grow([]*string{&s.Options[at].Text, &s.Options[at].Why}, nil)
		}
	}
	for i := range p.Bank.Topics() {
		grow([]*string{&p.Bank.Topics()[i].Title, &p.Bank.Topics()[i].Covers}, nil)
	}
	for _, s := range p.Guidance.Sources() {
		grow([]*string{&s.Title, &s.Publisher, &s.URL}, nil)
		for _, c := range s.Clauses {
			grow([]*string{&c.Locator, &c.Changed}, []*string{&c.Text})
		}
	}
	for _, d := range p.Guidance.AllDifferences() {
		grow([]*string{&d.Title}, []*string{&d.Says})
	}
	return p, nil
}

// families loads the pack of families, once for a test.
func families(t *testing.T) func() (*pack.Pack, error) {
	return sync.OnceValues(func() (*pack.Pack, error) { return scenariostest.Families(t), nil })
}

// newCage loads each library once.
func newCage(t *testing.T) *cage {
	t.Helper()
	c := &cage{packs: map[string]*pack.Pack{}, landmarks: screentest.Landmarks(), reached: map[string]bool{}}
	for name, load := range map[string]func() (*pack.Pack, error){"small": small, "spoilt": overgrown, "built in": pack.Builtin, "families": families(t)} {
		p, err := load()
		if err != nil {
			t.Fatalf("the %s library: %v", name, err)
		}
		c.packs[name] = p
	}
	return c
}

// cage is what the monkeys of all seeds share.
type cage struct {
	packs     map[string]*pack.Pack
	landmarks map[string]string
	reached   map[string]bool // of the landmarks
	seeds     int             // that were played
	steps     int             // that were taken with them
}

// unfit reports whether an error is of something that was asked for or begun and is not fit for it: a PDF that cannot be made, a field of a draft
// that it can't have.
func unfit(err error) bool {
	return errors.As(err, new(*paper.MissingError)) || strings.HasPrefix(err.Error(), "reading the field ")
}

// failedOnce are seeds that found something: an emoji behind which a terminal that counts code points needs a blank, in a line that is full;
// leaving while a PDF is made that cannot be, and with a field that is no number.
var failedOnce = []uint64{1911453190, 1522537754, 2765075082}
