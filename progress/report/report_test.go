package report

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/guidance"
	"probity/progress/paper"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

var update = flag.Bool("update", false, "write the goldens anew")

var nine = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// plan is a situation of each format, of which the fourth has no key.
func plan(t testing.TB, p *pack.Pack) induction.Plan {
	t.Helper()
	var items []induction.Item
	for _, id := range []string{"best", "choose", "rank", "discuss", "rate"} {
		items = append(items, induction.Item{Situation: id})
	}
	plan, err := induction.Build(p.Bank, "One of each", guidance.UK, 45, items...)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// held is the facts of that plan gone through by a room.
func held(t testing.TB, p *pack.Pack, room int, votes func(place, round int) int) []induction.Fact {
	t.Helper()
	return through(t, p, plan(t, p), room, votes)
}

// through is the facts of a plan gone through by a room; votes says how many hands the key has in a round of a situation, and the first
// other choice has the rest.
func through(t testing.TB, p *pack.Pack, plan induction.Plan, room int, votes func(place, round int) int) []induction.Fact {
	t.Helper()
	s, first, err := induction.Begin(p.Bank, plan, room, "20261124-090000-abcd", p.Version, nine)
	facts, now := []induction.Fact{first}, nine
	do := func(f induction.Fact, err error) {
		if err != nil {
			t.Fatal(err)
		}
		facts, now = append(facts, f), now.Add(20*time.Second)
	}
	if err != nil {
		t.Fatal(err)
	}
	for !s.HasEnded() {
		if round := s.Round(); round > 0 {
			place, _ := s.Place()
			ballot := s.Notes(now).Ballot
			key := max(0, min(room, votes(place, round)))
			for _, c := range ballot.Choices {
				switch {
				case c.Key && key > 0:
					do(s.Count(c.ID, key, now))
					key = -1
				case !c.Key && s.Hands()+max(key, 0) < room:
					do(s.Count(c.ID, (room-s.Hands()-max(key, 0)+1)/2, now))
				}
			}
			do(s.CloseVote(now))
			continue
		}
		do(s.Forward(now))
	}
	return facts
}

func reported(t testing.TB, facts []induction.Fact, p *pack.Pack) Report {
	t.Helper()
	r, err := Of(facts, p, "Probity 1.0.0")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// shifting is a room that mostly comes round, loses the key in the third situation and stays low in the fifth.
func shifting(place, round int) int {
	switch {
	case place == 3:
		return 9 - 4*round
	case place == 5:
		return 3
	}
	return 2 + 4*round
}

func TestGolden(t *testing.T) {
	p := scenariostest.Pack(t)
	got := paper.Markdown(reported(t, held(t, p, 12, shifting), p).Paper())
	if *update {
		if err := os.WriteFile("testdata/report.md", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/report.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every agenda's report is one page, also when all of it is to be followed up.
func TestOnePage(t *testing.T) {
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, audience := range induction.Audiences() {
		for _, country := range guidance.Jurisdictions() {
			for _, minutes := range induction.Lengths() {
				plan, err := induction.Agenda(p.Bank, audience, country, minutes)
				if err != nil {
					t.Fatal(err)
				}
				for name, votes := range map[string]func(int, int) int{"shifting": shifting, "all low": func(int, int) int { return 1 }} {
					pdf, err := paper.PDF(reported(t, through(t, p, plan, 40, votes), p).Paper())
					if n := bytes.Count(pdf, []byte("/Type /Page\n")); err != nil || n != 1 {
						t.Errorf("%s, %s, %d minutes, %s: %d pages, %v", audience, country, minutes, name, n, err)
					}
				}
			}
		}
	}
}

func TestFollowUp(t *testing.T) {
	p := scenariostest.Pack(t)
	r := reported(t, held(t, p, 12, shifting), p)
	why := map[string]string{}
	for _, f := range r.FollowUp {
		why[f.Title] = f.Why
		if f.Lesson == "" || len(f.Clauses) == 0 {
			t.Errorf("%s has nothing to revisit or read", f.Title)
		}
	}
	for place, want := range map[int]string{3: "lost hands", 5: "After the discussion the key had 3 of 11"} {
		s, _ := p.Bank.Situation(r.Plan.Items[place-1].Situation)
		if len(s.Key) > 0 && !strings.Contains(why[s.Title], want) {
			t.Errorf("%s: %q, want %q", s.Title, why[s.Title], want)
		}
	}
	if r := reported(t, held(t, p, 12, func(int, int) int { return 12 }), p); len(r.FollowUp) > 0 {
		t.Errorf("all agreed, and %v is to be followed up", r.FollowUp)
	}
}

// A session cut short after any fact is reported as far as it went, or said to have no votes.
func TestCutShort(t *testing.T) {
	p := scenariostest.Pack(t)
	facts := held(t, p, 12, shifting)
	told := 0
	for n := range facts {
		r, err := Of(facts[:n+1], p, "")
		if err != nil && !strings.Contains(err.Error(), "nobody voted in it") {
			t.Fatalf("after %d facts: %v", n+1, err)
		}
		if err == nil {
			told++
			paper.Markdown(r.Paper())
		}
	}
	if told == 0 {
		t.Error("none of them was reported")
	}
	if _, err := Of(nil, p, ""); err == nil {
		t.Error("nothing was reported")
	}
}

func TestSmallRoomsAreSaidToBe(t *testing.T) {
	p := scenariostest.Pack(t)
	for room, want := range map[int]bool{6: true, 40: false} {
		says := reported(t, held(t, p, room, shifting), p).caution()
		if got := strings.Contains(says, fmt.Sprintf("With %d people", room)); got != want {
			t.Errorf("%d people: %s", room, says)
		}
	}
}
