package command

import (
	"bytes"
	"time"

	"github.com/spf13/cobra"

	"probity/progress/plainjson"
	"probity/scenarios"
	"probity/tui/app"
	"probity/tui/screen"
	"probity/tui/tutor"
)

// progress is the command that says what the record amounts to.
func (c *cli) progress() *cobra.Command {
	asJSON, asCalendar, out, force := false, false, "", false
	cmd := &cobra.Command{
		Use:   "progress",
		Short: "What your record amounts to: scores, topics, history, what is due",
		Long:  "On screen, or in words where there is none. For a calendar program there is a file of what is due.",
		Example: "  probity progress\n  probity progress --ics -o due.ics    what is due, for a calendar\n" +
			"  probity progress --json              for a script",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON && asCalendar {
				return misused("--json and --ics say two things: use one of them")
			}
			if !asJSON && !asCalendar && (out != "" || force) {
				return misused("a file is written with --ics or --json: give one of them, or leave --output and --force out")
			}
			t, damage := c.open(cmd)
			if !asJSON && !asCalendar && !c.plain() {
				return c.screens(app.Options{Tutor: t, Err: damage, Start: screen.ToProgress{}})
			}
			if damage == nil {
				damage = know(t)
			}
			if damage != nil {
				return damage
			}
			c.notify(t.Notices())
			switch {
			case asCalendar:
				return c.calendar(t, out, force)
			case asJSON:
				return c.progressJSON(t, out, force)
			}
			console := c.console()
			sayFound(console, t)
			return console.Progress(t)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, for a script: names in it stay")
	cmd.Flags().BoolVar(&asCalendar, "ics", false, calendarUsage)
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write, or - for standard output")
	cmd.Flags().BoolVar(&force, "force", false, "replace the file if it is there")
	return cmd
}

// The shape of probity progress --json. The names are promised to scripts: they stay.
type (
	standingJSON struct {
		Schema    int         `json:"schema"`
		Answers   int         `json:"answers"`
		Seconds   int         `json:"active_seconds"`
		Score     scoreJSON   `json:"score"`
		Topics    []topicJSON `json:"topics"`
		Weeks     []weekJSON  `json:"weeks"`
		Sure      []sureJSON  `json:"calibration"`
		Mistakes  []wrongJSON `json:"confident_mistakes"`
		Days      []dayJSON   `json:"days"`
		Due       int         `json:"reviews_due"`
		Next      string      `json:"next_review,omitempty"`
		Reflected int         `json:"reflections"`
		Bookmarks []markJSON  `json:"bookmarks"`
		Reworded  int         `json:"answers_to_reworded_situations"`
		Gone      int         `json:"answers_to_situations_gone"`
		Marks     int         `json:"answers_with_impossible_marks"`
		Times     int         `json:"answers_with_impossible_times"`
		Blank     int         `json:"situations_left_blank"` // in assessments that were handed in: no answers
		Future    int         `json:"answers_dated_after_today"`
	}
	scoreJSON struct {
		Answers int      `json:"answers"`
		Right   int      `json:"right"` // of these, with at least 75 % of their marks
		Marks   float64  `json:"marks"`
		Of      float64  `json:"of"`
		Chance  float64  `json:"chance"`
		Above   *float64 `json:"above_chance"` // null where there is nothing to compare
	}
	topicJSON struct {
		ID     string    `json:"topic"`
		Title  string    `json:"title"`
		Recent scoreJSON `json:"recent"`
		Met    int       `json:"situations_met"`
		Of     int       `json:"situations_offered"`
	}
	weekJSON struct {
		From  string    `json:"monday"`
		Score scoreJSON `json:"score"`
	}
	sureJSON struct {
		Sure    int `json:"sure"` // 1 a guess, 2 fairly sure, 3 very sure
		Answers int `json:"answers"`
		Right   int `json:"right"`
	}
	wrongJSON struct {
		Scenario string `json:"scenario"`
		Variant  string `json:"variant,omitempty"` // which of the family's
		Revision int    `json:"revision"`
		At       string `json:"at"`
		Mended   bool   `json:"right_since"`
	}
	markJSON struct {
		Scenario string `json:"scenario"`
		At       string `json:"at"`
	}
	dayJSON struct {
		Date    string `json:"date"`
		Answers int    `json:"answers"`
		Seconds int    `json:"active_seconds"`
	}
)

// progressJSON writes what the record amounts to for a program to read.
func (c *cli) progressJSON(t *tutor.Tutor, to string, force bool) error {
	s := t.Progress.Overview()
	out := standingJSON{
		Schema: 1, Answers: s.Answers, Seconds: s.Seconds, Score: asScore(s.Score), Due: s.Reviews.Due, Reflected: len(t.Record.History().Reflections()),
		Reworded: s.Reworded, Gone: s.Gone, Future: s.Future, Marks: s.Marks, Times: s.Times, Blank: s.Blank,
		Topics: []topicJSON{}, Weeks: []weekJSON{}, Sure: []sureJSON{}, Mistakes: []wrongJSON{}, Days: []dayJSON{}, Bookmarks: []markJSON{},
	}
	if !s.Reviews.Next.IsZero() {
		out.Next = s.Reviews.Next.UTC().Format(time.RFC3339)
	}
	for _, topic := range s.Topics {
		out.Topics = append(out.Topics, topicJSON{topic.ID, topic.Title, asScore(topic.Recent), topic.Met, topic.Of})
	}
	for _, w := range s.Weeks {
		out.Weeks = append(out.Weeks, weekJSON{w.From.Format(time.DateOnly), asScore(w.Score)})
	}
	for _, sure := range s.Sure {
		out.Sure = append(out.Sure, sureJSON{int(sure.Sure), sure.Answers, sure.Right})
	}
	for _, a := range s.Mistakes {
		_, since := t.Record.History().RightSince(a)
		out.Mistakes = append(out.Mistakes, wrongJSON{a.Scenario, a.Variant, a.Revision, a.At.Format(time.RFC3339), since})
	}
	for _, b := range t.Record.Bookmarks() {
		out.Bookmarks = append(out.Bookmarks, markJSON{b.Scenario, b.At.Format(time.RFC3339)})
	}
	for _, d := range s.Days {
		out.Days = append(out.Days, dayJSON{d.Date.Format(time.DateOnly), d.Answers, d.Seconds})
	}
	var file bytes.Buffer
	if err := plainjson.Write(&file, out); err != nil {
		return err
	}
	return c.deliver(file.Bytes(), to, force)
}

func asScore(s scenarios.Score) scoreJSON {
	out := scoreJSON{Answers: s.Answers, Right: s.Right, Marks: s.Marks, Of: s.Of, Chance: s.Chance}
	if above, ok := s.Above(); ok {
		out.Above = &above
	}
	return out
}
