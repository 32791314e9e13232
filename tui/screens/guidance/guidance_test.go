package guidance

import (
	"reflect"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Library: t.Library, Profile: t.Profile, Copies: t.Copies}
}

// shelved is the screen at the shelf.
func shelved(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	return d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{}))
}

// at is the screen opened at a clause.
func at(t *testing.T, learner tutor.Learner, clause string) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, learner)
	return d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{Clause: clause}))
}

func TestTheShelfHasDocumentsAndTopics(t *testing.T) {
	shelved(t).Titled("Guidance").Sees("Documents", "UK and Ireland").Keys("end").Sees("Topics", "Boundaries")
}

// TestATopicWithoutParagraphsSaysSo, as one of a pack that brings situations alone.
func TestATopicWithoutParagraphsSaysSo(t *testing.T) {
	d := shelved(t)
	for _, c := range d.Tutor.Library.Pack().Guidance.ByTopic("boundaries") {
		c.Topic = "honesty"
		t.Cleanup(func() { c.Topic = "boundaries" })
	}
	d.Keys("end up enter").Titled("Guidance · Boundaries").Sees("No paragraph is filed under this topic. / searches them all.").Keys("esc end enter").Lacks("No paragraph is filed")
}

// TestTheShelfBeginsWithTheLearnersOwnCountry.
func TestTheShelfBeginsWithTheLearnersOwnCountry(t *testing.T) {
	for learner, title := range map[tutor.Learner]string{screentest.Doctor: "The new guidance", screentest.Student: "An Irish article"} {
		d := screentest.New(t, learner)
		d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{})).Keys("enter").Titled("Guidance · " + title)
	}
}

func TestTheShelfWaitsForTheLibrary(t *testing.T) {
	d := screentest.Early(t, t.TempDir(), screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{})).Sees("Getting the guidance ready…").Keys("/ enter").Requests()
	if d.Typing() {
		t.Error("one can search for what is not there yet")
	}
	d.Ready().Sees("Documents").Lacks("Getting the guidance ready…")
}

// TestAClauseThatIsAskedForIsThereWithTheLibrary: and the shelf is behind it.
func TestAClauseThatIsAskedForIsThereWithTheLibrary(t *testing.T) {
	d := screentest.Early(t, t.TempDir(), screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{Clause: "new/2"})).Titled("Guidance")
	d.Ready().Titled("Guidance · The new guidance").Sees("You must not mix the two.").Keys("esc").Titled("Guidance").Sees("Documents")
}

func TestAClauseThatTheLibraryLacksLeadsToTheShelf(t *testing.T) {
	at(t, screentest.Doctor, "gone/1").Titled("Guidance").Sees("Documents").Keys("esc").Requests(screen.Close{})
}

func TestEveryPlaceIsNamedAndSaysWhatItHolds(t *testing.T) {
	for _, c := range []struct {
		name, keys, title string
		sees              []string
	}{
		{"a document in force", "enter", "Guidance · The new guidance", []string{"A regulator, 2024 · in force, UK · addressed to registered doctors", "last checked against it on 22 November 2026", "MUST NOT · paragraph 2"}},
		{"one that was replaced", "down enter", "Guidance · The old guidance", []string{"2013", "superseded, UK", "SHOULD · paragraph 9"}},
		{"where countries differ", "down down down enter", "Guidance · UK and Ireland", []string{"as far as these documents say", "UK: usual. Ireland: with advice.", "The new guidance, paragraph 1", "An Irish article, paragraph 1"}},
		{"a topic", "down down down down enter", "Guidance · Boundaries", []string{"who is who", "The new guidance · ", "MUST NOT · paragraph 2"}},
		{"a topic of several documents", "up enter", "Guidance · Honesty", []string{"An Irish article · ", "The new guidance · ", "The old guidance · 2013 · superseded, UK"}},
		{"a search", "/", "Guidance", []string{"Search:"}},
	} {
		t.Run(c.name, func(t *testing.T) { shelved(t).Resize(80, 40).Keys(c.keys).Titled(c.title).Sees(c.sees...) })
	}
}

func TestAClauseSaysHowItIsQuoted(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{Clause: "old/1"})).Sees("Its id, to quote or to search for: old/1", "Now: ")
}

// TestAClauseLeadsToWhatBelongsToIt: to what replaced it, to what it was, to the other country's, and to what teaches it.
func TestAClauseLeadsToWhatBelongsToIt(t *testing.T) {
	for _, c := range []struct {
		name, clause string
		learner      tutor.Learner
		sees, lacks  []string
	}{
		{"one that was replaced", "old/1", screentest.Doctor,
			[]string{"Where it stands today", "The new guidance, paragraph 1", "SHOULD USUALLY"}, []string{"What it was before", "UK and Ireland: Names"}},
		{"one that replaced another", "new/1", screentest.Doctor,
			[]string{"What it was before", "The old guidance, paragraph 9", "UK and Ireland: Names", "The other country: Names", "An Irish article, paragraph 1", "Four ways to sign"},
			[]string{"Where it stands today", "The new guidance, paragraph 1"}},
		{"the other country's", "irish/1", screentest.Doctor,
			[]string{"UK and Ireland: Names", "The new guidance, paragraph 1", "A name under an answer", "for Ireland: to compare"}, []string{"What it was before", "An Irish article, paragraph 1"}},
		{"one's own country's", "irish/1", screentest.Student, []string{"A name under an answer", "practise it"}, []string{"to compare"}},
		{"one that stands alone", "new/2", screentest.Doctor,
			[]string{"Situations that teach it", "A request after clinic"}, []string{"Where it stands today", "What it was before", "UK and Ireland: ", "The other country"}},
	} {
		t.Run(c.name, func(t *testing.T) { at(t, c.learner, c.clause).Sees(c.sees...).Lacks(c.lacks...) })
	}
}

func TestOneFollowsAClauseToWhereItStandsTodayAndBack(t *testing.T) {
	d := at(t, screentest.Doctor, "old/1").Keys("enter").Sees("You should usually say who you are.").Keys("enter").Sees("Doctors should have given their names.")
	d.Keys("esc").Sees("You should usually say who you are.").Keys("esc").Sees("Doctors should have given their names.").Requests()
}

func TestEscGoesBackTheWayOneCame(t *testing.T) {
	d := shelved(t)
	first := d.View()
	d.Keys("enter").Sees("Extracts last checked").Keys("enter").Sees("Its id").Keys("esc").Sees("Extracts last checked").Keys("esc")
	if d.View() != first {
		t.Errorf("back is not where it was:\n%s", d.View())
	}
	d.Requests().Keys("esc").Requests(screen.Close{})
}

func TestLettersAreTextWhileOneSearches(t *testing.T) {
	d := shelved(t).Keys("/")
	if !d.Typing() {
		t.Fatal("letters are keys")
	}
	d.Write("zzzz").Sees("Search: zzzz", "Nothing found", "Try fewer or shorter words.").Keys("esc").Lacks("Search:").Requests()
	if d.Typing() {
		t.Error("letters are still text")
	}
}

func TestAPasteTooLongToSearchForIsCutAndThatIsSaid(t *testing.T) {
	shelved(t).Keys("/").Send(tea.PasteMsg{Content: strings.Repeat("x", 80)}).Lacks("the rest was left out").Send(tea.PasteMsg{Content: "x"}).Sees("the rest was left out")
}

// TestEveryKeyEditsWhatIsSearchedFor, wherever the cursor is.
func TestEveryKeyEditsWhatIsSearchedFor(t *testing.T) {
	bindings := reflect.ValueOf(textinput.DefaultKeyMap())
	for i := range bindings.NumField() {
		keys := bindings.Field(i).Interface().(key.Binding).Keys()[0]
		for _, text := range []string{"", "é", "abc", "a b", " ", "ab  "} {
			for back := range len(text) + 1 {
				d := shelved(t).Keys("/").Write(text)
				for range back {
					d.Keys("left")
				}
				d.Keys(keys).Write("zz").Sees("zz")
			}
		}
	}
	shelved(t).Keys("/").Write("abc").Keys("left alt+d").Sees("Search: ab").Lacks("abc")
}

// TestASmallerWindowKeepsTheEndOfWhatIsTyped, where the next letter goes.
func TestASmallerWindowKeepsTheEndOfWhatIsTyped(t *testing.T) {
	d := shelved(t).Keys("/").Write("somebody tags you in a photograph of last night").Sees("Search: somebody tags").Resize(40, 40).Sees("of last night").Lacks("somebody")
	if x, _, ok := d.Screen().(screen.Careted).Caret(); !ok || x >= 40 {
		t.Errorf("the next letter goes to cell %d", x)
	}
}

func TestAPasteOfSeveralLinesIsSearchedForAsOne(t *testing.T) {
	shelved(t).Keys("/").Send(tea.PasteMsg{Content: "who\nyou are"}).Sees("Search: who you are", "SHOULD USUALLY · paragraph 1")
}

func TestAPasteIsIgnoredWhereNothingIsTyped(t *testing.T) {
	at(t, screentest.Doctor, "new/2").Send(tea.PasteMsg{Content: "zzz"}).Sees("You must not mix the two.").Titled("Guidance · The new guidance").Keys("/").Lacks("zzz", "Nothing found")
}

// TestWhatASearchFoundIsOpenedAndComeBackTo: with the words and the line that one was at.
func TestWhatASearchFoundIsOpenedAndComeBackTo(t *testing.T) {
	d := shelved(t).Resize(80, 40).Keys("/").Write("should").Sees("› SHOULD USUALLY · paragraph 1").Keys("down down").Sees("› SHOULD · paragraph 9")
	d.Keys("enter").Sees("Doctors should have given their names.")
	if d.Typing() {
		t.Error("letters are text in a clause")
	}
	d.Keys("esc").Sees("Search: should", "› SHOULD · paragraph 9")
	if !d.Typing() {
		t.Error("one can't go on with the search")
	}
	d.Keys("backspace backspace backspace").Sees("Search: sho").Write("zzz").Sees("Nothing found").Keys("enter").Sees("Search: shozzz").Requests()
}

func TestKeysAreThoseThatWorkNow(t *testing.T) {
	d := shelved(t).Offers("open").Offers("search").Offers("page down").Offers("back")
	d.Keys("/").Denies("open").Denies("move").Offers("back").Denies("search").Denies("page down")
	d.Write("should").Offers("open").Offers("move").Write("zzz").Sees("Nothing found").Denies("open")
}

// TestLinesStayShortInAWideWindow: what is too long for the eye is not read. An address is not read: it is whole.
func TestLinesStayShortInAWideWindow(t *testing.T) {
	for _, keys := range []string{"", "down enter", "down down down enter", "/"} {
		d := screentest.Builtin(t, screentest.Doctor).Resize(300, 60)
		d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{})).Keys(keys)
		for _, line := range strings.Split(d.View(), "\n") {
			if n := ansi.StringWidth(strings.TrimRight(line, " ")); n > 110 && !strings.Contains(line, "https://") {
				t.Errorf("after %q a line has %d cells: %q", keys, n, line)
			}
		}
	}
}

func TestASituationThatTeachesAClauseIsPractised(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{Clause: "new/2"})).Keys("end").Sees("Situations that teach it", "practise it").Keys("enter")
	to, replaces := screentest.Opened[screen.ToPractice](d)
	if replaces || to.Ask.Only == "" || to.Ask != (tutor.Selection{Only: to.Ask.Only}) {
		t.Errorf("practised is %+v, in place of the clause: %v", to.Ask, replaces)
	}
}

// searching is the screen opened in the search of the built-in library.
func searching(t *testing.T, learner tutor.Learner) *screentest.Driver {
	t.Helper()
	d := screentest.Builtin(t, learner).Resize(80, 40)
	return d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{Search: true}))
}

func TestItOpensInTheSearchAndClosesFromThere(t *testing.T) {
	d := searching(t, screentest.Doctor).Sees("Search:", "Type what you would say")
	if !d.Typing() {
		t.Fatal("letters are keys")
	}
	d.Write("libel").Sees("Search: libel").Keys("esc").Requests(screen.Close{})
}

func TestItOpensInTheSearchBeforeTheLibraryIsThere(t *testing.T) {
	d := screentest.Early(t, t.TempDir(), screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{Search: true})).Sees("Search:", "Getting the guidance ready…").Write("mix")
	d.Ready().Sees("Search: mix", "MUST NOT · paragraph 2")
}

func TestWhatIsFoundStandsByItsKind(t *testing.T) {
	searching(t, screentest.Doctor).Resize(80, 300).Write("selfie").
		Sees("Extracts · ", "Situations · ", "Principles · 2", "Social media, ethics and professionalism, 2024, advice: ", "A photo of Jaya's rash",
			"Look at everything in the frame", "2013, superseded: ", "for Ireland")
	searching(t, screentest.Doctor).Write("killian").Sees("Killian's line", "For Ireland: to compare. ")
}

func TestAPrincipleLeadsToWhatTeachesIt(t *testing.T) {
	d := searching(t, screentest.Doctor).Write("everything frame").Sees("Principles · 1").Keys("pgdown pgdown pgdown up down down down down enter")
	d.Titled("Guidance · Photographs and recordings").Sees("Situations that teach it", "The board behind you", "for Ireland: to compare", "What decides there")
	if to, _ := screentest.Opened[screen.ToPractice](d.Keys("enter")); to.Ask.Only == "" {
		t.Error("a situation of a principle is not practised")
	}
	d.Keys("esc").Sees("Search: everything frame")
}

func TestASituationThatWasFoundIsPractised(t *testing.T) {
	d := searching(t, screentest.Doctor).Write("chatbot script").Sees("› The reel a chatbot wrote").Keys("enter")
	d.Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Only: "the-reel-a-chatbot-wrote"}}})
}

func TestOtherWordsAreOfferedWhereNothingIsFound(t *testing.T) {
	d := searching(t, screentest.Doctor).Write("anonimuos").Sees("Nothing found", "Did you mean", "› anonymous").Lacks("Try fewer").Keys("enter")
	d.Sees("Search: anonymous", "Extracts · ").Lacks("Nothing found")
}

// TestTheFirstThatIsFoundIsInASmallWindow: below the words that were typed.
func TestTheFirstThatIsFoundIsInASmallWindow(t *testing.T) {
	for _, query := range []string{"freind request", "insta", "whatsapp"} {
		searching(t, screentest.Doctor).Resize(40, 8).Write(query).Sees("Search: "+query, "› ")
	}
}

func TestTheFirstOfEachKindAreListedAndThenAll(t *testing.T) {
	d := searching(t, screentest.Doctor).Resize(80, 1000).Write("whatsapp").Sees("Extracts · 12", "Situations · 20", "8 more").Lacks("Killian's line")
	for range 12 + 12 {
		d.Keys("down")
	}
	d.Sees("› 8 more").Keys("enter").Sees("Killian's line").Lacks("8 more")
}

// TestExtractsAreNotBelowDozensOfSituations: of what stands above them a few are listed, until all are asked for.
func TestExtractsAreNotBelowDozensOfSituations(t *testing.T) {
	d := searching(t, screentest.Doctor).Resize(80, 24).Write("insta").Sees("Situations · 50", "46 more", "Extracts · 4").Lacks("The clip from Saturday")
	d.Keys("down down down down").Sees("› 46 more").Keys("enter").Resize(80, 1000).Sees("The clip from Saturday", "Extracts · 4").Lacks(" more")
}

// TestWhereCountriesDifferIsFound: on that matter alone.
func TestWhereCountriesDifferIsFound(t *testing.T) {
	d := searching(t, screentest.Doctor).Write("look up patients").Sees("UK and Ireland · 1", "› Looking patients up").Keys("enter")
	d.Titled("Guidance · UK and Ireland").Sees("Looking patients up", "should not be done").Lacks("Giving your name").Keys("esc").Sees("Search: look up patients")
}

// TestTheKeyThatSearchesBeginsAnother: where it is the first that is pressed; later it is a letter, for ids have it.
func TestTheKeyThatSearchesBeginsAnother(t *testing.T) {
	d := shelved(t).Keys("/ /").Write("should").Sees("Search: should").Denies("other words").Keys("down down enter esc").Sees("Search: should")
	d.Offers("other words").Keys("/").Lacks("Search: should").Denies("other words")
	d.Write("new/2").Sees("Search: new/2")
	searching(t, screentest.Doctor).Write("chatbot script").Keys("enter /").Lacks("Search: chatbot").Write("selfie").Sees("Search: selfie")
}

// TestWhatIsOfAPackSaysWhosePackItIs: its documents and its topics do, and what is the library's own says nothing.
func TestWhatIsOfAPackSaysWhosePackItIs(t *testing.T) {
	const whose = "From “Families of each format” (pack families 0.0.1), not signed"
	d := screentest.Merged(t, screentest.Doctor)
	d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToGuidance{})).Keys("end enter").Titled("Guidance · Names").Sees(whose, "authors “Nobody”.")
	d.Keys("esc home enter").Sees("Extracts last checked").Lacks("From “")
	for range d.Tutor.Library.Documents("uk") {
		if d.Keys("esc down enter"); strings.Contains(d.View(), whose) {
			return
		}
	}
	t.Error("no document is of the pack")
}
