package stream

import (
	"fmt"
	"sync/atomic"
	"testing"

	"probity/progress/journal"
	"probity/progress/journal/journaltest"
)

func TestConformance(t *testing.T) {
	conforms(t, embedded(t, t.TempDir()))
}

// conforms runs the table, each test on a record of its own, with the stores of a record on the engines in turn.
func conforms(t *testing.T, engines ...*Engine) {
	t.Helper()
	var learners atomic.Int64
	journaltest.Test(t, func(t *testing.T) journaltest.Journal {
		learner, opened := fmt.Sprint("learner-", learners.Add(1)), 0
		return journaltest.Journal{Open: func(kinds journal.Kinds) journal.Store {
			opened++
			return must(engines[opened%len(engines)].Store(learner, kinds))(t)
		}}
	})
}
