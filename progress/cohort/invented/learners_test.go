package invented

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"probity/progress"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

func answers(b *scenarios.Bank, n int, seed uint64) (all [][]progress.Answer) {
	for h := range Learners(b, n, seed) {
		all = append(all, h.Counted())
	}
	return all
}

func TestTheSameSeedInventsTheSameLearners(t *testing.T) {
	b := scenariostest.Pack(t).Bank
	once, again := fmt.Sprint(answers(b, 20, 7)), fmt.Sprint(answers(b, 20, 7))
	if once != again {
		t.Error("one seed gives two sets of learners")
	}
	if once == fmt.Sprint(answers(b, 20, 8)) {
		t.Error("two seeds give the same learners")
	}
	if fmt.Sprint(answers(b, 20, 7)[:10]) != fmt.Sprint(answers(b, 10, 7)) {
		t.Error("more learners change those before them")
	}
}

// TestEveryFormatIsAnswered in its own notation, but a discussion, which has no marks; each family once.
func TestEveryFormatIsAnswered(t *testing.T) {
	seen := map[string]bool{}
	for _, one := range answers(scenariostest.Pack(t).Bank, 30, 1) {
		once := map[string]bool{}
		for _, a := range one {
			if once[a.Scenario] || !a.Scored() || a.Marks < 0 || a.Marks > a.Of || a.Sure < 1 || a.Sure > 3 {
				t.Fatalf("%+v", a)
			}
			once[a.Scenario], seen[a.Format] = true, true
		}
	}
	for _, f := range scenarios.Formats() {
		if seen[f.Name()] != f.Scored() {
			t.Errorf("%s: answered %v", f.Name(), seen[f.Name()])
		}
	}
}

// TestTheModelIsFound in what they answer: how many know, which option draws, and who is sure.
func TestTheModelIsFound(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	b := scenariostest.Pack(t).Bank
	for _, i := range itemsOf(b, random) {
		if i.situation.Format.Name() != "best" {
			continue
		}
		const n = 20000
		total, wrong, knew := 0.0, 0.0, 0.0
		for _, w := range i.draws {
			total += w
		}
		picks, very := map[string]float64{}, map[bool]float64{}
		for range n {
			ability := random.NormFloat64()
			knew += i.knows(ability) / n
			a := i.answer(ability, random)
			picks[a.Chosen[0]] += 1.0 / n
			if a.Marks < a.Of {
				wrong += 1.0 / n
			}
			if a.Sure == int(scenarios.VerySure) {
				very[a.Marks == a.Of] += 1.0 / n
			}
		}
		for id, weight := range i.draws {
			want := (1 - knew) * weight / total
			if id == i.situation.Key[0] {
				want += knew
			}
			if math.Abs(picks[id]-want) > 0.015 {
				t.Errorf("%s: %v choose %s, want %v", i.situation.ID, picks[id], id, want)
			}
		}
		if surelyWrong, surelyRight := very[false]/wrong, very[true]/(1-wrong); !i.turned && surelyWrong > surelyRight {
			t.Errorf("%s: of those who are wrong %v are very sure, of those who are right %v", i.situation.ID, surelyWrong, surelyRight)
		}
	}
}

// TestHarderLevelsAreHarder, and where a situation misleads the able know less.
func TestHarderLevelsAreHarder(t *testing.T) {
	for _, turned := range []bool{false, true} {
		before := 1.0
		for level := 1; level <= 3; level++ {
			i := item{hard: float64(level - 2), turned: turned}
			if i.knows(0) >= before {
				t.Errorf("level %d is no harder than the one before", level)
			}
			if before = i.knows(0); i.knows(1) > i.knows(-1) == turned {
				t.Errorf("misleads %v: the able know %v, the others %v", turned, i.knows(1), i.knows(-1))
			}
		}
	}
}
