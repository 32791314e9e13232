package folder

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"probity/progress/disk/disktest"
)

var fireSeed = flag.Uint64("fireseed", 1, "the chance by which the power is cut and processes are killed; 0 for another each time")

// chance is what a test of this file goes by. Its seed is said where the test fails.
func chance(t testing.TB) *rand.Rand {
	seed := *fireSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("-fireseed=%d", seed)
	return rand.New(rand.NewPCG(seed, seed))
}

// TestThePowerIsCutAtEachStep of each way to save, and the disk has kept, dropped, cut, zeroed or reordered what it was not made to keep: what was said
// to be saved is there, nothing is there twice, what was said to be erased is nowhere, and the next start goes on.
func TestThePowerIsCutAtEachStep(t *testing.T) {
	if testing.Short() {
		t.Skip("it is done by one goroutine, in which the race detector sees nothing")
	}
	for _, p := range savePaths() {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			w := p.begun(t)
			before := must(held(t, w))(t)
			recorder := disktest.Record(t, w.root)
			check(t, p.save(world{root: w.root, disk: recorder.Steps()})())
			after := must(held(t, w))(t)
			states := recorder.States(chance(t))
			t.Logf("%d states", len(states))
			failed := 0
			for _, s := range states {
				if wrong := p.afterCut(t, s, before, after); wrong != "" {
					if failed++; failed <= 3 {
						t.Errorf("%s (done: %v): %s", s.When, s.Done, wrong)
					}
				}
			}
			if failed > 0 {
				t.Errorf("%d of %d states are wrong", failed, len(states))
			}
		})
	}
}

// afterCut starts the program again on what a disk has kept, and says what is wrong; "" for nothing.
func (p savePath) afterCut(t *testing.T, s disktest.State, before, after map[string]string) string {
	dir, err := os.MkdirTemp(t.TempDir(), "")
	check(t, err)
	defer os.RemoveAll(dir)
	w := world{root: dir, raw: p.raw, disk: disktest.Unsynced()}
	s.Lay(t, dir)
	found, err := held(t, w)
	if err != nil {
		return fmt.Sprintf("it is damaged: %v", err)
	}
	if wrong := between(found, before, after); wrong != "" {
		return wrong
	}
	if changed := slices.Equal(factsIn(found, record), factsIn(after, record)); s.Done || p.last && changed {
		if wrong := between(found, after, after); wrong != "" {
			return "it was said to be done, or the record says so: " + wrong
		}
		if where := quoting(t, w, p.secret); len(where) > 0 {
			return fmt.Sprintf("%q is still in %q", p.secret, where)
		}
	}
	if p.again && !s.Done {
		if err := p.save(w)(); err != nil {
			return fmt.Sprintf("once more: %v", err)
		}
		then, err := held(t, w)
		if err != nil || !slices.Equal(factsOf(then), factsOf(after)) {
			return fmt.Sprintf("once more there are %q, %v", factsOf(then), err)
		}
		if where := quoting(t, w, p.secret); len(where) > 0 {
			return fmt.Sprintf("once more: %q is still in %q", p.secret, where)
		}
		found = then
	}
	if p.raw {
		return ""
	}
	goesOn(t, w)
	then, err := held(t, w)
	if err != nil || len(factsOf(then)) != len(factsOf(found))+2 {
		return fmt.Sprintf("what goes on is not a fact more in the record and one in a session: %v: %d, %d", err, len(factsOf(then)), len(factsOf(found)))
	}
	if left := leftovers(t, w); len(left) > 0 {
		return fmt.Sprintf("left: %q", left)
	}
	return ""
}
