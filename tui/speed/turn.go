//go:build linux

// One turn: the tutor and the least program, each doing what is measured.

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// What stands on the screens of the two programs.
const (
	helloUsable = "hello, line 27"
	homeUsable  = "Practise"
	homeFigures = "· about" // how long today takes: what is derived from the record is there
	question    = "enter submit"
	certainty   = "How sure are you?"
	saved       = "Saved."
)

const (
	rounds     = 3  // starts and ends of each program in a turn
	presses    = 20 // keys of each program in a turn
	idling     = 2 * time.Second
	behind     = 300 * time.Millisecond // after which nothing is loaded any more behind the first screen
	careful    = 450 * time.Millisecond // a screen that just came takes no enter sooner
	fewAnswers = 100
)

var (
	usual = size{100, 30}
	wide  = size{300, 100}
)

// bench is what is measured, and where.
type bench struct {
	hello, tutor string // programs
	folder       string
	measured     map[string][]float64 // one value of each turn, by what was measured
	records      map[int]string       // folders, by how many answers their record has
	situation    string               // the one that is answered
}

// note keeps what was measured in this turn.
func (b *bench) note(name string, value float64) {
	b.measured[name] = append(b.measured[name], value)
}

func (b *bench) took(name string, value time.Duration) {
	b.note(name, float64(value)/float64(time.Millisecond))
}

// turn measures everything once.
func (b *bench) turn() error {
	steps := []func() error{
		b.starts,
		b.leastProgram,
		b.home,
		func() error { return b.wideKeys("hello wide", b.hello, helloUsable) },
		func() error { return b.wideKeys("tutor wide", b.tutor, homeUsable, b.learner(fewAnswers)...) },
		b.feedback,
	}
	for range rounds {
		steps = append(steps,
			func() error { return b.quit("hello", b.hello, helloUsable) },
			func() error { return b.quit("home", b.tutor, homeUsable, b.learner(fewAnswers)...) })
	}
	for _, n := range []int{10_000, 100_000} {
		steps = append(steps, func() error { return b.figures(n) })
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// learner are the flags of a learner who has answered so many situations.
func (b *bench) learner(answers int) []string {
	return []string{"--data", b.records[answers], "--role", "doctor", "--jurisdiction", "uk"}
}

// run starts a program on a terminal, does something with it and leaves it.
func (b *bench) run(program string, args []string, of size, answers bool, do func(*terminal) error) error {
	cmd := exec.Command(program, args...)
	cmd.Dir = b.folder
	cmd.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "HOME=" + b.folder, "PATH=" + os.Getenv("PATH")}
	t, err := start(cmd, of, answers)
	if err != nil {
		return err
	}
	defer t.leave()
	if err := do(t); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(program), err)
	}
	return nil
}

// starts measures starts, the programs close upon each other. The first round is not kept: a computer that did something else, or nothing, takes a
// tenth of a second to be awake and to have the programs in its memory, whichever is first.
func (b *bench) starts() error {
	few := b.learner(fewAnswers)
	for round := range 1 + rounds {
		for _, one := range []struct {
			name, usable, program string
			args                  []string
			answers               bool
		}{
			{"hello", helloUsable, b.hello, nil, true},
			{"home", homeUsable, b.tutor, few, true},
			{"mute", homeUsable, b.tutor, few, false}, // the terminal answers nothing that it is asked
			{"question", question, b.tutor, b.practising(), true},
			{"long", homeUsable, b.tutor, b.learner(100_000), true},
		} {
			var took time.Duration
			err := b.run(one.program, one.args, usual, one.answers, func(t *terminal) (err error) {
				took, err = t.sees(one.usable)
				return err
			})
			if err != nil {
				return err
			}
			if round > 0 {
				b.took(one.name+" usable", took)
			}
		}
	}
	return nil
}

// quit measures how long a program takes to be gone that has nothing more to do behind its first screen.
func (b *bench) quit(name, program, usable string, args ...string) error {
	return b.run(program, args, usual, true, func(t *terminal) error {
		if _, err := t.sees(usable); err != nil {
			return err
		}
		time.Sleep(behind)
		took, err := t.quits("q")
		b.took(name+" quit", took)
		return err
	})
}

func (b *bench) leastProgram() error {
	return b.run(b.hello, nil, usual, true, func(t *terminal) error { return b.whole(t, "hello", helloUsable) })
}

func (b *bench) home() error {
	return b.run(b.tutor, b.learner(fewAnswers), usual, true, func(t *terminal) error { return b.whole(t, "home", homeUsable) })
}

// whole measures a program that has started.
func (b *bench) whole(t *terminal, name, usable string) error {
	if _, err := t.sees(usable); err != nil {
		return err
	}
	t.settles()
	if err := b.keys(t, name); err != nil {
		return err
	}
	written, used, err := t.idle(idling)
	if err != nil {
		return err
	}
	b.note(name+" idle bytes", float64(written))
	b.note(name+" idle processor", used)
	most, err := t.peak()
	b.note(name+" memory", most)
	return err
}

// keys measures keys that move a mark.
func (b *bench) keys(t *terminal, name string) error {
	var took []time.Duration
	var sizes []int
	for range presses {
		if err := t.press("j"); err != nil {
			return err
		}
		one, size, err := t.painted()
		if err != nil {
			return err
		}
		took, sizes = append(took, one), append(sizes, size)
	}
	slices.Sort(took)
	slices.Sort(sizes)
	b.took(name+" key", took[len(took)/2])
	b.note(name+" key bytes", float64(sizes[len(sizes)/2]))
	return nil
}

func (b *bench) wideKeys(name, program, usable string, args ...string) error {
	return b.run(program, args, wide, true, func(t *terminal) error {
		if _, err := t.sees(usable); err != nil {
			return err
		}
		t.settles()
		return b.keys(t, name)
	})
}

// figures starts the tutor on a long record, and waits until home says what is derived from it.
func (b *bench) figures(answers int) error {
	name := fmt.Sprint(answers)
	return b.run(b.tutor, b.learner(answers), usual, true, func(t *terminal) error {
		took, err := t.sees(homeFigures)
		if err != nil {
			return err
		}
		b.took(name+" figures", took)
		most, err := t.peak()
		b.note(name+" memory", most)
		return err
	})
}

// feedback answers the situation that is the same in every turn.
func (b *bench) feedback() error {
	return b.run(b.tutor, b.practising(b.situation), usual, true, func(t *terminal) error {
		if _, err := t.sees(question); err != nil {
			return err
		}
		for _, key := range []string{"b", "\r"} {
			time.Sleep(careful)
			if err := t.press(key); err != nil {
				return err
			}
		}
		if _, err := t.sees(certainty); err != nil {
			return err
		}
		time.Sleep(careful)
		if err := t.press("2"); err != nil {
			return err
		}
		took, err := t.until("feedback", func(now string) bool { return !strings.Contains(now, certainty) })
		if err != nil {
			return err
		}
		b.took("feedback", took)
		_, err = t.sees(saved)
		return err
	})
}

// practising are the arguments of a practice.
func (b *bench) practising(situations ...string) []string {
	return slices.Concat([]string{"practise", "--new"}, situations, b.learner(fewAnswers))
}

// simple is the first situation of the library that is answered by one letter, and has marks.
func simple() (id string, err error) {
	library, err := pack.Builtin()
	if err != nil {
		return "", err
	}
	for _, f := range library.Bank.OfferTo(guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.UK}, "").Own {
		if first := f.Variants[0]; first.Format.Input() == scenarios.PickOne && first.Format.Scored() {
			return f.ID, nil
		}
	}
	return "", errors.New("the library has no situation that one letter answers")
}
