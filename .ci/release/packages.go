package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	_ "embed"
)

// The tools of others, by their versions. They are no dependencies of the program: go.mod does not know them.
const (
	nfpm      = "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.0"
	cyclonedx = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"
)

// layout says where a package puts its files.
//
//go:embed nfpm.yaml
var layout []byte

// manual is the manual page, which packages have compressed.
const manual = "probity.1"

// tools installs them, in the cache of whoever makes the release: what is there already is left.
func (s *source) tools() error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	s.bin = filepath.Join(cache, "probity-release")
	for _, tool := range []string{nfpm, cyclonedx} {
		if _, err := output("", append(os.Environ(), "GOBIN="+s.bin, "GOFLAGS=-mod=readonly"), "go", "install", tool); err != nil {
			return err
		}
	}
	return nil
}

// bill writes the bill of materials of a target: every module that the program has there, with its checksum and what its licence looks like.
func (s source) bill(t target, name string) error {
	said, err := output(s.dir, environment(t), filepath.Join(s.bin, "cyclonedx-gomod"), "app", "-json", "-std", "-licenses", "-noserial", "-notimestamp",
		"-main", ".", s.dir)
	if err != nil {
		return err
	}
	modules, err := output(s.dir, nil, "go", "mod", "edit", "-json")
	if err != nil {
		return err
	}
	said, err = standIns(said, modules)
	if err != nil {
		return err
	}
	data, err := nobodys(said)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// What the program, with its library, and what stands in for modules are given under: the tool takes one text of two, or none.
const (
	ownLicence     = "MIT AND CC-BY-SA-4.0"
	standInLicence = "MIT"
)

// licensed says of what is Probity's own what it is given under, and not where a module is that it stands in for.
func licensed(all map[string]any) {
	about, _ := all["metadata"].(map[string]any)
	parts, _ := all["components"].([]any)
	for _, part := range append([]any{about["component"]}, parts...) {
		own, _ := part.(map[string]any)
		name, _ := own["name"].(string)
		licence := standInLicence
		if name == "probity" {
			licence = ownLicence
		} else if !strings.HasPrefix(name, "probity/") {
			continue
		}
		delete(own, "externalReferences")
		delete(own, "evidence")
		own["licenses"] = []any{map[string]any{"expression": licence}}
	}
}

// nobodys is a bill without the checksums of the tool that made it, which differ between machines.
func nobodys(bill string) ([]byte, error) {
	var all map[string]any
	if err := json.Unmarshal([]byte(bill), &all); err != nil {
		return nil, fmt.Errorf("the bill of materials: %w", err)
	}
	licensed(all)
	about, _ := all["metadata"].(map[string]any)
	tools, _ := about["tools"].([]any)
	for _, tool := range tools {
		if tool, ok := tool.(map[string]any); ok {
			delete(tool, "hashes")
		}
	}
	if len(tools) == 0 {
		return nil, errors.New("the bill of materials does not say by what it was made: look whether it is as it was in earlier versions of the tool")
	}
	return json.MarshalIndent(all, "", "  ")
}

// standIns has a bill call what stands in for a module by its own name: what is known of the module is not true of it.
func standIns(bill, modules string) (string, error) {
	var is struct {
		Module  struct{ Path string }
		Replace []struct {
			Old, New struct{ Path, Version string }
		}
	}
	if err := json.Unmarshal([]byte(modules), &is); err != nil {
		return "", fmt.Errorf("go.mod as JSON: %w", err)
	}
	for _, r := range is.Replace {
		if r.New.Version == "" {
			bill = strings.ReplaceAll(bill, r.Old.Path+"@", path.Join(is.Module.Path, r.New.Path)+"@")
			bill = strings.ReplaceAll(bill, `"`+r.Old.Path+`"`, `"`+path.Join(is.Module.Path, r.New.Path)+`"`)
		}
	}
	return bill, nil
}

// packages writes a deb and an rpm of the files.
func (s source) packages(t target, out string, files []file) error {
	stage := filepath.Join(s.dir, "..", "stage-"+t.arch)
	at := slices.IndexFunc(files, func(f file) bool { return f.name == manual })
	page, err := zipped(files[at].data)
	if err != nil {
		return err
	}
	for _, f := range append(slices.Clone(files), file{manual + ".gz", 0o644, page}, file{"nfpm.yaml", 0o644, layout}) {
		place := filepath.Join(stage, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(place, f.data, f.mode); err != nil {
			return err
		}
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	for _, kind := range []string{"deb", "rpm"} {
		env := append(os.Environ(), "ARCH="+t.arch, "VERSION="+s.name, fmt.Sprint("SOURCE_DATE_EPOCH=", s.when.Unix()))
		if _, err := output(stage, env, filepath.Join(s.bin, "nfpm"), "package", "--packager", kind, "--target", filepath.Join(out, "probity-"+s.name+"-"+t.os+"-"+t.arch+"."+kind)); err != nil {
			return err
		}
	}
	return nil
}
