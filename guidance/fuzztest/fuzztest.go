// Package fuzztest holds what is done with a text from outside to a time that follows from the text's length. It is for tests.
//
// Nothing is held to a time in the default run, where a slow machine is no fault. It is while a target is fuzzed, and where the
// environment says so, for a text that was found in this way.
package fuzztest

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"testing"
	"time"
)

// What the work with one text may take of the processor. Both are many times what any takes that is read once: a target is built to be
// watched while it is fuzzed, and is slower for it.
const (
	least   = 500 * time.Millisecond
	perByte = 20 * time.Microsecond
)

// Held is the variable of the environment that holds seeds to their time in a run without fuzzing, whatever its value. The heavy ones are long in
// such a run.
const Held = "PROBITY_FUZZ_TIMED"

// Limit is what the work with a text of so many bytes may take of the processor. What takes as long as the square of the length is
// beyond it before the text has the length of those that Heavy gives.
func Limit(size int) time.Duration { return least + time.Duration(size)*perByte }

// Within holds the rest of a test to the time for so many bytes, and for more where documents are made of them, or folders: times says how many
// times that may take. What comes to an end too late fails the test; what comes to none ends the process, from which go test knows the text.
func Within(t testing.TB, size, times int) {
	t.Helper()
	if holds() {
		watch(t, time.Duration(times)*Limit(size), func(said string) {
			debug.SetTraceback("all") // with where the time is spent
			panic(said)
		})
	}
}

// holds reports whether times count in this run.
func holds() bool { return asked() || flag.Lookup("test.fuzz").Value.String() != "" }

func asked() bool {
	_, is := os.LookupEnv(Held)
	return is
}

// watch fails a test that takes longer than a limit, and brings about its end where it does not end by itself.
func watch(t testing.TB, limit time.Duration, end func(said string)) {
	t.Helper()
	begun, done, ended := spent(), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for left := limit; left > 0; left = limit - (spent() - begun) { // others use the processor too
			select {
			case <-done:
				return
			case <-time.After(left):
			}
		}
		end(late(limit))
	}()
	t.Cleanup(func() {
		close(done)
		<-ended
		if took := spent() - begun; took > limit {
			t.Error(late(limit), "and ended after", took)
		}
	})
}

func late(limit time.Duration) string {
	return fmt.Sprintf("it took more than %v of the processor, which is too long for a text of this length", limit)
}
