package feedback

import (
	"strings"
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// copies are what was asked to be copied since.
func copies(f *Feedback) (all []screen.Copy) {
	for _, a := range f.env.Drain() {
		if c, ok := a.(screen.Copy); ok {
			all = append(all, c)
		}
	}
	return all
}

// TestWhatIsReadIsCopiedWithItsSource: the extract that decides, or all of those that are shown.
func TestWhatIsReadIsCopiedWithItsSource(t *testing.T) {
	for _, c := range []struct {
		keys, what string
		has        []string
	}{
		{"y", "A regulator, The new guidance, paragraph 2", []string{"You must not mix the two.\n\nThe new guidance (A regulator, 2024), paragraph 2.\nMUST NOT · in force · United Kingdom."}},
		{"space y", "A regulator, The new guidance, paragraph 2", nil},
		{"g y", "2 extracts", []string{"You must not mix the two.", "\n\nYou should usually say who you are.\n\n"}},
		{"! y", "what to send to the author", []string{"a-request"}},
		{"w y", "A regulator, The old guidance, paragraph 9", []string{"· superseded ·"}},
	} {
		f := marked(t, "a-request", "a", 80)
		copies(f)
		for k := range strings.FieldsSeq(c.keys) {
			f.Update(screentest.Press(k))
		}
		got := copies(f)
		if len(got) != 1 || got[0].What != c.what {
			t.Errorf("%s copies %+v", c.keys, got)
			continue
		}
		for _, text := range c.has {
			if !strings.Contains(got[0].Text, text) {
				t.Errorf("%s: %q is not in\n%s", c.keys, text, got[0].Text)
			}
		}
	}
}

// TestTheOriginalsAddressIsOneKeyAway, whole, in a column of a wide window too.
func TestTheOriginalsAddressIsOneKeyAway(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		f := marked(t, "a-request", "a", width)
		url := "https://example.org/" + strings.Repeat("a-guidance-", 12)
		s, _ := f.tutor.Library.Pack().Guidance.Source("new")
		s.URL = url
		first := view(f)
		f.Update(screentest.Press("o"))
		sees(t, f, "Where the original stands", "The new guidance", "A regulator, 2024 · in force, UK")
		if !strings.Contains(strings.ReplaceAll(view(f), "\n", ""), url) {
			t.Errorf("%d wide the address is not whole:\n%s", width, view(f))
		}
		if !strings.Contains(f.View(), "\x1b]8;id=original;"+url) {
			t.Errorf("it is no link: %q", f.View())
		}
		if f.Update(screentest.Press("o")); view(f) != first {
			t.Errorf("o does not go back:\n%s", view(f))
		}
	}
}

// TestTheAddressGoesBackToTheExtracts, where it was asked for there.
func TestTheAddressGoesBackToTheExtracts(t *testing.T) {
	f := marked(t, "a-request", "a", 80)
	for _, key := range strings.Fields("g o") {
		f.Update(screentest.Press(key))
	}
	sees(t, f, "Where the original stands")
	for _, want := range []string{"The guidance that decides it", "Keep them apart."} {
		if !f.Back() {
			t.Error("there is nothing to go back to")
		}
		sees(t, f, want)
	}
}
