package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/progress"
	"probity/progress/attendance"
	domain "probity/progress/certificate"
	"probity/progress/report"
	"probity/scenarios/induction"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// session reads the facts of a session: a file, the id of one that was led here, or else the one that was led last.
func (c *cli) session(args []string) ([]induction.Fact, error) {
	dir := c.dir()
	if len(args) == 0 {
		ids, err := progress.Sessions(dir)
		if err != nil {
			return nil, err
		}
		if len(ids) == 0 {
			return nil, misused("no session was led here yet: name the file of one")
		}
		return progress.ReadSession(dir, ids[0])
	}
	if _, err := os.Stat(args[0]); err != nil && !strings.ContainsAny(args[0], `/\.`) {
		return progress.ReadSession(dir, args[0])
	}
	return progress.ReadSessionFile(args[0])
}

// inductionReport is the command that tells what came of a session.
func (c *cli) inductionReport() *cobra.Command {
	var p printed
	cmd := &cobra.Command{
		Use:   "report [FILE]",
		Short: "A page on a session: how opinion shifted, where the room split, what to follow up",
		Long:  "FILE is a session's file or number; without one it is the session that was led last.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := p.check(paperFormats()); err != nil {
				return err
			}
			facts, err := c.session(args)
			if err != nil {
				return err
			}
			library, _, err := c.library()
			if err != nil {
				return err
			}
			r, err := report.Of(facts, library, program)
			if err != nil {
				return err
			}
			text, err := p.bytes(r.Paper())
			if err != nil {
				return err
			}
			return c.place(p, "probity-session-report", text)
		},
	}
	p.flags(cmd, paperFormats())
	return cmd
}

// attendees is what the command induction attendance was asked for.
type attendees struct {
	*cli
	names, facilitator, place, folder, format, keyFile string
}

// inductionAttendance is the command that makes certificates of attendance from a list of names.
func (c *cli) inductionAttendance() *cobra.Command {
	o := attendees{cli: c}
	cmd := &cobra.Command{
		Use:   "attendance [FILE]",
		Short: "Make certificates of attendance from a list of names",
		Long: "FILE is a session's file or number; without one it is the session that was led last. The names are one a line, or a CSV\n" +
			"file. The certificates carry no scores.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.names == "" || o.facilitator == "" || o.place == "" {
				return misused("say who took part, who led it and where: --names FILE --facilitator NAME --place PLACE")
			}
			if !slices.Contains(tutor.CertificateFormats(), o.format) {
				return misused("--format %q is not a format: use pdf, html, md or json", o.format)
			}
			return o.certify(args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.names, "names", "", "file of the names")
	f.StringVar(&o.facilitator, "facilitator", "", "who led the session")
	f.StringVar(&o.place, "place", "", "where it was")
	f.StringVar(&o.folder, "folder", ".", "the folder to write to")
	f.StringVar(&o.format, "format", "pdf", "pdf, html, md or json")
	f.StringVar(&o.keyFile, "key", "", "file of an institution's key to sign with, instead of your own")
	return cmd
}

func (o attendees) certify(args []string) error {
	facts, err := o.session(args)
	if err != nil {
		return err
	}
	library, _, err := o.library()
	if err != nil {
		return err
	}
	work, err := attendance.Work(facts, library, o.sys.Now().Location())
	if err != nil {
		return err
	}
	file, err := readFile(o.names, 1<<20)
	if err != nil {
		return err
	}
	list, err := attendance.ReadNames(file)
	if err != nil {
		return err
	}
	key, err := o.signingKey(o.keyFile)
	if err != nil {
		return err
	}
	began, _ := facts[0].(induction.Began)
	led := domain.Facilitated{Facilitator: o.facilitator, Place: o.place, Size: max(began.Room, len(list.People))}
	signed, err := attendance.Certificates(list.People, work, led, guidance.Jurisdiction(began.Jurisdiction), library, program, key)
	if err != nil {
		return err
	}
	for _, n := range list.Notices {
		o.console().Say(n)
	}
	for i, s := range signed {
		if err := o.one(s, i+1); err != nil {
			return err
		}
	}
	o.console().Say(fmt.Sprintf("%s written to %s.", prose.Several(len(signed), "certificate"), o.folder))
	return nil
}

// one writes one person's certificate.
func (o attendees) one(s domain.Signed, n int) error {
	text, err := tutor.OnMedium(s, o.format)
	if err != nil {
		return err
	}
	_, err = tutor.Publish(filepath.Join(o.folder, fmt.Sprintf("attendance-%03d.%s", n, o.format)), "", false, tutor.Holding(text))
	return err
}

// signingKey is the key in a file, else the learner's own.
func (c *cli) signingKey(path string) (domain.Key, error) {
	if path == "" {
		r, err := c.record()
		if err != nil {
			return domain.Key{}, err
		}
		return tutor.OwnKey(r)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return domain.Key{}, fmt.Errorf("reading the signing key: %w", err)
	}
	return domain.ParseKey(file)
}

// inductionAttend is the command with which somebody who took part notes it in their own record.
func (c *cli) inductionAttend() *cobra.Command {
	return &cobra.Command{
		Use:   "attend FILE",
		Short: "Note in your own record that you took part in a session",
		Long:  "FILE is the session's file, as the facilitator hands it over. Nothing of how anybody voted is in it, and nothing is scored.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misused("name one file, the session that you took part in")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.attend(cmd, args[0]) },
	}
}

func (c *cli) attend(cmd *cobra.Command, path string) error {
	facts, err := progress.ReadSessionFile(path)
	if err != nil {
		return err
	}
	t, err := c.open(cmd)
	if err == nil {
		err = know(t)
	}
	if err != nil {
		return err
	}
	work, err := attendance.Work(facts, t.Pack(), c.sys.Now().Location())
	if err != nil {
		return err
	}
	if !t.Learner().Complete() {
		return misused("it is not known yet who is learning: give --role and --jurisdiction, or start the tutor once")
	}
	began, _ := facts[0].(induction.Began)
	if !t.Attend(began, work) {
		c.console().Say("That you took part in this session is in your record already.")
		return nil
	}
	if err := t.Flush(); err != nil {
		return err
	}
	c.console().Say(fmt.Sprintf("Noted: %s, %s on %s.", prose.Line(began.Title), prose.Count(float64(work.Minutes), "minute"), t.Date(began.At)))
	return nil
}
