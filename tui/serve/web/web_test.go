package web

import (
	"context"
	"errors"
	"io"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func ask(t *testing.T, f *Figures, ready Ready, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	Handler(f, ready).ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	body, err := io.ReadAll(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, string(body)
}

func TestAHostThatDrainsIsWellAndNotReady(t *testing.T) {
	well := func(context.Context) error { return nil }
	drains := func(context.Context) error { return errors.New("about to be restarted") }
	for _, c := range []struct {
		path  string
		ready Ready
		code  int
		says  string
	}{
		{"/healthz", drains, 200, "ok"}, {"/readyz", well, 200, "ok"}, {"/readyz", drains, 503, "about to be restarted"}, {"/", well, 404, "404"},
	} {
		if code, says := ask(t, NewFigures(), c.ready, c.path); code != c.code || !strings.Contains(says, c.says) {
			t.Errorf("%s: %d %s", c.path, code, says)
		}
	}
}

func TestFiguresSayHowManyAndNotWho(t *testing.T) {
	f := NewFigures()
	f.Began("screens")
	f.Began("screens")
	f.Ended("screens", time.Minute)
	f.Refused("unknown key")
	f.Appended(time.Millisecond, nil)
	f.Appended(time.Millisecond, io.ErrUnexpectedEOF)
	f.Draining()
	_, says := ask(t, f, nil, "/metrics")
	for _, line := range []string{
		`probity_sessions{kind="screens"} 1`, `probity_session_seconds_count{kind="screens"} 1`, `probity_refused_total{reason="unknown key"} 1`,
		`probity_append_seconds_count{result="kept"} 1`, `probity_append_seconds_count{result="failed"} 1`, `probity_draining 1`,
	} {
		if !strings.Contains(says, line+"\n") {
			t.Errorf("%s is not in\n%s", line, says)
		}
	}
	for line := range strings.Lines(says) {
		if strings.HasPrefix(line, "probity_") && strings.Count(line, `="`) > 2 {
			t.Errorf("%s has more labels than its own and a bucket's", line)
		}
	}
}
