// The rule of a score over several situations.

package scenarios

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// paper is what the blueprint draws: twelve single best answers of so many options, and four of each other format.
func paper(options int) []*Situation {
	var all []*Situation
	for range 12 {
		all = append(all, situationOf("best", options, "a"))
	}
	for range 4 {
		all = append(all, situationOf("choose", 8, "a", "b", "c"), situationOf("rank", 5, "a", "b", "c", "d", "e"),
			situationOf("rate", 4, "a=4", "b=3", "c=2", "d=1"))
	}
	return all
}

// sat is the score of a paper of which the answers to one format are others than the key.
func sat(all []*Situation, format string, chosen ...string) (sum Score) {
	for _, s := range all {
		answer := s.Key
		if s.Format.Name() == format {
			answer = chosen
		}
		sum = sum.Add(ScoreOf(s.Format.Name(), s.Format.Mark(s, answer)))
	}
	return sum
}

func TestLopsidedPapers(t *testing.T) {
	worst := []string{"a=1", "b=1", "c=4", "d=4"}
	for name, c := range map[string]struct {
		score  Score
		want   float64 // of a hundred
		passed bool
	}{
		"all right":                        {sat(paper(5), ""), 100, true},
		"every best of five wrong":         {sat(paper(5), "best", "b"), 58.3, false},
		"every best of four wrong":         {sat(paper(4), "best", "b"), 55.6, false},
		"every rating at 0":                {sat(paper(5), "rate", worst...), 64.4, true},
		"every ranking reversed":           {sat(paper(5), "rank", "e", "d", "c", "b", "a"), 66.7, true},
		"every best wrong, by raw marks":   {sat(paper(5), "best", "b").Under(RawMarks), 89.2, true},
		"every rating at 0, by raw marks":  {sat(paper(5), "rate", worst...).Under(RawMarks), 42.7, false},
		"as papers of before carried none": {sat(paper(5), "best", "b").Under(0), 89.2, true},
	} {
		t.Run(name, func(t *testing.T) {
			above, ok := c.score.Above()
			if !ok || math.Round(1000*above)/10 != c.want || c.score.Reaches(0.6) != c.passed {
				t.Errorf("%v %% above chance, passed %v; want %v, %v", 100*above, c.score.Reaches(0.6), c.want, c.passed)
			}
		})
	}
}

func TestUncertainty(t *testing.T) {
	of := func(best, others int) (s Score) {
		for range best {
			s = s.Add(ScoreOf("best", Marking{Marks: 1, Of: 1, Chance: 0.25}))
		}
		for range others {
			s = s.Add(ScoreOf("rank", Marking{Marks: 20, Of: 20, Chance: 0.6}))
		}
		return s
	}
	for _, c := range []struct {
		score Score
		want  float64 // points
		says  string
	}{
		{of(12, 12), 8.8, "9 points"}, {of(6, 0), 16.7, "17 points"}, {of(3, 3), 17.6, "18 points"}, {of(2500, 0), 0.8, "1 point"},
		{of(5, 0), 0, ""}, {of(12, 12).Under(RawMarks), 0, ""}, {Score{}, 0, ""},
	} {
		got, ok := c.score.Uncertainty()
		if math.Round(1000*got)/10 != c.want || ok != (c.says != "") {
			t.Errorf("%d answers: %v points, want %v", c.score.Answers, 100*got, c.want)
		}
		if within := c.score.Within(); ok != strings.Contains(within, "of three papers like it, two") || !strings.Contains(within, c.says) {
			t.Errorf("%d answers: it says %q", c.score.Answers, within)
		}
	}
}

// drawnMarking is an answer of any format, marked.
func drawnMarking(t *rapid.T) (format string, m Marking) {
	f := rapid.SampledFrom(Formats()).Draw(t, "format")
	if !f.Scored() {
		return f.Name(), Marking{}
	}
	scale := rapid.SampledFrom(f.Scales()).Draw(t, "scale")
	steps := rapid.IntRange(0, int(scale.Of/scale.Step)).Draw(t, "steps")
	return f.Name(), Marking{Marks: float64(steps) * scale.Step, Of: scale.Of, Chance: scale.Chance}
}

func several(t *rapid.T) (sum Score) {
	for range rapid.IntRange(0, 40).Draw(t, "answers") {
		sum = sum.Add(ScoreOf(drawnMarking(t)))
	}
	return sum
}

func TestFullMarksNeverLowerAScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := several(t)
		format, m := drawnMarking(t)
		m.Marks = m.Of
		after := before.Add(ScoreOf(format, m))
		was, ok := before.Above()
		if is, _ := after.Above(); ok && is < was-1e-12 {
			t.Errorf("%v becomes %v with %v more in %s", was, is, m, format)
		}
	})
}

func TestAScoreIsPossibleAndWithinItsAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := several(t)
		if above, ok := s.Above(); ok && (!s.Possible() || above > 1 || above < -1.5-1e-9) {
			t.Errorf("%v above chance, possible %v: %+v", above, s.Possible(), s)
		}
	})
}

// TestSharesThatCannotBe: a score that is handed in with shares of which its marks can't have come.
func TestSharesThatCannotBe(t *testing.T) {
	whole := sat(paper(5), "best", "b")
	for name, change := range map[string]func(*Score){
		"more shares than answers":     func(s *Score) { s.Shares[0].Sum = 13 },
		"fewer than a wrong one has":   func(s *Score) { s.Shares[0].Sum = -5 },
		"shares above what the marks":  func(s *Score) { s.Shares[0].Sum = 12 },
		"shares below what the marks":  func(s *Score) { s.Shares[2].Sum = 0 },
		"answers of another number":    func(s *Score) { s.Shares[1].Answers-- },
		"answers moved to another":     func(s *Score) { s.Shares[0].Answers, s.Shares[2].Answers = 4, 12 },
		"of a discussion":              func(s *Score) { s.Shares[4] = ShareSum{1, 0} },
		"a sum without answers":        func(s *Score) { s.Shares[0].Answers = 0 },
		"more right than there are":    func(s *Score) { s.Right = 25 },
		"none right, and nearly all":   func(s *Score) { s.Right = 0 },
		"all right, and half of it":    func(s *Score) { *s = ScoreOf("best", Marking{Of: 1, Chance: 0.2}); s.Right = 1 },
		"half a mark":                  func(s *Score) { s.Marks -= 0.5 },
		"more marks than there are":    func(s *Score) { s.Marks = s.Of + 1 },
		"nothing left to chance":       func(s *Score) { s.Chance = 0 },
		"no number":                    func(s *Score) { s.Shares[0].Sum = math.NaN() },
		"no answers":                   func(s *Score) { *s = Score{} },
		"more marks than shares allow": func(s *Score) { s.Marks += 12 },
	} {
		s := whole
		if change(&s); s.Possible() {
			t.Errorf("%s: %+v is possible", name, s)
		}
	}
}

// TestARandomGuesserScoresNothing: over ten thousand papers, answers by chance in every format come to 0 ± 0.3 points.
func TestARandomGuesserScoresNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("marks a quarter of a million answers")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	all, sum := paper(5), 0.0
	const papers = 10_000
	for range papers {
		var score Score
		for _, s := range all {
			score = score.Add(ScoreOf(s.Format.Name(), s.Format.Mark(s, byChance(s, rng))))
		}
		above, _ := score.Above()
		sum += above
	}
	if points := 100 * sum / papers; math.Abs(points) > 0.3 {
		t.Errorf("a guesser gets %v points above chance", points)
	}
}

// byChance is an answer by chance: every answer that is allowed is as likely as any other.
func byChance(s *Situation, rng *rand.Rand) []string {
	var ids []string
	for _, o := range s.Options {
		if ids = append(ids, o.ID); s.Format.Input() == GiveNumbers {
			ids[len(ids)-1] = fmt.Sprintf("%s=%d", o.ID, 1+rng.IntN(4))
		}
	}
	rng.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	return ids[:len(s.Key)]
}

func TestWhatCountsInNoScore(t *testing.T) {
	for format, m := range map[string]Marking{
		"discuss": {}, "essay": {Marks: 1, Of: 1, Chance: 0.25}, "best": {Marks: 1, Of: 1, Chance: 1}, "rank": {Marks: 20, Of: 20, Chance: -0.1},
		"rate": {Marks: 5, Of: 16, Chance: 0.375},
	} {
		if s := ScoreOf(format, m); s != (Score{}) {
			t.Errorf("%s: %+v", format, s)
		}
	}
	if _, ok := (Score{}).Above(); ok {
		t.Error("nothing is above chance")
	}
}

func TestEveryFormatHasItsWeightAndItsPlace(t *testing.T) {
	if len(Formats()) != formatCount {
		t.Fatalf("%d formats, and shares of %d", len(Formats()), formatCount)
	}
	want := map[string]int{"best": 1, "choose": 2, "rank": 2, "rate": 2, "discuss": 0}
	for _, f := range Formats() {
		if f.Weight() != want[f.Name()] || (f.Weight() > 0) != f.Scored() {
			t.Errorf("%s weighs %d", f.Name(), f.Weight())
		}
	}
}

// TestScoresInWords: no percentage below six answers, and no negative one at all.
func TestScoresInWords(t *testing.T) {
	best := func(right, of int) (s Score) {
		for i := range of {
			m := Marking{Of: 1, Chance: 0.25}
			if i < right {
				m.Marks = 1
			}
			s = s.Add(ScoreOf("best", m))
		}
		return s
	}
	for _, c := range []struct {
		score                   Score
		figure, words, sentence string
	}{
		{Score{}, "", "nothing scored", "Nothing scored."},
		{best(1, 2), "1 of 2 right", "1 of 2 right", "1 of 2 right."},
		{best(0, 5), "0 of 5 right", "0 of 5 right", "0 of 5 right."},
		{best(6, 6), "100 %", "100 % above chance", "100 % above chance, give or take 17 points: of three papers like it, two would come that close."},
		{best(2, 8), "0 %", "0 % above chance", "0 % above chance, give or take 14 points: of three papers like it, two would come that close."},
		{best(1, 6), "11 below chance", "11 points below what guessing brings",
			"11 points below what guessing brings, give or take 17 points: of three papers like it, two would come that close."},
		{best(9, 37), "0 %", "0 % above chance", "0 % above chance, give or take 7 points: of three papers like it, two would come that close."},
		{best(5, 21), "1 below chance", "1 point below what guessing brings", "1 point below what guessing brings, give or take 9 points: of three papers like it, two would come that close."},
		{best(6, 6).Under(RawMarks), "100 %", "100 % above chance", "100 % above chance. " + JudgedByRawMarks + "."},
		{best(1, 2).Under(RawMarks), "1 of 2 right", "1 of 2 right", "1 of 2 right. " + JudgedByRawMarks + "."},
	} {
		got := []string{c.score.Figure(), c.score.Words(), c.score.Sentence()}
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], "\u00a0", " ")
		}
		if want := []string{c.figure, c.words, c.sentence}; !slices.Equal(got, want) {
			t.Errorf("%d of %d: %q, want %q", c.score.Right, c.score.Answers, got, want)
		}
	}
}
