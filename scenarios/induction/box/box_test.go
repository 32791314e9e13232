package box

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

var (
	first  = Round{Situation: "a-photo/1", Number: 1}
	second = Round{Situation: "a-photo/1", Number: 2}
	next   = Round{Situation: "a-photo/2", Number: 1}
	abc    = []string{"a", "b", "c"}
)

// at is a box of thirty seats with the phones p0, p1 … at the first vote.
func at(phones int) *Box {
	b := New(30)
	for i := range phones {
		if err := b.Join(phone(i)); err != nil {
			panic(err)
		}
	}
	b.Open(first, abc)
	return b
}

func phone(i int) Token { return Token(fmt.Sprint("p", i)) }

func TestWhatAPhoneIsRefusedFor(t *testing.T) {
	b := at(1)
	for name, c := range map[string]struct {
		token  Token
		round  Round
		choice string
		want   error
	}{
		"a vote":                  {"p0", first, "b", nil},
		"the same again":          {"p0", first, "b", nil},
		"another":                 {"p0", first, "c", nil},
		"a phone that never came": {"p9", first, "b", ErrStranger},
		"a round that is not yet": {"p0", second, "b", ErrClosed},
		"another situation":       {"p0", next, "b", ErrClosed},
		"what is no option":       {"p0", first, "d", ErrNoChoice},
		"nothing":                 {"p0", first, "", ErrNoChoice},
	} {
		if err := b.Cast(c.token, c.round, c.choice); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	b.Close()
	if err := b.Cast("p0", first, "a"); !errors.Is(err, ErrClosed) {
		t.Errorf("after the close: %v", err)
	}
}

func TestASeatIsTakenOnce(t *testing.T) {
	b := New(2)
	for i, c := range []struct {
		token Token
		want  error
	}{{"x", nil}, {"x", nil}, {"y", nil}, {"z", ErrFull}, {"x", nil}} {
		if err := b.Join(c.token); !errors.Is(err, c.want) {
			t.Errorf("%d, %s: %v, want %v", i, c.token, err, c.want)
		}
	}
	if b.Seat(3); b.Join("z") != nil {
		t.Error("a chair was brought in, and the phone has no seat")
	}
	if b.Seat(1); b.Join("y") != nil {
		t.Error("who has joined has to go")
	}
}

func TestAVoteGoesOnWhereItWasClosed(t *testing.T) {
	b := at(2)
	cast(t, b, first, "p0", "a")
	b.Close()
	b.Open(first, abc)
	cast(t, b, first, "p1", "b")
	if got, want := b.Close(), map[string]int{"a": 1, "b": 1}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWhatIsPickedIsTakenAtTheClose(t *testing.T) {
	b := at(3)
	for _, pick := range []struct {
		token  Token
		choice string
		want   error
	}{{"p0", "a", nil}, {"p0", "b", nil}, {"p1", "a", nil}, {"p1", "z", ErrNoChoice}, {"p9", "a", ErrStranger}} {
		if err := b.Pick(pick.token, first, pick.choice); !errors.Is(err, pick.want) {
			t.Errorf("%s picks %s: %v, want %v", pick.token, pick.choice, err, pick.want)
		}
	}
	cast(t, b, first, "p1", "c")
	if choice, sent := b.Vote("p0", first); choice != "b" || sent {
		t.Errorf("picked %q, sent: %v", choice, sent)
	}
	if err := b.Pick("p1", first, "a"); err != nil { // it has voted: only what is sent changes that
		t.Error(err)
	}
	if _, voted := b.Turnout(); voted != 1 {
		t.Errorf("%d have voted, want 1", voted)
	}
	if got, want := b.Close(), map[string]int{"b": 1, "c": 1}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if err := b.Pick("p2", first, "a"); !errors.Is(err, ErrClosed) {
		t.Errorf("after the close: %v", err)
	}
}

// TestWhatIsPickedStaysToBeChanged while the vote goes on: where hands are typed meanwhile, and where a close came to nothing.
func TestWhatIsPickedStaysToBeChanged(t *testing.T) {
	for name, goOn := range map[string]func(*Box){
		"opened again": func(*Box) {},
		"closed":       func(b *Box) { b.Close() },
	} {
		b := at(2)
		for _, choice := range []string{"a", "b"} {
			if err := b.Pick("p0", first, choice); err != nil {
				t.Errorf("%s, picking %s: %v", name, choice, err)
			}
			goOn(b)
			b.Open(first, abc)
			if got, sent := b.Vote("p0", first); got != choice || sent {
				t.Errorf("%s: picked %q, sent: %v", name, got, sent)
			}
			if _, voted := b.Turnout(); voted != 0 {
				t.Errorf("%s: %d have voted", name, voted)
			}
		}
		if got, want := b.Close(), map[string]int{"b": 1}; !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestNothingOutlivesTheSituation(t *testing.T) {
	for name, leave := range map[string]func(*Box){
		"left":                           (*Box).Leave,
		"another is voted on":            func(b *Box) { b.Open(next, abc) },
		"another action of a rating":     func(b *Box) { b.Open(Round{Situation: first.Situation, Action: "d", Number: 1}, abc) },
		"another, and the first is back": func(b *Box) { b.Open(next, abc); b.Close(); b.Open(first, abc) },
	} {
		b := at(1)
		cast(t, b, first, "p0", "a")
		b.Close()
		leave(b)
		if _, voted := b.Turnout(); voted != 0 || vote(b, "p0", first) != "" {
			t.Errorf("%s: the vote is still there", name)
		}
	}
}

func TestFlowTellsOfFiveAtLeast(t *testing.T) {
	b := at(16)
	for i := range 16 {
		cast(t, b, first, phone(i), map[bool]string{true: "b", false: "a"}[i < 9])
	}
	b.Close()
	if got := b.Flow(); !reflect.DeepEqual(got, Flow{}) {
		t.Errorf("after the first vote: %+v", got)
	}
	b.Open(second, abc)
	for i := range 15 { // one does not vote again
		cast(t, b, second, phone(i), map[bool]string{true: "c", false: "a"}[i < 5 || i > 12])
	}
	if got := b.Flow(); !reflect.DeepEqual(got, Flow{}) {
		t.Errorf("while the second is open: %+v", got)
	}
	b.Close()
	want := Flow{Stayed: 4, Moves: []Move{{"b", "c", 5}}, Others: 6} // four from b to a, two from a to c
	if got := b.Flow(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestTheSumsAreRight lets phones join, vote, change, and try what they may not, in any order, beside a table of who voted for what.
func TestTheSumsAreRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, last := at(0), map[Token]string{}
		joined := map[Token]bool{}
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			token := phone(rapid.IntRange(0, 40).Draw(t, "phone"))
			round := rapid.SampledFrom([]Round{first, first, first, second}).Draw(t, "round")
			choice := rapid.SampledFrom([]string{"a", "b", "c", "z"}).Draw(t, "choice")
			if rapid.Bool().Draw(t, "joins") && b.Join(token) == nil {
				joined[token] = true
			}
			if b.Cast(token, round, choice) == nil {
				if !joined[token] || round != first || choice == "z" {
					t.Fatalf("%s voted for %s in %v", token, choice, round)
				}
				last[token] = choice
			}
		}
		want := map[string]int{}
		for _, choice := range last {
			want[choice]++
		}
		if here, voted := b.Turnout(); here != len(joined) || here > 30 || voted != len(last) {
			t.Errorf("%d joined and %d voted, not %d and %d", here, voted, len(joined), len(last))
		}
		if got := b.Close(); !maps.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
	})
}

// TestManyVoteAtOnce has two hundred phones vote again and again, at the same time, while the vote is closed: what was taken before the close is
// what is counted, each phone once.
func TestManyVoteAtOnce(t *testing.T) {
	const phones = 200
	b := New(phones)
	b.Open(first, abc)
	var taken sync.Map
	var wg sync.WaitGroup
	for i := range phones {
		wg.Go(func() {
			if err := b.Join(phone(i)); err != nil {
				t.Error(err)
			}
			for range 20 {
				choice := abc[rand.IntN(len(abc))]
				if b.Cast(phone(i), first, choice) != nil {
					return
				}
				taken.Store(phone(i), choice)
			}
		})
	}
	wg.Go(func() {
		for voted := 0; voted < phones/2; _, voted = b.Turnout() {
		}
		b.Close()
	})
	wg.Wait()
	b.Open(first, abc)
	got, want := b.Close(), map[string]int{}
	for _, choice := range taken.Range {
		want[choice.(string)]++
	}
	if !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func cast(t *testing.T, b *Box, r Round, token Token, choice string) {
	t.Helper()
	if err := b.Cast(token, r, choice); err != nil {
		t.Fatalf("%s: %v", token, err)
	}
}

func vote(b *Box, token Token, r Round) string {
	choice, _ := b.Vote(token, r)
	return choice
}
