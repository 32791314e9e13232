// What was set aside: torn entries, damaged records, those that a backup replaced, and those of an older schema. They are
// listed, shown and cleared; the tutor itself never looks at them again.

package folder

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"probity/guidance/text"
	"probity/progress"
	"probity/progress/disk"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/tables"
)

// Aside is a file that was set aside, and what it seems to hold.
type Aside struct {
	Belonging
	Answers     int       // whole ones
	Others      int       // other whole entries
	First, Last time.Time // between which these happened; zero without any
	Pieces      int       // entries that are broken
}

// Holds says in words what the file seems to hold.
func (a Aside) Holds() string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{{a.Answers, "answer", "answers"}, {a.Others, "other entry", "other entries"}, {a.Pieces, "broken entry", "broken entries"}} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.one)
		case p.n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.many))
		}
	}
	if len(parts) == 0 {
		return "nothing that reads as an entry"
	}
	return strings.Join(parts, ", ")
}

// Aside lists what was set aside, the oldest of each kind first. It reads each file through.
func (r *Folder) Aside() ([]Aside, error) {
	found, err := r.setAside()
	if err != nil {
		return nil, &file.UnreadableError{What: "data folder", Path: r.dir, Err: err}
	}
	var all []Aside
	for _, b := range found {
		all = append(all, lookedThrough(b))
	}
	return all, nil
}

// setAside lists the files that were set aside.
func (r *Folder) setAside() (all []Belonging, err error) {
	for _, p := range patterns() {
		if p.folder != "" || !strings.HasPrefix(p.name, "progress.") || !strings.Contains(p.name, "*") {
			continue
		}
		found, err := r.matching(p)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// lookedThrough counts what reads as entries, wherever in the file and however damaged the rest is.
func lookedThrough(b Belonging) Aside {
	a, kinds := Aside{Belonging: b}, everyKind()
	_ = eachStretch(b.Path, func(stretch []byte) { a.add(kinds, stretch) }) // a file that can't be read holds nothing to speak of
	return a
}

// eachStretch hands over a file in stretches that may each hold an entry, whatever state they are in.
func eachStretch(path string, deliver func(stretch []byte)) error {
	f, err := disk.OpenRegular(path)
	if err != nil {
		return err
	}
	defer f.Close()
	from := tables.NewChunker(f, 1)
	for {
		c, err := from.Next()
		if err != nil || len(c.Text) == 0 {
			return err
		}
		for _, stretch := range tables.Split(c.Text) {
			deliver(stretch)
		}
	}
}

func (a *Aside) add(kinds journal.Kinds, stretch []byte) {
	stretch = bytes.TrimLeft(stretch, tables.Blanks+"\r\n")
	p := tables.Parse(kinds, stretch)
	header, _, _ := bytes.Cut(stretch, []byte("\n"))
	_, begun := tables.TableName(header)
	switch {
	case p.Size == 0:
		count(&a.Pieces, begun)
		return
	case p.Fact == nil:
		a.Others++
		return
	}
	_, answer := p.Fact.(progress.Answer)
	count(&a.Answers, answer)
	count(&a.Others, !answer)
	_, at := progress.Stamp(p.Fact)
	a.First, a.Last = spanWith(a.First, a.Last, at)
}

// Text returns the beginning of the file, up to limit bytes, made safe to show, and whether there is more.
func (a Aside) Text(limit int) (shown string, more bool, err error) {
	f, err := disk.OpenRegular(a.Path)
	if err != nil {
		return "", false, notShown(err)
	}
	defer f.Close()
	read, err := io.ReadAll(io.LimitReader(f, int64(limit)+1))
	if err != nil {
		return "", false, notShown(err)
	}
	if more = len(read) > limit; more {
		read = read[:limit]
	}
	return text.Block(string(read)), more, nil
}

func notShown(err error) error {
	return &NotDoneError{Doing: "reading what was set aside", Outcome: "The file could not be shown", Err: err}
}

// ClearAside removes files that Aside lists. Its errors are *NotErasedError, or *NotDoneError if it could not begin.
func (r *Folder) ClearAside(files ...Aside) error {
	chosen := make([]Belonging, len(files))
	for i, f := range files {
		chosen[i] = f.Belonging
	}
	return r.removeChosen("clearing what was set aside", "Nothing was cleared", chosen, func() ([]Belonging, error) {
		listed, err := r.Aside()
		offered := make([]Belonging, len(listed))
		for i, a := range listed {
			offered[i] = a.Belonging
		}
		return offered, err
	})
}
