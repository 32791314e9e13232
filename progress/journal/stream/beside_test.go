package stream

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"testing"
	"time"

	"probity/progress/journal/stream/node"
)

// TestFilesBesideNeedNoRecord: they can be written, listed and removed before there is a fact.
func TestFilesBesideNeedNoRecord(t *testing.T) {
	e := embedded(t, t.TempDir())
	s := store(t, e, "learner")
	if names := must(s.ListBeside("copies"))(t); names != nil {
		t.Errorf("before anything is kept there is %q", names)
	}
	for _, name := range []string{"copies/two.toml", "copies/one.toml", "drafts/one.toml", "copies/one.toml"} {
		check(t, s.WriteBeside(name, []byte("text of "+name)))
	}
	other := store(t, e, "learner")
	if names := must(other.ListBeside("copies"))(t); !slices.Equal(names, []string{"one.toml", "two.toml"}) {
		t.Errorf("there is %q", names)
	}
	if text := must(other.ReadBeside("copies/one.toml"))(t); string(text) != "text of copies/one.toml" {
		t.Errorf("it reads %q", text)
	}
	check(t, other.RemoveBeside("copies/one.toml"))
	if text := must(s.ReadBeside("copies/one.toml"))(t); text != nil {
		t.Errorf("after removal it reads %q", text)
	}
	if err := s.RemoveBeside("copies/one.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("removing what is not there: %v", err)
	}
	if text := must(store(t, e, "another").ReadBeside("drafts/one.toml"))(t); text != nil {
		t.Errorf("another learner reads %q", text)
	}
}

// TestAFileOfAnySizeIsOne: one that is longer than a message is in several, and comes back whole; so does an empty one.
func TestAFileOfAnySizeIsOne(t *testing.T) {
	s := store(t, embedded(t, t.TempDir()), "learner")
	for _, text := range [][]byte{bytes.Repeat([]byte("0123456789"), node.MaxPayload/10+1), {}, []byte("short")} {
		check(t, s.WriteBeside("copy", text))
		if got := must(s.ReadBeside("copy"))(t); got == nil || !bytes.Equal(got, text) {
			t.Errorf("of %d bytes %d were read", len(text), len(got))
		}
	}
}

// TestTwoWindowsMakeOneFile: each has what the first one made, and a key that has signed something is never replaced.
func TestTwoWindowsMakeOneFile(t *testing.T) {
	e := embedded(t, t.TempDir())
	var made sync.Map
	var wait sync.WaitGroup
	for i := range 8 {
		s := store(t, e, "learner")
		wait.Go(func() {
			there, err := s.MakeBeside("signing.pem", fmt.Append(nil, i))
			if err != nil {
				t.Error(err)
			}
			made.Store(string(there), true)
		})
	}
	wait.Wait()
	n := 0
	made.Range(func(any, any) bool { n++; return true })
	if n != 1 {
		t.Errorf("there are %d files", n)
	}
}

// TestNoPartOfAFileIsLong: on a slow line each comes within the time that an answer has.
func TestNoPartOfAFileIsLong(t *testing.T) {
	s := store(t, embedded(t, t.TempDir()), "learner")
	text := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	check(t, s.WriteBeside("file", text))
	m, _ := must2(s.engine.last(t.Context(), s.stream, s.file("file")))(t)
	for _, part := range must(s.engine.all(t.Context(), s.stream, s.file("file"), 1, m.place))(t) {
		if time.Duration(len(part.data))*time.Second/slowest > answerWithin {
			t.Errorf("one has %d bytes", len(part.data))
		}
	}
	if got := must(s.ReadBeside("file"))(t); !bytes.Equal(got, text) {
		t.Errorf("%d bytes are read", len(got))
	}
}
