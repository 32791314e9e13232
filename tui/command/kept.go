// The record as the commands of data need it, wherever it is kept.

package command

import (
	"fmt"
	"io"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/tui/tutor"
)

// kept is a record in a folder, or on a host.
type kept interface {
	tutor.File
	History() (*progress.History, error)
	Reading() (*progress.Reading, error)
	Pseudonym(first string) (string, error)
	// Belongings are all that is kept for the learner. EraseAll removes it, and returns what was removed.
	Belongings() ([]folder.Belonging, error)
	EraseAll() ([]folder.Belonging, error)
}

// kept opens the record, in the data folder or on the host.
func (c *cli) kept() (kept, error) {
	if h := c.sys.Host; h != nil {
		return withFiles{h.Record, h.Files}, nil
	}
	r, err := c.record()
	if r == nil {
		return nil, err
	}
	return r, err
}

// withFiles is a record on a host, with the learner's own files there.
type withFiles struct {
	*hosted.Record
	files tutor.OwnFiles
}

// Belongings are those of the record, and the files.
func (w withFiles) Belongings() ([]folder.Belonging, error) {
	all, err := w.Record.Belongings()
	if err != nil {
		return nil, err
	}
	names, err := w.files.List()
	for _, name := range names {
		all = append(all, folder.Belonging{Path: name, What: "a file of yours on this server", Size: w.size(name)})
	}
	return all, err
}

// size is how large a file is; folder.SizeUnknown where it cannot be read.
func (w withFiles) size(name string) int64 {
	f, err := w.files.Open(name)
	if err != nil {
		return folder.SizeUnknown
	}
	defer f.Close()
	n, err := io.Copy(io.Discard, f)
	if err != nil {
		return folder.SizeUnknown
	}
	return n
}

// EraseAll removes the files, and then the record.
func (w withFiles) EraseAll() (removed []folder.Belonging, err error) {
	names, err := w.files.List()
	for _, name := range names {
		if err == nil {
			err = w.files.Remove(name)
		}
		removed = append(removed, folder.Belonging{Path: name})
	}
	if err != nil {
		return nil, fmt.Errorf("erasing your files: %w", err)
	}
	of, err := w.Record.EraseAll()
	return append(removed, of...), err
}

// others are what is in the data folder and not Probity's. On a host there is no such thing.
func others(r kept) []string {
	if f, ok := r.(*folder.Folder); ok {
		return f.Others()
	}
	return nil
}

// rescued are the files in other folders with what could not be saved. On a host there are none.
func rescued(r kept) []folder.Belonging {
	if f, ok := r.(*folder.Folder); ok {
		return f.RescuedElsewhere()
	}
	return nil
}

// incoming is a file on its way into the record.
type incoming struct {
	preview func() (m folder.Merged, unknown int, err error)
	merge   func() (folder.Merged, error)
	through bool // it comes through the session, so that nothing else can
}

// largestRecord is more bytes than a record on its way to a host can have.
const largestRecord = 64 << 20

// importing is the file at a path, on its way into the record.
func (c *cli) importing(path string) (incoming, error) {
	h := c.sys.Host
	if h == nil {
		r, err := c.record()
		return incoming{
			preview: func() (folder.Merged, int, error) { m, err := r.PreviewMerge(path); return m, 0, err },
			merge:   func() (folder.Merged, error) { return r.Merge(path) },
		}, err
	}
	text, err := c.door().Read("record", path, largestRecord)
	name := path
	if path == "-" {
		name = "what came in"
	}
	return incoming{
		preview: func() (folder.Merged, int, error) {
			u, err := h.Record.PreviewMerge(name, text)
			return u.Merged, u.Unknown, err
		},
		merge:   func() (folder.Merged, error) { u, err := h.Record.Merge(name, text); return u.Merged, err },
		through: path == "-",
	}, err
}
