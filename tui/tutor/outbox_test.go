package tutor

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var errFull = errors.New("the disk is full")

// drive is where the facts of a test go. While it is full nothing can be written.
type drive struct {
	kept []int
	full bool
}

func (d *drive) save(batch []int) error {
	if d.full {
		return errFull
	}
	d.kept = append(d.kept, batch...)
	return nil
}

// post is an outbox on a disk, with what the outbox said was saved.
func post() (o *outbox[int], d *drive, said *[]int) {
	d, said = &drive{}, &[]int{}
	saves := func(batch []int) (settle func(), err error) {
		if err = d.save(batch); err == nil {
			settle = func() { *said = append(*said, batch...) }
		}
		return settle, err
	}
	return newOutbox(func() save[int] { return saves }), d, said
}

// TestFactsLeaveInOrderEachOnce, whatever fails and when, and whoever writes at the end: the outbox's own goroutine or a rescuer.
func TestFactsLeaveInOrderEachOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, d, said := post()
		var given []int
		var tasks []Task[Written] // begun; some may have run, and some ended
		one := func() Task[Written] { return tasks[rapid.IntRange(0, len(tasks)-1).Draw(t, "task")] }
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				for range rapid.IntRange(1, 3).Draw(t, "facts") {
					given = append(given, len(given))
					o.Add(len(given) - 1)
				}
			},
			"write": func(*rapid.T) {
				if task, ok := o.Write(); ok {
					tasks = append(tasks, task)
				}
			},
			"run": func(t *rapid.T) {
				if len(tasks) > 0 {
					one().Run()
				}
			},
			"end": func(t *rapid.T) {
				if len(tasks) > 0 {
					one().Do()
				}
			},
			"fill or free the disk": func(*rapid.T) { d.full = !d.full },
			"retry":                 func(*rapid.T) { o.Retry() },
			"flush": func(t *rapid.T) {
				if err := o.Flush(); (err == nil) != slices.Equal(d.kept, given) || err != nil && !d.full {
					t.Fatalf("flushed %v of %v: %v", d.kept, given, err)
				}
			},
			"": func(t *rapid.T) {
				if n := len(d.kept); !slices.Equal(d.kept, given[:n]) || !slices.Equal(*said, d.kept[:len(*said)]) || o.Waiting() != len(given)-len(*said) {
					t.Fatalf("given %v, kept %v, said to be kept %v, %d waiting", given, d.kept, *said, o.Waiting())
				}
			},
		})
		d.full = false
		if rapid.Bool().Draw(t, "rescued") {
			_ = o.Rescue(func(batch []int) (func(), error) { return nil, d.save(batch) }) // a write that ran while the disk was full has failed; its facts are saved all the same
		} else if err := o.Flush(); err != nil || !o.Idle() {
			t.Fatalf("%v, or something waits", err)
		}
		for _, task := range tasks {
			task.Run() // comes too late, and does nothing more
		}
		if !slices.Equal(d.kept, given) {
			t.Fatalf("given %v, kept %v", given, d.kept)
		}
	})
}

func TestOneWriteAtATime(t *testing.T) {
	o, _, _ := post()
	o.Add(1)
	task, ok := o.Write()
	if o.Add(2); !ok {
		t.Fatal("nothing to write")
	}
	if _, again := o.Write(); again {
		t.Error("two writes at once")
	}
	if task.Do(); o.Waiting() != 1 {
		t.Errorf("%d wait", o.Waiting())
	}
	if _, ok := o.Write(); !ok {
		t.Error("what came during the write is not written")
	}
}

// TestAFailureIsTriedAgainWhenAsked, or when there is more to write; only the first in a row is said to be the first.
func TestAFailureIsTriedAgainWhenAsked(t *testing.T) {
	o, d, _ := post()
	fails := func(first bool) {
		t.Helper()
		task, ok := o.Write()
		if !ok {
			t.Fatal("it is not tried")
		}
		if w := task.Do(); !errors.Is(w.Err, errFull) || w.First != first || !errors.Is(o.Trouble(), errFull) {
			t.Errorf("%+v, trouble %v", w, o.Trouble())
		}
		if _, ok := o.Write(); ok {
			t.Error("it is tried again at once")
		}
	}
	d.full = true
	o.Add(1)
	fails(true)
	o.Add(2)
	fails(false)
	o.Retry()
	fails(false)
	d.full = false
	if err := o.Flush(); err != nil || o.Trouble() != nil {
		t.Errorf("%v, trouble %v", err, o.Trouble())
	}
	d.full = true
	o.Add(3)
	fails(true)
}

// TestAWriteThatIsWantedIsMade though nothing waits, until one succeeds.
func TestAWriteThatIsWantedIsMade(t *testing.T) {
	o, d, _ := post()
	if _, ok := o.Write(); ok {
		t.Error("nothing is wanted")
	}
	o.Want()
	d.full = true
	if task, ok := o.Write(); !ok || task.Do().Err == nil {
		t.Fatal("it is not made")
	}
	d.full = false
	if err := o.Flush(); err != nil {
		t.Fatal(err)
	}
	if _, ok := o.Write(); ok {
		t.Error("it is made once more")
	}
}

func TestWhatWaitsIsAmended(t *testing.T) {
	o, d, _ := post()
	o.Add(1, 2, 3)
	d.full = true
	_ = o.Flush()
	o.Amend(func(n int) (int, bool) { return 10 * n, n != 2 })
	if d.full = false; o.Trouble() != nil {
		t.Error("the trouble is not forgotten")
	}
	if err := o.Flush(); err != nil || !slices.Equal(d.kept, []int{10, 30}) {
		t.Errorf("%v, %v", d.kept, err)
	}
}

// TestAWriteThatPanicsHasFailed: whoever comes to it next goes on, and nothing is lost.
func TestAWriteThatPanicsHasFailed(t *testing.T) {
	_, d, _ := post()
	faulty := true
	o := newOutbox(func() save[int] {
		return func(batch []int) (func(), error) {
			if faulty {
				panic("a fault")
			}
			return nil, d.save(batch)
		}
	})
	o.Add(1)
	task, _ := o.Write()
	func() {
		defer func() { faulty = recover() == nil }()
		task.Run()
	}()
	if o.Await(); o.Trouble() == nil || o.Waiting() != 1 {
		t.Errorf("trouble %v, %d wait", o.Trouble(), o.Waiting())
	}
	if err := o.Flush(); err != nil || !slices.Equal(d.kept, []int{1}) {
		t.Errorf("%v, %v", d.kept, err)
	}
}
