package rooms

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"probity/guidance/fuzztest"
	"probity/tui/phones"
)

// FuzzGate: whoever comes without the code of a room gets a page that says so, counted for the address that the connection is from: what a header says counts from
// this computer's own proxy alone.
func FuzzGate(f *testing.F) {
	for _, c := range []struct{ method, path, from, by, token string }{
		{"GET", "/r/bcdfghj", "192.0.2.7:40000", "", ""}, {"GET", "/r/bcdfghj/f/x", "127.0.0.1:1", "10.0.0.1, 198.51.100.7", "t"}, {"POST", "/r/BCD/vote", "[2001:db8::1%eth0]:1", "::ffff:192.0.2.1", ""},
		{"GET", "/r/a.b.*.>", "x", "\x1b[31m", "\x00"}, {"HEAD", "/r//../style.css", "", "", ""}, {"PUT", "/", "", "", ""}, {"GET", "/r/" + strings.Repeat("a", 17), "", "", ""},
	} {
		f.Add(c.method, c.path, c.from, c.by, c.token)
	}
	for s := range fuzztest.Heavy() {
		f.Add("GET", "/r/"+s, "127.0.0.1:1", s, s)
	}
	f.Fuzz(func(t *testing.T, method, path, from, by, token string) {
		fuzztest.Within(t, len(path)+len(by)+len(token), 1)
		r := &http.Request{Method: method, URL: &url.URL{Path: path}, Header: http.Header{"X-Forwarded-For": {by}}, Body: http.NoBody, RemoteAddr: from}
		addr, bare := addressOf(r), *r
		bare.Header = http.Header{}
		if at, err := netip.ParseAddrPort(from); err == nil && !at.Addr().Unmap().IsLoopback() && addr != addressOf(&bare) {
			t.Errorf("%q says of itself that it is %v", from, addr)
		}
		if addr.Is6() && addr.AsSlice()[15] != 0 || addr.Zone() != "" || addr.Is4In6() {
			t.Errorf("%q by %q is %v", from, by, addr)
		}
		if code, ok := strings.CutPrefix(path, "/r/"); ok && isCode(strings.SplitN(code, "/", 2)[0]) {
			return // it would be asked for
		}
		w := httptest.NewRecorder()
		New(nil, "https://tutor.example.org", time.Now).Gate().ServeHTTP(w, r)
		if w.Code < 200 || w.Code >= 500 {
			t.Errorf("%s %q: %d", method, path, w.Code)
		}
		if to := w.Header().Get("Location"); strings.HasPrefix(to, "//") || strings.Contains(to, "://") {
			t.Errorf("%q leads to %q", path, to)
		}
	})
}

// FuzzCall: what comes from another host in a message is a call that a room answers, and its code is part of one subject alone.
func FuzzCall(f *testing.F) {
	f.Add("bcdfghj", "/vote", "t", "choice=x")
	f.Add("a.b", "/../../f/s3cret", "a\r\nb", "%")
	f.Add(">", "\x00", "*", ";")
	for s := range fuzztest.Heavy() {
		f.Add(s, s, s, s)
	}
	f.Fuzz(func(t *testing.T, code, path, token, form string) {
		fuzztest.Within(t, len(code)+len(path)+len(token)+len(form), 1)
		if isCode(code) && (strings.ContainsAny(asking(code)+leading(code), " *>\t\r\n") || strings.Count(asking(code), ".") != strings.Count(asking("a"), ".")) {
			t.Errorf("%q is the subject %q", code, asking(code))
		}
		r := httptest.NewRequest("POST", "/", strings.NewReader(form))
		r.URL = &url.URL{Path: phones.RoomPath("bcdfghj") + path}
		c, err := phones.CallOf(r, phones.RoomPath("bcdfghj"))
		if err != nil || c.Path != path || c.Form != form {
			t.Errorf("%q with %q is %+v, %v", path, form, c, err)
		}
		if to := phones.RoomPath("bcdfghj") + back(c); !strings.HasPrefix(to, "/r/bcdfghj") {
			t.Errorf("%q leads back to %q", path, to)
		}
	})
}
