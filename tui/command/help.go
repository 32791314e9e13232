// What help says of a command, and in which words. The manual says the same (manual.go).

package command

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/tui/cells"
)

// How wide help is, in columns, but for examples and for how a command is written, which are typed as they stand.
const (
	helpWidth   = 80 // where the terminal has so many
	leastBeside = 30 // what is left for what a command does beside its name; where there is less, it stands below
)

// heading is what commands are listed under, by what somebody comes for, and in which order.
type heading struct{ id, title, commands string }

func headings() []heading {
	return []heading{
		{"learn", "To learn:", "today next practise review assess guidance"},
		{"show", "To show what you have done:", "progress certificate verify"},
		{"own", "What is yours:", "data"},
		{"lead", "To lead a session:", "induction handout cohort key"},
		{"write", "To write situations:", "pack"},
		{"program", "About the program:", "doctor completion manual"},
	}
}

// explain has the commands say themselves what they do, in the same way.
func (sys System) explain(root *cobra.Command) {
	for _, h := range headings() {
		root.AddGroup(&cobra.Group{ID: h.id, Title: h.title})
		for _, cmd := range root.Commands() {
			if slices.Contains(strings.Fields(h.commands), cmd.Name()) {
				cmd.GroupID = h.id
			}
		}
	}
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { help(cmd.OutOrStdout(), cmd, sys.atMost(helpWidth)) })
}

// help writes what there is to say of a command, in lines of a width.
func help(out io.Writer, cmd *cobra.Command, width int) {
	said := cmd.Short + "."
	switch {
	case !cmd.HasParent():
		said = cmd.Long
	case cmd.Long != "":
		said += "\n\n" + cmd.Long
	}
	fmt.Fprintln(out, flowed(said, width))
	fmt.Fprintf(out, "\nUsage:\n  %s\n", strings.Join(forms(cmd), "\n  "))
	if cmd.Example != "" {
		fmt.Fprintf(out, "\nExamples:\n%s\n", cmd.Example)
	}
	for _, group := range listed(cmd) {
		fmt.Fprintf(out, "\n%s\n", group.title)
		table(out, group.rows, width)
	}
	if rows := flagRows(cmd.LocalFlags()); len(rows) > 0 {
		fmt.Fprintln(out, "\nFlags:")
		table(out, rows, width)
	}
	if rows := flagRows(cmd.InheritedFlags()); len(rows) > 0 {
		fmt.Fprintln(out, "\nFlags of every command:")
		table(out, rows, width)
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintln(out, "\n"+flowed(cmd.CommandPath()+" COMMAND --help says more about a command.", width))
	}
}

// forms are the ways in which a command can be written.
func forms(cmd *cobra.Command) (all []string) {
	if cmd.Runnable() {
		all = append(all, strings.TrimSuffix(cmd.UseLine(), " [flags]"))
	}
	if cmd.HasAvailableSubCommands() {
		all = append(all, cmd.CommandPath()+" COMMAND")
	}
	return all
}

// list is what stands under one heading: a name and what it does, a row each.
type list struct {
	title string
	rows  [][2]string
}

// listed are the commands below one, under their headings.
func listed(cmd *cobra.Command) (all []list) {
	for _, h := range append(headings(), heading{title: "Commands:"}) {
		l := list{title: h.title}
		below := slices.DeleteFunc(slices.Clone(cmd.Commands()), func(one *cobra.Command) bool { return !one.IsAvailableCommand() || one.GroupID != h.id })
		slices.SortStableFunc(below, func(a, b *cobra.Command) int {
			return cmp.Compare(strings.Index(h.commands, a.Name()), strings.Index(h.commands, b.Name()))
		})
		for _, one := range below {
			l.rows = append(l.rows, [2]string{one.Name(), one.Short})
		}
		if len(l.rows) > 0 {
			all = append(all, l)
		}
	}
	return all
}

// flagRows are the flags that are not hidden, with what is to be given for them.
func flagRows(flags *pflag.FlagSet) (rows [][2]string) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		says := f.Usage
		if f.Name == "help" {
			says = "this help"
		}
		if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" && f.DefValue != "[]" {
			says += " (" + f.DefValue + " if left out)"
		}
		rows = append(rows, [2]string{strings.TrimRight(name+" "+given(f), " "), says})
	})
	return rows
}

// given is what stands behind a flag; empty for one that stands alone.
func given(f *pflag.Flag) string {
	switch kind := f.Value.Type(); {
	case kind == "bool":
		return ""
	case slices.Contains(fileFlags(), f.Name):
		return "FILE"
	case slices.Contains(folderFlags(), f.Name):
		return "FOLDER"
	case strings.HasPrefix(kind, "int") || strings.HasPrefix(kind, "float"):
		return "NUMBER"
	}
	return "TEXT"
}

// table writes rows of two columns, the second broken to lines; below the first where it has no room beside it.
func table(out io.Writer, rows [][2]string, width int) {
	first := 0
	for _, row := range rows {
		first = max(first, ansi.StringWidth(row[0]))
	}
	for _, row := range rows {
		if width-first-5 < leastBeside {
			fmt.Fprintf(out, "  %s\n      %s\n", strings.TrimSpace(row[0]), strings.Join(cells.Words(row[1], width-6), "\n      "))
			continue
		}
		lines := cells.Words(row[1], width-first-5)
		for i, line := range lines {
			name := ""
			if i == 0 {
				name = row[0]
			}
			fmt.Fprintf(out, "  %-*s   %s\n", first, name, line)
		}
	}
}

// flowed is a text in lines of a width. Indented lines stay as they are, and so does an empty one.
func flowed(text string, width int) string {
	var out, paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			out = append(out, cells.Words(strings.Join(paragraph, " "), width)...)
		}
		paragraph = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" && !strings.HasPrefix(line, " ") {
			paragraph = append(paragraph, line)
			continue
		}
		flush()
		out = append(out, line)
	}
	flush()
	return strings.Join(out, "\n")
}
