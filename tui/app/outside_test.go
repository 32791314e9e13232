// Text from outside on every screen: packs, records, plans, sessions, copies and drafts that would act on the terminal, and scripts that take
// more cells, or fewer, than they have characters.

package app

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/guidance/text"
	"probity/guidance/text/texttest"
	"probity/progress/journal/file"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// ties are the places of a library that tie it together, or that hold one of a few values. A loader lets nothing else into them.
var ties = []string{
	"Pack.ID", "Pack.Version", "Pack.Jurisdictions", "Blueprint.Roles", "Topic.ID", "Topic.Words", "Principle.ID", "Principle.Topic", "Objective.Topics", "Situation.ID", "Situation.Family",
	"Situation.Variant", "Situation.Principle", "Situation.Topic", "Situation.Setting", "Situation.Jurisdictions", "Situation.Key", "Option.ID", "Option.Cites", "Option.Stated", "Source.ID",
	"Source.Jurisdiction", "Source.Published", "Source.Status", "Source.ReplacedBy", "Source.AppliesTo", "Clause.ID", "Clause.Force", "Clause.Topic", "Clause.Today", "Clause.Fingerprint",
	"Clause.Signature", "Difference.Topic", "Difference.UK", "Difference.IE", "Family.ID", "Family.Principle", "Family.Topic", "Gone.ID", "Gone.Principle", "Item.Situation", "Plan.Jurisdiction",
}

// held is all that a library holds.
type held struct {
	Pack        *pack.Pack
	Topics      []scenarios.Topic
	Principles  []scenarios.Principle
	Families    []*scenarios.Family
	Gone        []scenarios.Gone
	Sources     []*guidance.Source
	Differences []*guidance.Difference
}

func holds(p *pack.Pack) *held {
	return &held{p, p.Bank.Topics(), p.Bank.Principles(), p.Bank.Families(), p.Bank.AllGone(), p.Guidance.Sources(), p.Guidance.AllDifferences()}
}

// TestEveryTextOfALibraryIsTried: what a bank and the guidance are made of is among what is filled, and of that every text.
func TestEveryTextOfALibraryIsTried(t *testing.T) {
	p, err := small()
	if err != nil {
		t.Fatal(err)
	}
	all := holds(p)
	texttest.Whole(&all.Gone)
	all.Pack.Objectives, all.Pack.Merged, all.Pack.Foreign = make([]pack.Objective, 1), []pack.Origin{{Authors: make([]string, 1)}}, make([]string, 1)
	filled := append(texttest.Fill(all, texttest.Plain().Except(ties...)), ties...)
	for _, of := range []reflect.Type{reflect.TypeFor[scenarios.Bank](), reflect.TypeFor[guidance.Library]()} {
		for i := range of.NumField() {
			kind := of.Field(i).Type
			for kind.Kind() == reflect.Slice || kind.Kind() == reflect.Pointer || kind.Kind() == reflect.Map {
				kind = kind.Elem()
			}
			for _, place := range texttest.Texts(kind) {
				if !slices.Contains(filled, place) {
					t.Errorf("%s of %s is not filled", place, of)
				}
			}
		}
	}
	for _, place := range texttest.Texts(reflect.TypeFor[pack.Pack]()) {
		if !slices.Contains(filled, place) {
			t.Errorf("%s of a pack is not filled", place)
		}
	}
}

// spoilt is the small pack with texts in all places. A loader would refuse some of them; screens don't count on that.
func spoilt(give texttest.Give) func() (*pack.Pack, error) {
	return func() (*pack.Pack, error) {
		p, err := small()
		if err == nil {
			texttest.Fill(holds(p), give.Except(ties...))
		}
		return p, err
	}
}

// deeper is the places of the guidance and of a practice that the goldens do without.
var deeper = []place{
	{"a document", doctor, nil, "g enter"},
	{"a clause of it", doctor, nil, "g enter enter"},
	{"where countries differ", doctor, nil, "g down down down enter"},
	{"a topic", doctor, nil, "g down down down down enter"},
	{"where an original stands", doctor, nil, "g enter enter o"},
	{"a search", doctor, nil, "g / z e b r a"},
	{"a word to the author", doctor, nil, "p a 4 3 2 1 b J enter 2 !"},
	{"the originals of a situation", doctor, nil, "p a 4 3 2 1 b J enter 2 o"},
	{"a summary of several topics", doctor, nil, "p a" + strings.Repeat(" 4 3 2 1 b J enter 2 enter", 5)},
}

// recorded is the places that have something to show where there is a record.
var recorded = []place{
	{"home, a record", doctor, nil, ""},
	{"progress", doctor, screen.ToProgress{}, ""}, {"progress, topics", doctor, screen.ToProgress{}, "t"}, {"progress, weeks", doctor, screen.ToProgress{}, "w"},
	{"progress, how sure", doctor, screen.ToProgress{}, "s"}, {"progress, history", doctor, screen.ToProgress{}, "h end"}, {"progress, reflections", doctor, screen.ToProgress{}, "r"},
	{"progress, a reflection", doctor, screen.ToProgress{}, "r enter"}, {"progress, assessments", doctor, screen.ToProgress{}, "a"},
	{"certificate, its work", doctor, screen.ToCertificate{}, ""}, {"certificate, its form", doctor, screen.ToCertificate{}, "enter"}, {"certificate, a field", doctor, screen.ToCertificate{}, "enter enter"},
	{"certificate, as it will be", doctor, screen.ToCertificate{}, "enter v"}, {"certificate, its files", doctor, screen.ToCertificate{}, "enter x"},
	{"an own copy", doctor, screen.ToGuidance{Clause: "new/1"}, ""}, {"today, a record", doctor, nil, "t"}, {"settings, a record", doctor, nil, "s"}, {"notes", doctor, screen.ToNotes{}, ""},
}

// hostile is a learner to whom everything comes from somebody who means harm.
type hostile struct {
	give  texttest.Give
	load  func() (*pack.Pack, error)
	dir   string // of a record
	shown map[string]bool
}

func newHostile(t *testing.T, shift int) *hostile {
	t.Helper()
	o := &hostile{give: texttest.Turn(shift), shown: map[string]bool{}}
	own := screentest.Siobhan()
	texttest.Fill(&own, o.give)
	o.load, o.dir = sync.OnceValues(spoilt(o.give)), screentest.Filled(t, own, screentest.Outside(o.give)...)
	copied, err := os.ReadFile(holding(t, o.give("Paragraph.Text", "")) + "/documents/new.toml")
	if err != nil {
		t.Fatal(err)
	}
	put(t, o.dir, copied)
	return o
}

// at is a place, with what comes to it from outside.
func (o *hostile) at(s place) given {
	g := given{learner: s.learner, start: s.start, theme: theme.Dark, load: o.load}
	plan := screentest.FourSituations
	texttest.Fill(&plan, o.give.Except(ties...))
	plan.Items = screentest.FourSituations.Items
	switch to := s.start.(type) {
	case screen.ToRoom:
		to.Plan = plan
		g.start = to
	case screen.ToAgenda:
		to.Plan = &plan
		g.start = to
	case screen.ToRecovery:
		g.start = screen.ToRecovery{Err: &file.CorruptError{Path: o.give("CorruptError.Path", ""), Line: 3, Problem: errors.New(o.give("CorruptError.Problem", ""))}}
	}
	return g
}

// inert fails unless nothing but styling of our own acts on the terminal.
func inert(t *testing.T, content string) {
	t.Helper()
	for _, fault := range texttest.Styled(content) {
		t.Error(fault)
	}
}

// look holds what is drawn, at every size, page by page.
func (o *hostile) look(t *testing.T, d *driver, sizes ...[2]int) {
	t.Helper()
	for _, size := range sizes {
		d.size(size[0], size[1])
		d.keys("home")
		last := ""
		for range 12 {
			view := d.app.View()
			if view.Content == last {
				break
			}
			last = view.Content
			inert(t, last+view.WindowTitle)
			fits(t, last, size[0], size[1])
			for _, mark := range regexp.MustCompile(`zq\d+qz`).FindAllString(last, -1) {
				o.shown[t.Name()+mark] = true
			}
			d.keys("pgdown")
		}
	}
}

// TestFault15And28TextFromOutsideOnEveryScreen: it is shown, does nothing, and is nowhere drawn past the edge. One shift of the payloads is seen
// in three sizes of the window, or every shift in that of a usual one.
func TestFault15And28TextFromOutsideOnEveryScreen(t *testing.T) {
	sweeps(t)
	shifts, sizes := texttest.Shifts(t), [][2]int{{80, 24}}
	if len(shifts) == 2 {
		shifts, sizes = shifts[:1], [][2]int{{40, 12}, {80, 24}, {120, 40}}
	}
	for _, shift := range shifts {
		o := newHostile(t, shift)
		for _, s := range slices.Concat(everyScreen(), deeper) {
			t.Run(fmt.Sprint(s.name, ", ", shift), func(t *testing.T) { o.look(t, drive(t, o.at(s)).keys(s.keys), sizes...) })
		}
		for _, s := range recorded {
			t.Run(fmt.Sprint(s.name, ", ", shift), func(t *testing.T) {
				g := o.at(s)
				g.dir = o.dir
				o.look(t, drive(t, g).keys(s.keys), sizes...)
			})
		}
		if len(o.shown) < 100 {
			t.Errorf("shift %d: %d texts from outside were on screens: too few to say anything", shift, len(o.shown))
		}
		t.Logf("shift %d: %d texts on screens", shift, len(o.shown))
	}
}

// TestWhatIsCopiedActsNowhere, whatever a pack says: a terminal may paste it into another program.
func TestWhatIsCopiedActsNowhere(t *testing.T) {
	d := drive(t, given{learner: doctor})
	for _, p := range texttest.Payloads() {
		sent := toTerminal(d.app.app.copy(screen.Copy{Text: p.Text, What: p.Text}))
		for _, fault := range (texttest.Shape{}).Judge(texttest.Lines, []byte(sent)) {
			t.Errorf("%s: %s", p.Name, fault)
		}
	}
}

// TestTypedAndPastedPayloadsInEveryField: what is typed, pasted and kept acts nowhere.
func TestTypedAndPastedPayloadsInEveryField(t *testing.T) {
	sweeps(t)
	payloads, n := texttest.Payloads(), 0
	for _, shift := range texttest.Shifts(t) {
		for name, open := range fields {
			t.Run(fmt.Sprint(name, ", ", shift), func(t *testing.T) {
				d := open(t)
				t.Chdir(t.TempDir()) // where a plan is saved
				for range 8 {
					n++
					d.send(tea.PasteMsg{Content: payloads[(n+shift)%len(payloads)].Text})
					d.write(payloads[(n+shift+100)%len(payloads)].Text)
					inert(t, d.app.View().Content)
				}
				if d.keys("ctrl+s"); text.Block(d.record()) != d.record() {
					t.Errorf("the record acts:\n%+q", d.record())
				}
			})
		}
	}
}

// TestFault28FiguresStandInOneColumn: the figures of every topic begin at one cell, whatever the script of its title.
func TestFault28FiguresStandInOneColumn(t *testing.T) {
	wide := func(place, was string) string {
		return "夜間の投稿 👩\u200d⚕\ufe0f🇮🇪 Nguye\u0302\u0303n สวัสดี " + map[bool]string{true: was}[place == "Topic.Title"]
	}
	for _, width := range []int{40, 80, 120} {
		d := drive(t, given{learner: doctor, start: choice, load: spoilt(wide), width: width, height: 40})
		d.keys("b d enter 3 end enter enter o").sees("Progress", "Topics: ")
		cells, topics := map[int]int{}, 0
		_, below, _ := strings.Cut(d.screen(), "Topics: ")
		for _, l := range strings.Split(below, "\n")[1:] {
			if at := regexp.MustCompile(`\d of \d met`).FindStringIndex(l); at != nil && topics < 2 {
				cells[ansi.StringWidth(l[:at[0]])]++
				topics++
			}
		}
		if len(cells) != 1 || topics != 2 {
			t.Errorf("at %d the figures begin at cells %v (cell: topics):\n%s", width, cells, d.screen())
		}
	}
}
