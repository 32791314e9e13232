// The parts that stand before and after the situations.

package handout

import (
	"fmt"

	"probity/progress/paper"
	"probity/scenarios/induction"
)

// signRows is how many rows of signatures fill two pages.
const signRows = 40

// mostSignRows is the largest room that a session can have.
const mostSignRows = 500

func opening(p induction.Plan) paper.Block {
	facts := paper.Facts{}
	if p.Audience != "" {
		facts = append(facts, paper.Fact{Label: "For", Value: p.Audience})
	}
	facts = append(facts, paper.Fact{Label: "Time", Value: minutes(p.Minutes)}, paper.Fact{Label: "Country", Value: p.Jurisdiction.Name()})
	return paper.Together{facts, paper.Text(p.Opening)}
}

func closing(p induction.Plan) paper.Block { return paper.Text(p.Closing) }

func preparation() paper.Block {
	return paper.List{Items: []string{
		"This guide has the keys. Keep it to yourself until the end.",
		"Every situation is a vote, an argument, and a second vote. The argument is what the time is for.",
		"One hand each, in both votes, so that the count can be checked against the room. Where phones vote, only those without one raise a hand.",
		"Phones to vote? Try it the day before, in the room, with its projector, its wifi and the laptop that you will use: probity induction phones --check.",
		"Begin with probity induction --plan and the file of this plan; start probity induction notes in a second terminal, which the room does not see.",
		"Behind time? Leave a whole situation out rather than its discussion.",
	}}
}

// order is the running order, in minutes from the beginning.
func order(p induction.Plan, stops []stop) paper.Block {
	t := paper.Table{Head: []string{"", "Situation", "Format", "From", "To"}, Right: []int{3, 4}}
	for _, s := range stops {
		t.Rows = append(t.Rows, []string{fmt.Sprint(s.Place), s.title, s.Situation.Format.Title(), clock(s.from), clock(s.to)})
	}
	t.Caption = "From and to are hours and minutes from the first situation."
	if free := p.Minutes - p.Planned(); free > 0 {
		t.Caption += fmt.Sprintf(" The slot leaves %s free, for coming in, for questions and for the closing.", minutes(free))
	}
	return paper.Together{paper.Heading{Level: 1, Text: "Running order"}, t}
}

// steps is what the room does with every situation.
func steps() paper.Block {
	t := paper.Table{Head: []string{"Step", "What you do"}}
	for _, s := range induction.Steps() {
		t.Rows = append(t.Rows, []string{s.Title(), s.Cue()})
	}
	closing := induction.Lessons.Title() + ": " + induction.Lessons.Cue() + " " + induction.Fist.Title() + ": " + induction.Fist.Cue()
	return paper.Together{paper.Heading{Level: 1, Text: "Each situation, step by step"}, t, paper.Text("At the end. " + closing)}
}

// signing is who came. What the list is for stands on it.
func signing(rows int) []paper.Block {
	if rows <= 0 {
		rows = signRows
	}
	t := paper.Table{Head: []string{"Name", "Role", "Signature"}, Tall: true}
	for range min(rows, mostSignRows) {
		t.Rows = append(t.Rows, []string{"", "", ""})
	}
	return []paper.Block{
		paper.Table{Head: []string{"Date", "Place", "Facilitator"}, Rows: [][]string{{"", "", ""}}, Tall: true},
		paper.Small("Sign to say that you were here; it is used for attendance and for nothing else. Please write your name as it " +
			"should stand on a certificate."),
		t,
	}
}
