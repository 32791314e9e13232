package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"probity/progress"
	"probity/scenarios/pack"
	"probity/tui/app"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/theme"
	"probity/tui/tutor"
)

// practise is the command that goes straight to the first question.
func (c *cli) practise() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "practise [TOPIC]",
		Aliases: []string{"practice"},
		Short:   "Practise at once: every topic, or the one you name",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			topic := ""
			if len(args) > 0 {
				id, err := c.topicNamed(strings.Join(args, " "))
				if err != nil {
					return err
				}
				topic = id
			}
			return c.tutor(cmd, practice{ask: tutor.Ask{Topic: topic}, resume: !c.anew(cmd, topic)}, true)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			if p, err := pack.Builtin(); err == nil {
				for _, t := range p.Bank.Topics() {
					ids = append(ids, t.ID+"\t"+t.Title)
				}
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
	}
	c.practiceFlags(cmd)
	return cmd
}

// topicNamed finds a topic by its id or its title.
func (c *cli) topicNamed(name string) (string, error) {
	p, _, err := c.library()
	if err != nil {
		return "", err
	}
	var ids []string
	for _, t := range p.Bank.Topics() {
		if strings.EqualFold(name, t.ID) || strings.EqualFold(name, t.Title) {
			return t.ID, nil
		}
		ids = append(ids, t.ID)
	}
	if id := c.topicLike(name); id != "" {
		return "", misused("there is no topic %q: did you mean %s? The topics are %s", name, id, strings.Join(ids, ", "))
	}
	return "", misused("there is no topic %q: use one of %s", name, strings.Join(ids, ", "))
}

// sitting is what the tutor can go straight to: on the screens a route, in plain lines a way of leading through it.
type sitting interface {
	route() screen.Route
	lead(*linear.Console, *tutor.Tutor) error
}

// tutor starts the tutor on the screens or in plain lines. On the screens it begins at home, unless it is to go straight to
// the sitting.
func (c *cli) tutor(cmd *cobra.Command, s sitting, straight bool) error {
	t, damage := c.open(cmd)
	if c.plain() {
		return c.sitPlainly(t, damage, s)
	}
	o := app.Options{Tutor: t, Theme: theme.Kind(c.theme), Mono: c.sys.Getenv("NO_COLOR") != "", Err: damage}
	if straight {
		o.Start = s.route()
	}
	return c.screens(o)
}

// practice is a practice or a review.
type practice struct {
	ask    tutor.Ask
	resume bool // one that was left is taken up
}

func (p practice) route() screen.Route { return screen.ToPractise{Ask: p.ask, Resume: p.resume} }

func (p practice) lead(console *linear.Console, t *tutor.Tutor) error {
	sitting, err := p.begin(t)
	if err != nil {
		return err
	}
	return console.Practise(t, sitting)
}

// begin takes up the practice that was left, if that is what was asked for, or begins one.
func (p practice) begin(t *tutor.Tutor) (*tutor.Practice, error) {
	if left, ok := t.Unfinished(); ok && p.resume {
		return t.Resume(left), nil
	}
	return t.Begin(p.ask)
}

// framesPerSecond halves the wait for a paint that Bubble Tea's usual 60 would bring.
const framesPerSecond = 120

// signals is done when the system asks the program to end.
func signals() (ctx context.Context, stop context.CancelFunc) {
	return signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGINT)
}

// screens runs the program on the terminal and settles everything when it has ended, however it ended.
func (c *cli) screens(o app.Options) error {
	var unreadable *progress.UnreadableError
	if errors.As(o.Err, &unreadable) {
		return o.Err
	}
	ctx, stop := signals()
	defer stop()
	root := app.Guard(app.New(o))
	in := &terminal{Reader: c.sys.In}
	program := tea.NewProgram(root, tea.WithFPS(framesPerSecond), tea.WithInput(in.file()), tea.WithOutput(c.sys.Out), tea.WithoutSignalHandler())
	in.gone = program.Quit
	defer context.AfterFunc(ctx, program.Quit)()
	_, err := program.Run()
	if err != nil && ctx.Err() == nil && !in.left.Load() {
		err = fmt.Errorf("the screen could not be used: %w", err)
	} else {
		err = nil // a signal, or a terminal that went away, is no fault of anybody's
	}
	return errors.Join(err, root.Close())
}

// terminal is the keyboard. When there is nothing behind it any more the program ends: nobody could end it otherwise.
type terminal struct {
	io.Reader
	gone func()
	left atomic.Bool
}

// file is the keyboard as Bubble Tea wants it: a file still, whose end is noticed.
func (t *terminal) file() io.Reader {
	if f, ok := t.Reader.(*os.File); ok {
		return &watched{File: f, terminal: t}
	}
	return t.Reader
}

// watched is a file that tells when reading it comes to an end.
type watched struct {
	*os.File
	terminal *terminal
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.File.Read(p)
	if err != nil && !errors.Is(err, os.ErrClosed) {
		w.terminal.left.Store(true)
		w.terminal.gone()
	}
	return n, err
}

// sitPlainly leads through a sitting in plain lines. A signal ends the input: what was answered is kept.
func (c *cli) sitPlainly(t *tutor.Tutor, damage error, s sitting) error {
	ctx, stop := signals()
	defer stop()
	console := linear.New(linear.Interruptible(c.sys.In, ctx.Done()), c.sys.Out)
	if damage == nil {
		damage = know(t)
	}
	if damage != nil {
		if err := mendPlainly(console, t, damage); err != nil {
			return err
		}
	}
	if err := welcome(console, t); err != nil {
		if linear.Ended(err) {
			console.Say("\nStopped: your answers ended here, and nothing was begun. --role and --jurisdiction answer these two questions.")
			return nil
		}
		return err
	}
	tell(console, t)
	return s.lead(console, t)
}

// know loads the library and reads the record. The error is a record that cannot be read, or a library that does not load.
func know(t *tutor.Tutor) error {
	if t.Pack() == nil {
		p, err := t.Load()()
		if err != nil {
			return fmt.Errorf("loading the built-in library: %w", err)
		}
		t.Loaded(p)
		t.TakeCopies(t.ReadCopies()())
	}
	h, err := t.Read()()
	if err == nil {
		t.Know(h)
	}
	return err
}

// tell says what there is to say once.
func tell(console *linear.Console, t *tutor.Tutor) {
	for _, n := range t.Notices() {
		console.Say(n)
	}
}

// errLeft is the end of a run that was to go on with a record, and nobody said how.
var errLeft = errors.New("nothing was changed: start it again to choose, or put the record right in an editor")

// mendPlainly deals with a record that is damaged or gone: the newest good backup is offered, else a new record. Nothing is
// moved before that is agreed.
func mendPlainly(console *linear.Console, t *tutor.Tutor, damage error) error {
	var corrupt *progress.CorruptError
	var lost *progress.LostError
	question := "Begin a new record?"
	switch {
	case errors.As(damage, &corrupt):
		question = "Set the damaged record aside and begin a new one?"
		console.Say(corrupt.Found())
	case errors.As(damage, &lost):
		console.Say(lost.Found())
	default:
		return damage
	}
	backups, err := t.Salvage()()
	if err != nil {
		console.Say(prose.Worded(err))
	}
	b, there := tutor.NewestWhole(backups)
	var moved string
	switch {
	case there && console.Confirm(fmt.Sprintf("Go back to the backup of %s, with %s?", b.Date.Format("2 January 2006"), prose.Count(float64(b.Answers), "answer"))):
		moved, err = t.Restore(b)()
	case console.Confirm(question):
		moved, err = t.SetAside()()
	default:
		return errLeft
	}
	if err != nil {
		return err
	}
	t.GoOn(moved)
	tell(console, t)
	return know(t)
}

// welcome asks who is learning where that is not known, and makes the record.
func welcome(console *linear.Console, t *tutor.Tutor) error {
	asked := !t.Learner().Complete()
	learner, err := console.Welcome(t.Learner())
	if err != nil {
		return err
	}
	if asked || !t.HasRecord() {
		t.Settle(learner)
		if err := t.Flush(); err != nil {
			console.Say(prose.Worded(err))
		}
	}
	return nil
}
