package command

import (
	"strings"
	"testing"
)

// typed are lines that somebody types.
func typed(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

// TestThePlacesOfAHost have what a host allows: the record goes out to one's own files there and comes in from them, nothing is backed up or
// gone back to, and what is erased is not made anew.
func TestThePlacesOfAHost(t *testing.T) {
	a := someoneAway(t)
	plain := []string{"--linear", "--role", "doctor", "--jurisdiction", "uk"}
	out := a.does(t, typed("your", "export", "toml", "", "export", "csv", "../mine.csv", "back", "import", "progress.toml"), plain...)
	for _, said := range []string{
		"Your record is on this server", "An empty line writes progress.toml, in your own files on this server; back leaves it.", "Written to progress.toml.",
		"here a file has a name alone", "1. progress.toml\n", "There is nothing to import.",
	} {
		if !strings.Contains(out, said) {
			t.Errorf("%q is not said:\n%s", said, out)
		}
	}
	for _, never := range []string{"Back up", "Go back to a backup", "set aside", "\x1b", "--data"} {
		if strings.Contains(out, never) {
			t.Errorf("%q is said:\n%s", never, out)
		}
	}
	out = a.does(t, typed("your", "erase", "more", "y", "progress"), plain...)
	if !strings.Contains(out, "progress.toml: a file of yours on this server") || !strings.Contains(out, "Probity ends here.") {
		t.Errorf("erasing says:\n%s", out)
	}
	if there, err := a.Open(t).Belongings(); err != nil || len(there) > 0 {
		t.Errorf("left are %v, %v", there, err)
	}
}

// TestACopyComesInFromOnesOwnFiles, and where there is none that is said.
func TestACopyComesInFromOnesOwnFiles(t *testing.T) {
	a := someoneAway(t)
	plain := []string{"--linear", "--role", "doctor", "--jurisdiction", "uk"}
	if out := a.does(t, typed("own", "take"), plain...); !strings.Contains(out, "There is no file of yours on this server") {
		t.Errorf("without one it says:\n%s", out)
	}
	if err := a.files.Write("notes.txt", []byte("The cat sat on the mat, and that is all there is to be said of it."), false); err != nil {
		t.Fatal(err)
	}
	if out := a.does(t, typed("own", "take", "notes.txt"), plain...); !strings.Contains(out, "1. notes.txt\n") || !strings.Contains(out, "it is none of the documents") {
		t.Errorf("what is no copy:\n%s", out)
	}
}
