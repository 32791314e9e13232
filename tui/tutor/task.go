package tutor

import (
	"errors"
	"slices"
	"sync"
)

// Task is work that takes time, in two halves: Run may be called from any goroutine, and Done takes what it returned on the
// tutor's own goroutine. Until Done nothing of the tutor's has changed.
type Task[T any] struct {
	Run  func() T
	Done func(T)
}

// Do does both halves here and now.
func (t Task[T]) Do() T {
	result := t.Run()
	t.Done(result)
	return result
}

// then is the task with one thing more for Done to do.
func (t Task[T]) then(more func()) Task[T] {
	return Task[T]{t.Run, func(result T) {
		t.Done(result)
		more()
	}}
}

// runOnly is a task with nothing to do afterwards.
func runOnly[T any](run func() T) Task[T] { return Task[T]{run, func(T) {}} }

// tasks are the tasks that were asked for and must not be lost, such as writing a certificate: leaving waits for them. They
// belong to the tutor's goroutine.
type tasks struct{ underWay []*owed }

// owed is a task that is to be done in any case.
type owed struct{ do func() error }

// failure is why a task failed whose result is an error or has one; nil for success.
func failure(result any) error {
	switch result := result.(type) {
	case error:
		return result
	case Exported:
		return result.Err
	case Forgotten:
		return result.Err
	}
	return nil
}

// mustFinish has a task done in any case, and once: by whoever asked for it, or else by finish.
func mustFinish[T any](all *tasks, t Task[T]) Task[T] {
	run := sync.OnceValue(t.Run)
	one := &owed{}
	done := func(result T) {
		if all.remove(one) {
			t.Done(result)
		}
	}
	one.do = func() error {
		result := run()
		done(result)
		return failure(result)
	}
	all.underWay = append(all.underWay, one)
	return Task[T]{run, done}
}

// remove takes a task out, and reports whether it was there.
func (t *tasks) remove(one *owed) bool {
	at := slices.Index(t.underWay, one)
	if at >= 0 {
		t.underWay = slices.Delete(t.underWay, at, at+1)
	}
	return at >= 0
}

// finish does the tasks that are not done yet, here and now, and waits for those that run. One that panics is not tried again. The
// errors are theirs: nobody is there any more to be shown them.
func (t *tasks) finish() error {
	var wrong []error
	for len(t.underWay) > 0 {
		wrong = append(wrong, t.finishOne(t.underWay[0]))
	}
	return errors.Join(wrong...)
}

func (t *tasks) finishOne(one *owed) error {
	defer t.remove(one)
	return one.do()
}
