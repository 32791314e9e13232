package rooms

import (
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"

	"probity/scenarios/induction/box"
	"probity/tui/phones"
)

// servers are hosts of one NATS server, each with a connection and web servers of its own.
type servers struct {
	*testing.T
	nats *server.Server
}

func hosts(t *testing.T) servers {
	t.Helper()
	running, err := server.NewServer(&server.Options{DontListen: true, NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	running.Start()
	t.Cleanup(func() {
		running.Shutdown()
		running.WaitForShutdown()
	})
	return servers{t, running}
}

// host is one more.
func (s servers) host() *Hall {
	s.Helper()
	conn, err := nats.Connect("", nats.InProcessServer(s.nats))
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(conn.Close)
	return New(conn, "https://tutor.example.org", time.Now)
}

// web is where a host's web server is.
func (s servers) web(h *Hall) string {
	web := httptest.NewServer(h.Gate())
	s.Cleanup(web.Close)
	return web.URL
}

const code = "bcdfghj"

var first = box.Round{Situation: "a-photo/1", Number: 1}

// led is a room in a session, at its first vote.
type led struct {
	*phones.Server
	box  *box.Box
	end  func()       // the session
	over <-chan error // how serving ended
}

func (s servers) leads(h *Hall, fresh bool, seats int) led {
	s.Helper()
	session, end := context.WithCancel(context.Background())
	line, err := h.For(session).Open(code, fresh)
	if err != nil {
		s.Fatal(err)
	}
	b, over := box.New(seats), make(chan error, 1)
	r := led{phones.NewHosted(b, code, "S3CRET"), b, end, over}
	b.Open(first, []string{"x", "y"})
	r.Publish(phones.Page{Ask: "What do you do first?", Round: first, Open: true, Choices: []phones.Choice{{ID: "x", Label: "a", Text: "Ask"}, {ID: "y", Label: "b", Text: "Leave it"}}})
	var serving sync.WaitGroup
	serving.Go(func() { over <- line.Serve(context.Background(), r.Server) })
	s.Cleanup(func() {
		end()
		serving.Wait()
	})
	return r
}

// phone is a browser with a jar of its own.
type phone struct {
	*testing.T
	http.Client
	web string
}

func (s servers) phone(web string) phone {
	jar, _ := cookiejar.New(nil)
	return phone{s.T, http.Client{Jar: secure{jar}, Transport: &http.Transport{DisableKeepAlives: true}}, web}
}

// secure is a jar of a browser that has come on an encrypted connection, as to a proxy in front of the test's server.
type secure struct{ *cookiejar.Jar }

func encrypted(u *url.URL) *url.URL {
	at := *u
	at.Scheme = "https"
	return &at
}

func (s secure) SetCookies(u *url.URL, c []*http.Cookie) { s.Jar.SetCookies(encrypted(u), c) }
func (s secure) Cookies(u *url.URL) []*http.Cookie       { return s.Jar.Cookies(encrypted(u)) }

func (p phone) read(r *http.Response, err error) (int, string) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		p.Fatal(err)
	}
	return r.StatusCode, string(text)
}

func (p phone) get(path string) (int, string) { return p.read(p.Get(p.web + path)) }

// joins loads the page as a browser does.
func (p phone) joins() (int, string) {
	status, page := p.get("/r/" + code)
	p.get("/r/" + code + "/style.css")
	return status, page
}

func (p phone) votes(choice string) (int, string) {
	return p.read(p.PostForm(p.web+"/r/"+code+"/vote", url.Values{"situation": {first.Situation}, "number": {"1"}, "choice": {choice}}))
}

func (p phone) wants(status int, page string, wanted int, words ...string) {
	p.Helper()
	if status != wanted {
		p.Errorf("status %d, want %d", status, wanted)
	}
	for _, w := range words {
		if !strings.Contains(page, w) {
			p.Errorf("%q is not in\n%s", w, page)
		}
	}
}
