package scenarios_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// TestTheSpreadIsThatOfPapers works out the spread that the uncertainty of a score goes by. Learners of each strength sit papers as the
// built-in blueprint draws them. The standard deviation of a learner's score from paper to paper, times Σw/√Σw², is the spread for that
// strength; go test ./scenarios -run Spread -v lists them.
//
// The more a learner knows, the smaller it is. The one that is used is pooled over the strengths with which more than one paper in
// ten passes and more than one in ten does not: there it has to be right, because what the uncertainty is of use for is whether another
// paper would have been passed. It is the root of the mean of the squares, since variances add up and standard deviations do not.
func TestTheSpreadIsThatOfPapers(t *testing.T) {
	if testing.Short() {
		t.Skip("marks three quarters of a million answers")
	}
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var papers [][]*scenarios.Situation
	for seed := range int64(40) {
		papers = append(papers, p.Assessment.Draw(p.Bank, guidance.Doctor.In(guidance.UK), scenarios.Past{}, time.Time{}, seed).Drawn)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	squares, doubtful := 0.0, 0.0
	for percent := 20; percent <= 95; percent += 5 {
		c := sit(papers, float64(percent)/100, p.Assessment.Pass, rng)
		t.Logf("each decision known with %d %%: score %.1f %%, passed by %.1f %%, spread %.3f", percent, 100*c.mean, 100*c.passed, c.spread)
		if c.passed > 0.1 && c.passed < 0.9 {
			squares, doubtful = squares+c.spread*c.spread, doubtful+1
		}
	}
	found, used := math.Sqrt(squares/doubtful), spreadUsed(t)
	t.Logf("pooled where a pass is in doubt: spread %.3f; in use is %.2f", found, used)
	if !(math.Abs(found-used) <= 0.02) { // so put, it fails where no pass is in doubt, too
		t.Errorf("the spread of papers is %.3f, and the uncertainty goes by %.2f", found, used)
	}
}

// cohort is what became of learners of one strength.
type cohort struct{ mean, passed, spread float64 }

// sit has learners of a strength sit each paper many times.
func sit(papers [][]*scenarios.Situation, strength, pass float64, rng *rand.Rand) cohort {
	const times = 50
	n, sum, squares, passed, weight := 0.0, 0.0, 0.0, 0.0, 0.0
	for _, paper := range papers {
		for range times {
			var score scenarios.Score
			for _, s := range paper {
				score = score.Add(scenarios.ScoreOf(s.Format.Name(), s.Format.Mark(s, answered(s, strength, rng))))
			}
			above, _ := score.Above()
			n, sum, squares = n+1, sum+above, squares+above*above
			if score.Reaches(pass) {
				passed++
			}
		}
		weight += weighed(paper) / float64(len(papers))
	}
	mean := sum / n
	return cohort{mean, passed / n, math.Sqrt(squares/n-mean*mean) * weight}
}

// weighed is Σw/√Σw² of a paper.
func weighed(paper []*scenarios.Situation) float64 {
	sum, squares := 0.0, 0.0
	for _, s := range paper {
		w := float64(s.Format.Weight())
		sum, squares = sum+w, squares+w*w
	}
	return sum / math.Sqrt(squares)
}

// answered is the answer of a learner who knows each decision of the key with a chance, and else makes it at random. The decisions are the
// options to choose, of a ranking the option in each place, of a rating the number of each option.
func answered(s *scenarios.Situation, strength float64, rng *rand.Rand) []string {
	out := make([]string, len(s.Key))
	left := s.OptionIDs()
	rng.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
	for i, entry := range s.Key {
		if rng.Float64() < strength {
			out[i] = entry
			left = slices.DeleteFunc(left, func(id string) bool { return id == entry })
		}
	}
	for i := range out {
		switch {
		case out[i] != "":
		case s.Format.Input() == scenarios.GiveNumbers:
			id, _, _ := strings.Cut(s.Key[i], "=")
			out[i] = fmt.Sprintf("%s=%d", id, 1+rng.IntN(4))
		default:
			out[i], left = left[0], left[1:]
		}
	}
	return out
}

// spreadUsed is the spread that uncertainties go by.
func spreadUsed(t *testing.T) float64 {
	t.Helper()
	var score scenarios.Score
	for range 9 {
		score = score.Add(scenarios.ScoreOf("best", scenarios.Marking{Of: 1, Chance: 0.25}))
	}
	e, ok := score.Uncertainty()
	if !ok {
		t.Fatal("nine answers have no uncertainty")
	}
	return e * 3 // Σw/√Σw² of nine situations that weigh alike
}
