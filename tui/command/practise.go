package command

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"strings"
	"syscall"

	"github.com/muesli/cancelreader"
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

// signals is done when the system asks the program to end.
func signals() (ctx context.Context, stop context.CancelFunc) {
	return signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGINT)
}

// sitPlainly leads through a sitting in plain lines. A signal ends the input: what was answered is kept.
func (c *cli) sitPlainly(t *tutor.Tutor, damage error, s sitting) error {
	ctx, stop := signals()
	defer stop()
	in, err := cancelreader.NewReader(c.sys.In)
	if err != nil {
		return fmt.Errorf("reading your answers: %w", err)
	}
	defer in.Close()
	defer context.AfterFunc(ctx, func() { in.Cancel() })()
	console := linear.New(in, c.sys.Out)
	if damage == nil {
		damage = know(t)
	}
	if damage != nil || t.Orphaned() {
		if err := mendPlainly(console, t, damage); err != nil {
			return err
		}
	}
	if err := welcome(console, t); err != nil {
		if linear.Ended(err) {
			return nil
		}
		return err
	}
	for _, n := range t.Notices() {
		console.Say(n)
	}
	return s.lead(console, t)
}

// know loads the library and reads the record. The error is a damaged record, or a library that does not load.
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

// mendPlainly deals with a record that cannot be read, or is gone: it is set aside, and the newest good backup is offered.
func mendPlainly(console *linear.Console, t *tutor.Tutor, damage error) error {
	var corrupt *progress.CorruptError
	if errors.As(damage, &corrupt) {
		console.Say(corrupt.Message())
	} else if damage != nil {
		return damage
	}
	moved, backups, err := t.Salvage(damage != nil)()
	if err != nil {
		return err
	}
	if moved != "" {
		console.Say("Nothing was deleted. It is kept as " + moved)
	} else if damage == nil {
		console.Say("There is no record here, but its backups are.")
	}
	for _, b := range backups {
		if !b.Whole {
			continue
		}
		if console.Confirm(fmt.Sprintf("Go back to the backup of %s, with %s?", b.Date.Format("2 January 2006"), prose.Count(float64(b.Answers), "answer"))) {
			if err := t.Restore(b)(); err != nil {
				return err
			}
		}
		break
	}
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
