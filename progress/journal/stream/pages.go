// All messages of a subject, a page after the other.

package stream

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// errLagging is that a copy which answered does not have all yet.
var errLagging = errors.New("a copy of the store is behind the others")

// all returns the messages of a subject from a place on, in order. Any copy of the stream may answer, each page another one; upTo is the place of a
// message that the answers have to have, 0 for none. A page that stays away is asked for again, and not those before it.
func (e *Engine) all(ctx context.Context, stream, subject string, from, upTo uint64) (found []message, err error) {
	for more := true; more; {
		var page []message
		err = retry(ctx, e.wait, e.wait, func(ctx context.Context) (err error) {
			page, more, err = e.page(ctx, stream, subject, from)
			if err == nil && !more && from <= upTo && (len(page) == 0 || page[len(page)-1].place < upTo) {
				err = errLagging
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		if more {
			from = page[len(page)-1].place + 1
		}
		found = append(found, page...)
	}
	return found, nil
}

// A page is as many messages as are asked for at once: one at least, and none behind so many bytes.
const (
	pageSize  = 500
	pageBytes = 1 << 20
)

// page asks for the messages of a subject from a place on; more is whether there are others behind them.
func (e *Engine) page(ctx context.Context, stream, subject string, from uint64) (page []message, more bool, err error) {
	inbox := e.conn.NewInbox()
	answers, err := e.conn.SubscribeSync(inbox)
	if err != nil {
		return nil, false, err
	}
	defer func() { _ = answers.Unsubscribe() }() // with the connection lost, so is the subscription
	question, err := json.Marshal(map[string]any{"seq": max(from, 1), "next_by_subj": subject, "batch": pageSize, "max_bytes": pageBytes})
	if err == nil {
		err = e.conn.PublishRequest("$JS.API.DIRECT.GET."+stream, inbox, question)
	}
	if err != nil {
		return nil, false, err
	}
	page, left, err := readPage(ctx, answers)
	return page, left && len(page) > 0, err
}

// readPage reads the answer to one question; left is whether there are more messages.
func readPage(ctx context.Context, answers *nats.Subscription) (page []message, left bool, err error) {
	for {
		var m *nats.Msg
		err := once(ctx, answerWithin, func(ctx context.Context) (err error) {
			m, err = answers.NextMsgWithContext(ctx)
			return err
		})
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
