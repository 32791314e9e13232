package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"probity/progress"
	"probity/progress/cohort"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// cohort is the command that pools records that people chose to hand over.
func (c *cli) cohort() *cobra.Command {
	p := printed{}
	formats := []string{"md", "json", "html", "pdf"}
	cmd := &cobra.Command{
		Use:   "cohort FILE…",
		Short: "What records and sessions that were handed over say together, without names",
		Long: "FILEs are progress.toml records and session files that people have chosen to hand over, and folders of them. Nothing is\n" +
			"told of fewer than five people. Without --output the table goes to standard output.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("name the records and sessions, or folders of them")
			}
			return p.check(formats)
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.pooled(p, args) },
	}
	p.flags(cmd, formats)
	cmd.Flags().Lookup("format").DefValue = "md"
	p.format = "md"
	return cmd
}

func (c *cli) pooled(p printed, args []string) error {
	library, _, err := c.library()
	if err != nil {
		return err
	}
	paths, err := files(args)
	if err != nil {
		return err
	}
	pool := cohort.NewPool(library.Bank)
	for _, left := range pool.Read(paths, progress.ReadSessionFile) {
		fmt.Fprintf(c.sys.Err, "probity: left out %s: %s\n", prose.Line(left.Path), prose.Line(left.Why))
	}
	r, err := pool.Report(program)
	if err != nil {
		return err
	}
	var text []byte
	if p.format == "json" {
		if text, err = json.MarshalIndent(r, "", "  "); err == nil {
			text = append(text, '\n')
		}
	} else {
		text, err = p.bytes(r.Paper())
	}
	if err != nil {
		return err
	}
	if p.out == "" && (p.format == "md" || p.format == "json") {
		p.out = "-"
	}
	return c.place(p, "probity-cohort", text)
}

// files are the files named, and the TOML files in the folders named, without what systems and editors leave there.
func files(args []string) ([]string, error) {
	var out []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			return nil, fmt.Errorf("reading what was handed over: %w", err)
		}
		if !info.IsDir() {
			out = append(out, arg)
			continue
		}
		found, err := filepath.Glob(filepath.Join(arg, "*.toml"))
		found = slices.DeleteFunc(found, func(path string) bool { return pack.IsLeftover(filepath.Base(path)) })
		if err == nil && len(found) == 0 {
			err = errors.New("there are no .toml files in " + arg)
		}
		if err != nil {
			return nil, fmt.Errorf("reading what was handed over: %w", err)
		}
		out = append(out, found...)
	}
	return out, nil
}
