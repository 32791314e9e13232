// A sitting in plain lines: before it the library, the record and who is learning are seen to.

package command

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"syscall"

	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// signals is done when the system asks the program to end, or, on a host, when the session is over: no signal is for one session alone.
func (c *cli) signals() (ctx context.Context, stop context.CancelFunc) {
	if h := c.sys.Host; h != nil {
		return context.WithCancel(h.Session)
	}
	return signal.NotifyContext(context.Background(), syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGINT)
}

// sitPlainly leads through a sitting in plain lines. A signal ends the input: what was answered is kept.
func (c *cli) sitPlainly(t *tutor.Tutor, damage error, s sitting) error {
	ctx, stop := c.signals()
	defer stop()
	defer c.tellNotices()()
	c.led = c.consoleUntil(ctx)
	return c.endsWith(ctx, t, func() error { return begin(c.led, t, damage, s) })
}

// begin sees to the record and to who is learning, and leads.
func begin(console *linear.Console, t *tutor.Tutor, damage error, s sitting) error {
	if damage == nil {
		damage = know(t)
	}
	if damage != nil {
		if err := recoverPlainly(console, t, damage); err != nil {
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
	sayFound(console, t)
	return s.lead(console, t)
}

// know loads the library and reads the record. The error is a record that cannot be read, or a library that does not load.
func know(t *tutor.Tutor) error {
	if err := load(t); err != nil {
		return err
	}
	return t.Read().Do()
}

// load loads the library, unless it is loaded already, and reads the learner's own copies.
func load(t *tutor.Tutor) error {
	if t.Library.Pack() != nil {
		return nil
	}
	if err := t.Library.Load().Do(); err != nil {
		return fmt.Errorf("loading the built-in library: %w", err)
	}
	t.Copies.Read().Do()
	return nil
}

// sayFound says where there is what an earlier run could not save.
func sayFound(console *linear.Console, t *tutor.Tutor) {
	if said := t.FindRescued().Do(); said != "" {
		console.Say(said)
	}
}

// tell says what there is to say once.
func tell(console *linear.Console, t *tutor.Tutor) {
	for _, n := range t.Notices() {
		console.Say(n)
	}
}

// errLeft is the end of a run that was to go on with a record, and nobody said how.
var errLeft = errors.New("nothing was changed: start it again to choose, or put the record right in an editor")

// recoverPlainly deals with a record that is damaged or gone: the backups worth it are offered, else a new record. Nothing is moved
// before that is agreed.
func recoverPlainly(console *linear.Console, t *tutor.Tutor, damage error) error {
	var corrupt *file.CorruptError
	var lost *folder.LostError
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
	sayFound(console, t)
	if err := settle(console, t, question); err != nil {
		return err
	}
	tell(console, t)
	return know(t)
}

// settle asks what to do, and does it. The error is errLeft where nothing is to be done.
func settle(console *linear.Console, t *tutor.Tutor, afresh string) error {
	backups := t.Record.FindBackups().Do()
	if backups.Err != nil {
		console.Say(prose.Worded(backups.Err))
	}
	for _, b := range tutor.Offered(backups.All) {
		if console.Confirm("Go back to the backup " + tutor.Described(b) + "?") {
			return t.Record.Restore(b).Do()
		}
	}
	if console.Confirm(afresh) {
		return t.Record.SetAside().Do()
	}
	return errLeft
}

// welcome asks who is learning where that is not known, and makes the record.
func welcome(console *linear.Console, t *tutor.Tutor) error {
	asked := !t.Profile.Learner().Complete()
	learner, err := console.Welcome(t.Profile.Learner(), t.Hosted())
	if err != nil {
		return err
	}
	if asked || !t.Record.Exists() {
		t.Profile.Settle(learner)
		if err := t.Flush(); err != nil {
			console.Say(prose.Worded(err))
		}
		t.CatchUp()
	}
	return nil
}
