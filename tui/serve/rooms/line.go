package rooms

import (
	"context"
	"encoding/json"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"

	"probity/tui/phones"
)

// mostWaiting is for how many phones a room lets an answer wait: what comes beyond that is dropped, and asked again.
const mostWaiting = 1024

// tellEvery is how often a room says in which turn it is led. Of two sessions that lead it, as after the hosts could not reach each other, the one
// that began earlier finds out so.
const tellEvery = 5 * time.Second

// line is a room that is led in a session.
type line struct {
	visit
	code  string
	turn  int64 // the highest of those that lead it counts
	asked chan *nats.Msg
	led   chan *nats.Msg
	stops []func()
	alone func() bool // ends that it ends with the session
}

// open has the room found by all hosts.
func (l *line) open() error {
	for subject, into := range map[string]chan *nats.Msg{leading(l.code): l.led, asking(l.code): l.asked} {
		of, err := l.conn.ChanSubscribe(subject, into)
		if err != nil {
			l.end()
			return err
		}
		l.stops = append(l.stops, func() { _ = of.Unsubscribe() }) // fails when the connection is closed, which ends it too
	}
	if err := l.conn.FlushTimeout(leadWait); err != nil {
		l.end()
		return err
	}
	l.alone = context.AfterFunc(l.session, l.end)
	return nil
}

func (l *line) end() {
	for _, stop := range l.stops {
		stop()
	}
}

// Close has the room found no longer.
func (l *line) Close() error {
	l.alone()
	l.end()
	return nil
}

// says is the turn, as it is said to others.
func (l *line) says() []byte { return strconv.AppendInt(nil, l.turn, 10) }

// Serve answers phones, one after the other, until the context or the session is done, or the room is led elsewhere.
func (l *line) Serve(ctx context.Context, s *phones.Server) error {
	defer l.Close()
	tell := time.NewTicker(tellEvery)
	defer tell.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-l.session.Done():
			return nil
		case m := <-l.led:
			if turnOf(m) > l.turn {
				l.end()
				_ = m.Respond(nil) // who asks goes on without it
				return phones.ErrElsewhere
			}
			if m.Reply != "" {
				_ = m.Respond(l.says()) // likewise
			}
		case m := <-l.asked:
			answer(m, s)
		case <-tell.C:
			_ = l.conn.Publish(leading(l.code), l.says()) // the next time says it again
		}
	}
}

// answer answers a phone. One that hears nothing is told to ask again.
func answer(m *nats.Msg, s *phones.Server) {
	var c phones.Call
	if json.Unmarshal(m.Data, &c) != nil {
		return
	}
	if text, err := json.Marshal(s.Answer(c)); err == nil {
		_ = m.Respond(text)
	}
}
