// Which commands and flags there are on a host: those that need nothing of the computer that the program runs on. A command that is added is
// refused there until it is listed here. A flag of a listed command is let through unless it is listed as refused: tests give each one paths.

package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// hostedCommands are those of a host. The file that one is given is one of the learner's own, or comes through the session.
func hostedCommands() []string {
	return []string{
		"", "today", "next", "practise", "review", "assess", "progress", "certificate", "verify",
		"data", "data export", "data import", "data erase", "data reflections",
		"guidance", "guidance sources", "guidance import", "guidance forget",
		"induction", "induction notes", "induction agenda", "induction check", "induction report", "induction attend", "induction file", "handout",
	}
}

// refusedFlags are those of these commands that a host refuses: they name folders, keys and ports of a computer.
func refusedFlags() []string {
	return []string{"data", "pack", "key", "records", "host", "wifi", "wifi-password"}
}

// offers reports whether a command can be given here: on a host some can't.
func (c *cli) offers(command string) bool {
	return c.sys.Host == nil || slices.Contains(hostedCommands(), command)
}

// unlike says where something works that a host refuses, and why not there.
func unlike(what string) error {
	return misused("%s works where Probity is installed on your own computer, and not on this server, whose folders, programs and ports are nobody's to use", what)
}

// calledBy is a command without the program's name.
func calledBy(cmd *cobra.Command) string {
	_, path, _ := strings.Cut(cmd.CommandPath(), " ")
	return path
}

// admit leaves a host what it can do: any other command is refused, in a line.
func admit(root *cobra.Command) {
	root.Long = "Probity walks you through realistic situations on social media: commit to an answer, see how it is marked,\n" +
		"and read the paragraph of guidance that decides it. Your progress stays on this server, where\n" +
		"others see sums of many people alone; data export takes it home.\n\n" +
		"Where this says probity, type ssh and the server's name: ssh HOST progress. Flags come behind the command, and with\n" +
		"no command behind -- (ssh HOST -- --linear). A session that is led, and whatever is shown on a whole screen, needs\n" +
		"ssh -t HOST. Files go through the session (ssh HOST data export > answers.csv; ssh HOST data import - < progress.toml),\n" +
		"or to and from a folder of your own here by sftp and scp."
	for _, cmd := range root.Commands() {
		admitBelow(cmd)
	}
	for _, name := range refusedFlags() {
		hide(root.PersistentFlags().Lookup(name))
	}
}

func admitBelow(cmd *cobra.Command) {
	if !slices.Contains(hostedCommands(), calledBy(cmd)) {
		refuse(cmd)
		return
	}
	for _, name := range refusedFlags() {
		hide(cmd.Flags().Lookup(name))
	}
	for _, below := range cmd.Commands() {
		admitBelow(below)
	}
}

func hide(f *pflag.Flag) {
	if f != nil {
		f.Hidden = true
	}
}

// refuse has a command say where it works, whatever it is given.
func refuse(cmd *cobra.Command) {
	what := cmd.CommandPath()
	cmd.RemoveCommand(cmd.Commands()...)
	cmd.Hidden, cmd.DisableFlagParsing = true, true
	cmd.Args, cmd.ValidArgsFunction = cobra.ArbitraryArgs, nil
	cmd.Run, cmd.RunE = nil, func(*cobra.Command, []string) error { return unlike(what) }
}

// checkHosted refuses the flags that a host has not.
func (c *cli) checkHosted(cmd *cobra.Command) (err error) {
	if c.sys.Host == nil || !slices.Contains(hostedCommands(), calledBy(cmd)) {
		return nil
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if slices.Contains(refusedFlags(), f.Name) && err == nil {
			err = unlike("--" + f.Name)
		}
	})
	return err
}
