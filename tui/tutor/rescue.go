package tutor

import (
	"context"
	"errors"

	"probity/progress"
	"probity/progress/journal"
	"probity/scenarios/induction"
)

// Rescue saves what waits, and nothing else, for a program that has to end although the goroutine that has the tutor hangs. It
// may be called from any goroutine. A write that is under way is waited for, not made again. Afterwards nothing can be saved
// any more: the lock is kept, so that a goroutine that comes back to life does not save the same again.
func (t *Tutor) Rescue() error {
	t.waiting.Lock()
	var wrong []error
	for _, r := range t.rooms {
		wrong = append(wrong, rescue(r.write, r.queue, func(facts ...induction.Fact) error {
			return r.file.Append(context.Background(), journal.Any, facts...)
		}))
	}
	if record := t.record; t.Kept() {
		wrong = append(wrong, rescue(t.outbox.write, t.outbox.queue, func(facts ...progress.Fact) error {
			_, err := record.Append(context.Background(), journal.Any, facts...)
			return err
		}))
	}
	return errors.Join(wrong...)
}

// rescue saves what a write that may be under way leaves of a queue.
func rescue[F any](under *write, queue []F, save func(...F) error) error {
	if under != nil {
		if w := under.run(); w.Err == nil {
			queue = queue[w.Count:]
		}
	}
	if len(queue) == 0 {
		return nil
	}
	return save(queue...)
}
