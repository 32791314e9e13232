package keymap

import (
	"runtime"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// leading are the keys that work while a room is led, all at once.
func leading() []key.Binding {
	return []key.Binding{
		Forward(), Backward(), Hands(), CloseVote(), Skip(), Jump(), MoreTime(), Pause(), Blank(), Add(), PutAction(), People(), End(), LeaveRoom(),
		Help(), Interrupt(), Suspend(),
	}
}

// sitting are the keys that work while an assessment is sat, all at once.
func sitting() []key.Binding {
	return []key.Binding{Next(), Previous(), Flag(), Overview(), Clock(), Leave(), Mark(), Enter("submit"), Move(), PageUp(), PageDown(), Top(), Bottom(), Help()}
}

// reading are the keys that work on the feedback, all at once.
func reading() []key.Binding {
	return []key.Binding{Enter("next"), Changes(), Reflect(), TakeBack(), Report(), Move(), PageUp(), PageDown(), Top(), Bottom(), Leave(), Help()}
}

func TestNoKeyMeansTwoThingsAtOnce(t *testing.T) {
	for name, bindings := range map[string][]key.Binding{"leading a room": leading(), "sitting an assessment": sitting(), "reading feedback": reading()} {
		t.Run(name, func(t *testing.T) {
			means := map[string]string{}
			for _, b := range bindings {
				for _, k := range b.Keys() {
					if before, taken := means[k]; taken {
						t.Errorf("%s means %q and %q", k, before, b.Help().Desc)
					}
					means[k] = b.Help().Desc
				}
			}
		})
	}
}

func TestWhatHelpSpellsIsWhatMatches(t *testing.T) {
	for _, c := range []struct {
		press tea.KeyPressMsg
		of    key.Binding
		is    bool
	}{
		{tea.KeyPressMsg{Code: tea.KeyUp}, Up(), true},
		{tea.KeyPressMsg{Code: 'k', Text: "k"}, Up(), true},
		{tea.KeyPressMsg{Code: 'k', Text: "k"}, Arrows(), false}, // where letters are text
		{tea.KeyPressMsg{Code: 'K', Text: "K"}, ShiftUp(), true},
		{tea.KeyPressMsg{Code: tea.KeyUp, Mod: tea.ModShift}, ShiftUp(), true},
		{tea.KeyPressMsg{Code: tea.KeySpace}, Mark(), true},
		{tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl}, Interrupt(), true},
		{tea.KeyPressMsg{Code: 'c', Text: "c"}, Interrupt(), false},
	} {
		if got := Is(c.press, c.of); got != c.is {
			t.Errorf("%q is %q: %v", c.press.String(), c.of.Help().Key, got)
		}
	}
}

func TestSuspendIsThereWhereTheSystemHasIt(t *testing.T) {
	if got := Suspend().Enabled(); got != (runtime.GOOS != "windows") {
		t.Errorf("on %s it is enabled: %v", runtime.GOOS, got)
	}
}
