package sshd

import "sync"

// owned are goroutines that somebody waits for. Other than with a sync.WaitGroup, one may begin while others are being waited for, as when a
// client asks for something at the very end.
type owned struct {
	mu    sync.Mutex // held for what follows
	count int
	ended sync.Cond // told whenever one has ended; its lock is mu
}

func newOwned() *owned {
	o := &owned{}
	o.ended.L = &o.mu
	return o
}

// Go runs a function on a goroutine.
func (o *owned) Go(f func()) {
	o.mu.Lock()
	o.count++
	o.mu.Unlock()
	go func() {
		defer func() {
			o.mu.Lock()
			o.count--
			o.mu.Unlock()
			o.ended.Broadcast()
		}()
		f()
	}()
}

// Wait waits until none runs.
func (o *owned) Wait() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for o.count > 0 {
		o.ended.Wait()
	}
}
