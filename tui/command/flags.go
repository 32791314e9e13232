package command

import (
	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/tui/parts/theme"
)

// commonFlags are those of every command.
func (c *cli) commonFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&c.folder, "data", "", "folder of the record (else PROBITY_DATA, else the usual place)")
	f.StringVar(&c.theme, "theme", "", "colours: auto, light, dark, contrast or mono")
	f.BoolVar(&c.linear, "linear", false, "plain lines, for screen readers, pipes and scripts")
	f.StringVar(&c.role, "role", "", "doctor, physician-associate, anaesthesia-associate, student or other")
	f.StringArrayVar(&c.packs, "pack", nil, "folder of a pack to merge into the library (may be given again)")
	f.StringVar(&c.jurisdiction, "jurisdiction", "", "where you practise: uk or ie")
	for flag, values := range map[string][]string{"theme": names(theme.Kinds()), "role": names(guidance.Roles()), "jurisdiction": names(guidance.Jurisdictions())} {
		complete(root, flag, values...)
	}
}

func names[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// practiceFlags are those of the commands that practise.
func (c *cli) practiceFlags(cmd *cobra.Command) {
	cmd.Flags().IntVar(&c.count, "count", 10, "how many situations make a practice")
	c.seedFlag(cmd)
	c.newFlag(cmd, "begin anew even if a practice was left unfinished")
}

func (c *cli) newFlag(cmd *cobra.Command, does string) {
	cmd.Flags().BoolVar(&c.fresh, "new", false, does)
}

func (c *cli) seedFlag(cmd *cobra.Command) {
	cmd.Flags().Int64Var(&c.seed, "seed", 0, "fixes which situations are drawn and the order of options")
}

// planFlag names the file of a plan. Shells complete it with files of its kind.
func planFlag(cmd *cobra.Command, file *string, does string) {
	cmd.Flags().StringVar(file, "plan", "", does)
	if err := cmd.MarkFlagFilename("plan", "toml"); err != nil {
		panic(err) // only for a flag that is not defined above
	}
}

// complete has shells complete a flag with these values.
func complete(cmd *cobra.Command, flag string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return values, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // only for a flag that is not defined
	}
}

// check refuses flags that name nothing.
func (c *cli) check(cmd *cobra.Command) error {
	if err := c.checkHosted(cmd); err != nil {
		return err
	}
	switch {
	case c.role != "" && !guidance.Role(c.role).Known():
		return misused("--role %q is not a role: use doctor, physician-associate, anaesthesia-associate, student or other", c.role)
	case c.jurisdiction != "" && !guidance.Jurisdiction(c.jurisdiction).Known():
		return misused("--jurisdiction %q is not a country Probity teaches: use uk or ie", c.jurisdiction)
	case c.theme != "" && !theme.Kind(c.theme).Known():
		return misused("--theme %q is not a theme: use auto, light, dark, contrast or mono", c.theme)
	case cmd.Flags().Lookup("count") != nil && (c.count < 1 || c.count > 200):
		return misused("--count %d cannot be practised: use 1 to 200", c.count)
	}
	return nil
}
