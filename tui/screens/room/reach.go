package room

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"probity/tui/tutor"
)

// The messages of looking whether phones still find this computer: that it is time to look, and what was found.
type (
	lookMsg   struct{ phones *tutor.Phones }
	lookedMsg struct {
		phones *tutor.Phones
		at     tutor.Reach
	}
)

// lookEvery is how often this computer's address is looked at while phones vote.
const lookEvery = 5 * time.Second

// look looks whether phones still find this computer, in a while.
func (r *Screen) look() tea.Cmd { return r.env.After(lookEvery, lookMsg{r.phones}) }

// looked takes what a look found. A computer that is in no network keeps its phones' votes and waits: the address may come back. One that has
// another address, twice in a row, lets phones join there.
func (r *Screen) looked(msg lookedMsg) tea.Cmd {
	if msg.phones != r.phones || !r.byPhone() {
		return nil
	}
	before := r.found
	r.found = msg.at
	switch {
	case msg.at == tutor.Moved && before == tutor.Moved:
		r.phones.Close()
		r.phones = nil
		return r.connect()
	case msg.at == tutor.Alone && before != tutor.Alone:
		r.env.Notice("This computer is in no network at the moment, and phones can't reach it. What they have voted is kept; join the wifi again, or count hands.")
	}
	return r.look()
}
