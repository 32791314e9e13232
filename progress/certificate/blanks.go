// Blanks: what an assessment was handed in without an answer to. It is named wherever it has a part in a figure, and is no answer.

package certificate

import (
	"slices"

	"probity/progress"
)

// blank counts the answers that name nothing: the situations left without one when an assessment was handed in.
func blank(answers []progress.Answer) (n int) {
	for _, a := range answers {
		if a.Blank() {
			n++
		}
	}
	return n
}

// answered is the work without what was left blank: nobody worked through that.
func (w Work) answered() Work {
	w.Answers = slices.DeleteFunc(slices.Clone(w.Answers), progress.Answer.Blank)
	return w
}

// marked are the answers that the score is of. In the marks of an assessment those that were left blank have their place; elsewhere they are no
// answers.
func (w Work) marked() []progress.Answer {
	if w.Kind != string(progress.Assessment) {
		w = w.answered()
	}
	return slices.DeleteFunc(slices.Clone(w.Answers), func(a progress.Answer) bool { return !a.Scored() })
}

// answered is how many situations were answered, as far as it is said.
func (a Activity) answered() int {
	if a.Answered == nil {
		return 0
	}
	return *a.Answered
}
