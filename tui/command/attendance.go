package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/attendance"
	domain "probity/progress/certificate"
	"probity/progress/disk"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// attendees is what the command induction attendance was asked for.
type attendees struct {
	*cli
	names, facilitator, place, folder, format, keyFile string
	also                                               []string
	dry, yes                                           bool
}

// inductionAttendance is the command that makes certificates of attendance from a list of names.
func (c *cli) inductionAttendance() *cobra.Command {
	o := attendees{cli: c}
	cmd := &cobra.Command{
		Use:   "attendance [FILE]",
		Short: "Make certificates of attendance from a list of names",
		Long: "FILE is a session's file or number; without one it is the last session here that has ended and is no rehearsal. The\n" +
			"names are one a line, or a table as Zoom, Teams, Meet, Webex, forms and spreadsheets export it (CSV, text, RTF, HTML,\n" +
			"JSON, vCard). You are shown who gets a certificate, and what was left out and why, before anything is signed. The\n" +
			"certificates carry no scores. An index beside them says who has which, and how many were in the room.",
		Example: "  probity induction attendance --names zoom.csv --facilitator \"Dr A Led\" --place \"Seminar room\" --dry-run\n" +
			"  probity induction attendance 20261120-090000-abcd --names names.txt --also \"Suharto\" --facilitator \"Dr A Led\" --place \"Seminar room\"",
		Args: c.takes(0, 1, oneSession),
		RunE: func(_ *cobra.Command, args []string) error {
			if o.names == "" && len(o.also) == 0 || o.facilitator == "" || o.place == "" {
				return misused("say who took part, who led it and where: --names FILE --facilitator NAME --place PLACE")
			}
			if !slices.Contains(tutor.CertificateFormats(), o.format) {
				return misused("--format %q is not a format: use "+certificateFormats, o.format)
			}
			return o.run(args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.names, "names", "", "file of the names")
	f.StringArrayVar(&o.also, "also", nil, "the name of somebody who took part, taken as it is (may be given again)")
	f.StringVar(&o.facilitator, "facilitator", "", "who led the session")
	f.StringVar(&o.place, "place", "", "where it was")
	f.StringVar(&o.folder, "folder", ".", "the folder to write to")
	f.StringVar(&o.format, "format", "pdf", certificateFormats)
	complete(cmd, "format", tutor.CertificateFormats()...)
	f.StringVar(&o.keyFile, "key", "", "file of an institution's key to sign with, instead of your own")
	f.BoolVar(&o.dry, "dry-run", false, "show who would get a certificate, and make none")
	f.BoolVar(&o.yes, "yes", false, "don't ask")
	return cmd
}

// run shows the list, asks where there is something to ask, and makes the certificates.
func (o attendees) run(args []string) error {
	session, _, err := o.session(args)
	if err != nil {
		return err
	}
	work, err := session.Work()
	if err != nil && !o.dry {
		return fmt.Errorf("making certificates: %w", err)
	}
	list, readErr := o.list()
	if readErr != nil {
		return readErr
	}
	out := linear.New(o.sys.In, o.sys.Err)
	asks := isTerminal(o.sys.In) && isTerminal(o.sys.Out)
	if o.dry || asks {
		out = o.console()
	}
	o.show(out, session, list)
	switch {
	case len(list.People) == 0:
		return errors.New("nobody on the list can be certified: give one name a line, or a table with a column called Name")
	case o.dry && err != nil:
		return fmt.Errorf("no certificates could be made now: %w", err)
	case o.dry:
		return nil
	}
	if questions := o.questions(args, session, list); !o.yes && (asks || len(questions) > 0) {
		question := fmt.Sprintf("Make %s?", prose.Count(float64(len(list.People)), "certificate"))
		if len(questions) > 0 {
			question = "Please note: " + strings.Join(questions, "; ") + ". " + question
		}
		if !o.console().Confirm(question) {
			return errors.New("no certificates were made: look at the list with --dry-run, then say --yes")
		}
	}
	return o.certify(session, work, list)
}

// list is everybody that was named.
func (o attendees) list() (attendance.List, error) {
	var list attendance.List
	if o.names != "" {
		file, err := o.door().Read("list of names", o.names, 1<<20)
		if err != nil {
			return list, err
		}
		if list, err = attendance.ReadNames(file); err != nil {
			return list, err
		}
	}
	for _, name := range o.also {
		if err := list.Also(name); err != nil {
			return list, err
		}
	}
	return list, nil
}

// show says what would be made: for which session, for whom, and what on the list gets none.
func (o attendees) show(out *linear.Console, session attendance.Session, list attendance.List) {
	out.Say(fmt.Sprintf("Attendance of the session %v (%s).", session, session.ID))
	out.Say(fmt.Sprintf("Led by %s, at %s.", o.facilitator, o.place))
	onAll := o.lacks(session.Title, o.facilitator, o.place)
	if onAll != "" {
		out.Say("Every certificate will be HTML, since " + onAll + ".")
	}
	if len(list.People) > 0 {
		verb := "get"
		if len(list.People) == 1 {
			verb = "gets"
		}
		out.Say("")
		out.Say(fmt.Sprintf("%s %s a certificate:", persons(len(list.People)), verb))
	}
	for i, p := range list.People {
		notes := p.Notes
		if p.Line > 0 {
			notes = append([]string{fmt.Sprintf("line %d", p.Line)}, notes...)
		}
		if lacks := o.lacks(p.Name); lacks != "" && onAll == "" {
			notes = append(notes, "as HTML, since "+lacks)
		}
		said := fmt.Sprintf("%d. %s", i+1, p.Name)
		if len(notes) > 0 {
			said += " (" + strings.Join(notes, "; ") + ")"
		}
		out.Say(said)
	}
	leftOut(out, "No certificate, but these may be people:", list, true)
	if list.Doubts() > 0 {
		out.Say("Put the name right in the list, or add the person with --also \"NAME\".")
	}
	leftOut(out, "Left out, as no people who came:", list, false)
}

func persons(n int) string { return counted(n, "person", "people") }

// leftOut lists the lines that get no certificate, either those in doubt or the others.
func leftOut(out *linear.Console, heading string, list attendance.List, doubtful bool) {
	for _, o := range list.LeftOut {
		if o.Doubtful != doubtful {
			continue
		}
		if heading != "" {
			out.Say("")
			out.Say(heading)
			heading = ""
		}
		out.Say(fmt.Sprintf("line %d: %s (%s)", o.Line, o.Text, o.Why))
	}
}

// questions are what somebody should agree to before anything is signed.
func (o attendees) questions(args []string, session attendance.Session, list attendance.List) []string {
	var out []string
	if len(args) == 0 {
		out = append(out, "you named no session, and this is the last that ended")
	}
	if why := session.Rehearsal(); why != "" {
		out = append(out, "the session looks like a rehearsal: "+why)
	}
	if n := list.Doubts(); n > 0 {
		out = append(out, prose.Count(float64(n), "line")+" of the list may be people who get no certificate")
	}
	if len(list.People) > session.Size {
		out = append(out, fmt.Sprintf("the list has %s and the room had %s", persons(len(list.People)), persons(session.Size)))
	}
	for _, p := range list.People {
		if led := " " + strings.ToLower(prose.Line(o.facilitator)); strings.HasSuffix(led, " "+strings.ToLower(p.Name)) {
			out = append(out, p.Name+" is on the list and led the session")
		}
	}
	return out
}

// certify signs the certificates and writes them, all or, where a file is in the way, none.
func (o attendees) certify(session attendance.Session, work domain.Work, list attendance.List) error {
	library, _, err := o.library()
	if err != nil {
		return err
	}
	key, err := o.signingKey(o.keyFile)
	if err != nil {
		return err
	}
	led := domain.Facilitated{Facilitator: o.facilitator, Place: o.place, Size: session.Size}
	signed, err := attendance.Certificates(list.People, work, led, session.Jurisdiction, library, Program, key)
	if err != nil {
		return err
	}
	if err := disk.Real().MakeFolders(o.folder, 0o755); err != nil {
		return fmt.Errorf("making the folder %s: %w", o.folder, err)
	}
	files, err := o.leaves(signed)
	if err != nil {
		return err
	}
	index, err := o.index(session, led, list, signed, files)
	if err != nil {
		return err
	}
	files = append(files, index)
	for _, f := range files {
		if _, err := os.Lstat(f.path); err == nil {
			return fmt.Errorf("there is a file %s already, and no certificate was written: name another folder with --folder, or move it away", f.path)
		}
	}
	for _, f := range files {
		if _, err := o.door().Publish(f.path, "", false, tutor.Holding(f.text)); err != nil {
			return err
		}
	}
	o.console().Say(fmt.Sprintf("%s written to %s, and an index of them: %s.", prose.Several(len(signed), "certificate"), o.folder, filepath.Base(index.path)))
	return nil
}
