package command

import (
	"github.com/spf13/cobra"
)

// authors is the commands for those who write situations.
func (c *cli) authors() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Write a pack of situations: begin one, check it, read it, compare two",
		Args:  c.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.packNew(), c.packCheck(), c.packShow(), c.packDiff(), c.packFingerprint())
	return cmd
}
