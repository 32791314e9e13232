package linear

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/progress"
	"probity/scenarios"
)

// FuzzTyped: whatever is typed, every place comes to its end, nothing that is said acts on a terminal, and what was saved can be read.
func FuzzTyped(f *testing.F) {
	for _, s := range []string{
		"1\n\na\n3\n\n", "practise\nb\n\nback\n2\n1\nabcde\n", "4\n1\nn\n", "induction\n1\nbegin\n12\nnext\n4 rest\nb: 3\nend\n", "reflections\n1\n\x1b[31mx\u202e\n\nerase\ny\n",
		"guidance\n/ photo\n1\noptions\nmore\n", "certificate\n1\n1,5 h\n", "settings\n1\n99999999999999999999\n-1\n", "\xff\xfe1\x00\n\x00", strings.Repeat("help\n", 40),
	} {
		f.Add(s)
	}
	var lines []string
	for s := range fuzztest.Heavy() {
		lines = append(lines, s[:min(len(s), 60)])
	}
	for some := range slices.Chunk(lines, 20) {
		f.Add(strings.Join(some, "\n"))
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if len(typed) > 2000 {
			return
		}
		fuzztest.Within(t, 20*len(typed), 4)                                                // a line may bring up a screen
		typed = strings.NewReplacer("/", "-", `\`, "-", "~", "-", "..", "-").Replace(typed) // files stay in this folder
		d := open(t, doctor, append(sat(sure(replied("a-request", "apart", "boundaries", 0, 9), 3)), progress.Reflection{Scenario: "a-request", Text: "Ask.", At: started})...)
		t.Chdir(t.TempDir())
		said := hear(t, typed, func(c *Console) error { return c.Home(d.Tutor) })
		if t.Failed() || strings.ContainsAny(said, "\x1b\x07\x00\u202e") {
			t.Fatalf("typed %q:\n%s", typed, said)
		}
		d.saved()
	})
}

// FuzzCounts: a line of hands counts nobody twice and nobody who is less than none, and the word rest gives what is left.
func FuzzCounts(f *testing.F) {
	for _, s := range []string{"4 3 2", "b 12", "3: 12", "rest", "1 rest", "rest rest", "1,2,,3", "-1", "9223372036854775807 rest", "c=999", "1 2 3 4 5 6"} {
		f.Add(s, 12)
	}
	for s := range fuzztest.Heavy() {
		f.Add(s, 12)
	}
	b := scenarios.Ballot{Choices: []scenarios.Choice{{ID: "x", Label: "a"}, {ID: "y", Label: "b"}, {ID: "z", Label: "c"}}}
	f.Fuzz(func(t *testing.T, line string, people int) {
		fuzztest.Within(t, len(line), 1)
		now := []int{1, 2, 3, 0}
		set, ok := counts(line, b, now, people)
		if !ok {
			return
		}
		if len(set) != len(now) || slices.ContainsFunc(set, func(n int) bool { return n < 0 }) {
			t.Errorf("%q counts %v", line, set)
		}
		if !slices.Equal(now, []int{1, 2, 3, 0}) {
			t.Errorf("%q changed what was counted before", line)
		}
	})
}
