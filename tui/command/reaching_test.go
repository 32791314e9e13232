package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reaching are the calls of a package that reach for a path, a port, a program or the process itself, by what the package is imported as; an
// empty list is all of them.
var reaching = map[string][]string{
	"os": {}, "os/exec": {}, "os/signal": {}, "runtime/debug": {}, "probity/progress/disk": {},
	"net":                           {"Listen", "Dial", "InterfaceAddrs", "Interfaces"},
	"path/filepath":                 {"Abs", "Glob", "Walk", "WalkDir", "EvalSymlinks"},
	"probity/progress/folder":       {"Open", "Dir", "ReadSessionFile", "ReadHanded", "SessionsIn", "PutElsewhere", "RescuedIn", "Examine"},
	"probity/progress/journal/file": {"At", "Open", "New", "ReadAll", "InspectRegular"},
	"probity/guidance/owncopy":      {"Read"},
	"probity/scenarios/pack":        {"LoadDir", "ReadSources", "SignDir", "StateDir", "VerifyDir"},
	"probity/tui/phones":            {"Addresses", "Listen"},
	"github.com/atotto/clipboard":   {},
}

// Why no session of a host comes to what a file reaches for.
const (
	refused   = "the command is refused on a host"
	behind    = "the door is for the learner's own files on a host"
	otherwise = "a host goes another way before it"
	constant  = "it only names errors, types or modes"
)

// reachers are the files of the front ends in which something is reached for.
var reachers = map[string]string{
	"command/attendance.go": refused, "command/cohort.go": refused, "command/fingerprint.go": refused, "command/owncopy.go": otherwise, "command/pack_check.go": refused, "command/pack.go": refused, "command/pack_show.go": refused, "command/pack_sign.go": refused, "command/pack_watch.go": refused,
	"command/data.go": otherwise, "command/data_erase.go": otherwise, "command/session.go": otherwise, "command/home.go": otherwise, "command/command.go": otherwise,
	"command/plainly.go": otherwise, "command/screens.go": otherwise, "command/suspend_unix.go": otherwise, "command/keyboard_unix.go": otherwise, "command/console_unix.go": otherwise, "command/console_windows.go": otherwise,
	"command/version.go": "it reads what the program was built from", "command/doctor.go": refused, "command/doctor_terminal.go": refused, "command/doctor_system_linux.go": refused,
	"command/terminal.go": otherwise, "command/discard_linux.go": otherwise, "command/discard_darwin.go": otherwise, "command/discard_other.go": otherwise, "app/input.go": otherwise, "tutor/tutor.go": otherwise, "tutor/leaving.go": otherwise, "tutor/aside.go": "a host keeps nothing in files of its own", "tutor/phones.go": otherwise,
	"tutor/place.go": behind, "tutor/plan.go": behind, "tutor/slips.go": behind, "tutor/door.go": behind, "tutor/door_folder.go": behind, "tutor/typefaces.go": "of the computer's letters, never by a name that somebody gives",
	"linear/input.go": constant, "prose/system.go": constant, "command/induction_phones.go": refused, "tutor/reach.go": "it is asked of phones, which a host does not let vote", "phones/address.go": refused, "phones/listen.go": refused,
}

// TestWhatReachesForTheComputerIsKnown: each call of a front end that opens a path, a port or a program, or sets the process, stands in a file
// of which it is known why no host's session comes there. What is new is refused until somebody says so.
func TestWhatReachesForTheComputerIsKnown(t *testing.T) {
	found := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		name := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "screentest") || strings.HasPrefix(name, "serve/") || strings.HasPrefix(name, "speed/") { // programs of their own
			return err
		}
		for _, call := range reaches(t, path) {
			found[name] = true
			if reachers[name] == "" {
				t.Errorf("%s calls %s, and nothing says why no host comes there", name, call)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range reachers {
		if !found[name] {
			t.Errorf("%s is said to reach for the computer, and does not", name)
		}
	}
}

// pathless are functions that are given a path for what they say of it alone, or whose file is open already.
var pathless = []string{"folder.IsRescued", "file.LinkLost", "file.Unreadable", "file.Inspect", "file.ReadPieces"}

// TestWhatReachesForAPathIsListed: of our own packages each function that is given a path, or where a record is, and none that is not there.
func TestWhatReachesForAPathIsListed(t *testing.T) {
	for from, listed := range reaching {
		dir, ours := strings.CutPrefix(from, "probity/")
		if !ours || len(listed) == 0 {
			continue
		}
		there := functions(t, filepath.Join("..", "..", filepath.FromSlash(dir)))
		for _, name := range listed {
			if _, is := there[name]; !is {
				t.Errorf("%s has no function %s", from, name)
			}
		}
		for name, path := range there {
			if path && !slices.Contains(listed, name) && !slices.Contains(pathless, filepath.Base(dir)+"."+name) {
				t.Errorf("%s.%s is given a path, and is not listed", from, name)
			}
		}
	}
}

// functions are those of a package that others can call, and whether they are given a path or options that have one.
func functions(t *testing.T, dir string) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, is := d.(*ast.FuncDecl)
			if !is || f.Recv != nil || !f.Name.IsExported() || strings.HasSuffix(path, "_test.go") {
				continue
			}
			all[f.Name.Name] = false
			for _, p := range f.Type.Params.List {
				kind, _ := p.Type.(*ast.Ident)
				path := slices.ContainsFunc(p.Names, func(id *ast.Ident) bool {
					return slices.Contains([]string{"dir", "path", "folder", "folders"}, id.Name)
				})
				all[f.Name.Name] = all[f.Name.Name] || path || identity(kind) == "Options"
			}
		}
	}
	return all
}

// reaches are the calls of a file that reach for the computer.
func reaches(t *testing.T, path string) (calls []string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, text, 0)
	if err != nil {
		t.Fatal(err)
	}
	called := map[string][]string{}
	for _, i := range file.Imports {
		from, _ := strconv.Unquote(i.Path.Value) // the parser has read it
		of, is := reaching[from]
		if !is {
			continue
		}
		as := from[strings.LastIndex(from, "/")+1:]
		if i.Name != nil {
			as = i.Name.Name
		}
		called[as] = append([]string{""}, of...)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		in, ok := sel.X.(*ast.Ident)
		if of, is := called[identity(in)]; ok && in.Obj == nil && is && (len(of) == 1 || slices.Contains(of, sel.Sel.Name)) {
			calls = append(calls, in.Name+"."+sel.Sel.Name)
		}
		return true
	})
	return calls
}

func identity(id *ast.Ident) string {
	if id == nil {
		return ""
	}
	return id.Name
}
