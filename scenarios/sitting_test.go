package scenarios

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"probity/guidance"
)

func three() []*Situation {
	var out []*Situation
	for i := range 3 {
		s := situationOf("best", 5, "b")
		s.ID = fmt.Sprintf("s%d", i)
		s.Family = s.ID
		out = append(out, s)
	}
	return out
}

// TestASittingFromBeginningToEnd is the order of things that every front end relies on.
func TestASittingFromBeginningToEnd(t *testing.T) {
	s := Begin(three(), guidance.UK, 7)
	for i := range 3 {
		if s.Stage() != Asking {
			t.Fatalf("situation %d begins at stage %v", i, s.Stage())
		}
		if err := s.Submit(); err == nil {
			t.Fatal("an empty answer was taken")
		}
		if _, ok := s.Weigh(VerySure); ok {
			t.Fatal("weighed before there was an answer")
		}
		s.Attempt().Pick(slices.IndexFunc(s.Attempt().Lines(), func(l Line) bool { return l.ID == "b" }))
		if err := s.Submit(); err != nil {
			t.Fatal(err)
		}
		out, ok := s.Weigh(FairlySure)
		if !ok || out.Marking.Marks != 1 || out.Sure != FairlySure {
			t.Fatalf("weighed %v to %+v", ok, out)
		}
		if _, again := s.Weigh(Guess); again {
			t.Fatal("weighed twice")
		}
		n, of := s.Place()
		if n != i+1 || of != 3 {
			t.Errorf("at place %d of %d, want %d of 3", n, of, i+1)
		}
		s.Next()
	}
	if s.Stage() != Finished || s.Current() != nil || s.Attempt() != nil || len(s.Outcomes()) != 3 {
		t.Errorf("ended at stage %v with %d outcomes", s.Stage(), len(s.Outcomes()))
	}
}

func TestASittingIsTakenUpWhereItWasLeft(t *testing.T) {
	drawn := three()
	whole := Begin(drawn, guidance.UK, 7)
	whole.Attempt().Pick(0)
	if err := whole.Submit(); err != nil {
		t.Fatal(err)
	}
	out, _ := whole.Weigh(Guess)
	whole.Next()

	again := Begin(drawn, guidance.UK, 7, out)
	if again.Current() != whole.Current() {
		t.Errorf("taken up at %s, left at %s", again.Current().ID, whole.Current().ID)
	}
	if !slices.Equal(again.Attempt().Lines(), whole.Attempt().Lines()) {
		t.Errorf("options in the order %v, were %v", again.Attempt().Lines(), whole.Attempt().Lines())
	}
	if n, of := again.Place(); n != 2 || of != 3 {
		t.Errorf("at place %d of %d, want 2 of 3", n, of)
	}
}

// TestWhatTwoWindowsAnsweredHasOnePlace: each window answered the first situation, and one of them the next before the other did.
func TestWhatTwoWindowsAnsweredHasOnePlace(t *testing.T) {
	drawn := three()
	var answered []Outcome
	for _, i := range []int{0, 0, 1, 0} {
		answered = append(answered, Outcome{Situation: drawn[i], Chosen: []string{"b"}})
	}
	for n, want := range []int{1, 2, 2, 3, 3} {
		s := Begin(drawn, guidance.UK, 7, answered[:n]...)
		if n, of := s.Place(); n != want || of != 3 {
			t.Errorf("after %d answers it is at %d of %d, want %d of 3", len(s.Outcomes()), n, of, want)
		}
	}
	s := Begin(drawn, guidance.UK, 7, answered...)
	if s.Reopen(); s.Current() != drawn[0] {
		t.Fatal("it is not the answer given last that is reopened")
	}
	if n, of := s.Place(); n != 1 || of != 3 {
		t.Errorf("the answer given last is at %d of %d, want 1 of 3", n, of)
	}
}

func TestOptionsAreShuffledByTheSeedAlone(t *testing.T) {
	s := situationOf("best", 5, "b")
	orders := map[string]bool{}
	for seed := range int64(50) {
		order := Shuffle(s, seed)
		if !slices.Equal(order, Shuffle(s, seed)) {
			t.Fatalf("seed %d gives two orders", seed)
		}
		sorted := slices.Sorted(slices.Values(order))
		if !slices.Equal(sorted, []string{"a", "b", "c", "d", "e"}) {
			t.Fatalf("seed %d loses options: %v", seed, order)
		}
		orders[fmt.Sprint(order)] = true
	}
	if len(orders) < 20 {
		t.Errorf("50 seeds give %d orders", len(orders))
	}
}

// bankOf has situations of two topics, two principles each, for the countries named.
func bankOf(countries map[string][]guidance.Jurisdiction) *Bank {
	var topics []Topic
	var principles []Principle
	var situations []*Situation
	for _, topic := range []string{"t1", "t2"} {
		topics = append(topics, Topic{ID: topic})
		for _, p := range []string{"x", "y"} {
			principles = append(principles, Principle{ID: topic + p, Topic: topic})
			for i := range 3 {
				s := situationOf("best", 5, "b")
				s.ID, s.Principle, s.Jurisdictions = fmt.Sprintf("%s%s%d", topic, p, i), topic+p, countries[topic]
				situations = append(situations, s)
			}
		}
	}
	return NewBank(topics, principles, situations)
}

func TestDraw(t *testing.T) {
	both := []guidance.Jurisdiction{guidance.UK, guidance.Ireland}
	bank := bankOf(map[string][]guidance.Jurisdiction{"t1": both, "t2": {guidance.UK}})
	seen := func(ids ...string) Past {
		p := Past{Seen: map[string]int64{}, Families: map[string]int64{}, Topics: map[string]Score{}}
		for i, id := range ids {
			p.Seen[id], p.Families[id] = int64(i+1), int64(i+1)
		}
		return p
	}
	t.Run("spread over topics and principles", func(t *testing.T) {
		got := bank.Draw(Request{Reader: guidance.Doctor.In(guidance.UK), Count: 4, Seed: 1}, Past{})
		principles := map[string]int{}
		for _, s := range got {
			principles[s.Principle]++
		}
		if len(got) != 4 || len(principles) != 4 {
			t.Errorf("four situations on %d principles: %v", len(principles), names(got))
		}
	})
	t.Run("only the learner's country", func(t *testing.T) {
		for _, s := range bank.Draw(Request{Reader: guidance.Doctor.In(guidance.Ireland), Count: 12, Seed: 1}, Past{}) {
			if s.Topic != "t1" {
				t.Errorf("%s is not offered in Ireland", s.ID)
			}
		}
	})
	t.Run("new ones before old ones, then the longest ago", func(t *testing.T) {
		got := names(bank.Draw(Request{Reader: guidance.Doctor.In(guidance.UK), Topic: "t1", Count: 6, Seed: 1}, seen("t1x0", "t1y0", "t1x1", "t1y1")))
		if !slices.Equal(slices.Sorted(slices.Values(got[:2])), []string{"t1x2", "t1y2"}) || !slices.Equal(got[2:4], []string{"t1x0", "t1y0"}) {
			t.Errorf("drew %v", got)
		}
	})
	t.Run("fewer than asked for when fewer are there", func(t *testing.T) {
		if got := bank.Draw(Request{Reader: guidance.Doctor.In(guidance.UK), Topic: "t2", Count: 10, Seed: 1}, Past{}); len(got) != 6 {
			t.Errorf("drew %d", len(got))
		}
	})
	t.Run("the same seed, the same draw", func(t *testing.T) {
		r := Request{Reader: guidance.Doctor.In(guidance.UK), Count: 5, Seed: 42}
		if a, b := names(bank.Draw(r, Past{})), names(bank.Draw(r, Past{})); !slices.Equal(a, b) {
			t.Errorf("drew %v, then %v", a, b)
		}
	})
}

func TestWeakestLeavesOutStrongTopics(t *testing.T) {
	var pool []*Family
	past := Past{Topics: map[string]Score{}}
	for i := range 6 {
		topic := fmt.Sprintf("t%d", i)
		pool = append(pool, &Family{ID: topic, Topic: topic})
		past.Topics[topic] = ScoreOf("rank", Marking{Marks: 2 * float64(i), Of: 20, Chance: 0.6})
	}
	pool = append(pool, &Family{ID: "new", Topic: "never met"})
	if got := weakest(pool, past); !slices.Equal(got, []string{"t0", "t1", "t2"}) {
		t.Errorf("weakest are %v", got)
	}
}

func names(list []*Situation) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.ID)
	}
	return out
}

func TestSummaryPutsConfidentMistakesFirst(t *testing.T) {
	outcome := func(id, topic string, marks float64, sure Certainty) Outcome {
		s := situationOf("best", 5, "b")
		s.ID, s.Family, s.Topic = id, id, topic
		return Outcome{Situation: s, Sure: sure, Marking: Marking{Marks: marks, Of: 1, Chance: 0.2}}
	}
	sum := Summarise([]Outcome{outcome("a", "t1", 0, Guess), outcome("b", "t2", 1, VerySure), outcome("c", "t1", 0, VerySure)})
	if s := sum.Total; s.Answers != 3 || s.Right != 1 || s.Marks != 1 || s.Of != 3 || s.Shares[0] != (ShareSum{3, 0.5}) {
		t.Errorf("total %+v", sum.Total)
	}
	if len(sum.Topics) != 2 || sum.Topics[0].Topic != "t1" || sum.Topics[0].Score.Of != 2 {
		t.Errorf("topics %+v", sum.Topics)
	}
	if len(sum.Again) != 2 || sum.Again[0].Situation.ID != "c" {
		t.Errorf("again %v", sum.Again)
	}
}

func TestStopwatchCountsAtMostTwoMinutesOfAPause(t *testing.T) {
	start := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	after := func(d time.Duration) time.Time { return start.Add(d) }
	var w Stopwatch
	w.Touch(after(0))
	w.Touch(after(30 * time.Second))
	if got := w.Lap(after(41*time.Second + 600*time.Millisecond)); got != 41 {
		t.Errorf("41.6 seconds are %d", got)
	}
	if got := w.Lap(after(42 * time.Second)); got != 1 {
		t.Errorf("the remainder is lost: %d", got)
	}
	if got := w.Lap(after(time.Hour)); got != 120 {
		t.Errorf("an hour away counts %d seconds", got)
	}
	if got := w.Lap(after(0)); got != 0 {
		t.Errorf("a clock set back counts %d seconds", got)
	}
}
