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

// looking is a task that changes nothing of the tutor's.
func looking[T any](run func() T) Task[T] { return Task[T]{run, func(T) {}} }

// Tasks are the tasks that were asked for and must not be lost, such as writing a certificate: leaving waits for them. They
// belong to the tutor's goroutine.
type Tasks struct{ underWay []*sure }

// sure is a task that is done in any case.
type sure struct{ do func() }

// surely has a task done in any case, and once: by whoever asked for it, or else by Finish.
func surely[T any](tasks *Tasks, t Task[T]) Task[T] {
	run := sync.OnceValue(t.Run)
	one := &sure{}
	done := func(result T) {
		if tasks.remove(one) {
			t.Done(result)
		}
	}
	one.do = func() { done(run()) }
	tasks.underWay = append(tasks.underWay, one)
	return Task[T]{run, done}
}

// remove takes a task out, and reports whether it was there.
func (t *Tasks) remove(one *sure) bool {
	at := slices.Index(t.underWay, one)
	if at >= 0 {
		t.underWay = slices.Delete(t.underWay, at, at+1)
	}
	return at >= 0
}

// Finish does the tasks that are not done yet, here and now, and waits for those that run. One that panics is not tried again.
func (t *Tasks) Finish() {
	for len(t.underWay) > 0 {
		t.finish(t.underWay[0])
	}
}

func (t *Tasks) finish(one *sure) {
	defer t.remove(one)
	one.do()
}
