package feedback

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/cells"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// answered is an answer to a variant of the small pack of families.
type answered struct {
	id, before string // the variant, and the one that it is a turn of
	chosen     []string
	reword     func(*scenarios.Situation)
	country    guidance.Jurisdiction // the UK's unless it is given
}

// at is the feedback on an answer in a window.
func (a answered) at(t *testing.T, width, height int) *Feedback {
	t.Helper()
	p := scenariostest.Families(t)
	s, before := variant(t, p, a.id), variant(t, p, a.before)
	if a.reword != nil {
		a.reword(s)
	}
	if a.country == "" {
		a.country = guidance.UK
	}
	f := New(screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}}, parts(tutor.Reading(p, tutor.Learner{Role: guidance.Doctor, Jurisdiction: a.country})))
	f.Layout(screen.Frame{Width: width, Height: height, Theme: theme.New(theme.Mono, true)})
	out := scenarios.Outcome{Situation: s, Chosen: a.chosen, Marking: s.Format.Mark(s, a.chosen)}
	f.Show(Shown{Outcome: out, Before: before, Lines: lines(out), Became: func() string { return "Saved." }})
	return f
}

func variant(t *testing.T, p *pack.Pack, id string) *scenarios.Situation {
	t.Helper()
	s, ok := p.Bank.Situation(id)
	if !ok && id != "" {
		t.Fatal("there is no " + id)
	}
	return s
}

// inOrder fails unless the texts follow one another in what is shown.
func inOrder(t *testing.T, f *Feedback, texts ...string) {
	t.Helper()
	rest := view(f)
	for _, text := range texts {
		_, after, ok := strings.Cut(rest, text)
		if rest = after; !ok {
			t.Errorf("%q is missing, or out of its place:\n%s", text, view(f))
		}
	}
}

// TestWhatMattersComesInItsOrder: the verdict, what to remember, one's own answer and why, the key and why, what decides.
func TestWhatMattersComesInItsOrder(t *testing.T) {
	f := answered{id: "a-request/from-the-ward", chosen: []string{"d"}}.at(t, 80, 20)
	inOrder(t, f, "✗ Not the best answer", "you: d · Saved.", "Keep patients and friends apart.", "✗ d  Reply", "for and against d.", "→ b  Leave", "for and against b.", "UK  ", "│ ")
	f = answered{id: "a-request/from-the-ward", chosen: []string{"b"}}.at(t, 80, 20)
	inOrder(t, f, "✓ Right", "Keep patients", "✓ b  Leave", "for and against b.", "│ ")
	if strings.Contains(view(f), "Reply") {
		t.Errorf("a right answer is not shorter:\n%s", view(f))
	}
	inOrder(t, answered{id: "a-request/from-the-ward"}.at(t, 80, 20), "– Left blank", "→ b  Leave", "│ ")
}

// TestATurnSaysWhatMadeTheDifference, in the words of both variants, and where nothing did.
func TestATurnSaysWhatMadeTheDifference(t *testing.T) {
	turn := answered{id: "a-request/numb-again", before: "a-request/from-the-ward", chosen: []string{"c"}}
	inOrder(t, turn.at(t, 80, 20), "✓ Right", "Keep patients", "What made the difference\n", "  Was  He is a patient, and nothing more.\n", "  Now  He needs care now.", "✓ c")
	inOrder(t, turn.at(t, 120, 36), "What made the difference\n  Was  He is a patient, and nothing more.", "  Now  He needs care now.\n")
	tight := turn.at(t, 80, 12)
	inOrder(t, tight, "✓ Right", "Was  He is a patient", "Now  He needs care now.", "✓ c")
	if strings.Contains(view(tight), "Keep patients") || !tight.Fits() {
		t.Errorf("in little room the principle is said again, or something does not fit:\n%s", view(tight))
	}
	same := answered{id: "a-request/on-linkedin", before: "a-request/from-the-ward", chosen: []string{"b"}}
	inOrder(t, same.at(t, 80, 20), "The best answer is the same in both", "Was  He is", "Now  Another platform")
	inOrder(t, same.at(t, 80, 12), "Was  He is", "Now  Still best, b: Another platform")
}

// TestWhatTheSituationSaysCanDecide: then that is said, and a law from outside is named.
func TestWhatTheSituationSaysCanDecide(t *testing.T) {
	inOrder(t, answered{id: "a-request/numb-again", chosen: []string{"c"}}.at(t, 80, 20), "What decides it is said in the situation itself", "A regulator, ", "│ ")
	law := func(s *scenarios.Situation) {
		s.Options[1].Stated, s.Options[1].Cites = []string{"Data Protection Act 2018"}, nil
	}
	for _, width := range []int{80, 120} {
		f := answered{id: "a-request/from-the-ward", chosen: []string{"b"}, reword: law}.at(t, width, 30)
		sees(t, f, "law that the situation")
		sees(t, f, "Data Protection Act 2018.")
	}
}

// TestWhatNobodyGaveAClauseForSaysSo, at every width, and no key asks for an extract that is not there.
func TestWhatNobodyGaveAClauseForSaysSo(t *testing.T) {
	uncited := func(s *scenarios.Situation) {
		for i := range s.Options {
			s.Options[i].Stated, s.Options[i].Cites = []string{scenarios.Uncited}, nil
		}
	}
	for _, width := range []int{40, 80, 120} {
		for _, height := range []int{8, 20, 40} {
			f := answered{id: "a-request/from-the-ward", chosen: []string{"d"}, reword: uncited}.at(t, width, height)
			sees(t, f, "✗ Not the best answer")
			for _, key := range []string{"g", "o", "w", "c", "y", "!", "space", "esc", "down"} {
				f.Update(screentest.Press(key))
				f.View()
			}
			if said := answeredUncited(t, uncited, width, height); height > 8 && !strings.Contains(strings.Join(strings.Fields(said), " "), "Its authors cite no guidance for it yet.") {
				t.Errorf("at %d×%d it does not say so:\n%s", width, height, said)
			}
		}
	}
}

// answeredUncited is what the first screen of the feedback says where nothing is cited.
func answeredUncited(t *testing.T, reword func(*scenarios.Situation), width, height int) string {
	t.Helper()
	return view(answered{id: "a-request/from-the-ward", chosen: []string{"b"}, reword: reword}.at(t, width, height))
}

// TestTheClauseOfOnesOwnCountryDecides, though another is cited first.
func TestTheClauseOfOnesOwnCountryDecides(t *testing.T) {
	swapped := func(s *scenarios.Situation) {
		for i := range s.Options {
			slices.Reverse(s.Options[i].Cites)
		}
	}
	for country, want := range map[guidance.Jurisdiction]string{guidance.UK: "· UK ", guidance.Ireland: "· Ireland "} {
		for _, reword := range []func(*scenarios.Situation){nil, swapped} {
			f := answered{id: "a-request/from-the-ward", chosen: []string{"b"}, country: country, reword: reword}.at(t, 80, 20)
			sees(t, f, want)
		}
	}
}

// TestARationaleIsCutAtASentence, and what is cut says so.
func TestARationaleIsCutAtASentence(t *testing.T) {
	long := func(s *scenarios.Situation) {
		for i := range s.Options {
			s.Options[i].Why = "A first sentence of some length. " + strings.Repeat("Then it goes on about this and that. ", 8)
		}
	}
	f := answered{id: "a-request/from-the-ward", chosen: []string{"d"}, reword: long}.at(t, 80, 40)
	sees(t, f, "A first sentence of some length. Then it goes on", "and that. …")
	if f.Fits() {
		t.Error("it fits although a rationale is cut")
	}
	f = answered{id: "three-steps/all-true", chosen: []string{"a", "b", "c"}, reword: long}.at(t, 80, 40)
	sees(t, f, "and that. …")
	if !f.Fits() {
		t.Error("what is in short by its form does not fit")
	}
}

// TestWhereThereIsLittleRoomFewerAreExplained, and the rest is whole.
func TestWhereThereIsLittleRoomFewerAreExplained(t *testing.T) {
	long := func(s *scenarios.Situation) {
		for i := range s.Options {
			s.Options[i].Why = "Why it is so takes a sentence of " + strings.Repeat("several words, ", 7) + "and no fewer."
		}
	}
	for _, c := range []struct {
		id        string
		chosen    []string
		height    int
		explained int
	}{
		{"three-steps/all-true", []string{"a", "e", "f"}, 20, 3}, {"three-steps/all-true", []string{"a", "e", "f"}, 16, 2},
		{"four-ways/from-grace", []string{"a=1", "b=1", "c=4", "d=1"}, 20, 2}, {"four-ways/from-grace", []string{"a=1", "b=1", "c=4", "d=1"}, 13, 1},
	} {
		f := answered{id: c.id, chosen: c.chosen, reword: long}.at(t, 80, c.height)
		if n := strings.Count(view(f), "Why it is so"); n != c.explained || !f.Fits() {
			t.Errorf("in %d lines %d are explained, and all of it fits: %v\n%s", c.height, n, f.Fits(), view(f))
		}
	}
}

// TestTheExtractTakesTheRoomThatIsLeft: cut at a sentence, else at a word; it never makes the screen longer.
func TestTheExtractTakesTheRoomThatIsLeft(t *testing.T) {
	for height := 9; height < 30; height++ {
		f := answered{id: "a-request/from-the-ward", chosen: []string{"b"}}.at(t, 80, height)
		if !f.Fits() || !strings.Contains(view(f), "│ ") {
			t.Errorf("in %d lines it does not fit, or has no extract:\n%s", height, view(f))
		}
	}
	for _, c := range []struct {
		lines int
		want  string
	}{{2, "Ward by ward. A second sentence|which is long enough to go on."}, {3, "Ward by ward. A second sentence|which is long enough to go on."}, {1, "Ward by ward. …"}} {
		if got := strings.Join(fitted("Ward by ward. A second sentence which is long enough to go on.", 32, c.lines), "|"); got != c.want {
			t.Errorf("in %d lines it is %q, want %q", c.lines, got, c.want)
		}
	}
	if got := strings.Join(fitted("One sentence that has no room for all of itself.", 20, 2), "|"); got != "One sentence that|has no room for …" {
		t.Errorf("a sentence without room is %q", got)
	}
}

// TestAPlaceIsCutInItsMiddle: which document and which paragraph stay.
func TestAPlaceIsCutInItsMiddle(t *testing.T) {
	const place = "GMC, Using social media, Maintaining boundaries, paragraph 4"
	for width, want := range map[int]string{80: place, 44: "GMC, Using social … boundaries, paragraph 4", 24: "GMC, Using … paragraph 4", 13: "GMC, … 4"} {
		if got := between(place, width); got != want {
			t.Errorf("in %d cells it is %q, want %q", width, got, want)
		}
	}
}

// TestAnExtractIsInert: what a pack writes acts on no terminal, in the words, the place or the label.
func TestAnExtractIsInert(t *testing.T) {
	const acts = "a\x1b]52;c;aGk=\ab\u202ec&#27;[2J"
	f := answered{id: "a-request/from-the-ward", chosen: []string{"b"}, reword: func(s *scenarios.Situation) { s.Options[1].Stated = []string{acts} }}.at(t, 80, 20)
	c := &guidance.Clause{Locator: acts, Force: guidance.Must, Text: acts, Source: &guidance.Source{
		Title: acts, Publisher: acts, Status: guidance.Commentary, Reports: acts, Jurisdiction: guidance.UK, AppliesTo: guidance.Roles(),
	}}
	for name, drawn := range map[string]string{"an extract": f.brief(c, 78, 5), "a first screen": f.View()} {
		for _, bad := range []string{"\x1b]", "\a", "\u202e", "\x1b[2J"} {
			if strings.Contains(drawn, bad) {
				t.Errorf("%s has %q", name, bad)
			}
		}
	}
}

// TestACardHasAnExtractWithWhereItStands, where both have room; and what the document is, is said whole.
func TestACardHasAnExtractWithWhereItStands(t *testing.T) {
	f := answered{id: "a-request/from-the-ward", chosen: []string{"b"}}.at(t, 40, 8)
	for _, source := range f.tutor.Library.Pack().Guidance.Sources() {
		for _, c := range source.Clauses {
			var cards []string
			for _, b := range f.extractCards(scenarios.Option{Cites: []string{c.ID}}, 40) {
				cards = append(cards, ansi.Strip(b.Text))
			}
			if whole := strings.Join(cards, " "); !strings.Contains(strings.Join(strings.Fields(whole), " "), f.label(c)) {
				t.Errorf("%s: %q is cut:\n%s", c.ID, f.label(c), whole)
			}
			if words := len(strings.Split(cells.Wrap(c.Text, 36), "\n")); words+5 <= 8 && len(cards) != 1 {
				t.Errorf("%s has %d cards:\n%s", c.ID, len(cards), strings.Join(cards, "\n---\n"))
			}
		}
	}
}

// TestNoLineStaysFreeThatATurnHasAUseFor: the principle, and what made the difference, are there as soon as the extract leaves room for them,
// however short it is.
func TestNoLineStaysFreeThatATurnHasAUseFor(t *testing.T) {
	for _, short := range []bool{false, true} {
		for height := 12; height < 40; height++ {
			f := answered{id: "a-request/on-linkedin", before: "a-request/from-the-ward", chosen: []string{"b"}}.at(t, 80, height)
			if short {
				f.deciding(f.decider()).Text = "Ask first."
				f.Draw()
			}
			shown := view(f)
			principle, _ := f.tutor.Library.Pack().Bank.Principle(f.shown.Outcome.Situation.Principle)
			free := height - strings.Count(shown, "\n") - 1
			if !strings.Contains(shown, principle.Lesson) && free > 1 {
				t.Errorf("in %d lines the principle is not there:\n%s", height, shown)
			}
			if !strings.Contains(shown, "The best answer is the same") && free > 0 {
				t.Errorf("in %d lines what made the difference has no heading:\n%s", height, shown)
			}
		}
	}
}

// TestAnExtractUsesTheLinesItHas: cut at a sentence where that fills them, or else within one.
func TestAnExtractUsesTheLinesItHas(t *testing.T) {
	said := "You may do it. In general, though, it is better not to, as has been said before."
	for _, tt := range []struct {
		lines int
		want  []string
	}{
		{1, []string{"You may do it. …"}},
		{2, []string{"You may do it. In", "general, though, …"}},
		{5, []string{"You may do it. In", "general, though, it", "is better not to, as", "has been said", "before."}},
	} {
		if got := fitted(said, 20, tt.lines); !slices.Equal(got, tt.want) {
			t.Errorf("in %d lines: %q", tt.lines, got)
		}
	}
}
