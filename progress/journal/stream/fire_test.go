package stream

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats-server/v2/server"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/journal/tables"
)

var (
	whole = flag.Bool("whole", false, "have each fault strike at each request of each way, not at some by chance")
	seed  = flag.Uint64("seed", 1, "what is by chance goes by it; 0 for another one each time")
)

// TestARecordUnderFire has each fault strike each way at a request to the store. What is called saved is there, once and in order, and what is called
// erased is gone; what failed is as it was or as it will be, and is done when it is done again, by the same window or by another.
func TestARecordUnderFire(t *testing.T) {
	if testing.Short() {
		t.Skip("what goroutines share is tried by the other tests in less time")
	}
	chance := byChance(t)
	all := ways()
	var each sync.WaitGroup
	turn := make(chan struct{}, 12) // they wait more than they work
	for _, name := range slices.Sorted(maps.Keys(all)) {
		f := under(t, all[name])
		for _, s := range f.shots(chance) {
			turn <- struct{}{}
			each.Go(func() {
				defer func() { <-turn }()
				t.Run(fmt.Sprintf("%s/%s", name, s), func(t *testing.T) { f.shoot(t, s) })
			})
		}
	}
	each.Wait()
}

// byChance returns a source of chance, whose seed is said.
func byChance(t *testing.T) *rand.Rand {
	t.Helper()
	if *seed == 0 {
		*seed = rand.Uint64()
	}
	t.Logf("-seed %d", *seed)
	return rand.New(rand.NewPCG(*seed, 0))
}

// fire is a way that is under fire, in a store of its own.
type fire struct {
	way
	folder     string
	running    *server.Server
	sees       *Engine // looks on, and meets with no fault
	requests   int     // that there are where all goes well
	will, more content // what comes of it
}

// shot is one fault at one request.
type shot struct {
	fault   string
	request int
	patient bool // the window waits for more than one answer
	another bool // another window does it again
}

// String says it.
func (s shot) String() string {
	return fmt.Sprintf("request %d is %s, patient %v, another window %v", s.request, s.fault, s.patient, s.another)
}

// who is a learner of its own.
func (s shot) who() string {
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == ',' {
			return '_'
		}
		return c
	}, fmt.Sprintf("%d %v %v %s", s.request, s.patient, s.another, s.fault))
}

// under tries a way without a fault.
func under(t *testing.T, p way) *fire {
	t.Helper()
	f := &fire{way: p, folder: t.TempDir()}
	f.running = must(start(&server.Options{DontListen: true, StoreDir: f.folder}, nil))(t)
	t.Cleanup(func() { f.running.Shutdown(); f.running.WaitForShutdown() })
	f.sees = must(overLine(t, &line{to: f.running}, time.Minute))(t)
	t.Cleanup(func() { check(t, f.sees.Close()) })
	well := func(who string, more bool) content {
		l := &line{to: f.running}
		w := f.window(t, l, who)
		defer w.close(t)
		b := strikes(l, fault{}, 0, nil)
		check(t, f.do(w, more))
		f.requests = b.mend()
		return f.content(t, who)
	}
	if f.will = well("well", false); p.grows {
		f.more = well("more", true)
	}
	return f
}

// shots are those that a way is under: each at each request, or where there are many of these one of each kind by chance.
func (f *fire) shots(chance *rand.Rand) (all []shot) {
	kinds := faults()
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		var some []shot
		for request := range f.requests {
			for _, patient := range []bool{false, true} {
				for _, another := range []bool{false, true} {
					if !(patient && (another || kinds[kind].lasts)) && (!another || f.again) {
						some = append(some, shot{kind, request + 1, patient, another})
					}
				}
			}
		}
		if !*whole {
			some = []shot{some[chance.IntN(len(some))]}
		}
		all = append(all, some...)
	}
	return all
}

// window is one window of a learner.
type window struct {
	*hosted.Record
	engine *Engine
	store  *Store
	led    folder.Led
	failed error // what was done to begin with
}

// window opens one, over a line, with what the way begins with.
func (f *fire) window(t *testing.T, l *line, who string) *window {
	t.Helper()
	w := opened(t, must(overLine(t, l, time.Minute))(t), who)
	if !f.anew {
		check(t, w.stand())
	}
	if f.begin != nil {
		f.begin(w)
	}
	check(t, w.failed)
	return w
}

func opened(t *testing.T, e *Engine, who string) *window {
	t.Helper()
	w := &window{engine: e, store: store(t, e, who)}
	w.Record = must(hosted.Open(hosted.Options{Facts: w.store, Beside: w.store, Now: e.now}))(t)
	return w
}

func (w *window) close(t *testing.T) { check(t, w.engine.Close()) }

// shoot has a fault strike, and looks at what comes of it.
func (f *fire) shoot(t *testing.T, s shot) {
	who := s.who()
	l := &line{to: f.running}
	w := f.window(t, l, who)
	defer w.close(t)
	if !s.patient {
		w.engine.wait = 100 * time.Millisecond
	}
	was, left := f.content(t, who), traces{}
	if f.gone != nil {
		left = f.gone(t, store(t, f.sees, who))
	}
	of, before := faults()[s.fault], func(frame) []byte { return nil }
	if of.past {
		before = leaderOf(t, f.sees)
	}
	b := strikes(l, of, s.request, before)
	err := f.do(w, false)
	b.mend()
	is, will := f.content(t, who), f.will
	if err != nil {
		if !is.equal(was) && !is.equal(will) && (f.midway == nil || !f.midway(is, was, will)) {
			t.Errorf("after %v it is neither as it was nor as it will be: %v", err, is)
		}
		if f.grows {
			will = f.more
		}
		if err = f.retry(t, s, w, who); err != nil {
			t.Errorf("done again: %v", err)
		}
		is = f.content(t, who)
	}
	if !is.equal(will) {
		t.Errorf("it is not as it will be (-want +got):\n%s", is.differs(will))
	}
	b.arrive()
	if is = f.content(t, who); !is.equal(will) {
		t.Errorf("when all is over (-want +got):\n%s", is.differs(will))
	}
	if found := left.stay(t, f.folder); found != nil { // parts of what was given again go after ten seconds
		t.Errorf("there is left %q", found)
	}
}

// retry does it again until it is done. Nobody else is there who could have erased the record, or saved something.
func (f *fire) retry(t *testing.T, s shot, w *window, who string) (err error) {
	if w.engine.wait = time.Minute; s.another { // all is well again, on a computer that may be slow
		w = opened(t, f.sees, who)
	}
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		err = f.do(w, f.grows)
		if err == nil || errors.Is(err, fs.ErrNotExist) || errors.Is(err, journal.ErrConflict) {
			return err
		}
	}
	return err
}

// content is all that is kept of a learner, as another window has it.
type content struct {
	facts  []string
	beside map[string]string
}

func (f *fire) content(t *testing.T, who string) content {
	t.Helper()
	w := opened(t, f.sees, who)
	is := content{beside: map[string]string{}}
	_, err := w.Read(context.Background(), 0, func(fact progress.Fact) error {
		text, err := tables.Encode(fact)
		is.facts = append(is.facts, string(text))
		return err
	})
	check(t, err)
	names := must(w.store.listBeside(context.Background()))(t)
	slices.Sort(names) // so are the pieces of a session in order, of which there may be more or fewer
	for _, name := range names {
		if text := must(w.ReadBeside(name))(t); text != nil {
			whole, _, _ := strings.Cut(name, ".")
			is.beside[whole] += string(text)
		}
	}
	return is
}

func (s content) equal(other content) bool {
	return slices.Equal(s.facts, other.facts) && maps.Equal(s.beside, other.beside)
}

func (s content) differs(want content) string {
	return cmp.Diff(want.facts, s.facts) + cmp.Diff(want.beside, s.beside)
}
