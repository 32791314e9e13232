package induction

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"probity/scenarios/scenariostest"
)

// TestASessionIsItsFacts: whatever is done, folding the facts gives the session that made them, and facts cut short
// anywhere give the session as it was then.
func TestASessionIsItsFacts(t *testing.T) {
	keys := []string{
		">", ">", ">", ">", "<", "x", "x", "skip", "end", "close", "5:3", "0:7", "abstain:2", "pause", "run", "blank", "show", "extend:60", "jump:1", "jump:3", "jump:9",
		"add:extra", "add:other", "add:irish", "add:told-alone", "add:a-request/numb-again", "put:a", "put:b", "room:12", "room:6", "room:1", "up:30", "up:5000",
		"a:3", "b:5", "c:1", "4:2", "3:4", "a:99", "a:0", "phones:aab", "phones:bbbbbbbbbbb", "phones:", "moved", "connect", "wait:7", "wait:90", "wait:-40",
	}
	families := scenariostest.Families(t).Bank
	rapid.Check(t, func(t *rapid.T) {
		r := open(t, "best", "rate", "choose", "rank", "discuss")
		if rapid.Bool().Draw(t, "families") {
			r = openIn(t, families, "a-request", anOldFriend, "four-ways", "four-ways/from-her-brother", "three-steps")
		}
		checkpoints := []*Session{fold(t, r, 1)}
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(keys), 20, 80).Draw(t, "keys") {
			before := len(r.facts)
			_ = r.key(key)
			if len(r.facts) > before {
				checkpoints = append(checkpoints, fold(t, r, len(r.facts)))
				if !reflect.DeepEqual(r.s, checkpoints[before]) {
					t.Fatalf("after %s the session is\n%+v\nand its facts come to\n%+v", key, r.s, checkpoints[before])
				}
			}
			sound(t, r.s, r.now)
		}
		cut := rapid.IntRange(1, len(r.facts)).Draw(t, "cut")
		again := fold(t, r, cut)
		if !reflect.DeepEqual(again, checkpoints[cut-1]) {
			t.Fatalf("cut after %d facts, the session is not what it was then", cut)
		}
		if _, err := again.TakeUp(time.Time{}, r.now); err != nil || again.Running() {
			t.Fatalf("taken up: running %v, error %v", again.Running(), err)
		}
	})
}

func fold(t *rapid.T, r *room, n int) *Session {
	s, err := Resume(r.bank, r.facts[:n])
	if err != nil {
		t.Fatalf("the first %d facts: %v", n, err)
	}
	return s
}

// sound holds what is true of any session at any time.
func sound(t *rapid.T, s *Session, now time.Time) {
	n := s.Notes(now)
	sum := s.Closing(now)
	for _, stop := range s.Stops(now) {
		sum += stop.Spent
	}
	switch tally, shown := s.Spread(); {
	case sum != s.Spent(now):
		t.Fatalf("%v at the situations, %v in all", sum, s.Spent(now))
	case n.NotVoted > 0 && s.Round() == 0:
		t.Fatalf("%d have not voted, and there is no vote", n.NotVoted)
	case shown && s.Round() > 0 && !s.HasEnded():
		t.Fatalf("the spread is shown during a vote: %+v", tally)
	case s.Running() && !s.Timed():
		t.Fatal("a countdown runs where there is none")
	case n.NotVoted < 0:
		t.Fatalf("%d hands too many: %+v", -n.NotVoted, n.Polls)
	}
	for _, sh := range s.Shifts() {
		if sh.Before.Hands() > sh.Before.Room || sh.After.Hands() > sh.After.Room {
			t.Fatalf("more hands than people: %+v", sh)
		}
	}
}

// TestFactsThatCannotBe: a file that was edited is refused with the number of the entry and what is wrong.
func TestFactsThatCannotBe(t *testing.T) {
	began := Began{ID: "id", Title: "A test", Jurisdiction: "uk", Minutes: 60, Plan: []string{"best=7", "rate=7"}, Room: 10, At: nine}
	in := func(place int, step Step) Fact { return Entered{Place: place, Step: step, At: nine} }
	count := func(round int, action string, votes ...string) Fact {
		id := "best"
		if action != "" {
			id = "rate"
		}
		return Counted{Situation: id, Revision: 1, Round: round, Action: action, Votes: votes, Room: 10, At: nine}
	}
	other := func(edit func(*Began)) Fact {
		b := began
		edit(&b)
		return b
	}
	for _, c := range []struct {
		name  string
		facts []Fact
		want  string
	}{
		{"nothing", nil, "nothing in it"},
		{"no beginning", []Fact{in(1, Vote)}, "its beginning is missing"},
		{"two beginnings", []Fact{began, began}, "entry 2: the session has begun already"},
		{"a plan that is none", []Fact{other(func(b *Began) { b.Plan = []string{"best"} })}, `"best" where a situation and its minutes belong`},
		{"a situation gone", []Fact{other(func(b *Began) { b.Plan = []string{"gone=7"} })}, "gone: situation: is not in the library"},
		{"nobody there", []Fact{other(func(b *Began) { b.Room = 0 })}, "a room of 0"},
		{"no such step", []Fact{began, in(1, "lunch")}, `entry 2: there is no step "lunch"`},
		{"no such place", []Fact{began, in(3, Vote)}, "there is no situation 3"},
		{"skipped elsewhere", []Fact{began, Skipped{Place: 2, At: nine}}, "the room is at 1"},
		{"added behind", []Fact{began, Added{Place: 1, Situation: "extra", Minutes: 7, At: nine}}, "can't be put in at 1"},
		{"added for no time", []Fact{began, Added{Place: 2, Situation: "extra", At: nine}}, "minutes of \"extra\" is 0"},
		{"counted in the wrong round", []Fact{began, in(1, Vote), count(2, "", "a=1")}, "entry 3: hands are counted at a vote"},
		{"counted elsewhere", []Fact{began, in(2, Vote), count(1, "", "a=1")}, "hands are counted at a vote"},
		{"counted without an action", []Fact{began, in(1, Vote), Counted{Situation: "best", Revision: 1, Round: 1, Action: "a", Room: 10, At: nine}}, "not an action"},
		{"no such action", []Fact{began, in(2, Vote), count(1, "z", "4=1")}, `"z" is not an action`},
		{"a count in words", []Fact{began, in(1, Vote), count(1, "", "a=many")}, `"a=many" is not a count`},
		{"a choice twice", []Fact{began, in(1, Vote), count(1, "", "a=1", "a=2")}, "is not a count"},
		{"no such choice", []Fact{began, in(1, Vote), count(1, "", "z=1")}, `"z" is not a choice`},
		{"too many hands", []Fact{began, in(1, Vote), count(1, "", "a=6", "b=6")}, "12 hands in a room of 10, 2 too many"},
		{"more phones than votes", []Fact{began, in(1, Vote), Counted{Situation: "best", Revision: 1, Round: 1, Votes: []string{"a=1"}, Phones: []string{"a=2"}, Room: 10, At: nine}}, "the phones are among the votes"},
		{"phones for what is no choice", []Fact{began, in(1, Vote), Counted{Situation: "best", Revision: 1, Round: 1, Votes: []string{"a=1"}, Phones: []string{"z=1"}, Room: 10, At: nine}}, "not a choice"},
		{"moved before the second vote", []Fact{began, in(1, Vote), Moved{Situation: "best", At: nine}}, "after the second vote"},
		{"moved in no way there is", []Fact{began, in(1, VoteAgain), count(2, "", "a=2"), Moved{Situation: "best", Ways: []string{"a>z=5"}, At: nine}}, "from one choice to another"},
		{"moved in part", []Fact{began, in(1, VoteAgain), count(2, "", "a=2"), Moved{Situation: "best", Stayed: -1, At: nine}}, "fewer than nobody"},
		{"phones nowhere", []Fact{began, Connected{Host: "10.0.0.7", Port: 0, Code: "kfx", Secret: "X", At: nine}}, "it takes an address"},
		{"phones at the facilitator's path", []Fact{began, Connected{Host: "10.0.0.7", Port: 8040, Code: "f", Secret: "now", At: nine}}, "it takes an address"},
		{"phones at no address", []Fact{began, Connected{Host: "\x1b[31m…", Port: 8040, Code: "kfx", Secret: "X", At: nine}}, "it takes an address"},
		{"phones at no path", []Fact{began, Connected{Host: "10.0.0.7", Port: 8040, Code: "../x", Secret: "X", At: nine}}, "it takes an address"},
		{"phones at no host", []Fact{began, Connected{Web: "https://tutor.example.org/x", Code: "bcdfghj", Secret: "X", At: nine}}, "it takes an address"},
		{"phones at a host of another kind", []Fact{began, Connected{Web: "javascript://x", Code: "bcdfghj", Secret: "X", At: nine}}, "it takes an address"},
		{"another edition", []Fact{began, in(1, Vote), Counted{Situation: "best", Revision: 3, Round: 1, Votes: []string{"z=1"}, Room: 10, At: nine}}, "its edition 3"},
		{"still for less than no time", []Fact{began, TakenUp{Seconds: -1, At: nine}}, "less than no time"},
		{"turned to nothing", []Fact{began, Turned{To: "sour", At: nine}}, `can't turn to "sour"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Resume(testBank(), c.facts)
			if s != nil || err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("session %v, error %v; want one that says %q", s, err, c.want)
			}
		})
	}
}

func TestBeginRefuses(t *testing.T) {
	bank := testBank()
	plan, err := Build(bank, "A test", "uk", 60, Item{Situation: "best"})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Begin(bank, plan, 501, "id", "1", nine); err == nil || !strings.Contains(err.Error(), "2 to 500") {
		t.Errorf("a room of 501: %v", err)
	}
	if _, _, err := Begin(bank, Plan{Title: "Empty"}, 10, "id", "1", nine); err == nil {
		t.Error("a plan with mistakes is begun")
	}
	s, _, err := Begin(bank, plan, 10, "id", "1.0.0", nine.Add(time.Millisecond))
	if err != nil || !reflect.DeepEqual(s.Plan(), plan) || s.ID() != "id" || s.Library() != "1.0.0" {
		t.Errorf("the session has the plan %+v, error %v", s.Plan(), err)
	}
}

// TestFactsFitTheRecord: the number first, the time last, in between only what its writer can write, each key named.
func TestFactsFitTheRecord(t *testing.T) {
	for _, f := range []Fact{Began{}, Entered{}, Skipped{}, Added{}, Put{}, Counted{}, Moved{}, Connected{}, Seated{}, Extended{}, TakenUp{}, Turned{}} {
		v := reflect.TypeOf(f)
		kinds := []string{}
		for i := range v.NumField() {
			field := v.Field(i)
			kinds = append(kinds, field.Type.String())
			if field.Tag.Get("toml") == "" {
				t.Errorf("%s.%s has no key", v.Name(), field.Name)
			}
		}
		first, middle, last := kinds[0], kinds[1:len(kinds)-1], kinds[len(kinds)-1]
		if first != "int64" || last != "time.Time" {
			t.Errorf("%s begins with %s and ends with %s", v.Name(), first, last)
		}
		for _, k := range middle {
			if !strings.Contains(" string int []string induction.Step induction.State ", " "+k+" ") {
				t.Errorf("%s has a %s", v.Name(), k)
			}
		}
		if at := f.when(); !at.IsZero() {
			t.Errorf("%s happened at %v", v.Name(), at)
		}
	}
}

func TestShifts(t *testing.T) {
	r := open(t, "best", "choose", "discuss", "rank")
	const second = "> > > "
	err := r.press("> > a:5 b:3 d:2 " + second + "a:1 b:8 d:1 wait:30 > jump:2 > > a:2 b:4 d:1 h:2 x > > a:3 d:3 f:4 > jump:3 > > a:8 b:1 room:12 " + "x > > x")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"best: key 3/10 then 8/10, split a b, moved 5/10",
		"choose: key 3/9 then 10/10, split , moved 0/0",
		"discuss: key 0/0 then 0/0, split , moved 0/0",
	}
	shifts := r.s.Shifts()
	if len(shifts) != len(want) {
		t.Fatalf("%d shifts, want %d", len(shifts), len(want))
	}
	for i, sh := range shifts {
		split := ""
		for j, c := range sh.Split {
			split += strings.Repeat(" ", min(j, 1)) + c.Label
		}
		got := fmt.Sprintf("%s: key %d/%d then %d/%d, split %s, moved %d/%d", sh.Situation.ID,
			sh.KeyBefore.Hands, sh.KeyBefore.Of, sh.KeyAfter.Hands, sh.KeyAfter.Of, split, sh.Moved.Hands, sh.Moved.Of)
		if got != want[i] || sh.Revised {
			t.Errorf("%s, revised %v; want %s", got, sh.Revised, want[i])
		}
	}
	if sh := shifts[0]; sh.Spent != 30*time.Second || sh.Planned != 7*time.Minute || sh.Bars[1].After != 8 || sh.Bars[1].Label != "b" {
		t.Errorf("the first shift is %+v", sh)
	}
	if n := shifts[2].Before.NotVoted(); n != 3 {
		t.Errorf("%d had not voted when two more came in, want 3", n)
	}
	if sh := shifts[1]; sh.Before.NotVoted() != 1 || sh.After.NotVoted() != 0 {
		t.Errorf("%d and %d had not voted", sh.Before.NotVoted(), sh.After.NotVoted())
	}
	again := testBank()
	first, _ := again.Situation("best")
	first.Revision = 2
	revised, err := Resume(again, r.facts)
	if err != nil || !revised.Shifts()[0].Revised || revised.Shifts()[1].Revised {
		t.Errorf("a situation that was changed since is not told: %v", err)
	}
}
