// The facts of an induction session as they stand in its file: one kind of table for each, as the record has its own.

package progress

import "probity/scenarios/induction"

type (
	inductionBegan    induction.Began
	inductionEntered  induction.Entered
	inductionSkipped  induction.Skipped
	inductionAdded    induction.Added
	inductionPut      induction.Put
	inductionCounted  induction.Counted
	inductionSeated   induction.Seated
	inductionExtended induction.Extended
	inductionTakenUp  induction.TakenUp
	inductionTurned   induction.Turned
)

func (inductionBegan) table() string    { return "induction-began" }
func (inductionEntered) table() string  { return "induction-entered" }
func (inductionSkipped) table() string  { return "induction-skipped" }
func (inductionAdded) table() string    { return "induction-added" }
func (inductionPut) table() string      { return "induction-put" }
func (inductionCounted) table() string  { return "induction-counted" }
func (inductionSeated) table() string   { return "induction-seated" }
func (inductionExtended) table() string { return "induction-extended" }
func (inductionTakenUp) table() string  { return "induction-taken-up" }
func (inductionTurned) table() string   { return "induction-turned" }

// toKeep is a session's fact as its file keeps it.
func toKeep(f induction.Fact) Fact {
	switch f := f.(type) {
	case induction.Began:
		return inductionBegan(f)
	case induction.Entered:
		return inductionEntered(f)
	case induction.Skipped:
		return inductionSkipped(f)
	case induction.Added:
		return inductionAdded(f)
	case induction.Put:
		return inductionPut(f)
	case induction.Counted:
		return inductionCounted(f)
	case induction.Seated:
		return inductionSeated(f)
	case induction.Extended:
		return inductionExtended(f)
	case induction.TakenUp:
		return inductionTakenUp(f)
	case induction.Turned:
		return inductionTurned(f)
	}
	return nil
}

// asKept is the session's fact that a file kept; nil for a fact of another kind.
func asKept(f Fact) induction.Fact {
	switch f := f.(type) {
	case inductionBegan:
		return induction.Began(f)
	case inductionEntered:
		return induction.Entered(f)
	case inductionSkipped:
		return induction.Skipped(f)
	case inductionAdded:
		return induction.Added(f)
	case inductionPut:
		return induction.Put(f)
	case inductionCounted:
		return induction.Counted(f)
	case inductionSeated:
		return induction.Seated(f)
	case inductionExtended:
		return induction.Extended(f)
	case inductionTakenUp:
		return induction.TakenUp(f)
	case inductionTurned:
		return induction.Turned(f)
	}
	return nil
}
