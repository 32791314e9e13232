// Leaving while a certificate is made: it is there when the program is gone, and nothing else is waited for.
//
//	go test ./tui/command -run TestLeavingWhileACertificateIsMade                     a few times
//	go test ./tui/command -run TestLeavingWhileACertificateIsMade -leavings 300       so often, and says how long each took

package command_test

import (
	"flag"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"probity/progress/certificate"
	"probity/tui/screen/screentest"
)

var leavings = flag.Int("leavings", 3, "how often a certificate is left while it is made")

// TestLeavingWhileACertificateIsMade leaves at some moment from the key on that has it made to when it is there.
func TestLeavingWhileACertificateIsMade(t *testing.T) {
	t.Parallel() // it waits for most of the time
	var took []time.Duration
	for n := range *leavings {
		after := time.Duration(rand.IntN(60)) * time.Millisecond
		t.Run(after.String(), func(t *testing.T) { took = append(took, leaveACertificate(t, n%3 > 0, after)) })
	}
	slices.Sort(took)
	of := func(share int) time.Duration {
		return took[min(len(took)-1, len(took)*share/100)].Round(time.Millisecond)
	}
	t.Logf("of %d: half within %v, 90 %% within %v, 99 %% within %v, the last %v", len(took), of(50), of(90), of(99), took[len(took)-1])
}

// leaveACertificate leaves some time after it was asked for, or, where it was not, while it is looked for the typefaces that it needs.
func leaveACertificate(t *testing.T, asked bool, after time.Duration) time.Duration {
	t.Helper()
	own := screentest.Siobhan()
	own.Name = "Siobhán Ní Dhomhnaill אב" // whose letters the built-in typeface lacks
	own.Reflection = certificate.Reflection{What: "An evening's work."}
	p := placeOf(t, "a certificate's export")
	p.record = func(t *testing.T) string { return screentest.Filled(t, own) }
	s := p.seat(t)
	s.env = append(s.env, typefacesVariable+"=1", "TMPDIR="+t.TempDir())
	s.folder = t.TempDir()
	term := s.start(t)
	term.goes(p)
	if asked {
		term.press("1")
	}
	<-time.After(after)
	left := time.Now()
	term.press(interrupt)
	term.ends(soon(), 0)
	took := time.Since(left)
	term.restored()
	whole(t, term.data)
	made, err := filepath.Glob(filepath.Join(s.folder, "*.pdf"))
	if err != nil || len(made) == 1 != asked {
		t.Errorf("asked for %v, it is in %q", asked, made)
	}
	return took
}
