// Memory stays flat, however long a record is.

package export

import (
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/journal"
)

// long is a record with n answers, an assessment among every ten sittings.
func long(t testing.TB, n int) *folder.Folder {
	t.Helper()
	r := holding(t)
	var many []progress.Fact
	for i := range n {
		sitting := fmt.Sprint("20261122-092811-", i/20)
		if i%20 == 0 {
			kind := progress.Practice
			if i%200 == 0 {
				kind = progress.Assessment
			}
			many = append(many, progress.Sitting{ID: sitting, Kind: kind, Drawn: []string{"x"}})
		}
		a := answer(sitting, fmt.Sprintf("friend-request-after-discharge-%d", i%130), float64(i%2))
		a.At = noon.Add(time.Duration(i) * time.Minute)
		many = append(many, a)
	}
	_, err := r.Append(t.Context(), journal.Any, many...)
	check(t, err)
	return r
}

// peak returns the most memory in use while a record is exported, in MiB, as seen at every write.
func peak(t testing.TB, r *folder.Folder, format Format) float64 {
	t.Helper()
	runtime.GC()
	from, err := r.Reading()
	check(t, err)
	defer from.Close()
	w := &watcher{}
	check(t, Write(w, from, format, options))
	return float64(w.most) / (1 << 20)
}

// watcher looks at what is reachable on every so many writes.
type watcher struct {
	writes int
	most   uint64
}

func (w *watcher) Write(text []byte) (int, error) {
	if w.writes++; w.writes%50 == 1 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.most = max(w.most, m.HeapAlloc)
	}
	return len(text), nil
}

// TestMemoryStaysFlat: 19,000 answers more take what says which of them count, and what each core works on.
func TestMemoryStaysFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("20,000 answers")
	}
	small, large := long(t, 1_000), long(t, 20_000)
	for _, format := range Formats() {
		few, many := peak(t, small, format), peak(t, large, format)
		t.Logf("%s: %.1f MiB for 1,000 answers, %.1f MiB for 20,000", format, few, many)
		if many > few+2+float64(runtime.GOMAXPROCS(0)) {
			t.Errorf("%s takes %.1f MiB for 20,000 answers and %.1f MiB for 1,000", format, many, few)
		}
	}
}

func BenchmarkExport(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := long(b, n)
		for _, format := range Formats() {
			b.Run(fmt.Sprintf("answers=%d/%s", n, format), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					from, err := r.Reading()
					check(b, err)
					check(b, Write(io.Discard, from, format, options))
					from.Close()
				}
			})
		}
	}
}
