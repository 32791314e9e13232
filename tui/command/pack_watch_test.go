package command

import (
	"strings"
	"testing"

	"probity/scenarios/craft"
)

// TestAWatchedPackIsCheckedOnceItIsLeftAlone: not while it is being saved, not again while nothing changes, and again once the folder is back.
func TestAWatchedPackIsCheckedOnceItIsLeftAlone(t *testing.T) {
	state, checks, said := map[string]string{"a.toml": "1"}, 0, []string{}
	mistakes := []craft.Finding(nil)
	w := &packWatch{
		look:  func() map[string]string { return state },
		check: func() craft.Report { checks++; return craft.Report{Situations: 1, Mistakes: mistakes} },
		tell:  func(news string) { said = append(said, news) },
	}
	one, moved := craft.Finding{Says: "a.toml:3: x: key: is empty"}, craft.Finding{Says: "a.toml:5: x: key: is empty"}
	for i, step := range []struct {
		state    map[string]string
		mistakes []craft.Finding
		checks   int
		says     []string // each in the last that was said
	}{
		{map[string]string{"a.toml": "1"}, nil, 1, []string{"watching", "Mistakes: 0"}},
		{map[string]string{"a.toml": "1"}, nil, 1, nil},
		{map[string]string{"a.toml": "half"}, []craft.Finding{one}, 1, nil},
		{map[string]string{"a.toml": "2"}, []craft.Finding{one}, 1, nil},
		{map[string]string{"a.toml": "2"}, []craft.Finding{one}, 2, []string{"changed: a.toml\n", "Mistakes: 1 (1 new, 0 gone)\n  new: a.toml:3"}},
		{map[string]string{"a.toml": "2"}, []craft.Finding{one}, 2, nil},
		{map[string]string{"a.toml": "3", "b.toml": "1"}, []craft.Finding{moved}, 2, nil},
		{map[string]string{"a.toml": "3", "b.toml": "1"}, []craft.Finding{moved}, 3, []string{"changed: a.toml, b.toml\n", "Mistakes: 1\n  a.toml:5"}},
		{map[string]string{}, []craft.Finding{{Says: "p: is not there"}}, 3, nil},
		{map[string]string{}, []craft.Finding{{Says: "p: is not there"}}, 4, []string{"changed: a.toml (gone), b.toml (gone)", "Mistakes: 1 (1 new, 1 gone)\n  new: p: is not there\n  gone: a.toml:5"}},
		{map[string]string{"a.toml": "3", "b.toml": "1"}, nil, 4, nil},
		{map[string]string{"a.toml": "3", "b.toml": "1"}, nil, 5, []string{"Mistakes: 0 (0 new, 1 gone)\n  gone: p"}},
	} {
		state, mistakes = step.state, step.mistakes
		w.again()
		if checks != step.checks {
			t.Fatalf("step %d: %d checks, not %d", i, checks, step.checks)
		}
		for _, says := range step.says {
			if last := said[len(said)-1]; !strings.Contains(last, says) {
				t.Errorf("step %d does not say %q:\n%s", i, says, last)
			}
		}
	}
}

// TestNewsAreShort: mistakes first, so many of them, and no warnings as long as there are any.
func TestNewsAreShort(t *testing.T) {
	var many []craft.Finding
	for _, name := range strings.Split("abcdefghij", "") {
		many = append(many, craft.Finding{Says: name + ".toml:1: is wrong"})
	}
	news := newsText("house", &craft.Report{}, craft.Report{Mistakes: many, More: 5, Warnings: many}, []string{"a", "b", "c", "d"})
	for _, want := range []string{"changed: a, b, c and 1 more\n", "Mistakes: 15 (10 new, 0 gone)\n", "  and 9 more: probity pack check house lists them"} {
		if !strings.Contains(news, want) {
			t.Errorf("it does not say %q:\n%s", want, news)
		}
	}
	if n := strings.Count(news, "\n") + 1; n != 3+mistakesWatched || strings.Contains(news, "Warnings") {
		t.Errorf("it has %d lines:\n%s", n, news)
	}
}
