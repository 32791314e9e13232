package tutor

import (
	"context"
	"errors"
	"syscall"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal/file"
)

// full is a file on a disk that has no room.
type full struct{ File }

func (f full) Append(_ context.Context, _ int64, facts ...progress.Fact) ([]progress.Fact, error) {
	return nil, &file.NotSavedError{What: facts[0].Table(), Err: syscall.ENOSPC}
}

// TestAnEditedReflectionThatWasNotSavedReplacesWhatItDid, once it is taken in; and what was answered meanwhile in another window counts.
func TestAnEditedReflectionThatWasNotSavedReplacesWhatItDid(t *testing.T) {
	needsFiles(t, "a file is merged")
	dir, elsewhere := t.TempDir(), t.TempDir()
	tutor := reflected(t, dir, "A wording.")
	tutor.Record.Rewrite(tutor.Record.History().Reflections()[0], "A second wording.")
	flush(t, tutor)
	begin(t, tutor, Selection{Topic: "honesty"})
	flush(t, tutor)

	later := starting()
	later.now = later.now.Add(time.Minute)
	late := openAs(t, Options{Dir: dir, Rescue: []string{elsewhere}}, small(t), later)
	left, _ := late.Practices.Unfinished()
	windows := []*Practice{tutor.Practices.Resume(left), late.Practices.Resume(left)}
	answerRight(t, windows[0])
	flush(t, tutor)
	late.Record.file = full{late.Record.file}
	answerRight(t, windows[1])
	late.Record.Rewrite(late.Record.History().Reflections()[0], "A last wording.")
	var lost *NotKeptError
	if err := late.Leave(); !errors.As(err, &lost) || lost.Path == "" {
		t.Fatalf("it is said: %v", err)
	}

	record, err := folder.Open(folder.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	if m, err := record.Merge(lost.Path); err != nil || m.Again != 1 || m.NewAnswers != 0 || len(m.Conflicts) > 0 {
		t.Errorf("merged: %+v, %v", m, err)
	}
	after := open(t, dir, small(t))
	if h := after.Record.History(); texts(after) != "A last wording." || len(h.Answers()) != 2 {
		t.Errorf("there are the reflections %s, and %d answers", texts(after), len(h.Answers()))
	}
}
