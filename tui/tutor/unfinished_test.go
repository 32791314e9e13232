package tutor

import "testing"

// TestWhereAPracticeWasLeftIsWhatComesUpAgain: a question with marks, a feedback, or how far it is.
func TestWhereAPracticeWasLeftIsWhatComesUpAgain(t *testing.T) {
	for _, c := range []struct {
		left      UnfinishedPractice
		where, at string
	}{
		{UnfinishedPractice{Done: 2, Of: 4}, "2 of 4", "at 2 of 4"},
		{UnfinishedPractice{Done: 2, Of: 4, Marked: true}, "2 of 4", "at 2 of 4"},
		{UnfinishedPractice{Done: 1, Of: 1}, "the last feedback", "in its last feedback"},
		{UnfinishedPractice{Done: 1, Of: 1, Marked: true}, "the last question", "at its last question"},
	} {
		if where, at := c.left.Where(), c.left.at(); where != c.where || at != c.at {
			t.Errorf("%+v: %q, %q; want %q, %q", c.left, where, at, c.where, c.at)
		}
	}
}
