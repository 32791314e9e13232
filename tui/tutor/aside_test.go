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
	tutor.rescue = []string{filepath.Join(elsewhere, "gone"), elsewhere}
	p := begin(t, tutor, Selection{Only: "a-request"})
	flush(t, tutor)
	answerRight(t, p)
	writes := tutor.Write() // hangs
	p.Reflect("waits in the queue")
	tutor.Record.outbox.waiting.Lock() // as whoever waits for the write has it
	defer tutor.Record.outbox.waiting.Unlock()
	hangs := errors.New("the disk does not answer")
	result := make(chan error)
	go func() { result <- tutor.Aside(hangs) }()
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

// TestAsideSaysWhyAlone where nothing waits, and that nothing could be written where no folder can.
func TestAsideSaysWhyAlone(t *testing.T) {
	tutor, hangs := open(t, t.TempDir(), small(t)), errors.New("the disk does not answer")
	tutor.rescue = []string{filepath.Join(t.TempDir(), "gone")}
	if err := tutor.Aside(hangs); err != hangs {
		t.Errorf("nothing was done: %v", err)
	}
	p := begin(t, tutor, Selection{Only: "a-request"})
	flush(t, tutor)
	if err := tutor.Aside(hangs); err != hangs {
		t.Errorf("nothing waits: %v", err)
	}
	answerRight(t, p)
	var lost *NotKeptError
	if err := tutor.Aside(hangs); !errors.As(err, &lost) || !lost.Nowhere || lost.Path != "" || len(lost.Lost) == 0 {
		t.Errorf("no folder can be written to: %v", err)
	}
	if paths := folder.RescuedIn("."); len(paths) > 0 {
		t.Errorf("there are %v", paths)
	}
	if _, err := os.Stat(tutor.rescue[0]); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}
