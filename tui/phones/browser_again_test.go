package phones

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"probity/progress/paper/pagetest"
)

// served serves what handle is at the time, and returns its address.
func served(t *testing.T, handle *http.Handler) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { (*handle).ServeHTTP(w, r) }))
	t.Cleanup(server.Close)
	return server.URL
}

// whatIsChosenAndNotSentCounts: where the page has its script.
func whatIsChosenAndNotSentCounts(t *testing.T, b context.Context) {
	r := begun(t)
	told := make(chan bool, 8)
	var handle http.Handler = http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		r.Handler().ServeHTTP(w, request)
		if strings.HasSuffix(request.URL.Path, "/pick") {
			told <- true
		}
	})
	r.url = served(t, &handle)
	r.tab(t, b).Sees("Send my vote").Chooses("Leave it")
	select {
	case <-told:
	case <-time.After(pagetest.Patience):
		t.Error("the page never told what was chosen")
	}
	if votes := r.box.Close(); votes["y"] != 1 || len(votes) != 1 {
		t.Errorf("the vote is %v", votes)
	}
}

// aPhoneVotesAgainByItself where the laptop was started again in the middle of a vote.
func aPhoneVotesAgainByItself(t *testing.T, b context.Context) {
	before, after := begun(t), begun(t)
	handle := before.Handler()
	before.url = served(t, &handle)
	p := before.tab(t, b).Sees("Send my vote").Chooses("Leave it").Presses("Send my vote").Sees("Recorded: b.")
	handle = after.Handler()
	p.Does(chromedp.Reload()).Sees("Recorded: b.")
	if votes := after.box.Close(); votes["y"] != 1 || len(votes) != 1 {
		t.Errorf("the vote is %v", votes)
	}
	after.Publish(shut())
	p.Sees("Your vote was b.")
	later := begun(t) // it was started again once the vote was closed, and the room goes back to the vote
	handle = later.Handler()
	p.Does(chromedp.Reload()).Sees("Recorded: b.")
}

// aBrowserWithoutCookiesIsNoVoter, and does not send its vote for ever.
func aBrowserWithoutCookiesIsNoVoter(t *testing.T, b context.Context) {
	r := begun(t)
	var sent atomic.Int32
	var handle http.Handler = http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		if strings.HasSuffix(request.URL.Path, "/vote") {
			sent.Add(1)
		}
		request.Header.Del("Cookie")
		r.Handler().ServeHTTP(w, request)
	})
	r.url = served(t, &handle)
	p := r.tab(t, b).Sees("Send my vote").Chooses("Leave it").Presses("Send my vote").Sees("raise your hand instead")
	p.Does(chromedp.Reload()).Sees("raise your hand instead")
	if n := sent.Load(); n > 3 {
		t.Errorf("the vote was sent %d times", n)
	}
	if _, voted := r.box.Turnout(); voted != 0 {
		t.Errorf("%d voted", voted)
	}
}
