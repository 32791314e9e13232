package phones

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/scenarios/induction/box"
)

// FuzzRequest: whatever a phone sends, it gets a page, a redirection within the room or a refusal; a vote that counts is for a choice of the round that is open, and
// nobody is seated beyond the seats. A room that is led at a host answers the same.
func FuzzRequest(f *testing.F) {
	seat := strings.Repeat("A", 26)
	for _, c := range []struct{ method, path, token, form string }{
		{"GET", "/kfx", "", ""}, {"GET", "/kfx/now", seat, ""}, {"POST", "/kfx/vote", seat, "situation=a-photo/1&number=1&choice=x"}, {"POST", "/kfx/pick", seat, "choice=%zz;&number=99999999999999999999"},
		{"POST", "/kfx/slip", "BCDF-HJKM", "slip=bcdf+hjkm"}, {"GET", "/f/s3cret", "", ""}, {"POST", "/f/s3cret/next", "", "revision=-1"}, {"HEAD", "/kfx/../style.css", "", ""}, {"GET", "/\x1b[31m", "\x1b", "\x00"},
		{"PUT", "//kfx", "<script>", "choice=<script>"},
	} {
		f.Add(c.method, c.path, c.token, c.form)
	}
	for s := range fuzztest.Heavy() {
		f.Add("POST", "/kfx/vote", seat, s)
		f.Add("GET", "/kfx/"+s, s, "")
	}
	f.Fuzz(func(t *testing.T, method, path, token, form string) {
		fuzztest.Within(t, len(path)+len(token)+len(form), 1)
		for _, hosted := range []bool{false, true} {
			b := box.New(3)
			s := New(b, "kfx", "s3cret")
			if hosted {
				s = NewHosted(b, "kfx", "s3cret")
			}
			b.Open(first, []string{"x", "y"})
			s.Publish(vote())
			var got Answer
			if hosted {
				got = s.Answer(Call{Method: method, Path: strings.TrimPrefix(path, "/kfx"), Token: token, Form: form})
			} else {
				got = overHTTP(s, method, path, token, form)
			}
			answered(t, s, got)
			if joined, voted := b.Turnout(); joined > 1 || voted > joined {
				t.Errorf("%d of %d have voted", voted, joined)
			}
		}
	})
}

// overHTTP is what the server of a laptop answers.
func overHTTP(s *Server, method, path, token, form string) Answer {
	r := &http.Request{Method: method, URL: &url.URL{Path: path}, Header: http.Header{}, Body: http.NoBody, RemoteAddr: "192.0.2.7:40000", Host: "192.0.2.1:8080"}
	if form != "" {
		r = httptest.NewRequest("POST", "/", strings.NewReader(form))
		r.Method, r.URL = method, &url.URL{Path: path}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.Header.Set("Cookie", cookie+"="+token)
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return Answer{Status: w.Code, Type: w.Header().Get("Content-Type"), Location: w.Header().Get("Location"), Body: w.Body.Bytes()}
}

// answered fails unless an answer is one that phones get: nothing of what was sent is in it.
func answered(t *testing.T, s *Server, a Answer) {
	t.Helper()
	if a.Status < 200 || a.Status >= 500 {
		t.Fatalf("status %d: %s", a.Status, a.Body)
	}
	if a.Location != "" && strings.Contains(a.Location, "//") {
		t.Errorf("it leads to %q", a.Location)
	}
	if strings.HasPrefix(a.Type, "text/html") {
		z := html.NewTokenizer(strings.NewReader(string(a.Body)))
		for z.Next() != html.ErrorToken {
			if token := z.Token(); token.Data == "script" && token.Type == html.StartTagToken && len(token.Attr) == 0 {
				t.Errorf("a script of nobody's: %s", a.Body)
			}
		}
		if strings.ContainsFunc(string(a.Body), func(r rune) bool { return r != '\n' && r != '\t' && text.Acts(r) }) {
			t.Errorf("the page acts: %q", a.Body)
		}
	}
}
