package tutor

import "errors"

// Rescue saves what waits, and nothing else, for a program that has to end although the goroutine that has the tutor hangs. It
// may be called from any goroutine. A write that is under way is waited for, not made again. Afterwards nothing can be saved
// any more: the locks are kept, so that a goroutine that goes on after all does not save the same again.
func (t *Tutor) Rescue() error {
	t.holding.Lock()
	var wrong []error
	for _, r := range t.rooms {
		wrong = append(wrong, r.outbox.Rescue())
	}
	return errors.Join(append(wrong, t.outbox.Rescue())...)
}
