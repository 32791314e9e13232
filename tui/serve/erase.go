// Erasing one learner's record.

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/journal"
	"probity/progress/journal/stream"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/serve/people"
)

// holdings are how much is kept of a learner, and whether they may come back by their invitation.
type holdings struct {
	Facts, Files int
	Invited      bool
}

func (k holdings) String() string {
	return prose.Count(float64(k.Facts), "fact") + " in the record, " + prose.Count(float64(k.Files), "file") + " beside it"
}

func (k holdings) none() bool { return k.Facts+k.Files == 0 }

// erase is the command that erases one learner's record.
func (s *settings) erase() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "erase WHO",
		Short: "Erase one learner's record and everything beside it, for good",
		Long: "WHO is the code of the invitation that they came with, or a file with their public key (id_ed25519.pub, or their line of authorized_keys) or with\n" +
			"their certificate (-cert.pub, expired or not). It is said how much there is, never what, and asked whether to erase it. A session that they have\n" +
			"can save nothing more. They are let in as before, and begin anew: take their line out of --authorized, or withdraw their code, to keep them out.\n" +
			"Where erasing failed, ask for it again with --yes: what is left is erased though it can be counted no more.",
		Example: s.examples("erase xs65h4-c67xx3-q7d2wa-b2sr2s --data /var/lib/probity", "erase staff-1234-cert.pub --principal tutor --nats nats://one:4222 --yes"),
		Args:    one("an invitation's code, or a file with a public key or a certificate"),
		RunE: func(_ *cobra.Command, args []string) error {
			who, err := s.whom(args[0])
			if err != nil {
				return err
			}
			host, end, err := s.operating(true)
			if err != nil {
				return err
			}
			return errors.Join(s.eraseOn(host, who, yes), end())
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	cmd.Flags().StringVar(&s.principal, "principal", "", "principal that certificates have to be for, as the host is told (default: that of the host that runs here)")
	return cmd
}

// largestKey is as much as is read of a file with a key or a certificate, in bytes: no file with one has more.
const largestKey = 1 << 20

// whom is an order about a learner, who is named by a code or a file.
func (s *settings) whom(who string) (order, error) {
	if people.LooksLikeCode(who) {
		return order{Code: who}, nil
	}
	file, err := os.Open(who)
	if err != nil {
		return order{}, fmt.Errorf("looking whom to erase: %s is no invitation's code, and no file that can be read: copy the whole code, or name a file with a public key", who)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, largestKey))
	if err != nil {
		return order{}, fmt.Errorf("looking whom to erase: %w", err)
	}
	return order{Key: string(text), Principal: s.principal}, nil
}

// eraseOn erases a learner's record once the operator agrees. With yes, what is left of an erasing that was broken off is erased too, though it
// can no more be counted.
func (s *settings) eraseOn(host operated, who order, yes bool) error {
	who.Do = counting
	done, err := host.do(context.Background(), who)
	if err != nil {
		return err
	}
	there := *done.Kept
	nothing := there.none()
	console := linear.New(s.In, s.Out)
	switch {
	case nothing && who.Key != "":
		console.Say("Nothing is kept of this learner. Whoever comes with certificates is found by one of them (-cert.pub), and by no key.")
	case nothing:
		console.Say("Nothing is kept of this learner.")
	default:
		console.Say("Of this learner there are " + there.String() + ".")
	}
	if !yes && (nothing || !console.Confirm("Erase all of this for good?")) {
		console.Say("Nothing was erased.")
		return nil
	}
	who.Do = erasing
	if done, err = host.do(context.Background(), who); err != nil || nothing {
		return err
	}
	console.Say("Erased: " + done.Kept.String() + ". Backups from before still have it, until you let them go.")
	if done.Kept.Invited {
		console.Say("That somebody used an invitation is still kept, as a token: they may come back with their key, and begin anew. withdraw CODE keeps them out.")
	}
	return nil
}

func (d desk) count(ctx context.Context, o order) (reply, error) {
	learner, of, err := d.store(ctx, o)
	if err != nil {
		return reply{}, err
	}
	var k holdings
	if k.Facts, k.Files, err = of.Count(ctx); err == nil {
		k.Invited, err = d.people.Enrolled(ctx, learner)
	}
	return reply{Kept: &k}, err
}

// erase is done to its end, though who asked is gone. It says what there was.
func (d desk) erase(ctx context.Context, o order) (done reply, err error) {
	if done, err = d.count(ctx, o); err != nil {
		return done, err
	}
	_, of, err := d.store(ctx, o)
	if err == nil {
		err = of.Erase(context.WithoutCancel(ctx))
	}
	var wrong *stream.NotDoneError
	if errors.As(err, &wrong) {
		return done, &stream.NotDoneError{Doing: "erasing a learner's record", Err: wrong.Err} // the store speaks to the learner
	}
	if err == nil && !done.Kept.none() {
		d.log.Info("a learner's record was erased")
	}
	return done, err
}

// store is the way to what is kept of the learner whom an order names.
func (d desk) store(ctx context.Context, o order) (learner string, of *stream.Store, err error) {
	if learner, err = d.learner(ctx, o); err != nil {
		return "", nil, fmt.Errorf("looking whom to erase: %w", err)
	}
	of, err = d.kept.engine.Store(learner, journal.KindsOf(progress.Kinds()...))
	return learner, of, err
}
