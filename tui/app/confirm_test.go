package app

import (
	"regexp"
	"strings"
	"testing"

	"probity/tui/screen"
)

// TestAQuestionThatIsGoneIsAskedAgain, whatever took it away: a click on it or beside it, or help. While it stands the same key answers it, and so
// does a click on the words that name the key: what is no key at the foot has no other place for a mouse.
func TestAQuestionThatIsGoneIsAskedAgain(t *testing.T) {
	for _, c := range []struct {
		name  string
		start screen.Route
		keys  string // before
		key   string
		asks  string
		stays string // what is still there
		goes  string // what is there once it is answered
	}{
		{"handing in", nil, "a b o", "s", "again hands in", "0 of 4 answered", "Not passed"},
		{"leaving an assessment", nil, "a b", "esc", "Leave for now?", "Assessment 1 of 4", "carry on"},
		{"beginning another assessment", nil, "a b esc esc a down", "enter", "An assessment is open", "Begin", "Assessment 1 of 4"},
		{"taking back", only("a-request"), "b enter 2", "u", "u again takes", "Saved.", "Taken back"},
		{"an order as it was dealt", only("an-order"), "", "enter", "Leave them so?", "enter submit", "How sure are you?"},
		{"erasing", only("a-request"), "b enter 2 r A ctrl+s enter enter o r", "x", "again erases it", "A request", "Erased."},
		{"dropping words", only("a-request"), "b enter 2 r A ctrl+s enter enter o r enter B", "esc", "esc again drops it", "AB", "stays as it was"},
		{"leaving a room", inARoom, "space", "esc", "Leave the room?", "The situation", "Probity"},
		{"skipping", inARoom, "space", "s", "Skip this situation?", "The situation", "2 of 4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, given{learner: doctor, start: c.start}).keys(c.keys)
			takesAway := []func(){func() {
				words := d.names(c.key)
				x, y := d.find(words)
				d.keys("+5s").clickAt(x+len(words), y) // just behind them
			}}
			if !d.app.app.fullScreen() { // where a click goes on
				takesAway = append(takesAway, func() { d.keys("+5s").clickAt(78, 20) })
			}
			if !d.app.app.typing() {
				takesAway = append(takesAway, func() { d.keys("? ?") })
			}
			for _, take := range takesAway {
				d.keys(c.key).sees(c.asks)
				if take(); d.app.app.notice.left != "" {
					t.Fatalf("the question stands:\n%s", d.screen())
				}
				d.sees(c.stays)
			}
			d.keys(c.key).sees(c.asks).keys(c.key).sees(c.goes)
			d = drive(t, given{learner: doctor, start: c.start}).keys(c.keys).keys(c.key).sees(c.asks)
			d.click(d.names(c.key)).sees(c.goes)
		})
	}
}

// names is the words with which the question at the foot names its key, as far as they stand on one line.
func (d *driver) names(key string) string {
	d.t.Helper()
	words, _, _ := strings.Cut(regexp.MustCompile(`(?i)\b`+key+`\s+again`).FindString(d.screen()), "\n")
	return strings.TrimSpace(words)
}
