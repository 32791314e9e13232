package command

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"probity/scenarios/pack"
	"probity/tui/phones"
)

// seated is a learner at a terminal of 100 by 30, with a channel of its sizes.
func seated(t *testing.T) (a *away, sizes chan Size) {
	a, sizes = someoneAway(t), make(chan Size)
	a.terminal = &Terminal{Type: "xterm-256color", Environ: []string{"LANG=en_GB.UTF-8", "NO_COLOR=1"}, Size: Size{100, 30}, Sizes: sizes}
	return a, sizes
}

// onScreen is a session on the screens, with what goes in, what was heard of it, and its exit code once it has ended.
type onScreen struct {
	keys  *io.PipeWriter
	heard *heard
	wrong *heard
	ended chan int
}

func (a *away) sits(t *testing.T, args ...string) onScreen {
	in, keys := io.Pipe()
	s := onScreen{keys, newHeard(), newHeard(), make(chan int, 1)}
	t.Cleanup(func() { keys.Close() })
	go func() { s.ended <- a.begins(t, in, s.heard, s.wrong, args...) }()
	return s
}

func (s onScreen) types(t *testing.T, keys string) {
	t.Helper()
	if _, err := io.WriteString(s.keys, keys); err != nil {
		t.Fatal(err)
	}
}

// TestTheScreensOnASession: they are painted for its terminal, follow its size, and end with q. The terminal is put back.
func TestTheScreensOnASession(t *testing.T) {
	a, sizes := seated(t)
	s := a.sits(t, "--role", "doctor", "--jurisdiction", "uk")
	s.heard.hears("Induction")
	sizes <- Size{60, 20}
	sizes <- Size{100, 30} // it is taken once the first was
	s.types(t, "\x1a")     // ctrl+z stops no host
	s.types(t, "?")
	s.heard.hears("ctrl+c")
	if out := s.heard.String(); strings.Contains(out, "fg returns") {
		t.Error("help speaks of a shell, which nobody has there")
	}
	s.types(t, "\x03")
	if code := <-s.ended; code != 0 {
		t.Errorf("it ended with %d: %s", code, s.wrong)
	}
	if out := s.heard.String(); !strings.Contains(out, "\x1b[?1049h") || !strings.Contains(out, "\x1b[?1049l") {
		t.Error("the terminal is not put back")
	}
	if l, exists := a.Open(t).Learner(); !exists || l.Role != "doctor" {
		t.Errorf("what was known is not kept: %v, %v", l, exists)
	}
}

// TestAHostThatDrains says so on the screen, and the session goes on until its learner leaves.
func TestAHostThatDrains(t *testing.T) {
	a, _ := seated(t)
	s := a.sits(t, "--role", "doctor", "--jurisdiction", "uk")
	s.heard.hears("Induction")
	a.notices <- "This server restarts in a minute."
	s.heard.hears("This server restarts in a minute.")
	s.types(t, "\x03")
	if code := <-s.ended; code != 0 {
		t.Errorf("it ended with %d: %s", code, s.wrong)
	}
}

// TestASessionThatIsOver ends the program, whether its keyboard came to an end or the host is done with it.
func TestASessionThatIsOver(t *testing.T) {
	for name, end := range map[string]func(s onScreen, over func()){
		"the keyboard ends": func(s onScreen, _ func()) { s.keys.Close() },
		"the link breaks":   func(s onScreen, _ func()) { s.keys.CloseWithError(errors.New("connection reset")) },
		"the host is done":  func(_ onScreen, over func()) { over() },
	} {
		t.Run(name, func(t *testing.T) {
			a, _ := seated(t)
			var over context.CancelFunc
			a.session, over = context.WithCancel(t.Context())
			defer over()
			s := a.sits(t, "--role", "doctor", "--jurisdiction", "uk")
			s.heard.hears("Induction")
			end(s, over)
			if code := <-s.ended; code != 0 {
				t.Errorf("it ended with %d: %s", code, s.wrong)
			}
			if _, exists := a.Open(t).Learner(); !exists {
				t.Error("what was known is not kept")
			}
		})
	}
}

// TestAKeyboardThatIsAheadOfTheScreens: somebody pressed ctrl+c, or went, before there was anything to see.
func TestAKeyboardThatIsAheadOfTheScreens(t *testing.T) {
	for name, typed := range map[string]string{"ctrl+c": "\x03", "nobody is there": ""} {
		t.Run(name, func(t *testing.T) {
			for range 50 {
				a, _ := seated(t)
				if _, wrong, code := a.says(t, typed, "--role", "doctor", "--jurisdiction", "uk"); code != 0 {
					t.Fatalf("it ended with %d: %s", code, wrong)
				}
			}
		})
	}
}

// TestGuidanceOnASession is styled for its terminal, and plain lines are as one asks for them.
func TestGuidanceOnASession(t *testing.T) {
	a, _ := seated(t)
	if out := a.does(t, "", "guidance", "anonymous"); !strings.Contains(out, "\x1b[") {
		t.Errorf("it is not styled: %.200q", out)
	}
	if out := a.does(t, "", "--linear", "guidance", "anonymous"); strings.Contains(out, "\x1b") {
		t.Errorf("it is not plain: %.200q", out)
	}
	a.terminal.Type = "dumb"
	if out := a.does(t, "", "guidance", "anonymous"); strings.Contains(out, "\x1b") {
		t.Errorf("on a terminal that can do nothing it is %.200q", out)
	}
}

// TestADocumentIsNotThrownAtATerminal: it goes to a file of the learner's own.
func TestADocumentIsNotThrownAtATerminal(t *testing.T) {
	a, _ := seated(t)
	answer(t, a, "friend-request")
	period := []string{"--role", "doctor", "--jurisdiction", "uk", "certificate", "--from", "2026-11-01", "--format", "pdf", "--name", "Siobhán"}
	if out := a.does(t, "", period...); out != "Written to probity-certificate-2026-11-22.pdf.\n" {
		t.Errorf("it says %s", out)
	}
	if _, wrong, code := a.says(t, "", append(period, "--output", "-")...); code != misuse || !strings.Contains(wrong, "cannot be shown in a terminal") {
		t.Errorf("asked to: %d, %s", code, wrong)
	}
}

// deaf is a client that reads nothing any more.
type deaf struct {
	*heard
	stuck chan struct{} // closed when the client is to read nothing
	gone  chan struct{} // closed when it is let go of
}

func (d deaf) Write(p []byte) (int, error) {
	select {
	case <-d.stuck:
		<-d.gone
		return 0, io.EOF
	default:
		return d.heard.Write(p)
	}
}

// TestAClientThatReadsNothing holds nobody up: its session ends all the same, and what was known is kept.
func TestAClientThatReadsNothing(t *testing.T) {
	a, _ := seated(t)
	var over context.CancelFunc
	a.session, over = context.WithCancel(t.Context())
	in, keys := io.Pipe()
	defer keys.Close()
	d := deaf{newHeard(), make(chan struct{}), make(chan struct{})}
	defer close(d.gone)
	ended := make(chan int, 1)
	go func() { ended <- a.begins(t, in, d, newHeard(), "--role", "doctor", "--jurisdiction", "uk") }()
	d.hears("Induction")
	close(d.stuck)
	if _, err := io.WriteString(keys, "?"); err != nil { // there is something to paint
		t.Fatal(err)
	}
	over()
	<-ended
	if _, exists := a.Open(t).Learner(); !exists {
		t.Error("what was known is not kept")
	}
}

// TestARoomIsLedFromASession, by a plan of the learner's own, and a second session has its notes.
func TestARoomIsLedFromASession(t *testing.T) {
	a, _ := seated(t)
	a.library = pack.Builtin
	a.does(t, "", "induction", "agenda", "--audience", "students", "--minutes", "15", "-o", "monday.toml")
	s := a.sits(t, "induction", "--plan", "monday.toml", "--room", "14", "--role", "doctor", "--jurisdiction", "uk")
	s.heard.hears("begins")
	s.types(t, " ")
	s.heard.hears("The situation")
	var facts []string
	for len(facts) == 0 {
		facts, _ = a.Beside.ListBeside("sessions")
	}
	notes := a.sits(t, "induction", "notes")
	notes.heard.hears("The situation")
	notes.types(t, "\x03")
	s.types(t, "\x03")
	if x, y := <-notes.ended, <-s.ended; x != 0 || y != 0 {
		t.Errorf("they ended with %d, %d: %s%s", x, y, notes.wrong, s.wrong)
	}
	if out, wrong, _ := a.says(t, "", "--linear", "induction", "report", "20"); !strings.Contains(out+wrong, `there is no session "20" here`) {
		t.Errorf("a report of another: %s%s", out, wrong)
	}
}

// pages are those of a host, to which no phone comes.
type pages struct{ opened chan string }

func (p pages) Web() string { return "https://tutor.example.org" }

func (p pages) Open(code string, _ bool) (phones.Line, error) {
	p.opened <- code
	return p, nil
}

func (p pages) Serve(ctx context.Context, _ *phones.Server) error {
	<-ctx.Done()
	return nil
}

func (p pages) Close() error { return nil }

// TestPhonesAreAskedForOnAHost: they vote where it has pages for them, and elsewhere the room is told that there are none.
func TestPhonesAreAskedForOnAHost(t *testing.T) {
	for _, c := range []struct {
		shows string
		pages phones.Network
	}{{"tutor.example.org/r/", pages{make(chan string, 1)}}, {"has no pages for them", nil}} {
		a, _ := seated(t)
		a.library, a.pages = pack.Builtin, c.pages
		a.does(t, "", "induction", "agenda", "--audience", "students", "--minutes", "15", "-o", "monday.toml")
		s := a.sits(t, "induction", "--plan", "monday.toml", "--room", "14", "--role", "doctor", "--jurisdiction", "uk", "--phones")
		s.heard.hears(c.shows)
		s.types(t, "\x03")
		if code := <-s.ended; code != 0 {
			t.Errorf("it ended with %d: %s", code, s.wrong)
		}
	}
	if help := someoneAway(t).does(t, "", "induction", "--help"); !strings.Contains(help, "on a page of this server") || strings.Contains(help, "opens a port") {
		t.Errorf("of phones it says %s", help)
	}
}
