package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress/folder"
)

// TestAsideKeepsWhatHangs: nothing is waited for, and the file has what the record lacks. Where the write ends after all, it adds nothing.
func TestAsideKeepsWhatHangs(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	tutor := open(t, dir, small(t))
	if tutor.Record.folder == nil {
		t.Skip("the record is no file")
	}
	p := begin(t, tutor, Selection{Only: "a-request"})
	flush(t, tutor)
	answerRight(t, p)
	writes := tutor.Write() // hangs
	p.Reflect("waits in the queue")
	tutor.Record.outbox.waiting.Lock() // as whoever waits for the write has it
	defer tutor.Record.outbox.waiting.Unlock()
	hangs := errors.New("the disk does not answer")
	result := make(chan error)
	go func() { result <- tutor.Aside(hangs, elsewhere) }()
	var kept *NotKeptError
	if err := <-result; !errors.As(err, &kept) || !errors.Is(err, hangs) || filepath.Dir(kept.Path) != elsewhere {
		t.Fatalf("it says %v", err)
	}
	for _, words := range []string{"Not saved: ", "an answer and a reflection", "The disk does not answer.", "They are not lost", kept.Path} {
		if !strings.Contains(kept.Message(), words) {
			t.Errorf("it lacks %q: %s", words, kept.Message())
		}
	}
	after := open(t, dir, small(t))
	if m, err := after.Record.folder.Merge(kept.Path); err != nil || m.New != 2 || !m.Own {
		t.Errorf("taken in: %+v, %v", m, err)
	}
	run(writes) // which comes to its end after all
	if m, err := open(t, dir, small(t)).Record.folder.PreviewMerge(kept.Path); err != nil || m.New != 0 {
		t.Errorf("once more: %+v, %v", m, err)
	}
}

// TestAsideNamesWhatAFileCannotHold: what waits of a session and of a draft is lost, and said to be.
func TestAsideNamesWhatAFileCannotHold(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	if tutor.Record.folder == nil {
		t.Skip("the record is no file")
	}
	p := begin(t, tutor, Selection{Only: "a-request"})
	room := led(t, tutor)
	flush(t, tutor)
	does(t, room, forward)
	answerRight(t, p)
	var kept *NotKeptError
	if err := tutor.Aside(errors.New("the disk does not answer"), t.TempDir()); !errors.As(err, &kept) || kept.Kept.String() != "an answer" || kept.Lost.String() != string(ledPart) {
		t.Errorf("it says %v", err)
	}
}

// TestAsideSaysWhyAlone where nothing waits, and that nothing could be written where no folder can.
func TestAsideSaysWhyAlone(t *testing.T) {
	tutor, hangs := open(t, t.TempDir(), small(t)), errors.New("the disk does not answer")
	gone := filepath.Join(t.TempDir(), "gone")
	if err := tutor.Aside(hangs, gone); err != hangs {
		t.Errorf("nothing was done: %v", err)
	}
	p := begin(t, tutor, Selection{Only: "a-request"})
	flush(t, tutor)
	if err := tutor.Aside(hangs, gone); err != hangs {
		t.Errorf("nothing waits: %v", err)
	}
	answerRight(t, p)
	var lost *NotKeptError
	if err := tutor.Aside(hangs, gone); !errors.As(err, &lost) || !lost.Nowhere || lost.Path != "" || len(lost.Lost) == 0 {
		t.Errorf("no folder can be written to: %v", err)
	}
	if paths := folder.RescuedIn("."); len(paths) > 0 {
		t.Errorf("there are %v", paths)
	}
	if _, err := os.Stat(gone); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}
