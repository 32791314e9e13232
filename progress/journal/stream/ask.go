// What is asked of JetStream: the last message of a subject, all of its messages, to take some in, to delete one for good.
//
// The questions are those of the server's own interface (nats-server 2.15: jetstream_api.go, stream.go, jetstream_batching.go), where
// the client's library has no call for them.

package stream

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// message is one as it is kept.
type message struct {
	subject string
	place   uint64 // in its stream, from 1
	data    []byte
}

// refused is an answer that says why something was not done.
type refused struct {
	Code int    `json:"err_code"`
	Text string `json:"description"`
}

func (r *refused) Error() string { return r.Text }

// The codes of answers that say more than that something failed.
const (
	tooFewNodes   = 10005
	notAvailable  = 10008
	noMessage     = 10037
	noSequence    = 10043
	otherLast     = 10071 // the last message of the subject is another
	underWay      = 10164 // another message of the subject is just being taken in
	incomplete    = 10176 // part of a batch was lost on its way
	tooManyAtOnce = 10210
)

// retry calls ask until it succeeds or fails for good, with a moment in between, for as long as a store is waited for.
func (e *Engine) retry(ctx context.Context, ask func(ctx context.Context) error) error {
	return retry(ctx, e.wait, answerWithin, ask)
}

// answerWithin is how long one answer is waited for at first: one that was lost with a server does not come.
const answerWithin = 500 * time.Millisecond

// retry is Engine.retry with times of its own: how long it goes on, and how long the first answer is waited for. After an answer that did not come
// the next is waited for twice as long, up to a quarter of all. A store that is slow comes to each question that it was asked, also to those that
// nobody waits for any more: asked again as soon as ever, it would have more to do than it gets done.
func retry(ctx context.Context, wait, each time.Duration, ask func(ctx context.Context) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	within, end := context.WithTimeout(ctx, wait)
	defer end()
	for moment := 2 * time.Millisecond; ; moment = min(2*moment, 100*time.Millisecond) {
		err := once(within, each, ask)
		if !passes(err) {
			return err
		}
		if errors.Is(err, context.DeadlineExceeded) {
			each = max(each, min(2*each, wait/4))
		}
		select {
		case <-time.After(moment):
		case <-within.Done():
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return errors.Join(errUnreachable, err)
		}
	}
}

func once(ctx context.Context, wait time.Duration, ask func(ctx context.Context) error) error {
	ctx, end := context.WithTimeout(ctx, wait)
	defer end()
	return ask(ctx)
}

// passes reports whether a failure may be gone in a moment.
func passes(err error) bool {
	var no *refused
	var api *jetstream.APIError
	switch {
	case errors.As(err, &api):
		return api.ErrorCode == notAvailable || api.ErrorCode == tooFewNodes
	case errors.As(err, &no):
		return no.Code == notAvailable || no.Code == incomplete || no.Code == tooManyAtOnce || no.Code == underWay
	case errors.As(err, new(*net.OpError)): // the connection broke while something was sent
		return true
	}
	for _, passing := range []error{
		context.DeadlineExceeded, nats.ErrTimeout, nats.ErrNoResponders, nats.ErrDisconnected, nats.ErrReconnectBufExceeded,
		nats.ErrConnectionReconnecting, net.ErrClosed, io.ErrClosedPipe, errLagging, errCopyDown,
	} {
		if errors.Is(err, passing) {
			return true
		}
	}
	return false
}

// ask sends a question and reads the answer into what is given.
func (e *Engine) ask(ctx context.Context, subject string, question, answer any) error {
	text, err := json.Marshal(question)
	if err != nil {
		return err
	}
	reply, err := e.conn.RequestWithContext(ctx, subject, text)
	if err != nil {
		return err
	}
	return decodeAnswer(reply.Data, answer)
}

func decodeAnswer(text []byte, answer any) error {
	var said struct {
		Error *refused `json:"error"`
	}
	if err := json.Unmarshal(text, &said); err != nil {
		return err
	}
	if said.Error != nil {
		return said.Error
	}
	return json.Unmarshal(text, answer)
}

// last returns the last message of a subject, as the stream's leader has it; false if there is none.
func (e *Engine) last(ctx context.Context, stream, subject string) (m message, there bool, err error) {
	return e.one(ctx, stream, map[string]any{"last_by_subj": subject})
}

// next returns the first message of a subject from a place on, as the stream's leader has it; false if there is none.
func (e *Engine) next(ctx context.Context, stream, subject string, from uint64) (m message, there bool, err error) {
	return e.one(ctx, stream, map[string]any{"next_by_subj": subject, "seq": from})
}

func (e *Engine) one(ctx context.Context, stream string, question map[string]any) (m message, there bool, err error) {
	var answer struct {
		Message struct {
			Subject string `json:"subject"`
			Seq     uint64 `json:"seq"`
			Data    []byte `json:"data"`
		} `json:"message"`
	}
	err = e.retry(ctx, func(ctx context.Context) error {
		return e.ask(ctx, "$JS.API.STREAM.MSG.GET."+stream, question, &answer)
	})
	var no *refused
	if errors.As(err, &no) && no.Code == noMessage {
		return message{}, false, nil
	}
	return message{answer.Message.Subject, answer.Message.Seq, answer.Message.Data}, err == nil, err
}

// state is what a stream holds, as its leader has it.
type state struct {
	Last     uint64            `json:"last_seq"` // the place of the last message that there ever was
	Subjects map[string]uint64 `json:"subjects"` // how many messages there are of those that were asked about
}

func (e *Engine) state(ctx context.Context, stream, subjects string) (state, error) {
	var answer struct {
		State state `json:"state"`
	}
	err := e.retry(ctx, func(ctx context.Context) error {
		return e.ask(ctx, "$JS.API.STREAM.INFO."+stream, map[string]any{"subjects_filter": subjects}, &answer)
	})
	return answer.State, err
}

// How much longer the answer to a batch may take, since a whole record may come in as one.
const (
	eachTakes = time.Millisecond // for each message
	slowest   = 1 << 20          // bytes that get there in a second, at least
)

// patience is how long it may take until it is answered that messages were taken in.
func patience(messages [][]byte) time.Duration {
	size := 0
	for _, m := range messages {
		size += len(m)
	}
	return answerWithin + time.Duration(len(messages))*eachTakes + time.Duration(size)*time.Second/slowest
}

// save is publish, again while it fails for what passes. unsure is whether messages may be there though the error, if there is one, says that they were
// not taken in: an answer was lost.
func (e *Engine) save(ctx context.Context, subject string, behind uint64, messages ...[]byte) (place uint64, unsure bool, err error) {
	each := patience(messages)
	err = retry(ctx, max(e.wait, each), each, func(ctx context.Context) (err error) {
		place, err = e.publish(ctx, subject, behind, messages...)
		unsure = unsure || err != nil && !errors.As(err, new(*refused))
		return err
	})
	return place, unsure, err
}

// publish takes messages in behind the one that has a place, 0 for none: all or none of them. It returns the place of the last. What
// it says of a failure that passes may be wrong: the answer may be lost, and they be there.
func (e *Engine) publish(ctx context.Context, subject string, behind uint64, messages ...[]byte) (place uint64, err error) {
	if err := e.room(); err != nil {
		return 0, err
	}
	batch := nuid.Next()
	for i, data := range messages {
		m := &nats.Msg{Subject: subject, Data: data, Header: nats.Header{}}
		if i == 0 {
			m.Header.Set(jetstream.ExpectedLastSubjSeqHeader, strconv.FormatUint(behind, 10))
		}
		if len(messages) > 1 {
			m.Header.Set("Nats-Batch-Id", batch)
			m.Header.Set("Nats-Batch-Sequence", strconv.Itoa(i+1))
		}
		if i < len(messages)-1 {
			if err := e.conn.PublishMsg(m); err != nil {
				return 0, err
			}
			continue
		}
		if len(messages) > 1 {
			m.Header.Set("Nats-Batch-Commit", "1")
		}
		if place, err = e.take(ctx, m); err != nil {
			return 0, err
		}
	}
	return place, nil
}

// take has a message taken in, and returns its place.
func (e *Engine) take(ctx context.Context, m *nats.Msg) (place uint64, err error) {
	reply, err := e.conn.RequestMsgWithContext(ctx, m)
	if err != nil {
		return 0, err
	}
	var taken struct {
		Error *refused `json:"error"`
		Seq   uint64   `json:"seq"`
	}
	err = json.Unmarshal(reply.Data, &taken)
	if err == nil && taken.Error != nil {
		err = taken.Error
	}
	return taken.Seq, err
}

// erase deletes messages, in the order given, overwrites where they stood, and has that stay so when the power is cut. That one is not there is no
// error.
func (e *Engine) erase(ctx context.Context, stream string, places ...uint64) error {
	for _, place := range places {
		if err := e.delete(ctx, stream, place, true); err != nil {
			return err
		}
	}
	return e.settle(stream)
}

func (e *Engine) delete(ctx context.Context, stream string, place uint64, overwrite bool) error {
	err := e.retry(ctx, func(ctx context.Context) error {
		var done struct{}
		question := map[string]any{"seq": place, "no_erase": !overwrite}
		return e.ask(ctx, "$JS.API.STREAM.MSG.DELETE."+stream, question, &done)
	})
	var no *refused
	if errors.As(err, &no) && no.Code == noSequence {
		return nil
	}
	return err
}
