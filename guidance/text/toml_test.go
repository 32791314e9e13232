package text

import (
	"errors"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"probity/guidance/fuzztest"
)

func TestTOMLFromOutside(t *testing.T) {
	const most = 1000
	for _, c := range []struct {
		name, toml string
		line       int
		err        error
	}{
		{"nothing", "", 0, nil},
		{"an honest file", "schema = 1\n\n[learner]\nrole = \"doctor\" # [[[[[[[[[\n\n[[answer]]\nchosen = [\"a\", \"b\"]\nmarks = 2.5\nat = 2026-11-21T09:30:00Z\n", 0, nil},
		{"as large as may be", strings.Repeat("#", most), 0, nil},
		{"too large", strings.Repeat("#", most+1), 0, ErrLarge},
		{"not UTF-8", "a = \"\xff\"", 0, ErrNotUTF8},
		{"NUL bytes", "a = 1\x00\n", 0, ErrNUL},
		{"UTF-16", "\xff\xfea\x00=\x001\x00", 0, ErrNotUTF8},
		{"eight brackets deep", "a = [[[[[[[[1]]]]]]]]", 0, nil},
		{"nine brackets deep", "\na = [[[[[[[[[1]]]]]]]]]", 2, errDeep},
		{"nine tables deep", "x = {a={a={a={a={a={a={a={a={a=1}}}}}}}}}", 1, errDeep},
		{"brackets in strings", `a = "[[[[[[[[[" + '[[[[[[[[['` + "\nb = \"\"\"\n[[[[[[[[[\"\"\"", 0, nil},
		{"brackets behind an escaped quote", `a = "\"[[[[[[[[["`, 0, nil},
		{"brackets behind five quotes", `a = ["""a"""", [[[[[[[[`, 1, errDeep},
		{"brackets behind a backslash in single quotes", `a = ['\', [[[[[[[[`, 1, errDeep},
		{"brackets below an unclosed string", "a = \"x\n[[[[[[[[[", 2, errDeep},
		{"brackets below a long string", "a = '''\n\n'''\nb = [[[[[[[[[", 4, errDeep},
		{"a long list of numbers", "a = [" + strings.Repeat("1.5, ", 100) + "]", 0, nil},
		{"a dotted name", strings.Repeat("a.", 8) + "a = 1", 0, nil},
		{"a name of ten parts", strings.Repeat("a.", 9) + "a = 1", 1, errLongName},
		{"a quoted name of ten parts", strings.Repeat(`"a". `, 9) + "a = 1", 1, errLongName},
		{"a table of ten parts", "[" + strings.Repeat("a.", 9) + "a]", 1, errLongName},
		{"a long name", strings.Repeat("a", 201) + " = 1", 1, errLongName},
		{"a long quoted name", `"` + strings.Repeat("a", 201) + `" = 1`, 1, errLongName},
		{"a long number", "a = 1\nb = " + strings.Repeat("9", 201), 2, errLongName},
		{"a long value", `a = "` + strings.Repeat("a", 900) + `"`, 0, nil},
	} {
		if line, err := GuardTOML([]byte(c.toml), most); line != c.line || !errors.Is(err, c.err) {
			t.Errorf("%s: line %d, %v; want line %d, %v", c.name, line, err, c.line, c.err)
		}
	}
}

// FuzzGuardTOML: what the guard lets through nests no deeper, and names nothing of more parts, than it says.
func FuzzGuardTOML(f *testing.F) {
	f.Add([]byte("a = [[1], {b.c = '''x'''}]\n[d.\"e\".f]\n"))
	f.Add([]byte(`x=["""a"""",{a={a=1}}]`))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		line, err := GuardTOML(file, 4<<10)
		if line < 0 || line > strings.Count(string(file), "\n")+1 || err == nil && line != 0 {
			t.Fatalf("line %d, %v", line, err)
		}
		var tree map[string]any
		if err != nil {
			return
		}
		meta, err := toml.Decode(string(file), &tree)
		if err != nil {
			return
		}
		for _, key := range meta.Keys() {
			if len(key) > (mostDots+1)*(mostDepth+1) {
				t.Fatalf("a name of %d parts", len(key))
			}
		}
	})
}
