// The end of a session that does not end by itself.

package sshd

import (
	"context"
	"time"

	"probity/tui/prose"
)

// end is when the session ends by itself, as things stand: nothing was typed for long, or it has lasted long enough.
func (st *stay) end() (end time.Time, why string) {
	l := st.s.o.Limits
	idle, total := time.Unix(0, st.last.Load()).Add(l.Idle), st.began.Add(l.Total)
	if total.Before(idle) {
		return total, "total time"
	}
	return idle, "idle"
}

// watch ends the session once the client is gone, or once it is over by itself. It says so first.
func (st *stay) watch(ctx context.Context, gone context.CancelFunc) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	var warned time.Time // the end that was told of
	for {
		select {
		case <-ctx.Done():
			return
		case <-st.gate.gone:
			gone()
			return
		case <-st.leaving:
			st.settle(ctx, gone)
			return
		case <-timer.C:
		}
		now := time.Now()
		end, why := st.end()
		switch warning := end.Add(-st.s.o.Limits.Warning); {
		case !now.Before(end):
			st.leave(why)
		case now.Before(warning):
			timer.Reset(warning.Sub(now))
		default:
			if warned != end {
				st.notify(ending(why, end.Sub(now)))
				warned = end
			}
			timer.Reset(end.Sub(now))
		}
	}
}

// ending is what is said before a session ends.
func ending(why string, in time.Duration) string {
	left := prose.Minutes(int(in.Seconds() + 0.5))
	if why == "idle" {
		return "Nothing has been typed for long: this session ends in " + left + " unless you press a key."
	}
	return "This session is as old as one can get here: it ends in " + left + ". Connect again to go on."
}

// farewell is what is said after a session that the host ended, where its screen was: there is nothing for one that ended by itself.
func farewell(why string) string {
	switch why {
	case "drained":
		return "This host is being restarted. Connect again in a minute to go on."
	case "idle":
		return "Nothing was typed for long, so this session has ended. Connect again to go on."
	case "total time":
		return "This session was as old as one can get here, and has ended. Connect again to go on."
	}
	return ""
}

// settle gives the program its time to save. One that takes longer loses its connection.
func (st *stay) settle(ctx context.Context, gone context.CancelFunc) {
	timer := time.NewTimer(st.s.o.Limits.Settle)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-st.gate.gone:
		gone()
	case <-timer.C:
		st.cut()
	}
}
