package command

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/guidance/signing"
	"probity/progress/attendance"
	"probity/progress/cohort"
	"probity/progress/folder"
	"probity/progress/report"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// facts are those of a session: of a file, or of one that was led here, by its number.
func (c *cli) facts(arg string) ([]induction.Fact, error) {
	if c.isNumber(arg) {
		return c.sessions().Read(arg)
	}
	return c.sessionFile(arg)
}

// isNumber reports whether a session is named by its number.
func (c *cli) isNumber(arg string) bool {
	if strings.ContainsAny(arg, `/\.`) {
		return false
	}
	if c.sys.Host != nil {
		return arg != "-"
	}
	_, err := os.Stat(arg)
	return err != nil
}

// sessions are those that were led here.
func (c *cli) sessions() folder.SessionStore {
	if h := c.sys.Host; h != nil {
		return h.Record.Sessions()
	}
	return folder.SessionsIn(folder.Options{Dir: c.dir(), Now: c.sys.Now})
}

// largestSession is more bytes than the file of a session can have.
const largestSession = 8 << 20

// sessionFile are the facts of a session in a file.
func (c *cli) sessionFile(path string) ([]induction.Fact, error) {
	if c.sys.Host == nil {
		return folder.ReadSessionFile(path)
	}
	text, err := c.door().Read("session", path, largestSession)
	if err != nil {
		return nil, err
	}
	return folder.ReadSessionFileText(path, text)
}

// zoneOf is the time zone that a session was held in: its day is the same on whatever computer its papers are made.
func zoneOf(facts []induction.Fact) *time.Location {
	var began induction.Began
	if len(facts) > 0 {
		began, _ = facts[0].(induction.Began)
	}
	return tutor.Zone(guidance.Jurisdiction(began.Jurisdiction))
}

// session is the session that was asked for, else the last one here that has ended and is no rehearsal. Those that were begun since are named.
func (c *cli) session(args []string) (attendance.Session, []induction.Fact, error) {
	library, _, err := c.library()
	if err != nil {
		return attendance.Session{}, nil, err
	}
	of := func(facts []induction.Fact) (attendance.Session, []induction.Fact, error) {
		s, err := attendance.Of(facts, library, zoneOf(facts))
		return s, facts, err
	}
	if len(args) > 0 {
		facts, err := c.facts(args[0])
		if err != nil {
			return attendance.Session{}, nil, err
		}
		return of(facts)
	}
	here := c.sessions()
	ids, err := here.List()
	if err != nil {
		return attendance.Session{}, nil, err
	}
	if len(ids) == 0 {
		return attendance.Session{}, nil, misused("no session was led here yet: name the file of one")
	}
	for _, id := range ids {
		facts, err := here.Read(id)
		if err != nil {
			return attendance.Session{}, nil, err
		}
		s, facts, err := of(facts)
		if err != nil {
			return s, facts, err
		}
		why := passedOver(s)
		if why == "" {
			return s, facts, nil
		}
		fmt.Fprintln(c.sys.Err, prose.Line(fmt.Sprintf("Passed over: %v (%s), which %s.", s, s.ID, why)))
	}
	return attendance.Session{}, nil, misused("no session that was led here has ended, rehearsals left out: carry on with it (probity induction) and end it, " +
		"or name one, by its number or its file")
}

// passedOver says why a session is not meant when nobody names one; "" if it may be.
func passedOver(s attendance.Session) string {
	switch why := s.Rehearsal(); {
	case !s.Ended:
		return "has not ended"
	case why != "":
		return "looks like a rehearsal: " + why
	}
	return ""
}

// oneSession says what commands that are about a session take.
const oneSession = "name one session, by its file or its number, or none for the last that has ended"

// inductionReport is the command that tells what came of a session.
func (c *cli) inductionReport() *cobra.Command {
	var p printed
	var records []string
	cmd := &cobra.Command{
		Use:   "report [FILE]",
		Short: "A page on a session: how opinion shifted, where the room split, what to follow up",
		Long: "FILE is a session's file or number; without one it is the last session here that has ended and is no rehearsal. --records\n" +
			"adds how what is to follow up went since, from records that people have handed over, counted as probity cohort counts.",
		Example: "  probity induction report\n  probity induction report 20261120-090000-abcd --records handed-over/",
		Args:    c.takes(0, 1, oneSession),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := p.check(paperFormats()); err != nil {
				return err
			}
			session, facts, err := c.session(args)
			if err != nil {
				return err
			}
			library, _, err := c.library()
			if err != nil {
				return err
			}
			r, err := report.Of(facts, library, Program)
			if err != nil {
				return err
			}
			unread := false
			if len(records) > 0 {
				if r.Later, unread, err = c.later(r, library, records); err != nil {
					return err
				}
			}
			text, err := p.bytes(r.Paper())
			if err != nil {
				return err
			}
			fmt.Fprintln(c.sys.Err, prose.Line(fmt.Sprintf("Report on %v (%s).", session, session.ID)))
			if err := c.place(p, "probity-session-report", text); err != nil || !unread {
				return err
			}
			return errUnread
		},
	}
	p.flags(cmd, paperFormats())
	cmd.Flags().StringArrayVar(&records, "records", nil, "a record that was handed over, or a folder of them (may be given again)")
	return cmd
}

// later is what was answered since a session, in records that were handed over. Where they are of too few people, it has nothing in it.
func (c *cli) later(r report.Report, library *pack.Pack, records []string) (later *cohort.Report, unread bool, err error) {
	pool := cohort.NewPool(library.Bank)
	pool.Since(r.Began)
	if unread, err = c.take(pool, records); err != nil {
		return nil, false, err
	}
	of, err := pool.Report(Program)
	if err != nil { // fewer than five
		of = cohort.Report{}
	}
	return &of, unread, nil
}

// signingKey is the key in a file, else the learner's own.
func (c *cli) signingKey(path string) (signing.Key, error) {
	if path == "" {
		r, err := c.kept()
		if err != nil {
			return signing.Key{}, err
		}
		return tutor.OwnKey(r)
	}
	return c.keyIn(path)
}

// keyIn is the signing key in a file.
func (c *cli) keyIn(path string) (signing.Key, error) {
	file, err := c.door().Read("signing key", path, 1<<16)
	if err != nil {
		return signing.Key{}, err
	}
	return signing.ParseKey(file)
}

// inductionAttend is the command with which somebody who took part notes it in their own record.
func (c *cli) inductionAttend() *cobra.Command {
	return &cobra.Command{
		Use:   "attend FILE",
		Short: "Note in your own record that you took part in a session",
		Long:  "FILE is the session's file, as the facilitator hands it over. Nothing of how anybody voted is in it, and nothing is scored.",
		Args:  c.takes(1, 1, "name one file, the session that you took part in"),
		RunE:  func(cmd *cobra.Command, args []string) error { return c.attend(cmd, args[0]) },
	}
}

func (c *cli) attend(cmd *cobra.Command, path string) error {
	facts, err := c.sessionFile(path)
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
	session, err := attendance.Of(facts, t.Library.Pack(), zoneOf(facts))
	if err != nil {
		return err
	}
	work, err := session.Work()
	if err != nil {
		return err
	}
	if !t.Profile.Learner().Complete() {
		return misused("it is not known yet who is learning: give --role and --jurisdiction, or start the tutor once")
	}
	began, _ := facts[0].(induction.Began)
	if !t.Record.Attend(began, session.Size, work) {
		c.console().Say("That you took part in this session is in your record already.")
		return nil
	}
	err = c.keep(t)
	c.notify(t.Notices())
	if err != nil {
		return err
	}
	c.console().Say(fmt.Sprintf("Noted: %s, %s on %s.", prose.Line(began.Title), prose.Count(float64(work.Minutes), "minute"), t.Clock.Date(began.At)))
	c.console().Say("For a certificate of it: probity certificate --sitting " + session.ID + ", with --name and what you make of it.")
	return nil
}
