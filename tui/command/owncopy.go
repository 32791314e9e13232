package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/guidance/owncopy"
	"probity/progress/plainjson"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// importCopies is the command that takes the learner's own copies of documents.
func (c *cli) importCopies() *cobra.Command {
	id := ""
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Show the original wording from your own copies of the documents",
		Long: "Each FILE is a document that Probity teaches from: plain text, Markdown, a saved web page, or PDF where poppler is\n" +
			"installed. Which one it is is found out, and from then on each extract shows its original paragraph. The paragraphs are\n" +
			"kept in the data folder and nowhere else. When one of the files cannot be used, none is imported.",
		Example: "  probity guidance import guidance.pdf leaflet.html\n  probity guidance import both.txt --source gmc-social-2024",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return misused("name the files to import; to search for the word, say probity guidance -- import")
			case len(args) > 1 && id != "":
				return misused("--source says what one file is: import one file at a time with it")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			t, _, err := c.desk(cmd)
			if err != nil {
				return err
			}
			sources := t.Library.Pack().Guidance.Sources()
			if id != "" {
				s, ok := t.Library.Pack().Guidance.Source(id)
				if !ok {
					return misused("there is no source %q: probity guidance sources lists them", id)
				}
				sources = []*guidance.Source{s}
			}
			return c.imported(t, args, sources)
		},
	}
	cmd.Flags().StringVar(&id, "source", "", "the id of the source that the file is a copy of, where it does not show")
	return cmd
}

// importing is one file on its way in.
type importing struct {
	document *owncopy.Document
	source   *guidance.Source
	copy     *owncopy.Copy
}

// imported reads all the files before it keeps any.
func (c *cli) imported(t *tutor.Tutor, files []string, sources []*guidance.Source) error {
	var all []importing
	wrong := 0
	for _, file := range files {
		in, err := c.recognised(file, sources)
		for _, other := range all {
			if err == nil && other.source == in.source {
				err = fmt.Errorf("reading %s: %s is a copy of %s too; name one of them", in.document.Name, other.document.Name, in.source.Title)
			}
		}
		if err != nil {
			wrong++
			fmt.Fprintf(c.sys.Err, "probity: %s\n", prose.Worded(err))
			continue
		}
		all = append(all, in)
	}
	if wrong > 0 {
		return errors.New("nothing was imported; mend or leave out the above, then import again")
	}
	for _, in := range all {
		if err := t.Copies.Keep(in.copy); err != nil {
			return err
		}
		c.console().Say(in.report())
	}
	return nil
}

// recognised reads a file and finds its paragraphs. With one source, the file must be a copy of that.
func (c *cli) recognised(file string, sources []*guidance.Source) (in importing, err error) {
	if in.document, err = c.document(file); err != nil {
		return in, err
	}
	in.source, err = owncopy.Recognise(in.document, sources)
	var several *owncopy.SeveralError
	switch {
	case errors.As(err, &several):
		return in, fmt.Errorf("%w: add --source with %s", err, strings.Join(ids(several.Sources), " or "))
	case errors.Is(err, owncopy.ErrUnknown) && len(sources) == 1:
		return in, fmt.Errorf("recognising %s: it is no copy of %s; choose another file, or leave out --source", in.document.Name, sources[0].Title)
	case err != nil:
		return in, err
	}
	in.copy = owncopy.Compare(in.document, in.source, c.sys.Now())
	return in, nil
}

// document reads a copy. On a host it is text: nobody's PDF is given to a program there.
func (c *cli) document(path string) (*owncopy.Document, error) {
	if c.sys.Host == nil {
		return owncopy.Read(path)
	}
	raw, err := c.door().Read("copy", path, owncopy.MaxText)
	if err != nil {
		return nil, err
	}
	if path == "-" {
		path = "what came in"
	}
	return owncopy.Parse(path, raw)
}

func ids(sources []*guidance.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.ID)
	}
	return out
}

// report is what was found of a source in its copy.
func (in importing) report() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: a copy of %s (%s, %s).\n", in.document.Name, in.source.Title, in.source.Publisher, in.source.Edition())
	for _, m := range []owncopy.Match{owncopy.Same, owncopy.Reworded, owncopy.Missing} {
		fmt.Fprintf(&b, "  %s: %d\n", prose.Capital(string(m)), in.copy.Count(m))
		for i, p := range in.copy.Paragraphs {
			if p.Match == m && m != owncopy.Same {
				fmt.Fprintf(&b, "    %s, %s\n", p.Clause, in.source.Clauses[i].Locator)
			}
		}
	}
	if n := in.document.Dropped; n > 0 {
		fmt.Fprintf(&b, "  %s left out that cannot be shown\n", prose.Count(float64(n), "character"))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// sources is the command that lists the documents and the learner's own copies of them.
func (c *cli) sources() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "List the documents, and your own copies of them",
		Args:  c.noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			t, damage, err := c.desk(cmd)
			if err != nil {
				return err
			}
			var all []sourceJSON
			for _, s := range t.Library.Pack().Guidance.Sources() {
				all = append(all, sourceOf(s, t.Copies.All()))
			}
			if asJSON {
				return cmp.Or(plainjson.Write(c.sys.Out, all), damage)
			}
			for i, s := range all {
				if i > 0 {
					fmt.Fprintln(c.sys.Out)
				}
				if _, err := io.WriteString(c.sys.Out, prose.Text(s.String())); err != nil {
					return fmt.Errorf("writing: %w", err)
				}
			}
			return damage
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, with names that stay")
	return cmd
}

// The shape of probity guidance sources --json. The names are promised to scripts: they stay.
type (
	sourceJSON struct {
		ID         string    `json:"id"`
		Title      string    `json:"title"`
		Publisher  string    `json:"publisher"`
		Edition    string    `json:"edition"`
		Status     string    `json:"status"`
		Country    string    `json:"country"`
		Paragraphs int       `json:"paragraphs"`
		Checked    string    `json:"checked"` // 2006-01-02
		URL        string    `json:"url,omitempty"`
		Copy       *copyJSON `json:"own_copy"` // null for none
		Problem    string    `json:"problem,omitempty"`
	}
	copyJSON struct {
		File     string `json:"file"`
		Imported string `json:"imported"` // RFC 3339
		Same     int    `json:"same_wording"`
		Reworded int    `json:"reworded"`
		Missing  int    `json:"not_found"`
	}
)

func sourceOf(s *guidance.Source, copies tutor.CopySet) sourceJSON {
	out := sourceJSON{
		ID: s.ID, Title: prose.Line(s.Title), Publisher: prose.Line(s.Publisher), Edition: prose.Line(s.Edition()), Status: string(s.Status),
		Country: string(s.Jurisdiction), Paragraphs: len(s.Clauses), Checked: s.Checked.Format(time.DateOnly), URL: prose.Line(s.URL),
	}
	if own := copies.Copies[s.ID]; own != nil {
		out.Copy = &copyJSON{prose.Line(own.File), own.Imported.Format(time.RFC3339),
			own.Count(owncopy.Same), own.Count(owncopy.Reworded), own.Count(owncopy.Missing)}
	}
	if err := copies.Unread[s.ID]; err != nil {
		out.Problem = prose.Worded(err)
	}
	return out
}

// String is a source as people read it.
func (s sourceJSON) String() string {
	out := fmt.Sprintf("%s\n  %s (%s, %s)\n  %s, %s; %s, last checked on %s\n", s.ID, s.Title, s.Publisher, s.Edition,
		prose.Capital(s.Status), guidance.Jurisdiction(s.Country).Short(), prose.Count(float64(s.Paragraphs), "paragraph"), s.Checked)
	if s.URL != "" {
		out += "  The original: " + s.URL + "\n"
	}
	return out + "  Own copy: " + s.own() + "\n"
}

// own says what there is of the learner's own copy.
func (s sourceJSON) own() string {
	switch {
	case s.Problem != "":
		return "not used. " + prose.Capital(s.Problem)
	case s.Copy == nil:
		return "none"
	}
	return fmt.Sprintf("%s, imported on %.10s: %d with the same wording, %d reworded, %d not found",
		s.Copy.File, s.Copy.Imported, s.Copy.Same, s.Copy.Reworded, s.Copy.Missing)
}

// forget is the command that removes the learner's own copy of a document.
func (c *cli) forget() *cobra.Command {
	return &cobra.Command{
		Use:   "forget SOURCE",
		Short: "Remove your own copy of a document from the data folder",
		Args:  c.takes(1, 1, "name one source by its id; probity guidance sources lists them"),
		RunE: func(cmd *cobra.Command, args []string) error {
			t, _ := c.open(cmd) // a damaged record keeps no one from this
			c.notify(t.Notices())
			return c.forgotten(t, args[0])
		},
	}
}

// forgotten removes the copy of a source.
func (c *cli) forgotten(t *tutor.Tutor, source string) error {
	if err := t.Copies.Forget(source); err != nil {
		return err
	}
	c.console().Say("Removed: the copy of " + source + ". The file that you imported is where it was.")
	return nil
}
