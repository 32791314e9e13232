// Saving that hangs: nobody waits for it without end, and what it was to save is put elsewhere.

package command

import (
	"context"
	"errors"
	"time"

	"probity/tui/tutor"
)

// errUnanswered is why what was to be saved last was given up.
var errUnanswered = errors.New("what came last could not be saved in time: the disk does not answer")

// within calls f, and comes back without it when it takes too long: then f ends with the process.
func within(limit time.Duration, f func() error) error {
	done := make(chan error, 1)
	go func() { done <- attempt(f) }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return errUnanswered
	}
}

// saved is what comes of f, which saves what waits: it has a time for that, and then what waits goes into a file of its own. Each folder has a time too: it
// may be on the disk that does not answer.
func saved(t *tutor.Tutor, limit time.Duration, f func() error) error {
	err := within(limit, f)
	if !errors.Is(err, errUnanswered) {
		return err
	}
	for _, in := range t.Elsewhere() {
		var kept *tutor.NotKeptError
		if err = within(asideLimit, func() error { return t.Aside(errUnanswered, in) }); errors.As(err, &kept) && !kept.Nowhere {
			return err
		}
	}
	return err
}

func (s *stage) saved(f func() error) error { return saved(s.tutor, s.saving(), f) }

const (
	endLimit   = 2 * time.Second // for plain lines to end once they are asked to
	asideLimit = 2 * time.Second // for a file in each folder
)

// endsWith is what comes of f once somebody asks the program to end. Where f does not end, what waits is saved without it. On a host each save ends by itself.
func (c *cli) endsWith(ctx context.Context, t *tutor.Tutor, f func() error) error {
	if c.sys.Host != nil {
		return f()
	}
	ended := make(chan error, 1)
	go func() { ended <- attempt(f) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	err := within(endLimit, func() error { return <-ended })
	if errors.Is(err, errUnanswered) {
		err = saved(t, saveLimit, t.Rescue)
	}
	return err
}
