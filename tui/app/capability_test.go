package app

import (
	"os"
	"strings"
	"testing"

	"probity/tui/screen"
	"probity/tui/screens/agenda"
	"probity/tui/screens/certificate"
	"probity/tui/screens/exam"
	"probity/tui/screens/exammenu"
	"probity/tui/screens/examresult"
	"probity/tui/screens/guidance"
	"probity/tui/screens/home"
	"probity/tui/screens/notes"
	"probity/tui/screens/practice"
	"probity/tui/screens/practicemenu"
	"probity/tui/screens/progress"
	"probity/tui/screens/recovery"
	"probity/tui/screens/room"
	"probity/tui/screens/settings"
	"probity/tui/screens/setup"
	"probity/tui/screens/summary"
)

// can lists what each screen can do besides drawing itself and taking messages. Ask of a new screen: does it read something when
// it comes up (opens), can it hold something that is not saved (closes), has it places of its own or a question before it is left
// (goes back), does enter mean something else from one stage of it to the next (has stages), is a digit for one
// row of it (takes digits by the row), can letters be text (takes text), is that kept when the
// screen goes away (keeps what is written), or in a draft (keeps a draft), does one see where
// (has a caret), can it have more text than its frame (scrolls), has it lines with keys of
// their own (lists lines), can that be in cards where the window is small (has cards), does a click do something of its own (says what)? All of
// them take a mouse.
var can = map[string]struct {
	screen screen.Screen
	does   string
}{
	"agenda":       {(*agenda.Screen)(nil), "opens, goes back, has stages, takes text, has a caret, scrolls, lists lines, has cards, takes a mouse, is in a country"},
	"certificate":  {(*certificate.Screen)(nil), "opens, closes, goes back, has stages, takes text, keeps a draft, has a caret, scrolls, lists lines, has cards, takes a mouse"},
	"exam":         {(*exam.Screen)(nil), "opens, closes, goes back, has stages, takes digits by the row, scrolls, lists lines, has cards, takes a mouse, says what a click does"},
	"exammenu":     {(*exammenu.Screen)(nil), "opens, scrolls, lists lines, has cards, takes a mouse"},
	"examresult":   {(*examresult.Screen)(nil), "goes back, has stages, scrolls, lists lines, has cards, takes a mouse"},
	"guidance":     {(*guidance.Screen)(nil), "opens, goes back, has stages, takes text, has a caret, scrolls, has cards, takes a mouse"},
	"home":         {(*home.Screen)(nil), "opens, scrolls, lists lines, has cards, takes a mouse"},
	"notes":        {(*notes.Screen)(nil), "goes back, scrolls, takes a mouse, is in a country"},
	"practice":     {(*practice.Screen)(nil), "opens, closes, goes back, has stages, takes digits by the row, takes text, keeps what is written, has a caret, scrolls, lists lines, has cards, takes a mouse, says what a click does"},
	"practicemenu": {(*practicemenu.Screen)(nil), "goes back, has stages, scrolls, lists lines, has cards, takes a mouse"},
	"progress":     {(*progress.Screen)(nil), "opens, closes, goes back, has stages, takes text, keeps what is written, has a caret, scrolls, lists lines, has cards, takes a mouse"},
	"recovery":     {(*recovery.Screen)(nil), "opens, goes back, has stages, scrolls, lists lines, has cards, takes a mouse"},
	"room":         {(*room.Screen)(nil), "opens, closes, goes back, has stages, takes text, has a caret, takes a mouse, says what a click does, is in a country, fills the window"},
	"settings":     {(*settings.Screen)(nil), "scrolls, lists lines, has cards, takes a mouse"},
	"setup":        {(*setup.Screen)(nil), "goes back, has stages, scrolls, lists lines, has cards, takes a mouse"},
	"summary":      {(*summary.Screen)(nil), "closes, goes back, has stages, takes text, keeps what is written, has a caret, scrolls, lists lines, has cards, takes a mouse"},
}

// capabilities names the interfaces of the contract that a screen has.
func capabilities(s screen.Screen) string {
	var does []string
	add := func(has bool, what string) {
		if has {
			does = append(does, what)
		}
	}
	_, opener := s.(screen.Opener)
	add(opener, "opens")
	_, closer := s.(screen.Closer)
	add(closer, "closes")
	_, backer := s.(screen.Backer)
	add(backer, "goes back")
	_, staged := s.(screen.Staged)
	add(staged, "has stages")
	_, rowed := s.(screen.Rowed)
	add(rowed, "takes digits by the row")
	_, input := s.(screen.TextInput)
	add(input, "takes text")
	_, writer := s.(screen.Writer)
	add(writer, "keeps what is written")
	_, filler := s.(screen.Filler)
	add(filler, "keeps a draft")
	_, careted := s.(screen.Careted)
	add(careted, "has a caret")
	_, scroller := s.(screen.Scroller)
	add(scroller, "scrolls")
	_, lister := s.(screen.Lister)
	add(lister, "lists lines")
	_, carded := s.(screen.Carded)
	add(carded, "has cards")
	_, pointed := s.(screen.Pointed)
	add(pointed, "takes a mouse")
	_, clicked := s.(screen.Clicked)
	add(clicked, "says what a click does")
	_, located := s.(screen.Located)
	add(located, "is in a country")
	_, full := s.(screen.FullScreen)
	add(full, "fills the window")
	return strings.Join(does, ", ")
}

// TestNoScreenLacksACapabilityWithoutAWord: a method that is missing, or spelt another way, is no error to the compiler.
func TestNoScreenLacksACapabilityWithoutAWord(t *testing.T) {
	folders, err := os.ReadDir("../screens")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		listed, ok := can[folder.Name()]
		if !ok {
			t.Errorf("say what %s can do", folder.Name())
			continue
		}
		if got := capabilities(listed.screen); got != listed.does {
			t.Errorf("%s: %q, want %q", folder.Name(), got, listed.does)
		}
		if strings.Contains(listed.does, "takes text") != strings.Contains(listed.does, "has a caret") {
			t.Errorf("%s: where one types there is a caret", folder.Name())
		}
	}
}
