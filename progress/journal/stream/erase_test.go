package stream

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/journal"
)

// traces is what may tell of a learner in the files of a store.
type traces map[string][]byte

// leave saves facts and files, and returns what they leave in the files of the store.
func leave(t *testing.T, s *Store) traces {
	t.Helper()
	const said, drafted = "what I would do otherwise now", "given in a draft"
	for range 3 {
		_, err := s.Append(t.Context(), journal.Any, progress.Reflection{Text: said}, progress.Setting{Name: "timezone"})
		check(t, err)
	}
	check(t, s.WriteBeside("draft", []byte(drafted+" before")))
	left := traces{"plain text": []byte(said), "a plain file": []byte(drafted)}
	left.add(t, "a draft that was replaced", s, s.file("draft"))
	check(t, s.WriteBeside("draft", []byte(drafted)))
	left.add(t, "a sealed fact", s, s.subject)
	left.add(t, "a sealed file", s, s.file("draft"))
	m, there := must2(s.engine.last(t.Context(), keyStream, keySubject(s.learner)))(t)
	if !there {
		t.Fatal("there is no key")
	}
	left["the key"] = m.data
	return left
}

// add notes the messages of a subject.
func (left traces) add(t *testing.T, what string, s *Store, subject string) {
	t.Helper()
	m, there := must2(s.engine.last(t.Context(), s.stream, subject))(t)
	if !there {
		t.Fatalf("%s: there is none", what)
	}
	for i, m := range must(s.engine.all(t.Context(), s.stream, subject, 1, m.place))(t) {
		left[what+" "+string(rune('1'+i))] = m.data[len(m.data)-24:] // of its seal, which is of random bytes
	}
}

// found names the traces that are in the files of a folder.
func (left traces) found(t *testing.T, folder string) (names []string) {
	t.Helper()
	check(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || err == nil && d.IsDir() {
			return nil
		}
		text, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) { // a server may remove files of its own meanwhile
			return nil
		}
		for what, trace := range left {
			if bytes.Contains(text, trace) {
				names = append(names, what+" in "+path[len(folder):])
			}
		}
		return err
	}))
	slices.Sort(names)
	return names
}

// stay names the traces that are in the files of a folder still after a minute; none once all are gone.
func (left traces) stay(t *testing.T, folder string) (names []string) {
	t.Helper()
	_ = retry(t.Context(), time.Minute, time.Minute, func(context.Context) error {
		if names = left.found(t, folder); names != nil {
			return errLagging
		}
		return nil
	})
	return names
}

// TestNothingOfALearnerIsLeft: once erased there is no byte of the facts, the files or the key, plain or sealed, and none comes back when
// the store is opened anew. What is another learner's stays.
func TestNothingOfALearnerIsLeft(t *testing.T) {
	folder := t.TempDir()
	e := must(Embed(t.Context(), folder, options()))(t)
	stays := leave(t, store(t, e, "another"))
	s := store(t, e, "learner")
	left := leave(t, s)
	if found := left.found(t, folder); len(found) != len(left)-3 { // plain text twice, and the draft that was replaced
		t.Fatalf("before, of %d traces there are %q", len(left), found)
	}
	left["the learner's token"] = []byte(s.learner)
	check(t, s.Erase(t.Context()))
	if found := left.found(t, folder); found != nil {
		t.Errorf("after erasing there is %q", found)
	}
	check(t, e.Close())
	for range 2 {
		if found := left.found(t, folder); found != nil {
			t.Errorf("after closing there is %q", found)
		}
		e := must(Embed(t.Context(), folder, options()))(t)
		last, err := store(t, e, "learner").Read(t.Context(), 0, func(progress.Fact) error { return nil })
		if err != nil || last != 0 {
			t.Errorf("fact %d is left: %v", last, err)
		}
		if last, err = store(t, e, "another").Read(t.Context(), 0, func(progress.Fact) error { return nil }); err != nil || last != 6 {
			t.Errorf("another's record ends at %d: %v", last, err)
		}
		check(t, e.Close())
	}
	if found := stays.found(t, folder); len(found) != len(stays)-3 {
		t.Errorf("of another's %d traces there are %q", len(stays), found)
	}
}

// TestAForgottenFactLeavesNothing: what it was sealed as is overwritten, and what stands around it stays.
func TestAForgottenFactLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	s := store(t, embedded(t, folder), "learner")
	_, err := s.Append(t.Context(), 0, settings("a", "b", "c")...)
	check(t, err)
	left := traces{}
	left.add(t, "a sealed fact", s, s.subject)
	check(t, s.Forget(t.Context(), 1, 3))
	if found := left.found(t, folder); len(found) != 1 || !strings.HasPrefix(found[0], "a sealed fact 2 in ") {
		t.Errorf("there is %q", found)
	}
	holds(t, s, "2b")
}

// TestForgettingThatBrokeOffCountsAndIsFinished: from when on it is noted which facts are forgotten, nobody reads them, and who forgets
// them again takes them away. A number that was used again is not meant.
func TestForgettingThatBrokeOffCountsAndIsFinished(t *testing.T) {
	folder := t.TempDir()
	s := store(t, embedded(t, folder), "learner")
	_, err := s.Append(t.Context(), 0, settings("a", "b", "c")...)
	check(t, err)
	left := traces{}
	left.add(t, "a sealed fact", s, s.subject)
	l, at, _ := s.what()
	note := label{rewrote: 1, kind: forgot, number: 2}
	places := encodePlaces([]uint64{at.place - 2, at.place})
	_, err = s.commit(t.Context(), l, attempt{at: at, sealed: [][]byte{l.seal(s.subject, note, places)}})
	check(t, err)
	_, err = s.Append(t.Context(), journal.Any, settings("d")...)
	check(t, err)
	holds(t, s, "2b", "3d")
	check(t, s.Forget(t.Context(), 1))
	if found := left.found(t, folder); len(found) != 1 || !strings.HasPrefix(found[0], "a sealed fact 2 in ") {
		t.Errorf("there is %q", found)
	}
	holds(t, s, "2b", "3d")
}

// TestNothingOfALearnerIsLeftOnAnyNode holds that also of the logs by which three nodes keep three copies. (The token of a
// learner may stand in the index of a node that was restarted, which the server writes anew every two minutes.) While a copy is away nothing is
// erased: that one would come back with what the others erased.
func TestNothingOfALearnerIsLeftOnAnyNode(t *testing.T) {
	c := cluster(t)
	e := c.engine(t, 0)
	s := store(t, e, "learner")
	left := leave(t, s)
	if found := left.found(t, c.folder); len(found) < 3*(len(left)-3) {
		t.Fatalf("before, of %d traces there are %q", len(left), found)
	}
	c.end(2)
	e.wait = time.Minute
	check(t, e.Healthy(t.Context())) // others lead now what that one led
	must2(e.last(t.Context(), s.stream, s.subject))(t)
	refuses(t, s)
	c.begin(t, 2)
	check(t, s.Erase(t.Context()))
	if found := left.stay(t, c.folder); found != nil { // the copies follow
		t.Errorf("after erasing there is %q", found)
	}
	c.stop()
	if found := left.found(t, c.folder); found != nil {
		t.Errorf("after stopping there is %q", found)
	}
	c.start(t)
	last, err := store(t, c.engine(t, 1), "learner").Read(t.Context(), 0, func(progress.Fact) error { return nil })
	if err != nil || last != 0 {
		t.Errorf("fact %d is left: %v", last, err)
	}
	if found := left.found(t, c.folder); found != nil {
		t.Errorf("after a restart there is %q", found)
	}
}

// refuses checks that a record is not erased while a copy is away, and what is said then; saving goes on.
func refuses(t *testing.T, s *Store) {
	t.Helper()
	err := denied(t, s, s.Erase)
	var said *NotDoneError
	const words = "Something went wrong with erasing your record: one of the servers that keep a copy of it is away, and would keep it. " +
		"Wait until it is back, then try again."
	if !errors.As(err, &said) || said.Message() != words {
		t.Errorf("it is said: %v", err)
	}
	if err := denied(t, s, s.Whole); !errors.Is(err, errCopyDown) {
		t.Errorf("whether all copies are there: %v", err)
	}
	if _, err := s.Append(t.Context(), journal.Any, progress.Setting{Name: "a"}); err != nil {
		t.Errorf("afterwards nothing is saved: %v", err)
	}
}

// denied does something again, and waits little, until it is not done since a copy is away: other answers may be late or lost meanwhile.
func denied(t *testing.T, s *Store, do func(context.Context) error) (err error) {
	t.Helper()
	defer func(wait time.Duration) { s.engine.wait = wait }(s.engine.wait)
	s.engine.wait = answerWithin
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		if err = do(t.Context()); err == nil || errors.Is(err, errCopyDown) {
			break
		}
	}
	return err
}
