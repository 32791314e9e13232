package tutor

import (
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
type owed struct{ do func() }

// mustFinish has a task done in any case, and once: by whoever asked for it, or else by finish.
func mustFinish[T any](all *tasks, t Task[T]) Task[T] {
	run := sync.OnceValue(t.Run)
	one := &owed{}
	done := func(result T) {
		if all.remove(one) {
			t.Done(result)
		}
	}
	one.do = func() { done(run()) }
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

// finish does the tasks that are not done yet, here and now, and waits for those that run. One that panics is not tried again.
func (t *tasks) finish() {
	for len(t.underWay) > 0 {
		t.finishOne(t.underWay[0])
	}
}

func (t *tasks) finishOne(one *owed) {
	defer t.remove(one)
	one.do()
}
