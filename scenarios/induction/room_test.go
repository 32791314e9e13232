package induction

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/induction/box"
)

var nine = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// testBank has a situation of each format, named after it, two more best ones, and one of Ireland alone.
func testBank() *scenarios.Bank {
	named := func(id, format string, options int, key ...string) *scenarios.Situation {
		f, _ := scenarios.FormatNamed(format)
		s := &scenarios.Situation{
			ID: id, Revision: 1, Format: f, Key: key, Principle: "friends", Title: "Title of " + id,
			Jurisdictions: []guidance.Jurisdiction{guidance.UK, guidance.Ireland}, Talk: []string{"Why?", "What else?"},
		}
		for i := range options {
			l := scenarios.Letter(i)
			s.Options = append(s.Options, scenarios.Option{ID: l, Text: "text " + l, Why: "why " + l, Cites: []string{"source/" + l}})
		}
		return s
	}
	irish := named("irish", "best", 4, "a")
	irish.Jurisdictions = []guidance.Jurisdiction{guidance.Ireland}
	return scenarios.NewBank([]scenarios.Topic{{ID: "t"}}, []scenarios.Principle{{ID: "friends", Topic: "t", Lesson: "The lesson."}},
		[]*scenarios.Situation{
			named("best", "best", 4, "b"),
			named("choose", "choose", 8, "a", "d", "f"),
			named("rank", "rank", 5, "c", "a", "e", "b", "d"),
			named("rate", "rate", 4, "a=4", "b=1", "c=3", "d=1"),
			named("discuss", "discuss", 3),
			named("extra", "best", 4, "a"),
			named("other", "best", 5, "e"),
			irish,
		})
}

// room plays a session for a test: keys as a facilitator might press them, with the time that goes by.
type room struct {
	t     tester
	bank  *scenarios.Bank
	s     *Session
	now   time.Time
	facts []Fact
}

// tester is a test of either kind.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// open begins a session of ten people, seven minutes a situation.
func open(t tester, situations ...string) *room {
	t.Helper()
	return openIn(t, testBank(), situations...)
}

// openIn is open with another library.
func openIn(t tester, bank *scenarios.Bank, situations ...string) *room {
	t.Helper()
	r := &room{t: t, bank: bank, now: nine}
	var items []Item
	for _, id := range situations {
		items = append(items, Item{Situation: id})
	}
	plan, err := Build(r.bank, "A test", guidance.UK, 60, items...)
	if err != nil {
		t.Fatal(err)
	}
	s, f, err := Begin(r.bank, plan, 10, "id", "1.0.0", nine)
	if err != nil {
		t.Fatal(err)
	}
	r.s, r.facts = s, []Fact{f}
	return r
}

// press plays keys, with spaces between them, and returns the last one's error; an earlier one fails the test.
func (r *room) press(keys string) (err error) {
	r.t.Helper()
	for _, key := range strings.Fields(keys) {
		if err != nil {
			r.t.Fatalf("before %q: %v", key, err)
		}
		err = r.key(key)
	}
	return err
}

// key plays one: > forward, < back, x close the vote, skip, close for the closing, end, pause, run, blank, show, wait:90 seconds, extend:60,
// jump:2, add:id, put:c, room:12, up:30 for thirty seconds of lying still, a:4 for four hands for a, phones:aab for phones that voted so, and moved
// for a flow of theirs.
func (r *room) key(key string) error {
	name, value, _ := strings.Cut(key, ":")
	n, _ := strconv.Atoi(value)
	act := map[string]func() (Fact, error){
		">":       func() (Fact, error) { return r.s.Forward(r.now) },
		"<":       func() (Fact, error) { return r.s.Back(r.now) },
		"x":       func() (Fact, error) { return r.s.CloseVote(r.now) },
		"close":   func() (Fact, error) { return r.s.Close(r.now) },
		"skip":    func() (Fact, error) { return r.s.Skip(r.now) },
		"abstain": func() (Fact, error) { return r.s.Abstain(n, r.now) },
		"end":     func() (Fact, error) { return r.s.End(r.now) },
		"pause":   func() (Fact, error) { return r.s.Pause(r.now) },
		"run":     func() (Fact, error) { return r.s.Unpause(r.now) },
		"blank":   func() (Fact, error) { return r.s.Blank(r.now) },
		"show":    func() (Fact, error) { return r.s.Show(r.now) },
		"extend":  func() (Fact, error) { return r.s.Extend(time.Duration(n)*time.Second, r.now) },
		"jump":    func() (Fact, error) { return r.s.Jump(n, r.now) },
		"add":     func() (Fact, error) { return r.s.Add(value, 0, r.now) },
		"put":     func() (Fact, error) { return r.s.Put(value, r.now) },
		"room":    func() (Fact, error) { return r.s.Seat(n, r.now) },
		"phones":  func() (Fact, error) { return r.s.CountPhones(phones(value), r.now) },
		"connect": func() (Fact, error) {
			return r.s.Connect(Connected{Host: "10.0.0.7", Port: 8040, Code: "kfx", Secret: "Q7X"}, r.now)
		},
		"moved": func() (Fact, error) {
			return r.s.Move(box.Flow{Stayed: 1, Others: 1, Moves: []box.Move{{From: "b", To: "a", Phones: 5}}}, r.now)
		},
		"up": func() (Fact, error) {
			alive := r.now
			r.now = r.now.Add(time.Duration(n) * time.Second)
			return r.s.TakeUp(alive, r.now)
		},
		"wait": func() (Fact, error) {
			r.now = r.now.Add(time.Duration(n) * time.Second)
			return nil, nil
		},
	}[name]
	if act == nil {
		act = func() (Fact, error) { return r.s.Count(name, n, r.now) }
	}
	f, err := act()
	if f != nil {
		r.facts = append(r.facts, f)
	}
	return err
}

// phones is what was voted by phone: a letter for each.
func phones(each string) Votes {
	votes := Votes{}
	for _, choice := range each {
		votes[string(choice)]++
	}
	return votes
}

// stands says where the session is, as "2/3 vote", with what else is out of the ordinary.
func (r *room) stands() string {
	n, of := r.s.Place()
	out := fmt.Sprintf("%d/%d %s", n, of, r.s.Step())
	for _, also := range []struct {
		is   bool
		word string
	}{{r.s.IsBlank(), "blank"}, {r.s.HasEnded(), "ended"}} {
		if also.is {
			out += " " + also.word
		}
	}
	return out
}
