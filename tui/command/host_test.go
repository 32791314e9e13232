package command

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"probity/progress"
	"probity/progress/hosted/hostedtest"
	"probity/progress/journal"
	"probity/scenarios/find"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
	"probity/tui/phones"
)

var thatDay = time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC)

func thatTime() time.Time { return thatDay }

// away is a learner of a host, who sits somewhere else.
type away struct {
	*hostedtest.Learner
	files    *hostedtest.Files
	terminal *Terminal
	library  func() (*pack.Pack, error)
	index    func(*pack.Pack) *find.Index
	session  context.Context
	notices  chan string
	pages    phones.Network
	patience time.Duration
}

// someoneAway is a learner of whom nothing is kept yet.
func someoneAway(t testing.TB) *away {
	return &away{
		Learner: hostedtest.New(thatTime), files: hostedtest.NewFiles(), library: scenariostest.Library, session: t.Context(), notices: make(chan string, 2),
	}
}

// has gives the host a library that is loaded already, with its index.
func (a *away) has(library *pack.Pack, index *find.Index) {
	a.library = func() (*pack.Pack, error) { return library, nil }
	a.index = func(*pack.Pack) *find.Index { return index }
}

// heard is what a session says, from whatever goroutine.
type heard struct {
	mu   sync.Mutex
	come *sync.Cond
	text bytes.Buffer
}

func newHeard() *heard {
	h := &heard{}
	h.come = sync.NewCond(&h.mu)
	return h
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.come.Broadcast()
	return h.text.Write(p)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.String()
}

// hears waits until something was said.
func (h *heard) hears(text string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for !strings.Contains(h.text.String(), text) {
		h.come.Wait()
	}
}

// begins is a session with some input.
func (a *away) begins(t testing.TB, in io.Reader, out, wrong io.Writer, args ...string) (code int) {
	t.Helper()
	return Run(System{
		Args: args, In: in, Out: out, Err: wrong, Getenv: func(string) string { return "of the host" }, Now: thatTime, Library: a.library, Index: a.index,
		Host: &Host{Record: a.Open(t), Files: a.files, Terminal: a.terminal, Session: a.session, Notices: a.notices, Phones: a.pages, Patience: a.patience},
	})
}

// says is a whole session without a terminal: what it said, and how it ended.
func (a *away) says(t testing.TB, in string, args ...string) (out, wrong string, code int) {
	t.Helper()
	o, w := newHeard(), newHeard()
	code = a.begins(t, strings.NewReader(in), o, w, args...)
	return o.String(), w.String(), code
}

// does is says for what has to succeed.
func (a *away) does(t testing.TB, in string, args ...string) string {
	t.Helper()
	out, wrong, code := a.says(t, in, args...)
	if code != 0 {
		t.Fatalf("%v ended with %d: %s%s", args, code, out, wrong)
	}
	return out
}

// tree are all commands of the learner's own computer, by what they are called, with their flags.
func tree(t testing.TB) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		add := func(f *pflag.Flag) { all[calledBy(cmd)] = append(all[calledBy(cmd)], f.Name) }
		all[calledBy(cmd)] = []string{}
		cmd.LocalFlags().VisitAll(add)
		cmd.InheritedFlags().VisitAll(add)
		for _, below := range cmd.Commands() {
			walk(below)
		}
	}
	c := &cli{sys: System{Out: io.Discard}}
	walk(c.root())
	return all
}

// TestAHostHasTheCommandsThatNeedNoComputer: every other says in one line where it works.
func TestAHostHasTheCommandsThatNeedNoComputer(t *testing.T) {
	all := tree(t)
	for _, name := range hostedCommands() {
		if _, there := all[name]; !there {
			t.Errorf("%q is listed for a host, and is no command", name)
		}
	}
	for name := range all {
		if slices.Contains(hostedCommands(), name) {
			continue
		}
		for _, args := range [][]string{strings.Fields(name), append(strings.Fields(name), "--help"), append(strings.Fields(name), "x", "--nope")} {
			out, wrong, code := someoneAway(t).says(t, "", args...)
			if code != misuse || out != "" || strings.Count(wrong, "\n") != 1 || !strings.Contains(wrong, "works where Probity is installed on your own computer") {
				t.Errorf("%v: %d, %q, %q", args, code, out, wrong)
			}
		}
	}
	for _, name := range refusedFlags() {
		for command, flags := range all {
			if !slices.Contains(hostedCommands(), command) || !slices.Contains(flags, name) {
				continue
			}
			args := append(strings.Fields(command), "--"+name+"=x")
			if cmd, _, err := allCommands().Find(strings.Fields(command)); err != nil || cmd.ValidateArgs(nil) != nil {
				args = append(args, "x")
			}
			_, wrong, code := someoneAway(t).says(t, "", args...)
			if code != misuse || !strings.Contains(wrong, "--"+name+" works where Probity is installed") || strings.Count(wrong, "\n") != 1 {
				t.Errorf("%s --%s: %d, %q", command, name, code, wrong)
			}
		}
	}
}

// TestALearnerOfAHost does what one does at home: practises, looks, takes away and brings back, and erases.
func TestALearnerOfAHost(t *testing.T) {
	a := someoneAway(t)
	out := a.does(t, "", "--role", "doctor", "--jurisdiction", "uk", "practise", "--count", "1", "--seed", "7")
	if strings.Contains(out, "this computer") {
		t.Errorf("it speaks of a computer that the learner has not: %s", out)
	}
	answer(t, a, "friend-request")
	if out := a.does(t, "", "progress", "--json"); !strings.Contains(out, `"answers": 1`) {
		t.Errorf("progress: %s", out)
	}
	if out := a.does(t, "", "progress", "--ics"); !strings.HasPrefix(out, "BEGIN:VCALENDAR") {
		t.Errorf("the calendar: %s", out)
	}
	record := a.does(t, "", "data", "export", "--format", "toml")
	if !strings.HasPrefix(record, "schema = ") || !strings.Contains(record, "[[answer]]") {
		t.Errorf("the record: %s", record)
	}
	if out := a.does(t, "", "data", "export", "--format", "toml", "-o", "mine.toml"); out != "Written to mine.toml.\n" {
		t.Errorf("to a file: %s", out)
	}
	if out := a.does(t, "", "data", "import", "mine.toml"); !strings.Contains(out, "There is nothing to import.") {
		t.Errorf("its own file: %s", out)
	}
	b := someoneAway(t)
	if out := b.does(t, record, "data", "import", "-"); !strings.Contains(out, "Imported: 1 new answer") {
		t.Errorf("on another host: %s", out)
	}
	if got := b.does(t, "", "data", "export", "--format", "toml"); got != record {
		t.Errorf("it came to hold %s", got)
	}
	if out := a.does(t, "more\ny\n", "data", "erase"); !strings.Contains(out, "mine.toml: a file of yours on this server") || !strings.Contains(out, "Erased: 2 files.") {
		t.Errorf("erasing: %s", out)
	}
	if left, _ := a.files.List(); len(left)+len(a.Beside.Entries()) > 0 {
		t.Errorf("left are %v, %v", left, a.Beside.Entries())
	}
}

// answer has an answer in the learner's record, as a session in another terminal would.
func answer(t testing.TB, a *away, scenario string) {
	t.Helper()
	keep(t, a,
		progress.Sitting{ID: "20261122-092811-k3f9", Kind: progress.Practice, Drawn: []string{scenario}, At: thatDay},
		progress.Answer{Sitting: "20261122-092811-k3f9", Scenario: scenario, Revision: 1, Topic: "boundaries", Principle: "friend-requests", Format: "best",
			Chosen: []string{"b"}, Marks: 1, Of: 1, Chance: 0.2, Sure: 2, Seconds: 41, At: thatDay})
}

func keep(t testing.TB, a *away, facts ...progress.Fact) {
	t.Helper()
	r := a.Open(t)
	if _, exists := r.Learner(); !exists {
		if err := r.Create(progress.Learner{Role: "doctor", Jurisdiction: "uk"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Append(t.Context(), journal.Any, facts...); err != nil {
		t.Fatal(err)
	}
}

// TestPlainLinesOnAHostThatDrains say so beside what is asked, and go on.
func TestPlainLinesOnAHostThatDrains(t *testing.T) {
	a := someoneAway(t)
	in, keys := io.Pipe()
	out, wrong, ended := newHeard(), newHeard(), make(chan int)
	go func() {
		ended <- a.begins(t, in, out, wrong, "--role", "doctor", "--jurisdiction", "uk", "practise", "--count", "1")
	}()
	a.notices <- "This server restarts in a minute."
	wrong.hears("probity: This server restarts in a minute.\n")
	keys.Close()
	if code := <-ended; code != 0 {
		t.Errorf("it ended with %d: %s", code, wrong)
	}
}

// TestDocumentsGoThroughTheSession, or to a file of the learner's own; one that comes back is verified.
func TestDocumentsGoThroughTheSession(t *testing.T) {
	a := someoneAway(t)
	a.does(t, "", "--role", "doctor", "--jurisdiction", "uk", "practise", "--count", "1", "--seed", "7")
	answer(t, a, "friend-request")
	period := []string{"certificate", "--from", "2026-11-01", "--name", "Siobhán"}
	for _, format := range []string{"pdf", "html", "md", "txt", "json", "vc"} {
		text := a.does(t, "", append(period, "--format", format)...)
		if !strings.Contains(text, "Siobh") && !slices.Contains([]string{"pdf", "vc", "txt"}, format) || len(text) < 200 {
			t.Errorf("as %s it is %q", format, text)
		}
		if format == "md" || format == "txt" {
			continue
		}
		if said := a.does(t, text, "verify", "-"); !strings.HasPrefix(said, "Unchanged since it was made") {
			t.Errorf("verifying %s: %s", format, said)
		}
	}
	if said := a.does(t, "", append(period, "--output", "mine.json")...); said != "Written to mine.json.\n" {
		t.Errorf("to a file: %s", said)
	}
	a.does(t, "", "verify", "mine.json")
	if _, wrong, code := a.says(t, "", "verify", "other.json"); code != failed || !strings.Contains(wrong, "no file other.json among yours") {
		t.Errorf("of a file that is not there: %d, %s", code, wrong)
	}
	a.library = pack.Builtin
	if out := a.does(t, "", "induction", "agenda", "--audience", "students", "--minutes", "15", "-o", "monday.toml"); out != "Written to monday.toml.\n" {
		t.Errorf("an agenda: %s", out)
	}
	a.does(t, "", "induction", "check", "monday.toml")
	if out := a.does(t, "", "handout", "--plan", "monday.toml", "--format", "md"); strings.Count(out, "Written to probity-") != 4 {
		t.Errorf("the papers of a session: %s", out)
	}
	if out := a.does(t, "", "handout", "--plan", "monday.toml", "--format", "md", "--paper", "participant-handout"); !strings.HasPrefix(out, "# ") {
		t.Errorf("one paper: %s", out)
	}
	a.does(t, "", "handout", "--plan", "monday.toml", "--paper", "vote-slips", "--people", "3", "-o", "slips.pdf")
	if _, there := a.files.Open("monday-codes.toml"); there != nil {
		t.Errorf("the codes of its slips: %v", there)
	}
	if _, wrong, _ := a.says(t, "", "practise", "--plan", "tuesday.toml"); !strings.Contains(wrong, "no file tuesday.toml among yours on this server") {
		t.Errorf("of a plan that is not there: %s", wrong)
	}
	if _, wrong, code := a.says(t, "", "induction", "--phones"); code != misuse || !strings.Contains(wrong, "ssh -t") {
		t.Errorf("with phones and without a terminal: %d, %s", code, wrong)
	}
	if out := a.does(t, "\n\n\n4 rest\nleave\n", "induction", "--plan", "monday.toml", "--room", "12"); !strings.Contains(out, "12 of 12 voted.") {
		t.Errorf("led in plain lines: %s", out)
	}
}
