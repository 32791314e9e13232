package command

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"probity/progress"
	"probity/progress/journal"
	"probity/scenarios/find"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

// commands are a line for each command of a host, as a learner may give it. The first answer is in what is typed.
func commands() [][]string {
	return [][]string{
		{}, {"today"}, {"next"}, {"practise"}, {"practise", "boundaries"}, {"review"}, {"assess"}, {"progress"}, {"progress", "--json"}, {"progress", "--ics"},
		{"certificate", "--from", "2026-11-01", "--format", "md"}, {"certificate", "--from", "2026-11-01", "--format", "json", "-o", "c.json", "--force"}, {"verify", "c.json"},
		{"data", "export"}, {"data", "export", "--format", "json"}, {"data", "export", "--format", "xapi"}, {"data", "export", "--format", "toml", "-o", "r.toml", "--force"},
		{"data", "import", "r.toml"}, {"data", "reflections"}, {"data", "reflections", "show", "1"}, {"data"},
		{"guidance", "anonymous"}, {"guidance", "sources"}, {"guidance", "import", "c.json"}, {"guidance", "forget", "x"},
		{"induction"}, {"induction", "notes"}, {"induction", "agenda", "--audience", "students"}, {"induction", "check", "p.toml"},
		{"induction", "report"}, {"induction", "attend", "s.toml"}, {"induction", "file", "20261120-090000-abcd"}, {"handout", "--plan", "p.toml"}, {"help"}, {"data", "erase"},
	}
}

// TestFiftyLearnersSideBySide run every command of a host, and none of them meets a mark of another's: a word in a reflection, a name on a
// certificate, a file. They share one library, which nobody changes.
func TestFiftyLearnersSideBySide(t *testing.T) {
	for _, name := range hostedCommands() {
		if !slices.ContainsFunc(commands(), func(args []string) bool { return name == "" || strings.HasPrefix(strings.Join(args, " "), name) }) {
			t.Errorf("nobody runs %s", name)
		}
	}
	library, index := shared(t)
	const learners = 50
	mark := func(n int) string { return fmt.Sprintf("Zaubernuss%02dx", n) }
	said := make([]string, learners)
	var all sync.WaitGroup
	for n := range learners {
		a := someoneAway(t)
		a.has(library, index)
		all.Go(func() { said[n] = lives(t, a, mark(n)) })
	}
	all.Wait()
	for n, text := range said {
		if !strings.Contains(text, mark(n)) {
			t.Errorf("learner %d does not meet what is theirs: %s", n, text)
		}
		for other := range learners {
			if other != n && strings.Contains(text, mark(other)) {
				t.Errorf("learner %d meets what is of %d", n, other)
			}
		}
	}
	if anew, indexed := shared(t); !reflect.DeepEqual(library, anew) || !reflect.DeepEqual(index, indexed) {
		t.Error("the library that they share, or its index, is not as it was")
	}
}

// shared is a library that is loaded once, with its index.
func shared(t *testing.T) (*pack.Pack, *find.Index) {
	t.Helper()
	library, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	return library, find.New(library.Guidance, library.Bank)
}

// lives is a learner who has left marks and runs every command.
func lives(t *testing.T, a *away, mark string) string {
	r := a.Open(t)
	answer(t, a, "friend-request")
	keep(t, a, progress.Reflection{Scenario: "friend-request", Text: "I thought of " + mark + " at once.", At: thatDay})
	led := r.Sessions().New("20261120-090000-abcd")
	if err := led.Append(t.Context(), journal.Any, induction.Began{ID: "20261120-090000-abcd", Title: mark, At: thatDay}); err != nil {
		t.Error(err)
	}
	over, end := context.WithCancel(t.Context())
	end()
	var text strings.Builder
	for _, args := range commands() {
		if args = slices.Clone(args); len(args) > 0 && args[0] == "certificate" {
			args = append(args, "--name", "Dr "+mark)
		}
		a.session = t.Context()
		if slices.Contains(args, "notes") { // which are followed until the session is over
			a.session = over
		}
		o, w := newHeard(), newHeard()
		code := a.begins(t, strings.NewReader("1\n2\ny\n"), o, w, args...)
		fmt.Fprintf(&text, "%v: %d\n%s%s", args, code, o, w)
	}
	return text.String()
}
