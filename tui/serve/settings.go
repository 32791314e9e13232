package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"probity/progress/journal/stream"
	"probity/tui/serve/people"
	"probity/tui/serve/sshd"
)

// settings are what a host is told on the command line.
type settings struct {
	world
	limits sshd.Limits
	pages  pages

	listen     string
	metrics    string
	data       string
	nats       string
	natsCreds  string
	natsCA     string
	copies     int
	hostKey    string
	secret     string
	authorized string
	ca         string
	principal  string
	memory     int // in MB
}

func (s *settings) flags(c *cobra.Command) {
	s.limits = sshd.DefaultLimits()
	all, own := c.PersistentFlags(), c.Flags()
	all.StringVar(&s.data, "data", "probity-host", "folder for what this host keeps")
	all.StringVar(&s.nats, "nats", "", "addresses of a NATS cluster that keeps the records, such as nats://one:4222,nats://two:4222 (default: kept in the folder of --data)")
	all.StringVar(&s.natsCreds, "nats-credentials", "", "file with the credentials for the cluster, or with the seed of an nkey")
	all.StringVar(&s.natsCA, "nats-ca", "", "file with the certificates that those of the cluster are signed with (default: those that the system trusts)")
	all.IntVar(&s.copies, "copies", 0, "copies of each record where the cluster has none yet: 1 or 3 (default: 3 in a cluster)")
	all.StringVar(&s.secret, "secret", "", "file with the secret that learners' tokens are made with, the same on all hosts (default: made in the folder of --data)")
	own.StringVar(&s.listen, "listen", "127.0.0.1:2222", "address and port for ssh; :22 is port 22 for everybody")
	own.StringVar(&s.metrics, "metrics", "127.0.0.1:9222", "address and port for health and metrics, or none")
	own.StringVar(&s.hostKey, "host-key", "", "file with the host's private key (default: made in the folder of --data)")
	own.StringVar(&s.authorized, "authorized", "", "file with the keys of those who may come in, as OpenSSH's authorized_keys")
	own.StringVar(&s.ca, "ca", "", "file with the keys of authorities whose certificates say who somebody is")
	own.StringVar(&s.principal, "principal", "", "principal that certificates have to be for; who it is, is their identity then (default: the one principal is who it is)")
	own.IntVar(&s.memory, "memory", 800, "memory in MB that the host tries to stay within, at the cost of time where it would be more; 0 for no limit")
	s.pages.flags(c)
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
	for _, most := range []struct {
		flag string
		of   float64
	}{
		{"sessions", float64(l.Sessions)}, {"sessions-each", float64(l.PerLearner)}, {"strangers", float64(l.Strangers)}, {"strangers-each", float64(l.StrangersEach)},
		{"address-burst", float64(l.Burst)}, {"address-rate", l.PerSecond},
	} {
		if !(most.of > 0) { // nor what is no number
			return fmt.Errorf("--%s %v lets nobody in: choose more", most.flag, most.of)
		}
	}
	switch {
	case l.Idle <= l.Warning, l.Total <= l.Warning:
		return fmt.Errorf("--idle and --total have to be more than %s, which people are warned before", l.Warning)
	case s.memory < 0:
		return fmt.Errorf("--memory cannot be less than nothing: give megabytes, or 0 for no limit")
	case l.Drain < 0:
		return fmt.Errorf("--drain cannot be less than nothing")
	case s.copies != 0 && s.copies != 1 && s.copies != 3:
		return fmt.Errorf("--copies can be 1 or 3")
	case s.natsCreds+s.natsCA != "" && s.nats == "":
		return fmt.Errorf("--nats-credentials and --nats-ca are for a cluster: name it with --nats")
	case s.principal != "" && s.ca == "":
		return fmt.Errorf("--principal is for certificates: name their authority with --ca")
	}
	return s.pages.check()
}

// folder makes the folder for what the host keeps.
func (s *settings) folder() error {
	if err := os.MkdirAll(s.data, 0o700); err != nil {
		return fmt.Errorf("making the folder of this host: %w", err)
	}
	return nil
}

// named is a file that was named, or else one in the host's own folder.
func (s *settings) named(named, own string) string {
	if named != "" {
		return named
	}
	return filepath.Join(s.data, own)
}

// recordsFolder is where a host keeps records itself, in its folder.
const recordsFolder = "records"

// engine keeps the records: the cluster that was named, else one in the host's own folder.
func (s *settings) engine(ctx context.Context) (*stream.Engine, error) {
	o := stream.Options{Replicas: s.copies, Now: s.Now, Log: s.Err, Credentials: s.natsCreds, Authorities: s.natsCA}
	if s.nats != "" {
		return stream.Connect(ctx, s.nats, o)
	}
	return stream.Embed(ctx, filepath.Join(s.data, recordsFolder), o)
}

// known is whom the host knows, but for its directory. On a port for this computer alone, anybody may come in who sits at it, unless it is said who.
func (s *settings) known(log *slog.Logger, port net.Addr) (o people.Options, err error) {
	o = people.Options{Now: s.Now, Open: s.open(port)}
	if o.Secret, err = people.SecretFile(s.named(s.secret, "secret")); err != nil {
		return o, err
	}
	if s.authorized != "" {
		if o.Authorized, err = people.OpenKeyList(s.authorized, log); err != nil {
			return o, fmt.Errorf("reading who may come in: %w", err)
		}
	}
	if s.ca != "" {
		keys, err := people.OpenKeyList(s.ca, log)
		if err != nil {
			return o, fmt.Errorf("reading whose certificates are believed: %w", err)
		}
		o.Authority = &people.Authority{Keys: keys, Principal: s.principal}
	}
	return o, nil
}

func (s *settings) open(port net.Addr) bool {
	return people.Loopback(port) && s.authorized == "" && s.ca == ""
}

// invite makes an invitation.
func (s *settings) invite() error {
	if err := s.folder(); err != nil {
		return err
	}
	known, err := s.known(slog.New(slog.DiscardHandler), nil)
	if err != nil {
		return err
	}
	known.Directory = people.NewMemory() // making one looks nothing up
	who, err := people.New(known)
	if err != nil {
		return err
	}
	code, until := who.Invite()
	fmt.Fprintf(s.Out, "%s\n\nFor one person, until %s. They type, with this host's name, and with -p and its port where that is not 22:\n\n  ssh %s@HOST\n\nAfter that, ssh HOST is enough, from the same computer.\n",
		code, until.Local().Format("2 January 2006, 15:04"), code)
	return nil
}
