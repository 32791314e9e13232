package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/guidance/owncopy"
	"probity/progress/disk"
	"probity/scenarios/pack"
	"probity/tui/prose"
	"probity/tui/tutor"
)

// packFingerprint is the command that renews the marks by which own copies are known.
func (c *cli) packFingerprint() *cobra.Command {
	library := ""
	cmd := &cobra.Command{
		Use:   "fingerprint DIR",
		Short: "Renew the marks by which the paragraphs of the documents in a folder are known",
		Long: "DIR holds the documents that the sources were written from. For each clause the paragraph that its locator and extract\n" +
			"point to is found and printed, for you to look through; its fingerprint and signature are written beside the clause. They\n" +
			"hold no sentence of the document. When a paragraph is not found, no file is changed.",
		Args: c.takes(1, 1, "name one folder, the one that holds the documents"),
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := pack.ReadSources(library)
			if err != nil {
				return err
			}
			documents, err := c.documentsIn(args[0])
			if err != nil {
				return err
			}
			return c.renew(files, documents)
		},
	}
	cmd.Flags().StringVar(&library, "library", filepath.Join("guidance", "library"), "folder of the sources' files")
	return cmd
}

// documentsIn reads the documents of a folder. What cannot be read is said, and left out.
func (c *cli) documentsIn(dir string) ([]*owncopy.Document, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading the documents: %w", err)
	}
	var out []*owncopy.Document
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		d, err := owncopy.Read(filepath.Join(dir, e.Name()))
		if err != nil {
			fmt.Fprintf(c.sys.Err, "probity: left out: %s\n", prose.Worded(err))
			continue
		}
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("reading the documents: there are none in %s that can be read", dir)
	}
	return out, nil
}

// renew makes all marks before it writes any file.
func (c *cli) renew(files []pack.SourceFile, documents []*owncopy.Document) error {
	var problems []error
	renewed := map[string][]byte{}
	console := c.console()
	for _, f := range files {
		d := owncopy.Choose(f.Source, documents)
		if d == nil {
			console.Say(f.Source.ID + ": none of the documents, left as it is.\n")
			continue
		}
		text, taken, err := owncopy.Renew(f.Text, f.Source, d)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		console.Say(f.Source.ID + ": " + d.Name + "\n")
		for _, p := range taken {
			console.Say(fmt.Sprintf("%s, %s\n  %s\n", p.Clause, locators(f.Source)[p.Clause], p.Text))
		}
		if !bytes.Equal(text, f.Text) {
			renewed[f.Path] = text
		}
	}
	if len(problems) > 0 {
		return errors.Join(problems...)
	}
	for path, text := range renewed {
		if err := replace(path, text); err != nil {
			return err
		}
	}
	console.Say(fmt.Sprintf("%s changed. Look through the paragraphs above: only a reader can tell that they are the right ones.",
		prose.Capital(prose.Count(float64(len(renewed)), "file"))))
	return nil
}

// locators are where each clause of a source stands.
func locators(s *guidance.Source) map[string]string {
	out := map[string]string{}
	for _, c := range s.Clauses {
		out[c.ID] = c.Locator
	}
	return out
}

// replace writes a file anew, whole or not at all, for whom it was for before.
func replace(path string, text []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("writing the marks: %w", err)
	}
	if err := disk.Real().Deliver(path, info.Mode().Perm(), true, tutor.Holding(text)); err != nil {
		return fmt.Errorf("writing the marks: %w", err)
	}
	return nil
}
