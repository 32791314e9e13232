package stream

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var crashes = flag.Int("crashes", 4, "after how many of its operations the power of a host is cut; 300 for the proof")

// TestNothingIsLostWhenThePowerIsCut: what a host did to its disk is written down by strace, and done anew up to a moment, with what was not synced by then
// kept, dropped, or some of it torn. A host that is started on that has what was called saved, and nothing that was called forgotten. The name of a
// file is taken to be on the disk with the file, as it is on ext4, XFS and Btrfs.
func TestNothingIsLostWhenThePowerIsCut(t *testing.T) {
	if testing.Short() {
		t.Skip("what is watched is another process, which the race detector does not see")
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("there is no strace that could write down what is done to a disk")
	}
	chance, folder := byChance(t), filepath.Join(t.TempDir(), "host")
	log := filepath.Join(t.TempDir(), "log")
	h := must(begins(folder, strace, "-f", "-y", "-xx", "-s", "9999999", "-o", log, "-e", "trace="+
		"openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat"))(t)
	check(t, h.hear(said{}, -1, "ready"))
	check(t, h.hear(said{}, 100, "")) // more would be long to read: with what is erased whole files are written anew
	check(t, h.in.Close())
	check(t, h.hear(said{}, -1, ""))
	check(t, h.Wait())

	done := must(operations(log, folder))(t)
	begun := slices.IndexFunc(done, func(o operation) bool { return o.said == "ready" })
	if begun < 0 {
		t.Skip("strace may not look at what another process does here")
	}
	ends := []int{len(done)}
	for n := range *crashes - 1 {
		end := begun + chance.IntN(len(done)-begun)
		for n%2 == 0 && done[end-1].said == "" && end < len(done) { // just when something was said
			end++
		}
		ends = append(ends, end)
	}
	slices.Sort(ends)
	d, so, at := newPlatter(), said{}, 0
	for _, end := range ends {
		for ; at < end; at++ {
			check(t, d.does(done[at], so))
		}
		for how, left := range map[string]map[string][]byte{"kept": d.kept(), "dropped": d.dropped(), "torn": d.torn(chance)} {
			t.Run(fmt.Sprintf("operation %d of %d, what was not synced is %s", end, len(done), how), func(t *testing.T) {
				d.lies(t, left, so)
			})
		}
	}
}

// lies has a host look at what a disk holds.
func (d *platter) lies(t *testing.T, left map[string][]byte, so said) {
	folder := t.TempDir()
	for dir := range d.folders {
		check(t, os.MkdirAll(filepath.Join(folder, dir), 0o700))
	}
	for name, text := range left {
		check(t, os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o700))
		check(t, os.WriteFile(filepath.Join(folder, name), text, 0o600))
		for _, one := range d.sealed {
			if so[one.of] > one.n && bytes.Contains(text, one.text) {
				t.Errorf("what was %s at %d is in %s", one.of, one.n, name)
			}
		}
	}
	looks(t, folder, maps.Clone(so))
}

// operation is one that a host did to its disk, or something that it said.
type operation struct {
	call     string
	name, to string // of the files, in the folder
	flags    string
	fd       string
	data     []byte
	at       int64 // where the data goes, or how long the file is from now on
	said     string
	begun    bool // it only begins: what is synced is what is there now
	by       string
}

var (
	called  = regexp.MustCompile(`^(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?`)
	entered = regexp.MustCompile(`^(\d+) +(\w+\(.*) <unfinished \.\.\.>$`)
	resumed = regexp.MustCompile(`^(\d+) +<\.\.\. \w+ resumed>(.*)$`)
	quoted  = regexp.MustCompile(`(?:\\x[0-9a-f]{2})+`)
)

// operations reads what strace wrote down of a folder.
func operations(log, folder string) (all []operation, err error) {
	f, err := os.Open(log)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	begun := map[string]string{}
	for lines := bufio.NewReaderSize(f, 1<<20); ; {
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		line = strings.TrimSuffix(line, "\n")
		if m := entered.FindStringSubmatch(line); m != nil {
			begun[m[1]] = m[1] + " " + m[2]
			if o, ok := operationOf(begun[m[1]]+") = 0", folder); ok && strings.HasSuffix(o.call, "sync") {
				o.begun = true
				all = append(all, o)
			}
			continue
		}
		if m := resumed.FindStringSubmatch(line); m != nil {
			line = begun[m[1]] + m[2]
		}
		if o, ok := operationOf(line, folder); ok {
			all = append(all, o)
		}
	}
}

// operationOf reads a line; false if it did nothing to the folder.
func operationOf(line, folder string) (o operation, ok bool) {
	m := called.FindStringSubmatch(line)
	if m == nil || strings.HasPrefix(m[4], "-") {
		return o, false
	}
	plain := func(s string) string {
		return quoted.ReplaceAllStringFunc(s, func(s string) string {
			text, _ := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
			return string(text)
		})
	}
	inside := func(path string) string {
		in, under := strings.CutPrefix(path, folder+"/")
		if !under {
			return ""
		}
		return in
	}
	// of is the path of what an argument names: a file that is open, or a name in the folder before it.
	of := func(arg string) string {
		_, path, _ := strings.Cut(arg, "<")
		return plain(strings.TrimSuffix(path, ">"))
	}
	below := func(dir, arg string) string {
		path := plain(strings.Trim(arg, `"`))
		if !filepath.IsAbs(path) {
			path = filepath.Join(of(dir), path)
		}
		return inside(path)
	}
	arg := strings.Split(m[3], ", ")
	o = operation{by: m[1], call: m[2], fd: arg[0]}
	switch o.call {
	case "openat":
		o.name, o.flags, o.fd = inside(plain(m[5])), arg[2], m[4]+"<"
	case "write", "pwrite64":
		o.name, o.data = inside(of(arg[0])), []byte(plain(strings.Trim(arg[1], `"`)))
		if o.call == "pwrite64" {
			o.at, _ = strconv.ParseInt(arg[3], 10, 64)
		} else if strings.HasPrefix(o.fd, "1<") {
			o.said = strings.TrimSuffix(string(o.data), "\n")
		}
	case "ftruncate":
		o.name = inside(of(arg[0]))
		o.at, _ = strconv.ParseInt(arg[1], 10, 64)
	case "fsync", "fdatasync":
		o.name = inside(of(arg[0]))
	case "rename":
		o.name, o.to = below("", arg[0]), below("", arg[1])
	case "renameat", "renameat2":
		o.name, o.to = below(arg[0], arg[1]), below(arg[2], arg[3])
	case "unlink", "mkdir":
		o.name = below("", arg[0])
	case "unlinkat", "mkdirat":
		o.name, o.flags = below(arg[0], arg[1]), arg[2]
	}
	o.fd, _, _ = strings.Cut(o.fd, "<")
	return o, o.name != "" || o.said != ""
}
