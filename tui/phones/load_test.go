package phones

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"slices"
	"sync"
	"testing"
	"time"

	"probity/scenarios/induction/box"
)

// crowd is a server with a box for so many phones, at the first vote, and a browser for each.
func crowd(t testing.TB, phones int) (*box.Box, string, []*http.Client) {
	b := box.New(phones)
	s := New(b, "kfx", "")
	server := httptest.NewServer(s.Handler())
	t.Cleanup(server.Close)
	b.Open(first, []string{"x", "y"})
	s.Publish(vote())
	all := make([]*http.Client, phones)
	for i := range all {
		jar, _ := cookiejar.New(nil)
		all[i] = &http.Client{Jar: jar, Transport: &http.Transport{}}
		t.Cleanup(all[i].CloseIdleConnections)
	}
	return b, server.URL, all
}

// ballot is a vote as a phone sends it.
func ballot(choice string) url.Values {
	return url.Values{"situation": {first.Situation}, "number": {"1"}, "choice": {choice}}
}

func done(response *http.Response, err error) error {
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, response.Body)
	return errors.Join(err, response.Body.Close())
}

// TestACrowdAtRandom has many phones vote, change, load again, drop out and come back, all at once and in any order: every phone counts
// once, with what it sent last.
func TestACrowdAtRandom(t *testing.T) {
	phones := 200
	if testing.Short() {
		phones = 60 // under the race detector as many meet, and each takes longer
	}
	b, address, all := crowd(t, phones)
	last := make([]string, len(all))
	var wg sync.WaitGroup
	for i, client := range all {
		random := rand.New(rand.NewPCG(7, uint64(i)))
		wg.Go(func() {
			err := done(client.Get(address + "/kfx"))
			for range 8 {
				if err != nil {
					t.Error(err)
				}
				switch random.IntN(4) {
				case 0:
					err = done(client.Get(address + "/kfx"))
				case 1:
					client.CloseIdleConnections()
				default:
					last[i] = []string{"x", "y"}[random.IntN(2)]
					err = done(client.PostForm(address+"/kfx/vote", ballot(last[i])))
				}
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	want := map[string]int{}
	for _, choice := range last {
		if choice != "" {
			want[choice]++
		}
	}
	if got := b.Close(); got["x"] != want["x"] || got["y"] != want["y"] || len(got) != len(want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// BenchmarkVotes is how long a vote takes, at the slowest of a hundred, when a whole room votes within two seconds; of several rooms, in the slowest.
func BenchmarkVotes(b *testing.B) {
	for _, phones := range []int{60, 500} {
		b.Run(fmt.Sprint(phones), func(b *testing.B) {
			slowest := time.Duration(0)
			for b.Loop() {
				took := storm(b, phones)
				slices.Sort(took)
				slowest = max(slowest, took[len(took)*99/100])
			}
			b.ReportMetric(float64(slowest.Microseconds())/1000, "p99-ms")
		})
	}
}

// storm has phones that have joined vote at random times within two seconds.
func storm(b *testing.B, phones int) []time.Duration {
	room, address, all := crowd(b, phones)
	for _, client := range all {
		client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		if err := errors.Join(done(client.Get(address+"/kfx")), done(client.Get(address+"/kfx/style.css"))); err != nil {
			b.Fatal(err)
		}
	}
	took := make([]time.Duration, phones)
	var wg sync.WaitGroup
	for i, client := range all {
		wg.Go(func() {
			time.Sleep(rand.N(2 * time.Second))
			from := time.Now()
			if err := done(client.PostForm(address+"/kfx/vote", ballot("x"))); err != nil {
				b.Error(err)
			}
			took[i] = time.Since(from)
		})
	}
	wg.Wait()
	if votes := room.Close()["x"]; votes != phones {
		b.Errorf("%d of %d votes are counted", votes, phones)
	}
	return took
}
