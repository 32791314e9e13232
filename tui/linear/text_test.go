package linear

import (
	"strings"
	"testing"

	"probity/tui/tutor"
)

func TestAReflectionEndsWithALineOfItsOwn(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        []string // as recorded
		cut         bool
	}{
		{"two lines", "r\nAsk first.\nThen answer.\n.\n", []string{"Ask first.\nThen answer."}, false},
		{"two paragraphs", "r\n\nAsk first.\n\nThen answer.\n\nEND.\n\n", []string{"Ask first.\n\nThen answer."}, false},
		{"nothing", "r\n.\n", nil, false},
		{"the end of the input", "r\nHalf a", []string{"Half a"}, false},
		{"w is a word there", "r\nw\n.\n", []string{"w"}, false},
		{"too long", "r\n" + strings.Repeat("a", 5000) + "\n" + strings.Repeat("b", 5000) + "\n.\n", []string{strings.Repeat("a", 5000) + "\n" + strings.Repeat("b", 2999)}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t, doctor)
			said := d.practise("a-request", "a\n\n"+c.typed)
			says(t, said, "Who is among your friends?\nWrite your reflection, without anything that could identify a patient. "+endsIt+"\n")
			if cut := strings.Contains(said, tutor.TooLong); cut != c.cut {
				t.Errorf("said to be cut: %v", cut)
			}
			if saves := strings.Count(said, "Saved.\n"); saves != 1+len(c.want) {
				t.Errorf("saved %d times:\n%.2000s", saves, said)
			}
			var got []string
			for _, r := range d.saved().Reflections() {
				got = append(got, r.Text)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("recorded are %.200q", got)
			}
		})
	}
}

// TestALineThatATerminalMayHaveCutIsSaid before it is kept, with what it ends with, and can be written anew.
func TestALineThatATerminalMayHaveCutIsSaid(t *testing.T) {
	whole := strings.Repeat("a word, ", 600)
	for _, c := range []struct {
		of   int
		said bool
	}{{longestTyped, true}, {longestTyped - 1, false}, {longestTyped + 1, false}, {longestOnMac, true}} {
		d := open(t, doctor)
		said := d.practise("a-request", "a\n\nr\n"+whole[:c.of-1]+"x\n.\nw\nBriefly.\n.\n")
		kept := d.saved().Reflections()
		if got := strings.Contains(said, "its end may be missing"); got != c.said || len(kept) != 1 || (kept[0].Text == "Briefly.") != c.said {
			t.Errorf("a line of %d is said to be cut: %v; kept are %d", c.of, got, len(kept))
		}
	}
}

// TestWordsThatCouldLeadToAPatientAreSaid before they are kept, which they are all the same unless they are written again.
func TestWordsThatCouldLeadToAPatientAreSaid(t *testing.T) {
	const typed, said = "a\n\nr\nJT in bed 12 saw it.\n.\n", "“JT in bed 12” could lead to a patient: change it or take it out.\n"
	for _, c := range []struct{ name, then, want string }{
		{"kept as it is", "\n", "JT in bed 12 saw it."},
		{"written again", "w\nA patient saw it.\n.\n", "A patient saw it."},
		{"the end of the input", "", "JT in bed 12 saw it."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t, doctor)
			says(t, d.practise("a-request", typed+c.then), said, "An empty line keeps it as it is; w lets you write it again.\n")
			if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != c.want {
				t.Errorf("recorded are %+v", kept)
			}
		})
	}
}

// TestAReflectionIsGoneOnWith: what is written after it goes below it, and both are one.
func TestAReflectionIsGoneOnWith(t *testing.T) {
	d := open(t, doctor)
	says(t, d.practise("a-request", "a\n\nr\nOne.\n.\nr\nTwo.\n.\nr\n.\n"), "You wrote so far, and what you write now goes below it:\nOne.\n", ":\nOne.\nTwo.\n")
	if kept := d.saved().Reflections(); len(kept) != 1 || kept[0].Text != "One.\nTwo." {
		t.Errorf("recorded are %+v", kept)
	}
}
