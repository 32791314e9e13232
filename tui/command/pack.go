package command

import (
	"errors"
	"fmt"
	"strings"

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
	cmd.AddCommand(c.packNew(), c.packImport(), c.packCheck(), c.packShow(), c.packDiff(), c.packSign(), c.packVerify(), c.packScorm())
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
	c.sys.complain(strings.Join(lines(err), "\n"))
	return nil, fmt.Errorf("the pack in %s has mistakes and cannot be %s: mend them first", prose.Line(dir), cannot)
}

// packLeftOut says that a pack is left out, and why.
func packLeftOut(dir string, err error) string {
	if errors.As(err, new(pack.AlteredError)) {
		return fmt.Sprintf("The pack in %s is not as it was signed, and is left out: ask whoever gave it to you for it again. probity pack verify %s says what was changed.", dir, asTyped(dir))
	}
	return fmt.Sprintf("The pack in %s has mistakes and is left out: probity pack check %s lists them.", dir, asTyped(dir))
}

// asTyped is the name of a folder as somebody types it behind a command.
func asTyped(dir string) string {
	if dir = prose.Line(dir); strings.ContainsAny(dir, " '\"&$()") {
		return `"` + dir + `"`
	}
	return dir
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
