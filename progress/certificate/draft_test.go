package certificate

import "testing"

// TestTwoWindowsFillOneDraftIn: each keeps what it changed, and what it left alone stays as the other has it.
func TestTwoWindowsFillOneDraftIn(t *testing.T) {
	before := Draft{For: "month", From: "r1", Own: Own{Name: "Ann", Hours: 1, Reflection: Reflection{What: "a", SoWhat: "b"}, Facilitated: &Facilitated{"Bob", "Ward 9", 4}}}
	there, mine := before, before
	there.From, there.Own.Name, there.Own.Reflection.SoWhat, there.Own.Facilitated = "r2", "Ann O'Example", "c", &Facilitated{"Bob", "Ward 9", 5}
	mine.Own.Hours, mine.Own.Registration, mine.Own.Change = 2, "7654321", "Less."
	want := there
	want.Own.Hours, want.Own.Registration, want.Own.Change = 2, "7654321", "Less."
	same(t, "both", mine.Over(there, before), want)
	same(t, "this one alone", mine.Over(before, before), mine)

	mine.From, mine.Own.Reflection.SoWhat, mine.Own.Facilitated = "r3", "d", nil
	got := mine.Over(there, before)
	same(t, "what both changed", got.From+got.Own.Reflection.SoWhat, "r3d")
	same(t, "taken away", got.Own.Facilitated, nil)

	other := mine
	other.For = "year"
	same(t, "for other work", other.Over(there, before), other)
	same(t, "from other work", mine.Over(there, other), mine)
	same(t, "never read", Draft{For: "month", Own: Own{Hours: 3}}.Over(there, Draft{}).Own.Name, "Ann O'Example")
}
