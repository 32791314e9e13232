package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/export"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/cells"
	"probity/tui/linear"
	"probity/tui/prose"
)

// data is the commands with which a learner does as they like with what is theirs.
func (c *cli) data() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "data",
		Short: "Your record: export it, back it up, restore, merge or erase it",
		Example: "  probity data path                                     where it is\n" +
			"  probity data export --format toml -o progress.toml    the record itself, for another computer\n" +
			"  probity data import progress.toml                     there: merge it; nothing is doubled\n" +
			"  probity data restore                                  the backups; with a number, back to one",
		Args: c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.dataPath(), c.dataExport(), c.dataBackup(), c.dataRestore(), c.dataImport(), c.dataErase(), c.dataAside(),
		c.dataReflections())
	return cmd
}

// record opens the record, damaged or not: what is done with data has to work on both.
func (c *cli) record() (*folder.Folder, error) {
	r, err := folder.Open(folder.Options{Dir: c.dir(), Now: c.sys.Now, Elsewhere: c.elsewhere()})
	c.notify(r.Notices())
	var corrupt *file.CorruptError
	if errors.As(err, &corrupt) {
		return r, nil
	}
	return r, cmp.Or(err, r.Foldered())
}

// console is where questions are asked and answered in lines: where the learner is led, if they are.
func (c *cli) console() *linear.Console {
	if c.led != nil {
		return c.led
	}
	return c.wrapped(linear.New(c.sys.lines()))
}

// wrapped is a console that wraps lines at words where they are shown on a terminal.
func (c *cli) wrapped(console *linear.Console) *linear.Console {
	if !c.sys.shows() {
		return console
	}
	return console.Wrap(func(text string) string { return cells.Wrap(text, c.sys.width()) })
}

// consoleUntil is console until somebody asks the program to end.
func (c *cli) consoleUntil(ctx context.Context) *linear.Console {
	in, out := c.sys.lines()
	return c.wrapped(linear.New(linear.Interruptible(in, ctx.Done()), out))
}

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
		Short: "Write your record as CSV, JSON, xAPI statements or TOML",
		Long: "CSV has a line for each answer. JSON has every fact, and --schema prints its schema. xAPI has a statement a line, about\n" +
			"a number by chance that stays yours, unless --actor-name and --actor-mail say who it was. TOML is a progress.toml, which\n" +
			"probity opens on another machine and probity data import merges.",
		Example: "  probity data export -o answers.csv\n  probity data export --format toml -o progress.toml",
		Args:    c.noArguments,
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
	f.StringVar(&format, "format", string(export.CSV), export.Choice())
	complete(cmd, "format", strings.Fields(strings.NewReplacer(",", "", " or ", " ").Replace(export.Choice()))...)
	f.StringVarP(&out, "output", "o", "", "the file to write, or - for standard output")
	f.BoolVar(&force, "force", false, "replace the file if it is there")
	f.BoolVar(&schema, "schema", false, "print the schema of the JSON and stop")
	f.StringVar(&who.Name, "actor-name", "", "xAPI: the learner's name")
	f.StringVar(&who.Mail, "actor-mail", "", "xAPI: the learner's e-mail address")
	return cmd
}

// export writes the record to a file, or to standard output where it is asked for, or nobody looks at that.
func (c *cli) export(kind export.Format, out string, force bool, who export.Actor) error {
	return c.exported(kind, who, func(fill func(io.Writer) error) error {
		if out == "-" || out == "" && !c.sys.shows() {
			return fill(c.sys.Out)
		}
		_, err := c.exportTo(kind, out, force, fill)
		return err
	})
}

// exportTo writes an export to a file, and says which. It returns its path.
func (c *cli) exportTo(kind export.Format, out string, force bool, fill func(io.Writer) error) (string, error) {
	path, err := c.door().Place(out, kind.File(), force, fill)
	if err == nil {
		c.console().Say("Written to " + path + ".")
	}
	return path, err
}

// exported reads the record, and has it put somewhere in a format.
func (c *cli) exported(kind export.Format, who export.Actor, put func(fill func(io.Writer) error) error) error {
	r, err := c.kept()
	if err != nil {
		return err
	}
	reading, err := r.Reading()
	if err != nil {
		return fmt.Errorf("exporting the record: %w", err)
	}
	defer reading.Close()
	if kind == export.XAPI && who == (export.Actor{}) {
		id, err := r.Pseudonym()
		if err != nil {
			return errors.New("statements have to be about somebody, and the number that would stand for you cannot be kept here: say who it is with --actor-mail")
		}
		who = export.Pseudonymous(id)
	}
	return put(func(w io.Writer) error {
		return export.Write(w, reading, kind, export.Options{Made: c.sys.Now(), Program: program, Actor: who})
	})
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
			return c.backUp(r)
		},
	}
}

func (c *cli) backUp(r *folder.Folder) error {
	path, err := r.BackUpNow()
	if err != nil {
		return err
	}
	c.console().Say("Backed up to " + path + ".")
	return nil
}

func (c *cli) dataErase() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "erase",
		Short: "Remove everything Probity keeps of you",
		Long: "The record, its backups, drafts, keys, copies and whatever was set aside are said first, and so are copies that sync programs\n" +
			"and editors left of them; the word more lists each. What is erased can't be had back.",
		Args: c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			r, err := c.kept()
			if r == nil {
				return err
			}
			_, err = c.erase(r, err, yes)
			return err
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "don't ask")
	return cmd
}

// erase erases everything once the learner agrees, whether the record can be read or, as opening says, not. It reports whether they did.
func (c *cli) erase(r kept, opening error, yes bool) (agreed bool, err error) {
	all, unseen := r.Belongings()
	console := c.console()
	switch {
	case len(all) == 0 && unseen == nil && opening == nil:
		console.Say(strings.TrimSpace("There is nothing to erase. " + folder.Leftovers{Others: others(r)}.Message()))
		sayRescued(console, r, all)
		return false, nil
	case len(all) == 0:
		return false, cmp.Or(opening, unseen)
	}
	list := func() {
		for _, b := range all {
			console.Say(fmt.Sprintf("%s: %s, %s", b.Path, b.What, size(b.Size)))
		}
	}
	if yes {
		list()
	} else {
		console.Say(c.goes(all) + " more lists each.")
	}
	sayRescued(console, r, all)
	if unseen != nil {
		console.Say(prose.Worded(unseen))
	}
	if !yes && !console.ConfirmKnowing("Erase all of this for good?", list) {
		console.Say("Nothing was erased.")
		return false, nil
	}
	removed, err := r.EraseAll()
	if err != nil {
		return true, err
	}
	console.Say(fmt.Sprintf("Erased: %s. %s", prose.Count(float64(len(removed)), "file"), left(others(r))))
	return true, nil
}

// goes says how many files would be erased, of what kinds, and where they are.
func (c *cli) goes(all []folder.Belonging) string {
	var kinds []string
	number := map[string]int{}
	elsewhere := 0
	for _, b := range all {
		if number[b.What]++; number[b.What] == 1 {
			kinds = append(kinds, b.What)
		}
		if in, err := filepath.Rel(c.dir(), b.Path); err != nil || strings.HasPrefix(in, "..") {
			elsewhere++
		}
	}
	for i, kind := range kinds {
		if n := number[kind]; n > 1 {
			kinds[i] = fmt.Sprintf("%s, %d times", kind, n)
		}
	}
	where := "in " + c.dir()
	switch {
	case c.sys.Host != nil:
		where = "on this server"
	case elsewhere > 0:
		where += fmt.Sprintf(", and %d elsewhere", elsewhere)
	}
	return fmt.Sprintf("%s of yours, %s: %s.", prose.Count(float64(len(all)), "file"), where, strings.Join(kinds, "; "))
}

// sayRescued names what could not be saved and lies in other folders, which is not erased unless it is among what is.
func sayRescued(console *linear.Console, r kept, erased []folder.Belonging) {
	for _, b := range rescued(r) {
		if !slices.ContainsFunc(erased, func(gone folder.Belonging) bool { return sameFile(gone.Path, b.Path) }) {
			console.Say(fmt.Sprintf("%s: %s. It is not in the data folder and stays, and a start in its folder offers to take it in: remove it by hand.", b.Path, b.What))
		}
	}
}

// sameFile reports whether two paths are one file's.
func sameFile(x, y string) bool {
	one, err := os.Stat(x)
	other, wrong := os.Stat(y)
	return err == nil && wrong == nil && os.SameFile(one, other)
}

// left says what stays in the data folder since it is not Probity's.
func left(others []string) string {
	if len(others) == 0 {
		return "Nothing of yours is left here."
	}
	return folder.Leftovers{Others: others}.Message()
}

// size says so many bytes.
func size(n int64) string {
	if n == folder.SizeUnknown {
		return "size unknown"
	}
	if n < 1<<10 {
		return prose.Count(float64(n), "byte")
	}
	return strconv.FormatInt((n+1<<9)>>10, 10) + " KiB"
}
