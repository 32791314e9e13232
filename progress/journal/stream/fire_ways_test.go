package stream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/progress/journal/journaltest"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

// way is one on which something comes into a record on a host, or goes from it. It may break off at each request to the store.
type way struct {
	anew   bool                                // there is no record before
	begin  func(w *window)                     // what the window has done before; nil for nothing
	do     func(w *window, more bool) error    // more is whether something came to it since it failed
	grows  bool                                // something may
	again  bool                                // another window can do it again, where this one is gone
	midway func(is, was, will content) bool    // whether what broke off may be left so; nil for as it was, or as it will be
	gone   func(t *testing.T, s *Store) traces // of what nothing is left; nil for nothing
}

const (
	thought = "I should have waited for the consultant"
	session = "20261122-120000-abcd"
	ownCopy = "copies/gmc.txt"
)

// at is a time that is told apart in a record.
func at(n int) time.Time { return journaltest.Clock().Add(time.Duration(n) * time.Minute) }

func answered(n int) progress.Fact {
	return progress.Answer{Sitting: "s", Scenario: fmt.Sprint("situation-", n), Chosen: []string{"a"}, Marks: 1, Of: 1, At: at(n)}
}

// held are the facts that a record holds before something is done.
func held() []progress.Fact {
	return []progress.Fact{
		answered(1), progress.Reflection{Scenario: "x", Text: thought, At: at(2)}, answered(3),
		progress.Reflection{Scenario: "y", Text: "it stays", At: at(4)}, progress.Undo{Of: 3, At: at(5)},
	}
}

// stand makes the record that most paths begin with, with a draft that quotes a reflection.
func (w *window) stand() error {
	if err := w.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"}); err != nil {
		return err
	}
	if _, err := w.Append(context.Background(), 0, held()...); err != nil {
		return err
	}
	return w.WriteBeside(folder.CertificateDraft, []byte("what = \""+thought+"\"\n"))
}

// first saves the first facts of a record.
func first(facts ...progress.Fact) func(*window, bool) error {
	return func(w *window, more bool) error { return w.append(0, more, facts) }
}

// appends saves facts behind those that a record holds.
func appends(facts ...progress.Fact) func(*window, bool) error {
	return func(w *window, more bool) error { return w.append(int64(len(held())), more, facts) }
}

// sets saves facts behind whatever there is.
func sets(facts ...progress.Fact) func(*window, bool) error {
	return func(w *window, more bool) error { return w.append(journal.Any, more, facts) }
}

func (w *window) append(after int64, more bool, facts []progress.Fact) error {
	if more {
		facts = append(slices.Clone(facts), answered(99))
	}
	_, err := w.Append(context.Background(), after, facts...)
	return err
}

// leads saves acts of a session.
func leads(acts ...induction.Fact) func(*window, bool) error {
	return func(w *window, more bool) error {
		given := slices.Clone(acts)
		if more {
			given = append(given, induction.Extended{At: at(99)})
		}
		return w.led.Append(context.Background(), journal.Any, given...)
	}
}

// merges has a record take in what another machine holds.
func merges(facts ...progress.Fact) func(*window, bool) error {
	text := tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: progress.Learner{Role: "doctor", Jurisdiction: "uk"}})
	for i, f := range facts {
		one, err := tables.Encode(progress.Stamped(f, int64(i+1), at(0)))
		if err != nil {
			panic(err) // it is one of these files
		}
		text = append(text, one...)
	}
	return func(w *window, _ bool) error { _, err := w.Merge("progress.toml", text); return err }
}

// writes writes an entry beside the record.
func writes(name string, text []byte) func(*window, bool) error {
	return func(w *window, _ bool) error { return w.WriteBeside(name, text) }
}

// creates makes the record, which is there already where the answer to that was lost.
func creates(w *window, _ bool) error {
	err := w.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"})
	if _, there := w.Learner(); there && errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

func removes(w *window, _ bool) error {
	if err := w.RemoveBeside(folder.CertificateDraft); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func forgets(w *window, _ bool) error {
	_, err := w.ForgetReflection(progress.Reflection{Seq: 2, Scenario: "x", Text: thought, At: at(2)})
	return err
}

func erases(w *window, _ bool) error { _, err := w.EraseAll(); return err }

func numbered(w *window, _ bool) error {
	_, err := w.Pseudonym("7d444840-9dc0-11d1-b245-5ffdce74fad2")
	return err
}

// headAlone is a record that is begun, and holds nothing yet.
func headAlone(is, _, _ content) bool {
	return len(is.facts) == 0 && len(is.beside) == 1 && is.beside["learner"] != ""
}

// onTheWay is a reflection that is not forgotten yet, with marks and drafts as they were or will be.
func onTheWay(is, was, will content) bool {
	for name, text := range is.beside {
		if text != was.beside[name] && text != will.beside[name] {
			return false
		}
	}
	return slices.Equal(is.facts, was.facts)
}

// thatDraft and the others are what nothing is left of.
func thatDraft(t *testing.T, s *Store) traces {
	left := traces{}
	left.add(t, "the draft", s, s.file(folder.CertificateDraft))
	return left
}

func thatReflection(t *testing.T, s *Store) traces {
	left := thatDraft(t, s)
	left.add(t, "fact", s, s.subject)
	maps.DeleteFunc(left, func(what string, _ []byte) bool { return what == "fact 1" || what > "fact 2" && what < "fact 9" })
	return left
}

func everything(t *testing.T, s *Store) traces {
	left := thatDraft(t, s)
	left.add(t, "fact", s, s.subject)
	m, _ := must2(s.engine.last(t.Context(), keyStream, keySubject(s.learner)))(t)
	left["the key"] = m.data
	return left
}

// ways are those of a host's learner.
func ways() map[string]way {
	begun := induction.Began{ID: session, Title: "Monday", At: at(6)}
	starts := func(w *window) { w.led = w.Sessions().New(session) }
	goes := func(w *window) { starts(w); w.failed = leads(begun)(w, false) }
	create := func(w *window) { w.failed = creates(w, false) }
	return map[string]way{
		"the first answer":           {anew: true, grows: true, begin: create, do: first(answered(1))},
		"a record is begun":          {anew: true, again: true, do: creates},
		"an answer":                  {grows: true, do: appends(answered(6))},
		"an assessment is handed in": {grows: true, do: appends(answered(6), progress.Submit{Sitting: "s", At: at(7)})},
		"an answer is taken back":    {grows: true, do: appends(progress.Undo{Of: 1, At: at(6)})},
		"a setting":                  {grows: true, do: sets(progress.Setting{Name: "theme", Value: "dark", At: at(6)})},
		"a certificate is noted":     {grows: true, do: appends(progress.Certified{Number: "7", Digest: "d", At: at(6)})},
		"a session begins":           {grows: true, begin: starts, do: leads(begun)},
		"a session goes on":          {grows: true, begin: goes, do: leads(induction.Extended{At: at(7)}, induction.Extended{At: at(8)})},
		"a draft is written":         {again: true, do: writes(folder.CertificateDraft, []byte("x = 1\n")), gone: thatDraft},
		"a draft is removed":         {again: true, do: removes, gone: thatDraft},
		"a copy is written":          {again: true, do: writes(ownCopy, bytes.Repeat([]byte("0123456789abcdef"), partSize/16+100))},
		"a number for exports":       {again: true, do: numbered},
		"a record is brought along":  {anew: true, again: true, do: merges(held()...), midway: headAlone},
		"a record goes on":           {again: true, do: merges(append(held(), answered(6), answered(7))...)},
		"a record is put in between": {again: true, do: merges(answered(0), answered(1))},
		"a reflection is forgotten":  {again: true, do: forgets, midway: onTheWay, gone: thatReflection},
		"everything is erased":       {again: true, begin: goes, do: erases, gone: everything},
	}
}
