package tutor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/scenarios/pack"
)

// planned is a practice of a plan of these situations.
func planned(t *testing.T, tutor *Tutor, of ...string) *Practice {
	t.Helper()
	plan := induction.Plan{Title: "Monday", Jurisdiction: guidance.UK}
	for _, id := range of {
		plan.Items = append(plan.Items, induction.Item{Situation: id})
	}
	return begin(t, tutor, Selection{Plan: &plan})
}

// TestAPlanIsMetAtHome: each family once and in the plan's order, through what the room met, and another time through another variant.
func TestAPlanIsMetAtHome(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := families(t, Options{Dir: dir}, c, 7)
	monday := []string{"three-steps/a-wrong-dose", "a-request/an-old-friend", "a-request/numb-again", "gone/away"}
	p := planned(t, tutor, monday...)
	if got := drawnIn(p); !slices.Equal(got, []string{"three-steps", "a-request"}) {
		t.Errorf("it has %v", got)
	}
	sitting, _ := p.in.record.history.Sitting(p.id)
	if want := []string{"three-steps/a-wrong-dose", "a-request/an-old-friend"}; !slices.Equal(sitting.Drawn, want) || sitting.Kind != "practice" {
		t.Errorf("it begins with %v, as a %s, want %v", sitting.Drawn, sitting.Kind, want)
	}
	right(t, p)
	again, _ := p.in.record.history.Sitting(planned(t, tutor, monday...).id)
	if again.Drawn[0] == "three-steps/a-wrong-dose" || again.Drawn[1] != "a-request/an-old-friend" {
		t.Errorf("after the first was answered it begins with %v", again.Drawn)
	}
}

// TestAPlanOfAnotherCountry says what of it is left out, and that there is nothing where all is.
func TestAPlanOfAnotherCountry(t *testing.T) {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	tutor, bank := openAs(t, Options{Dir: t.TempDir()}, library, starting()), library.Bank
	var abroad []string
	for _, f := range bank.Families() {
		if len(f.For(guidance.UK)) == 0 {
			abroad = append(abroad, f.ID)
		}
	}
	if len(abroad) < 5 {
		t.Fatalf("%d families are not for the United Kingdom", len(abroad))
	}
	p := planned(t, tutor, "maya-finds-you-online", abroad[0])
	if want := "Left out, since it is not offered in the United Kingdom: “" + bank.TitleOf(abroad[0]) + "”."; !strings.Contains(p.Note, want) || len(drawnIn(p)) != 1 {
		t.Errorf("it has %v, and says %q", drawnIn(p), p.Note)
	}
	p = planned(t, tutor, append([]string{"maya-finds-you-online"}, abroad...)...)
	if more := fmt.Sprintf(" and %d more.", len(abroad)-titlesTold); !strings.Contains(p.Note, more) || strings.Count(p.Note, "“") != 1+titlesTold {
		t.Errorf("of %d left out it says %q", len(abroad), p.Note)
	}
	plan := induction.Plan{Title: "Tuesday", Jurisdiction: guidance.Ireland, Items: []induction.Item{{Situation: abroad[0]}}}
	if _, err := tutor.Practices.Begin(Selection{Plan: &plan}); err == nil || !strings.Contains(err.Error(), "nothing of “Tuesday” is offered in the United Kingdom") {
		t.Errorf("all of it is elsewhere: %v", err)
	}
}
