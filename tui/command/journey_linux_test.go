// A learner's first evening, at a terminal: who are you, three situations, a reflection, home, quit; and the same sitting
// carried on with.
package command_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress"
	"probity/progress/folder"
)

// soon is how long leaving may take: a second, where time is measured. The race detector makes a program several times slower.
func soon() time.Duration {
	if !*timed {
		return patience
	}
	return time.Second * slowness
}

// whole asserts that a record reads to its end and gives what it says.
func whole(t *testing.T, data string) *progress.History {
	t.Helper()
	record, err := folder.Open(folder.Options{Dir: data})
	if err != nil {
		t.Fatal(err)
	}
	history, err := record.History()
	if err != nil {
		t.Fatal(err)
	}
	if notices := record.Notices(); len(notices) > 0 {
		t.Errorf("the record has to say: %q", notices)
	}
	return history
}

func TestFirstEvening(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDown(t, drawing(t, "best", "rate", "choose")...)
	term.sees("What is your role?", "1  Doctor", "4  Student")
	term.types("4")
	term.sees("Where do you practise?", "2  Ireland")
	term.types("1")
	term.sees("for your appraisal folder", "Student · UK", "p      Practise")
	term.types("p")
	term.sees("All topics", "3 situations")
	term.types("a")

	term.sees("Situation 1 of 3 · ")
	term.types("x" + enter) // no option of that name
	term.sees("Space marks at the cursor.")
	term.types("b" + enter)
	term.sees("How sure are you?", "2  Fairly sure")
	term.types("3")
	term.sees("very sure · ", "Saved.")
	term.types("r")
	term.sees("Reflection", "Leave out anything that could identify a patient.")
	term.types("Ask before I post.\rThen wait a night; qui?")
	term.sees("Then wait a night; qui?")
	term.types(save)
	term.seesNot("Leave out anything")
	term.until("the reflection in the record", func() bool { return term.count(`^\[\[reflection\]\]$`) == 1 })
	term.types(enter)

	term.sees("Situation 2 of 3 · ")
	term.types("a4" + enter)
	term.sees("not rated yet")
	term.types("a34343434" + enter)
	term.sees("How sure are you?")
	term.types("0") // skipped
	term.sees("Saved.")
	term.types(enter)

	term.sees("Situation 3 of 3 · ")
	term.types(down + " ")
	term.sees("› ", "] b")
	term.types("A" + enter)
	term.sees("How sure are you?")
	term.types("1")
	term.sees("a guess · ", "Saved.")
	term.types(enter)
	term.sees("3 situations: ")
	term.types(enter)
	term.sees("p      Practise", "right in the last four weeks")
	term.types("q")
	term.ends(soon(), 0)
	term.restored()
	term.keeps(3)
	wroteDown(t, term.data)
}

// wroteDown asserts what the record has of the first evening.
func wroteDown(t *testing.T, data string) {
	t.Helper()
	record, err := folder.Open(folder.Options{Dir: data})
	if err != nil {
		t.Fatal(err)
	}
	learner, _ := record.Learner()
	if diff := cmp.Diff(progress.Learner{Role: "student", Jurisdiction: "uk"}, learner); diff != "" {
		t.Errorf("the learner (-want +got):\n%s", diff)
	}
	h := whole(t, data)
	var sure []int
	var seqs []int64
	for _, a := range h.Answers() {
		sure, seqs = append(sure, a.Sure), append(seqs, a.Seq)
	}
	if diff := cmp.Diff([]int{3, 0, 1}, sure); diff != "" {
		t.Errorf("certainties (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int64{2, 4, 5}, seqs); diff != "" { // 1 is the sitting, 3 the reflection
		t.Errorf("numbers of the answers (-want +got):\n%s", diff)
	}
	reflections := h.Reflections()
	if len(reflections) != 1 || reflections[0].Text != "Ask before I post.\nThen wait a night; qui?" || reflections[0].Scenario != h.Answers()[0].Scenario {
		t.Errorf("reflections: %+v", reflections)
	}
	if len(h.Unfinished()) > 0 {
		t.Error("the sitting is unfinished")
	}
}

func TestPickingUpWhereOneLeftOff(t *testing.T) {
	t.Parallel() // it waits for most of the time
	term := sitDown(t, append(drawing(t, "best", "best"), "practise", "--role", "doctor", "--jurisdiction", "uk")...)
	term.sees("Situation 1 of 2 · ")
	term.types("a" + enter)
	term.sees("How sure are you?")
	term.types("2")
	term.sees("Saved.")
	term.types(enter)
	term.sees("Situation 2 of 2 · ")
	term.types("a")
	term.sees("(•) a")
	term.types(escape) // leaves for now
	term.sees("enter  Carry on", "1 of 2")
	term.types("q")
	term.ends(soon(), 0)
	term.restored()
	term.keeps(1)

	term = term.again()
	term.sees("enter  Carry on", "1 of 2", "Doctor · UK")
	term.types("u")
	term.sees("Situation 1 of 2 · ", "Saved.", "Carrying on where you left off: 1 of 2 done.")
	term.types(enter)
	term.sees("Situation 2 of 2 · ")
	term.types("b" + enter)
	term.sees("How sure are you?")
	term.types("2")
	term.sees("Saved.")
	term.types(enter)
	term.sees("2 situations: ")
	term.types(enter)
	term.sees("right in the last four weeks")
	term.seesNot("Carry on")
	term.types("q")
	term.ends(soon(), 0)
	term.keeps(2)
	if got := term.count(`^\[\[sitting\]\]$`); got != 1 {
		t.Errorf("the record has %d sittings, not one", got)
	}
}

// Over a slow line the keys of two screens arrive together.
func TestKeysTypedAheadReachTheScreenTheyAreMeantFor(t *testing.T) {
	t.Parallel()                           // it waits for most of the time
	const reading = 750 * time.Millisecond // is longer than a stage takes no enter, by the usual clock: nothing here is waited for
	term := sitDownWith(t, []string{rateVariable + "=1"}, aDoctor(t)...)
	term.sees("p      Practise", "Doctor · UK")
	term.types("pa")
	term.sees("Situation 1 of 2 · ")
	for _, keys := range []string{"b", "2", "b", "3"} {
		term.types(keys)
		<-time.After(reading)
		term.types(enter)
	}
	term.sees("2 situations: ")
	<-time.After(reading)
	term.types(enter)
	term.types("q")
	term.ends(soon(), 0)
	term.keeps(2)
}
