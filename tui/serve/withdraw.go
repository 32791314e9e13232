// Taking an invitation back.

package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"probity/tui/serve/people"
)

// withdraw is the command that takes an invitation back.
func (s *settings) withdraw() *cobra.Command {
	return &cobra.Command{
		Use:   "withdraw CODE",
		Short: "Take an invitation back: whoever came with it, or has it, is let in no more",
		Long: "It holds for used and unused invitations, and for expired ones: whoever came with the code begins no session from now on, at any host of the\n" +
			"store. A session that they have goes on until it ends. Their record stays: erase CODE removes it. Whoever is let in otherwise too (by\n" +
			"--authorized, by a certificate) still is, and with another invitation they may come again.",
		Example: s.examples("withdraw xs65h4-c67xx3-q7d2wa-b2sr2s --data /var/lib/probity"),
		Args:    one("the code of an invitation"),
		RunE: func(_ *cobra.Command, args []string) error {
			host, end, err := s.operating(true)
			if err != nil {
				return err
			}
			done, err := host.do(context.Background(), order{Do: withdrawing, Code: args[0]})
			if err = errors.Join(err, end()); err != nil {
				return err
			}
			fmt.Fprintln(s.Out, sayWithdrawn(*done.Withdrawn))
			return nil
		},
	}
}

// one says what a command takes, where it is given something else.
func one(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 || args[0] == "" {
			return fmt.Errorf("%s takes one thing: %s", cmd.Name(), what)
		}
		return nil
	}
}

func (d desk) withdraw(ctx context.Context, o order) (done reply, err error) {
	w, err := d.people.Withdraw(ctx, o.Code)
	if err != nil {
		return done, fmt.Errorf("withdrawing an invitation: %w", err)
	}
	if !w.Before {
		d.log.Info("an invitation was withdrawn", "used", w.Used)
	}
	return reply{Withdrawn: &w}, nil
}

func sayWithdrawn(w people.Withdrawn) string {
	said := "Withdrawn."
	if w.Before {
		said = "This invitation was withdrawn before, and still is."
	}
	switch {
	case w.Used:
		return said + " Whoever came with it begins no session more; one that they have now goes on until it ends. Their record stays: erase CODE removes it.\n" +
			"If their key is in the list of --authorized, or they have a certificate, that still lets them in."
	case w.Expired:
		return said + " Nobody had come with it, and it had expired."
	}
	return said + " Nobody has come with it, and nobody can."
}
