package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/paper"
	"probity/tui/tutor"
)

// paperFormats are the media of documents for people.
func paperFormats() []string { return []string{"pdf", "html", "md"} }

// printed is where documents go, and as what.
type printed struct {
	format, out string
	force       bool
	several     bool // documents at once: standard output takes one
}

// flags adds the flags of a command that writes documents.
func (p *printed) flags(cmd *cobra.Command, formats []string) {
	cmd.Flags().StringVar(&p.format, "format", "pdf", strings.Join(formats, ", "))
	complete(cmd, "format", formats...)
	cmd.Flags().StringVarP(&p.out, "output", "o", "", "the file to write, or - for standard output")
	cmd.Flags().BoolVar(&p.force, "force", false, "replace the file if it is there")
}

func (p *printed) check(formats []string) error {
	if !slices.Contains(formats, p.format) {
		return misused("--format %q is not a format: use %s", p.format, strings.Join(formats, ", "))
	}
	return nil
}

// bytes is a document on its medium.
func (p *printed) bytes(d paper.Document) ([]byte, error) {
	switch p.format {
	case "html":
		return paper.HTML(d), nil
	case "md":
		return paper.Markdown(d), nil
	}
	return paper.PDF(d)
}

// place writes a file that is for others where it was asked for, else under its own name where the program runs.
func (c *cli) place(p printed, name string, file []byte) error {
	if p.out == "-" || p.out == "" && c.hands() && !p.several {
		if err := c.fitsOutput(p.format); err != nil {
			return err
		}
		_, err := c.sys.Out.Write(file)
		return err
	}
	path, err := c.door().Publish(p.out, name+"."+p.format, p.force, tutor.Holding(file))
	if err != nil {
		return err
	}
	c.console().Say("Written to " + path + ".")
	return nil
}

// fitsOutput refuses to write what is no text to a terminal.
func (c *cli) fitsOutput(format string) error {
	switch {
	case !c.sys.shows():
	case format == "pdf":
		return misused("a PDF cannot be shown in a terminal: name a file with --output, send it on with > or |, or choose --format md")
	case format == "zip":
		return misused("a zip cannot be shown in a terminal: name a file with --output, or send it on with > or |")
	}
	return nil
}
