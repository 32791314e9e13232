package tutor

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
