// Package command is the command line: what probity can be asked to do, with flags that mean the same everywhere.
package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/scenarios/find"
	"probity/scenarios/pack"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// awaited is by how much memory may grow before garbage is collected while somebody waits for the library, in per cent.
const awaited = 200

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
	Ticks  func(every time.Duration) (ticks <-chan time.Time, done func()) // brings the time at intervals; nil for the clock's own

	Typefaces tutor.Typefaces              // of this computer, for PDFs; nil for none
	Library   func() (*pack.Pack, error)   // loads the library that packs are added to; nil for the built-in one
	Index     func(*pack.Pack) *find.Index // makes the index of a library, or has it; nil to make it
	Host      *Host                        // what there is in place of this computer's terminal and files; nil on the learner's own computer
}

// base loads the library that packs are added to.
func (sys System) base() (*pack.Pack, error) {
	if sys.Library != nil {
		return sys.Library()
	}
	return pack.Builtin()
}

// Run does what the arguments ask for and returns the exit code: 0, 1 for what went wrong, 2 for what was asked wrongly.
func Run(sys System) int {
	code := run(sys)
	if code != ok && sys.Host == nil && isTerminal(sys.In) && isTerminal(sys.Err) && startedByIcon() {
		linger(sys.In, sys.Err)
	}
	return code
}

func run(sys System) int {
	if sys.Host != nil {
		sys.Getenv = sys.Host.getenv
	}
	out := &output{Writer: sys.Out, hosted: sys.Host != nil}
	if !sys.shows() {
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
	sys.complain("probity: " + prose.Worded(c.withRescued(err)))
	var used usage
	if errors.As(err, &used) || !c.understood {
		return misuse
	}
	return failed
}

// withRescued is an error with what could not be saved earlier, where it says that the record cannot be read: whichever command was to read it.
func (c *cli) withRescued(err error) error {
	if !c.understood || c.sys.Host != nil || errors.Is(err, errUnanswered) { // reading may hang as well
		return err
	}
	t, _ := tutor.Open(tutor.Options{Dir: c.dir(), Now: c.sys.Now, Rescue: c.elsewhere(), Named: c.folder})
	return t.WithRescued(err)
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
	which        bool

	straight bool            // what is asked for goes straight to a situation
	led      *linear.Console // where plain lines are led; nil where nobody is led

	loaded  *pack.Pack // what library returned, so that a pack's mistakes are listed once
	refused []string
}

func (c *cli) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "probity",
		Short: "Practise using social media well, as a clinician",
		Long: "Probity walks you through realistic situations on social media: commit to an answer, see how it is marked,\n" +
			"and read the paragraph of guidance that decides it. Your progress stays in one file on this computer.",
		Example:       "  probity                        start the tutor\n  probity practise boundaries    straight to a question on one topic\n  probity guidance anonymous     paragraphs that speak of it",
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
			if c.which {
				return c.tellVersion(cmd)
			}
			return c.tutor(cmd, place{practice{how: c.how(cmd, tutor.Resume)}, c, cmd.Flags().Changed("count") || cmd.Flags().Changed("new")}, false)
		},
	}
	root.SetFlagErrorFunc(flagError)
	c.commonFlags(root)
	c.practiceFlags(root)
	root.Flags().BoolVarP(&c.which, "version", "v", false, "which Probity this is, built from what, and which library it has")
	root.AddCommand(
		c.today(), c.next(), c.practise(), c.review(), c.assess(), c.progress(), c.certificate(), c.verify(), c.key(), c.data(), c.guidance(), c.induction(),
		c.handout(), c.cohort(), c.authors(), c.doctor(), c.manual(),
	)
	c.refuseUnknown(root)
	c.sys.explain(root)
	if c.sys.Host != nil {
		admit(root)
	}
	return root
}

// library is the built-in library with the packs asked for. A pack with mistakes is left out: they are all listed on
// standard error, and refused names it.
func (c *cli) library() (p *pack.Pack, refused []string, err error) {
	if c.loaded != nil {
		return c.loaded, c.refused, nil
	}
	p, err = c.sys.base()
	if err != nil {
		return nil, nil, fmt.Errorf("loading the built-in library: %w", err)
	}
	for _, dir := range c.packs {
		with, err := pack.LoadDir(dir, p)
		if err != nil {
			c.sys.complain(fmt.Sprintf("probity: the pack in %s is left out:\n%s", prose.Line(dir), strings.Join(lines(err), "\n")))
			refused = append(refused, packLeftOut(dir, err))
			continue
		}
		p = with
	}
	c.loaded, c.refused = p, refused
	return p, refused, nil
}

// early begins to load the library that packs are added to, and returns what waits for it: the record is opened and the terminal made
// ready meanwhile. It is for what goes straight to a situation; the first screen is painted before there is a library. Somebody waits for
// it, so that until it is there memory is spent for time: the collector of garbage runs less often.
func (c *cli) early() func() (*pack.Pack, error) {
	load := sync.OnceValues(func() (*pack.Pack, error) {
		defer debug.SetGCPercent(debug.SetGCPercent(awaited))
		return c.sys.base()
	})
	go func() { _ = attempt(func() error { _, err := load(); return err }) }() // who waits for it is told of an error
	return load
}

// open makes a tutor on the record. A damaged record comes back as an error beside the tutor.
func (c *cli) open(cmd *cobra.Command) (*tutor.Tutor, error) {
	o := tutor.Options{
		Now: c.sys.Now, Load: c.sys.base, Index: c.sys.Index, Program: Program, Typefaces: c.sys.Typefaces, Door: c.door(),
		Flags: tutor.Learner{Role: guidance.Role(c.role), Jurisdiction: guidance.Jurisdiction(c.jurisdiction)},
	}
	c.keepIn(&o)
	if cmd.Flags().Changed("seed") {
		o.Seed = &c.seed
	}
	if cmd.Flags().Changed("count") {
		o.Count = c.count
	}
	if len(c.packs) > 0 || c.loaded != nil {
		p, refused, err := c.library()
		o.Load, o.Notices = func() (*pack.Pack, error) { return p, err }, refused
	} else if c.straight && c.sys.Host == nil {
		o.Load = c.early()
	}
	return tutor.Open(o)
}

// keepIn says where the record is, and where what cannot be saved goes: in folders of this computer, or where a host keeps it.
func (c *cli) keepIn(o *tutor.Options) {
	if h := c.sys.Host; h != nil {
		o.File, o.Sessions, o.Phones, o.Again = h.Record, h.Record.Sessions(), h.Phones, c.again()
		return
	}
	o.Dir, o.Rescue, o.Named = c.dir(), c.elsewhere(), c.folder
	if here, err := filepath.Abs("."); err == nil {
		o.Here = here
	}
}

// elsewhere is where what cannot be saved is put at the end: where the program runs, the home folder, that for what is temporary.
func (c *cli) elsewhere() []string {
	folders := []string{"."}
	if home := c.sys.Getenv(homeVariable()); home != "" {
		folders = append(folders, home)
	}
	return append(folders, os.TempDir())
}

// notify says on standard error what there is to say once, for commands whose output is something else.
func (c *cli) notify(notices []string) {
	for _, n := range notices {
		fmt.Fprintln(c.sys.Err, "probity: "+prose.Line(n))
	}
}

// how is how a practice starts: anew where the learner asked for something that an unfinished one is not, else as it does otherwise.
func (c *cli) how(cmd *cobra.Command, otherwise tutor.How) tutor.How {
	if c.fresh || cmd.Flags().Changed("seed") || cmd.Flags().Changed("count") {
		return tutor.Anew
	}
	return otherwise
}
