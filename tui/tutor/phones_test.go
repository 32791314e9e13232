package tutor

import (
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"probity/scenarios/induction"
	"probity/scenarios/induction/box"
	"probity/tui/phones"
)

// connected is a session of ten that has begun, with phones that may vote.
func connected(t *testing.T) (*Tutor, *Room) {
	t.Helper()
	tutor := open(t, t.TempDir(), small(t))
	room := led(t, tutor)
	if err := room.Attach(NewPhones(nowhere{}, induction.Connected{Host: "192.168.178.23", Port: 8040, Code: "kfx", Secret: "Q7X"}, 10)); err != nil {
		t.Fatal(err)
	}
	return tutor, room
}

// nowhere is a listener at which nobody comes.
type nowhere struct{ net.Listener }

func (nowhere) Close() error { return nil }

func goes(t *testing.T, r *Room, acts ...Act) {
	t.Helper()
	for _, act := range acts {
		if err := r.Go(act); err != nil {
			t.Fatal(err)
		}
	}
}

// TestHandsAndPhonesMakeOneCount: eight phones and two hands are ten people, twice, and how minds changed is told of five at least.
func TestHandsAndPhonesMakeOneCount(t *testing.T) {
	_, room := connected(t)
	goes(t, room, forward, forward)
	all := browsers(t, room, 8)
	for _, b := range all {
		b.votes("a")
	}
	does(t, room, counting("c", 2))
	goes(t, room, forward)
	goes(t, room, forward, forward)
	for i, b := range all {
		b.votes([]string{"b", "a"}[i/5])
	}
	does(t, room, counting("c", 2))
	goes(t, room, forward)
	tally, shown := room.Session().Spread()
	if !shown || tally.Before.Votes["a"] != 8 || tally.Before.Phones["a"] != 8 || tally.After.Votes["b"] != 5 || tally.After.Votes["c"] != 2 {
		t.Errorf("%+v", tally)
	}
	if f := tally.Flow; len(f.Moves) != 1 || f.Moves[0] != (box.Move{From: "a", To: "b", Phones: 5}) || f.Stayed != 3 || f.Others != 0 {
		t.Errorf("%+v", f)
	}
}

// TestNotesOnAVoteByPhone: who types is told whose hands, and nobody is said not to have voted whose phone has.
func TestNotesOnAVoteByPhone(t *testing.T) {
	tutor, room := connected(t)
	goes(t, room, forward, forward)
	browsers(t, room, 1)[0].votes("a")
	does(t, room, counting("c", 2))
	p := tutor.Rooms.NotesOn(room.Session())
	if len(p.Votes) != 1 || !strings.HasPrefix(p.Votes[0], "So far: a: 0 · b: 0 · c: 2") || strings.Contains(p.Votes[0], "not voted") || !strings.Contains(p.Cue, "hands of those without one") {
		t.Errorf("%q, %q", p.Votes, p.Cue)
	}
	goes(t, room, (*induction.Session).CloseVote)
	if p := tutor.Rooms.NotesOn(room.Session()); !strings.HasPrefix(p.Votes[0], "Before: a: 1 · b: 0 · c: 2") || !strings.HasSuffix(p.Votes[0], "not voted: 7") {
		t.Errorf("%q", p.Votes)
	}
	goes(t, room, forward)
	says := room.notes().Says
	for i, a := range tutor.Rooms.NotesOn(room.Session()).Arguments {
		if want := a.Letter + ", " + a.Text + ": "; !strings.HasPrefix(says[len(says)-len(p.Arguments)+i], want) {
			t.Errorf("the facilitator's phone says %q, want %q", says, want)
		}
	}
}

// TestAnOpenVoteIsKeptToItself: a step forward that is refused counts no phone, and the notes tell of hands alone.
func TestAnOpenVoteIsKeptToItself(t *testing.T) {
	tutor, room := connected(t)
	goes(t, room, forward, forward)
	browsers(t, room, 1)[0].votes("a")
	does(t, room, counting("c", 2))
	if err := room.Forward(); err == nil || !strings.HasPrefix(err.Error(), "7 of 10 have not voted") || room.Session().PhonesCounted() != 0 {
		t.Fatalf("%v, %d phones counted", err, room.Session().PhonesCounted())
	}
	if p := tutor.Rooms.NotesOn(room.Session()); len(p.Votes) != 1 || !strings.HasPrefix(p.Votes[0], "So far: a: 0 · b: 0 · c: 2") {
		t.Errorf("%q", p.Votes)
	}
}

// TestMorePhonesThanPeople is said, and the vote goes on.
func TestMorePhonesThanPeople(t *testing.T) {
	_, room := connected(t)
	goes(t, room, forward, forward)
	for _, b := range browsers(t, room, 11) {
		b.votes("a")
	}
	err := room.Go(forward)
	if err == nil || !strings.Contains(err.Error(), "11 votes from 10 people") || room.Session().Round() != 1 {
		t.Fatalf("%v, in round %d", err, room.Session().Round())
	}
	does(t, room, func(s *induction.Session, now time.Time) (induction.Fact, error) { return s.Seat(11, now) })
	goes(t, room, forward)
	if tally, _ := room.Session().Spread(); tally.Before.Votes["a"] != 11 {
		t.Errorf("%+v", tally)
	}
}

// TestNothingBeforeItsTime: no byte that phones are sent before the reveal is the key's, or says how the room voted.
func TestNothingBeforeItsTime(t *testing.T) {
	_, room := connected(t)
	b := browsers(t, room, 1)[0]
	for room.Session().Step() != induction.Reveal {
		page, step := b.page(), room.Session().Step()
		if coming := room.Session().Round() == 0 && step != induction.BeforeAfter; strings.Contains(page, "the vote opens on this page") != coming {
			t.Errorf("at %s a vote is to come: %v, and the page is\n%s", step, coming, page)
		}
		if strings.Contains(page, "✓") || strings.Contains(page, `class="key"`) || strings.Contains(page, `class="answer"`) {
			t.Errorf("at %s:\n%s", room.Session().Step(), page)
		}
		for _, o := range room.Session().Situation().Options {
			if strings.Contains(page, o.Why) {
				t.Errorf("at %s a rationale is sent", room.Session().Step())
			}
		}
		if room.Session().Round() > 0 {
			b.votes("b")
		}
		closeVote := func(s *induction.Session, now time.Time) (induction.Fact, error) {
			if s.Round() > 0 {
				return s.CloseVote(now)
			}
			return s.Forward(now)
		}
		goes(t, room, closeVote)
	}
	if page := b.page(); !strings.Contains(page, "✓ the answer") {
		t.Errorf("at the reveal:\n%s", page)
	}
}

// TestTheFacilitatorsPhoneLeads: once for each page that it was shown.
func TestTheFacilitatorsPhoneLeads(t *testing.T) {
	_, room := connected(t)
	p := room.Phones()
	if got := p.Wants(News{asked: phones.Asked{Command: phones.Next, Revision: p.revision}}); got != phones.Next {
		t.Errorf("wants %v", got)
	}
	was := p.revision
	goes(t, room, forward)
	if got := p.Wants(News{asked: phones.Asked{Command: phones.Next, Revision: was}}); got != 0 {
		t.Errorf("the room has gone on, and it wants %v", got)
	}
	for room.Session().Step() != induction.Reveal {
		goes(t, room, func(s *induction.Session, now time.Time) (induction.Fact, error) {
			if s.Round() > 0 {
				return s.CloseVote(now)
			}
			return s.Forward(now)
		})
	}
	was = p.revision // two facilitators press at once: one rationale
	if !room.Explain(+1) || p.Wants(News{asked: phones.Asked{Command: phones.Next, Revision: was}}) != 0 {
		t.Error("a rationale was shown, and the page before leads on still")
	}
	goes(t, room, forward)
	if room.Explained() != 0 || room.Explain(+1) || room.Explain(-1) {
		t.Error("a rationale is shown past the answer")
	}
}

// TestPhonesFindTheRoomAgain: a session that is carried on is at the same path, and where it cannot be at the same port that is said.
func TestPhonesFindTheRoomAgain(t *testing.T) {
	tutor, room := connected(t)
	at, ok := room.Session().Phones()
	if !ok || room.Phones().Address() != "http://192.168.178.23:8040/kfx" || at.Own() != "http://192.168.178.23:8040/f/Q7X" {
		t.Fatalf("%+v at %s", at, room.Phones().Address())
	}
	again := tutor.Rooms.Connect("", 10, at, "").Run()
	if again.Err != nil {
		t.Skip("this computer is in no network: ", again.Err)
	}
	defer again.Phones.Close()
	if now := again.Phones.at; now.Code != at.Code || now.Secret != at.Secret || again.Moved != !now.Same(at) {
		t.Errorf("%+v, moved: %v", now, again.Moved)
	}
	served := make(chan error, 1)
	go func() { served <- again.Phones.Serve().Run() }()
	again.Phones.Close()
	if err := <-served; err != nil && !errors.Is(err, net.ErrClosed) {
		t.Errorf("closed: %v", err)
	}
	if news := again.Phones.News().Run(); news.More {
		t.Error("there is news of phones that are closed")
	}
}

// TestPhonesShowHowSureTheyAre at the closing: beside hands, with nothing of a situation on the page.
func TestPhonesShowHowSureTheyAre(t *testing.T) {
	_, room := connected(t)
	goes(t, room, forward, (*induction.Session).Close)
	all := browsers(t, room, 3)
	if page := all[0].page(); !strings.Contains(page, "What we met") || strings.Contains(page, "<form") {
		t.Errorf("before the vote there is\n%s", page)
	}
	goes(t, room, forward)
	if page := all[0].page(); !strings.Contains(page, "How sure are you") || !strings.Contains(page, "One vote each") || strings.Contains(page, "Situation ") {
		t.Errorf("the page is\n%s", page)
	}
	for _, b := range all {
		b.votes("4")
	}
	does(t, room, counting("0", 7))
	goes(t, room, forward)
	if fist, ok := room.session.FistToFive(); !ok || fist.Bars[1].Before != 3 || fist.Bars[5].Before != 7 || fist.Before.NotVoted() != 0 {
		t.Errorf("the fist is %+v, %v", fist, ok)
	}
}

// TestWhatWasCountedStands where a vote is gone back to and its phones are gone, until they vote again.
func TestWhatWasCountedStands(t *testing.T) {
	_, room := connected(t)
	goes(t, room, forward, forward)
	for _, b := range browsers(t, room, 6) {
		b.votes("a")
	}
	does(t, room, counting("c", 4))
	goes(t, room, forward)
	at, _ := room.Session().Phones()
	if err := room.Attach(NewPhones(nowhere{}, at, 10)); err != nil { // as after the program was started again
		t.Fatal(err)
	}
	goes(t, room, (*induction.Session).Back, forward)
	if tally, _ := room.Session().Spread(); tally.Before.Votes["a"] != 6 || tally.Before.Phones["a"] != 6 || tally.Before.Votes["c"] != 4 {
		t.Errorf("%+v", tally.Before)
	}
	goes(t, room, (*induction.Session).Back)
	for _, b := range browsers(t, room, 6) {
		b.votes("b")
	}
	goes(t, room, forward)
	if tally, _ := room.Session().Spread(); tally.Before.Votes["a"] != 0 || tally.Before.Votes["b"] != 6 || tally.Before.Votes["c"] != 4 {
		t.Errorf("%+v", tally.Before)
	}
}
