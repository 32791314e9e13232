package paper

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProseKeepsWordsAndParagraphs(t *testing.T) {
	for markdown, want := range map[string][]Block{
		"":                       nil,
		"One\nline.\n\nAnother.": {Paragraph{Runs: []Run{{"One ", false}, {"line.", false}}}, Text("Another.")},
		"You **must not** do *this*.": {Paragraph{Runs: []Run{{"You ", false}, {"must not", true}, {" do ", false}, {"this", false},
			{".", false}}}},
		"- one\n- [two](javascript:x)":   {List{Items: []string{"one", "two"}}},
		"1. one\n2. two":                 {List{Items: []string{"one", "two"}, Ordered: true}},
		"> said\n> twice":                {Quote{"said twice"}},
		"<script>x</script>":             nil,
		"> said\n>\n> <div>x</div>":      {Quote{"said"}},
		"A <b>word</b> from <https://x>": {Paragraph{Runs: []Run{{"A ", false}, {"word", false}, {" from ", false}, {"https://x", false}}}},
		"## Only a heading":              {Text("Only a heading")},
		`2\*3, \&lt;b> &amp; a\_b`:       {Text("2*3, &lt;b> & a_b")},
		"`a\\_b`":                        {Text(`a\_b`)},
		">>>>>>>>> too deep":             {Text(">>>>>>>>> too deep")},
	} {
		if diff := cmp.Diff(want, Prose(markdown)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", markdown, diff)
		}
	}
}
