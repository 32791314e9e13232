package tutor

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"probity/progress/disk/disktest"
	"probity/progress/folder"
	"probity/scenarios"
)

// TestWhatAStepKeepsFromBeingSavedIsKeptAndSavedOnce, whichever step fails, once or from then on until the disk works again: it is said to be not saved
// as long as it is not, and why.
func TestWhatAStepKeepsFromBeingSavedIsKeptAndSavedOnce(t *testing.T) {
	needsFiles(t, "steps of the disk")
	var facts int64 // in a record of which every step went well
	for _, lasts := range []bool{false, true} {
		for at, came := 0, true; came; at++ {
			f := &disktest.Fault{At: at, Lasts: lasts, Err: syscall.ENOSPC, Gone: true}
			c, dir := starting(), t.TempDir()
			file, err := folder.Open(folder.Options{Dir: dir, Now: func() time.Time { return c.now }, Disk: f.Steps()})
			if err != nil {
				t.Fatal(err)
			}
			tutor := openAs(t, Options{Dir: dir, File: file}, small(t), c)
			p := begin(t, tutor, Selection{Only: "a-thread"})
			f.Gone = false
			p.Sitting.Attempt().Take(p.Sitting.Current().Key)
			if err := p.Submit(); err != nil {
				t.Fatal(err)
			}
			p.Weigh(scenarios.FairlySure)
			tutor.Profile.Change(SettingTheme, "dark")
			w := written(t, tutor)
			came = f.Came()
			if why := ""; w.Err != nil {
				if why = tutor.WhyUnsaved(w.Err); !strings.HasPrefix(why, "An answer and a setting are not saved yet: the disk is full.") || !tutor.Troubled() {
					t.Errorf("%s at step %d: it is said %q", f.Struck.Name, at, why)
				}
			}
			f.Gone = true
			if w.Err != nil {
				tutor.Retry()
				w = written(t, tutor)
			}
			h, err := file.History()
			if err != nil || w.Err != nil || tutor.Troubled() || tutor.Record.Waiting() > 0 {
				t.Fatalf("%s at step %d, tried again: %v, %v, %d wait", f.Struck.Name, at, err, w.Err, tutor.Record.Waiting())
			}
			if theme, _ := h.Setting(SettingTheme); len(h.Answers()) != 1 || theme != "dark" || facts > 0 && h.Seq() != facts {
				t.Errorf("%s at step %d, tried again: %d facts and not %d, %d answers, the theme %q", f.Struck.Name, at, h.Seq(), facts, len(h.Answers()), theme)
			}
			if !came {
				facts = h.Seq()
			}
		}
	}
}
