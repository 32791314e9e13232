package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"probity/tui/linear"
	"probity/tui/phones"
)

// inductionPhones is the command that checks, the day before, whether phones can vote here.
func (c *cli) inductionPhones() *cobra.Command {
	host, check := "", true
	cmd := &cobra.Command{
		Use:   "phones",
		Short: "Check whether phones can vote: this computer's addresses, and a port that answers",
		Long: "Lists this computer's addresses, the likeliest first, opens a port as a session with --phones does, reaches it, and closes it.\n" +
			"What keeps phones away on the wifi itself only a phone can tell: try one in the room, the day before.",
		Args: c.noArguments,
		RunE: func(*cobra.Command, []string) error { return c.checkPhones(phones.CheckHere(host)) },
	}
	cmd.Flags().BoolVar(&check, "check", true, "which is what it does")
	cmd.Flags().StringVar(&host, "host", "", "the address or network card to check; without it, the likeliest")
	return cmd
}

// checkPhones says what was found, and what to try.
func (c *cli) checkPhones(found phones.Check) error {
	out := linear.New(c.sys.In, c.sys.Out)
	if len(found.All) > 0 {
		out.Say("This computer's addresses, the likeliest first; --host takes another:")
	}
	for _, a := range found.All {
		line := fmt.Sprintf("  %s (%s)", a.IP, a.Card)
		if remark := a.Kind.Remark(); remark != "" {
			line += ": " + remark
		}
		out.Say(line)
	}
	if found.Err != nil {
		return found.Err
	}
	out.Say("A port opens, and this computer reaches it at " + found.Address + ".")
	out.Say("Now try a phone in the room: probity induction --phones, then open the address that it shows. Where a phone can't open it:")
	out.Say("- the wifi may keep its guests apart: try the staff's wifi, a travel router, or a phone's hotspot;")
	out.Say("- this computer's firewall may be in the way: ask IT to let Probity take connections on TCP ports " + phones.Ports() + ";")
	out.Say("- count hands: they always count.")
	return nil
}
