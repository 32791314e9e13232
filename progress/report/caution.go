// What the figures can't say.

package report

import "fmt"

// smallRoom is the number of people below which one hand is more than a twentieth of the room.
const smallRoom = 20

// caution says what the figures can't.
func (r Report) caution() string {
	says := "Hands are raised in sight of others, and a second vote follows the first: a shift shows what the room came to agree on, " +
		"not what each person learnt."
	if r.byPhone() {
		says = "Votes by phone are nobody else's to see, but hands are, and a second vote follows the first: a shift shows what the room came to " +
			"agree on, not what each person learnt."
	}
	if r.Attendance < smallRoom {
		says += fmt.Sprintf(" With %d people, one hand is %d %% of the room: read small differences as conversation, not as measurement.",
			r.Attendance, (100+r.Attendance/2)/max(r.Attendance, 1))
	}
	return says
}
