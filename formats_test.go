// What holds for the formats of situations in the project as a whole.

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// TestOnlyScenariosKnowsFormatsByName: outside package scenarios no code has the name of a format, to compare it or to look it
// up. What depends on the format is a method of scenarios.Format. Help texts such as "choose" beside a key are other words.
func TestOnlyScenariosKnowsFormatsByName(t *testing.T) {
	files := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || filepath.Dir(path) == "scenarios":
			return nil
		case strings.HasSuffix(filepath.Dir(path), "test"): // a package that helps tests
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.PreorderStack(file, nil, func(n ast.Node, above []ast.Node) bool {
			if name, ok := formatName(n); ok && !isOtherWord(above[len(above)-1]) {
				t.Errorf("%s: %q is a format's name: make a method of scenarios.Format of what depends on it", files.Position(n.Pos()), name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// formatName is the format that a string literal names; ok is false for every other node.
func formatName(n ast.Node) (name string, ok bool) {
	literal, ok := n.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	name, err := strconv.Unquote(literal.Value)
	_, ok = scenarios.FormatNamed(name)
	return name, ok && err == nil
}

// isOtherWord reports whether a literal below a node is no format's name whatever it says: the help of a key, or the value of a
// constant that has a type of its own.
func isOtherWord(parent ast.Node) bool {
	switch p := parent.(type) {
	case *ast.CallExpr:
		name := ""
		switch f := p.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			if of, ok := f.X.(*ast.Ident); ok {
				name = of.Name + "." + f.Sel.Name
			}
		}
		return slices.Contains([]string{"keymap.New", "list.Keys", "numbers"}, name)
	case *ast.ValueSpec:
		return p.Type != nil
	}
	return false
}

// TestSwitchesOnInputNameEveryValue, so that a further way of answering is served wherever one is asked for, or passed over on purpose.
func TestSwitchesOnInputNameEveryValue(t *testing.T) {
	files := token.NewFileSet()
	every := inputs(t, files)
	switches := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SwitchStmt); ok && isInput(s.Tag) {
				switches++
				named := names(s.Body)
				for _, input := range every {
					if !named[input] {
						t.Errorf("%s: the switch on Input names no %s: serve it, or pass over it", files.Position(n.Pos()), input)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil || switches < 2 || len(every) < 2 {
		t.Errorf("%d switches on %d inputs were looked at: %v", switches, len(every), err)
	}
}

// inputs lists the ways of answering by their names in the code.
func inputs(t *testing.T, files *token.FileSet) []string {
	file, err := parser.ParseFile(files, "scenarios/format.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range file.Decls {
		block, ok := d.(*ast.GenDecl)
		if !ok || block.Tok != token.CONST {
			continue
		}
		if kind, ok := block.Specs[0].(*ast.ValueSpec).Type.(*ast.Ident); ok && kind.Name == "Input" {
			for _, s := range block.Specs {
				out = append(out, s.(*ast.ValueSpec).Names[0].Name)
			}
		}
	}
	return out
}

// isInput reports whether an expression asks a format for its Input.
func isInput(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	asks, ok := call.Fun.(*ast.SelectorExpr)
	return ok && asks.Sel.Name == "Input"
}

// names lists the names that the cases of a switch give.
func names(cases *ast.BlockStmt) map[string]bool {
	out := map[string]bool{}
	for _, c := range cases.List {
		for _, e := range c.(*ast.CaseClause).List {
			switch e := e.(type) {
			case *ast.Ident:
				out[e.Name] = true
			case *ast.SelectorExpr:
				out[e.Sel.Name] = true
			}
		}
	}
	return out
}

// TestTheDocumentsHaveEveryFormat: what says how one is marked, and the file formats in that of keys.
func TestTheDocumentsHaveEveryFormat(t *testing.T) {
	for _, f := range scenarios.Formats() {
		for path, row := range map[string]string{"docs/marks.md": strings.ToLower(f.Title()), "docs/formats.md": "`" + f.Name() + "`"} {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(string(text), "\n| "+row+" |") {
				t.Errorf("%s has no line for %s", path, row)
			}
		}
	}
}

// TestTheDocumentsHaveEveryFact: docs/formats.md has each kind of fact with its keys, in the order of the record.
func TestTheDocumentsHaveEveryFact(t *testing.T) {
	text, err := os.ReadFile("docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, fact := range progress.Kinds() {
		keys := keysOf(fact)
		row := "\n| `[[" + fact.Table() + "]]` | " + strings.Join(keys, ", ") + " |"
		example := "\n[[" + fact.Table() + "]]"
		if strings.Contains(string(text), row) {
			continue
		}
		_, shown, found := strings.Cut(string(text), example)
		shown, _, _ = strings.Cut(shown, "\n\n")
		for _, key := range keys {
			if !found || !strings.Contains(shown, "\n"+key+" = ") {
				t.Errorf("docs/formats.md has neither the line %q nor an example with %s", row, key)
			}
		}
	}
}

// keysOf lists the keys of a fact but for its number and its time.
func keysOf(fact progress.Fact) (keys []string) {
	fields := reflect.TypeOf(fact)
	for i := 1; i < fields.NumField()-1; i++ {
		key, _, _ := strings.Cut(fields.Field(i).Tag.Get("toml"), ",")
		keys = append(keys, key)
	}
	return keys
}
