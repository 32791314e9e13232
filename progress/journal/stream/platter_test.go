package stream

import (
	"encoding/hex"
	"errors"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// platter is what a disk holds after some operations: what can be read, and what is there for certain when the power is cut.
type platter struct {
	folders     map[string]bool
	names, safe map[string]*inode // by their names; safe are the names that are there for certain
	offsets     map[string]int64  // of files that are open
	syncing     map[string][]byte // what is being synced, by who does
	sealed      []sealed          // what cannot be there once more is said
}

// sealed is text that cannot be there once a host said more than a number of something.
type sealed struct {
	of   string
	n    int
	text []byte
}

// inode is a file, whatever it is called.
type inode struct {
	now, safe []byte
	always    bool // what is written is synced at once
}

func newPlatter() *platter {
	return &platter{
		folders: map[string]bool{}, names: map[string]*inode{}, safe: map[string]*inode{}, offsets: map[string]int64{},
		syncing: map[string][]byte{},
	}
}

// does does an operation. What the host says is noted.
func (d *platter) does(o operation, so said) error {
	f := d.names[o.name]
	switch {
	case o.said != "":
		return d.heard(o.said, so)
	case o.call == "mkdirat" || o.call == "mkdir":
		d.folders[o.name] = true
	case o.call == "openat":
		d.opens(o, f)
	case strings.HasPrefix(o.call, "rename"):
		moved(d.names, o.name, o.to)
		moved(d.folders, o.name, o.to)
	case strings.HasPrefix(o.call, "unlink"):
		delete(d.names, o.name)
		delete(d.folders, o.name)
	case strings.HasSuffix(o.call, "sync") && f == nil:
		d.syncs(o.name)
	case f == nil: // it has no name any more
	case o.call == "write":
		f.write(o.data, d.offsets[o.fd])
		d.offsets[o.fd] += int64(len(o.data))
	case o.call == "pwrite64":
		f.write(o.data, o.at)
	case o.call == "ftruncate":
		f.now = append(f.now, make([]byte, max(0, o.at-int64(len(f.now))))...)[:o.at]
	case o.begun:
		d.syncing[o.by] = slices.Clone(f.now)
	default:
		d.synced(o, f)
	}
	return nil
}

// moved gives a file another name, or all that is in a folder and that itself.
func moved[T any](names map[string]T, from, to string) {
	for name, f := range maps.Clone(names) {
		if rest, ok := strings.CutPrefix(name, from); ok && (rest == "" || rest[0] == '/') {
			delete(names, name)
			names[to+rest] = f
		}
	}
}

func (d *platter) opens(o operation, f *inode) {
	if f == nil && strings.Contains(o.flags, "O_CREAT") {
		f = &inode{}
		d.names[o.name] = f
	}
	if f == nil {
		return
	}
	if d.offsets[o.fd] = 0; strings.Contains(o.flags, "O_TRUNC") {
		f.now = nil
	}
	f.always = strings.Contains(o.flags, "O_SYNC")
}

func (f *inode) write(data []byte, at int64) {
	f.now = append(f.now, make([]byte, max(0, at+int64(len(data))-int64(len(f.now))))...)
	if copy(f.now[at:], data); f.always {
		f.safe = slices.Clone(f.now)
	}
}

// synced is a file that was synced, with its name.
func (d *platter) synced(o operation, f *inode) {
	text, begun := d.syncing[o.by]
	if delete(d.syncing, o.by); !begun {
		text = slices.Clone(f.now)
	}
	f.safe = text
	for name, other := range d.safe {
		if other == f {
			delete(d.safe, name)
		}
	}
	d.safe[o.name] = f
}

// syncs syncs the names in a folder.
func (d *platter) syncs(folder string) {
	for name := range d.safe {
		if filepath.Dir(name) == folder {
			delete(d.safe, name)
		}
	}
	for name, f := range d.names {
		if filepath.Dir(name) == folder {
			d.safe[name] = f
		}
	}
}

// heard notes what the host says.
func (d *platter) heard(line string, so said) error {
	if word := strings.Fields(line); len(word) == 5 && word[0] == "sealed" {
		seal, err := hex.DecodeString(word[4])
		n, wrong := strconv.Atoi(word[3])
		d.sealed = append(d.sealed, sealed{word[1] + " " + word[2], n, seal})
		return errors.Join(err, wrong)
	}
	return so.hear(line)
}

// kept is the disk with all that was done.
func (d *platter) kept() map[string][]byte {
	return texts(d.names, func(f *inode) []byte { return f.now })
}

// dropped is the disk with what was synced.
func (d *platter) dropped() map[string][]byte {
	return texts(d.safe, func(f *inode) []byte { return f.safe })
}

// torn is the disk with some of what was not synced, and with the end of a file missing.
func (d *platter) torn(chance *rand.Rand) map[string][]byte {
	names := d.names
	if chance.IntN(2) == 0 {
		names = d.safe
	}
	return texts(names, func(f *inode) []byte {
		switch chance.IntN(3) {
		case 0:
			return f.safe
		case 1:
			return f.now
		}
		least := min(len(f.safe), len(f.now))
		return f.now[:least+chance.IntN(len(f.now)-least+1)]
	})
}

func texts(names map[string]*inode, of func(*inode) []byte) map[string][]byte {
	all := map[string][]byte{}
	for name, f := range names {
		all[name] = slices.Clone(of(f))
	}
	return all
}
