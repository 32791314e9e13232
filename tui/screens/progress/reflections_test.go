package progress

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// reflectedOn is a record with one reflection, and the driver at it.
func reflectedOn(t *testing.T) *screentest.Driver {
	t.Helper()
	dir := screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 0), progress.Reflection{Scenario: "a-request", Text: "Too quick"})
	return at(t, dir).Keys("r").Until("erase")
}

func TestAReflectionIsEdited(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Sees("A request after clinic", "Who is among your friends?", "Leave out anything that could identify", "Too quick")
	d.Write(", as ever?").Keys("ctrl+s").Sees("Your reflection is kept as it is now.", "Too quick, as ever?")
	if !strings.Contains(d.Record(), "text = \"Too quick, as ever?\"\nreplaces = 2\n") {
		t.Errorf("the record is\n%s", d.Record())
	}
	d.Until("erase").Keys("enter").Write(" no").Keys("esc").Sees("What you typed is not saved", "as ever? no").Keys("esc").Sees("The reflection stays as it was.")
	if strings.Count(d.Record(), "[[reflection]]") != 2 {
		t.Errorf("the record is\n%s", d.Record())
	}
}

// TestAReflectionOutlivesItsSituation: there is no prompt for it any more, and it is edited all the same.
func TestAReflectionOutlivesItsSituation(t *testing.T) {
	dir := screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 0, 0), progress.Reflection{Scenario: "long-gone", Text: "As it was"})
	at(t, dir).Keys("r").Until("erase").Sees("long-gone (no longer in the library)").Keys("enter").Sees("As it was").Write(" then").Keys("ctrl+s").Saved(`text = "As it was then"`)
}

func TestReflectionsAreListedTheLatestFirst(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Keys("r").Until("erase").Sees("Reflections: 2", "A title says more than a name. I sign")
	if shown := d.View(); strings.Index(shown, "A title says more") > strings.Index(shown, "I answer before") {
		t.Errorf("the earlier one comes first:\n%s", shown)
	}
}

func TestLettersAreTextWhileAReflectionIsEdited(t *testing.T) {
	d := reflectedOn(t).Offers("edit").Keys("enter").Offers("save").Denies("erase")
	if !d.Typing() {
		t.Error("letters are keys")
	}
	d.Write("xox").Resize(40, 12).Send(screen.ChangedMsg{}).Sees("xox").Keys("ctrl+s").Saved(`text = "Too quickxox"`)
	if d.Typing() {
		t.Error("letters are still text")
	}
}

func TestAnEditIsNotLostByQuitting(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Write(" by far").Close()
	at(t, d.Dir).Keys("r").Until("erase").Keys("enter").Sees("Too quick by far")
}

func TestWhatAReflectionSaidBeforeIsErasedOnceItIsConfirmed(t *testing.T) {
	d := reflectedOn(t)
	d.Denies("erase old wording").Keys("enter").Write(", as ever?").Keys("ctrl+s").Sees("o erases that")
	d.Until("erase old wording").Keys("o").Sees("said before you edited", "o again erases it").Keys("down")
	if strings.Count(d.Record(), "[[reflection]]") != 2 {
		t.Error("it was erased unasked")
	}
	d.Until("erase old wording").Keys("o o").Sees("Erased.", "Too quick, as ever?").Denies("erase old wording")
	if strings.Count(d.Record(), "[[reflection]]") != 1 {
		t.Errorf("the record still has it:\n%s", d.Record())
	}
}

func TestAReflectionIsErasedOnceItIsConfirmed(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Write(" by far").Keys("ctrl+s")
	backup := filepath.Join(d.Dir, "backups", "progress-2026-11-21.toml")
	if err := os.MkdirAll(filepath.Dir(backup), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(backup, []byte(d.Record()), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Until("erase").Keys("x").Sees("x again erases it.").Keys("down up").Until("erase").Keys("x")
	if !strings.Contains(d.Record(), "Too quick") {
		t.Fatal("erased though something else was done in between")
	}
	d.Keys("x").Sees("Erased.")
	if strings.Contains(d.View(), "Too quick") || strings.Contains(files(t, d.Dir), "Too quick") {
		t.Errorf("it is still there:\n%s\n%s", d.View(), files(t, d.Dir))
	}
	if strings.Count(d.Record(), "[[answer]]") != 1 {
		t.Errorf("the record lost more than the reflection:\n%s", d.Record())
	}
	at(t, d.Dir).Keys("r").Sees("No reflections yet.").Denies("erase")
}

func TestOnlyAReflectionIsErased(t *testing.T) {
	d := reflectedOn(t).Keys("esc")
	for _, place := range []string{"", "t", "s", "h"} {
		d.Keys(place+" x x o o").Denies("erase").Lacks("Erase", "said before").Keys("esc")
	}
	if !strings.Contains(d.Record(), "Too quick") {
		t.Errorf("the record is\n%s", d.Record())
	}
}

// TestWhatCannotBeErasedIsSaid, and it is still there.
func TestWhatCannotBeErasedIsSaid(t *testing.T) {
	d := reflectedOn(t)
	file, away := filepath.Join(d.Dir, "progress.toml"), filepath.Join(d.Dir, "away")
	for _, err := range []error{os.Rename(file, away), os.Mkdir(file, 0o700)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	d.Keys("x x").Lacks("Erased.", "x again").Sees("progress.toml", "Too quick")
}

// files is all that a folder holds, as one text.
func files(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all.WriteString("== " + path + "\n")
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// TestAReflectionThatIsNotSavedIsListed, and can be erased: it is what the learner wrote.
func TestAReflectionThatIsNotSavedIsListed(t *testing.T) {
	d := reflectedOn(t)
	d.Holds = true
	saved := d.Tutor.Record.History().Reflections()[0]
	d.Tutor.Record.Rewrite(progress.Reflection{Scenario: "a-thread"}, "Still on its way")
	d.Send(screen.ChangedMsg{}).Sees("Reflections: 2", "not saved yet", "Still on its way", "Too quick")
	d.Keys("home enter").Sees("still being saved").Keys("x").Sees("x again erases it.").Keys("x").Sees("Erased.").Lacks("Still on its way").Sees("Reflections: 1")
	if n := d.Tutor.Record.Waiting(); n != 0 {
		t.Errorf("%d wait", n)
	}
	d.Tutor.Record.Rewrite(saved, "Too quick by far")
	d.Send(screen.ChangedMsg{}).Sees("Reflections: 1", "Too quick by far", "not saved yet").Keys("x x").Sees("still being saved").Sees("Too quick by far")
}
