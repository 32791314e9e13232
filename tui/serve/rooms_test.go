package main

import (
	"crypto/ed25519"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"probity/progress/journal/stream"
	"probity/tui/display"
)

// storeOfHosts runs a NATS server for several hosts, on loopback, until the test ends. There are few streams on it already.
func storeOfHosts(t *testing.T) (address string) {
	t.Helper()
	running, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true, StoreDir: t.TempDir(), NoSigs: true})
	if err != nil {
		t.Fatal(err)
	}
	running.Start()
	t.Cleanup(func() {
		running.Shutdown()
		running.WaitForShutdown()
	})
	e, err := stream.Connect(t.Context(), running.ClientURL(), few())
	if err == nil {
		err = e.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return running.ClientURL()
}

// free is an address at which nobody listens.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// leading is a session in which a room is led, and its screen.
type leading struct {
	*testing.T
	keys    io.Writer
	end     func()        // breaks the connection
	changed chan struct{} // has a value after something was painted; closed when nothing comes any more

	mu     sync.Mutex // held for screen
	screen *display.Display
}

// leads begins a session with a terminal.
func leads(t *testing.T, port string, key ed25519.PrivateKey, command string) *leading {
	t.Helper()
	c := entered(t, port, "anna", key)
	s := starts(t, c, command, 100, 40)
	l := &leading{T: t, keys: s.keys, end: func() { c.Close() }, changed: make(chan struct{}, 1), screen: display.New(100, 40)}
	var reads sync.WaitGroup
	reads.Go(func() { l.watch(s.shown) })
	t.Cleanup(func() {
		l.end()
		reads.Wait()
	})
	return l
}

// watch puts on the screen what comes.
func (l *leading) watch(out io.Reader) {
	defer close(l.changed)
	chunk := make([]byte, 4<<10)
	for {
		n, err := out.Read(chunk)
		l.mu.Lock()
		l.screen.Write(chunk[:n])
		l.mu.Unlock()
		if err != nil {
			return
		}
		select {
		case l.changed <- struct{}{}:
		default:
		}
	}
}

func (l *leading) types(keys string) {
	l.Helper()
	if _, err := io.WriteString(l.keys, keys); err != nil {
		l.Fatal(err)
	}
}

// finds waits until something of a form stands on the screen.
func (l *leading) finds(form string) string {
	l.Helper()
	expr, late := regexp.MustCompile(form), time.After(20*time.Second)
	for more := true; ; {
		l.mu.Lock()
		screen := l.screen.String()
		l.mu.Unlock()
		if found := expr.FindStringSubmatch(screen); found != nil {
			return found[1]
		}
		if !more {
			l.Fatalf("%q was not shown before the end:\n%s", form, screen)
		}
		select {
		case _, more = <-l.changed:
		case <-late:
			l.Fatalf("%q is not shown:\n%s", form, screen)
		}
	}
}

// TestARoomIsLedAtOneHostAndVotesAtAnother. The session is lost in the midst of the vote, and carried on at the other host: there the phone votes
// again, at the same address.
func TestARoomIsLedAtOneHostAndVotesAtAnother(t *testing.T) {
	nats, at, secret := storeOfHosts(t), free(t), filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte(strings.Repeat("0123456789abcdef", 4)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	common := []string{"--nats", nats, "--copies", "1", "--secret", secret, "--web-address", "http://" + at}
	other, _ := hosting(t, append(common, "--data", t.TempDir(), "--web", at)...)
	port, _ := hosting(t, append(common, "--data", t.TempDir())...)
	key := newKey(t)
	does(t, entered(t, port, "anna", key), "", "induction agenda --audience students --minutes 15 -o monday.toml")

	room := leads(t, port, key, "--role doctor --jurisdiction uk induction --plan monday.toml --room 10 --phones")
	address := room.finds(`(` + regexp.QuoteMeta(at) + `/r/[a-z]{7})`)
	room.types(" ")
	room.finds("(1 of 2)")
	phone := newPhone(t, "http://"+address)
	phone.loads("the vote opens on this page")
	room.types("\x1b[C") // another key than before: one that is held down goes no further
	room.finds("(░)")    // time to think runs
	room.types(" ")
	phone.votes()
	room.end()

	phone.loads("The room is away for a moment")
	again := leads(t, other, key, "induction")
	again.finds("(Carry on)")
	again.types("c")
	again.finds(`(` + regexp.QuoteMeta(address) + `)`)
	phone.loads("Send my vote")
	phone.votes()
	again.types(" ")
	again.finds("(1) of 10 voted")
}

// aPhone is a browser at a room's address.
type aPhone struct {
	*testing.T
	http.Client
	at string
}

func newPhone(t *testing.T, at string) aPhone {
	jar, _ := cookiejar.New(nil)
	return aPhone{t, http.Client{Jar: jar, Transport: &http.Transport{DisableKeepAlives: true}}, at}
}

// loads loads the page until it says something: what a room shows comes to phones a moment later.
func (p aPhone) loads(text string) (page string) {
	p.Helper()
	for !strings.Contains(page, text) {
		if p.Context().Err() != nil {
			p.Fatalf("%q is not on the page: %s", text, page)
		}
		page = p.read(p.Get(p.at))
		p.read(p.Get(p.at + "/style.css"))
	}
	return page
}

// votes sends the first choice.
func (p aPhone) votes() {
	p.Helper()
	page, form := p.loads("<fieldset>"), url.Values{}
	for _, name := range []string{"situation", "action", "number", "choice"} {
		form.Set(name, regexp.MustCompile(fmt.Sprintf(`name="%s" value="([^"]*)"`, name)).FindStringSubmatch(page)[1])
	}
	if page := p.read(p.PostForm(p.at+"/vote", form)); !strings.Contains(page, "Recorded:") {
		p.Errorf("the vote is answered with %s", page)
	}
}

func (p aPhone) read(r *http.Response, err error) string {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		p.Fatal(err)
	}
	return string(text)
}
