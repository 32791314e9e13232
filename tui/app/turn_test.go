// A turn in practice: the question and its feedback, as whole frames.

package app

import (
	"fmt"
	"testing"

	"probity/tui/screen"
)

func TestPractisedTurnGoldens(t *testing.T) {
	const turn = "b enter 2 end enter"
	load := families(t)
	for _, size := range usual {
		for _, s := range []struct{ name, keys string }{
			{"offered", "b enter 2"}, {"question", turn}, {"question, the situation", turn + " s"}, {"feedback", turn + " a enter 3"},
		} {
			t.Run(fmt.Sprintf("%s %dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				start := screen.ToGuidance{Clause: "rules/2"} // which leads to the family that cites it
				d := drive(t, given{learner: doctor, load: load, start: start, width: size[0], height: size[1]}).keys("pgdown enter " + s.keys)
				look(t, d, size)
			})
		}
	}
}
