package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/elf"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var when = time.Date(2026, 11, 30, 4, 51, 7, 0, time.UTC)

// TestTheSameFilesMakeTheSameArchive: in whatever order they come, and each is of the release's time and of nobody.
func TestTheSameFilesMakeTheSameArchive(t *testing.T) {
	files := []file{{"probity", 0o755, []byte("program")}, {"docs/it.md", 0o644, []byte("page")}, {"LICENSE", 0o644, []byte("terms")}}
	turned := slices.Clone(files)
	slices.Reverse(turned)
	for name, write := range map[string]func(string, string, []file, time.Time) error{"tar": writeTar, "zip": writeZip} {
		var made [2][]byte
		for i, order := range [][]file{files, turned} {
			path := filepath.Join(t.TempDir(), "archive")
			if err := write(path, "probity-1", order, when); err != nil {
				t.Fatal(err)
			}
			made[i], _ = os.ReadFile(path)
		}
		if len(made[0]) == 0 || !bytes.Equal(made[0], made[1]) {
			t.Errorf("%s: two orders make two archives", name)
		}
	}
}

func TestWhatAZipSaysOfItsFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive")
	if err := writeZip(path, "probity-1", []file{{"probity.exe", 0o755, []byte("program")}}, when); err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if f := z.File[0]; f.Name != "probity-1/probity.exe" || f.Mode() != 0o755 || !f.Modified.Equal(when) {
		t.Errorf("%s: mode %o, time %v", f.Name, f.Mode(), f.Modified)
	}
}

func TestWhatATarSaysOfItsFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "archive")
	if err := writeTar(path, "probity-1", []file{{"probity", 0o755, []byte("program")}, {"LICENSE", 0o644, nil}}, when); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(path)
	plain, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for read := tar.NewReader(plain); ; {
		h, err := read.Next()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		names = append(names, h.Name)
		if mode := map[string]int64{"probity-1/probity": 0o755, "probity-1/LICENSE": 0o644}[h.Name]; h.Mode != mode || h.Uid != 0 || h.Uname != "" || !h.ModTime.Equal(when) {
			t.Errorf("%s: mode %o, owner %d %q, time %v", h.Name, h.Mode, h.Uid, h.Uname, h.ModTime)
		}
	}
	if want := []string{"probity-1/LICENSE", "probity-1/probity"}; !slices.Equal(names, want) {
		t.Errorf("it has %q, want %q", names, want)
	}
}

// TestEveryLicenceIsTaken: those beside a package, beside what it embeds, and above both, up to where the module begins.
func TestEveryLicenceIsTaken(t *testing.T) {
	top := filepath.Join(t.TempDir(), "outside", "module")
	for _, name := range []string{
		"../LICENSE", "LICENSE", "NOTICE.txt", "license.go", "licensed", "pkg/COPYING", "pkg/font/UNLICENSE", "pkg/inner/LICENSE-MIT", "other/LICENSE",
	} {
		path := filepath.Join(top, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(name+"\r\n"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	texts := map[string]string{}
	p := built{Dir: filepath.Join(top, "pkg", "inner"), EmbedFiles: []string{"../font/roman.ttf"}}
	if err := p.collect(top, texts); err != nil {
		t.Fatal(err)
	}
	want := []string{"LICENSE", "NOTICE.txt", "pkg/COPYING", "pkg/font/UNLICENSE", "pkg/inner/LICENSE-MIT"}
	for _, name := range want {
		if texts[name] != name+"\n" {
			t.Errorf("%s: %q", name, texts[name])
		}
	}
	if len(texts) != len(want) {
		t.Errorf("taken: %q", texts)
	}
}

func TestWhatHasNoLicenceIsNotGivenOut(t *testing.T) {
	_, err := listed("1", map[string]map[string]string{"": {"LICENSE": "terms"}, "example.org/free v1.0.0": {}})
	if err == nil || !strings.Contains(err.Error(), "example.org/free v1.0.0") {
		t.Errorf("%v", err)
	}
}

// TestWhoseAPackageIs: what stands in for a module is the project's own, and another version of a module is named as that.
func TestWhoseAPackageIs(t *testing.T) {
	for name, c := range map[string]struct {
		p    built
		want string
	}{
		"Go's":              {built{Standard: true}, "Go and its library"},
		"the project's":     {built{Module: &module{Path: "probity", Main: true}}, ""},
		"a module's":        {built{Module: &module{Path: "a/b", Version: "v1.0.0"}}, "a/b v1.0.0"},
		"another version's": {built{Module: &module{Path: "a/b", Version: "v1.0.0", Replace: &module{Path: "a/b", Version: "v0.9.0"}}}, "a/b v0.9.0"},
		"a stand-in's":      {built{Module: &module{Path: "a/b", Version: "v1.0.0", Replace: &module{Path: "./third_party/b"}}}, ""},
	} {
		if whose, _ := c.p.owner(source{}, ""); whose != c.want {
			t.Errorf("%s: %q, want %q", name, whose, c.want)
		}
	}
}

func TestABillNamesAStandInByItsOwnName(t *testing.T) {
	bill := `{"name": "a.org/b/v2", "purl": "pkg:golang/a.org/b/v2@v0.0.0"}, {"name": "a.org/b/v2/more", "purl": "pkg:golang/a.org/b/v2/more@v1"}`
	modules := `{"Module": {"Path": "probity"}, "Replace": [{"Old": {"Path": "a.org/b/v2"}, "New": {"Path": "./third_party/b"}},
		{"Old": {"Path": "a.org/b/v2/more"}, "New": {"Path": "a.org/b/v2/more", "Version": "v1"}}]}`
	want := `{"name": "probity/third_party/b", "purl": "pkg:golang/probity/third_party/b@v0.0.0"}, {"name": "a.org/b/v2/more", "purl": "pkg:golang/a.org/b/v2/more@v1"}`
	if got, err := standIns(bill, modules); got != want || err != nil {
		t.Errorf("%s, %v", got, err)
	}
}

// TestABillIsTheSameWhoeverMadeIt: the tool that made it is another file on another machine. What the bill is about keeps its checksums.
func TestABillIsTheSameWhoeverMadeIt(t *testing.T) {
	bill := func(tool, module string) string {
		data, err := nobodys(`{"metadata": {"tools": [{"name": "tool", "hashes": ["` + tool + `"]}]}, "components": [{"hashes": ["` + module + `"]}]}`)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if bill("here", "1") != bill("there", "1") || bill("here", "1") == bill("here", "2") {
		t.Errorf("%s", bill("here", "1"))
	}
	if data, err := nobodys(`{"metadata": {"tools": {"components": []}}}`); err == nil {
		t.Errorf("%s", data)
	}
}

// TestABillSaysWhatIsOursUnderWhat, since the tool guesses.
func TestABillSaysWhatIsOursUnderWhat(t *testing.T) {
	data, err := nobodys(`{"metadata": {"component": {"name": "probity", "evidence": {"licenses": ["one of two"]}}, "tools": [{}]}, "components": [
		{"name": "probity/third_party/b", "externalReferences": ["where b is"]}, {"name": "example.org/probity/a", "evidence": "as guessed"}]}`)
	var is, want any
	if err := errors.Join(err, json.Unmarshal(data, &is), json.Unmarshal([]byte(`{"metadata": {"component": {"name": "probity", "licenses": [{"expression": "MIT AND CC-BY-SA-4.0"}]}, "tools": [{}]}, "components": [
		{"name": "probity/third_party/b", "licenses": [{"expression": "MIT"}]}, {"name": "example.org/probity/a", "evidence": "as guessed"}]}`), &want)); err != nil || !reflect.DeepEqual(is, want) {
		t.Errorf("%s, %v", data, err)
	}
	if !bytes.Contains(layout, []byte("\nlicense: "+ownLicence+"\n")) {
		t.Error("packages say something else")
	}
}

// TestAProgramThatNeedsALoaderIsNotStatic is about one that asks for the system's loader of libraries, and one that does not.
func TestAProgramThatNeedsALoaderIsNotStatic(t *testing.T) {
	for kind, want := range map[elf.ProgType]bool{elf.PT_LOAD: true, elf.PT_INTERP: false} {
		var program bytes.Buffer
		head := elf.Header64{Type: uint16(elf.ET_EXEC), Machine: uint16(elf.EM_X86_64), Version: 1, Phoff: 64, Ehsize: 64, Phentsize: 56, Phnum: 1}
		copy(head.Ident[:], "\x7fELF\x02\x01\x01")
		for _, part := range []any{head, elf.Prog64{Type: uint32(kind)}} {
			if err := binary.Write(&program, binary.LittleEndian, part); err != nil {
				t.Fatal(err)
			}
		}
		if err := static(program.Bytes()); (err == nil) != want {
			t.Errorf("%v: %v", kind, err)
		}
	}
	if err := static([]byte("MZ")); err == nil {
		t.Error("no program at all is said to be static")
	}
}

// TestAReleaseIsCalledByItsVersion: once tag, program and list of changes agree. Anything else comes before the version.
func TestAReleaseIsCalledByItsVersion(t *testing.T) {
	const changes, commit = "# Changes\n\n## Not yet released\n\n## 1.2.0 – 2026-11-30\n", "e65758c40757e84c"
	for name, c := range map[string]struct {
		version string
		tags    []string
		changes string
		want    string // "" for a refusal
	}{
		"no tag":               {"1.2.0", nil, "", "1.2.0-20261130.e65758c40757"},
		"a tag":                {"1.2.0", []string{"v1.2.0"}, changes, "1.2.0"},
		"one of two tags":      {"1.2.0", []string{"v1.2.0-rc1", "v1.2.0"}, changes, "1.2.0"},
		"another tag":          {"1.2.0", []string{"v1.3.0"}, changes, ""},
		"nothing said of it":   {"1.3.0", []string{"v1.3.0"}, changes, ""},
		"a longer one is said": {"1.2", []string{"v1.2"}, changes, ""},
	} {
		if got, err := called(c.version, c.tags, c.changes, commit, when); got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}

func TestTheChecksumsAreOfEveryFile(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b", "a"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("abc"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := writeSums(dir); err != nil {
		t.Fatal(err)
	}
	const sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if got, _ := os.ReadFile(filepath.Join(dir, sumsName)); string(got) != sum+"  a\n"+sum+"  b\n" {
		t.Errorf("%s", got)
	}
}

func TestOnlyWhatIsBuiltCanBeChosen(t *testing.T) {
	if got, err := chosen("linux/arm64,windows/amd64"); err != nil || !slices.Equal(got, []target{{"linux", "arm64"}, {"windows", "amd64"}}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, list := range []string{"", "linux", "plan9/amd64", "linux/amd64,"} {
		if got, err := chosen(list); err == nil {
			t.Errorf("%q is %v", list, got)
		}
	}
}

// TestAFolderWithSomethingInItIsLeft: what lay there before would be taken for part of the release.
func TestAFolderWithSomethingInItIsLeft(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := (wish{out: dir}).run(); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("%v", err)
	}
}

// TestAProgramThatGrewIsNoticed: 26 MB are 26,000,000 bytes.
func TestAProgramThatGrewIsNoticed(t *testing.T) {
	if err := fits(26_000_000, 26); err != nil {
		t.Error(err)
	}
	if err := fits(26_000_001, 26); err == nil || !strings.Contains(err.Error(), "26.0 MB on linux/amd64") {
		t.Errorf("%v", err)
	}
}
