// Package phones serves the pages on which a room votes by phone. It knows the ballot box and a page that does not change, never the session:
// the room publishes a page, and takes what the facilitator's phone asks for when it likes.
package phones

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"io"
	"log"
	mathrand "math/rand/v2"
	"net"
	"net/http"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/net/netutil"

	"probity/scenarios/induction/box"
)

// Bounds of what anybody on the network can ask of the server.
const (
	mostBytes       = 1 << 10 // of a vote
	mostHeader      = 8 << 10
	mostConnections = 1024
	slowest         = 5 * time.Second // for a request to arrive
	idle            = 30 * time.Second
)

// cookie keeps a phone's token.
const cookie = "probity-seat"

//go:embed page.html facilitator.html away.html style.css script.js
var files embed.FS

// templates are of all pages, and are read when the first is drawn.
var templates = sync.OnceValue(func() *template.Template { return template.Must(template.ParseFS(files, "*.html")) })

// Command is what the facilitator's phone asks for.
type Command int

// The commands.
const (
	Next Command = iota + 1
	Back
	CloseVote // although not everybody has voted
)

// Asked is a command, with the page that it was given on: where the room has gone on since, it is void.
type Asked struct {
	Command  Command
	Revision int
}

// Server shows a room's phones what is published and puts their votes into the box.
type Server struct {
	box     *box.Box
	room    string // the path that the room is at
	own     string // the path of the facilitator's own phone; "" for none
	hosted  bool   // the pages come from a host, and not from a laptop in the room
	slips   Slips  // nil: whoever comes may vote
	page    atomic.Pointer[published]
	asked   chan Asked
	joined  chan struct{} // a phone joined or voted since this was last looked at
	handler http.Handler  // of a hosted room: what answers calls
}

// published is a page, and how many were published before it.
type published struct {
	*Page
	Revision int
}

// New serves a box from a laptop, at a path of a few letters, and the facilitator at a secret one.
func New(b *box.Box, code, secret string) *Server {
	s := bare(b, "/"+code)
	if secret != "" {
		s.own = "/f/" + secret
	}
	return s
}

// NewHosted serves a box from a host, below which the rooms of all hosts are found by their codes. What phones ask comes as a Call.
func NewHosted(b *box.Box, code, secret string) *Server {
	s := bare(b, RoomPath(code))
	s.own, s.hosted = s.room+"/f/"+secret, true
	s.handler = s.Handler()
	return s
}

// RoomPath is the path of a room on a host.
func RoomPath(code string) string { return "/r/" + code }

func bare(b *box.Box, room string) *Server {
	s := &Server{box: b, room: room, asked: make(chan Asked, 1), joined: make(chan struct{}, 1)}
	s.page.Store(&published{Page: &Page{}, Revision: mathrand.IntN(1 << 30)}) // so that no page of an earlier run seems to be up
	return s
}

// Publish shows a page to every phone from now on, and returns its revision: the same again where nothing has changed. One goroutine publishes.
func (s *Server) Publish(p Page) (revision int) {
	last := s.page.Load()
	if reflect.DeepEqual(p, *last.Page) {
		return last.Revision
	}
	s.page.Store(&published{Page: &p, Revision: last.Revision + 1})
	return last.Revision + 1
}

// Wait waits for what the room has to know: what the facilitator's phone asks for, or, as the zero Asked, that a phone joined or voted. ok is false
// when the context is done.
func (s *Server) Wait(ctx context.Context) (a Asked, ok bool) {
	select {
	case <-ctx.Done():
		return Asked{}, false
	case a = <-s.asked:
	case <-s.joined:
	}
	return a, true
}

// tell lets the room know that a phone joined or voted.
func (s *Server) tell() {
	select {
	case s.joined <- struct{}{}:
	default: // it is to be told already
	}
}

// Serve answers on a listener until the context is done. It logs nothing: a log would be written across the screen, and name addresses.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler: s.Handler(), ReadTimeout: slowest, WriteTimeout: slowest, IdleTimeout: idle, MaxHeaderBytes: mostHeader,
		ErrorLog: log.New(io.Discard, "", 0), BaseContext: func(net.Listener) context.Context { return ctx },
	}
	defer context.AfterFunc(ctx, func() { _ = server.Close() })()
	err := server.Serve(netutil.LimitListener(l, mostConnections))
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Handler answers requests.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+s.room, s.show)
	mux.HandleFunc("GET "+s.room+"/now", s.now)
	mux.HandleFunc("POST "+s.room+"/vote", s.vote)
	mux.HandleFunc("POST "+s.room+"/pick", s.pick)
	mux.HandleFunc("POST "+s.room+"/slip", s.slip)
	mux.Handle("GET "+s.room+"/slip", http.RedirectHandler(s.room, http.StatusSeeOther))
	mux.Handle("GET "+s.room+"/vote", http.RedirectHandler(s.room, http.StatusSeeOther)) // the page after a refused vote, loaded again
	mux.HandleFunc("GET "+s.room+"/style.css", s.style)
	Static(mux)
	if s.own != "" {
		mux.HandleFunc("GET "+s.own, s.notes)
		mux.HandleFunc("POST "+s.own+"/next", s.command(Next))
		mux.HandleFunc("POST "+s.own+"/back", s.command(Back))
		mux.HandleFunc("POST "+s.own+"/close", s.command(CloseVote))
	}
	mux.HandleFunc("/", away)
	return Guarded(mux)
}

// Static answers for the files that pages of every room have in common.
func Static(mux *http.ServeMux) {
	mux.HandleFunc("GET /style.css", file("text/css; charset=utf-8", "style.css"))
	mux.HandleFunc("GET /script.js", file("text/javascript; charset=utf-8", "script.js"))
}

// policy lets a page load what comes from where it came from itself, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// Guarded bounds what is asked, and says in every answer what a browser may do with it.
func Guarded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cache-Control", "no-store")
		r.Body = http.MaxBytesReader(w, r.Body, mostBytes)
		h.ServeHTTP(w, r)
	})
}

// view is what the templates draw.
type view struct {
	*published
	Room   string // its path
	Vote   string // what this phone voted for, or has picked, by its id
	Label  string // and as it is called
	Sent   bool   // it has voted
	Said   string // what there is to say to this phone
	Full   bool   // there is no seat for it
	Slip   bool   // it has to type the code of a slip first
	Own    string // the facilitator's path, on the facilitator's page
	Hosted bool   // the page comes from a host
}
