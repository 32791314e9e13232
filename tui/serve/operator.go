// What whoever runs a host asks of it: at a socket in its folder while it runs, else of the records themselves.

package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"probity/progress/cohort"
	"probity/tui/prose"
	"probity/tui/serve/people"
)

// What an operator can ask for. There is on purpose nothing that reads or exports the record of one learner.
const (
	pooling     = "cohort"
	withdrawing = "withdraw"
	counting    = "count"
	erasing     = "erase"
)

// order is what an operator asks for.
type order struct {
	Do        string
	Code      string `json:",omitempty"` // an invitation
	Key       string `json:",omitempty"` // in place of a code, the text of a file with a learner's key or certificate
	Principal string `json:",omitempty"` // that the certificate has to be for; "" for the host's own
}

// reply is what there is to say of an order that was done.
type reply struct {
	Figures   *cohort.Report    `json:",omitempty"`
	LeftOut   int               `json:",omitempty"` // records that could not be read
	Withdrawn *people.Withdrawn `json:",omitempty"`
	Kept      *holdings         `json:",omitempty"`
}

// operated is where orders are done: at a desk of this process's own, or of the host that runs.
type operated interface {
	do(ctx context.Context, o order) (reply, error)
}

// desk does orders on the records. Its method may be called from several goroutines at once.
type desk struct {
	kept      records
	people    *people.People // nil where none is asked for
	principal string         // by which certificates name learners here, or ""
	log       *slog.Logger
	turn      chan struct{} // has room for one who makes figures
}

func (d desk) do(ctx context.Context, o order) (reply, error) {
	switch o.Do {
	case pooling:
		return d.pool(ctx)
	case withdrawing:
		return d.withdraw(ctx, o)
	case counting:
		return d.count(ctx, o)
	case erasing:
		return d.erase(ctx, o)
	}
	return reply{}, fmt.Errorf("%.60q is nothing that the host which runs here does: it may be of another version than this program", o.Do)
}

// desk is that of the host.
func (h *host) desk() desk {
	return desk{h.kept, h.people, h.principal, h.log, make(chan struct{}, 1)}
}

// operating is where an operator's orders are done, and what ends that. Who says that learners are asked for, and not sums alone.
func (s *settings) operating(who bool) (operated, func() error, error) {
	if s.nats == "" {
		if _, err := os.Stat(s.data); err != nil {
			return nil, nil, fmt.Errorf("looking for the records: there is no folder %s: name the host's with --data", s.data)
		}
		if conn, err := s.dial(context.Background()); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ECONNREFUSED) {
			if err == nil {
				err = conn.Close()
			}
			return running{s}, func() error { return nil }, asking(err)
		}
		if _, err := os.Stat(filepath.Join(s.data, recordsFolder)); err != nil {
			return nil, nil, fmt.Errorf("looking for the records: %s has none: name the host's folder with --data, or with --nats the cluster that has them", s.data)
		}
	}
	var known people.Options
	if who {
		var err error
		if known, err = s.learners(); err != nil {
			return nil, nil, err
		}
	}
	engine, err := s.engine(context.Background())
	if err != nil {
		return nil, nil, err
	}
	d := desk{kept: records{engine: engine, now: s.Now, library: s.Library}, principal: s.principal, log: slog.New(slog.DiscardHandler), turn: make(chan struct{}, 1)}
	if who {
		known.Directory, err = d.kept.directory()
		if err == nil {
			d.people, err = people.New(known)
		}
		if err != nil {
			return nil, nil, errors.Join(err, engine.Close())
		}
	}
	return d, engine.Close, nil
}

// learners is how learners' tokens are told. A secret that was made now would be nobody's.
func (s *settings) learners() (o people.Options, err error) {
	path := s.named(s.secret, "secret")
	if _, err := os.Stat(path); err != nil {
		return o, fmt.Errorf("reading the host's secret, by which learners are found: there is no %s: name the host's folder with --data, or the secret with --secret", path)
	}
	o = people.Options{Now: s.Now}
	o.Secret, err = people.SecretFile(path)
	return o, err
}

// socketName is that of the socket in a host's folder, which is its owner's alone: nobody else can open the records while the host runs.
const socketName = "host.sock"

func (s *settings) dial(ctx context.Context) (net.Conn, error) {
	return new(net.Dialer).DialContext(ctx, "unix", filepath.Join(s.data, socketName))
}

// running is the host that runs on the folder.
type running struct{ s *settings }

// mostSaid is more than an order or a reply can have, in bytes.
const mostSaid = 64 << 20

func (r running) do(ctx context.Context, o order) (done reply, err error) {
	client := http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { return r.s.dial(ctx) }}}
	defer client.CloseIdleConnections()
	text, err := json.Marshal(o)
	if err != nil {
		return done, err
	}
	asked, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://host/", bytes.NewReader(text))
	if err != nil {
		return done, err
	}
	answer, err := client.Do(asked)
	if err != nil {
		return done, asking(err)
	}
	defer answer.Body.Close()
	text, err = io.ReadAll(io.LimitReader(answer.Body, mostSaid))
	switch {
	case err != nil:
		return done, asking(err)
	case answer.StatusCode != http.StatusOK:
		return done, errors.New(strings.TrimSpace(string(text)))
	}
	return done, json.Unmarshal(text, &done)
}

func asking(err error) error {
	if err != nil {
		return fmt.Errorf("asking the host that runs here: %w", err)
	}
	return nil
}

// operatedUntil listens at the socket of a host that keeps its records itself, and returns what answers there until ctx ends, and then ends what
// is being done. A host that cannot listen takes no orders while it runs, and says so.
func (h *host) operatedUntil(ctx context.Context) func() {
	if h.nats != "" {
		return func() {}
	}
	const deaf = "the commands cohort, withdraw and erase cannot ask this host"
	socket := filepath.Join(h.data, socketName)
	_ = os.Remove(socket) // of a host that was killed: nobody else has the folder now
	l, err := net.Listen("unix", socket)
	if err == nil {
		err = os.Chmod(socket, 0o600)
	}
	if err != nil {
		h.log.Warn(deaf, "error", err)
		return func() {}
	}
	server := &http.Server{
		Handler: orders(h.desk()), MaxHeaderBytes: 8 << 10, ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	return func() {
		ended := make(chan struct{})
		stop := context.AfterFunc(ctx, func() {
			defer close(ended)
			_ = server.Shutdown(context.Background()) // figures end with ctx, the rest in moments
		})
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) && stop() {
			h.log.Warn(deaf, "error", err)
			return
		}
		<-ended
	}
}

// orders answers each order with its reply, or with why it was not done.
func orders(d desk) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		var o order
		err := json.NewDecoder(io.LimitReader(q.Body, mostSaid)).Decode(&o)
		var done reply
		if err == nil {
			done, err = d.do(q.Context(), o)
		}
		var text []byte
		if err == nil {
			text, err = json.Marshal(done)
		}
		if err != nil {
			http.Error(w, prose.Worded(err), http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write(text) // who asked may be gone
	})
}

// learner is the token of the learner whom an order names.
func (d desk) learner(ctx context.Context, o order) (token string, err error) {
	if o.Code == "" {
		return d.people.ByKey([]byte(o.Key), cmp.Or(o.Principal, d.principal))
	}
	if token, err = d.people.ByCode(ctx, o.Code); err == nil && token == "" {
		err = errors.New("nobody has come with this invitation")
	}
	return token, err
}
