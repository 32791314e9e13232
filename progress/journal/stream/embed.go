// The embedded server: JetStream in a folder of this host, reached within the process and by nobody else.

package stream

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"

	"probity/progress/disk"
	"probity/progress/journal/stream/node"
)

// How long a server that was started may take until it can be asked, and a cluster until streams can be made in it.
const (
	readyAfter = 10 * time.Second
	upAfter    = 2 * time.Minute
)

// reserve is how much of the disk an embedded server leaves free, in bytes. One that has met the end of a disk takes nothing in any more until it is
// started anew (nats-server 2.15: setWriteErr in filestore.go), so it must not come to that; and erasing needs some room too.
const reserve = 64 << 20

// Embed returns the engine of a folder, which is made if need be. Each message is on the disk before it is called saved. No other
// process may have the folder at the same time.
func Embed(ctx context.Context, folder string, o Options) (*Engine, error) {
	e, err := embed(ctx, folder, o)
	if err != nil {
		return nil, &OpenError{Where: folder, Err: err}
	}
	return e, nil
}

func embed(ctx context.Context, folder string, o Options) (*Engine, error) {
	o.Replicas = 1
	if err := os.MkdirAll(folder, disk.FolderMode); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(folder, "lock"), flock.SetPermissions(disk.FileMode))
	switch got, err := lock.TryLock(); {
	case err != nil:
		return nil, fmt.Errorf("taking the lock: %w", err)
	case !got:
		return nil, errors.Join(errInUse, lock.Close())
	}
	running, err := start(&server.Options{DontListen: true, StoreDir: folder}, o.Log)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	stop := func() error {
		running.Shutdown()
		running.WaitForShutdown()
		return lock.Close()
	}
	e, err := connect(ctx, "", o, nats.InProcessServer(running))
	if err != nil {
		return nil, errors.Join(err, stop())
	}
	e.stop, e.room = stop, func() error { return roomIn(folder, reserve) }
	e.settle = func(stream string) error { return settle(running, stream) }
	return e, nil
}

// roomIn returns nil while the disk of a folder has more than so many bytes left, and where that cannot be told.
func roomIn(folder string, least uint64) error {
	if v, err := disk.VolumeOf(folder); err == nil && v.Free <= least {
		return errFull
	}
	return nil
}

// settle syncs the folder of a stream's blocks. One in which a message was overwritten is a new file in the place of another: the server syncs
// that, and not that it has its name now (nats-server 2.15: atomicOverwriteFile in filestore.go). Before that a cut of the power brings the other back.
func settle(running *server.Server, stream string) error {
	if runtime.GOOS == "windows" {
		return nil // there folders are not synced
	}
	of, err := os.Open(filepath.Join(running.StoreDir(), server.DEFAULT_GLOBAL_ACCOUNT, "streams", stream, "msgs"))
	if err != nil {
		return fmt.Errorf("syncing what was overwritten: %w", err)
	}
	return errors.Join(of.Sync(), of.Close())
}

// start runs a server.
func start(o *server.Options, log io.Writer) (*server.Server, error) {
	running, err := server.NewServer(node.Ready(o))
	if err != nil {
		return nil, err
	}
	said := &troubles{log: log}
	running.SetLogger(said, false, false)
	running.Start()
	if said.ended() || !running.ReadyForConnections(readyAfter) {
		running.Shutdown()
		running.WaitForShutdown()
		return nil, fmt.Errorf("the server did not start: %s", said.first())
	}
	return running, nil
}

// troubles is the log of a server: what went wrong, and nothing else.
type troubles struct {
	log io.Writer // nil for nobody

	mu    sync.Mutex // held for what follows
	text  string     // what was said first
	fatal bool       // it cannot go on
}

func (t *troubles) say(format string, values ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	said := strings.TrimSpace(fmt.Sprintf(format, values...))
	if t.text == "" {
		t.text = said
	}
	if t.log != nil {
		fmt.Fprintln(t.log, said)
	}
}

func (t *troubles) first() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text
}

func (t *troubles) ended() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.fatal
}

// Fatalf is said by a server that cannot go on, and otherwise goes on as if it could.
func (t *troubles) Fatalf(format string, values ...any) {
	t.say(format, values...)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.fatal = true
}

// The other methods of a server's logger.

func (t *troubles) Warnf(format string, values ...any)  { t.say(format, values...) }
func (t *troubles) Errorf(format string, values ...any) { t.say(format, values...) }
func (t *troubles) Noticef(string, ...any)              {}
func (t *troubles) Debugf(string, ...any)               {}
func (t *troubles) Tracef(string, ...any)               {}
