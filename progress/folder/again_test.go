package folder

import (
	"testing"
	"time"

	"probity/progress"
	"probity/progress/journal"
)

// TestWhatWasAnsweredInBothCountsOnce: of a practice the file's answer to the same situation is left out, unless the record's was taken back. In
// an assessment an answer may be changed, and both are kept.
func TestWhatWasAnsweredInBothCountsOnce(t *testing.T) {
	later := func(a progress.Answer) progress.Answer {
		a.Chosen, a.At = []string{"c"}, noon.Add(-time.Minute) // given before the record's, and saved after it
		return a
	}
	for name, c := range map[string]struct {
		kind    progress.Kind
		also    []progress.Fact // in the record
		again   int
		answers int
	}{
		"a practice":    {progress.Practice, nil, 1, 2},
		"a review":      {progress.Review, nil, 1, 2},
		"taken back":    {progress.Practice, []progress.Fact{progress.Undo{Of: 2}}, 0, 3},
		"an assessment": {progress.Assessment, nil, 0, 3},
	} {
		t.Run(name, func(t *testing.T) {
			ours := created(t, progress.Sitting{ID: answer(0).Sitting, Kind: c.kind, Drawn: []string{"x"}})
			theirs := machine(t, ours)
			must(ours.Append(t.Context(), journal.Any, append([]progress.Fact{answer(0)}, c.also...)...))(t)
			must(theirs.Append(t.Context(), journal.Any, later(answer(0)), later(answer(1))))(t)
			m := must(ours.Merge(theirs.Path()))(t)
			same(t, "left out", []int{m.Again, m.NewAnswers}, []int{c.again, 2 - c.again})
			same(t, "answers", len(seqs(t, ours)), c.answers)
			same(t, "new the second time", must(ours.Merge(theirs.Path()))(t).New, 0)
		})
	}
}
