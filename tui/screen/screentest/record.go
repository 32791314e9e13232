package screentest

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/progress/certificate"
	"probity/progress/folder"
	"probity/progress/journal"
	"probity/scenarios"
)

// Started is when the clocks of tests start.
var Started = time.Date(2026, 11, 22, 9, 28, 11, 0, time.UTC)

// Recorded is a folder with a record that holds facts: a doctor's, in the UK.
func Recorded(t *testing.T, facts ...progress.Fact) string {
	t.Helper()
	dir := t.TempDir()
	record, err := folder.Open(folder.Options{Dir: dir, Now: func() time.Time { return Started }})
	if err == nil {
		err = record.Create(progress.Learner{Role: string(guidance.Doctor), Jurisdiction: string(guidance.UK)})
	}
	if err == nil && len(facts) > 0 {
		_, err = record.Append(t.Context(), journal.Any, facts...)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// Replied is an answer to a situation of the small library, so many days ago, that is so many quarters right.
func Replied(scenario, topic string, quarters, sure, days int) progress.Answer {
	a := progress.Answer{
		Sitting: "s", Scenario: scenario, Revision: 1, Topic: topic, Principle: topic, Format: "best", Chosen: []string{"a"},
		Of: 1, Chance: 0.25, Sure: sure, Seconds: 150, At: Started.AddDate(0, 0, -days),
	}
	switch {
	case scenario == "four-ways":
		a.Format, a.Marks, a.Of, a.Chance = "rate", 4*float64(quarters), 16, 0.375
		a.Chosen = append([]string{"a=4", "b=3", "c=2", "d=1"}[:quarters:quarters], []string{"a=1", "b=1", "c=4", "d=4"}[quarters:]...)
	case quarters == 4:
		a.Marks, a.Chosen = 1, []string{"b"}
	}
	return a
}

// Swollen is an answer with marks that are hardly a number.
func Swollen(days int) progress.Answer {
	a := Replied("a-request", "boundaries", 0, 3, days)
	a.Marks = 1.5e308
	return a
}

// Improving is the record of somebody who got better over a year, with a gap, and was too sure at times.
func Improving() []progress.Fact {
	facts := []progress.Fact{progress.Sitting{ID: "s", Kind: progress.Practice, Drawn: []string{"a-request"}, Library: "0.0.1", At: Started.AddDate(-1, 0, 0)}}
	for i := range 60 {
		days := 5 * (60 - i)
		if days > 150 && days < 220 {
			continue
		}
		quarters := min(4, (i%5+i/12)/2+1)
		scenario, topic := "a-request", "boundaries"
		if i%3 == 0 {
			scenario, topic, quarters = "four-ways", "honesty", max(0, quarters-2)
		}
		for range 1 + i%4 {
			facts = append(facts, Replied(scenario, topic, quarters, 1+i%3, days))
		}
	}
	return append(facts,
		progress.Reflection{Scenario: "a-request", Text: "I answer before I have read to the end."},
		progress.Reflection{Scenario: "four-ways", Text: "A title says more than a name.\nI sign with both now."},
		Replied("long-gone", "past", 0, 0, 3), Replied("a-thread", "honesty", 4, 2, 2), Replied("a-request", "boundaries", 4, 2, -30),
	)
}

// Assessed is a record with an assessment handed in, and a practice before.
func Assessed() []progress.Fact {
	in := func(sitting string, a progress.Answer) progress.Answer { a.Sitting = sitting; return a }
	return []progress.Fact{
		progress.Sitting{ID: "before", Kind: progress.Practice, Drawn: []string{"a-thread"}, Library: "0.0.1", At: Started.AddDate(0, -3, 0)},
		in("before", Replied("a-thread", "honesty", 1, 2, 92)), progress.Reflection{Scenario: "a-request", Text: "I was too quick."},
		progress.Sitting{ID: "done", Kind: progress.Assessment, Drawn: []string{"a-request", "four-ways"}, Library: "0.0.1", At: Started.AddDate(0, 0, -2)},
		in("done", Replied("a-request", "boundaries", 4, 3, 2)), in("done", Replied("four-ways", "honesty", 3, 2, 2)),
		progress.Submit{Sitting: "done", Pass: 0.5, Rule: scenarios.ByShares, At: Started.AddDate(0, 0, -2)},
	}
}

// Filled is a record with a draft for its assessment beside it. It holds these facts, or those of Assessed.
func Filled(t *testing.T, own certificate.Own, facts ...progress.Fact) string {
	t.Helper()
	if len(facts) == 0 {
		facts = Assessed()
	}
	dir := Recorded(t, facts...)
	file, err := certificate.Draft{For: "done", Own: own}.Encode()
	if err == nil {
		err = os.Mkdir(filepath.Join(dir, "drafts"), 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "drafts", "certificate.toml"), file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// Siobhan is what a learner fills in for a certificate.
func Siobhan() certificate.Own {
	return certificate.Own{
		Name: "Siobhán Ní Dhomhnaill", Registration: "7654321", Hours: 1.5, Change: "I ask before I post.",
		Reflection:  certificate.Reflection{What: "An evening's work.", SoWhat: "It reminded me of Mrs Murphy, born 3 May 1941.", NowWhat: "I read to the end."},
		Facilitated: &certificate.Facilitated{Facilitator: "Dr Máire Ó Súilleabháin", Place: "Gaillimh", Size: 14},
	}
}
