package linear

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"probity/progress"
)

// TestWhateverIsTyped: every place takes any line and comes to its end, and nothing that is said could act on a terminal.
func TestWhateverIsTyped(t *testing.T) {
	words := append([]string{
		"", "", "", "y", "n", "a", "b", "p", "r", "u", "w", "!", "next", "close", "rest", "4 rest", "1 1 1", "end", "leave", "go to", "add", "skip", "action", "people 9", "time", "pause", "situation", "notes",
		"flag", "hand in", "zz", "-", "\x1b[31mred", "12", "250", "Mrs Smith, 84", "“”", "again",
	}, strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12 back repeat options more help erase write preview export html name begin build put country save title slot history reflections certificate induction progress guidance settings")...)
	seeds := uint64(25)
	if testing.Short() {
		seeds = 4 // what one goroutine does is little for the race detector
	}
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			d := open(t, doctor, append(sat(sure(replied("a-request", "apart", "boundaries", 0, 9), 3)), progress.Reflection{Scenario: "a-request", Text: "Ask.", At: started}, progress.Bookmark{Scenario: "an-order", On: 1, At: started})...)
			t.Chdir(t.TempDir())
			random := rand.New(rand.NewPCG(seed, 22))
			var typed []string
			for range 120 {
				typed = append(typed, words[random.IntN(len(words))])
			}
			said := hear(t, strings.Join(typed, "\n"), func(c *Console) error { return c.Home(d.Tutor) })
			if t.Failed() || strings.ContainsAny(said, "\x1b\x07") {
				t.Fatalf("typed %q:\n%s", typed, said)
			}
		})
	}
}
