package induction

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

func library(t *testing.T) *scenarios.Bank {
	t.Helper()
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p.Bank
}

// TestEveryAgendaFitsItsRoom: it is valid, leaves some of the slot free for the closing, goes through different topics and several
// formats, gives no principle twice and leaves nothing to discuss that is straightforward. The longest one has exactly one situation without a
// right answer. Each has a turn, whose key is another.
func TestEveryAgendaFitsItsRoom(t *testing.T) {
	bank := library(t)
	situations, turned := map[int]int{15: 1, 45: 4, 90: 8}, map[int]int{15: 1, 45: 1, 90: 1}
	eachAgenda(t, bank, func(t *testing.T, a Audience, p Plan) {
		n, turns := p.Families()
		if n != situations[p.Minutes] || turns != turned[p.Minutes] || p.Planned() > p.Minutes-2 || p.Audience == "" || p.Opening == "" || p.Closing == "" {
			t.Errorf("%d situations and %d turns in %d of %d minutes for %q, from %q to %q", n, turns, p.Planned(), p.Minutes, p.Audience, p.Opening, p.Closing)
		}
		if err := p.Check(bank); err != nil {
			t.Error(err)
		}
		all := firsts(t, bank, p)
		checkMix(t, bank, p, all)
		checkKeys(t, all)
		checkRole(t, a, p, all)
	})
}

// eachAgenda holds something of every agenda there is.
func eachAgenda(t *testing.T, bank *scenarios.Bank, holds func(t *testing.T, a Audience, p Plan)) {
	for _, a := range Audiences() {
		for _, j := range guidance.Jurisdictions() {
			for _, minutes := range Lengths() {
				t.Run(fmt.Sprintf("%s %s %d", a, j, minutes), func(t *testing.T) {
					p, err := Agenda(bank, a, j, minutes)
					if err != nil {
						t.Fatal(err)
					}
					if p.Jurisdiction != j || p.Minutes != minutes {
						t.Errorf("it is of %s and %d minutes", p.Jurisdiction, p.Minutes)
					}
					holds(t, a, p)
				})
			}
		}
	}
}

// firsts are the situations of a plan without the turns; what a turn changes is the key.
func firsts(t *testing.T, bank *scenarios.Bank, p Plan) []*scenarios.Situation {
	t.Helper()
	var all []*scenarios.Situation
	for i, item := range p.Items {
		s, _ := bank.Situation(item.Situation)
		if !p.IsTurn(i) {
			all = append(all, s)
		} else if s.SameKey(all[len(all)-1]) {
			t.Errorf("%s has the key of the one that it turns", s.ID)
		}
	}
	return all
}

// checkKeys: the key of a vote is not where it was in the one before, among the first four nowhere twice, and nowhere more than twice; or a
// room learns where to put its hands.
func checkKeys(t *testing.T, all []*scenarios.Situation) {
	t.Helper()
	times, before := map[string]int{}, ""
	for i, s := range all {
		key := s.Format.Ballot(s, s.Format.Contested(s)).KeyLabels()
		times[key]++
		if key == before || i < 4 && times[key] > 1 || times[key] > 2 {
			t.Errorf("%s has the key %s for the %dth time, after %s", s.ID, key, times[key], before)
		}
		before = key
	}
}

func checkMix(t *testing.T, bank *scenarios.Bank, p Plan, all []*scenarios.Situation) {
	t.Helper()
	topics, principles, formats := map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range all {
		topics[s.Topic]++
		principles[s.Principle]++
		formats[s.Format.Name()]++
		f, _ := bank.Family(s.Family)
		turns := len(f.Turns(s, p.Jurisdiction)) // a room that turns a family has something new to talk about
		if s.Level < 2 || len(s.Talk)+turns < 2 || principles[s.Principle] > 1 {
			t.Errorf("%s has level %d, %d prompts, %d turns, and the %dth situation on %s", s.ID, s.Level, len(s.Talk), turns, principles[s.Principle], s.Principle)
		}
	}
	n := len(all)
	if len(topics) < min(n, 6) || len(formats) < min(3, n) || formats["discuss"] != n/8 {
		t.Errorf("%d situations on %d topics in %d formats, %d without a right answer", n, len(topics), len(formats), formats["discuss"])
	}
	for topic, times := range topics {
		if times > 2 || n <= 4 && times > 1 {
			t.Errorf("%s comes %d times", topic, times)
		}
	}
}

// checkRole: every situation is told from the shoes of those in the room, or from anybody's. The library has none in Ireland for students and
// associates; their agendas say from whose side they are told.
func checkRole(t *testing.T, a Audience, p Plan, all []*scenarios.Situation) {
	t.Helper()
	shoes := map[Audience][]guidance.Role{
		FoundationDoctors: {guidance.Doctor, guidance.AnyRole},
		GPTrainees:        {guidance.Doctor, guidance.AnyRole},
		Students:          {guidance.Student, guidance.AnyRole},
		Associates:        {guidance.PhysicianAssociate, guidance.AnaesthesiaAssociate, guidance.AnyRole},
	}[a]
	for _, s := range all {
		if !slices.Contains(shoes, s.Setting) && !strings.Contains(p.Audience, "told from a doctor's side") {
			t.Errorf("%s is told from the side of a %s", s.ID, s.Setting)
		}
	}
}

func TestAgendasThatThereAreNot(t *testing.T) {
	bank := library(t)
	if _, err := Agenda(bank, Students, guidance.UK, 30); err == nil || !strings.Contains(err.Error(), "choose one of 15, 45 or 90, or build") {
		t.Errorf("thirty minutes: %v", err)
	}
	if _, err := Agenda(bank, "surgeons", guidance.UK, 45); err == nil || !strings.Contains(err.Error(), "build a plan") {
		t.Errorf("surgeons: %v", err)
	}
	var mistakes pack.Mistakes
	if _, err := Agenda(testBank(), Students, guidance.UK, 45); !errors.As(err, &mistakes) {
		t.Errorf("a library without the situations: %v", err)
	}
}

// TestAgendaFilesArePlans: no file stands there that is not offered, and each is a plan by itself.
func TestAgendaFilesArePlans(t *testing.T) {
	files, err := filepath.Glob("agenda/*")
	if err != nil || len(files) != len(Audiences())*len(guidance.Jurisdictions()) {
		t.Fatalf("%d files, error %v", len(files), err)
	}
	bank := library(t)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadPlan(name, text, bank); err != nil {
			t.Error(err)
		}
	}
}

// BenchmarkAgenda is what each line of the menu of agendas costs.
func BenchmarkAgenda(b *testing.B) {
	p, err := pack.Builtin()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Agenda(p.Bank, Students, guidance.UK, 90); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFold is what the notes' terminal does whenever the session's file grows: 2,000 facts are far more than a session has.
func BenchmarkFold(b *testing.B) {
	bank := testBank()
	facts := []Fact{Began{Title: "t", Jurisdiction: "uk", Minutes: 60, Plan: []string{"best=7"}, Room: 60, At: nine}, Entered{Place: 1, Step: Vote, At: nine}}
	for i := range 2000 {
		facts = append(facts, Counted{Situation: "best", Revision: 1, Round: 1, Votes: []string{fmt.Sprintf("a=%d", i%60)}, Room: 60, At: nine})
	}
	for b.Loop() {
		if _, err := Resume(bank, facts); err != nil {
			b.Fatal(err)
		}
	}
}
