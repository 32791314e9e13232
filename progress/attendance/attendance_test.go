package attendance

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/guidance/signing"
	"probity/progress/certificate"
	"probity/scenarios/induction"
	"probity/scenarios/scenariostest"
)

func TestCertificates(t *testing.T) {
	p, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	plan, err := induction.Build(p.Bank, "Social media", guidance.Ireland, 15, induction.Item{Situation: "boundaries-1-best"}, induction.Item{Situation: "footprint-3-choose"})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 24, 23, 50, 0, 0, time.UTC)
	s, began, err := induction.Begin(p.Bank, plan, 12, "id", p.Version, at)
	if err != nil {
		t.Fatal(err)
	}
	work := func(facts ...induction.Fact) (certificate.Work, error) {
		session, err := Of(facts, p, time.FixedZone("", 3600))
		if err != nil {
			t.Fatal(err)
		}
		return session.Work()
	}
	step, err := s.Forward(at.Add(4 * time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := work(began, step); err == nil || !strings.Contains(err.Error(), "on 25 November 2026 at 00:50, 4 minutes, 12 people, has not ended") {
		t.Errorf("a session that goes on: %v", err)
	}
	end, err := s.End(at.Add(9 * time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := work(began, induction.Turned{To: induction.Ended, At: at}); err == nil || !strings.Contains(err.Error(), "nothing to certify") {
		t.Errorf("a session that only began: %v", err)
	}
	w, err := work(began, step, end)
	if err != nil || w.Minutes != 9 || len(w.Situations) != 1 || w.From.Day() != 25 {
		t.Fatalf("%+v, %v", w, err)
	}
	list, err := ReadNames([]byte("Name,Email\nAnn Bell,a@b.ie\nAnn Bell,c@b.ie"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := signing.NewKey(strings.NewReader(strings.Repeat("k", 32)), "")
	if err != nil {
		t.Fatal(err)
	}
	led := certificate.Facilitated{Facilitator: "Dr Máire Ó Súilleabháin", Place: "Gaillimh", Size: 12}
	all, err := Certificates(list.People, w, led, guidance.Ireland, p, "Probity 1.0.0", key)
	if err != nil || len(all) != 2 || all[0].Certificate.Number == all[1].Certificate.Number {
		t.Fatalf("%d, %v", len(all), err)
	}
	page := string(all[1].Markdown())
	if !strings.Contains(page, "Ann Bell (2)") || !strings.Contains(page, "in a group of 12") || strings.Contains(page, "above chance") {
		t.Errorf("%s", page)
	}
	led.Place = ""
	var field *certificate.FieldError
	if _, err := Certificates(list.People, w, led, guidance.Ireland, p, "", key); !errors.As(err, &field) || field.Field != "place" || !strings.Contains(err.Error(), "of Ann Bell:") {
		t.Errorf("no place: %v", err)
	}
}

// TestATurnThatWasGoneIntoIsAttendedToo: a session names what it went into as its plan does.
func TestATurnThatWasGoneIntoIsAttendedToo(t *testing.T) {
	p := scenariostest.Families(t)
	plan, err := induction.Build(p.Bank, "Monday", guidance.UK, 45, induction.Item{Situation: "a-request"}, induction.Item{Situation: "a-request/numb-again"},
		induction.Item{Situation: "told-alone"})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	s, began, err := induction.Begin(p.Bank, plan, 12, "id", p.Version, at)
	if err != nil {
		t.Fatal(err)
	}
	turn, err := s.Jump(2, at.Add(7*time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	end, err := s.End(at.Add(11 * time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	session, err := Of([]induction.Fact{began, turn, end}, p, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	work, err := session.Work()
	if want := []string{"a-request/from-the-ward", "a-request/numb-again"}; err != nil || !slices.Equal(work.Situations, want) {
		t.Errorf("it went into %v, %v", work.Situations, err)
	}
}
