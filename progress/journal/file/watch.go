// Watching a file that others write to.

package file

import (
	"context"
	"io/fs"
	"os"
	"time"

	"probity/progress/disk"
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

// Behind looks at both ends of the file, whatever its size. It is false where the file is damaged, gone or another record: reading and
// saving say so.
func (r *Store) Behind() bool {
	r.change.Lock()
	defer r.change.Unlock()
	if !r.what().exists {
		return false
	}
	f, err := disk.OpenRegular(r.file)
	if err != nil {
		return false
	}
	defer f.Close()
	s, err := Inspect(r.kinds, f, r.path)
	if err != nil || s.Newer() || r.checkKnown(f, s) != nil {
		return false
	}
	end := r.what().end
	return s.last > 0 && s.last >= end.from+int64(len(end.text)) || !end.stands(f)
}

// alike reports whether a file looks as it did; nil is none.
func alike(x, y fs.FileInfo) bool {
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	return os.SameFile(x, y) && x.Size() == y.Size() && x.ModTime().Equal(y.ModTime())
}
