package practicemenu

import (
	"testing"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func TestAChoiceBeginsItsPractice(t *testing.T) {
	for keys, ask := range map[string]tutor.Selection{
		"a": {}, "w": {Weakest: true}, "down down enter": {Topic: "boundaries"}, "up enter": {Topic: "honesty"},
	} {
		t.Run(keys, func(t *testing.T) {
			d := screentest.New(t, screentest.Doctor)
			d.Show(New(d.Env)).Keys(keys).Requests(screen.Open{To: screen.ToPractice{Ask: ask}, Replace: true})
		})
	}
}

func TestATopicSaysHowMuchOfItWasMet(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env)).Sees("One topic", "0 of 2 met", "0 of 3 met")
}
