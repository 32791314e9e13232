package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// module is one that a package is of, as go list says it.
type module struct {
	Path, Version, Dir string
	Main               bool
	Replace            *module
}

// built is a package that the program is built from, as go list says it.
type built struct {
	ImportPath, Dir string
	Standard        bool
	EmbedFiles      []string
	Module          *module
}

// licence is a file that says on what terms something is given.
var licence = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying|copyright|notice|patents)([-._][-._a-z0-9]*)?$`)

// notSo are files of that name that are none.
var notSo = regexp.MustCompile(`(?i)\.(go|toml|ya?ml|json|sh)$`)

// licences are the texts of all licences of what the program is built from on any target: the project's own and those of what it carries,
// of Go, and of every module.
func (s source) licences() ([]byte, error) {
	root, err := output(s.dir, nil, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	of := map[string]map[string]string{} // texts by their paths, by whose they are
	for _, t := range targets {
		said, err := output(s.dir, environment(t), "go", "list", "-deps", "-json=ImportPath,Dir,Standard,EmbedFiles,Module", ".")
		if err != nil {
			return nil, err
		}
		for read := json.NewDecoder(strings.NewReader(said)); ; {
			var p built
			if err := read.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, err
			}
			whose, top := p.owner(s, root)
			if of[whose] == nil {
				of[whose] = map[string]string{}
			}
			if err := p.collect(top, of[whose]); err != nil {
				return nil, err
			}
		}
	}
	return listed(s.name, of)
}

// owner is whose a package is, and the folder at which that begins. What stands in for a module is the project's own.
func (p built) owner(s source, root string) (whose, top string) {
	m := p.Module
	switch {
	case p.Standard:
		return "Go and its library", root
	case m.Main, m.Replace != nil && m.Replace.Version == "":
		return "", s.dir
	case m.Replace != nil:
		m = m.Replace
	}
	return m.Path + " " + m.Version, p.Module.Dir
}

// collect takes the licences that stand beside a package and beside what it embeds, and those above them.
func (p built) collect(top string, texts map[string]string) error {
	begin := map[string]bool{p.Dir: true}
	for _, name := range p.EmbedFiles {
		begin[filepath.Dir(filepath.Join(p.Dir, name))] = true
	}
	for dir := range begin {
		for within(dir, top) {
			if err := beside(dir, top, texts); err != nil {
				return err
			}
			dir = filepath.Dir(dir)
		}
	}
	return nil
}

func within(dir, top string) bool {
	way, err := filepath.Rel(top, dir)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// beside takes the licences of one folder.
func beside(dir, top string, texts map[string]string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() || !licence.MatchString(e.Name()) || notSo.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(top, filepath.Join(dir, e.Name()))
		texts[filepath.ToSlash(name)] = strings.ReplaceAll(string(text), "\r\n", "\n")
	}
	return nil
}

// listed is one text of all. What has no licence may not be given out.
func listed(version string, of map[string]map[string]string) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Probity %s is free: the program under the MIT licence, its situations and extracts under CC BY-SA 4.0.\n"+
		"Both follow, and then the licences of everything else that it is made of, on any system.\n", version)
	for _, whose := range slices.Sorted(maps.Keys(of)) {
		if len(of[whose]) == 0 {
			return nil, fmt.Errorf("there is no licence of %s: what has none may not be given out", whose)
		}
		for _, name := range slices.Sorted(maps.Keys(of[whose])) {
			fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 79), strings.TrimLeft(whose+": "+name, ": "), strings.Trim(of[whose][name], "\n"))
		}
	}
	return b.Bytes(), nil
}
