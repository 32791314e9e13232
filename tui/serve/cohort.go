// Figures of all learners together, for an educator: made on the host's own machine, by whoever runs it.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/cohort"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/paper"
	"probity/progress/plainjson"
	"probity/scenarios/pack"
	"probity/tui/command"
	"probity/tui/prose"
)

// cohort is the command that pools what all learners have answered.
func (s *settings) cohort() *cobra.Command {
	format := "md"
	cmd := &cobra.Command{
		Use:   "cohort",
		Short: "Figures of all learners together, without names: people count in fives, and every figure is rounded",
		Long: "The rules are those of probity cohort: nothing is said of fewer than five people, and nobody can be made out. The page goes to\n" +
			"standard output. Whoever has the folder of --data may ask, whether its host runs or not; with --nats, whoever may read the cluster.",
		Example: "  serve cohort --data /var/lib/probity > figures.md\n  serve cohort --nats nats://one:4222 --format html > figures.html",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains([]string{"md", "json", "html"}, format) {
				return fmt.Errorf("--format can be md, json or html")
			}
			r, err := s.pooled()
			if err != nil {
				return err
			}
			text, err := onPaper(r, format)
			if err == nil {
				_, err = s.Out.Write(text)
			}
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "md, json or html")
	return cmd
}

func onPaper(r cohort.Report, format string) ([]byte, error) {
	switch format {
	case "json":
		var b bytes.Buffer
		err := plainjson.Write(&b, r)
		return b.Bytes(), err
	case "html":
		return paper.HTML(r.Paper()), nil
	}
	return paper.Markdown(r.Paper()), nil
}

// pooled are the figures, as the host gives them that has the folder, else of the records themselves.
func (s *settings) pooled() (r cohort.Report, err error) {
	if s.nats == "" {
		if _, err := os.Stat(s.data); err != nil {
			return r, fmt.Errorf("looking for the records: there is no folder %s: name the host's with --data", s.data)
		}
		if r, running, err := s.ofHost(); running {
			return r, err
		}
	}
	engine, err := s.engine()
	if err != nil {
		return r, err
	}
	r, left, err := records{engine: engine, now: s.Now}.pool(context.Background())
	if err = errors.Join(err, engine.Close()); err == nil && left > 0 {
		fmt.Fprintf(s.Err, "serve: %s could not be read, and went uncounted\n", prose.Count(float64(left), "record"))
	}
	return r, err
}

// pool takes in every learner's record and the sessions that they led. left is how many could not be read. One record is in memory at a time.
func (r records) pool(ctx context.Context) (report cohort.Report, left int, err error) {
	library, err := pack.Builtin()
	if err != nil {
		return report, 0, err
	}
	learners, err := r.engine.Learners(ctx)
	if err != nil {
		return report, 0, err
	}
	of := cohort.NewPool(library.Bank)
	for _, learner := range learners {
		if learner == nobody {
			continue
		}
		if err := ctx.Err(); err != nil {
			return report, 0, err
		}
		if err := r.takeIn(of, learner); err != nil {
			left++
		}
	}
	report, err = of.Report(command.Program)
	return report, left, err
}

func (r records) takeIn(of *cohort.Pool, learner string) error {
	kept, err := r.engine.Store(learner, journal.KindsOf(progress.Kinds()...))
	if err != nil {
		return err
	}
	record, err := hosted.Look(hosted.Options{Facts: kept, Beside: kept, Now: r.now})
	if err != nil {
		return err
	}
	h, err := record.History()
	if err != nil {
		return err
	}
	of.Record("another record", h)
	led, err := record.Sessions().List()
	for _, id := range led {
		facts, wrong := record.Sessions().Read(id)
		err = errors.Join(err, wrong)
		of.SessionOf("another session", facts)
	}
	return err
}

// A host that keeps its records itself is asked for figures at a socket in its folder, which is its owner's alone: nobody else can open the records
// while it runs.
const (
	socketName = "cohort.sock"
	leftOut    = "Probity-Left-Out"
)

// ofHost asks the host that runs on the folder. running is false if none does.
func (s *settings) ofHost() (r cohort.Report, running bool, err error) {
	socket := filepath.Join(s.data, socketName)
	client := http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}}}
	defer client.CloseIdleConnections()
	answer, err := client.Get("http://host/cohort")
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ECONNREFUSED):
		return r, false, nil
	case err != nil:
		return r, true, fmt.Errorf("asking the host that runs here: %w", err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(io.LimitReader(answer.Body, 64<<20))
	switch {
	case err != nil:
		return r, true, fmt.Errorf("asking the host that runs here: %w", err)
	case answer.StatusCode != http.StatusOK:
		return r, true, errors.New(strings.TrimSpace(string(text)))
	}
	if left := answer.Header.Get(leftOut); left != "" && left != "0" {
		fmt.Fprintf(s.Err, "serve: records that could not be read, and went uncounted: %s\n", left)
	}
	return r, true, json.Unmarshal(text, &r)
}

// figuresUntil listens at the socket of a host that keeps its records itself, and returns what answers there until ctx ends. A host that cannot
// listen has no figures to give while it runs, and says so.
func (h *host) figuresUntil(ctx context.Context) func() {
	if h.nats != "" {
		return func() {}
	}
	socket := filepath.Join(h.data, socketName)
	_ = os.Remove(socket) // of a host that was killed: nobody else has the folder now
	l, err := net.Listen("unix", socket)
	if err == nil {
		err = os.Chmod(socket, 0o600)
	}
	if err != nil {
		h.log.Warn("serve cohort cannot ask this host", "error", err)
		return func() {}
	}
	server := &http.Server{Handler: h.kept.figuresFor(h.log), MaxHeaderBytes: 8 << 10}
	return func() {
		defer context.AfterFunc(ctx, func() { _ = server.Close() })()
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			h.log.Warn("serve cohort cannot ask this host any more", "error", err)
		}
	}
}

// figuresFor answers with the figures, one at a time.
func (r records) figuresFor(log *slog.Logger) http.Handler {
	turn := make(chan struct{}, 1)
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		select {
		case turn <- struct{}{}:
			defer func() { <-turn }()
		case <-q.Context().Done():
			return
		}
		report, left, err := r.pool(q.Context())
		if err != nil {
			http.Error(w, prose.Worded(err), http.StatusServiceUnavailable)
			return
		}
		log.Info("figures of all learners were made", "people", report.People)
		w.Header().Set(leftOut, fmt.Sprint(left))
		_ = plainjson.Write(w, report) // who asked may be gone
	})
}
