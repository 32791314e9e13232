package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/tui/serve/people"
)

// FuzzOrders: whatever comes at the socket of a host, it is answered with a reply, or with a line that says why not.
func FuzzOrders(f *testing.F) {
	for _, s := range []string{`{"Do":"withdraw","Code":"x"}`, `{"Do":"\u001b[31m"}`, `{"Do":1}`, `{"Do":"withdraw"}{`, "", "null", `{"do":"withdraw","code":"` + strings.Repeat("0", 24) + `"}`, `[[[[`, `{"Do":"` + strings.Repeat("\xff", 4000) + `"}`} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s)
	}
	p, err := people.New(people.Options{Secret: []byte("a secret that is of thirty-two bytes"), Directory: people.NewMemory(), Now: time.Now})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, at := range []string{pooling, counting, erasing} {
			if strings.Contains(body, at) {
				return // there are no records here
			}
		}
		fuzztest.Within(t, len(body), 1)
		w := httptest.NewRecorder()
		orders(desk{people: p}).ServeHTTP(w, httptest.NewRequest("POST", "/", strings.NewReader(body)))
		said := strings.TrimSuffix(w.Body.String(), "\n")
		if w.Code != http.StatusOK && w.Code != http.StatusServiceUnavailable || text.Line(said) != said || len(said) > 1000+len(body) {
			t.Errorf("%q: %d, %q", body, w.Code, said)
		}
	})
}

// FuzzWebAddress: what phones are sent to is an address of the web without a path, encrypted unless it is this computer.
func FuzzWebAddress(f *testing.F) {
	for _, s := range []string{"https://tutor.example.org", "http://localhost:8080", "http://127.0.0.1", "http://example.org", "https://", "javascript:x", "https://a.org/path", "https://u@a.org", "http://[::1]:1", "https://a.org:99999", "https://\u202e.org", "https://a.org?x", "http://127.0.0.1.example.org"} {
		f.Add(s)
	}
	for s := range fuzztest.Heavy() {
		f.Add("https://" + s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		fuzztest.Within(t, len(address), 1)
		p := pages{address: address}
		if address == "" || p.check() != nil {
			return
		}
		u, err := url.Parse(address)
		if err != nil || u.Host == "" || u.User != nil || strings.Trim(u.Path, "/")+u.RawQuery+u.Fragment != "" || u.Scheme != "https" && !(u.Scheme == "http" && isHere(u.Hostname())) || text.Line(address) != address {
			t.Errorf("phones are sent to %q, %v", address, err)
		}
	})
}
