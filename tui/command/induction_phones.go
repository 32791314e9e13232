package command

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"probity/tui/cells"
	"probity/tui/parts/qr"
	"probity/tui/phones"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// inductionPhones is the command that a facilitator tries the day before.
func (c *cli) inductionPhones() *cobra.Command {
	host, check := "", false
	cmd := &cobra.Command{
		Use:   "phones",
		Short: "See at which address phones would vote, and try whether they get through",
		Long: "Lists this computer's addresses, the one that phones would be told first. With --check it opens a port there, asks\n" +
			"itself for the page, and shows you what to open on a phone. Best tried the day before, in the room itself.",
		Example: "  probity induction phones --check\n  probity induction phones --check --host 192.168.1.20",
		Args:    c.noArguments,
		RunE: func(_ *cobra.Command, _ []string) error {
			all, err := phones.Addresses()
			if err != nil {
				return err
			}
			told, err := phones.Find(all, host)
			if err != nil {
				return err
			}
			say := c.console().Say
			for _, line := range addressLines(all, told) {
				say(line)
			}
			if check {
				return c.tryPhones(told)
			}
			say("To try whether phones get through: probity induction phones --check")
			return nil
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "open a port and try it")
	cmd.Flags().StringVar(&host, "host", "", "the address or network card to try; without it, the likeliest")
	return cmd
}

// addressLines lists the addresses of this computer, with what is in the way of each.
func addressLines(all []phones.Address, told phones.Address) []string {
	lines := []string{fmt.Sprintf("Phones are told %s (%s).", told.IP, told.Card)}
	if remark := told.Kind.Remark(); remark != "" {
		lines = append(lines, prose.Capital(remark)+".")
	}
	for _, a := range all {
		if a == told {
			continue
		}
		line := fmt.Sprintf("Another: --host %s (%s)", a.IP, a.Card)
		if remark := a.Kind.Remark(); remark != "" {
			line += ", " + remark
		}
		lines = append(lines, line+".")
	}
	return lines
}

// tryPhones opens a port as a room does, asks this computer for the page, and waits for a phone where there is somebody to try one.
func (c *cli) tryPhones(told phones.Address) error {
	ctx, stop := c.signals()
	defer stop()
	console := c.consoleUntil(ctx)
	made := tutor.Trial(told.IP.String()).Do()
	if made.Err != nil {
		return made.Err
	}
	p := made.Phones
	defer p.Close()
	served := make(chan error, 1)
	go func() { served <- attempt(p.Serve().Do) }()
	if err := p.Test().Do(); err != nil {
		return err
	}
	console.Say(fmt.Sprintf("This computer answers at %s. Whether its wifi and its firewall let phones through, only a phone can tell.", p.Address()))
	if c.plain() {
		return nil
	}
	if err := c.showSquare(p.Address()); err != nil {
		return err
	}
	console.Say("Scan it, or open " + strings.TrimPrefix(p.Address(), "http://") + ", on a phone that is on the room's wifi. Then press enter here.")
	console.Wait()
	joined, _ := p.Turnout()
	console.Say(outcome(joined))
	p.Close()
	return <-served
}

// showSquare draws an address as phones scan it.
func (c *cli) showSquare(address string) error {
	palette := qr.Coloured
	if c.sys.signs() != cells.EverySign {
		palette = qr.WholeDark
	} else if c.sys.profile() < colorprofile.ANSI {
		palette = qr.MonoDark
	}
	square, err := qr.Draw(address, palette)
	if err != nil {
		return err
	}
	return c.sys.colour(square)
}

// outcome is what a trial has shown, after so many phones.
func outcome(joined int) string {
	if joined > 0 {
		return prose.Count(float64(joined), "phone") + " got through: phones can vote on this wifi."
	}
	return strings.Join([]string{
		"No phone got through. What it may be, the likeliest first:",
		"- the phone is on mobile data or another wifi than this computer;",
		"- the wifi keeps its guests apart, as many hospitals' do: a phone's hotspot or a travel router of your own goes round it;",
		"- this computer's firewall. What to ask IT for: " + phones.Ports() + ", incoming, from the local network, for this program;",
		"- the address is another network's: try one of the others with --host.",
		"Hands always work, and can be mixed with phones.",
	}, "\n")
}
