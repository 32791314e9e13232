package command

import (
	"cmp"
	"errors"
	"sync"
	"unicode/utf8"

	"github.com/muesli/cancelreader"

	"probity/guidance/text"
)

// keyboard reads ahead of the event loop, so that ctrl+c is seen even when that hangs.
type keyboard struct {
	source cancelreader.CancelReader
	typed  func() // called on ctrl+c
	ended  func() // called when there is nothing behind the keyboard any more
	done   chan struct{}

	mu    sync.Mutex
	come  *sync.Cond
	queue []byte
	err   error
	turn  int    // counts who may read: a reader whose turn is over takes nothing any more
	tail  []byte // of what was read, in case ctrl+c comes in pieces
}

// keyboard is one that reads a source, once it begins to.
func (s *stage) keyboard(source cancelreader.CancelReader) *keyboard {
	k := &keyboard{source: source, typed: s.doubt, done: make(chan struct{})}
	k.ended = func() { s.left.Store(true); s.leave() }
	k.come = sync.NewCond(&k.mu)
	s.yield = k.yield
	return k
}

// begin begins to read ahead, for an event loop that can be told of it. The function that it returns ends that.
func (k *keyboard) begin() (stop func()) {
	if k == nil {
		return func() {}
	}
	go k.pump()
	return k.stop
}

// pump reads until there is nothing more.
func (k *keyboard) pump() {
	defer close(k.done)
	var chunk [4096]byte
	for {
		n, err := k.source.Read(chunk[:])
		if k.take(chunk[:n], err) {
			k.typed()
		}
		if err == nil {
			continue
		}
		if !errors.Is(err, cancelreader.ErrCanceled) {
			k.ended()
		}
		return
	}
}

// interrupt is ctrl+c as terminals send it: as it always was; by the key on which c stands, in Latin, Cyrillic or Greek, with or
// without the locks; and as xterm does it when asked to tell all keys apart.
var interrupt = text.Expression(`\x03|\x1b\[(?:99|1089|968)[:\d]*;(?:5|69|133|197)(?::[12])?u|\x1b\[27;5;99~`)

// longest is how long interrupt can be.
const longest = 32

// take puts what was read into the queue, and reports whether ctrl+c is in it.
func (k *keyboard) take(chunk []byte, err error) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.queue, k.err = append(k.queue, chunk...), err
	k.come.Broadcast()
	latest := append(k.tail, chunk...)
	if interrupt().Match(latest) {
		k.tail = nil
		return true
	}
	k.tail = append([]byte(nil), latest[max(0, len(latest)-longest):]...)
	return false
}

// Read is how Bubble Tea reads. A character that has not come whole waits for the rest: half of one would be taken for none.
func (k *keyboard) Read(p []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	turn := k.turn
	for readable(k.queue) == 0 && k.err == nil && k.turn == turn {
		k.come.Wait()
	}
	switch {
	case k.turn != turn:
		return 0, cancelreader.ErrCanceled
	case len(k.queue) == 0:
		return 0, k.err
	}
	n := copy(p, k.queue)
	if n < len(k.queue) || k.err == nil {
		n = cmp.Or(readable(p[:n]), n)
	}
	k.queue = k.queue[n:]
	return n, nil
}

// readable is how much of a text is there without the beginning of a character at its end.
func readable(typed []byte) int {
	for i := len(typed) - 1; i >= max(0, len(typed)-utf8.UTFMax+1); i-- {
		if utf8.RuneStart(typed[i]) {
			if !utf8.FullRune(typed[i:]) {
				return i
			}
			break
		}
	}
	return len(typed)
}

// yield ends the turn of who reads: what comes is for the next.
func (k *keyboard) yield() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.turn++
	k.come.Broadcast()
}

// stop ends reading, and waits until it is over.
func (k *keyboard) stop() {
	if k.source.Cancel() {
		<-k.done
		_ = k.source.Close()
	}
	k.yield()
}
