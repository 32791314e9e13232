package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"probity/progress/cohort"
	"probity/progress/cohort/invented"
	"probity/progress/disk"
	"probity/progress/plainjson"
	"probity/scenarios"
	"probity/scenarios/pack"
	"probity/tui/prose"
)

// pooling is what a cohort is asked to be.
type pooling struct {
	printed
	simulate bool
	learners int
	seed     int64
	topics   []string
}

// The most and the fewest learners that are invented: fewer make no figure.
const fewestInvented, mostInvented = 10, 2000

// cohort is the command that pools records that people chose to hand over.
func (c *cli) cohort() *cobra.Command {
	p := pooling{}
	formats := []string{"md", "json", "html", "pdf"}
	cmd := &cobra.Command{
		Use:   "cohort FILE…",
		Short: "What records and sessions that were handed over say together, without names",
		Long: "FILEs are progress.toml records and session files that people have chosen to hand over, and folders of them. People\n" +
			"are counted in fives and every figure is rounded, so that nobody can be made out. Without --output the page is a file\n" +
			"beside you, and goes to standard output where that is no terminal. It is replaced once it is of five people more.\n\n" +
			"--simulate takes no FILEs: it shows the same page of learners who are invented, for authors to get used to its figures.\n" +
			"It says so throughout, and never takes the place of a page of people. With --pack it is of that pack's own situations.",
		Example: "  probity cohort handed-over/ --format pdf -o cohort.pdf\n" +
			"  probity cohort --simulate --learners 200 --format html -o invented.html",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := p.sound(cmd, args); err != nil {
				return err
			}
			return p.check(formats)
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.pooled(p, args) },
	}
	p.flags(cmd, formats)
	cmd.Flags().Lookup("format").DefValue = "md"
	p.format = "md"
	cmd.Flags().StringSliceVar(&p.topics, "topic", nil, "only these topics, by id or title")
	cmd.Flags().BoolVar(&p.simulate, "simulate", false, "show how such a page looks, with learners who are invented")
	cmd.Flags().IntVar(&p.learners, "learners", 60, "with --simulate: how many are invented")
	cmd.Flags().Int64Var(&p.seed, "seed", 1, "with --simulate: another number invents other learners")
	return cmd
}

// sound is an error where what is asked for does not go together.
func (p *pooling) sound(cmd *cobra.Command, args []string) error {
	switch {
	case p.simulate && len(args) > 0:
		return misused("--simulate invents its learners: leave the files out, or leave --simulate out")
	case p.simulate && (p.learners < fewestInvented || p.learners > mostInvented):
		return misused("--learners can be from %d to %d", fewestInvented, mostInvented)
	case p.simulate:
		return nil
	case cmd.Flags().Changed("learners") || cmd.Flags().Changed("seed"):
		return misused("--learners and --seed are for learners who are invented: add --simulate")
	case len(args) == 0:
		return misused("name the records and sessions, or folders of them; --simulate shows what comes of it")
	}
	return nil
}

func (c *cli) pooled(p pooling, args []string) error {
	library, _, err := c.library()
	if err != nil {
		return err
	}
	topics, err := topicIDs(library, p.topics)
	if err != nil {
		return err
	}
	pool, name, unread := cohort.NewPool(library.Bank), "probity-cohort", false
	pool.Sits(library.Assessment)
	pool.Only(topics)
	if p.simulate {
		name = "probity-cohort-invented"
		bank := c.simulated(library, topics)
		if !slices.ContainsFunc(bank.All(), func(s *scenarios.Situation) bool { return s.Format.Scored() }) {
			return misused("there is no situation in it that can be marked: name other topics")
		}
		pool.Simulate()
		for h := range invented.Learners(bank, p.learners, uint64(p.seed)) {
			pool.Record("another", h)
		}
	} else if unread, err = c.take(pool, args); err != nil {
		return err
	}
	r, err := pool.Report(Program)
	if err != nil {
		return err
	}
	if err := c.putReport(p.printed, name, r); err != nil || !unread {
		return err
	}
	return errUnread
}

// simulated are the situations that invented learners answer: those of the topics that are named, else those of the packs that are, else all.
func (c *cli) simulated(library *pack.Pack, topics []string) *scenarios.Bank {
	all := library.Bank.All()
	switch {
	case len(topics) > 0:
		all = slices.DeleteFunc(slices.Clone(all), func(s *scenarios.Situation) bool { return !slices.Contains(topics, s.Topic) })
	case len(library.Merged) > 0:
		all = slices.DeleteFunc(slices.Clone(all), func(s *scenarios.Situation) bool {
			return !slices.ContainsFunc(library.Merged, func(o pack.Origin) bool { return strings.HasPrefix(s.ID, o.ID+":") })
		})
		fmt.Fprintln(c.sys.Err, "Of the pack's own situations alone: name other topics with --topic, or leave out --pack for the library's.")
	}
	return scenarios.NewBank(library.Bank.Topics(), library.Bank.Principles(), all)
}

// putReport writes a report where it was asked for, unless something is there that it may not replace.
func (c *cli) putReport(p printed, name string, r cohort.Report) (err error) {
	var text []byte
	if p.format == "json" {
		var b bytes.Buffer
		err = plainjson.Write(&b, r)
		text = b.Bytes()
	} else {
		text, err = p.bytes(r.Paper())
	}
	if err != nil {
		return err
	}
	if p.out == "" && (p.format == "md" || p.format == "json") && !c.sys.shows() {
		p.out = "-"
	}
	if p.force {
		path := p.out
		if path == "" {
			path = name + "." + p.format
		}
		if err := c.replaceable(r, path, text); err != nil {
			return err
		}
	}
	return c.place(p, name, text)
}

// take has a pool take in files and folders, and says what is left out. unread is that one of them could not be opened.
func (c *cli) take(pool *cohort.Pool, args []string) (unread bool, err error) {
	paths, err := files(args)
	if err != nil {
		return false, err
	}
	for _, left := range pool.Read(paths) {
		unread = unread || !opens(left.Path)
		fmt.Fprintf(c.sys.Err, "probity: left out %s: %s\n", prose.Line(left.Path), prose.Line(left.Why))
	}
	return unread, nil
}

// errUnread is the end of a count that went without some of the files.
var errUnread = errors.New("not every file could be opened: what is left out is named above")

// largestPage is more bytes than a page on a cohort can have.
const largestPage = 8 << 20

// replaceable is an error where the page that would be replaced could be compared with the new one, to work out somebody's answers.
func (c *cli) replaceable(r cohort.Report, path string, text []byte) error {
	old, err := c.door().Read("page", path, largestPage)
	if err != nil || bytes.Equal(old, text) || r.Replaces(old) {
		return nil // what is wrong with the path, writing it will say
	}
	if r.OtherKind(old) {
		return fmt.Errorf("of the page in %s and the new one, one is of people and the other of learners who are invented, and neither takes the other's "+
			"place: it was left as it is. Give another name", prose.Line(path))
	}
	return fmt.Errorf("the page in %s was made of about as many people, and from the two together one could work out what the "+
		"few answered who set them apart: it was left as it is, and can be replaced once five more have handed their records "+
		"over. If these are quite other people, give another name", prose.Line(path))
}

// opens reports whether a file may be read at all.
func opens(path string) bool {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return false
	}
	return f.Close() == nil
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
		entries, err := os.ReadDir(arg)
		var found []string
		for _, e := range entries {
			if filepath.Ext(e.Name()) == ".toml" && !pack.IsLeftover(e.Name()) {
				found = append(found, filepath.Join(arg, e.Name()))
			}
		}
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
