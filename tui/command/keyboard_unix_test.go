//go:build !windows

package command

import (
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/muesli/cancelreader"
)

// unplugged is a keyboard without a terminal, into whose queue a test types.
func unplugged() *keyboard {
	k := &keyboard{}
	k.come = sync.NewCond(&k.mu)
	return k
}

// TestCtrlCIsSeenAmongWhatIsTyped, as terminals of every kind send it, in pieces too.
func TestCtrlCIsSeenAmongWhatIsTyped(t *testing.T) {
	for _, c := range []struct {
		name   string
		chunks []string
		seen   bool
	}{
		{"as it always was", []string{"\x03"}, true},
		{"among letters", []string{"ab\x03cd"}, true},
		{"Kitty's protocol", []string{"\x1b[99;5u"}, true},
		{"with caps lock", []string{"\x1b[99;69u"}, true},
		{"with num lock", []string{"\x1b[99;133u"}, true},
		{"with both locks", []string{"\x1b[99;197u"}, true},
		{"on a Cyrillic keyboard", []string{"\x1b[1089::99;5u"}, true},
		{"on a Greek keyboard", []string{"\x1b[968;5u"}, true},
		{"held down", []string{"\x1b[99;5:2u"}, true},
		{"xterm, telling keys apart", []string{"\x1b[27;5;99~"}, true},
		{"in two pieces", []string{"\x1b[9", "9;5u"}, true},
		{"byte by byte", strings.Split("\x1b[27;5;99~", ""), true},
		{"after much else", []string{strings.Repeat("a", 5000) + "\x1b[99", ";5u"}, true},
		{"let go", []string{"\x1b[99;5:3u"}, false},
		{"c alone", []string{"c", "\x1b[99;1u"}, false},
		{"ctrl+shift+c, which copies", []string{"\x1b[99;6u"}, false},
		{"alt+c", []string{"\x1b[99;3u", "\x1bc"}, false},
		{"ctrl+v", []string{"\x16", "\x1b[118;5u"}, false},
		{"pieces that do not meet", []string{"\x1b[99", "x", ";5u"}, false},
		{"nothing", []string{""}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			k, seen := unplugged(), 0
			for _, chunk := range c.chunks {
				if k.take([]byte(chunk), nil) {
					seen++
				}
			}
			if (seen == 1) != c.seen || seen > 1 {
				t.Errorf("seen %d times", seen)
			}
			if got := string(k.queue); got != strings.Join(c.chunks, "") {
				t.Errorf("the program reads %q", got)
			}
		})
	}
}

// TestOneCtrlCIsSeenOnce: what comes behind it does not bring it up again.
func TestOneCtrlCIsSeenOnce(t *testing.T) {
	k := unplugged()
	if k.take([]byte("\x1b[9"), nil) || !k.take([]byte("9;5u"), nil) {
		t.Error("it is not seen when it is whole")
	}
	if k.take([]byte("9;5u"), nil) {
		t.Error("its beginning counts twice")
	}
	if !k.take([]byte("\x03"), nil) {
		t.Error("the next is not seen")
	}
}

// TestTheKeyboardIsReadAsItWasTyped, in order, whatever the reader's room; the end comes behind the last byte.
func TestTheKeyboardIsReadAsItWasTyped(t *testing.T) {
	k := unplugged()
	k.take([]byte("one "), nil)
	k.take([]byte("two"), io.EOF)
	var got []byte
	for {
		var room [3]byte
		n, err := k.Read(room[:])
		got = append(got, room[:n]...)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.Error(err)
			}
			break
		}
	}
	if string(got) != "one two" {
		t.Errorf("read is %q", got)
	}
}

// TestAReaderWhoseTurnIsOverTakesNothing: what is typed while the program is set aside is for who reads next.
func TestAReaderWhoseTurnIsOverTakesNothing(t *testing.T) {
	k := unplugged()
	ended := make(chan error)
	begun := make(chan struct{})
	go func() {
		close(begun)
		_, err := k.Read(make([]byte, 8))
		ended <- err
	}()
	<-begun
	for err := error(nil); err == nil; { // until the reader waits, there is no turn of its to end
		k.yield()
		select {
		case err = <-ended:
			if !errors.Is(err, cancelreader.ErrCanceled) {
				t.Fatal(err)
			}
		default:
		}
	}
	k.take([]byte("a"), nil)
	next := make([]byte, 8)
	if n, err := k.Read(next); string(next[:n]) != "a" || err != nil {
		t.Errorf("the next reads %q, %v", next[:n], err)
	}
}

// TestTheKeyboardTellsOfCtrlCAndOfItsEnd, on a pipe in place of a terminal.
func TestTheKeyboardTellsOfCtrlCAndOfItsEnd(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	source, err := cancelreader.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	told := make(chan string, 8)
	k := &keyboard{source: source, done: make(chan struct{}), typed: func() { told <- "typed" }, ended: func() { told <- "ended" }}
	k.come = sync.NewCond(&k.mu)
	go k.pump()
	if _, err := io.WriteString(out, "a\x03"); err != nil {
		t.Fatal(err)
	}
	if got := <-told; got != "typed" {
		t.Errorf("told first is %q", got)
	}
	out.Close()
	if got := <-told; got != "ended" {
		t.Errorf("told then is %q", got)
	}
	<-k.done
	if got, err := io.ReadAll(k); string(got) != "a\x03" || err != nil {
		t.Errorf("read is %q, %v", got, err)
	}
}

// TestAKeyboardThatIsStoppedHasNotEnded: the program leaves by itself, and nobody went away.
func TestAKeyboardThatIsStoppedHasNotEnded(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer out.Close()
	source, err := cancelreader.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	k := &keyboard{source: source, done: make(chan struct{}), typed: func() {}, ended: func() { t.Error("it says that it has ended") }}
	k.come = sync.NewCond(&k.mu)
	go k.pump()
	k.stop()
	if _, err := k.Read(make([]byte, 8)); !errors.Is(err, cancelreader.ErrCanceled) {
		t.Errorf("reading after it: %v", err)
	}
}

// TestACharacterInPiecesIsReadWhole: over a slow connection its bytes may come one by one. What is no UTF-8 holds nothing up but itself.
func TestACharacterInPiecesIsReadWhole(t *testing.T) {
	for _, c := range []struct {
		name   string
		chunks []string
		room   int
		want   []string
	}{
		{"two bytes", []string{"Zo\xc3", "\xab"}, 64, []string{"Zo", "ë"}},
		{"byte by byte", strings.Split("x\xe2\x80\x93", ""), 64, []string{"x", "–"}},
		{"more than there is room for", []string{"abcé"}, 4, []string{"abc", "é"}},
		{"Latin 1", []string{"Ren\xe9", " D"}, 64, []string{"Ren", "\xe9 D"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := unplugged()
			k.take([]byte(c.chunks[0]), nil)
			var got []string
			for _, next := range append(c.chunks[1:], "") {
				p := make([]byte, c.room)
				for readable(k.queue) > 0 {
					n, err := k.Read(p)
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, string(p[:n]))
				}
				k.take([]byte(next), nil)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("read %q, want %q", got, c.want)
			}
		})
	}

	k := unplugged()
	k.take([]byte("\xc3"), io.EOF)
	if n, err := k.Read(make([]byte, 8)); n != 1 || err != nil {
		t.Errorf("what comes last is kept back: %d, %v", n, err)
	}
}
