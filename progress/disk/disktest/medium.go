package disktest

import (
	"path"
	"strings"
)

// medium is a disk without a journal: what it holds for sure, and what has been asked of it since, which it may have done in part and in any order.
type medium struct {
	files map[int]*content
	names map[string][]entry // by path: what surely had the name, and what had it after each step since
	free  int                // the next number of a file
}

// entry is what has a name.
type entry struct {
	file   int    // the number of a file; nothing and folder are none
	moved  string // the name that the file has instead: a name goes in a renaming once the other is there
	movedN int    // at which place among those that the other name had
}

// What a name may have instead of a file.
const (
	nothing = -1
	folder  = -2
)

// content is what is in a file.
type content struct {
	safe  []byte   // what was seen to the disk
	since [][]byte // the whole of it after each step since
}

// now is what a program reads.
func (c *content) now() []byte {
	if len(c.since) > 0 {
		return c.since[len(c.since)-1]
	}
	return c.safe
}

// holding is a disk with a tree on it.
func holding(tree map[string]string) *medium {
	m := &medium{files: map[int]*content{}, names: map[string][]entry{}}
	for _, name := range paths(tree) {
		if bare, isFolder := strings.CutSuffix(name, "/"); isFolder {
			m.names[bare] = []entry{{file: folder}}
			continue
		}
		m.names[name] = []entry{{file: m.free}}
		m.files[m.free] = &content{safe: []byte(tree[name])}
		m.free++
	}
	return m
}

// had is all that a name may have.
func (m *medium) had(name string) []entry {
	if m.names[name] == nil {
		m.names[name] = []entry{{file: nothing}}
	}
	return m.names[name]
}

// set gives a name to something.
func (m *medium) set(name string, e entry) { m.names[name] = append(m.had(name), e) }

// has is what a program finds under a name.
func (m *medium) has(name string) entry { all := m.had(name); return all[len(all)-1] }

// apply makes a change. name and to are its paths within the root.
func (m *medium) apply(c change, name, to string, open map[any]int) {
	switch c.Name {
	case "Open":
		m.set(name, entry{file: m.free})
		m.files[m.free] = &content{}
		open[c.File] = m.free
		m.free++
	case "Write":
		f := m.opened(c, name, open)
		f.since = append(f.since, append(f.now()[:c.at:c.at], c.Text...))
	case "Truncate":
		f := m.opened(c, name, open)
		f.since = append(f.since, f.now()[:c.Size:c.Size])
	case "Sync":
		f := m.opened(c, name, open)
		f.safe, f.since = f.now(), nil
	case "Rename", "RenameNew":
		m.set(to, entry{file: m.has(name).file})
		m.set(name, entry{file: nothing, moved: to, movedN: len(m.had(to)) - 1})
	case "Remove":
		m.set(name, entry{file: nothing})
	case "MakeFolder":
		m.set(name, entry{file: folder})
	case "SyncFolder":
		m.syncFolder(name)
	}
}

// opened is the content of a file that is open.
func (m *medium) opened(c change, name string, open map[any]int) *content {
	if number, made := open[c.File]; made {
		return m.files[number]
	}
	return m.files[m.has(name).file]
}

// syncFolder makes what is in a folder sure.
func (m *medium) syncFolder(name string) {
	for other, all := range m.names {
		if path.Dir(other) == name {
			m.names[other] = []entry{{file: all[len(all)-1].file}}
		}
	}
}
