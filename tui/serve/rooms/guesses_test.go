package rooms

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"
)

// TestNobodyTriesCodesForLong, and a wrong code is one however often it is asked for.
func TestNobodyTriesCodesForLong(t *testing.T) {
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	g := newGuesses(func() time.Time { return now })
	from, other := netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("192.0.2.2")
	for range 1000 {
		if !g.may(from, "zzzzzzz") {
			t.Fatal("a phone that looks again and again for a room that is away is refused")
		}
	}
	g.may(from, code)
	g.right(from, code)
	tries := 1
	for ; g.may(from, fmt.Sprintf("%07d", tries)); tries++ {
	}
	if tries != mostWrong {
		t.Errorf("%d codes were tried", tries)
	}
	for what, may := range map[string]bool{
		"a room that is known to the address": g.may(from, code), "a code that was tried": g.may(from, "zzzzzzz"), "a new code": !g.may(from, "new"), "another address": g.may(other, "new"),
	} {
		if !may {
			t.Errorf("%s: it is the other way round", what)
		}
	}
	now = now.Add(wrongFor)
	if !g.may(from, "new") {
		t.Error("nothing is let through after a while")
	}
}

// TestWhoTriesCodesIsToldSo, while the phones of a room on the same wifi go on.
func TestWhoTriesCodesIsToldSo(t *testing.T) {
	s := hosts(t)
	h := s.host()
	s.leads(h, true, 3)
	p := s.phone(s.web(h))
	p.joins()
	for i := range mostWrong {
		status, page := p.get("/r/" + string([]byte{'z', 'z', byte('a' + i%26), byte('a' + i/26)}))
		p.wants(status, page, 404, "There is no room here")
	}
	status, page := p.get("/r/zzzzzzz")
	p.wants(status, page, 429, "Too many wrong addresses")
	status, page = p.votes("x")
	p.wants(status, page, 200, "Recorded: a.")
	for _, path := range []string{"/r/", "/r", "/r/*", "/r/%3E", "/r/a.b", "/r/B", "/r/" + fmt.Sprintf("%017d", 0), "/kfx", "/f/S3CRET"} {
		if status, page := p.get(path); status != 404 {
			t.Errorf("%s: %d %s", path, status, page)
		}
	}
}

// TestAddresses: a proxy on this computer is believed, and nobody else.
func TestAddresses(t *testing.T) {
	for _, c := range []struct{ from, by, want string }{
		{"192.0.2.1:80", "", "192.0.2.1"}, {"[::ffff:192.0.2.1]:80", "", "192.0.2.1"}, {"[2001:db8:1:203:4::5]:80", "", "2001:db8:1:200::"}, {"@", "", "invalid IP"},
		{"127.0.0.1:80", "198.51.100.9, 192.0.2.1", "192.0.2.1"}, {"[::1]:80", "192.0.2.1", "192.0.2.1"}, {"127.0.0.1:80", "unknown", "127.0.0.1"}, {"192.0.2.1:80", "198.51.100.9", "192.0.2.1"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.from
		if c.by != "" {
			r.Header.Set("X-Forwarded-For", c.by)
		}
		if got := addressOf(r); got.String() != c.want {
			t.Errorf("%s by %s is %s, want %s", c.from, c.by, got, c.want)
		}
	}
}
