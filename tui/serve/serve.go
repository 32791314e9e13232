package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"syscall"
	"time"

	"probity/tui/serve/sshd"
	"probity/tui/serve/transfer"
	"probity/tui/serve/web"
)

// serve runs the host until it is asked to end.
func (s *settings) serve() error {
	if err := errors.Join(s.check(), s.folder()); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(s.Err, nil))
	hostKey, err := sshd.HostKey(s.kept(s.hostKey, "host_key"), s.hostKey == "")
	if err != nil {
		return err
	}
	port, err := listen(s.listen, "--listen")
	if err != nil {
		return err
	}
	who, err := s.people(log, port.Addr())
	if err != nil {
		return errors.Join(err, port.Close())
	}
	figures := web.NewFigures()
	door := sshd.New(sshd.Options{
		People: who, Program: program, Files: folders(s.Now), HostKey: hostKey, Limits: s.limits, Figures: figures, Log: log,
	})
	drain, end, stop := leaving(s.Ask)
	defer stop()
	var owned sync.WaitGroup
	defer owned.Wait()
	over, ended := context.WithCancel(context.Background())
	defer ended()
	if s.metrics != "none" {
		machines, err := listen(s.metrics, "--metrics")
		if err != nil {
			return errors.Join(err, port.Close())
		}
		owned.Go(func() {
			if err := web.Serve(over, machines, web.Handler(figures, ready(drain))); err != nil {
				log.Error("health and metrics are not answered any more", "error", err)
			}
		})
	}
	s.greet(port.Addr())
	owned.Go(func() {
		select {
		case <-drain.Done():
			door.Shutdown(end)
		case <-over.Done():
		}
	})
	if err := door.Serve(port); err != nil {
		return fmt.Errorf("taking people in: %w", err)
	}
	return nil
}

// greet says what to type.
func (s *settings) greet(port net.Addr) {
	host, number, _ := net.SplitHostPort(port.String())
	name := "HOST"
	if ip := net.ParseIP(host); ip.IsLoopback() {
		name = "localhost"
	}
	fmt.Fprintf(s.Out, "The tutor is here:  ssh -p %s %s\n", number, name)
	switch {
	case s.open(port):
		fmt.Fprintln(s.Out, "Whoever sits at this computer can come in. To let others in: serve --help")
	case s.authorized == "" && s.ca == "":
		fmt.Fprintln(s.Out, "Who has an invitation can come in. To make one: serve invite")
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
func ready(drain context.Context) web.Ready {
	return func(context.Context) error {
		if drain.Err() != nil {
			return errors.New("draining: no new sessions")
		}
		return nil
	}
}

// folders are learners' own, in memory.
func folders(now func() time.Time) func(learner string) transfer.Files {
	var all sync.Map
	return func(learner string) transfer.Files {
		folder, _ := all.LoadOrStore(learner, transfer.NewMemory(now))
		return folder.(transfer.Files)
	}
}
