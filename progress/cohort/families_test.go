package cohort

import (
	"testing"

	"probity/scenarios/scenariostest"
)

// turned is the records of people who met a-request from the ward, the first half right, and then its turn, all of them right; and of
// some who met the turn first.
func turned(t *testing.T, wardFirst, numbFirst int) *Pool {
	t.Helper()
	bank := scenariostest.Families(t).Bank
	ward, _ := bank.Situation("a-request/from-the-ward")
	numb, _ := bank.Situation("a-request/numb-again")
	p := NewPool(bank)
	for n := range wardFirst + numbFirst {
		l, first, then := newLearner(100+n), ward, numb // whose names are in the order of the numbers
		if n >= wardFirst {
			first, then = numb, ward
		}
		chosen := first.Key[0]
		if n < wardFirst/2 {
			chosen = "d"
		}
		l.meets(first, chosen)
		l.meets(then, then.Key[0])
		p.record(l.history())
	}
	return p
}

// TestEachVariantHasItsFigures, of those who met it first, with its own key; it is told apart by what educators can read.
func TestEachVariantHasItsFigures(t *testing.T) {
	r, err := turned(t, 50, 50).Report("Probity")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Situations) != 2 {
		t.Fatalf("there are figures of %d situations", len(r.Situations))
	}
	ward, numb := r.Situations[0], r.Situations[1]
	if ward.ID != "a-request/from-the-ward" || ward.Title != "A request at eleven: from-the-ward" || ward.People.N != 50 || ward.Facility.Value != 0.5 {
		t.Errorf("the first is %+v", ward)
	}
	if numb.ID != "a-request/numb-again" || numb.Title != "A request at eleven: numb-again" || numb.People.N != 50 || numb.Facility.Value != 1 {
		t.Errorf("the second is %+v", numb)
	}
	if !ward.Options[1].Key || !numb.Options[2].Key || numb.Options[1].Key {
		t.Error("the key is another variant's")
	}
}

// TestNobodyIsInTwoFiguresOfAFamily: answers are withheld by the people who gave them, however many variants each of them met.
func TestNobodyIsInTwoFiguresOfAFamily(t *testing.T) {
	for _, c := range []struct{ ward, numb, shown int }{{10, 9, 1}, {9, 9, 0}, {12, 3, 1}, {10, 10, 2}} {
		r, err := turned(t, c.ward, c.numb).Report("Probity")
		if err != nil {
			t.Fatal(err)
		}
		counted := 0
		for _, s := range r.Situations {
			counted += s.People.N
		}
		if len(r.Situations) != c.shown || counted > r.People {
			t.Errorf("of %d and %d people, %d are counted in %d variants: %+v", c.ward, c.numb, counted, len(r.Situations), r.Situations)
		}
	}
}
