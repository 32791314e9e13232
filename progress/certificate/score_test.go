// Scores: in the words of the page, by the rule of the paper, and worked out again.

package certificate

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// sat is a certificate of an assessment handed in under a rule: so many ratings of images right, and so many of advice at 0.
func sat(t testing.TB, rule, right, wrong int) Signed {
	t.Helper()
	h := progress.NewHistory()
	drawn := []string{"one", "two", "three", "four"}
	for i := range right + wrong {
		a := answered(int64(2+i), "e", "another-"+string(rune('a'+i)), "images", 4, 3, 0)
		if i >= right {
			a = answered(int64(2+i), "e", "another-"+string(rune('a'+i)), "advice", 0, 3, 0)
		}
		drawn = append(drawn, a.Scenario)
		h.Apply(a)
	}
	// one situation that brings little room above chance, and that raw marks hardly count
	h.Apply(progress.Sitting{Seq: 1, ID: "e", Kind: progress.Assessment, Drawn: append(drawn, "best"), Library: "1.0.0"},
		progress.Answer{Seq: 40, Sitting: "e", Scenario: "best", Topic: "images", Format: "best", Chosen: []string{"b"}, Marks: 0, Of: 1, Chance: 0.25, At: noon},
		progress.Submit{Seq: 50, Sitting: "e", Pass: 0.5, Rule: rule, At: noon})
	work := must(Gather(h, library().Bank, Choice{Sitting: "e"}))(t)
	return must(Sign(must(Make(Weigh(work, library(), uk), ann, uk, program))(t), key(t, "")))(t)
}

// verified is what verifying says of a certificate, which is unchanged on every medium.
func verified(t testing.TB, s Signed) string {
	t.Helper()
	about := ""
	for medium, file := range media(t, s) {
		v := must(Verify(file, program))(t)
		if !v.Unchanged {
			t.Errorf("%s: %+v", medium, v)
		}
		about = ""
		for _, fact := range v.About {
			about += fact.Label + ": " + fact.Value + "\n"
		}
	}
	return strings.ReplaceAll(about, "\u00a0", " ")
}

func TestAScoreOfManyAnswers(t *testing.T) {
	s := sat(t, scenarios.ByShares, 7, 0)
	same(t, "score", s.Certificate.Evidence.Score, &Score{Marks: 112, Available: 113, Chance: 42.25, Above: 0.9111, Answers: 8, Right: 7,
		Formats: []Shares{{"best", 1, -0.333333333}, {"rate", 7, 7}}})
	page := strings.ReplaceAll(string(s.Markdown()), "\u00a0", " ")
	for _, want := range []string{
		"**Marks:** 112 of 113; chance alone brings 42.25",
		"**Result:** 91 % above chance (guessing brings 0 %, full marks 100 %), give or take 15 points: of three papers like it, two would come that close",
		"Each situation counts by its own share above chance, a single best answer once and every other format twice",
		"Photographs: 7 of 8 right", "very sure 7 times, right 7 of 7",
	} {
		has(t, "the page", page, want)
	}
	has(t, "verifying", verified(t, s), "Result: 91 % above chance (112 of 113 marks), passed\n")
}

// What is below chance is said in words.
func TestAScoreBelowChance(t *testing.T) {
	s := sat(t, scenarios.ByShares, 0, 6)
	page := string(s.Markdown())
	for _, want := range []string{"**Result:** 57 points below what guessing brings, give or take", "Photographs: 0 of 1 right"} {
		has(t, "the page", strings.ReplaceAll(page, "\u00a0", " "), want)
	}
	if strings.Contains(page, "−") {
		t.Errorf("it has a negative figure:\n%s", page)
	}
	has(t, "verifying", verified(t, s), "57 points below what guessing brings (0 of 97 marks), not passed\n")
}

// A paper of before is judged by its raw marks, for good, and the certificate and verifying say so.
func TestAPaperOfBefore(t *testing.T) {
	for _, c := range []struct {
		rule         int
		above        float64
		result, says string
	}{
		{0, 0.5335, "53 % above chance (80 of 113 marks), passed. It is judged by its raw marks together, as papers were when it was handed in\n", scenarios.JudgedByRawMarks},
		{scenarios.ByShares, 0.4844, "48 % above chance (80 of 113 marks), not passed\n", "Each situation counts by its own share"},
	} {
		s := sat(t, c.rule, 5, 2)
		e := s.Certificate.Evidence
		same(t, "rule", e.Rule, max(scenarios.RawMarks, c.rule))
		same(t, "above chance", e.Score.Above, c.above)
		has(t, "the page", string(s.Markdown()), "**How it is scored:** ")
		has(t, "the page", string(s.Markdown()), c.says)
		has(t, "verifying", verified(t, s), c.result)
	}
}
