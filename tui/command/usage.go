// What is wrong with what was asked.

package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/guidance/text"
)

// usage is an error of the one who asked.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

// misused makes a usage error in words.
func misused(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

// refuseUnknown teaches the commands that cobra brings to refuse what they don't know.
func (c *cli) refuseUnknown(root *cobra.Command) {
	root.SetOut(c.sys.Out) // completion takes it when it is made
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			c.completion(cmd)
		}
	}
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return c.unknown(cmd, strings.Join(rest, " "))
			}
			return cmd.Help()
		},
	})
}

// shells are those that Tab can be set up in, with where it is done for good.
func shells() map[string]string {
	return map[string]string{
		"bash":       "  probity completion bash > ~/.local/share/bash-completion/completions/probity",
		"zsh":        "  probity completion zsh > \"${fpath[1]}/_probity\"",
		"fish":       "  probity completion fish > ~/.config/fish/completions/probity.fish",
		"powershell": "  probity completion powershell >> $PROFILE",
	}
}

// completion words what cobra brings to complete commands.
func (c *cli) completion(cmd *cobra.Command) {
	cmd.Short = "Have the Tab key complete commands in your shell"
	cmd.Long = "The Tab key then completes commands, flags, topics and roles. Each command below prints what your shell needs."
	cmd.Args = c.noArguments
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	for _, below := range cmd.Commands() {
		below.Short, below.Args = "Have the Tab key complete commands in "+below.Name(), c.noArguments
		below.Long, below.Example = "It works in every shell that is opened after this is done once.", shells()[below.Name()]
		if f := below.Flags().Lookup("no-descriptions"); f != nil {
			f.Usage = "names alone, without what they do"
		}
	}
}

// invalid is how the flag library words a value that cannot be read.
var invalid = text.Expression(`^invalid argument "(.*)" for "(?:-\w, )?(--[\w-]+)" flag: .*parsing`)

// flagError words what is wrong with a flag of a command.
func flagError(cmd *cobra.Command, err error) error {
	lists := cmd.CommandPath() + " --help lists the flags"
	var missing *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	switch {
	case errors.As(err, &missing) && missing.GetSpecifiedShortnames() != "":
		return misused("there is no flag -%s; %s", missing.GetSpecifiedName(), lists)
	case errors.As(err, &missing):
		name := missing.GetSpecifiedName()
		if near := text.Nearest(name, flagNames(cmd)); near != "" {
			return misused("there is no flag --%s; did you mean --%s? %s", name, near, lists)
		}
		return misused("there is no flag --%s; %s", name, lists)
	case errors.As(err, &bare):
		return misused("--%s needs something after it: --%[1]s %s; %s", bare.GetFlag().Name, given(bare.GetFlag()), lists)
	}
	if m := invalid().FindStringSubmatch(err.Error()); m != nil {
		kind := "a whole number"
		switch {
		case strings.Contains(err.Error(), "ParseBool"):
			kind = "true or false"
		case strings.Contains(err.Error(), "ParseFloat"):
			kind = "a number, such as 1.5"
		}
		return misused("%s %q cannot be used: give %s", m[2], m[1], kind)
	}
	return usage{fmt.Errorf("%w; %s", err, lists)}
}

// flagNames are the names of the flags that a command takes.
func flagNames(cmd *cobra.Command) (all []string) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			all = append(all, f.Name)
		}
	})
	return all
}

// takes refuses fewer or more words behind a command than it takes, or an empty one, and asks for those that are meant.
func (c *cli) takes(least, most int, asks string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) > most && c.sys.Host != nil:
			return tooMany(args[most])
		case len(args) < least || len(args) > most || slices.Contains(args, ""):
			return misused("%s", asks)
		}
		return nil
	}
}

// tooMany is that of a word behind a command on a host, where it may have been part of another.
func tooMany(word string) error {
	return misused("%q is one word too many: ssh takes quotes away, so what has several words needs a second pair around them, as in --name '\"Ann Lee\"'", word)
}

// noArguments refuses a word that is no command.
func (c *cli) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && c.sys.Host != nil && cmd.HasParent() && !cmd.HasSubCommands() {
		return tooMany(args[0])
	}
	if len(args) > 0 {
		return c.unknown(cmd, args[0])
	}
	return nil
}
