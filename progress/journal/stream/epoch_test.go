package stream

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// TestANodeThatLiesInAnOldEpochIsAskedAgain: one that led before says where the record ended then, or that there was none. What is known stands,
// and nothing is taken for erased.
func TestANodeThatLiesInAnOldEpochIsAskedAgain(t *testing.T) {
	e := embedded(t, t.TempDir())
	s := store(t, e, "anna")
	must(s.Append(t.Context(), 0, settings("a")...))(t)
	before, _ := must2(e.last(t.Context(), s.stream, s.subject))(t)
	must(s.Append(t.Context(), 1, settings("b")...))(t)
	now, _ := must2(e.last(t.Context(), s.stream, s.subject))(t)

	is := func(m message) any {
		return map[string]any{"message": map[string]any{"subject": m.subject, "seq": m.place, "data": m.data}}
	}
	answers := []any{is(before), map[string]any{"error": map[string]any{"err_code": noMessage}}, is(now)}
	asked := 0
	s.engine = between(t, e, func(q *nats.Msg) any {
		if q.Subject != "$JS.API.STREAM.MSG.GET."+s.stream {
			return nil
		}
		asked++
		return answers[min(asked, len(answers))-1]
	})
	last, err := s.Read(t.Context(), 2, nil)
	if err != nil || last != 2 || asked != 3 {
		t.Errorf("after %d answers the record ends at %d: %v", asked, last, err)
	}
}

// TestANodeThatDoesNotHaveTheKeyYetErasesNothing: it led before the record was begun, and what is saved first is neither refused nor taken away.
func TestANodeThatDoesNotHaveTheKeyYetErasesNothing(t *testing.T) {
	e, l := overALine(t)
	s := store(t, e, "anna")
	must(s.begun(t.Context()))(t)
	asked := 0
	l.each(func(f frame) fate {
		if f.subject != "$JS.API.STREAM.MSG.GET."+keyStream {
			return fate{}
		}
		if asked++; asked%2 == 0 {
			return fate{}
		}
		return fate{says: fmt.Appendf(nil, `{"error":{"err_code":%d}}`, noMessage)}
	})
	must(s.Append(t.Context(), 0, settings("a")...))(t)
	check(t, s.WriteBeside("draft", []byte("x")))
	if asked < 4 {
		t.Errorf("it was asked %d times", asked)
	}
	l.each(nil)
	holds(t, store(t, e, "anna"), "1a")
}

// between returns an engine whose questions a test answers: with nil, what the store that stands behind it says.
func between(t *testing.T, behind *Engine, answer func(q *nats.Msg) any) *Engine {
	t.Helper()
	running := must(server.NewServer(&server.Options{DontListen: true, NoSigs: true}))(t)
	running.Start()
	t.Cleanup(func() {
		running.Shutdown()
		running.WaitForShutdown()
	})
	conn := must(nats.Connect("", nats.InProcessServer(running)))(t)
	t.Cleanup(conn.Close)
	_, err := conn.Subscribe("$JS.API.>", func(q *nats.Msg) {
		if says := answer(q); says != nil {
			check(t, q.Respond(must(json.Marshal(says))(t)))
			return
		}
		check(t, q.Respond(must(behind.conn.Request(q.Subject, q.Data, behind.wait))(t).Data))
	})
	check(t, err)
	return &Engine{conn: conn, now: behind.now, wait: behind.wait, replicas: 1, streams: behind.streams}
}
