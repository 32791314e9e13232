package tutor

import (
	"errors"
	"slices"
	"sync"
	"sync/atomic"
)

// outbox holds facts on their way to the disk, in order. None leaves it before it is written. One write is made at a time, and
// it is made once, whoever comes to it first: the task that Write returned, Flush or Rescue. An outbox belongs to one goroutine;
// Rescue alone may be called from another.
type outbox[F any] struct {
	prepare func() save[F]

	waiting sync.Mutex // held while queue or under changes, so that Rescue can read them
	queue   []F
	pending atomic.Pointer[[]F] // the queue, for whoever cannot wait for waiting
	under   *write[F]           // the write under way; nil when there is none

	wanted  bool // a write is to be made even if nothing waits
	trouble error
	tried   int // how long the queue was when the last write failed; -1 once it is to be tried again
	failed  int // how long the longest batch was that failed, of the failures in a row
}

// save writes a batch, whole or not at all. It may run on any goroutine, and has what it needs from when it was made. The outbox
// calls settle with what came of it on its own goroutine, when it has taken what was saved out of its queue. settle may be nil.
type save[F any] func(batch []F) (settle func(), err error)

// newOutbox returns an empty outbox. As each write begins the outbox calls prepare, on its own goroutine, for how to save.
func newOutbox[F any](prepare func() save[F]) *outbox[F] { return &outbox[F]{prepare: prepare} }

// Written is the result of a write.
type Written struct {
	Err   error
	First bool // this write failed, and the one before it did not
	More  bool // this write failed as the one before it did, with more to write than that
}

// write is one write.
type write[F any] struct {
	once   sync.Once
	do     func()
	count  int // how many facts at the head of the queue are in it
	settle func()
	result Written
}

// run writes, the first time it is called, and returns the result.
func (w *write[F]) run() Written {
	w.once.Do(w.do)
	return w.result
}

// Add puts facts on their way.
func (o *outbox[F]) Add(facts ...F) {
	o.waiting.Lock()
	defer o.waiting.Unlock()
	o.line(append(o.queue, facts...))
}

// line makes these what waits. What is in a queue never changes: another takes its place.
func (o *outbox[F]) line(queue []F) {
	o.queue = queue
	o.pending.Store(&queue)
}

// Pending are the facts that are not written yet, for any goroutine, also while another hangs. A write of them may be under way.
func (o *outbox[F]) Pending() []F {
	if queue := o.pending.Load(); queue != nil {
		return *queue
	}
	return nil
}

// Want asks for a write even if nothing waits. It is forgotten once a write succeeds.
func (o *outbox[F]) Want() { o.wanted = true }

// Write returns the task of writing what waits. There is none when nothing waits, or while a write is under way. After a write
// has failed there is none until Retry, or until more waits.
func (o *outbox[F]) Write() (task Task[Written], ok bool) {
	switch {
	case o.under != nil, len(o.queue) == 0 && !o.wanted:
		return Task[Written]{}, false
	case o.trouble != nil && len(o.queue) == o.tried:
		return Task[Written]{}, false
	}
	w := o.begin()
	return Task[Written]{Run: w.run, Done: func(Written) { o.end(w) }}, true
}

// begin begins a write of everything that waits.
func (o *outbox[F]) begin() *write[F] {
	save := o.prepare()
	o.waiting.Lock()
	defer o.waiting.Unlock()
	batch, failing, before := append([]F(nil), o.queue...), o.trouble != nil, o.failed
	w := &write[F]{count: len(batch), result: Written{Err: errCutShort, First: !failing}}
	w.do = func() {
		settle, err := save(batch)
		w.settle, w.result = settle, Written{Err: err, First: err != nil && !failing, More: err != nil && failing && len(batch) > before}
	}
	o.under = w
	return w
}

// errCutShort is the result of a write that panicked. Its facts stay in the queue.
var errCutShort = errors.New("saving was cut short by a fault in the program")

// end ends a write, unless it has ended already. What could not be written stays in the queue.
func (o *outbox[F]) end(w *write[F]) {
	if o.under != w {
		return
	}
	err := w.run().Err
	o.take(w, err)
	o.trouble = err
	o.failed = 0
	if err != nil {
		o.tried, o.failed = len(o.queue), w.count
	}
	if w.settle != nil {
		w.settle()
	}
}

func (o *outbox[F]) take(w *write[F], err error) {
	o.waiting.Lock()
	defer o.waiting.Unlock()
	o.under = nil
	if err == nil {
		o.line(o.queue[w.count:])
		o.wanted = false
	}
}

// Amend replaces each fact that waits by what change returns, or drops it where keep is false, and forgets the trouble. No write
// may be under way.
func (o *outbox[F]) Amend(change func(F) (amended F, keep bool)) {
	o.waiting.Lock()
	defer o.waiting.Unlock()
	var queue []F
	for _, fact := range o.queue {
		if amended, keep := change(fact); keep {
			queue = append(queue, amended)
		}
	}
	o.line(queue)
	o.trouble = nil
}

// Facts are what is not written yet, in order.
func (o *outbox[F]) Facts() []F { return slices.Clone(o.queue) }

// Waiting is how many facts are not written yet.
func (o *outbox[F]) Waiting() int { return len(o.queue) }

// Idle reports whether nothing waits and no write is under way.
func (o *outbox[F]) Idle() bool { return len(o.queue) == 0 && o.under == nil }

// Trouble is why the last write failed; nil when it did not.
func (o *outbox[F]) Trouble() error { return o.trouble }

// Retry lets what could not be written be tried again.
func (o *outbox[F]) Retry() { o.tried = -1 }

// Await waits for the write under way, if there is one, and takes its result.
func (o *outbox[F]) Await() {
	if o.under != nil {
		o.end(o.under)
	}
}

// Flush writes everything that waits, here and now, and returns the first error.
func (o *outbox[F]) Flush() error {
	o.Await()
	o.Retry()
	for task, ok := o.Write(); ok; task, ok = o.Write() {
		if result := task.Do(); result.Err != nil {
			return result.Err
		}
	}
	return o.trouble
}

// Rescue saves everything that waits, from any goroutine, when the outbox's own hangs. Nothing can be added or written any more
// afterwards: the lock is kept, so that a goroutine that goes on after all does not write the same again.
func (o *outbox[F]) Rescue(save save[F]) error {
	o.waiting.Lock()
	queue := o.queue
	if o.under != nil && o.under.run().Err == nil {
		queue = queue[o.under.count:]
	}
	if len(queue) == 0 {
		return nil
	}
	_, err := save(queue)
	return err
}
