package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"probity/scenarios/pack"
	"probity/tui/prose"
)

// authors is the commands for those who write situations.
func (c *cli) authors() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: "Check a library, read a situation with its key, sign a pack, renew fingerprints",
		Args:  c.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.packCheck(), c.packShow(), c.packSign(), c.packVerify(), c.packFingerprint())
	return cmd
}

// packLeftOut says that a pack is left out, and why.
func packLeftOut(dir string, err error) string {
	if errors.As(err, new(pack.AlteredError)) {
		return fmt.Sprintf("The pack in %s is not as it was signed, and is left out: probity pack verify says what was changed.", dir)
	}
	return fmt.Sprintf("The pack in %s has mistakes and is left out: probity pack check lists them.", dir)
}

// lines is what is wrong with a pack, a line each: no name in it can begin a line of its own.
func lines(err error) []string {
	var mistakes pack.Mistakes
	if !errors.As(err, &mistakes) {
		return []string{prose.Worded(err)}
	}
	first, more := mistakes.Listed()
	var out []string
	for _, m := range first {
		out = append(out, prose.Line(m.String()))
	}
	if more > 0 {
		out = append(out, pack.MoreMistakes(more))
	}
	return out
}
