package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/export"
	"probity/progress/folder"
	"probity/progress/journal/file"
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
			"a number that stays yours, unless --actor-mail says who it was, or --actor-account and --actor-home, the name that you\n" +
			"have where you learn and its address. TOML is a progress.toml, which probity opens on another machine and probity data\n" +
			"import merges.",
		Example: "  probity data export -o answers.csv\n  probity data export --format toml -o progress.toml\n" +
			"  probity data export --format xapi --actor-account s1234 --actor-home https://learn.example.org",
		Args: c.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if schema {
				_, err := io.WriteString(c.sys.Out, export.JSONSchema())
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
	f.StringVar(&who.Account, "actor-account", "", "xAPI: the learner's name in a system of accounts")
	f.StringVar(&who.HomePage, "actor-home", "", "xAPI: the web address of that system")
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
		if who, err = numbered(r, reading); err != nil {
			return err
		}
	}
	return put(func(w io.Writer) error {
		return export.Write(w, reading, kind, export.Options{Made: c.sys.Now(), Program: Program, Actor: who})
	})
}

// numbered is the learner by a number alone.
func numbered(r kept, reading *progress.Reading) (export.Actor, error) {
	first, err := export.Number(reading)
	if err != nil {
		return export.Actor{}, fmt.Errorf("exporting the record: %w", err)
	}
	id, err := r.Pseudonym(first)
	if err != nil {
		return export.Actor{}, errors.New("statements have to be about somebody, and the number that would stand for you cannot be kept here: say who it is with --actor-mail")
	}
	return export.Pseudonymous(id), nil
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
