package disktest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress/disk"
)

// State is what may be found after the power was cut.
type State struct {
	Tree map[string]string // as Tree has it
	Done bool              // every step was made before: what was being done had been said to be done
	When string            // after which step it was, for whoever reads that a test failed
}

// most is how many states are looked at of those that there may be after one step. Of more, so many are taken by chance.
const most = 400

// States are what may be found when the power is cut before, between and after the steps that were recorded: each once.
func (r *Recorder) States(chance *rand.Rand) (all []State) {
	seen := map[string]bool{}
	for n := range len(r.changes) + 1 {
		when, done := "before the first step", n == len(r.changes)
		if n > 0 {
			when = fmt.Sprintf("after step %d of %d, %s", n, len(r.changes), r.names()[n-1])
		}
		for _, tree := range r.after(n).trees(chance) {
			if key := fmt.Sprint(done, written(tree)); !seen[key] {
				seen[key] = true
				all = append(all, State{tree, done, when})
			}
		}
	}
	return all
}

// written is a tree as one text.
func written(tree map[string]string) string {
	var b strings.Builder
	for _, name := range paths(tree) {
		fmt.Fprintf(&b, "%q %q\n", name, tree[name])
	}
	return b.String()
}

// after is the disk after some of the changes.
func (r *Recorder) after(n int) *medium {
	m, open := holding(r.before), map[any]int{}
	for _, c := range r.changes[:n] {
		name, here := r.within(c.Path)
		to, _ := r.within(c.To)
		if here {
			m.apply(c, name, to, open)
		}
	}
	return m
}

// choice is what a disk has made of all that it was asked: which of its entries each name has, and which of its contents each file.
type choice struct {
	names map[string]int
	files map[int]int
}

// trees are what the disk may hold.
func (m *medium) trees(chance *rand.Rand) (all []map[string]string) {
	contents := map[int][][]byte{}
	var dials []int // how many ways there are for each
	for _, name := range paths(m.names) {
		dials = append(dials, len(m.names[name]))
	}
	for file := range m.free {
		contents[file] = m.files[file].variants()
		dials = append(dials, len(contents[file]))
	}
	total := 1
	for _, ways := range dials {
		total = min(total*ways, 1<<30)
	}
	for i := range min(total, most) {
		if total > most && i > 1 { // the first is all old, the second all new
			i = chance.IntN(total)
		} else if i == 1 && total > most {
			i = total - 1
		}
		if tree := m.tree(m.chosen(i, dials), contents); tree != nil {
			all = append(all, tree)
		}
	}
	return all
}

// chosen are the ways of a number.
func (m *medium) chosen(number int, dials []int) choice {
	c := choice{map[string]int{}, map[int]int{}}
	for i, name := range paths(m.names) {
		c.names[name], number = number%dials[i], number/dials[i]
	}
	for file := range m.free {
		ways := dials[len(m.names)+file]
		c.files[file], number = number%ways, number/ways
	}
	return c
}

// tree is what is found; nil for what no disk does.
func (m *medium) tree(c choice, contents map[int][][]byte) map[string]string {
	tree := map[string]string{}
	for _, name := range paths(m.names) {
		e := m.names[name][c.names[name]]
		if e.moved != "" && c.names[e.moved] < e.movedN {
			return nil
		}
		if above := path.Dir(name); above != "." {
			if _, there := tree[above+"/"]; !there {
				continue // it went with its folder
			}
		}
		switch e.file {
		case nothing:
		case folder:
			tree[name+"/"] = ""
		default:
			tree[name] = string(contents[e.file][c.files[e.file]])
		}
	}
	return tree
}

// variants are what may be in a file, the old first and the new last: all of what was written since, none of it, a part of it, and zeros in the place
// of all or a part of it.
func (c *content) variants() [][]byte {
	all := [][]byte{c.safe}
	if len(c.since) == 0 {
		return all
	}
	before := c.safe
	for _, text := range c.since {
		if grown := len(text) - len(before); grown > 0 && bytes.HasPrefix(text, before) {
			half := len(before) + grown/2
			all = append(all, text[:half], zeroed(c.now(), len(before), len(text)), zeroed(c.now(), half, len(text)))
			for from := len(before); from < len(text); from = pageAfter(from) {
				all = append(all, zeroed(c.now(), from, pageAfter(from)))
			}
		}
		all = append(all, text)
		before = text
	}
	return all
}

// pageAfter is where the page ends that a place is in. Systems write pages, in any order.
func pageAfter(place int) int { return (place/disk.Page + 1) * disk.Page }

// zeroed is a text with zeros from one place to another, as far as it reaches.
func zeroed(text []byte, from, to int) []byte {
	text = bytes.Clone(text)
	from, to = min(from, len(text)), min(to, len(text))
	clear(text[from:to])
	return text
}

// Lay puts a state into a folder, which is empty.
func (s State) Lay(t testing.TB, dir string) {
	t.Helper()
	for _, name := range paths(s.Tree) {
		place := filepath.Join(dir, filepath.FromSlash(name))
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.Mkdir(place, disk.FolderMode)
		} else {
			err = os.WriteFile(place, []byte(s.Tree[name]), disk.FileMode)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
