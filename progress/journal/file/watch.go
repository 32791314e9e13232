// Watching a file that others write to.

package file

import (
	"context"
	"io/fs"
	"os"
	"time"
)

// lookEvery is how often a watched file is looked at. Its size tells of every fact that is appended.
const lookEvery = 200 * time.Millisecond

// Watch looks at the file now and then, from a goroutine that ends with ctx, and tells when it is another, longer, shorter or changed
// later than before.
func (r *Store) Watch(ctx context.Context) <-chan struct{} {
	changed := make(chan struct{}, 1)
	seen, _ := os.Stat(r.file)
	go func() {
		defer close(changed)
		ticks := time.NewTicker(lookEvery)
		defer ticks.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticks.C:
			}
			now, _ := os.Stat(r.file)
			if alike(seen, now) {
				continue
			}
			seen = now
			select {
			case changed <- struct{}{}:
			default: // one is not taken yet
			}
		}
	}()
	return changed
}

// alike reports whether a file looks as it did; nil is none.
func alike(x, y fs.FileInfo) bool {
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	return os.SameFile(x, y) && x.Size() == y.Size() && x.ModTime().Equal(y.ModTime())
}
