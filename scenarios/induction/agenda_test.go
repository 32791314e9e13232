package induction

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
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

// TestEveryAgendaFitsItsRoom: it is valid, leaves some of the slot free, goes through different topics and several
// formats, gives no principle twice and leaves nothing to discuss that is straightforward. The longer ones have exactly one
// situation without a right answer.
func TestEveryAgendaFitsItsRoom(t *testing.T) {
	bank := library(t)
	situations := map[int]int{15: 2, 45: 6, 90: 10}
	for _, a := range Audiences() {
		for _, j := range guidance.Jurisdictions() {
			for _, minutes := range Lengths() {
				t.Run(fmt.Sprintf("%s %s %d", a, j, minutes), func(t *testing.T) {
					p, err := Agenda(bank, a, j, minutes)
					if err != nil {
						t.Fatal(err)
					}
					if p.Minutes != minutes || len(p.Items) != situations[minutes] || p.Planned() >= minutes || p.Jurisdiction != j || p.Audience == "" || p.Opening == "" || p.Closing == "" {
						t.Errorf("%d situations in %d of %d minutes for %q, %s, from %q to %q", len(p.Items), p.Planned(), p.Minutes,
							p.Audience, p.Jurisdiction, p.Opening, p.Closing)
					}
					checkMix(t, bank, p)
					checkKeys(t, bank, p)
				})
			}
		}
	}
}

// checkKeys: the answer to one situation is not where it was in the one before, or a room learns where to put its hands.
func checkKeys(t *testing.T, bank *scenarios.Bank, p Plan) {
	before := ""
	for _, item := range p.Items {
		s, _ := bank.Situation(item.Situation)
		if s.Format.Name() != "best" {
			continue
		}
		if s.Key[0] == before {
			t.Errorf("%s has the key %s, as the best answer before it has", s.ID, before)
		}
		before = s.Key[0]
	}
}

func checkMix(t *testing.T, bank *scenarios.Bank, p Plan) {
	topics, principles, formats := map[string]int{}, map[string]int{}, map[string]int{}
	for _, item := range p.Items {
		s, _ := bank.Situation(item.Situation)
		topics[s.Topic]++
		principles[s.Principle]++
		formats[s.Format.Name()]++
		f, _ := bank.Family(s.Family)
		turns := len(f.Turns(s, p.Jurisdiction)) // a room that turns a family has something new to talk about
		if s.Level < 2 || len(s.Talk)+turns < 2 || principles[s.Principle] > 1 {
			t.Errorf("%s has level %d, %d prompts, %d turns, and the %dth situation on %s", s.ID, s.Level, len(s.Talk), turns, principles[s.Principle], s.Principle)
		}
	}
	n := len(p.Items)
	discussions := min(1, n/6)
	if len(topics) < min(n, 6) || len(formats) < min(2, n) || n >= 6 && len(formats) < 3 || formats["discuss"] != discussions {
		t.Errorf("%d situations on %d topics in %d formats, %d without a right answer", n, len(topics), len(formats), formats["discuss"])
	}
	for topic, times := range topics {
		if times > 2 || n <= 6 && times > 1 {
			t.Errorf("%s comes %d times", topic, times)
		}
	}
}

// TestAnAgendaSuitsItsAudience: at least so many of its ten situations are told from the shoes of those in the room, or from anybody's.
func TestAnAgendaSuitsItsAudience(t *testing.T) {
	bank := library(t)
	shoes := map[Audience][]guidance.Role{
		FoundationDoctors: {guidance.Doctor, guidance.AnyRole},
		GPTrainees:        {guidance.Doctor, guidance.AnyRole},
		Students:          {guidance.Student, guidance.AnyRole},
		Associates:        {guidance.PhysicianAssociate, guidance.AnaesthesiaAssociate, guidance.AnyRole},
	}
	least := map[Audience]map[guidance.Jurisdiction]int{
		FoundationDoctors: {"uk": 9, "ie": 9}, GPTrainees: {"uk": 8, "ie": 9}, Students: {"uk": 7, "ie": 1}, Associates: {"uk": 9, "ie": 0},
	}
	for a, byCountry := range least {
		for j, want := range byCountry {
			p, err := Agenda(bank, a, j, 90)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, item := range p.Items {
				s, _ := bank.Situation(item.Situation)
				for _, r := range shoes[a] {
					if s.Setting == r {
						n++
					}
				}
			}
			if n < want {
				t.Errorf("%s %s: %d situations are theirs, want %d or more", a, j, n, want)
			}
		}
	}
}

func TestAgendasThatThereAreNot(t *testing.T) {
	bank := library(t)
	if _, err := Agenda(bank, Students, guidance.UK, 30); err == nil || !strings.Contains(err.Error(), "[15 45 90]") {
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
