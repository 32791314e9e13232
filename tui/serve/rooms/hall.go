// Package rooms takes phones, at whatever host they come in, to the rooms that are led on any of them. Between the hosts go messages of NATS that
// nothing keeps: a vote is in the memory of the host on which the room is led, and nowhere else.
package rooms

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go"

	"probity/tui/phones"
)

// How long another host, or the servers between, are waited for.
const (
	askWait  = 3 * time.Second // until a phone is answered
	leadWait = time.Second     // until it is known who leads a room
)

// Why a phone gets no answer of a room.
var (
	errNoRoom = errors.New("no host leads a room of this code")
	errAway   = errors.New("the host that leads this room does not answer")
)

// Hall is where rooms are led and found.
type Hall struct {
	conn *nats.Conn
	web  string
	now  func() time.Time
	wait time.Duration // until another host has said whether it leads a room
}

// New is the hall of all hosts that are connected to the same servers, and whose web servers have one address.
func New(conn *nats.Conn, web string, now func() time.Time) *Hall {
	return &Hall{conn, web, now, leadWait}
}

// For is the hall as one session has it, whose rooms are found no longer than it lasts.
func (h *Hall) For(session context.Context) phones.Network { return visit{h, session} }

type visit struct {
	*Hall
	session context.Context
}

// Web is the address of the web servers.
func (v visit) Web() string { return v.web }

// The subjects on which a room is asked by phones, and on which it is said who leads it.
func asking(code string) string  { return "room.asked." + code }
func leading(code string) string { return "room.led." + code }

// isCode reports whether a text can be the code of a room, and so a part of a subject.
func isCode(s string) bool {
	return len(s) > 0 && len(s) <= 16 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// Open leads a room here. Where it is led in another session, as in one whose link was lost, that session leads it no longer.
func (v visit) Open(code string, fresh bool) (phones.Line, error) {
	if !isCode(code) {
		return nil, fmt.Errorf("%q can't be the code of a room", code)
	}
	before, led, err := v.who(code)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the hosts can't be asked for rooms at the moment (%w)", err)
	case led && fresh:
		return nil, phones.ErrTaken
	}
	l := &line{visit: v, code: code, turn: max(v.now().UnixNano(), before+1), asked: make(chan *nats.Msg, mostWaiting), led: make(chan *nats.Msg, mostWaiting)}
	if led {
		_, _ = v.conn.Request(leading(code), l.says(), v.wait) // one that does not answer is told again
	}
	if err := l.open(); err != nil {
		return nil, fmt.Errorf("the hosts can't be told of the room at the moment (%w)", err)
	}
	return l, nil
}

// who asks in which turn a room is led.
func (h *Hall) who(code string) (turn int64, led bool, err error) {
	said, err := h.conn.Request(leading(code), nil, h.wait)
	switch {
	case errors.Is(err, nats.ErrNoResponders):
		return 0, false, nil
	case errors.Is(err, nats.ErrTimeout): // it is led by somebody who can't answer
		return 0, true, nil
	case err != nil:
		return 0, false, err
	}
	return turnOf(said), true, nil
}

// turnOf is the turn that is said in a message; 0 for none.
func turnOf(m *nats.Msg) int64 {
	turn, err := strconv.ParseInt(string(m.Data), 10, 64)
	if err != nil {
		return 0
	}
	return turn
}

// ask asks a room for a phone. The error is errNoRoom or errAway.
func (h *Hall) ask(ctx context.Context, code string, c phones.Call) (phones.Answer, error) {
	ctx, stop := context.WithTimeout(ctx, askWait)
	defer stop()
	text, err := json.Marshal(c)
	if err != nil {
		return phones.Answer{}, err
	}
	said, err := h.conn.RequestWithContext(ctx, asking(code), text)
	switch {
	case errors.Is(err, nats.ErrNoResponders):
		return phones.Answer{}, errNoRoom
	case err != nil:
		return phones.Answer{}, errAway
	}
	var a phones.Answer
	if json.Unmarshal(said.Data, &a) != nil || a.Status < 200 || a.Status > 599 {
		return phones.Answer{}, errAway
	}
	return a, nil
}
