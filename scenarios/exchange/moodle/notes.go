// What of a question is not kept.

package moodle

import (
	"fmt"

	"probity/scenarios/exchange"
)

// mostNotes is how many things may be named of one question; the rest are counted.
const mostNotes = 25

// notes are what is lost of one question. The same is said once.
type notes struct {
	question string
	lost     []exchange.Loss
	said     map[string]bool
	more     int
}

func (n *notes) add(line int, format string, of ...any) { n.told(line, fmt.Sprintf(format, of...)) }

// told takes in what a text of the question loses.
func (n *notes) told(line int, says string) {
	switch {
	case n.said[says]:
	case len(n.lost) == mostNotes:
		n.more++
	default:
		if n.said == nil {
			n.said = map[string]bool{}
		}
		n.said[says] = true
		n.lost = append(n.lost, exchange.Loss{Line: line, Question: n.question, Says: says})
	}
}

// losses are what is lost, in the order of the file.
func (n *notes) losses() []exchange.Loss {
	lost := exchange.InOrderOfLines(n.lost)
	if n.more > 0 {
		return append(lost, exchange.Loss{Line: lost[len(lost)-1].Line, Question: n.question, Says: fmt.Sprintf("and %d more things of it are not kept", n.more)})
	}
	return lost
}
