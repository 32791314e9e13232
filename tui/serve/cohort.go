// Figures of all learners together, for an educator: made on the host's own machine, by whoever runs it.

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/cohort"
	"probity/progress/hosted"
	"probity/progress/journal"
	"probity/progress/paper"
	"probity/progress/plainjson"
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
		Example: s.examples("cohort --data /var/lib/probity > figures.md", "cohort --nats nats://one:4222 --format html > figures.html"),
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

// pooled are the figures. Records that could not be read are said.
func (s *settings) pooled() (r cohort.Report, err error) {
	host, end, err := s.operating(false)
	if err != nil {
		return r, err
	}
	done, err := host.do(context.Background(), order{Do: pooling})
	if err = errors.Join(err, end()); err != nil {
		return r, err
	}
	if done.LeftOut > 0 {
		fmt.Fprintf(s.Err, "%s: %s could not be read, and went uncounted\n", s.Name, prose.Count(float64(done.LeftOut), "record"))
	}
	return *done.Figures, nil
}

// pool makes the figures, one at a time.
func (d desk) pool(ctx context.Context) (done reply, err error) {
	select {
	case d.turn <- struct{}{}:
		defer func() { <-d.turn }()
	case <-ctx.Done():
		return done, ctx.Err()
	}
	report, left, err := d.kept.pool(ctx)
	if err == nil {
		d.log.Info("figures of all learners were made", "people", report.People)
	}
	return reply{Figures: &report, LeftOut: left}, err
}

// pool takes in every learner's record and the sessions that they led. left is how many could not be read. One record is in memory at a time.
func (r records) pool(ctx context.Context) (report cohort.Report, left int, err error) {
	library, err := r.library()
	if err != nil {
		return report, 0, err
	}
	learners, err := r.engine.Learners(ctx)
	if err != nil {
		return report, 0, err
	}
	of := cohort.NewPool(library.Bank)
	of.Sits(library.Assessment)
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
		of.Session("another session", facts)
	}
	return err
}
