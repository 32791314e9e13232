package command

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"probity/progress"
	domain "probity/progress/certificate"
	"probity/progress/privacy"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// certificate is what the command certificate was asked for.
type certificate struct {
	*cli
	format, out, keyFile string
	sitting, from, to    string
	own                  domain.Own
	led                  domain.Facilitated
	force, schema, paste bool
	ics                  bool
}

// certificateFormats says which there are.
const certificateFormats = "pdf, html, md, txt, json or vc"

// certificate is the command that makes a certificate: on screen, or from flags and the draft.
func (c *cli) certificate() *cobra.Command {
	o := &certificate{cli: c}
	cmd := &cobra.Command{
		Use:     "certificate",
		Aliases: []string{"certificates"},
		Short:   "Make a certificate for your appraisal folder",
		Long: "Without --format or --output it is made on screen, or with --linear by typed lines, and printed into a pipe or a\n" +
			"file. With either of them it is written at once, from the flags and, for what they leave out, the draft that was begun. It is for the last assessment handed in, unless --sitting or\n" +
			"--from and --to say otherwise.",
		Example: "  probity certificate --format pdf --output certificate.pdf --name \"Siobhán Ní Dhomhnaill\" --hours 1.5\n" +
			"  probity certificate --paste --name \"Siobhán Ní Dhomhnaill\"\n" +
			"  probity certificate --format md --from 2026-05-01 --to 2026-11-30 --name \"Siobhán Ní Dhomhnaill\"",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	o.flags(cmd)
	return cmd
}

func (o *certificate) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", certificateFormats)
	complete(cmd, "format", tutor.CertificateFormats()...)
	f.StringVarP(&o.out, "output", "o", "", "the file to write, or - for standard output")
	f.BoolVar(&o.paste, "paste", false, "print the fields that a portfolio asks for, each to be copied: --format txt --output -")
	f.BoolVar(&o.force, "force", false, "replace the file if it is there")
	f.StringVar(&o.sitting, "sitting", "", "the number of a sitting, or of a session that you attended; last for the last assessment handed in")
	f.StringVar(&o.from, "from", "", "first day of a period, such as 2026-05-01; that of the first in your record if left out")
	f.StringVar(&o.to, "to", "", "last day of a period; today if left out")
	f.StringVar(&o.own.Name, "name", "", "your name")
	f.StringVar(&o.own.Registration, "registration", "", "your registration number, if you like")
	f.Var((*claimed)(&o.own), "hours", "the time you claim, such as 1.5 or \"90 minutes\"")
	f.StringVar(&o.own.Reflection.What, "what", "", "reflection: what?")
	f.StringVar(&o.own.Reflection.SoWhat, "so-what", "", "reflection: so what?")
	f.StringVar(&o.own.Reflection.NowWhat, "now-what", "", "reflection: what next? what you still need to learn")
	f.StringVar(&o.own.Change, "change", "", "the change in practice you intend")
	f.StringVar(&o.led.Facilitator, "facilitator", "", "who led the session, for a facilitated one; empty for self-study")
	f.StringVar(&o.led.Place, "place", "", "where the session was")
	f.IntVar(&o.led.Size, "group-size", 0, "how many took part")
	f.StringVar(&o.keyFile, "key", "", "file of an institution's key to sign with, instead of your own")
	f.BoolVar(&o.ics, "ics", false, calendarUsage)
	f.BoolVar(&o.schema, "schema", false, "print the schema of the JSON and stop")
}

// certifying is a certificate that is filled in.
type certifying struct{}

func (certifying) route() screen.Route { return screen.ToCertificate{} }

func (certifying) lead(console *linear.Console, t *tutor.Tutor) error { return console.Certify(t) }

func (o *certificate) run(cmd *cobra.Command) error {
	if o.schema {
		_, err := io.WriteString(o.sys.Out, domain.JSONSchema())
		return err
	}
	check := o.sensible
	if o.ics {
		check = func() error { return o.alone(cmd) }
	}
	if err := check(); err != nil {
		return err
	}
	if o.format == "" && !o.ics {
		return o.tutor(cmd, certifying{}, true)
	}
	t, damage := o.open(cmd)
	if damage == nil {
		damage = know(t)
	}
	if damage != nil {
		return damage
	}
	if o.ics {
		o.notify(t.Notices())
		return o.calendar(t, o.out, o.force)
	}
	draft := t.Certificates.ReadDraft().Do()
	if draft.Err != nil {
		fmt.Fprintf(o.sys.Err, "probity: %s\n", prose.Worded(draft.Err))
	}
	o.notify(t.Notices())
	if !t.Profile.Learner().Complete() {
		return misused("it is not known yet who is learning: give --role and --jurisdiction, or start the tutor once")
	}
	return o.write(cmd, t, draft.Draft)
}

// sensible refuses flags that say nothing, and works out the format where the file's name gives it.
func (o *certificate) sensible() error {
	if o.paste && o.format == "" {
		o.format, o.out = "txt", cmp.Or(o.out, "-")
	}
	if o.format == "" {
		o.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), "."))
		if o.format == tutor.Extension(tutor.Credential) {
			o.format = tutor.Credential
		}
	}
	if o.out == "" && o.format != "" && o.hands() {
		o.out = "-"
	}
	if o.format == "" && (o.out != "" || o.plain() && !(o.sys.asks() && o.sys.shows())) {
		o.format = "md"
		if o.out == "" {
			o.out = "-"
		}
	}
	switch {
	case o.format != "" && !slices.Contains(tutor.CertificateFormats(), o.format):
		return misused("--format %q is not a format: use "+certificateFormats, o.format)
	case o.paste && o.format != "txt":
		return misused("--paste prints plain text: leave --format out")
	case o.sitting != "" && o.from+o.to != "":
		return misused("--sitting and --from/--to say two things: use one of them")
	case o.out == "-":
		return o.fitsOutput(o.format)
	}
	return nil
}

// write makes the certificate and writes it.
func (o *certificate) write(cmd *cobra.Command, t *tutor.Tutor, draft domain.Draft) error {
	choice, err := o.choice(t)
	if err != nil {
		return err
	}
	work, err := t.Certificates.Gather(choice)
	if err != nil {
		return err
	}
	for _, out := range work.Work.LeftOut {
		fmt.Fprintf(o.sys.Err, "probity: left out of the certificate: %s\n", prose.Line(out.String()))
	}
	if note := work.Work.TimesLeftOut(); note != "" {
		fmt.Fprintf(o.sys.Err, "probity: %s.\n", note)
	}
	cert, err := t.Certificates.Make(work, o.filled(cmd, drafted(work, draft)))
	if err != nil {
		return err
	}
	o.warn(cert.Own)
	export := tutor.Export{Certificate: cert, Format: o.format, Path: o.out, Force: o.force}
	if o.keyFile != "" {
		key, err := o.keyIn(o.keyFile)
		if err != nil {
			return err
		}
		export.Key = &key
	}
	if o.format == "pdf" {
		if letters := t.Certificates.Letters(cert).Do(); letters.Missing != nil && letters.Lost == nil {
			fmt.Fprintf(o.sys.Err, "probity: the PDF %s. With such letters probity verify can compare what was signed, and not the page; of HTML it can compare both.\n", letters.Says())
		}
	}
	done := t.Certificates.Export(export).Do()
	if done.Err != nil {
		return done.Err
	}
	return o.sayWritten(t, done)
}

// drafted is what the draft holds for this work. Words written for other work, or never looked at, go into no file: of
// another draft only who it is stays.
func drafted(work tutor.Certifiable, d domain.Draft) domain.Own {
	period := slices.Contains([]string{"month", "year", "scheme-year", "all"}, d.For)
	if d.For == work.Name || work.Name == "" && period {
		return d.Own
	}
	return domain.Own{Name: d.Own.Name, Registration: d.Own.Registration}
}

// warn says which of the learner's words could lead to a patient. The certificate is made all the same.
func (o *certificate) warn(own domain.Own) {
	if advice := privacy.Advise(own.Words()...); advice != "" {
		fmt.Fprintf(o.sys.Err, "probity: %s\n", prose.Line(advice))
	}
}

// sayWritten says what was written.
func (o *certificate) sayWritten(t *tutor.Tutor, done tutor.Exported) error {
	if err := o.keep(t); err != nil {
		fmt.Fprintf(o.sys.Err, "probity: %s\n", prose.Worded(err))
	}
	o.notify(t.Notices())
	if done.File != nil {
		_, err := o.sys.Out.Write(done.File)
		return err
	}
	o.console().Say("Written to " + done.Path + ".")
	return nil
}

// choice is the work asked for: a sitting, a session, a period, or else the last assessment handed in.
func (o *certificate) choice(t *tutor.Tutor) (c domain.Choice, err error) {
	if o.from+o.to != "" {
		now := t.Certificates.Clock().Now()
		c.To, c.From = now, t.Certificates.Began()
		for _, d := range []struct {
			flag, value string
			to          *time.Time
		}{{"--from", o.from, &c.From}, {"--to", o.to, &c.To}} {
			if d.value == "" {
				continue
			}
			if *d.to, err = time.ParseInLocation(time.DateOnly, d.value, now.Location()); err != nil {
				return c, misused("%s %q is not a day: write it as 2026-05-01", d.flag, d.value)
			}
		}
		return c, nil
	}
	if slices.ContainsFunc(t.Record.History().Attended(), func(a progress.Attended) bool { return a.Session == o.sitting }) {
		return domain.Choice{Session: o.sitting}, nil
	}
	if o.sitting != "" && o.sitting != "last" {
		return domain.Choice{Sitting: o.sitting}, nil
	}
	all := t.Record.History().Assessments()
	for i := len(all) - 1; i >= 0; i-- {
		if !all[i].Submitted.IsZero() {
			return domain.Choice{Sitting: all[i].Sitting.ID}, nil
		}
	}
	if t.Certificates.NotSet() != "" {
		return c, misused("no assessment was handed in yet, and none is set for your role where you practise: give a period with --from and --to")
	}
	return c, misused("no assessment was handed in yet: sit one, or give a period with --from and --to")
}

// filled is the draft with what the flags say in its place.
func (o *certificate) filled(cmd *cobra.Command, own domain.Own) domain.Own {
	var led domain.Facilitated
	if own.Facilitated != nil {
		led = *own.Facilitated
	}
	lead := func(set func()) func() { return func() { set(); own.Facilitated = &led } }
	for flag, set := range map[string]func(){
		"name": func() { own.Name = o.own.Name }, "registration": func() { own.Registration = o.own.Registration },
		"hours": func() { own.Hours = o.own.Hours }, "what": func() { own.Reflection.What = o.own.Reflection.What },
		"so-what": func() { own.Reflection.SoWhat = o.own.Reflection.SoWhat }, "now-what": func() { own.Reflection.NowWhat = o.own.Reflection.NowWhat },
		"change": func() { own.Change = o.own.Change }, "facilitator": lead(func() { led.Facilitator = o.led.Facilitator }),
		"place": lead(func() { led.Place = o.led.Place }), "group-size": lead(func() { led.Size = o.led.Size }),
	} {
		if cmd.Flags().Changed(flag) {
			set()
		}
	}
	if cmd.Flags().Changed("facilitator") && led.Facilitator == "" && !cmd.Flags().Changed("place") && !cmd.Flags().Changed("group-size") {
		own.Facilitated = nil // as on screen: nobody led it
	}
	return own
}
