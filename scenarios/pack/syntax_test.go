package pack

import (
	"strings"
	"testing"
)

// TestMistakesInTOML: what an author who knows no TOML is told, with the line in which they did it.
func TestMistakesInTOML(t *testing.T) {
	const curly = " is a curly quotation mark, as Word types it, and no text can begin or end with it: type the straight one"
	for _, c := range []struct {
		name string
		edit [3]string
		want string
	}{
		{"curly quotes", [3]string{request, `title = "A request after clinic"`, `title = “A request after clinic”`}, "a-request.toml:6: “" + curly},
		{"around a long text", [3]string{request, `why = "Nothing asks you to be absent."`, `why = “` + strings.Repeat("Nothing asks. ", 20) + `”`}, "a-request.toml:41: “" + curly},
		{"low ones", [3]string{request, `title = "A request after clinic"`, `title = „A request“`}, "a-request.toml:6: „" + curly},
		{"single ones", [3]string{request, `title = "A request after clinic"`, `title = ‘A request’`}, "a-request.toml:6: ‘" + curly},
		{"in a list", [3]string{request, `key = ["b"]`, `key = [“b”]`}, "a-request.toml:16: “" + curly},
		{"only at the end", [3]string{request, `title = "A request after clinic"`, `title = "A request after clinic”`}, "a-request.toml:6: ”" + curly},
		{"a long text is not ended", [3]string{request, "to hurt him.\n\"\"\"", "to hurt him.\n"}, `a-request.toml:11: the text that begins here with """ is not ended: type """ where the text ends, before line 15`},
		{"or by Word", [3]string{request, "to hurt him.\n\"\"\"", "to hurt him.\n“””"}, `a-request.toml:11: the text that begins here with """ is not ended: line 14 has curly quotes, as Word types them`},
		{"a list of clauses behind it", [3]string{"guidance/new.toml", `text = "You should usually say who you are."`, "text = \"\"\"\nYou should usually say who you are."}, `new.toml:18: the text that begins here with """ is not ended: type """ where the text ends, before line 21`},
		{"a text is not ended", [3]string{request, `title = "A request after clinic"`, `title = "A request after clinic`}, `a-request.toml:6: the text in this line is not ended in it: type " at its end`},
		{"quotes in quotes", [3]string{request, `title = "A request after clinic"`, `title = "A "request" after clinic"`}, "a-request.toml:6: something stands behind the end of the value: within a text type “ and ”"},
		{"a field twice", [3]string{request, "level = 1", "level = 1\nlevel = 2"}, "a-request.toml:8: level stands twice: keep one of the two"},
		{"a comma is lacking", [3]string{request, `jurisdictions = ["uk"]`, `jurisdictions = ["uk" "ie"]`}, "a-request.toml:9: a list lacks a comma"},
		{"words alone", [3]string{request, "level = 1", "level 1"}, "a-request.toml:7: it is neither a field, a name in brackets nor a note"},
		{"no quotes", [3]string{request, `title = "A request after clinic"`, `title = A request`}, "a-request.toml:6: what stands behind the = cannot be read: put a text in straight quotes"},
		{"a backslash", [3]string{request, `title = "A request after clinic"`, `title = "H:\policies"`}, `a-request.toml:6: a \ stands in a text`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(small(t, c.edit), nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the author is told:\n%v\nwithout:\n%s", err, c.want)
			}
		})
	}
}

// TestACitationOfNoClauseNamesWhatIsThere: the clause that was meant, or those of the pack.
func TestACitationOfNoClauseNamesWhatIsThere(t *testing.T) {
	for cited, says := range map[string]string{
		"new/11": `"new/11" is not a clause: did you mean "new/1"?`, "newer/2": `did you mean "new/2"?`, "our-policy/section-nine": "cite one by its id: this pack's own are ",
	} {
		_, err := Load(small(t, [3]string{request, `cites = ["new/1"]`, `cites = ["` + cited + `"]`}), nil)
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", cited, err)
		}
	}
}
