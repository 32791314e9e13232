package tutor

import (
	"context"
	"fmt"
	"testing"

	"probity/progress"
	"probity/scenarios"
)

// crowded is a file to which other windows save before each of so many writes of this one.
type crowded struct {
	File
	others int
	save   func()
}

func (c *crowded) Append(ctx context.Context, after int64, facts ...progress.Fact) ([]progress.Fact, error) {
	if c.others > 0 {
		c.others--
		c.save()
	}
	return c.File.Append(ctx, after, facts...)
}

// TestWhatIsSavedDuringAReadingIsThereAfterIt, whatever reads the record meanwhile, and so is what another window saved in between.
func TestWhatIsSavedDuringAReadingIsThereAfterIt(t *testing.T) {
	for name, during := range map[string]func(t *testing.T, tutor *Tutor, save func()){
		"as it is opened": func(t *testing.T, tutor *Tutor, save func()) {
			tutor.Record.history = nil
			reading := tutor.Read()
			err := reading.Run()
			save()
			reading.Done(err)
		},
		"as a reflection is erased": func(t *testing.T, tutor *Tutor, save func()) {
			erasing := tutor.Record.Forget(tutor.Record.History().Reflections()[0])
			done := erasing.Run()
			save()
			if erasing.Done(done); done.Err != nil {
				t.Fatal(done.Err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			tutor := reflected(t, dir, "A wording.")
			during(t, tutor, func() {
				meet(t, open(t, dir, small(t)), "a-thread")
				tutor.Profile.Change(SettingTheme, "dark")
				if w := written(t, tutor); w.Err != nil {
					t.Fatal(w.Err)
				}
			})
			if tutor.Profile.Setting(SettingTheme) != "dark" || !tutor.Record.Stale() {
				t.Errorf("the theme is %q, and there may be more: %v", tutor.Profile.Setting(SettingTheme), tutor.Record.Stale())
			}
			tutor.CatchUp()
			theme, _ := tutor.Record.History().Setting(SettingTheme)
			if n := len(tutor.Record.History().Answers()); theme != "dark" || n != 2 || tutor.Record.Stale() {
				t.Errorf("read again, it has %d answers, and the theme is %q", n, theme)
			}
		})
	}
}

// TestASaveAmongOthersIsKeptAndHasWhatTheyKept, however often another window comes first.
func TestASaveAmongOthersIsKeptAndHasWhatTheyKept(t *testing.T) {
	for _, others := range []int{0, 1, patience - 1, patience, patience + 1} {
		t.Run(fmt.Sprint(others), func(t *testing.T) {
			dir := t.TempDir()
			tutor := open(t, dir, small(t))
			meet(t, tutor, "a-thread")
			other := open(t, dir, small(t))
			times := 0
			tutor.Record.file = &crowded{tutor.Record.file, others, func() {
				times++
				other.Profile.Change("times", fmt.Sprint(times))
				flush(t, other)
			}}
			p, err := tutor.Practices.Begin(Selection{Only: "a-request"})
			if err != nil {
				t.Fatal(err)
			}
			p.Sitting.Attempt().Take([]string{"b"})
			if err := p.Submit(); err != nil {
				t.Fatal(err)
			}
			p.Weigh(scenarios.FairlySure)
			flush(t, tutor)
			tutor.CatchUp()
			h, next := tutor.Record.History(), open(t, dir, small(t)).Record.History()
			if h.Seq() != next.Seq() || len(h.Answers()) != 2 || len(next.Answers()) != 2 {
				t.Errorf("%d facts and %d answers here, %d and %d at the next start", h.Seq(), len(h.Answers()), next.Seq(), len(next.Answers()))
			}
			if value, _ := h.Setting("times"); others > 0 && value != fmt.Sprint(others) {
				t.Errorf("the other window saved %d times, and here it is %q", others, value)
			}
		})
	}
}
