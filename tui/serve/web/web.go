// Package web is what is asked of a host over http: by machines, whether it is well, whether it takes new sessions, and its figures, none of which
// says anything of a learner; and by phones the pages of rooms, encrypted.
package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Ready says why a host takes no new sessions, or nil: that it drains, or that its store cannot be reached.
type Ready func(ctx context.Context) error

// patience is for one question, in all.
const patience = 5 * time.Second

// Handler answers /healthz, /readyz and /metrics.
func Handler(f *Figures, ready Ready) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		if err := ready(ctx); err != nil {
			answer(w, http.StatusServiceUnavailable, err.Error())
			return
		}
		answer(w, http.StatusOK, "ok")
	})
	mux.Handle("GET /metrics", promhttp.HandlerFor(f.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4, Timeout: patience}))
	return mux
}

func answer(w http.ResponseWriter, status int, say string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(say + "\n")) // who asked is gone
}

// Serve answers until ctx ends.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadTimeout: patience, WriteTimeout: 2 * patience, IdleTimeout: time.Minute, MaxHeaderBytes: 8 << 10}
	return until(ctx, server, func() error { return server.Serve(l) })
}

// until has a server serve until ctx ends.
func until(ctx context.Context, server *http.Server, serve func() error) error {
	defer context.AfterFunc(ctx, func() { _ = server.Close() })()
	if err := serve(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
