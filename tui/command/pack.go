package command

import (
	"github.com/spf13/cobra"
)

// authors is the commands for those who write situations.
func (c *cli) authors() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Check a library, read a situation with its key, take it to a learning platform",
		Args:  c.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.packCheck(), c.packShow(), c.packScorm(), c.packFingerprint())
	return cmd
}
