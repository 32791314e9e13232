package command

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"probity/guidance"
	"probity/progress"
	domain "probity/progress/certificate"
	"probity/scenarios/scenariostest"
	"probity/tui/tutor"
	"probity/tui/tutor/tutortest"
)

// TestAsWhatACertificateIsWritten: as the flag says, else as the name of the file, else as text that a pipe can take.
func TestAsWhatACertificateIsWritten(t *testing.T) {
	for _, c := range []struct {
		asked       certificate
		format, out string
		refused     string
	}{
		{certificate{format: "pdf", out: "mine.html"}, "pdf", "mine.html", ""},
		{certificate{out: "mine.html"}, "html", "mine.html", ""},
		{certificate{out: "Mine.PDF"}, "pdf", "Mine.PDF", ""},
		{certificate{out: "mine"}, "md", "mine", ""},
		{certificate{out: "-"}, "md", "-", ""},
		{certificate{}, "md", "-", ""},
		{certificate{format: "json"}, "json", "", ""},
		{certificate{out: "mine.docx"}, "", "", `"docx" is not a format: use pdf, html, md, txt, json or vc`},
		{certificate{format: "PDF"}, "", "", `"PDF" is not a format`},
		{certificate{format: "md", sitting: "last", to: "2026-05-01"}, "", "", "use one of them"},
	} {
		c.asked.cli = at(time.UTC)
		err := c.asked.sensible()
		switch {
		case c.refused != "":
			if !errors.As(err, new(usage)) || !strings.Contains(err.Error(), c.refused) {
				t.Errorf("%+v: %v", c, err)
			}
		case err != nil || c.asked.format != c.format || c.asked.out != c.out:
			t.Errorf("it is %s in %q, not %s in %q; %v", c.asked.format, c.asked.out, c.format, c.out, err)
		}
	}
}

// TestWhatACertificateIsFor: a sitting by its number, a period by its days, else the last assessment that was handed in.
func TestWhatACertificateIsFor(t *testing.T) {
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	on := func(y int, m time.Month, d int) time.Time {
		return time.Date(y, m, d, 0, 0, 0, 0, tutor.Zone(guidance.UK))
	}
	sitting := func(id string) progress.Sitting {
		return progress.Sitting{ID: id, Kind: progress.Assessment, Drawn: []string{"best"}, Library: "0.0.1", At: on(2026, 11, 1)}
	}
	first := progress.Answer{
		Sitting: "one", Scenario: "best", Revision: 1, Topic: "names", Principle: "named", Format: "best", Chosen: []string{"b"},
		Marks: 1, Of: 1, Chance: 0.25, At: on(2026, 11, 2).Add(20 * time.Hour),
	}
	earlier := first // of a record that was merged, in which the first is not the earliest
	earlier.At = on(2026, 9, 1)
	attended := progress.Attended{Session: "s", Title: "A first Monday", Situations: []string{"best"}, Minutes: 45, Size: 14, Library: "0.0.1", Held: on(2026, 8, 1)}
	one := []progress.Fact{sitting("one"), first, progress.Submit{Sitting: "one", Pass: 0.6, At: first.At}}
	for _, c := range []struct {
		name    string
		asked   certificate
		facts   []progress.Fact
		want    domain.Choice
		refused string
	}{
		{"nothing was handed in", certificate{}, nil, domain.Choice{}, "no assessment was handed in yet, and none is set for your role where you practise: give a period"},
		{"one that is still open", certificate{}, []progress.Fact{sitting("open")}, domain.Choice{}, "no assessment was handed in yet"},
		{"the last handed in", certificate{}, append(one, sitting("open")), domain.Choice{Sitting: "one"}, ""},
		{"the last by name", certificate{sitting: "last"}, one, domain.Choice{Sitting: "one"}, ""},
		{"a sitting by its number", certificate{sitting: "two"}, one, domain.Choice{Sitting: "two"}, ""},
		{"a session by its number", certificate{sitting: "room"}, append(one, progress.Attended{Session: "room", Minutes: 45, Held: on(2026, 11, 5)}), domain.Choice{Session: "room"}, ""},
		{"a period", certificate{from: "2026-05-01", to: "2026-11-30"}, one, domain.Choice{From: on(2026, 5, 1), To: on(2026, 11, 30)}, ""},
		{"up to today", certificate{from: "2026-05-01"}, one, domain.Choice{From: on(2026, 5, 1), To: noon}, ""},
		{"from the first answer", certificate{to: "2026-11-30"}, one, domain.Choice{From: first.At, To: on(2026, 11, 30)}, ""},
		{"from the earliest answer", certificate{to: "2026-11-30"}, append(one[:3:3], earlier), domain.Choice{From: earlier.At, To: on(2026, 11, 30)}, ""},
		{"from the first session", certificate{to: "2026-11-30"}, append(one[:3:3], attended), domain.Choice{From: attended.Held, To: on(2026, 11, 30)}, ""},
		{"a period without answers", certificate{to: "2026-11-30"}, nil, domain.Choice{From: noon, To: on(2026, 11, 30)}, ""},
		{"no day", certificate{from: "1 May 2026"}, one, domain.Choice{}, `--from "1 May 2026" is not a day: write it as 2026-05-01`},
		{"a day that there was not", certificate{from: "2026-05-01", to: "2026-02-30"}, one, domain.Choice{}, `--to "2026-02-30" is not a day`},
		{"a month alone", certificate{from: "2026-05"}, one, domain.Choice{}, `--from "2026-05" is not a day`},
	} {
		t.Run(c.name, func(t *testing.T) {
			desk := tutortest.Open(t, scenariostest.Pack(t))
			desk.Record.History().Apply(c.facts...)
			got, err := c.asked.choice(desk)
			if c.refused != "" {
				if !errors.As(err, new(usage)) || !strings.Contains(err.Error(), c.refused) {
					t.Errorf("it is %+v, %v", got, err)
				}
				return
			}
			if c.want.To == noon {
				c.want.To = desk.Clock.Now()
			}
			if c.want.From == noon {
				c.want.From = desk.Clock.Now()
			}
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Errorf("it is for something else (-want +got), %v:\n%s", err, diff)
			}
		})
	}
}

// TestADraftIsForOneWork: what was written for other work goes into no certificate, only who it is.
func TestADraftIsForOneWork(t *testing.T) {
	own := domain.Own{Name: "Ann", Registration: "7654321", Hours: 2, Change: "I ask first.", Reflection: domain.Reflection{What: "An evening."}}
	who := domain.Own{Name: "Ann", Registration: "7654321"}
	for _, c := range []struct {
		name, work, draft string
		want              domain.Own
	}{
		{"the same sitting", "one", "one", own},
		{"another sitting", "two", "one", who},
		{"a period, and one is asked for", "", "year", own},
		{"all, and a period is asked for", "", "all", own},
		{"a sitting, and a period is asked for", "", "one", who},
		{"a period, and a sitting is asked for", "one", "scheme-year", who},
		{"no draft", "one", "", who},
	} {
		if diff := cmp.Diff(c.want, drafted(tutor.Certifiable{Name: c.work}, domain.Draft{For: c.draft, Own: own})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestFlagsGoBeforeTheDraft, each for itself; an empty one takes away what the draft says.
func TestFlagsGoBeforeTheDraft(t *testing.T) {
	draft := domain.Own{
		Name: "Ann", Hours: 2, Change: "I ask first.", Reflection: domain.Reflection{What: "One.", SoWhat: "Two.", NowWhat: "Three."},
		Facilitated: &domain.Facilitated{Facilitator: "Dr Led", Place: "Here", Size: 9},
	}
	for _, c := range []struct {
		name  string
		args  []string
		draft domain.Own
		want  func(*domain.Own)
	}{
		{"none", nil, draft, func(*domain.Own) {}},
		{"some", []string{"--name", "Bob", "--hours", "1.5", "--so-what", "New."}, draft, func(o *domain.Own) {
			o.Name, o.Hours, o.Reflection.SoWhat = "Bob", 1.5, "New."
		}},
		{"an empty one", []string{"--change", ""}, draft, func(o *domain.Own) { o.Change = "" }},
		{"where it was", []string{"--place", "There"}, draft, func(o *domain.Own) {
			o.Facilitated = &domain.Facilitated{Facilitator: "Dr Led", Place: "There", Size: 9}
		}},
		{"nobody who led it", []string{"--facilitator", ""}, draft, func(o *domain.Own) { o.Facilitated = nil }},
		{"a session, of which the draft says nothing", []string{"--facilitator", "Dr New", "--group-size", "12"}, domain.Own{Name: "Ann"}, func(o *domain.Own) {
			o.Facilitated = &domain.Facilitated{Facilitator: "Dr New", Size: 12}
		}},
		{"all of oneself", []string{"--registration", "1", "--what", "a", "--now-what", "c"}, domain.Own{}, func(o *domain.Own) {
			o.Registration, o.Reflection = "1", domain.Reflection{What: "a", NowWhat: "c"}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := &certificate{cli: at(time.UTC)}
			cmd := &cobra.Command{}
			o.flags(cmd)
			want := c.draft
			c.want(&want)
			if err := cmd.ParseFlags(c.args); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, o.filled(cmd, c.draft)); diff != "" {
				t.Errorf("it is filled with something else (-want +got):\n%s", diff)
			}
		})
	}
}

// TestAScriptIsToldWhichWordsCouldLeadToAPatient, in one line, and of all four places where the learner writes.
func TestAScriptIsToldWhichWordsCouldLeadToAPatient(t *testing.T) {
	var said strings.Builder
	o := certificate{cli: at(time.UTC)}
	o.sys.Err = &said
	o.warn(domain.Own{Name: "Mrs Ann Murphy", Change: "I talk to nobody."})
	if said.String() != "" {
		t.Errorf("said is %q", said.String())
	}
	o.warn(domain.Own{Reflection: domain.Reflection{What: "JT in bed 12", NowWhat: "Ask\nMr Devlin."}, Change: "Leave SA1 3QQ out."})
	if want := "probity: “JT in bed 12”, “Mr Devlin” and “SA1 3QQ” could lead to a patient: change them or take them out.\n"; said.String() != want {
		t.Errorf("said is %q", said.String())
	}
}
