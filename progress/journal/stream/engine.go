// The engine: a connection to JetStream, with the server behind it where that is embedded.

package stream

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"probity/progress/journal"
)

// Options say how records are kept. The zero value will do, but for a cluster that asks who comes.
type Options struct {
	Replicas int              // copies of each message where there are no streams yet: 1 or 3; 0 is 3 in a cluster, and 1 elsewhere
	Streams  int              // how many streams records are spread over where there are none yet; 0 is 256
	Now      func() time.Time // nil is the computer's clock
	Wait     time.Duration    // how long a store that does not answer is waited for; 0 is five seconds
	Log      io.Writer        // gets what an embedded server has to say of its own troubles; nil for nobody

	Credentials string // path of a file with the credentials for a cluster, or with the seed of an nkey; "" for none
	Authorities string // path of a file with the certificates that those of a cluster are signed with; "" for those that the system trusts
}

// manyStreams is as many as keep the messages of a million facts in blocks so short that reading one that a learner's fact stands in
// costs little: a server reads whole blocks. A server needs some 50 KB for each, and 250 KB where it keeps one of several copies.
const manyStreams = 256

// Engine is the way to the records of all learners. It may be used from several goroutines at once.
type Engine struct {
	conn     *nats.Conn
	js       jetstream.JetStream
	now      func() time.Time
	wait     time.Duration
	replicas int
	streams  int // over which records are spread
	filling  int // how much fills the log of a copy, in bytes
	stop     func() error
	room     func() error // why nothing more may be taken in; nil if it may

	settle func(stream string) error // has what was overwritten in a stream stay so when the power is cut
}

// Connect returns the engine of a cluster. The addresses, such as nats://one:4222, are separated by commas. Streams that are not there
// yet are made. Whether a message is on the disk before it is called saved is for whoever runs the servers to say: in their configuration
// (sync_interval: always), where max_payload and limits.batch.max_msgs also say how much can be saved at once.
func Connect(ctx context.Context, addresses string, o Options) (*Engine, error) {
	settings, err := o.security()
	if err != nil {
		return nil, &OpenError{Where: withoutSecrets(addresses), Err: err}
	}
	e, err := connect(ctx, addresses, o, settings...)
	if err != nil {
		return nil, &OpenError{Where: withoutSecrets(addresses), Err: err}
	}
	return e, nil
}

// security is how a cluster is told who comes, and how it is known to be the one that was meant.
func (o Options) security() (settings []nats.Option, err error) {
	if o.Authorities != "" {
		settings = append(settings, nats.RootCAs(o.Authorities))
	}
	if o.Credentials == "" {
		return settings, nil
	}
	text, err := os.ReadFile(o.Credentials)
	if err != nil {
		return nil, fmt.Errorf("reading the credentials: %w", err)
	}
	if bytes.Contains(text, []byte("NATS USER JWT")) {
		return append(settings, nats.UserCredentials(o.Credentials)), nil
	}
	seed, err := nats.NkeyOptionFromSeed(o.Credentials)
	if err != nil {
		return nil, fmt.Errorf("reading the credentials: %w", err)
	}
	return append(settings, seed), nil
}

// withoutSecrets is addresses as they may be shown: a password may stand in one.
func withoutSecrets(addresses string) string {
	list := strings.Split(addresses, ",")
	for i, address := range list {
		u, err := url.Parse(address)
		if err != nil {
			u = &url.URL{Opaque: "?"} // the error says what is wrong with it
		}
		list[i] = u.Redacted()
	}
	return strings.Join(list, ",")
}

// connect makes an engine of a connection, which comes back by itself when it is lost. Nothing is kept for later while it is lost: a
// fact that was not saved must be known as such.
func connect(ctx context.Context, addresses string, o Options, settings ...nats.Option) (*Engine, error) {
	const again = 200 * time.Millisecond
	settings = append([]nats.Option{
		nats.Name("probity"), nats.MaxReconnects(-1), nats.IgnoreAuthErrorAbort(), nats.ReconnectWait(again), nats.ReconnectBufSize(-1),
		nats.ErrorHandler(func(*nats.Conn, *nats.Subscription, error) {}), // each call has its own error
	}, settings...)
	conn, err := nats.Connect(addresses, settings...)
	if err != nil {
		return nil, err
	}
	e := &Engine{
		conn: conn, now: o.Now, wait: cmp.Or(o.Wait, 5*time.Second), replicas: cmp.Or(o.Replicas, 1), streams: cmp.Or(o.Streams, manyStreams), filling: logSize,
		stop: func() error { return nil }, room: func() error { return nil }, settle: func(string) error { return nil },
	}
	if e.now == nil {
		e.now = time.Now
	}
	if o.Replicas == 0 && conn.ConnectedClusterName() != "" {
		e.replicas = 3
	}
	if e.js, err = jetstream.New(conn); err == nil {
		err = e.makeStreams(ctx)
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return e, nil
}

// Close ends the connection once what was under way is done, and the server if it is embedded. The stores of the engine are of no use
// afterwards.
func (e *Engine) Close() error {
	ended := make(chan struct{})
	e.conn.SetClosedHandler(func(*nats.Conn) { close(ended) })
	if err := e.conn.Drain(); err != nil {
		e.conn.Close() // it was lost: there is nothing under way
	} else {
		<-ended
	}
	return e.stop()
}

// Conn is the connection, for messages between hosts that nothing keeps.
func (e *Engine) Conn() *nats.Conn { return e.conn }

// Healthy returns nil if the engine answers now and has room, else why it does not.
func (e *Engine) Healthy(ctx context.Context) error {
	if err := e.room(); err != nil {
		return err
	}
	_, _, err := e.last(ctx, keyStream, keySubject(noLearner))
	return err
}

// noLearner is the token of none.
const noLearner = "~"

// Store returns the way to one learner's record, for who knows some kinds of facts. It asks the engine nothing. A learner is a token of
// at most 64 letters, digits, hyphens and underscores.
func (e *Engine) Store(learner string, kinds journal.Kinds) (*Store, error) {
	const safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
	if learner == "" || len(learner) > 64 || strings.Trim(learner, safe) != "" {
		return nil, fmt.Errorf("opening a record: %q is not a learner's token", learner)
	}
	shard := e.shardOf(learner)
	return &Store{
		engine: e, learner: learner, kinds: kinds, stream: recordStream(shard),
		subject: fmt.Sprintf("record.%d.%s", shard, learner), files: fmt.Sprintf("beside.%d.%s", shard, learner),
	}, nil
}
