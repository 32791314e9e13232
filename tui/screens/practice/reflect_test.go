package practice

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// TestOneGoesOnWithAReflectionThatIsKept: from its feedback, from where that is read again, and when the practice is taken up; another practice
// begins with nothing.
func TestOneGoesOnWithAReflectionThatIsKept(t *testing.T) {
	topic := screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}
	d := begun(screentest.New(t, screentest.Doctor), topic).Keys("b J enter 2 r").Write("One.").Keys("ctrl+s")
	d.Keys("r").Sees("One.").Keys("esc").Sees("Your reflection stays as it was.")
	d.Keys("r").Write(" Two.").Keys("ctrl+s").Sees("Your reflection is kept as it is now.", "o erases").Saved(`text = "One. Two."`, "replaces = ")
	d.Keys("enter p r").Sees("One. Two.").Write(" Three.").Keys("esc").Sees("r goes back to what you wrote").Keys("r").Sees("One. Two. Three.").Keys("esc enter").Close()
	again := begun(screentest.In(t, d.Dir, screentest.Nobody), screen.ToPractice{How: tutor.Resume}).Keys("r").Sees("One. Two. Three.").Close()
	if kept := again.Tutor.Record.History().Reflections(); len(kept) != 1 || kept[0].Text != "One. Two. Three." {
		t.Errorf("kept are %+v", kept)
	}
	begun(screentest.In(t, d.Dir, screentest.Nobody), screen.ToPractice{Ask: topic.Ask, How: tutor.Anew}).Keys("b J enter 2 r").Lacks("One.")
}

// TestWhatIsOnItsWayToTheDiskIsNotGoneOnWithYet, so that it does not become two.
func TestWhatIsOnItsWayToTheDiskIsNotGoneOnWithYet(t *testing.T) {
	d := answered(t).Keys("r").Write("One.")
	d.Holds = true
	if d.Keys("ctrl+s r").Sees(tutor.StillSaving); d.Typing() {
		t.Error("the editor is open")
	}
}

// TestWordsThatCouldLeadToAPatientAreSaidBeforeTheyAreKept, once: they are the learner's to change or to keep.
func TestWordsThatCouldLeadToAPatientAreSaidBeforeTheyAreKept(t *testing.T) {
	d := answered(t).Keys("r").Write("I posted about JT in bed 12.").Keys("ctrl+s")
	d.Sees("“JT in bed 12” could lead to a patient: change it or take it out. Ctrl+S again keeps it.", "I posted about")
	if len(d.Tutor.Record.History().Reflections()) > 0 {
		t.Error("it is kept already")
	}
	d.Keys("ctrl+s").Sees("Your reflection is kept.").Saved(`text = "I posted about JT in bed 12."`)
	d = answered(t).Keys("r").Write("Mrs K in bed 7.").Keys("esc").Sees("“Mrs K in bed 7” could lead to a patient", "Esc again goes back.")
	d.Keys("esc").Sees("r goes back to what you wrote").Keys("r").Sees("Mrs K in bed 7.")
}
