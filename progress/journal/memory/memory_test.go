package memory

import (
	"testing"

	"probity/progress/journal"
	"probity/progress/journal/journaltest"
)

func TestConformance(t *testing.T) {
	journaltest.Test(t, func(*testing.T) journaltest.Journal {
		j := New(journaltest.Clock)
		return journaltest.Journal{Open: func(kinds journal.Kinds) journal.Store { return j.Open(kinds) }}
	})
}
