package progress

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// at is the screen on the record in a folder.
func at(t *testing.T, dir string) *screentest.Driver {
	t.Helper()
	d := screentest.In(t, dir, screentest.Nobody)
	return d.Resize(80, 76).Show(New(d.Env))
}

func TestNothingAnsweredIsSaid(t *testing.T) {
	at(t, screentest.Recorded(t)).Sees("Nothing answered yet.")
}

func TestWhatToDoNextIsFirst(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 0)))
	d.Sees("Next", "› ", "Practise Boundaries").Keys("enter").Requests(screen.Open{To: screen.ToPractice{Ask: tutor.Selection{Topic: "boundaries"}}})
}

// TestTheChartsBesideTheListArePagedToTheirEnd: where they stand beside it, what does not fit can be reached.
func TestTheChartsBesideTheListArePagedToTheirEnd(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...)).Resize(120, 36)
	d.Sees("Over time").More(false, true).Keys("pgdown").Sees("Nov 2026", "Reflections: 2").More(true, false).Keys("pgup").Sees("Over time").More(false, true)
}

func TestAConfidentMistakeIsReadAgain(t *testing.T) {
	d := at(t, screentest.Recorded(t, screentest.Improving()...))
	before := d.Until("open").View()
	d.Keys("enter").Sees("your answer").Keys("esc")
	if d.View() != before {
		t.Errorf("back is not where it was:\n%s", d.View())
	}
	gone := at(t, screentest.Recorded(t, screentest.Replied("long-gone", "past", 0, 3, 0)))
	gone.Until("open").Keys("enter").Sees("This situation is no longer in the library.")
}

// reflectedOn is a record with one reflection, and the driver at it.
func reflectedOn(t *testing.T) *screentest.Driver {
	t.Helper()
	dir := screentest.Recorded(t, screentest.Replied("a-request", "boundaries", 0, 3, 0), progress.Reflection{Scenario: "a-request", Text: "Too quick"})
	return at(t, dir).Until("erase")
}

func TestAReflectionIsEdited(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Sees("A request after clinic", "Who is among your friends?", "Leave out anything that could identify", "Too quick")
	d.Write(", as ever?").Keys("ctrl+s").Sees("Your reflection is kept as it is now.", "Too quick, as ever?")
	if !strings.Contains(d.Record(), "text = \"Too quick, as ever?\"\nreplaces = 2\n") {
		t.Errorf("the record is\n%s", d.Record())
	}
	d.Until("erase").Keys("enter").Write(" no").Keys("esc").Sees("The reflection stays as it was.")
	if strings.Count(d.Record(), "[[reflection]]") != 2 {
		t.Errorf("the record is\n%s", d.Record())
	}
}

func TestAnEditIsNotLostByQuitting(t *testing.T) {
	d := reflectedOn(t)
	d.Keys("enter").Write(" by far").Close()
	at(t, d.Dir).Until("erase").Keys("enter").Sees("Too quick by far")
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
	at(t, d.Dir).Denies("erase")
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
