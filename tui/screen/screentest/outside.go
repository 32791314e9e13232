package screentest

import (
	"reflect"

	"probity/guidance/text/texttest"
	"probity/progress"
)

// Outside are the facts of a record that somebody wrote who means harm: a practice and an assessment, and then of each kind a fact for each
// of its texts, and one in which all are given.
func Outside(give texttest.Give) []progress.Fact {
	facts := append(Practised("s"), Assessed()...)
	facts = append(facts,
		progress.Attended{Session: "20261120-090000-abcd", Title: "Monday", Situations: []string{"a-thread"}, Minutes: 15, Size: 20, Library: "0.0.1", Held: Started.AddDate(0, 0, -2)},
		progress.Setting{Name: "certainty", Value: "on"}, progress.Flag{Sitting: "done", Scenario: "a-request", On: 1}, progress.Bookmark{Scenario: "a-thread", On: 1},
	)
	for _, kind := range progress.Kinds() {
		for _, fact := range facts {
			if fact.Table() == kind.Table() {
				facts = append(facts, texttest.Each(fact, give)...)
				break
			}
		}
		all := reflect.New(reflect.TypeOf(kind))
		texttest.Whole(all.Interface())
		texttest.Fill(all.Interface(), give)
		facts = append(facts, all.Elem().Interface().(progress.Fact))
	}
	return facts
}

// Practised is a practice of the small library of which something is due again.
func Practised(sitting string) []progress.Fact {
	right, wrong := Replied("a-request", "boundaries", 4, 3, 3), Replied("a-thread", "honesty", 0, 1, 3)
	right.Principle, right.Sitting = "apart", sitting
	wrong.Principle, wrong.Sitting, wrong.Format, wrong.Chosen = "named", sitting, "choose", []string{"b", "c", "d"}
	began := progress.Sitting{ID: sitting, Kind: progress.Practice, Drawn: []string{"a-request", "a-thread"}, Library: "0.0.1", At: Started.AddDate(0, 0, -3)}
	return []progress.Fact{began, right, wrong}
}
