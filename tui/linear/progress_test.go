package linear

import (
	"testing"

	"probity/progress"
	"probity/tui/tutor"
)

// looking is what is said of a learner's progress.
func (d *desk) looking() string {
	d.t.Helper()
	return hear(d.t, "", func(c *Console) error { return c.Progress(d.Tutor) })
}

func TestProgressOfNothing(t *testing.T) {
	said := open(t, doctor).looking()
	if said != "Nothing answered yet. Practise, and this fills in.\n" {
		t.Errorf("said is %q", said)
	}
}

// sat is a sitting in which answers were given.
func sat(answers ...progress.Fact) []progress.Fact {
	first := progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"a-request"}, Library: "0.0.1", At: started.AddDate(0, -3, 0)}
	return append([]progress.Fact{first}, answers...)
}

// sure is an answer with a certainty.
func sure(a progress.Answer, sure int) progress.Answer {
	a.Sure = sure
	return a
}

// TestProgressInWords: all that the charts show, the next step first.
func TestProgressInWords(t *testing.T) {
	wrong, right := replied("a-request", "apart", "boundaries", 0, 60), replied("a-request", "apart", "boundaries", 1, 2)
	said := open(t, doctor, sat(
		sure(wrong, 3), sure(right, 3), sure(replied("gone", "named", "honesty", 0, 1), 3), sure(replied("a-thread", "named", "honesty", 0, 0), 1),
		progress.Reflection{Scenario: "a-request", Text: "Ask first.\nThen answer.", At: started.AddDate(0, 0, -1)},
	)...).looking()
	says(t, said,
		"4 answers on 4 days, 10 minutes of active time.\n", "1 of 4 marks, where chance alone would bring 1.", "Next: Practise Honesty: 0 of 2 right lately.\n",
		"Topics, the weakest first, as they went lately:\nHonesty: 0 of 2 right. 1 of 3 situations met.\nBoundaries: ",
		"Over time, by week:\nWeek of 21 September 2026: 0 of 1 right.\nWeek of 16 November 2026: ",
		"How sure, and how often right:\nWhen very sure, right 1 of 3.\nA guess, right 0 of 1.\n",
		"Very sure, and missed:\ngone (no longer in the library), 21 November 2026.\nA request after clinic, 23 September 2026, right since.\n",
		"Active time by month:\nSeptember 2026: 3 minutes.\nNovember 2026: 8 minutes.\n",
		"Reflections:\n21 November 2026, A request after clinic: Ask first.\nThen answer.\n",
		"1 answer to situations reworded since, counted as marked then.\n1 answer to situations no longer in the library, counted as marked then.\n")
	lacks(t, said, "fairly sure", "October 2026")
}

// TestProgressLeavesOutWhatThereIsNothingOf: no heading stands over nothing.
func TestProgressLeavesOutWhatThereIsNothingOf(t *testing.T) {
	unscored := replied("two-views", "named", "honesty", 0, 0)
	unscored.Format, unscored.Of, unscored.Chance, unscored.Seconds = "discuss", 0, 0, 0
	said := open(t, doctor, sat(unscored)...).looking()
	says(t, said, "One answer on 1 day, less than a minute of active time.\nNothing in it was scored.\nNext: Meet what is new in ",
		"Boundaries: nothing scored yet. 0 of 2 situations met.\n", "Honesty: nothing scored yet. 1 of 3 situations met.\n")
	lacks(t, said, "Over time", "How sure", "ery sure", "Active time by month", "Reflections:")
}

// TestTopicsAreThoseOfTheCountry: in Ireland none is listed that has no situation there, and the answers stay.
func TestTopicsAreThoseOfTheCountry(t *testing.T) {
	abroad := tutor.Learner{Role: doctor.Role, Jurisdiction: student.Jurisdiction}
	said := open(t, abroad, sat(replied("a-request", "apart", "boundaries", 1, 2))...).looking()
	says(t, said, "One answer on 1 day", "1 of 1 mark", "Honesty: nothing scored yet. 0 of 2 situations met.\n")
	lacks(t, said, "Boundaries")
}

// TestProgressOfManyAnswers has percentages, and says in words what is below chance.
func TestProgressOfManyAnswers(t *testing.T) {
	var facts []progress.Fact
	for i := range 12 {
		facts = append(facts, sure(replied("a-request", "apart", "boundaries", float64(i%2), 2), 3), sure(replied("a-thread", "named", "honesty", 0, 2), 1))
	}
	says(t, open(t, doctor, sat(facts...)...).looking(),
		"6 of 24 marks, where chance alone would bring 6. 0\u00a0% above chance, give or take 8 points: of three papers like it, two would come that close. Each situation counts by its own share, however many marks it has.\n",
		"Honesty: 33 points below what guessing brings. 1 of 3 situations met.\nBoundaries: 33\u00a0% above chance. 1 of 2 situations met.\n",
		"Week of 16 November 2026: 0\u00a0% above chance, 24 answers.\n", "When very sure, right 6 of 12.\nA guess, right 0 of 12.\nSurer than right: look at the confident mistakes.\n")
}

func TestBookmarksInWords(t *testing.T) {
	marked := progress.Bookmark{Scenario: "a-request", On: 1, At: started}
	says(t, open(t, doctor, marked).looking(), "Nothing answered yet.", "\nTo come back to:\nA request after clinic, bookmarked 22 November 2026.\n")
	said := open(t, doctor, sat(replied("a-request", "apart", "boundaries", 1, 2), marked, progress.Bookmark{Scenario: "gone", On: 1, At: started})...).looking()
	says(t, said, "To come back to:\ngone (no longer in the library), bookmarked 22 November 2026.\nA request after clinic, bookmarked")
}
