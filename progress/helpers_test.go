// What the tests share.

package progress

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"probity/scenarios"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// chosen is something, in an answer of which it does not matter what.
var chosen = []string{"a"}

func answer(i int) Answer {
	return Answer{
		Sitting: "20261122-092811-k3f9", Scenario: fmt.Sprintf("friend-request-after-discharge-%d", i%130), Revision: 1,
		Topic: fmt.Sprintf("boundaries-%d", i%9), Principle: fmt.Sprintf("friend-requests-%d", i%40), Format: "best",
		Chosen: []string{"b"}, Marks: float64(i % 2), Of: 1, Chance: 0.2, Sure: 1 + i%3, Seconds: 41,
	}
}

func same[V any](t testing.TB, what string, got, want V) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// best is the score of so many right answers, and so many wrong ones, to single best answers of four options.
func best(right, wrong int) (sum scenarios.Score) {
	for i := range right + wrong {
		m := scenarios.Marking{Of: 1, Chance: 0.25}
		if i < right {
			m.Marks = 1
		}
		sum = sum.Add(scenarios.ScoreOf("best", m))
	}
	return sum
}
