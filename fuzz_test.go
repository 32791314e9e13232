// What is fuzzed: every reader of what comes from outside, each held to a time.

package main

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// targets are the functions that go test fuzzes, as .ci/fuzz-targets names them, with what stands in them.
func targets(t *testing.T) map[string]*ast.FuncDecl {
	t.Helper()
	files, found := token.NewFileSet(), map[string]*ast.FuncDecl{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "third_party") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Fuzz") {
				found[filepath.ToSlash(filepath.Dir(path))+" "+f.Name.Name] = f
			}
		}
		return nil
	})
	if err != nil || len(found) < 50 {
		t.Fatalf("%d targets were found: %v", len(found), err)
	}
	return found
}

// TestEveryFuzzTargetIsRun: the list of what is fuzzed has every target once, with how often it is run, and in an order in which it is found.
func TestEveryFuzzTargetIsRun(t *testing.T) {
	list, err := os.ReadFile(".ci/fuzz-targets")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^(\S+ Fuzz\w+) [0-9]+$`)
	var listed []string
	for _, found := range line.FindAllStringSubmatch(string(list), -1) {
		listed = append(listed, found[1])
	}
	if lines := strings.Count(string(list), "\n") - strings.Count(string(list), "#"); lines != len(listed) {
		t.Errorf("%d of %d lines of the list name a package, a target and a number", len(listed), lines)
	}
	there := targets(t)
	for name := range there {
		if !slices.Contains(listed, name) {
			t.Errorf("%s is not in .ci/fuzz-targets", name)
		}
	}
	for i, name := range listed {
		if there[name] == nil {
			t.Errorf("there is no %s", name)
		}
		if i > 0 && cmp.Compare(listed[i-1], name) >= 0 {
			t.Errorf("%s is out of order, or named twice", name)
		}
	}
}

// TestEveryFuzzTargetHasSeedsAndATime: what takes a text for ever is found as what ends in a panic is.
func TestEveryFuzzTargetHasSeedsAndATime(t *testing.T) {
	for name, f := range targets(t) {
		called := map[string]bool{}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if s, ok := call.Fun.(*ast.SelectorExpr); ok {
				if of, ok := s.X.(*ast.Ident); ok {
					called[of.Name+"."+s.Sel.Name] = true
				}
			}
			return true
		})
		for _, needed := range []string{"f.Add", "f.Fuzz", "fuzztest.Within"} {
			if !called[needed] {
				t.Errorf("%s does without %s", name, needed)
			}
		}
	}
}
