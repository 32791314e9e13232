package scenarios

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
)

var examDay = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// shelves is a bank of so many situations to a topic, formats and levels going round.
func shelves(topics, each int) *Bank {
	formats := []string{"best", "choose", "rank", "rate", "best"}
	var ts []Topic
	var ps []Principle
	var ss []*Situation
	for t := range topics {
		topic := fmt.Sprintf("t%d", t)
		ts = append(ts, Topic{ID: topic, Title: "Topic " + topic})
		for n := range each {
			p := fmt.Sprintf("%s-p%d", topic, n/2)
			ps = append(ps, Principle{ID: p, Topic: topic})
			s := situationOf(formats[(t+n)%len(formats)], 5, "a", "b", "c", "d", "e")
			s.ID, s.Principle, s.Level = fmt.Sprintf("%s-s%d", topic, n), p, 1+n%3
			s.Jurisdictions = []guidance.Jurisdiction{guidance.UK}
			ss = append(ss, s)
		}
	}
	return NewBank(ts, ps, ss)
}

var plan = Blueprint{Pass: 0.6, PerTopic: 2, Rest: 30, Minutes: 30, Formats: map[string]int{"best": 3, "choose": 1, "rank": 1, "rate": 1}, Levels: map[int]int{1: 1, 2: 1, 3: 1}}

func TestABlueprintIsFilled(t *testing.T) {
	bank := shelves(6, 10)
	for seed := range int64(50) {
		paper := plan.Draw(bank, guidance.Doctor.In(guidance.UK), Past{}, examDay, seed)
		topics, formats, levels := map[string]int{}, map[string]int{}, map[int]int{}
		for _, s := range paper.Drawn {
			topics[s.Topic]++
			formats[s.Format.Name()]++
			levels[s.Level]++
		}
		if len(paper.Drawn) != 12 || len(topics) != 6 || slices.Max(slices.Collect(values(topics))) != 2 {
			t.Fatalf("seed %d drew %v", seed, topics)
		}
		if formats["best"] != 6 || formats["choose"] != 2 || formats["rank"] != 2 || formats["rate"] != 2 || levels[1] != 4 || levels[2] != 4 || levels[3] != 4 {
			t.Errorf("seed %d mixed %v %v", seed, formats, levels)
		}
		if len(paper.Short) > 0 {
			t.Errorf("seed %d complains: %q", seed, paper.Short)
		}
	}
}

func values[K comparable](m map[K]int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

func TestABlueprintIsDrawnByTheSeedAlone(t *testing.T) {
	a, b := plan.Draw(shelves(6, 10), guidance.Doctor.In(guidance.UK), Past{}, examDay, 7), plan.Draw(shelves(6, 10), guidance.Doctor.In(guidance.UK), Past{}, examDay, 7)
	other := plan.Draw(shelves(6, 10), guidance.Doctor.In(guidance.UK), Past{}, examDay, 8)
	if !slices.Equal(names(a.Drawn), names(b.Drawn)) {
		t.Errorf("one seed drew %v and %v", names(a.Drawn), names(b.Drawn))
	}
	if slices.Equal(names(a.Drawn), names(other.Drawn)) {
		t.Error("two seeds drew the same")
	}
}

func TestWhatWasAnsweredLatelyStaysOutWhileOthersRemain(t *testing.T) {
	bank := shelves(1, 5)
	ago := func(days int) time.Time { return examDay.Add(-time.Duration(days) * 24 * time.Hour) }
	for name, c := range map[string]struct {
		answered map[string]time.Time
		want     []string // these have to be drawn
		short    string
	}{
		"three lately": {map[string]time.Time{"t0-s0": ago(1), "t0-s1": ago(29), "t0-s2": ago(2)}, []string{"t0-s3", "t0-s4"}, ""},
		"long ago is as good as new": {map[string]time.Time{"t0-s0": ago(1), "t0-s1": ago(30), "t0-s2": ago(2), "t0-s3": ago(3)},
			[]string{"t0-s1", "t0-s4"}, ""},
		"one left: the one answered longest ago joins it": {map[string]time.Time{"t0-s0": ago(1), "t0-s1": ago(20), "t0-s2": ago(2), "t0-s3": ago(3)},
			[]string{"t0-s1", "t0-s4"}, "1 situation in it was answered in the last 30 days: too few others are left for the mix."},
		"a clock that was ahead is lately too": {map[string]time.Time{"t0-s0": ago(-9), "t0-s1": ago(-9), "t0-s2": ago(-9)}, []string{"t0-s3", "t0-s4"}, ""},
	} {
		for seed := range int64(20) {
			blueprint := plan
			blueprint.Formats, blueprint.Levels = nil, nil
			paper := blueprint.Draw(bank, guidance.Doctor.In(guidance.UK), Past{When: c.answered}, examDay, seed)
			got := names(paper.Drawn)
			slices.Sort(got)
			if !slices.Equal(got, c.want) || strings.Join(paper.Short, " ") != c.short {
				t.Errorf("%s: drew %v, %q", name, got, paper.Short)
			}
		}
	}
}

func TestWhatABlueprintCannotFillIsSaid(t *testing.T) {
	few := shelves(2, 1)
	paper := plan.Draw(few, guidance.Doctor.In(guidance.UK), Past{}, examDay, 1)
	said := strings.Join(paper.Short, "\n")
	for _, want := range []string{"Topic t0 has 1 situation that can be marked, not 2.", "Topic t1 has 1", "The mix is not quite the blueprint's", "0 harder, not 1"} {
		if len(paper.Drawn) != 2 || !strings.Contains(said, want) {
			t.Errorf("drew %v and said %q, want %q in it", names(paper.Drawn), said, want)
		}
	}
	if paper := plan.Draw(few, guidance.Doctor.In(guidance.Ireland), Past{}, examDay, 1); len(paper.Drawn) != 0 {
		t.Errorf("drew %v for a country without situations", names(paper.Drawn))
	}
}

// A topic that has nothing for the learner's country is named, so that nobody takes it for assessed.
func TestWhatIsNotAssessedIsSaid(t *testing.T) {
	for _, c := range []struct{ abroad, want string }{
		{"", ""},
		{"t1", "Not assessed, since nothing on it can be marked where you practise: Topic t1."},
		{"t1 t2", "Not assessed, since nothing on it can be marked where you practise: Topic t1; Topic t2."},
	} {
		bank := shelves(6, 10)
		for _, s := range bank.All() {
			if strings.Contains(c.abroad, s.Topic) {
				s.Jurisdictions = []guidance.Jurisdiction{guidance.Ireland}
			}
		}
		paper := plan.Draw(bank, guidance.Doctor.In(guidance.UK), Past{}, examDay, 1)
		if got := strings.Join(paper.Short, "\n"); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) || len(paper.Drawn) != 12-2*len(strings.Fields(c.abroad)) {
			t.Errorf("without %q: %d drawn, and said %q, want %q", c.abroad, len(paper.Drawn), got, c.want)
		}
	}
}

func TestDiscussionsAreNotAssessed(t *testing.T) {
	talk := situationOf("discuss", 4)
	talk.ID, talk.Principle, talk.Jurisdictions = "talk", "p", []guidance.Jurisdiction{guidance.UK}
	bank := NewBank([]Topic{{ID: "t"}}, []Principle{{ID: "p", Topic: "t"}}, []*Situation{talk})
	if paper := plan.Draw(bank, guidance.Doctor.In(guidance.UK), Past{}, examDay, 1); len(paper.Drawn) != 0 {
		t.Errorf("drew %v", names(paper.Drawn))
	}
}

func TestTheRuleIsSaidAsItWasWritten(t *testing.T) {
	for pass, want := range map[float64]string{0.6: "60", 0.55: "55", 0.57: "57", 0.625: "62.5", 1: "100"} {
		if got := Rule(pass); !strings.Contains(got, "at least "+want+" % above chance") {
			t.Errorf("%v is said as %q", pass, got)
		}
	}
}

func TestShares(t *testing.T) {
	parts := map[string]int{"a": 3, "b": 1, "c": 1, "d": 1}
	for n, want := range map[int]string{24: "map[a:12 b:4 c:4 d:4]", 22: "map[a:11 b:4 c:4 d:3]", 0: "map[a:0 b:0 c:0 d:0]", 1: "map[a:1 b:0 c:0 d:0]"} {
		if got := fmt.Sprint(shares(parts, n)); got != want {
			t.Errorf("%d is shared as %s, want %s", n, got, want)
		}
	}
}

func TestSiblings(t *testing.T) {
	bank := shelves(2, 4) // principles of two situations each
	principles := []string{"t1-p1", "t0-p0", "unknown"}
	for name, c := range map[string]struct {
		seen map[string]int64
		want string
	}{
		"the one not met":               {map[string]int64{"t1-s2": 4, "t0-s1": 5}, "t1-s3 t0-s0"},
		"the one met longest ago":       {map[string]int64{"t1-s2": 4, "t1-s3": 3, "t0-s0": 1, "t0-s1": 5}, "t1-s3 t0-s0"},
		"never the one just seen again": {map[string]int64{"t1-s2": 9, "t1-s3": 10, "t0-s1": 11, "t0-s0": 1}, "t1-s2 t0-s0"},
	} {
		for seed := range int64(10) {
			got := strings.Join(names(bank.Siblings(principles, guidance.Doctor.In(guidance.UK), Past{Seen: c.seen}, seed)), " ")
			if got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		}
	}
}

// TestHalfOfAnOddPaperIsRoundedUp: a blueprint that asks for half, or for nothing, has one more single best answer drawn.
func TestHalfOfAnOddPaperIsRoundedUp(t *testing.T) {
	bank := shelves(5, 10)
	for name, formats := range map[string]map[string]int{
		"half":    {"best": 3, "choose": 1, "rank": 1, "rate": 1},
		"nothing": nil,
	} {
		blueprint := Blueprint{PerTopic: 1, Formats: formats}
		for seed := range int64(50) {
			paper := blueprint.Draw(bank, guidance.Doctor.In(guidance.UK), Past{}, examDay, seed)
			have, need, short := blueprint.best(paper.Drawn)
			if len(paper.Drawn) != 5 || need != 3 || short || formats != nil && have != 3 || len(paper.Short) > 0 {
				t.Errorf("%s asked for, seed %d: %d of %d are single best answers; said %q %q", name, seed, have, len(paper.Drawn), paper.Refused, paper.Short)
			}
		}
	}
}

// TestHalfOfAPaperAreSingleBestAnswers: what was answered lately comes in for them, and without them nothing is drawn.
func TestHalfOfAPaperAreSingleBestAnswers(t *testing.T) {
	bankOf := func(best, others int) *Bank {
		var all []*Situation
		for i := range best + others {
			s := situationOf("best", 5, "a")
			if i >= best {
				s = situationOf("rank", 5, "a", "b", "c", "d", "e")
			}
			s.ID, s.Principle, s.Topic, s.Level = fmt.Sprintf("s%d", i), fmt.Sprintf("p%d", i), "t", 1
			s.Family, s.Jurisdictions = s.ID, []guidance.Jurisdiction{guidance.UK}
			all = append(all, s)
		}
		return NewBank([]Topic{{ID: "t", Title: "T"}}, nil, all)
	}
	lately := Past{When: map[string]time.Time{"s0": examDay, "s1": examDay, "s2": examDay}}
	even := map[string]int{"best": 1, "rank": 1}
	for name, c := range map[string]struct {
		best, others int
		past         Past
		formats      map[string]int
		drawn        int
		says         string
	}{
		"half":                      {3, 3, Past{}, even, 6, ""},
		"less":                      {2, 4, Past{}, even, 0, "an assessment of 6 situations needs 3 of them, and would have 2"},
		"none":                      {0, 6, Past{}, even, 0, "needs 3 of them, and would have 0"},
		"an odd number":             {2, 3, Past{}, even, 0, "an assessment of 5 situations needs 3 of them, and would have 2"},
		"no formats are asked for":  {2, 4, Past{}, nil, 0, "needs 3 of them, and would have 2"},
		"the blueprint asks for so": {2, 4, Past{}, map[string]int{"best": 1, "rank": 2}, 6, ""},
		"and does not get it":       {1, 5, Past{}, map[string]int{"best": 1, "rank": 2}, 0, "needs 2 of them, and would have 1"},
		"enough, but lately":        {3, 9, lately, even, 6, "3 situations in it were answered in the last 30 days: too few others are left for the mix."},
		"nothing at all":            {0, 0, Past{}, even, 0, ""},
	} {
		blueprint := Blueprint{PerTopic: 6, Rest: 30, Formats: c.formats}
		for seed := range int64(20) {
			paper := blueprint.Draw(bankOf(c.best, c.others), guidance.Doctor.In(guidance.UK), c.past, examDay, seed)
			said := paper.Refused + strings.Join(paper.Short, " ")
			if len(paper.Drawn) != c.drawn || !strings.Contains(said, c.says) || c.says == "" && said != "" {
				t.Errorf("%s, seed %d: drew %v and said %q", name, seed, names(paper.Drawn), said)
			}
		}
	}
}

// TestWhatIsNotTracedIsNotAssessed: nothing is passed or failed by what nobody has given a clause for.
func TestWhatIsNotTracedIsNotAssessed(t *testing.T) {
	bank := shelves(6, 10)
	for i, s := range bank.All() {
		switch i % 4 {
		case 0:
			s.Options[0].Stated = []string{Uncited}
		case 2:
			s.Options[0].Why = NoReason
		}
	}
	for seed := range int64(20) {
		paper := plan.Draw(bank, guidance.Doctor.In(guidance.UK), Past{}, examDay, seed)
		if len(paper.Drawn) != 12 {
			t.Fatalf("seed %d drew %d", seed, len(paper.Drawn))
		}
		for _, s := range paper.Drawn {
			if !s.Traced() {
				t.Errorf("seed %d drew %s, which lacks a clause or a rationale", seed, s.ID)
			}
		}
	}
}
