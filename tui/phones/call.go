// What a phone asks of a room that is led from a host, where its request comes in at any host's web server.

package phones

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// Call is what a phone asks: all that a room learns of it. Where it comes from and what browser it has stays with the web server.
type Call struct {
	Method string `json:"method"`
	Path   string `json:"path,omitempty"`  // behind the room's
	Token  string `json:"token,omitempty"` // that the phone keeps; "" for none
	Form   string `json:"form,omitempty"`  // as it is sent
}

// Answer is what the phone gets.
type Answer struct {
	Status   int    `json:"status"`
	Type     string `json:"type,omitempty"`
	Cache    string `json:"cache,omitempty"`    // how long the browser may keep it
	Location string `json:"location,omitempty"` // where the phone is to go on
	Token    string `json:"token,omitempty"`    // that it keeps from now on; "" for the one that it has
	Body     []byte `json:"body,omitempty"`
}

// CallOf is what a request asks of a room. The body has to be bounded, as Guarded does.
func CallOf(r *http.Request, room string) (Call, error) {
	c := Call{Method: r.Method, Path: strings.TrimPrefix(r.URL.Path, room)}
	if seat, err := r.Cookie(cookie); err == nil {
		c.Token = seat.Value
	}
	form, err := io.ReadAll(r.Body)
	c.Form = string(form)
	return c, err
}

// Write answers a phone that is at a room's path, on an encrypted connection or not.
func (a Answer) Write(w http.ResponseWriter, room string, encrypted bool) {
	for name, value := range map[string]string{"Content-Type": a.Type, "Cache-Control": a.Cache, "Location": a.Location} {
		if value != "" {
			w.Header().Set(name, value)
		}
	}
	if a.Token != "" {
		seat := seatAt(room, a.Token)
		seat.Secure = encrypted
		http.SetCookie(w, seat)
	}
	w.WriteHeader(a.Status)
	_, _ = w.Write(a.Body) // a phone that is gone asks again
}

// Answer answers a phone as the server of a laptop does.
func (s *Server) Answer(c Call) Answer {
	r := &http.Request{
		Method: c.Method, URL: &url.URL{Path: s.room + c.Path}, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(c.Form)),
		ContentLength: int64(len(c.Form)),
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if c.Token != "" {
		r.AddCookie(&http.Cookie{Name: cookie, Value: c.Token})
	}
	w := written{head: http.Header{}}
	s.handler.ServeHTTP(&w, r.WithContext(context.Background()))
	a := Answer{
		Status: w.status, Type: w.head.Get("Content-Type"), Cache: w.head.Get("Cache-Control"), Location: w.head.Get("Location"), Body: w.body.Bytes(),
	}
	for _, kept := range (&http.Response{Header: w.head}).Cookies() {
		a.Token = kept.Value
	}
	return a
}

// written is an answer that is written down.
type written struct {
	head   http.Header
	status int
	body   bytes.Buffer
}

// Header is the answer's.
func (w *written) Header() http.Header { return w.head }

// WriteHeader keeps the first status.
func (w *written) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
}

// Write adds to the answer.
func (w *written) Write(p []byte) (int, error) {
	w.WriteHeader(http.StatusOK)
	return w.body.Write(p)
}

// Why a room is not found by its code.
var (
	ErrTaken     = errors.New("another room has this code")
	ErrElsewhere = errors.New("another window of yours leads this session now")
)

// Network is where phones come to a room for which no port of this computer is opened: the web servers of all hosts, which find it by its code.
type Network interface {
	// Web is the address of the web servers, without a path.
	Web() string
	// Open has a room found by a code. Whoever had the code before no longer has it, unless the code is to be a fresh one: then that is ErrTaken.
	Open(code string, fresh bool) (Line, error)
}

// Line is the way on which phones come to a server. It is closed by Close, even if it is served.
type Line interface {
	// Serve answers until the context is done. The error says why it ended before; where the room is led elsewhere, it is ErrElsewhere.
	Serve(ctx context.Context, s *Server) error
	io.Closer
}
