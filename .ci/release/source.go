package main

import (
	"bytes"
	"debug/buildinfo"
	"debug/elf"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// source is a clone of the commit that is released.
type source struct {
	dir    string
	commit string
	when   time.Time // of the commit: of every file that is given out
	name   string    // the version, and of what has no tag the commit
	bin    string    // where the tools are
}

// file is one that is given out.
type file struct {
	name string // with slashes
	mode os.FileMode
	data []byte
}

// cloned clones what is checked out: so a release is of a commit and of nothing else that lies there, and Go notes the commit, which it does
// not in a work tree of git's.
func cloned(dir string) (s source, err error) {
	if changed, err := output("", nil, "git", "status", "--porcelain"); err != nil {
		return s, fmt.Errorf("a release is made in a clone of the source, with git: %w", err)
	} else if len(changed) > 0 {
		fmt.Println("What is not committed is not in it.")
	}
	top, err := output("", nil, "git", "rev-parse", "--show-toplevel")
	if err != nil {
		return s, err
	}
	if _, err := output("", nil, "git", "clone", "-q", top, dir); err != nil {
		return s, err
	}
	s.dir = dir
	said, err := output(dir, nil, "git", "log", "-1", "--format=%H %ct")
	if err != nil {
		return s, err
	}
	commit, at, _ := strings.Cut(said, " ")
	seconds, err := strconv.ParseInt(at, 10, 64)
	s.commit, s.when = commit, time.Unix(seconds, 0).UTC()
	return s, err
}

// environment is that of a build: nothing of the machine decides what comes out.
func environment(t target) []string {
	return append(os.Environ(), "GOOS="+t.os, "GOARCH="+t.arch, "CGO_ENABLED=0", "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=-mod=readonly", "GOWORK=off")
}

// program is where that of a target is built.
func (s source) program(t target) string {
	return filepath.Join(filepath.Dir(s.dir), t.os+"-"+t.arch, t.file())
}

// build is the program for a target: it needs no library, where the system lets it, and says of which commit it is.
func (s source) build(t target) ([]byte, error) {
	path := s.program(t)
	if _, err := output(s.dir, environment(t), "go", slices.Concat([]string{"build"}, flags(), []string{"-o", path, "."})...); err != nil {
		return nil, err
	}
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return nil, err
	}
	noted := map[string]string{}
	for _, setting := range info.Settings {
		noted[setting.Key] = setting.Value
	}
	if noted["vcs.revision"] != s.commit || noted["vcs.modified"] != "false" {
		return nil, fmt.Errorf("%s says that it is of commit %q (changed: %s), not of %s", t, noted["vcs.revision"], noted["vcs.modified"], s.commit)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if t.os == "linux" {
		err = static(program)
	}
	return program, err
}

// static says what a program for Linux needs beside it.
func static(program []byte) error {
	binary, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		return err
	}
	libraries, _ := binary.ImportedLibraries()
	loader := slices.ContainsFunc(binary.Progs, func(p *elf.Prog) bool { return p.Type == elf.PT_INTERP })
	if loader || len(libraries) > 0 {
		return fmt.Errorf("the program is not static: it needs %v, and a loader: %v", libraries, loader)
	}
	return nil
}

// shared is what is given out beside the program, the same for every target. The program of this machine writes what it knows of itself.
func (s *source) shared() ([]file, error) {
	if _, err := s.build(target{runtime.GOOS, runtime.GOARCH}); err != nil {
		return nil, err
	}
	if err := s.named(); err != nil {
		return nil, err
	}
	licences, err := s.licences()
	if err != nil {
		return nil, err
	}
	files := []file{{"LICENCES", 0o644, licences}}
	for _, one := range []struct{ name, asked string }{
		{manual, "manual"}, {"completions/probity.bash", "completion bash"}, {"completions/_probity", "completion zsh"},
		{"completions/probity.fish", "completion fish"}, {"completions/probity.ps1", "completion powershell"},
	} {
		said, err := s.ask(strings.Fields(one.asked)...)
		if err != nil {
			return nil, err
		}
		files = append(files, file{one.name, 0o644, []byte(said + "\n")})
	}
	pages, err := s.pages()
	return append(files, pages...), err
}

// pages are those that README.md leads to, and itself.
func (s source) pages() (files []file, err error) {
	for _, pattern := range []string{"*.md", "LICENSE*", "docs/*.md", "docs/*.svg", "docs/*.service", "docs/Containerfile"} {
		paths, err := filepath.Glob(filepath.Join(s.dir, filepath.FromSlash(pattern)))
		if err != nil || len(paths) == 0 {
			return nil, fmt.Errorf("there is no %s: %w", pattern, err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			name, _ := filepath.Rel(s.dir, path)
			files = append(files, file{filepath.ToSlash(name), 0o644, data})
		}
	}
	return files, nil
}

// ask runs the program of this machine.
func (s source) ask(args ...string) (string, error) {
	env := append(os.Environ(), "TERM=dumb", "PROBITY_DATA="+filepath.Join(s.dir, "..", "data"))
	return output(s.dir, env, s.program(target{runtime.GOOS, runtime.GOARCH}), args...)
}

// named finds the version that the program says it is.
func (s *source) named() error {
	said, err := s.ask("--version")
	if err != nil {
		return err
	}
	found := regexp.MustCompile(`^probity version (\d+\.\d+\.\d+)\n`).FindStringSubmatch(said)
	if found == nil {
		return fmt.Errorf("the program does not say its version: %q", said)
	}
	tags, err := output(s.dir, nil, "git", "tag", "--points-at", "HEAD", "--list", "v[0-9]*")
	if err != nil {
		return err
	}
	changes, err := os.ReadFile(filepath.Join(s.dir, "CHANGELOG.md"))
	if err != nil {
		return err
	}
	s.name, err = called(found[1], strings.Fields(tags), string(changes), s.commit, s.when)
	return err
}

// called is what a release is called: by its version where the commit has its tag and the list of changes has its heading, else by what it is
// before that version.
func called(version string, tags []string, changes, commit string, when time.Time) (string, error) {
	switch {
	case len(tags) == 0:
		return version + "-" + when.Format("20060102") + "." + commit[:12], nil
	case !slices.Contains(tags, "v"+version):
		return "", fmt.Errorf("the commit is tagged %v and the program says that it is %s: let them agree", tags, version)
	case !regexp.MustCompile(`(?m)^## ` + regexp.QuoteMeta(version) + ` `).MatchString(changes):
		return "", fmt.Errorf("CHANGELOG.md has no heading “## %s – DATE”: say what has changed", version)
	}
	return version, nil
}

// output runs a command and returns what it prints, without the last newline.
func output(dir string, env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, env
	var said, failed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &failed
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s", cmd, err, failed.String())
	}
	return strings.TrimRight(said.String(), "\n"), nil
}
