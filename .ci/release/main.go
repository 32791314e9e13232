// Release builds what is given out of Probity, from a clone of the commit that is checked out: for each system an archive and its bill of
// materials, for Linux packages too, and the checksums of all. docs/releases.md says how a release is made.
//
//	go run ./.ci/release
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// target is a system and a processor that the program is built for.
type target struct{ os, arch string }

// targets are all of them.
var targets = []target{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}, {"windows", "arm64"}}

func (t target) String() string { return t.os + "/" + t.arch }

// file is what the program is called there.
func (t target) file() string {
	if t.os == "windows" {
		return "probity.exe"
	}
	return "probity"
}

// wish is what the command was asked for.
type wish struct {
	out  string   // the folder in which everything is put
	only []target // what is built
	most float64  // how large the program may be on linux/amd64, in MB of 1,000,000 bytes
}

func main() {
	w := wish{only: targets}
	flag.StringVar(&w.out, "out", "dist", "the folder in which everything is put: a new or an empty one")
	flag.Float64Var(&w.most, "most", 26, "how large the program may be on linux/amd64, in MB")
	flag.Func("only", "build for these alone, such as linux/amd64,darwin/arm64", func(list string) (err error) {
		w.only, err = chosen(list)
		return err
	})
	flag.Parse()
	if err := w.run(); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// chosen are the targets of a list.
func chosen(list string) (all []target, err error) {
	for name := range strings.SplitSeq(list, ",") {
		system, arch, _ := strings.Cut(name, "/")
		t := target{system, arch}
		if !slices.Contains(targets, t) {
			return nil, fmt.Errorf("%q is none of %v", name, targets)
		}
		all = append(all, t)
	}
	return all, nil
}

// run builds everything.
func (w wish) run() error {
	if there, _ := os.ReadDir(w.out); len(there) > 0 {
		return fmt.Errorf("there is something in %s already: delete it, or name another folder with -out", w.out)
	}
	scratch, err := os.MkdirTemp("", "probity-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	src, err := cloned(filepath.Join(scratch, "source"))
	if err != nil {
		return err
	}
	shared, err := src.shared()
	if err != nil {
		return err
	}
	if err := errors.Join(os.MkdirAll(w.out, 0o755), src.tools()); err != nil {
		return err
	}
	var large error
	for _, t := range w.only {
		program, err := src.build(t)
		if err != nil {
			return err
		}
		fmt.Printf("%-14s %.1f MB\n", t, float64(len(program))/megabyte)
		if t == targets[0] {
			large = fits(len(program), w.most)
		}
		if err := w.pack(src, t, program, shared); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	return errors.Join(writeSums(w.out), large)
}

const megabyte = 1e6

// fits says that a program is too large. Everything is built all the same, to look at.
func fits(size int, most float64) error {
	if float64(size) <= most*megabyte {
		return nil
	}
	return fmt.Errorf("the program has %.1f MB on %s, and %.1f are the most: make it smaller, or allow it with -most", float64(size)/megabyte, targets[0], most)
}

// pack puts the program into an archive, and on Linux into packages, each with what is beside it.
func (w wish) pack(src source, t target, program []byte, shared []file) error {
	name := filepath.Join(w.out, "probity-"+src.name+"-"+t.os+"-"+t.arch)
	if err := src.bill(t, name+".cdx.json"); err != nil {
		return err
	}
	files := append(slices.Clone(shared), file{t.file(), 0o755, program})
	if t.os == "windows" {
		return writeZip(name+".zip", filepath.Base(name), files, src.when)
	}
	if err := writeTar(name+".tar.gz", filepath.Base(name), files, src.when); err != nil || t.os != "linux" {
		return err
	}
	return src.packages(t, w.out, files)
}
