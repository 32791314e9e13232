package command

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"strings"
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
		Use:   "practise [TOPIC]",
		Short: "Practise at once: every topic, or the one you name",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			topic := ""
			if len(args) > 0 {
				id, err := c.topicNamed(strings.Join(args, " "))
				if err != nil {
					return err
				}
				topic = id
			}
			return c.tutor(cmd, topic, true)
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
	return "", misused("there is no topic %q: use one of %s", name, strings.Join(ids, ", "))
}

// tutor starts the tutor, on the screens or in plain lines; straight to a practice if asked.
func (c *cli) tutor(cmd *cobra.Command, topic string, straight bool) error {
	t, damage := c.open(cmd)
	if c.plain() {
		return c.practisePlainly(cmd, t, damage, topic)
	}
	o := app.Options{Tutor: t, Theme: theme.Kind(c.theme), Mono: c.sys.Getenv("NO_COLOR") != "", Err: damage}
	if straight {
		o.Start = screen.ToPractise{Ask: tutor.Ask{Topic: topic}, Resume: !c.anew(cmd, topic)}
	}
	return c.screens(o)
}

// framesPerSecond halves the wait for a paint that Bubble Tea's usual 60 would bring.
const framesPerSecond = 120

// screens runs the program on the terminal and settles everything when it has ended, however it ended.
func (c *cli) screens(o app.Options) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	root := app.Guard(app.New(o))
	program := tea.NewProgram(root, tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithInput(c.sys.In), tea.WithOutput(c.sys.Out), tea.WithoutSignalHandler())
	_, err := program.Run()
	return errors.Join(ended(ctx, err), root.Close())
}

// ended is what Run's error means: a signal is no fault of anybody's.
func ended(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return nil
	}
	return fmt.Errorf("the screen could not be used: %w", err)
}

// practisePlainly practises in plain lines.
func (c *cli) practisePlainly(cmd *cobra.Command, t *tutor.Tutor, damage error, topic string) error {
	console := linear.New(c.sys.In, c.sys.Out)
	if damage == nil {
		damage = know(t)
	}
	if damage != nil {
		if err := c.mendPlainly(console, t, damage); err != nil {
			return err
		}
	}
	if err := c.welcome(console, t); err != nil {
		if linear.Ended(err) {
			return nil
		}
		return err
	}
	for _, n := range t.Notices() {
		console.Say(n)
	}
	practice, err := begin(t, topic, !c.anew(cmd, topic))
	if err != nil {
		return err
	}
	return console.Practise(t, practice)
}

// know loads the library and reads the record. The error is a damaged record, or a library that does not load.
func know(t *tutor.Tutor) error {
	if t.Pack() == nil {
		p, err := t.Load()()
		if err != nil {
			return fmt.Errorf("loading the built-in library: %w", err)
		}
		t.Loaded(p)
	}
	h, err := t.Read()()
	var corrupt *progress.CorruptError
	switch {
	case errors.As(err, &corrupt):
		return err
	case err != nil:
		t.Unkeep(err)
	default:
		t.Know(h)
	}
	return nil
}

// mendPlainly deals with a record that cannot be read: it is set aside, and the newest good backup is offered.
func (c *cli) mendPlainly(console *linear.Console, t *tutor.Tutor, damage error) error {
	var corrupt *progress.CorruptError
	if !errors.As(damage, &corrupt) {
		return damage
	}
	console.Say(corrupt.Message())
	moved, backups, err := t.SetAside()()
	if err != nil {
		return err
	}
	console.Say("Nothing was deleted. It is kept as " + moved)
	for _, b := range backups {
		if !b.Whole {
			continue
		}
		if console.Confirm(fmt.Sprintf("Go back to the backup of %s, with %d answers?", b.Date.Format("2 January 2006"), b.Answers)) {
			if err := t.Restore(b)(); err != nil {
				return err
			}
		}
		break
	}
	return know(t)
}

// welcome asks who is learning where that is not known, and makes the record.
func (c *cli) welcome(console *linear.Console, t *tutor.Tutor) error {
	learner, err := console.Welcome(t.Learner())
	if err != nil {
		return err
	}
	if t.HasRecord() {
		return nil
	}
	t.Settle(learner)
	if err := t.Flush(); err != nil {
		console.Say(prose.Worded(err))
	}
	return nil
}

// begin takes up the practice that was left, if that is what was asked for, or begins one.
func begin(t *tutor.Tutor, topic string, resume bool) (*tutor.Practice, error) {
	if left, ok := t.Unfinished(); ok && resume {
		return t.Resume(left), nil
	}
	return t.Begin(tutor.Ask{Topic: topic})
}
