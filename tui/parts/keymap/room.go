package keymap

import "charm.land/bubbles/v2/key"

// The keys of an induction session. A presenter's clicker sends page down and page up.

// Forward goes on by a step.
func Forward() key.Binding { return New("space/→", "go on", "space", "right") }

// ReadOn shows the next page of a text that is longer than the window. → goes on at once.
func ReadOn() key.Binding { return New("space", "read on, then go on", "space", "enter") }

// Backward goes back by a step.
func Backward() key.Binding { return New("←", "go back", "left") }

// Correct takes the last digit away.
func Correct() key.Binding { return New("⌫", "correct the number", "backspace") }

// Hands types the hands for the choice at the cursor.
func Hands() key.Binding {
	return New("0–9", "hands for this choice, or who abstain", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
}

// NextCount ends a number and goes to the next, as blanks do between numbers on a line.
func NextCount() key.Binding { return New("space", "the next number, while one is typed", "space") }

// Rest gives those who have not voted to the last choice, or, once that is counted, to those who abstain.
func Rest() key.Binding { return New("f", "the rest to the last", "f") }

// Peek shows the situation again where there is no room for it.
func Peek() key.Binding { return New("q", "look at the situation", "q") }

// Explain shows why an option is right or wrong, one after the other.
func Explain() key.Binding { return New("↓/↑", "why, one option at a time", "down", "up") }

// CloseVote goes on though hands are missing.
func CloseVote() key.Binding { return New("c", "close the vote as it is", "c") }

// Skip leaves a situation out.
func Skip() key.Binding { return New("s", "skip this situation", "s") }

// Jump goes to any situation.
func Jump() key.Binding { return New("g", "overview, to go to any", "g") }

// MoreTime gives a countdown another minute.
func MoreTime() key.Binding { return New("+", "one more minute", "+", "=") }

// Pause stops a countdown and lets it go on.
func Pause() key.Binding { return New("p", "pause, go on", "p") }

// Blank empties the screen; any key shows it again.
func Blank() key.Binding { return New("b", "blank the screen", "b", ".") }

// Add puts in another situation.
func Add() key.Binding { return New("a", "add a situation", "a") }

// PutAction chooses which action of a rating is voted on.
func PutAction() key.Binding { return New("o", "which action is voted on", "o") }

// People changes how many are in the room.
func People() key.Binding { return New("r", "people in the room", "r") }

// Phones lets phones vote, and shows how they join.
func Phones() key.Binding { return New("v", "votes from phones", "v") }

// Wifi shows how a phone gets onto the wifi.
func Wifi() key.Binding { return New("w", "onto the wifi, or to the vote", "w") }

// OwnPhone shows how the facilitator's own phone gets the notes.
func OwnPhone() key.Binding { return New("v", "these notes on your own phone", "v") }

// End ends a session.
func End() key.Binding { return New("e", "end the session", "e") }

// LeaveRoom leaves a session to be carried on later.
func LeaveRoom() key.Binding { return New("esc", "leave, to carry on later", "esc") }

// More adds to what the cursor is at.
func More() key.Binding { return New("+", "more minutes", "+", "=") }

// Less takes from what the cursor is at.
func Less() key.Binding { return New("-", "fewer minutes", "-", "_") }

// Pick puts a situation into a plan, or takes it out.
func Pick() key.Binding { return New("space", "in or out", "space") }

// Turn puts a turn of a situation into a plan.
func Turn() key.Binding { return New("t", "one thing different", "t") }

// SavePlan writes a plan to a file.
func SavePlan() key.Binding { return New("w", "save the plan to a file", "w") }
