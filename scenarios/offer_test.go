package scenarios_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
)

// shoes is a bank with one situation for each of these: whose shoes, and the countries.
func shoes(told ...string) *scenarios.Bank {
	best, _ := scenarios.FormatNamed("best")
	var all []*scenarios.Situation
	for _, t := range told {
		setting, countries, _ := strings.Cut(t, " ")
		s := &scenarios.Situation{ID: t, Principle: t, Format: best, Setting: guidance.Role(setting), Key: []string{"a"}, Options: []scenarios.Option{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}}
		for _, c := range strings.Fields(countries) {
			s.Jurisdictions = append(s.Jurisdictions, guidance.Jurisdiction(c))
		}
		all = append(all, s)
	}
	return scenarios.NewBank([]scenarios.Topic{{ID: "", Title: "All"}}, nil, all)
}

// TestWhoIsOfferedWhat: one's own country; one's own shoes and anybody's; doctors' where these are too few, and for other professions everybody's.
func TestWhoIsOfferedWhat(t *testing.T) {
	bank := shoes("doctor uk", "doctor ie", "doctor uk ie", "any uk", "student uk", "physician-associate uk")
	type request = scenarios.Request
	for _, c := range []struct {
		name    string
		reader  guidance.Reader
		request request
		want    string
	}{
		{"a doctor's own", guidance.Doctor.In(guidance.UK), request{Count: 9}, "any uk, doctor uk, doctor uk ie"},
		{"a student's, as many as are wanted", guidance.Student.In(guidance.UK), request{Count: 2}, "any uk, student uk"},
		{"and doctors' where they are too few", guidance.Student.In(guidance.UK), request{Count: 3}, "any uk, doctor uk, doctor uk ie, student uk"},
		{"a student's where all are for doctors", guidance.Student.In(guidance.Ireland), request{Count: 3}, "doctor ie, doctor uk ie"},
		{"another profession: anybody's", guidance.Other.In(guidance.UK), request{Count: 1}, "any uk"},
		{"then everybody's", guidance.Other.In(guidance.UK), request{Count: 2}, "any uk, doctor uk, doctor uk ie, physician-associate uk, student uk"},
		{"every role's by choice", guidance.Doctor.In(guidance.UK), request{Count: 1, AllRoles: true}, "any uk, doctor uk, doctor uk ie, physician-associate uk, student uk"},
		{"to compare", guidance.Doctor.In(guidance.Ireland), request{Count: 9, Abroad: true}, "any uk, doctor uk"},
		{"to compare with Ireland", guidance.Student.In(guidance.UK), request{Count: 9, Abroad: true}, "doctor ie"},
	} {
		c.request.Reader = c.reader
		var got []string
		for _, f := range bank.Pool(c.request, scenarios.Past{}) {
			got = append(got, f.ID)
		}
		slices.Sort(got)
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, ", "), c.want)
		}
	}
}

// TestOnesOwnComeFirst, as long as they are new.
func TestOnesOwnComeFirst(t *testing.T) {
	bank := shoes("doctor uk", "any uk", "student uk", "doctor uk ie")
	for seed := range int64(20) {
		drawn := bank.Draw(scenarios.Request{Reader: guidance.Student.In(guidance.UK), Count: 3, Seed: seed}, scenarios.Past{})
		if n, _ := scenarios.Borrowed(drawn[:2], guidance.Student); len(drawn) != 3 || n != 0 {
			t.Errorf("seed %d draws %s before what is a student's", seed, drawn[0].ID)
		}
	}
}

// TestAnotherCountrysSituationIsNotScored: it is marked, option by option, and counts in nothing.
func TestAnotherCountrysSituationIsNotScored(t *testing.T) {
	bank := shoes("doctor uk")
	uk, _ := bank.Situation("doctor uk")
	for country, of := range map[guidance.Jurisdiction]float64{guidance.UK: 1, guidance.Ireland: 0} {
		s := scenarios.Begin([]*scenarios.Situation{uk}, country, 1)
		if scores := s.Scores(); scores != (of > 0) {
			t.Errorf("in %s it scores: %v", country, scores)
		}
		s.Attempt().Take([]string{"a"})
		if err := s.Submit(); err != nil {
			t.Fatal(err)
		}
		out, _ := s.Weigh(scenarios.NotAsked)
		if out.Marking.Of != of || out.ToCompare() != (of == 0) || !out.Marking.Option("a").Right {
			t.Errorf("in %s it is marked %+v", country, out.Marking)
		}
		if score := scenarios.Summarise(s.Outcomes()).Total; score.Answers != int(of) {
			t.Errorf("in %s %d answers are scored", country, score.Answers)
		}
	}
}

// TestAPaperIsInOnesOwnShoes, as far as they go; what is not is said, and so is who gets none.
func TestAPaperIsInOnesOwnShoes(t *testing.T) {
	var told []string
	for i := range 6 {
		told = append(told, fmt.Sprintf("doctor uk %d", i), fmt.Sprintf("any uk %d", i))
	}
	told = append(told, "student uk")
	bank := shoes(told...)
	b := scenarios.Blueprint{PerTopic: 2, Situations: 8, Countries: map[guidance.Jurisdiction]scenarios.Blueprint{
		guidance.Ireland: {PerTopic: 1, Roles: []guidance.Role{guidance.Doctor}},
	}}
	for _, c := range []struct {
		reader  guidance.Reader
		drawn   int
		short   string
		refused bool
	}{
		{guidance.Doctor.In(guidance.UK), 8, "", false},
		{guidance.Student.In(guidance.UK), 8, "1 situation in it is told in a doctor's shoes: too few are told in yours for the mix.", false},
		{guidance.Other.In(guidance.UK), 8, "2 situations in it are told in other people's shoes: too few are told in yours for the mix.", false},
		{guidance.Student.In(guidance.Ireland), 0, "", true},
	} {
		paper := b.Draw(bank, c.reader, scenarios.Past{}, time.Time{}, 3)
		if len(paper.Drawn) != c.drawn || strings.Join(paper.Short, " ") != c.short || (paper.Refused != "") != c.refused {
			t.Errorf("%v: %d drawn, %q, refused %q", c.reader, len(paper.Drawn), paper.Short, paper.Refused)
		}
	}
}
