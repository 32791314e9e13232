package main

import (
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"probity/tui/serve/people"
	"probity/tui/serve/sshd"
)

// settings are what a host is told on the command line.
type settings struct {
	world
	limits sshd.Limits

	listen     string
	metrics    string
	data       string
	hostKey    string
	secret     string
	authorized string
	ca         string
	principal  string
}

func (s *settings) flags(c *cobra.Command) {
	s.limits = sshd.DefaultLimits()
	all, own := c.PersistentFlags(), c.Flags()
	all.StringVar(&s.data, "data", "probity-host", "folder for what this host keeps")
	all.StringVar(&s.secret, "secret", "", "file with the secret that learners' tokens are made with, the same on all hosts (default: made in the folder of --data)")
	own.StringVar(&s.listen, "listen", "127.0.0.1:2222", "address and port for ssh; :22 is port 22 for everybody")
	own.StringVar(&s.metrics, "metrics", "127.0.0.1:9222", "address and port for health and metrics, or none")
	own.StringVar(&s.hostKey, "host-key", "", "file with the host's private key (default: made in the folder of --data)")
	own.StringVar(&s.authorized, "authorized", "", "file with the keys of those who may come in, as OpenSSH's authorized_keys")
	own.StringVar(&s.ca, "ca", "", "file with the keys of authorities whose certificates say who somebody is")
	own.StringVar(&s.principal, "principal", "", "principal that certificates have to be for; who it is, is their identity then (default: the one principal is who it is)")
	l := &s.limits
	own.IntVar(&l.Sessions, "sessions", l.Sessions, "most sessions at once")
	own.IntVar(&l.PerLearner, "sessions-each", l.PerLearner, "most sessions of one learner at once")
	own.IntVar(&l.Strangers, "strangers", l.Strangers, "most connections at once of which it is not known yet who it is")
	own.IntVar(&l.StrangersEach, "strangers-each", l.StrangersEach, "of those, most from one address")
	own.IntVar(&l.Burst, "address-burst", l.Burst, "most connections at once from one address")
	own.Float64Var(&l.PerSecond, "address-rate", l.PerSecond, "connections a second from one address, in the long run")
	own.DurationVar(&l.Idle, "idle", l.Idle, "end a session in which nothing was typed for so long")
	own.DurationVar(&l.Total, "total", l.Total, "end a session after so long")
	own.DurationVar(&l.Drain, "drain", l.Drain, "time for sessions to be left, once the host is to end")
}

// check says what of the settings cannot be.
func (s *settings) check() error {
	l := s.limits
	switch {
	case l.Sessions < 1, l.PerLearner < 1, l.Strangers < 1, l.StrangersEach < 1, l.Burst < 1, l.PerSecond <= 0:
		return fmt.Errorf("a limit of less than one lets nobody in: choose a larger one")
	case l.Idle <= l.Warning, l.Total <= l.Warning:
		return fmt.Errorf("--idle and --total have to be more than %s, which people are warned before", l.Warning)
	case l.Drain < 0:
		return fmt.Errorf("--drain cannot be less than nothing")
	case s.principal != "" && s.ca == "":
		return fmt.Errorf("--principal is for certificates: name their authority with --ca")
	}
	return nil
}

// folder makes the folder for what the host keeps.
func (s *settings) folder() error {
	if err := os.MkdirAll(s.data, 0o700); err != nil {
		return fmt.Errorf("making the folder of this host: %w", err)
	}
	return nil
}

// kept is a file that was named, or else one in the host's own folder.
func (s *settings) kept(named, own string) string {
	if named != "" {
		return named
	}
	return filepath.Join(s.data, own)
}

// people are who may come in. On a port for this computer alone, anybody may who sits at it, unless it is said who.
func (s *settings) people(log *slog.Logger, port net.Addr) (*people.People, error) {
	o := people.Options{Directory: people.NewMemory(), Now: s.Now, Open: s.open(port)}
	var err error
	if o.Secret, err = people.SecretFile(s.kept(s.secret, "secret")); err != nil {
		return nil, err
	}
	if s.authorized != "" {
		if o.Authorized, err = people.OpenKeyList(s.authorized, log); err != nil {
			return nil, fmt.Errorf("reading who may come in: %w", err)
		}
	}
	if s.ca != "" {
		keys, err := people.OpenKeyList(s.ca, log)
		if err != nil {
			return nil, fmt.Errorf("reading whose certificates are believed: %w", err)
		}
		o.Authority = &people.Authority{Keys: keys, Principal: s.principal}
	}
	return people.New(o)
}

func (s *settings) open(port net.Addr) bool {
	return people.Loopback(port) && s.authorized == "" && s.ca == ""
}

// invite makes an invitation.
func (s *settings) invite() error {
	if err := s.folder(); err != nil {
		return err
	}
	who, err := s.people(slog.New(slog.DiscardHandler), nil)
	if err != nil {
		return err
	}
	code, until := who.Invite()
	fmt.Fprintf(s.Out, "%s\n\nFor one person, until %s. They type, with this host's name:\n\n  ssh %s@HOST\n\nAfter that, ssh HOST is enough, from the same computer.\n",
		code, until.Local().Format("2 January 2006, 15:04"), code)
	return nil
}
