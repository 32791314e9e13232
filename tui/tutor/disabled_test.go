package tutor

import "probity/progress"

// DisableSaving is for tests of a run in which nothing is saved.
func (r *Record) DisableSaving() {
	r.file = nil
	if r.history == nil {
		r.history = progress.NewHistory()
	}
}
