// The tutor on a host: sessions that are led, files that somebody names, and leaving with something unsaved.
package tutor

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/progress/hosted/hostedtest"
	"probity/scenarios/induction"
)

// onHost is a doctor's tutor on a host, with the files of its own that it has there.
func onHost(t *testing.T, l *hostedtest.Learner, c *clock, files *hostedtest.Files, in string) *Tutor {
	t.Helper()
	r := l.Open(t)
	o := Options{File: r, Sessions: r.Sessions(), Door: Door{Own: files, In: strings.NewReader(in)}}
	kept := inMemory
	inMemory = false // the record is given
	defer func() { inMemory = kept }()
	return openAs(t, o, small(t), c)
}

// TestASessionOnAHostIsCarriedOnWhereItWas, from another terminal too. Where two lead it, the first finds out.
func TestASessionOnAHostIsCarriedOnWhereItWas(t *testing.T) {
	c := starting()
	l := hostedtest.New(func() time.Time { return c.now })
	tutor := onHost(t, l, c, hostedtest.NewFiles(), "")
	watch := onHost(t, l, c, hostedtest.NewFiles(), "").Rooms.Watch()
	r := led(t, tutor)
	does(t, r, forward, forward, counting("a", 4), counting("b", 3))
	want := stands(r.Session(), tutor.Clock.Now())
	flush(t, tutor)
	if s, fresh, err := watch.Look(); err != nil || !fresh || s.HandsFor("a") != 4 {
		t.Errorf("who follows sees %v, %v", fresh, err)
	}
	c.pass(3 * time.Hour)
	again := onHost(t, l, c, hostedtest.NewFiles(), "")
	left := again.Rooms.FindUnfinished().Do()
	if left.Err != nil || left.Latest == nil {
		t.Fatalf("%+v", left)
	}
	room := opened(t, again, left.Latest.ID)
	if err := room.CarryOn(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, stands(room.Session(), again.Clock.Now())); diff != "" {
		t.Errorf("carried on elsewhere (-was +is): %s", diff)
	}
	does(t, room, counting("b", 6))
	flush(t, again)
	does(t, r, counting("a", 5))
	if err := tutor.Flush(); err == nil || !strings.Contains(tutor.WhyUnsaved(err), "another window of yours leads this session") {
		t.Errorf("the first says %v", err)
	}
	if s, fresh, err := watch.Look(); err != nil || !fresh || s.HandsFor("b") != 6 {
		t.Errorf("who follows sees %v, %v", fresh, err)
	}
}

// TestNoPhoneIsLetInOnAHost: no port of it is opened for a room.
func TestNoPhoneIsLetInOnAHost(t *testing.T) {
	c := starting()
	tutor := onHost(t, hostedtest.New(func() time.Time { return c.now }), c, hostedtest.NewFiles(), "")
	if made := tutor.Rooms.Connect("127.0.0.1", 10, induction.Connected{}, "").Run(); !errors.Is(made.Err, errNoWifi) {
		t.Errorf("connecting: %v", made.Err)
	}
}

// TestADoorOnAHostHasNames and no ways to anything.
func TestADoorOnAHostHasNames(t *testing.T) {
	files := hostedtest.NewFiles()
	d := Door{Own: files, In: strings.NewReader("sent in")}
	holds := Holding([]byte("text"))
	for _, name := range []string{"/etc/passwd", "../x", "./x", "~/x", "~", "..", ".hidden", "a/b", `a\b`, "c:x", "x\x00", "a\nb", "-o", strings.Repeat("x", 300)} {
		if _, err := d.Read("file", name, 100); !errors.As(err, new(*NotOwnError)) {
			t.Errorf("reading %q: %v", name, err)
		}
		if _, err := d.Place(name, "", true, holds); !errors.As(err, new(*NotOwnError)) {
			t.Errorf("writing %q: %v", name, err)
		}
	}
	if asked := files.Asked(); len(asked) > 0 {
		t.Errorf("asked for are %q", asked)
	}
	if text, err := d.Read("file", "-", 100); err != nil || string(text) != "sent in" {
		t.Errorf("what is sent in: %q, %v", text, err)
	}
	if _, err := d.Read("file", "a.txt", 100); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
	for _, want := range []string{"a.txt", "a-2.txt", "a-3.txt"} {
		if path, err := d.Publish("", "a.txt", false, holds); path != want || err != nil {
			t.Errorf("numbered: %s, %v", path, err)
		}
	}
	if _, err := d.Place("a.txt", "", false, holds); !errors.As(err, new(*ExistsError)) {
		t.Errorf("over another: %v", err)
	}
	fails := errors.New("no typeface")
	if _, err := d.Place("a.txt", "", true, func(io.Writer) error { return fails }); !errors.Is(err, fails) {
		t.Errorf("what cannot be made: %v", err)
	}
	if text, err := d.Read("file", "a.txt", 4); err != nil || string(text) != "text" {
		t.Errorf("what is there: %q, %v", text, err)
	}
	if _, err := d.Read("file", "a.txt", 3); err == nil || !strings.Contains(err.Error(), "larger than such a file can be") {
		t.Errorf("what is too large: %v", err)
	}
}

// TestLeavingAHostWithSomethingUnsaved says that it is lost: no folder there is the learner's.
func TestLeavingAHostWithSomethingUnsaved(t *testing.T) {
	c := starting()
	l := hostedtest.New(func() time.Time { return c.now })
	tutor := onHost(t, l, c, hostedtest.NewFiles(), "")
	flush(t, tutor)
	if err := l.Open(t).Erase(t.Context()); err != nil { // by another window
		t.Fatal(err)
	}
	tutor.Record.Bookmark("friend-request")
	err := tutor.Flush()
	if said := tutor.Leaving("q", false); err == nil || !strings.Contains(said, "it is lost") || strings.Contains(said, "file of its own") {
		t.Errorf("asked is %q after %v", said, err)
	}
	var lost *NotKeptError
	if err := tutor.Leave(); !errors.As(err, &lost) || lost.Path != "" || strings.Contains(lost.Message(), "folder") {
		t.Errorf("leaving: %v", err)
	}
}
