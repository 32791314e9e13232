// Package command is the command line: what probity can be asked to do, with flags that mean the same everywhere.
package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/scenarios/pack"
	"probity/tui/parts/theme"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// Exit codes.
const (
	ok     = 0
	failed = 1
	misuse = 2
)

// System is what the command line has of the world around it.
type System struct {
	Args   []string // without the program's name
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	Now    func() time.Time
}

// Run does what the arguments ask for and returns the exit code: 0, 1 for what went wrong, 2 for what was asked wrongly.
func Run(sys System) int {
	out := &output{Writer: sys.Out}
	if !isTerminal(sys.Out) {
		sys.Out = out
	}
	c := &cli{sys: sys}
	root := c.root()
	root.SetArgs(sys.Args)
	root.SetIn(sys.In)
	root.SetOut(sys.Out)
	root.SetErr(sys.Err)
	err := attempt(root.Execute)
	switch {
	case out.closed():
		return ok
	case out.err != nil:
		err, c.understood = out.fault(), true
	case err == nil:
		return ok
	case errors.As(err, new(said)):
		return failed
	}
	fmt.Fprintln(sys.Err, "probity: "+prose.Worded(err))
	var used usage
	if errors.As(err, &used) || !c.understood {
		return misuse
	}
	return failed
}

// attempt makes a panic an error of one line.
func attempt(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("something went wrong in the program (%v): what was saved is safe; please start it again", r)
		}
	}()
	return f()
}

// usage is an error of the one who asked.
type usage struct{ error }

func (u usage) Unwrap() error { return u.error }

// misused makes a usage error in words.
func misused(format string, args ...any) error { return usage{fmt.Errorf(format, args...)} }

// cli is one run of the command line: the flags as given.
type cli struct {
	sys        System
	understood bool // what was asked makes sense; an error from then on is not the asker's

	folder       string
	theme        string
	linear       bool
	seed         int64
	role         string
	jurisdiction string
	count        int
	fresh        bool
	packs        []string

	loaded  *pack.Pack // what library returned, so that a pack's mistakes are listed once
	refused []string
}

// version is the program's; the library has one of its own.
const version = "0.1.0"

// program is the name and version that certificates carry.
const program = "Probity " + version

func (c *cli) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "probity",
		Short: "Practise using social media well, as a clinician",
		Long: "Probity walks you through realistic situations on social media: commit to an answer, see how it is marked,\n" +
			"and read the paragraph of guidance that decides it. Your progress stays in one file on this computer.",
		Example:       "  probity                        start the tutor\n  probity practise boundaries    straight to a question on one topic\n  probity guidance anonymous     paragraphs that speak of it",
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          c.noArguments,
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			err := c.check(cmd)
			if err == nil {
				err = c.expandPaths(cmd, args)
			}
			c.understood = err == nil
			return err
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.tutor(cmd, practice{resume: !c.anew(cmd, "")}, false)
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	c.commonFlags(root)
	c.practiceFlags(root)
	root.AddCommand(
		c.practise(), c.review(), c.assess(), c.progress(), c.certificate(), c.verify(), c.key(), c.data(), c.guidance(), c.induction(),
		c.handout(), c.cohort(), c.authors(),
	)
	c.refuseUnknown(root)
	return root
}

// refuseUnknown teaches the commands that cobra brings to refuse what they don't know.
func (c *cli) refuseUnknown(root *cobra.Command) {
	root.SetOut(c.sys.Out) // completion takes it when it is made
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			cmd.Args = c.noArguments
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
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

// invalid is how the flag library words a value that cannot be read.
var invalid = regexp.MustCompile(`^invalid argument "(.*)" for "(?:-\w, )?(--[\w-]+)" flag: .*parsing`)

// flagError words what is wrong with a flag.
func flagError(err error) error {
	if m := invalid.FindStringSubmatch(err.Error()); m != nil {
		kind := "a whole number"
		switch {
		case strings.Contains(err.Error(), "ParseBool"):
			kind = "true or false"
		case strings.Contains(err.Error(), "ParseFloat"):
			kind = "a number, such as 1.5"
		}
		return misused("%s %q cannot be used: give %s", m[2], m[1], kind)
	}
	return usage{fmt.Errorf("%w; probity --help lists the flags", err)}
}

// noArguments refuses a word that is no command.
func (c *cli) noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return c.unknown(cmd, args[0])
	}
	return nil
}

// commonFlags are those of every command.
func (c *cli) commonFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&c.folder, "data", "", "folder of the record (else PROBITY_DATA, else the usual place)")
	f.StringVar(&c.theme, "theme", "", "colours: auto, light, dark or mono")
	f.BoolVar(&c.linear, "linear", false, "plain lines, for screen readers, pipes and scripts")
	f.StringVar(&c.role, "role", "", "doctor, physician-associate, anaesthesia-associate or student")
	f.StringArrayVar(&c.packs, "pack", nil, "folder of a pack to merge into the library (may be given again)")
	f.StringVar(&c.jurisdiction, "jurisdiction", "", "where you practise: uk or ie")
	complete := func(values ...string) func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return values, cobra.ShellCompDirectiveNoFileComp
		}
	}
	for flag, values := range map[string][]string{"theme": names(theme.Kinds()), "role": names(guidance.Roles()), "jurisdiction": names(guidance.Jurisdictions())} {
		if err := root.RegisterFlagCompletionFunc(flag, complete(values...)); err != nil {
			panic(err) // only for a flag that is not defined above
		}
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
	cmd.Flags().Int64Var(&c.seed, "seed", 0, "fixes which situations are drawn and the order of options")
	cmd.Flags().BoolVar(&c.fresh, "new", false, "begin anew even if a practice was left unfinished")
}

// check refuses flags that name nothing.
func (c *cli) check(cmd *cobra.Command) error {
	switch {
	case c.role != "" && !guidance.Role(c.role).Known():
		return misused("--role %q is not a role: use doctor, physician-associate, anaesthesia-associate or student", c.role)
	case c.jurisdiction != "" && !guidance.Jurisdiction(c.jurisdiction).Known():
		return misused("--jurisdiction %q is not a country Probity teaches: use uk or ie", c.jurisdiction)
	case c.theme != "" && !theme.Kind(c.theme).Known():
		return misused("--theme %q is not a theme: use auto, light, dark or mono", c.theme)
	case cmd.Flags().Lookup("count") != nil && (c.count < 1 || c.count > 200):
		return misused("--count %d cannot be practised: use 1 to 200", c.count)
	}
	return nil
}

// plain tells whether linear mode is meant: asked for, or the only thing that can work.
func (c *cli) plain() bool {
	return c.linear || c.sys.Getenv("TERM") == "dumb" || !isTerminal(c.sys.In) || !isTerminal(c.sys.Out)
}

func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// library is the built-in library with the packs asked for. A pack with mistakes is left out: they are all listed on
// standard error, and refused names it.
func (c *cli) library() (p *pack.Pack, refused []string, err error) {
	if c.loaded != nil {
		return c.loaded, c.refused, nil
	}
	p, err = pack.Builtin()
	if err != nil {
		return nil, nil, fmt.Errorf("loading the built-in library: %w", err)
	}
	for _, dir := range c.packs {
		with, err := pack.LoadDir(dir, p)
		if err != nil {
			fmt.Fprintf(c.sys.Err, "probity: the pack in %s is left out:\n%s\n", prose.Line(dir), strings.Join(lines(err), "\n"))
			refused = append(refused, fmt.Sprintf("The pack in %s has mistakes and is left out: probity pack check lists them.", dir))
			continue
		}
		p = with
	}
	c.loaded, c.refused = p, refused
	return p, refused, nil
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

// open makes a tutor on the record. A damaged record comes back as an error beside the tutor.
func (c *cli) open(cmd *cobra.Command) (*tutor.Tutor, error) {
	o := tutor.Options{
		Dir: c.dir(), Count: c.count, Now: c.sys.Now, Program: program,
		Flags: tutor.Learner{Role: guidance.Role(c.role), Jurisdiction: guidance.Jurisdiction(c.jurisdiction)},
	}
	if cmd.Flags().Changed("seed") {
		o.Seed = &c.seed
	}
	if len(c.packs) > 0 || c.loaded != nil {
		p, refused, err := c.library()
		o.Load, o.Notices = func() (*pack.Pack, error) { return p, err }, refused
	}
	return tutor.Open(o)
}

// notify says on standard error what there is to say once, for commands whose output is something else.
func (c *cli) notify(notices []string) {
	for _, n := range notices {
		fmt.Fprintln(c.sys.Err, "probity: "+prose.Line(n))
	}
}

// anew tells whether the learner asked for something that an unfinished practice is not.
func (c *cli) anew(cmd *cobra.Command, topic string) bool {
	return c.fresh || topic != "" || cmd.Flags().Changed("seed") || cmd.Flags().Changed("count")
}
