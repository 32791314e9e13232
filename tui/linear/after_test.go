package linear

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// TestWhatSeemsWrongIsWrittenToAFile, for who can't copy what is said.
func TestWhatSeemsWrongIsWrittenToAFile(t *testing.T) {
	d := open(t, doctor)
	t.Chdir(t.TempDir())
	says(t, d.practise("a-request", "{a}\n\n!\nwrong\n"), "wrong once more writes it to a file, to copy it from or attach it.\n", goesOn+"\nWritten to probity-report.txt, in ")
	if written, err := os.ReadFile("probity-report.txt"); err != nil || !strings.HasPrefix(string(written), "Situation a-request, revision 1") {
		t.Errorf("written is %q, %v", written, err)
	}
}

// TestAfterTheFeedback is what can be typed there, beside the empty line that goes on.
func TestAfterTheFeedback(t *testing.T) {
	sure := fmt.Sprintf(tutor.SureToTakeBack, "undo")
	for _, c := range []struct {
		name, situation, typed string
		says, lacks            []string
	}{
		{"what changed", "a-request", "w\n", []string{
			"SHOULD. Doctors should have given their names.\n   The old guidance (A regulator, 2013), paragraph 9. Superseded, UK.\n   Superseded: no longer current guidance.\n",
			"   Now: Now it is usual, and not for doctors alone.\nUK and Ireland, Names: UK: usual. Ireland: with advice.\n",
		}, []string{tutor.NothingChanged}},
		{"it seems wrong", "a-request", "!\n", []string{
			"Send this to whoever gave you Probity, with a sentence of your own:\nSituation a-request, revision 1, library 0.0.1. The options as I saw them, each with its id in the file: a (d), b (c), c (a), d (b). My answer: c; the key: d.",
		}, nil},
		{"a slip", "a-request", "u\nw\nu\nu\nu\n\n", []string{
			sure + "\n", sure + "\nSaved.\nTaken back: the answer stays in the record, and counts nowhere.\n", "This answer is taken back already.\n", "Summary: One answer taken back, and nothing that counts.\n",
		}, []string{"Look again at", "0 of 1 mark", "The next review"}},
		{"a slip that is none", "a-request", "u\n\n\n", []string{sure + "\nIt is not taken back.\n" + goesOn, "Summary: 1 situation answered.\n"}, []string{"Taken back"}},
		{"by words, in either case", "a-request", "Changed\nBOOKMARK\nB\nundo\nslip\n", []string{"UK and Ireland, Names", "Saved.\n" + goesOn, "Saved.\n" + goesOn, sure, "Taken back"}, nil},
		{"no word of these", "a-request", "yes\n", []string{"Please answer with an empty line, more, changed, reflect, bookmark, undo or wrong.\n"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			said := open(t, doctor).practise(c.situation, "{a}\n\n"+c.typed)
			says(t, said, c.says...)
			lacks(t, said, c.lacks...)
		})
	}
}

// TestNothingChanged is said, where the paragraphs cited replace none and the countries do not differ.
func TestNothingChanged(t *testing.T) {
	desk := tutortest.Open(t, scenariostest.Pack(t))
	p, err := desk.Practices.Begin(tutor.Selection{Only: "best"})
	if err != nil {
		t.Fatal(err)
	}
	said := hear(t, "a\n\nw\n", func(c *Console) error { return c.Practise(desk, p) })
	says(t, said, tutor.NothingChanged)
	lacks(t, said, "Now: ", "UK and Ireland, ")
}
