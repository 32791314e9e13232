package command

import (
	"strings"

	"github.com/spf13/cobra"

	"probity/tui/app"
	"probity/tui/linear"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// practise is the command that goes straight to the first question.
func (c *cli) practise() *cobra.Command {
	ask, plan := tutor.Selection{}, ""
	cmd := &cobra.Command{
		Use:     "practise [TOPIC]",
		Aliases: []string{"practice"},
		Short:   "Practise at once: every topic, or the one you name",
		Long: "Situations that you have not met come first. A topic can be named beside any of the flags, or one situation by its id.\n" +
			"What you meet with --ahead, before it is due, comes back when it would have. --plan takes the file of a session's plan:\n" +
			"you meet what the room has met, as it is told where you practise.",
		Example: "  probity practise boundaries            one topic; topics are completed with the Tab key\n" +
			"  probity practise --minutes 5           as many situations as fit into five minutes\n" +
			"  probity practise --missed              what you did not answer rightly the last time\n" +
			"  probity practise --plan monday.toml    what a room has met, for yourself",
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := sensible(cmd, len(args) > 0); err != nil {
				return err
			}
			if len(args) > 0 {
				var err error
				if ask.Topic, ask.Only, err = c.named(strings.Join(args, " ")); err != nil {
					return err
				}
			}
			if plan != "" {
				of, err := c.plan(plan)
				if err != nil {
					return err
				}
				ask.Plan = &of
			}
			otherwise := tutor.AsAsked
			if ask == (tutor.Selection{}) {
				otherwise = tutor.Resume
			}
			return c.tutor(cmd, review{practice{ask, c.how(cmd, otherwise)}}, true)
		},
		ValidArgsFunction: c.topics,
	}
	c.practiceFlags(cmd)
	f := cmd.Flags()
	f.IntVar(&ask.Minutes, "minutes", 0, "as many situations as fit into so many minutes")
	f.BoolVar(&ask.Weakest, "weakest", false, "the topics in which your score is lowest")
	f.BoolVar(&ask.Missed, "missed", false, "what you did not answer rightly the last time")
	f.BoolVar(&ask.Bookmarked, "bookmarked", false, "what you marked to come back to")
	f.BoolVar(&ask.Ahead, "ahead", false, "more than is due: what comes next, before it does")
	f.BoolVar(&ask.AllRoles, "all-roles", false, "situations in whosever shoes they are told, and not in yours first")
	planFlag(cmd, &plan, "the situations of an induction session, by the file of its plan")
	f.BoolVar(&ask.Abroad, "elsewhere", false, "to compare, not scored: what counts in another country alone")
	return cmd
}

// topics are what practise can be completed with.
func (c *cli) topics(*cobra.Command, []string, string) (ids []cobra.Completion, how cobra.ShellCompDirective) {
	if p, err := c.sys.base(); err == nil {
		for _, t := range p.Bank.Topics() {
			ids = append(ids, t.ID+"\t"+t.Title)
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// sensible refuses what cannot be asked for together.
func sensible(cmd *cobra.Command, topic bool) error {
	given := func(name string) bool { return cmd.Flags().Changed(name) }
	var kinds []string
	for _, kind := range []string{"weakest", "missed", "bookmarked", "ahead", "elsewhere", "plan"} {
		if given(kind) {
			kinds = append(kinds, "--"+kind)
		}
	}
	minutes, _ := cmd.Flags().GetInt("minutes") // it is defined as a number
	switch {
	case given("minutes") && (minutes < 1 || minutes > mostMinutes):
		return misused("--minutes %d cannot be practised: use 1 to %d", minutes, mostMinutes)
	case given("minutes") && given("count"):
		return misused("--minutes and --count both say how much: give one of them")
	case len(kinds) > 1:
		return misused("%s and %s are two practices: ask for one of them", kinds[0], kinds[1])
	case given("plan") && (topic || given("minutes") || given("count") || given("all-roles")):
		return misused("--plan says by itself which situations, and how many: leave the topic, --minutes, --count and --all-roles out")
	case topic && (given("weakest") || given("ahead")):
		return misused("%s chooses among all topics: leave the topic out", kinds[0])
	case given("minutes") && given("ahead"):
		return misused("--ahead goes by principles and not by minutes: give --count instead")
	case given("all-roles") && len(kinds) == 1 && !given("elsewhere"):
		return misused("%s goes by what is yours already: leave --all-roles out", kinds[0])
	}
	return nil
}

// mostMinutes is how many minutes a practice can have.
const mostMinutes = 180

// sitting is what the tutor can go straight to: on the screens a route, in plain lines a way of leading through it.
type sitting interface {
	route() screen.Route
	lead(*linear.Console, *tutor.Tutor) error
}

// tutor starts the tutor on the screens or in plain lines. On the screens it begins at home, unless it is to go straight to
// the sitting.
func (c *cli) tutor(cmd *cobra.Command, s sitting, straight bool) error {
	c.straight = straight
	t, damage := c.open(cmd)
	if c.plain() {
		return c.sitPlainly(t, damage, s)
	}
	o := app.Options{Tutor: t, Err: damage}
	if straight {
		o.Start = s.route()
	}
	return c.screens(o)
}

// practice is a practice or a review.
type practice struct {
	ask tutor.Selection
	how tutor.How
}

func (p practice) route() screen.Route {
	return screen.ToPractice{Ask: p.ask, How: p.how}
}

func (p practice) lead(console *linear.Console, t *tutor.Tutor) error {
	sitting, err := p.begin(console, t)
	if err != nil {
		return err
	}
	return console.Practise(t, sitting)
}

// begin takes up the practice that was left, if that is what was asked for, or begins one. What that would give up is asked about, or said
// where it is settled.
func (p practice) begin(console *linear.Console, t *tutor.Tutor) (*tutor.Practice, error) {
	switch left, ok := t.Practices.GivesUp(p.ask, p.how); {
	case ok && p.how == tutor.Anew:
		console.Say(left.GivenUp())
	case ok && console.CarryOn(left):
		return t.Practices.Resume(left), nil
	}
	return t.Practices.Start(p.ask, p.how)
}
