package linear

import (
	"os"
	"path/filepath"
	"testing"

	"probity/scenarios/induction"
)

// inducting is what is said where sessions are planned and led, and lines are typed.
func (d *desk) inducting(typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { return c.inducting(d.Tutor) })
}

// TestPlansAreListedAndLookedAt: the ready-made ones of a country, and each situation of one with its key.
func TestPlansAreListedAndLookedAt(t *testing.T) {
	said := open(t, doctor).inducting("1\n3\n8\n1\n1\n\n\n\n\n")
	says(t, said, "Each situation is read, voted on, argued over", "Induction:\n1. Agendas for the United Kingdom: ", "\n2. Agendas for Ireland: ", "\n3. Build a plan: pick situations and minutes\n4. A plan from a file: ",
		"There are none ready for the United Kingdom.\n", "The plan:\n1. Begin: 0 situations\n2. Try it yourself: its situations alone, as practice\n3. Slot: 45 minutes, of which 0 are planned\n4. Title: Induction\n5. Country: United Kingdom; this line changes it to Ireland\n6. Room: how many people\n7. Save to a file: to keep, edit and pass on\n8. Put a situation in: at the end\nWhich one?",
		"Put in from:\n1. Boundaries: 2 situations\n", "Put in from Boundaries:\n1. ", "It is in the plan, at the end: 7 of 45 minutes are planned.\n")
}

// TestAPlanIsBuilt: situations put in, moved, given minutes, taken out; and it is saved, and read again.
func TestAPlanIsBuilt(t *testing.T) {
	d := open(t, doctor)
	file := filepath.Join(t.TempDir(), "monday.toml")
	said := d.inducting("build\ntitle\nMonday\nslot\nnone\n20\nput\nboun\na re\n\nhon\nfour\n\n\n10\nmin\n9\nearlier\n\n9\nlook\n\nslot\n\nsave\n" + file + "\nsave\n" + file + "\nback\nroom\n1\n12\n10\ntake\n\n\n")
	says(t, said, "4. Title: Monday\n", "\"none\" is no number of minutes", "3. Slot: 20 minutes", "9. A request after clinic: 7 minutes\n10. Four ways to sign: 7 minutes\n", "Four ways to sign:\n1. Look at it", "2. Minutes: 9\n", "It is number 1 of 2 now.",
		"9. Four ways to sign: 9 minutes\n10. A request after clinic: 7 minutes\n", "Four ways to sign\nRole: ", "Key: ", "The vote: One hand each", "the word action in the room chooses another.", "It comes down to: ", "The plan is written to ", "is there already, and was left as it is",
		"A room of 1 is not possible", "6. Room: 12 people\n", "No longer here: A request after clinic.\nThe plan. Which one?")
	says(t, d.inducting("a plan\n"+file+"\n\n\n"), "The plan:\n1. Begin: 2 situations\n", "4. Title: Monday\n", "9. Four ways to sign: 9 minutes\n10. A request")
	d.must(os.WriteFile(file, []byte("title = \"x\"\nnonsense = 1\n"), 0o600))
	says(t, d.inducting("a plan\n"+file+"\na plan\nnone.toml\n\n"), file+":", "nonsense", "Induction. Which one?", "there is no file none.toml", "Induction. Which one?")
}

// TestAPlanIsTriedAlone, as practice, and a plan of nothing says what is wrong with it.
func TestAPlanIsTriedAlone(t *testing.T) {
	d := open(t, doctor)
	says(t, d.inducting("build\ntry\nbegin\nput\nboun\na re\n\n\ntry\n\nback\n\n\n"), "The plan has no situations yet: put one in.", "The plan. Which one?", "item", "what the room met, now for yourself.", "Situation 1 of 1: A request after clinic")
}

// TestAnotherCountryNamesWhatLeavesThePlan, and asks first.
func TestAnotherCountryNamesWhatLeavesThePlan(t *testing.T) {
	d := open(t, doctor)
	said := d.inducting("build\nput\nboun\na re\n\n\ncountry\nn\ncountry\ny\n\n\n")
	says(t, said, "Not offered in Ireland, and no longer in the plan: A request after clinic. Change the country? (y or n)\n", "The plan. Which one?", "(y or n)\n", "5. Country: Ireland; this line changes it to United Kingdom\n")
}

// TestASessionGoesWithItsPlanFromTheCommandLine: with people it begins at once, and without them at the plan.
func TestASessionGoesWithItsPlanFromTheCommandLine(t *testing.T) {
	d := open(t, doctor)
	plan, err := induction.Build(d.Library.Pack().Bank, "Monday", doctor.Jurisdiction, 45, induction.Item{Situation: "a-request"})
	d.must(err)
	lead := func(people int, typed string) string {
		return hear(t, typed, func(c *Console) error { return c.Induct(d.Tutor, &plan, people) })
	}
	says(t, lead(12, "\nleave\n"), "Monday. 12 people.\n", "1 of 1, A request after clinic. The situation.\n", "The session stays open and can be carried on.\n")
	says(t, lead(0, "\n"), "The plan:\n1. Begin: 1 situation\n")
	says(t, lead(12, "back\n\n"), "Monday. 12 people.\n", "The plan:\n1. Begin")
	lacks(t, lead(12, ""), "The plan")
}
