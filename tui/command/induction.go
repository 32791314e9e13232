package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/tui/app"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// induction is the command that leads a session, and those beside it.
func (c *cli) induction() *cobra.Command {
	file, people, votes := "", 0, screen.Votes{}
	cmd := &cobra.Command{
		Use:   "induction",
		Short: "Lead an induction session: a room, a projector, one keyboard",
		Long: "Each situation is read, voted on by hands or phones, argued over, voted on again, and settled by the guidance. Start\n" +
			"probity induction notes in a second terminal: it shows you what the room does not see. With --linear a session is led by\n" +
			"typed lines, and hands alone vote.",
		Example: "  probity induction                                 choose an agenda, or carry on with a session\n" +
			"  probity induction --plan monday.toml --room 24    begin with a plan of your own\n" +
			"  probity induction --plan monday.toml --phones     let phones vote too; try them the day before, with phones --check\n" +
			"  probity induction agenda --audience students --minutes 45 -o monday.toml",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return c.lead(cmd, file, people, votes) },
	}
	planFlag(cmd, &file, "file of the plan to use")
	cmd.Flags().IntVar(&people, "room", 0, "how many people are in the room")
	cmd.Flags().BoolVar(&votes.Phones, "phones", false, c.phonesHelp())
	cmd.Flags().StringVar(&votes.Host, "host", "", "the address or network card that phones are told; without it, the likeliest")
	cmd.Flags().StringVar(&votes.Wifi, "wifi", "", "the name of the wifi, for a second square that takes phones onto it")
	cmd.Flags().StringVar(&votes.Password, "wifi-password", "", "its password, which the room sees; without it, an open wifi")
	cmd.AddCommand(c.inductionNotes(), c.inductionAgenda(), c.inductionCheck(), c.inductionReport(), c.inductionAttendance(), c.inductionAttend(), c.inductionFile(), c.inductionPhones())
	return cmd
}

// phonesHelp says what letting phones vote takes.
func (c *cli) phonesHelp() string {
	if c.sys.Host != nil {
		return "let phones vote, beside hands, on a page of this server"
	}
	return "let phones on the same wifi vote, beside hands; opens a port of this computer"
}

// inducting is a session that is planned and led.
type inducting struct{ to screen.ToAgenda }

func (s inducting) route() screen.Route { return s.to }

func (s inducting) lead(console *linear.Console, t *tutor.Tutor) error {
	return console.Induct(t, s.to.Plan, s.to.People)
}

// lead starts a session on the screen, for the room to see, or in plain lines, for it to hear.
func (c *cli) lead(cmd *cobra.Command, file string, people int, votes screen.Votes) error {
	to := screen.ToAgenda{People: people, Votes: votes}
	if cmd.Flags().Changed("room") {
		if err := induction.CheckRoom(people); err != nil {
			return misused("--room: %w", err)
		}
	}
	if file != "" {
		plan, err := c.plan(file)
		if err != nil {
			return err
		}
		to.Plan = &plan
		if to.Votes.Slips, err = c.door().SlipsOf(file); err != nil {
			return err
		}
	}
	if c.plain() && votes.Phones {
		return misused("phones vote in a session that is shown on a screen, and this one is led in plain lines: leave --phones out, or start it in a terminal%s without --linear", c.asTerminal())
	}
	t, damage := c.open(cmd)
	if c.plain() {
		return c.sitPlainly(t, damage, inducting{to})
	}
	return c.screens(app.Options{Tutor: t, Err: damage, Start: to})
}

// asTerminal says how somebody who comes by ssh has a terminal.
func (c *cli) asTerminal() string {
	if c.sys.Host == nil {
		return ""
	}
	return " (ssh -t)"
}

// plan reads the file of a plan, and lists every mistake in it on standard error.
func (c *cli) plan(file string) (induction.Plan, error) {
	p, _, err := c.library()
	if err != nil {
		return induction.Plan{}, err
	}
	plan, err := c.door().ReadPlan(file, p.Bank)
	var mistakes pack.Mistakes
	if !errors.As(err, &mistakes) {
		return plan, err
	}
	for _, m := range mistakes {
		fmt.Fprintln(c.sys.Err, prose.Line(m.String()))
	}
	return plan, fmt.Errorf("the plan has %s to mend", prose.Count(float64(len(mistakes)), "mistake"))
}

// inductionCheck is the command that checks the file of a plan.
func (c *cli) inductionCheck() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "List the mistakes in the file of a plan",
		Args:  c.takes(1, 1, "name one file, the plan to check"),
		RunE: func(_ *cobra.Command, args []string) error {
			plan, err := c.plan(args[0])
			if err != nil {
				return err
			}
			c.console().Say(fmt.Sprintf("The plan is sound: %s, %d of %s.", tutor.Contents(plan),
				plan.Planned(), prose.Count(float64(plan.Minutes), "minute")))
			return nil
		},
	}
}

// inductionAgenda is the command that writes a ready-made agenda as a plan, to be edited and passed on.
func (c *cli) inductionAgenda() *cobra.Command {
	audience, minutes, out := "", 0, ""
	cmd := &cobra.Command{
		Use:     "agenda",
		Short:   "Write a ready-made agenda as a plan that can be edited",
		Example: "  probity induction agenda --audience students --minutes 45 -o monday.toml",
		Args:    c.noArguments,
		RunE: func(_ *cobra.Command, _ []string) error {
			plan, err := c.agenda(induction.Audience(audience), minutes)
			if err != nil {
				return err
			}
			if out != "" && out != "-" {
				if err := c.door().WritePlan(out, plan); err != nil {
					return err
				}
				c.console().Say("Written to " + out + ".")
				return nil
			}
			text, err := plan.Write()
			if err == nil {
				_, err = c.sys.Out.Write(text)
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&audience, "audience", "", strings.Join(names(induction.Audiences()), ", "))
	complete(cmd, "audience", names(induction.Audiences())...)
	f.IntVar(&minutes, "minutes", 45, "length of the slot: 15, 45 or 90")
	f.StringVarP(&out, "output", "o", "", "the file to write, or - for standard output")
	return cmd
}

// agenda is the ready-made agenda that was asked for, for the UK unless --jurisdiction says otherwise.
func (c *cli) agenda(audience induction.Audience, minutes int) (induction.Plan, error) {
	switch {
	case audience == "":
		return induction.Plan{}, misused("say whom the agenda is for with --audience: %s", strings.Join(names(induction.Audiences()), ", "))
	case !slices.Contains(induction.Audiences(), audience):
		return induction.Plan{}, misused("--audience %q is none there is an agenda for: use %s", audience, strings.Join(names(induction.Audiences()), ", "))
	case !slices.Contains(induction.Lengths(), minutes):
		return induction.Plan{}, misused("--minutes %d is no length there is an agenda for: use %s", minutes, induction.LengthsSaid())
	}
	country := guidance.Jurisdiction(c.jurisdiction)
	if country == "" {
		country = guidance.UK
	}
	p, _, err := c.library()
	if err != nil {
		return induction.Plan{}, err
	}
	return induction.Agenda(p.Bank, audience, country, minutes)
}

// inductionNotes is the command that follows a session.
func (c *cli) inductionNotes() *cobra.Command {
	return &cobra.Command{
		Use:   "notes",
		Short: "Follow the session, in a second terminal, with what the room does not see",
		Long: "Shows prompts, likely arguments, the key, the votes and the time of the session that runs on this computer, and\n" +
			"follows it. It may be started before the session or after it.",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t, damage := c.open(cmd)
			var corrupt *file.CorruptError
			if damage != nil && !errors.As(damage, &corrupt) { // the record has no part in it
				return damage
			}
			if c.plain() {
				return c.notesPlainly(t)
			}
			return c.screens(app.Options{Tutor: t, Alone: screen.ToNotes{}})
		},
	}
}

// lookEvery is how often notes in plain lines look at the session.
const lookEvery = 100 * time.Millisecond

// notesPlainly follows a session in plain lines until the session has ended, or a signal ends the program.
func (c *cli) notesPlainly(t *tutor.Tutor) error {
	if err := load(t); err != nil {
		return err
	}
	ctx, stop := c.signals()
	defer stop()
	defer c.tellNotices()()
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	console := c.console()
	notes, watch := console.Notes(), t.Rooms.Watch()
	console.Say("Following the session. Until one begins, there is nothing to show; start it with probity induction.")
	for followed := false; ; {
		s, fresh, err := watch.Look()
		switch {
		case err != nil && fresh:
			console.Say(prose.Worded(err))
		case s != nil && (followed || !s.HasEnded()): // one that was over before is none of these notes
			followed = true
			notes.Show(t, s)
		}
		if followed && s != nil && s.HasEnded() || notes.Fault() != nil {
			return notes.Fault()
		}
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}
