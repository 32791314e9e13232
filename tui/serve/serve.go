package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net"
	"runtime/debug"
	"slices"
	"sync"
	"syscall"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"probity/progress/journal/stream"
	"probity/tui/serve/people"
	"probity/tui/serve/rooms"
	"probity/tui/serve/sshd"
	"probity/tui/serve/web"
)

// host is what a host is made of.
type host struct {
	*settings
	log            *slog.Logger
	figures        *web.Figures
	port, machines net.Listener // machines, for health and metrics, may be nil
	phones         net.Listener // for the pages of phones; may be nil
	encrypted      *tls.Config  // how those are; nil where they are not
	rooms          *rooms.Hall  // nil where no phone votes
	kept           records
	people         *people.People
	key            gossh.Signer
	close          []io.Closer // what was opened, the last first
}

// serve runs the host until it is asked to end.
func (s *settings) serve() error {
	if err := errors.Join(s.check(), s.folder()); err != nil {
		return err
	}
	defer s.economise()()
	h := &host{settings: s, log: slog.New(slog.NewTextHandler(s.Err, nil)), figures: web.NewFigures()}
	defer h.closeAll()
	drain, end, stop := leaving(h.Ask)
	defer stop()
	switch err := h.open(drain); {
	case drain.Err() != nil: // before there was anybody
		return nil
	case err != nil:
		return err
	}
	return h.run(drain, end)
}

// growth is by how much memory may grow before garbage is collected, in per cent. Sessions wait for keys for most of the time: the processor has
// time for more than the usual 100, and memory is what many sessions are short of.
const growth = 50

// economise has the process collect garbage as a host does, until the function is called that it returns.
func (s *settings) economise() (undo func()) {
	percent, limit := debug.SetGCPercent(growth), int64(math.MaxInt64)
	if s.memory > 0 {
		limit = int64(s.memory) << 20
	}
	limit = debug.SetMemoryLimit(limit)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// open opens what the host stands on: what whoever runs it may have named wrongly first, the records last. It gives up once ctx ends.
func (h *host) open(ctx context.Context) (err error) {
	if h.key, err = sshd.HostKey(h.named(h.hostKey, "host_key"), h.hostKey == ""); err != nil {
		return err
	}
	if h.port, err = h.listening(h.listen, "--listen"); err != nil {
		return err
	}
	if h.metrics != none {
		if h.machines, err = h.listening(h.metrics, "--metrics"); err != nil {
			return err
		}
	}
	if err := h.openPages(); err != nil {
		return err
	}
	who, err := h.known(h.log, h.port.Addr())
	if err != nil {
		return err
	}
	engine, err := h.engine(ctx)
	if err != nil {
		return err
	}
	h.close = append(h.close, engine)
	h.kept = records{engine, h.figures, h.Now, h.Library}
	if h.pages.address != "" {
		h.rooms = rooms.New(engine.Conn(), h.pages.address, h.Now)
	}
	if who.Directory, err = h.kept.directory(); err != nil {
		return err
	}
	h.people, err = people.New(who)
	return err
}

// closeAll closes what was opened. A port is closed already where it was served.
func (h *host) closeAll() {
	for _, one := range slices.Backward(h.close) {
		_ = one.Close() // nothing is lost by what does not close: what was saved is saved
	}
}

// run takes people in until the host is to drain; at end it ends at once.
func (h *host) run(drain, end context.Context) error {
	door := sshd.New(sshd.Options{
		People: h.people, Program: tutors(h.kept, h.rooms), Files: h.kept.folder, HostKey: h.key, Limits: h.limits, Figures: h.figures, Log: h.log,
	})
	var owned sync.WaitGroup
	defer owned.Wait()
	over, ended := context.WithCancel(context.Background())
	defer ended()
	if h.machines != nil {
		owned.Go(func() {
			if err := web.Serve(over, h.machines, web.Handler(h.figures, ready(drain, h.kept.engine))); err != nil {
				h.log.Error("health and metrics are not answered any more", "error", err)
			}
		})
	}
	owned.Go(h.operatedUntil(over))
	if h.phones != nil {
		owned.Go(func() {
			if err := web.ServePages(over, h.phones, h.rooms.Gate(), h.encrypted); err != nil {
				h.log.Error("phones are not answered any more", "error", err)
			}
		})
	}
	h.greet(h.port.Addr())
	owned.Go(func() {
		select {
		case <-drain.Done():
			door.Shutdown(end)
		case <-over.Done():
		}
	})
	if err := door.Serve(h.port); err != nil {
		return fmt.Errorf("taking people in: %w", err)
	}
	return nil
}

// listening opens a port, which is closed with the host.
func (h *host) listening(address, flag string) (net.Listener, error) {
	l, err := listen(address, flag)
	if err == nil {
		h.close = append(h.close, l)
	}
	return l, err
}

// greet says what to type.
func (s *settings) greet(port net.Addr) {
	host, number, _ := net.SplitHostPort(port.String())
	name := "HOST"
	if ip := net.ParseIP(host); ip.IsLoopback() {
		name = "localhost"
	}
	fmt.Fprintf(s.Out, "The tutor is here:  ssh -p %s %s\n", number, name)
	if s.pages.address != "" {
		fmt.Fprintf(s.Out, "Rooms vote by phone at:  %s\n", s.pages.address)
	}
	switch {
	case s.open(port):
		fmt.Fprintln(s.Out, "Whoever sits at this computer can come in. To let others in: "+s.Name+" --help")
	case s.authorized == "" && s.ca == "":
		fmt.Fprintln(s.Out, "Who has an invitation can come in. To make one: "+s.Name+" invite")
	}
}

// listen opens a port. Who is on the other side and gone is noticed within a minute.
func listen(address, flag string) (net.Listener, error) {
	config := net.ListenConfig{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: 30 * time.Second, Interval: 10 * time.Second, Count: 3}}
	l, err := config.Listen(context.Background(), "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is in use by another program: end that one, or choose another port with %s", address, flag)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("the system does not let this program have %s: choose a port from 1024 on with %s, or give it the right to", address, flag)
	case err != nil:
		return nil, fmt.Errorf("opening %s, which %s says: %w", address, flag, err)
	}
	return l, nil
}

// ready says whether the host takes new sessions.
func ready(drain context.Context, engine *stream.Engine) web.Ready {
	return func(ctx context.Context) error {
		if drain.Err() != nil {
			return errors.New("draining: no new sessions")
		}
		if err := engine.Healthy(ctx); err != nil {
			return fmt.Errorf("no new sessions, since records cannot be reached or have no room: %w", err)
		}
		return nil
	}
}
