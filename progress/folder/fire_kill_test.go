package folder

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/disk/disktest"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/scenarios/induction"
)

// TestFault03KillNine kills a process that saves in every way there is, one after another by chance, at any moment. Each time all that it had said to
// be saved is there, nothing is there twice, what it had said to be erased is nowhere, and the next process goes on.
func TestFault03KillNine(t *testing.T) {
	if testing.Short() {
		t.Skip("what is killed is another process, which the race detector does not see")
	}
	by, kills := chance(t), 25
	if *fire {
		kills = 500
	}
	w := world{root: t.TempDir()}
	check(t, os.Mkdir(w.path("elsewhere"), 0o700))
	var said ledger
	for n := range kills {
		c := process("fire", w.root)
		c.Env = append(c.Env, fmt.Sprintf("PROGRESS_TEST_SEED=%d", by.Uint64()), fmt.Sprintf("PROGRESS_TEST_NEXT=%d", 1000*(n+1)))
		out := must(c.StdoutPipe())(t)
		check(t, c.Start())
		lines, enough := bufio.NewScanner(out), by.IntN(25)
		for i := 0; i < enough && lines.Scan(); i++ {
			said.add(t, lines.Text())
		}
		time.Sleep(time.Duration(by.IntN(4000)) * time.Microsecond) // it may be anywhere in a save
		check(t, c.Process.Kill())
		for lines.Scan() { // what it said before it died
			said.add(t, lines.Text())
		}
		_ = c.Wait()
		said.check(t, n, w)
	}
	t.Logf("killed %d times; %d answers, %d parts of a session, %d reflections erased, %d other saves, %d times everything erased",
		kills, said.total["answer"], said.total["session"], said.total["forgotten"], said.total["other"], said.total["erased"])
}

// ledger is what a process said that it had done.
type ledger struct {
	answers   map[string]bool // that are there
	parts     map[string]bool // of a session
	forgotten map[string]bool // reflections that are nowhere
	total     map[string]int
}

func (l *ledger) add(t testing.TB, line string) {
	if l.total == nil {
		l.answers, l.parts, l.forgotten, l.total = map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]int{}
	}
	what, which, _ := strings.Cut(line, " ")
	switch what {
	case "answer":
		l.answers[which] = true
	case "session":
		l.parts[which] = true
	case "forgotten":
		l.forgotten[which] = true
	case "erasing": // from here on anything may be gone
		clear(l.answers)
		clear(l.parts)
	case "erased":
	case "other":
	default:
		t.Fatalf("the process says %q", line)
	}
	l.total[what]++
}

// check holds what is there to what was said.
func (l *ledger) check(t *testing.T, n int, w world) {
	t.Helper()
	found, err := held(t, w)
	if err != nil {
		t.Fatalf("after %d kills: %v", n+1, err)
	}
	answers, parts := map[string]int{}, map[string]int{}
	for _, fact := range factsOf(found) {
		for _, of := range answered.FindAllStringSubmatch(fact, -1) {
			answers[of[1]]++
		}
		for _, of := range ofSession.FindAllStringSubmatch(fact, -1) {
			parts[of[1]]++
		}
	}
	for which := range l.answers {
		if answers[which] != 1 {
			t.Fatalf("after %d kills the answer %s is there %d times", n+1, which, answers[which])
		}
	}
	for which := range l.parts {
		if parts[which] != 1 {
			t.Fatalf("after %d kills the part %s of the session is there %d times", n+1, which, parts[which])
		}
	}
	for name, text := range disktest.Tree(t, w.root) {
		for _, of := range quotation.FindAllStringSubmatch(text, -1) {
			if l.forgotten[of[1]] {
				t.Fatalf("after %d kills the reflection %s is in %s", n+1, of[1], name)
			}
		}
	}
}

// How what the process saves stands in files.
var (
	answered  = regexp.MustCompile(`(?s)\[\[answer\]\].*scenario = "(number-\d+)"`)
	ofSession = regexp.MustCompile(`situation = "(number-\d+)"`)
	quotation = regexp.MustCompile(`(number-\d+) I will ask first`)
)

// saver is a process that saves without end.
type saver struct {
	world
	*Folder
	next int
}

// saveForEver does one after another what chance says, and says each when it is done.
func saveForEver(root string) error {
	var seed uint64
	s := saver{world: world{root: root}}
	if _, err := fmt.Sscan(os.Getenv("PROGRESS_TEST_SEED")+" "+os.Getenv("PROGRESS_TEST_NEXT"), &seed, &s.next); err != nil {
		return err
	}
	by := rand.New(rand.NewPCG(seed, seed))
	if err := s.begin(); err != nil {
		return err
	}
	for {
		if err := s.one(by.IntN(20)); err != nil {
			return err
		}
		s.next++
	}
}

// begin opens what the process before has left, as a start does.
func (s *saver) begin() (err error) {
	o := s.world.options()
	o.Now = time.Now
	if s.Folder, err = Open(o); err != nil {
		return err
	}
	if _, there := s.Learner(); there {
		return nil
	}
	return s.Create(doctor)
}

// one saves in one of the ways.
func (s *saver) one(way int) error {
	name := fmt.Sprintf("number-%d", s.next)
	switch way {
	case 0:
		_, err := s.BackUpNow()
		return isDone("other", name, err)
	case 1:
		return isDone("other", name, s.WriteBeside(CertificateDraft, []byte(name)))
	case 2:
		return isDone("other", name, s.merge(name))
	case 3, 4:
		return s.forget(name)
	case 5, 6, 7:
		return isDone("session", name, s.lead(name))
	case 8:
		_, err := PutElsewhere([]string{s.world.path("elsewhere")}, doctor, s.Whole(), []progress.Fact{progress.Bookmark{Scenario: name, On: 1}}, time.Now().Add(time.Duration(s.next)*time.Second))
		return isDone("other", name, err)
	case 9:
		return s.restore(name)
	case 10:
		if s.next%5 != 0 {
			return nil
		}
		return s.erase(name)
	}
	_, err := s.Append(context.Background(), journal.Any, progress.Answer{Scenario: name, Format: "best", Of: 1}, progress.Setting{Name: "role", Value: name})
	return isDone("answer", name, err)
}

// isDone says that something was done.
func isDone(what, which string, err error) error {
	if err == nil {
		_, err = fmt.Println(what, which)
	}
	return err
}

// merge takes a record of one bookmark in.
func (s *saver) merge(name string) error {
	other := s.world.path("other.toml")
	text, err := textOf(progress.Bookmark{Scenario: name, On: 1, At: noon})
	if err == nil {
		err = os.WriteFile(other, text, 0o600)
	}
	if err == nil {
		_, err = s.Merge(other)
	}
	return err
}

// forget saves a reflection, backs it up, and erases it.
func (s *saver) forget(name string) error {
	words := name + " " + strings.Repeat("I will ask first. ", 5)
	saved, err := s.Append(context.Background(), journal.Any, progress.Reflection{Scenario: name, Text: words})
	if err == nil {
		_, err = s.BackUpNow()
	}
	if err == nil {
		_, err = s.ForgetReflection(saved[0].(progress.Reflection))
	}
	return isDone("forgotten", name, err)
}

// lead adds a part to a session, which is begun where there is none.
func (s *saver) lead(name string) error {
	led, _, err := openSession(s.world.options(), "s")
	if err != nil && !errors.As(err, new(*file.UnreadableError)) {
		led = newSession(s.world.options(), "s")
	} else if err != nil {
		return err
	}
	return errors.Join(led.Append(context.Background(), journal.Any, induction.Put{Situation: name, Action: "x"}), led.Close())
}

// restore goes back to a backup that has just been made.
func (s *saver) restore(name string) error {
	path, err := s.BackUpNow()
	if err == nil {
		_, err = s.RestoreOver(Backup{Path: path})
	}
	return isDone("other", name, err)
}

// erase erases everything, and begins anew.
func (s *saver) erase(name string) error {
	fmt.Println("erasing", name)
	if _, err := s.EraseAll(); err != nil {
		return err
	}
	if _, err := os.Stat(s.world.path("data", fileName)); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the record is still there: %v", err)
	}
	if err := isDone("erased", name, nil); err != nil {
		return err
	}
	return s.begin()
}
