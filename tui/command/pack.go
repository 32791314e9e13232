package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"probity/scenarios/pack"
	"probity/tui/prose"
)

// authors is the commands for those who write situations.
func (c *cli) authors() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Write a pack of situations, check it, read it, take it to a learning platform",
		Args:  c.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.packNew(), c.packImport(), c.packCheck(), c.packShow(), c.packDiff(), c.packScorm())
	for _, b := range banks() {
		cmd.AddCommand(c.packBank(b))
	}
	cmd.AddCommand(c.packFingerprint())
	return cmd
}

// loadNamed is the pack in a folder that somebody names, merged into a base. Mistakes are listed on standard error, and the error says what
// cannot be done because of them.
func (c *cli) loadNamed(dir string, base *pack.Pack, cannot string) (*pack.Pack, error) {
	p, err := pack.LoadDir(dir, base)
	if err == nil {
		return p, nil
	}
	for _, line := range lines(err) {
		fmt.Fprintln(c.sys.Err, line)
	}
	return nil, fmt.Errorf("the pack in %s has mistakes and cannot be %s: mend them first", prose.Line(dir), cannot)
}
