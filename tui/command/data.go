package command

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/export"
	"probity/tui/linear"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// data is the commands with which a learner does as they like with what is theirs.
func (c *cli) data() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "data",
		Short: "Your record is yours: export it, back it up, restore, merge or erase it",
		Args:  c.noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.dataPath(), c.dataExport(), c.dataBackup(), c.dataRestore(), c.dataImport(), c.dataErase(), c.dataAside())
	return cmd
}

// record opens the record, damaged or not: what is done with data has to work on both.
func (c *cli) record() (*progress.Record, error) {
	r, err := progress.Open(progress.Options{Dir: progress.Dir(c.folder, c.sys.Getenv), Now: c.sys.Now})
	var corrupt *progress.CorruptError
	if errors.As(err, &corrupt) {
		return r, nil
	}
	return r, err
}

// console is where questions are asked and answered in lines.
func (c *cli) console() *linear.Console { return linear.New(c.sys.In, c.sys.Out) }

// agreed asks before something that can't be undone; --yes has answered already.
func (c *cli) agreed(console *linear.Console, yes bool, question string) bool {
	return yes || console.Confirm(question)
}

func (c *cli) dataPath() *cobra.Command {
	return &cobra.Command{
		Use: "path", Short: "Say where your record is", Args: c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			c.console().Say(r.Path())
			return nil
		},
	}
}

func (c *cli) dataExport() *cobra.Command {
	var format, out string
	var force, schema bool
	var who export.Actor
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write your record as CSV, JSON or xAPI statements",
		Long: "CSV has a line for each answer. JSON has every fact, and --schema prints its schema. xAPI has a statement a line, about\n" +
			"nobody in particular unless --actor-name and --actor-mail say who it was.",
		Args: c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if schema {
				_, err := c.sys.Out.Write(export.Schema)
				return err
			}
			kind, err := export.ParseFormat(format)
			if err != nil {
				return misused("%s", err)
			}
			return c.export(kind, out, force, who)
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "csv", "csv, json or xapi")
	f.StringVarP(&out, "output", "o", "", "the file to write, or - for standard output")
	f.BoolVar(&force, "force", false, "replace the file if it is there")
	f.BoolVar(&schema, "schema", false, "print the schema of the JSON and stop")
	f.StringVar(&who.Name, "actor-name", "", "xAPI: the learner's name")
	f.StringVar(&who.Mail, "actor-mail", "", "xAPI: the learner's e-mail address")
	return cmd
}

func (c *cli) export(kind export.Format, out string, force bool, who export.Actor) error {
	r, err := c.record()
	if err != nil {
		return err
	}
	reading, err := r.Read()
	if err != nil {
		return fmt.Errorf("exporting the record: %w", err)
	}
	defer reading.Close()
	fill := func(w io.Writer) error {
		return export.Write(w, reading, kind, export.Options{Made: c.sys.Now(), Program: program, Actor: who})
	}
	if out == "-" || out == "" && !isTerminal(c.sys.Out) {
		return fill(c.sys.Out)
	}
	name := map[export.Format]string{export.CSV: "probity-answers.csv", export.JSON: "probity-record.json", export.XAPI: "probity-statements.jsonl"}[kind]
	path, err := tutor.Place(out, name, force, fill)
	if err != nil {
		return err
	}
	c.console().Say("Written to " + path + ".")
	return nil
}

func (c *cli) dataBackup() *cobra.Command {
	return &cobra.Command{
		Use: "backup", Short: "Make a backup now", Args: c.noArguments,
		Long: "A backup is made at the first change of each day anyway. Kept are the last seven days, four weeks and twelve months.",
		RunE: func(*cobra.Command, []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			path, err := r.BackUpNow()
			if err != nil {
				return err
			}
			c.console().Say("Backed up to " + path + ".")
			return nil
		},
	}
}

func (c *cli) dataRestore() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "restore [NUMBER]",
		Short: "List the backups, or go back to one",
		Long:  "Without a number the backups are listed. With one you are told what would be lost, and asked. What is replaced is kept.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			backups, err := r.Backups()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				c.listBackups(backups)
				return nil
			}
			n, err := strconv.Atoi(args[0])
			if err != nil || n < 1 || n > len(backups) {
				return misused("there is no backup %q: probity data restore lists them by number", args[0])
			}
			return c.restore(r, backups[n-1], yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

func (c *cli) listBackups(backups []progress.Backup) {
	console := c.console()
	if len(backups) == 0 {
		console.Say("There are no backups yet: the first is made when something changes on a later day.")
	}
	for i, b := range backups {
		holds := prose.Count(float64(b.Answers), "answer") + span(b.First, b.Last)
		switch {
		case b.Schema > progress.Schema:
			holds = "written by a newer Probity, which this one can't go back to"
		case !b.Whole:
			holds += ", damaged"
		}
		console.Say(fmt.Sprintf("%d. %s: %s", i+1, b.Date.In(c.sys.Now().Location()).Format("2 January 2006"), holds))
	}
}

// span says between which days something happened; "" for nothing.
func span(first, last time.Time) string {
	if first.IsZero() {
		return ""
	}
	return ", " + first.Local().Format("2 January 2006") + " to " + last.Local().Format("2 January 2006")
}

// restore goes back to a backup, once what would be lost is said and the learner agrees.
func (c *cli) restore(r *progress.Record, b progress.Backup, yes bool) error {
	loss, err := r.WouldLose(b)
	if err != nil {
		return err
	}
	console := c.console()
	switch {
	case loss.Damaged:
		console.Say("The record is damaged. What can be read of it and is not in the backup: " + lost(loss) + ".")
	case loss.None():
		console.Say("Nothing would be lost: the backup holds all that the record does.")
	default:
		console.Say("The record holds what the backup does not: " + lost(loss) + ".")
	}
	if !c.agreed(console, yes, "Go back to the backup of "+b.Date.Format("2 January 2006")+"? The record as it is now is kept beside it.") {
		console.Say("Nothing was changed.")
		return nil
	}
	kept, err := r.RestoreOver(b)
	if err != nil {
		return err
	}
	if kept != "" {
		console.Say("The record as it was is kept as " + kept + ".")
	}
	console.Say("Restored.")
	return nil
}

func lost(l progress.Loss) string {
	parts := []string{}
	for _, p := range []struct {
		n         int
		one, many string
	}{{l.Answers, "answer", "answers"}, {l.Reflections, "reflection", "reflections"}, {l.Others, "other entry", "other entries"}} {
		if p.n > 0 {
			parts = append(parts, counted(p.n, p.one, p.many))
		}
	}
	return prose.Join(parts...) + span(l.First, l.Last)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func (c *cli) dataImport() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Merge a record from another machine into this one",
		Long:  "FILE is a progress.toml. Nothing is doubled, and importing the same file again changes nothing. The record is backed up first.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misused("name one file to import, a progress.toml from another machine")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			return c.merge(r, args[0], yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

func (c *cli) merge(r *progress.Record, path string, yes bool) error {
	m, err := r.PreviewMerge(path)
	if err != nil {
		return err
	}
	console := c.console()
	console.Say(fmt.Sprintf("The file holds %s%s. %d of its %d entries are new here.", prose.Count(float64(m.Answers), "answer"), span(m.First, m.Last), m.New, m.Facts))
	if m.New == 0 {
		console.Say("There is nothing to import.")
		return nil
	}
	if m.Stranger() {
		console.Say("It may be somebody else's: it begins with another learner, or has nothing in common with your record.")
	}
	for _, conflict := range m.Conflicts {
		console.Say("They differ: " + conflict)
	}
	if (m.Stranger() || len(m.Conflicts) > 0) && !c.agreed(console, yes, "Import it all the same?") {
		console.Say("Nothing was changed.")
		return nil
	}
	if m, err = r.Merge(path); err != nil {
		return err
	}
	console.Say(fmt.Sprintf("Imported: %s, %s in all.", prose.Count(float64(m.NewAnswers), "new answer"), counted(m.New, "entry", "entries")))
	if m.Backup != "" {
		console.Say("Your record as it was is backed up as " + m.Backup + ".")
	}
	return nil
}

func (c *cli) dataErase() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "erase",
		Short: "Remove everything Probity keeps of you",
		Long:  "The record, its backups, drafts, keys, copies and whatever was set aside are listed first. What is erased can't be had back.",
		Args:  c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			return c.erase(r, yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

func (c *cli) erase(r *progress.Record, yes bool) error {
	all, err := r.Belongings()
	if err != nil {
		return err
	}
	console := c.console()
	if len(all) == 0 {
		console.Say("There is nothing to erase.")
		return nil
	}
	for _, b := range all {
		console.Say(fmt.Sprintf("%s: %s, %s", b.Path, b.What, size(b.Size)))
	}
	if !c.agreed(console, yes, "Erase all of this for good?") {
		console.Say("Nothing was erased.")
		return nil
	}
	removed, err := r.Erase()
	if err != nil {
		return err
	}
	console.Say(fmt.Sprintf("Erased: %s. Nothing of yours is left here.", prose.Count(float64(len(removed)), "file")))
	return nil
}

// size says so many bytes.
func size(n int64) string {
	if n < 1<<10 {
		return prose.Count(float64(n), "byte")
	}
	return strconv.FormatInt((n+1<<9)>>10, 10) + " KiB"
}

func (c *cli) dataAside() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "aside [show NUMBER | clear [NUMBER]]",
		Short: "List, show or clear what was set aside: torn ends, damaged and replaced records",
		Args:  cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := c.record()
			if err != nil {
				return err
			}
			all, err := r.Aside()
			if err != nil {
				return err
			}
			return c.aside(r, all, args, yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

// aside does with what was set aside as the arguments say.
func (c *cli) aside(r *progress.Record, all []progress.Aside, args []string, yes bool) error {
	chosen := all
	if len(args) == 2 {
		n, err := strconv.Atoi(args[1])
		if err != nil || n < 1 || n > len(all) {
			return misused("nothing set aside has the number %q: probity data aside lists it", args[1])
		}
		chosen = all[n-1 : n]
	}
	switch {
	case len(args) == 0:
		c.listAside(all)
		return nil
	case args[0] == "show" && len(args) == 2:
		return c.showAside(chosen[0])
	case args[0] == "clear":
		return c.clearAside(r, chosen, yes)
	}
	return misused("probity data aside takes show NUMBER, clear, or clear NUMBER, not %q", strings.Join(args, " "))
}

func (c *cli) listAside(all []progress.Aside) {
	console := c.console()
	if len(all) == 0 {
		console.Say("Nothing was set aside.")
	}
	for i, a := range all {
		console.Say(fmt.Sprintf("%d. %s: %s, %s, %s", i+1, a.Path, a.What, size(a.Size), a.Holds()))
	}
}

func (c *cli) showAside(a progress.Aside) error {
	const most = 64 << 10
	text, more, err := a.Text(most)
	if err != nil {
		return err
	}
	console := c.console()
	console.Say(text)
	if more {
		console.Say("There is more of it in " + a.Path + ".")
	}
	return nil
}

func (c *cli) clearAside(r *progress.Record, chosen []progress.Aside, yes bool) error {
	console := c.console()
	if len(chosen) == 0 {
		console.Say("Nothing was set aside.")
		return nil
	}
	for _, a := range chosen {
		console.Say(fmt.Sprintf("%s: %s, %s", a.Path, a.What, a.Holds()))
	}
	if !c.agreed(console, yes, "Remove this for good?") {
		console.Say("Nothing was removed.")
		return nil
	}
	if err := r.ClearAside(chosen...); err != nil {
		return err
	}
	console.Say("Removed.")
	return nil
}
