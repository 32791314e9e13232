package sshd

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"time"
)

// errStalled is why nothing more can be written to a client that does not read.
var errStalled = errors.New("the other side takes nothing any more")

// output is what a session writes, on its way to the client. Somebody who writes waits only when more than the limit is on the way, and then
// only for as long as the client goes on reading.
type output struct {
	to    io.Writer
	limit int           // bytes
	stall time.Duration // for a client to take the next bytes
	cut   func()        // ends the connection
	taken func()        // called whenever the client has taken something

	mu     sync.Mutex // held for what follows
	wait   bytes.Buffer
	ended  bool          // nothing more will be written
	err    error         // why nothing more can be
	filled chan struct{} // has a value after something was written, or it ended
	moved  chan struct{} // has a value after the client took something
	done   chan struct{} // closed when all is taken, or cannot be
}

func newOutput(to io.Writer, l Limits, cut, taken func()) *output {
	return &output{
		to: to, limit: l.Buffer, stall: l.Stall, cut: cut, taken: taken,
		filled: make(chan struct{}, 1), moved: make(chan struct{}, 1), done: make(chan struct{}),
	}
}

// chunk is how many bytes go to the client at once.
const chunk = 16 << 10

// Write gives bytes on their way. Writes from several goroutines may run into each other where they are longer than the limit.
func (o *output) Write(p []byte) (int, error) {
	written := 0
	for {
		n, err := o.put(p[written:])
		written += n
		if err != nil || written == len(p) {
			return written, err
		}
		if !o.moving() {
			o.fail(errStalled)
		}
	}
}

// put takes as many bytes as there is room for.
func (o *output) put(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	switch {
	case o.err != nil:
		return 0, o.err
	case o.ended:
		return 0, io.ErrClosedPipe
	}
	n := min(len(p), o.limit-o.wait.Len())
	o.wait.Write(p[:n])
	tell(o.filled)
	return n, nil
}

// moving waits until the client takes something, and reports whether it did in time.
func (o *output) moving() bool {
	timer := time.NewTimer(o.stall)
	defer timer.Stop()
	select {
	case <-o.moved:
		return true
	case <-o.done:
		return true
	case <-timer.C:
		return false
	}
}

// fail ends the connection: nothing else gets a client back that does not read, and the program that writes to it goes on.
func (o *output) fail(err error) {
	o.mu.Lock()
	if o.err == nil {
		o.err = err
	}
	o.mu.Unlock()
	tell(o.filled)
	o.cut()
}

// pump hands bytes to the client until there are no more.
func (o *output) pump() {
	defer close(o.done)
	buf := make([]byte, chunk)
	for {
		o.mu.Lock()
		n, _ := o.wait.Read(buf) // fails for an empty buffer alone
		ended := o.ended || o.err != nil
		if n > 0 && o.wait.Len() == 0 && o.wait.Cap() > chunk {
			o.wait = bytes.Buffer{} // an idle session keeps no room for what it wrote once
		}
		o.mu.Unlock()
		if n == 0 && ended {
			return
		}
		if n == 0 {
			<-o.filled
			continue
		}
		if _, err := o.to.Write(buf[:n]); err != nil {
			o.mu.Lock()
			o.err = errors.Join(o.err, err)
			o.mu.Unlock()
			return
		}
		o.taken()
		tell(o.moved)
	}
}

// finish waits until the client has taken all, as long as it takes any.
func (o *output) finish() {
	o.mu.Lock()
	o.ended = true
	o.mu.Unlock()
	tell(o.filled)
	for {
		select {
		case <-o.done:
			return
		default:
		}
		if !o.moving() {
			o.fail(errStalled)
			<-o.done
			return
		}
	}
}

// tell puts a value into a channel that has room for one, unless one waits there already.
func tell(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
