// What is asked of JetStream: the last message of a subject, all of its messages, to take some in, to delete one for good.
//
// The questions are those of the server's own interface (nats-server 2.15: jetstream_api.go, stream.go, jetstream_batching.go), where
// the client's library has no call for them.

package stream

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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

// answerWithin is how long one answer is waited for: one that was lost with a server does not come.
const answerWithin = 500 * time.Millisecond

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
	}
	for _, passing := range []error{
		context.DeadlineExceeded, nats.ErrTimeout, nats.ErrNoResponders, nats.ErrDisconnected, nats.ErrReconnectBufExceeded,
		nats.ErrConnectionReconnecting, errLagging, errCopyDown,
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

// errLagging is that a copy which answered does not have all yet.
var errLagging = errors.New("a copy of the store is behind the others")

// all returns the messages of a subject from a place on, in order. Any copy of the stream may answer; upTo is the place of a message
// that the answer has to have, 0 for none. There may be many: each page is waited for by itself.
func (e *Engine) all(ctx context.Context, stream, subject string, from, upTo uint64) (found []message, err error) {
	for more := true; more; {
		var page []message
		err := retry(ctx, e.wait, e.wait, func(ctx context.Context) (err error) {
			page, more, err = e.page(ctx, stream, subject, from)
			if err == nil && !more && upTo >= from && (len(page) == 0 || page[len(page)-1].place < upTo) {
				err = errLagging
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		if len(page) > 0 {
			from = page[len(page)-1].place + 1
		}
		found = append(found, page...)
	}
	return found, nil
}

// page returns the first messages of a subject from a place on, as one copy has them; more is whether it has others behind them.
func (e *Engine) page(ctx context.Context, stream, subject string, from uint64) (page []message, more bool, err error) {
	inbox := e.conn.NewInbox()
	answers, err := e.conn.SubscribeSync(inbox)
	if err != nil {
		return nil, false, err
	}
	defer func() { _ = answers.Unsubscribe() }() // with the connection lost, so is the subscription
	question, err := json.Marshal(map[string]any{"seq": max(from, 1), "next_by_subj": subject, "batch": pageSize})
	if err == nil {
		err = e.conn.PublishRequest("$JS.API.DIRECT.GET."+stream, inbox, question)
	}
	if err != nil {
		return nil, false, err
	}
	page, more, err = readPage(ctx, answers)
	return page, more && len(page) > 0, err
}

// pageSize is how many messages are asked for at once.
const pageSize = 500

// readPage reads the answer to one question, for as long as messages come; left is whether there are more.
func readPage(ctx context.Context, answers *nats.Subscription) (page []message, left bool, err error) {
	for {
		m, err := answers.NextMsg(answerWithin)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, false, err
		}
		switch status := m.Header.Get("Status"); status {
		case "":
		case "204": // the end of the page
			return page, m.Header.Get("Nats-Num-Pending") != "0", nil
		case "404":
			return page, false, nil
		case "503":
			return nil, false, nats.ErrNoResponders
		default:
			return nil, false, fmt.Errorf("the store answered %s %s", status, m.Header.Get("Description"))
		}
		place, err := strconv.ParseUint(m.Header.Get(jetstream.SequenceHeader), 10, 64)
		if err != nil {
			return nil, false, err
		}
		page = append(page, message{m.Header.Get(jetstream.SubjectHeader), place, m.Data})
	}
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

// erase deletes a message, and overwrites where it stood. That it is not there is no error.
func (e *Engine) erase(ctx context.Context, stream string, place uint64) error {
	return e.delete(ctx, stream, place, true)
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
