// Certificates: what they can be made for.
package tutor

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/progress"
	"probity/progress/certificate"
	"probity/scenarios"
)

// assessed is an assessment begun and handed in on a day, with one answer.
func assessed(id string, on time.Time) []progress.Fact {
	a := ago(0, "a-request", 1, scenarios.VerySure)
	a.Sitting, a.At = id, on
	return []progress.Fact{
		progress.Sitting{ID: id, Kind: progress.Assessment, Drawn: []string{"a-request"}, Library: "0.0.1", At: on}, a,
		progress.Submit{Sitting: id, Pass: 0.6, At: on},
	}
}

// offered is what a certificate can be made for: a line for each, with the days it is of.
func offered(t *Tutor) string {
	var lines []string
	for _, c := range t.Certificates.Certifiables() {
		from, to := c.Work.From, c.Work.To
		if c.Choice.Sitting == "" {
			from, to = c.Choice.From, c.Choice.To
		}
		lines = append(lines, c.Name+": "+c.Title+", "+from.Format(time.DateOnly)+" to "+to.Format(time.DateOnly))
	}
	return strings.Join(lines, "\n")
}

func TestCertifiables(t *testing.T) {
	old, new := assessed("first", starting().now.AddDate(-2, 0, 0)), assessed("second", starting().now)
	for name, c := range map[string]struct {
		options Options
		facts   []progress.Fact
		want    string
	}{
		"nothing": {Options{}, nil, ""},
		"assessments, the latest first; not the one that is open": {
			Options{}, append(append(old, new...), assessed("third", starting().now)[0]),
			"second: Assessment of 22 November 2026, 2026-11-22 to 2026-11-22\nfirst: Assessment of 22 November 2024, 2024-11-22 to 2024-11-22\n" +
				"month: The last month, 2026-10-22 to 2026-11-22\nyear: The last twelve months, 2025-11-22 to 2026-11-22\n" +
				"all: Everything since you began, 2024-11-22 to 2026-11-22",
		},
		"practice months ago": {
			Options{}, []progress.Fact{ago(60, "a-request", 1, 0)},
			"year: The last twelve months, 2025-11-22 to 2026-11-22\nall: Everything since you began, 2026-09-23 to 2026-11-22",
		},
		"in Ireland, the scheme year": {
			ireland(), []progress.Fact{ago(60, "a-request", 1, 0)},
			"year: The last twelve months, 2025-11-22 to 2026-11-22\nscheme-year: This scheme year, since 1 May 2026, 2026-05-01 to 2026-11-22\n" +
				"all: Everything since you began, 2026-09-23 to 2026-11-22",
		},
		"only what was taken back":       {Options{}, []progress.Fact{ago(0, "a-request", 1, 0), progress.Undo{Of: 1}}, ""},
		"only what is dated after today": {Options{}, []progress.Fact{ago(-9, "a-request", 1, 0)}, ""},
		"begun under a clock that was wrong": {
			Options{}, []progress.Fact{ago(-400, "a-request", 1, 0), ago(60, "an-order", 1, 0), ago(90, "a-request", 1, 0)},
			"year: The last twelve months, 2025-11-22 to 2026-11-22\nall: Everything since you began, 2026-08-24 to 2026-11-22",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := offered(knowing(t, c.options, c.facts...)); got != c.want {
				t.Errorf("offered are\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestPeriodsAreTheLearnersOwnDays: the first answer is in the period whatever the zone, and a month is never cut short.
func TestPeriodsAreTheLearnersOwnDays(t *testing.T) {
	for name, c := range map[string]struct {
		now, first time.Time
		zone       string // that the learner chose
		want       string
	}{
		"the evening before, where the learner chose to be": {
			time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), time.Date(2025, 7, 2, 3, 0, 0, 0, time.UTC), "America/New_York",
			"all: Everything since you began, 2025-07-01 to 2026-11-22",
		},
		"after midnight where they practise, wherever the computer is": {
			time.Date(2026, 11, 22, 9, 0, 0, 0, time.FixedZone("", -5*3600)), time.Date(2025, 7, 1, 23, 30, 0, 0, time.UTC), "",
			"all: Everything since you began, 2025-07-02 to 2026-11-22",
		},
		"the last month on 31 March": {
			time.Date(2026, 3, 31, 9, 0, 0, 0, time.UTC), time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), "",
			"month: The last month, 2026-02-28 to 2026-03-31\nyear: The last twelve months, 2025-03-31 to 2026-03-31\n" +
				"all: Everything since you began, 2026-03-01 to 2026-03-31",
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := ago(0, "a-request", 1, 0)
			a.At = c.first
			tutor := knowing(t, Options{}, a)
			tutor.Clock.now = func() time.Time { return c.now }
			tutor.Clock.move(c.zone)
			if got := offered(tutor); got != c.want {
				t.Errorf("offered are\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestARecordBeginsWithASessionToo, which may have been attended before the first answer.
func TestARecordBeginsWithASessionToo(t *testing.T) {
	held := ago(40, "a-request", 1, 0).At
	tutor := knowing(t, Options{}, ago(3, "a-request", 1, 0), progress.Attended{Session: "room", Situations: []string{"a-request"}, Minutes: 45, Size: 12, Held: held, At: held})
	if got := tutor.Certificates.Began(); !got.Equal(held) {
		t.Errorf("it begins on %v, want %v", got, held)
	}
}

func TestTheSchemeYearTurnsOnTheFirstOfMay(t *testing.T) {
	for day, want := range map[time.Time]string{
		time.Date(2026, 4, 30, 22, 59, 0, 0, time.UTC): "since 1 May 2025", time.Date(2026, 4, 30, 23, 0, 0, 0, time.UTC): "since 1 May 2026",
	} {
		a := ago(0, "a-request", 1, 0)
		a.At = day
		tutor := knowing(t, ireland(), a)
		tutor.Clock.now = func() time.Time { return day }
		if got := offered(tutor); !strings.Contains(got, want) {
			t.Errorf("on %v are offered\n%s", day, got)
		}
	}
}

func TestACertificateNeedsAName(t *testing.T) {
	tutor := openAs(t, Options{Dir: t.TempDir(), Flags: Learner{guidance.Doctor, guidance.Ireland}}, small(t), starting())
	meet(t, tutor, "a-thread")
	var field *certificate.FieldError
	if _, err := tutor.Certificates.Make(tutor.Certificates.Certifiables()[0], certificate.Own{}); !errors.As(err, &field) || field.Field != "name" {
		t.Errorf("%v", err)
	}
}

// TestACertificateIsTheSameEverywhere: another zone of the computer changes neither its days nor its number.
func TestACertificateIsTheSameEverywhere(t *testing.T) {
	made := map[string]bool{}
	for _, east := range []int{-11, 0, 13} {
		a := ago(0, "a-request", 1, 0)
		a.At = time.Date(2026, 11, 22, 17, 31, 0, 0, time.UTC)
		tutor := knowing(t, ireland(), a)
		tutor.Clock.now = func() time.Time { return a.At.Add(time.Hour).In(time.FixedZone("", east*3600)) }
		for _, work := range tutor.Certificates.Certifiables() {
			c, err := tutor.Certificates.Make(work, certificate.Own{Name: "Ann"})
			if err != nil {
				t.Fatal(err)
			}
			made[fmt.Sprint(c.Number, c.Evidence.Activity.To)] = true
		}
	}
	if len(made) != 1 {
		t.Errorf("made are %v", made)
	}
}

// TestTheRecordOfASessionHasItsSize, where its holder gives none.
func TestTheRecordOfASessionHasItsSize(t *testing.T) {
	tutor := knowing(t, ireland(), progress.Attended{Session: "room", Title: "Monday", Situations: []string{"a-thread"}, Minutes: 45, Size: 36, Held: ago(1, "a-thread", 1, 0).At})
	for given, want := range map[int]int{0: 36, 14: 14} {
		led := &certificate.Facilitated{Facilitator: "Dr Bob", Place: "Ward 9", Size: given}
		c, err := tutor.Certificates.Make(tutor.Certificates.Certifiables()[0], certificate.Own{Name: "Ann", Facilitated: led})
		if err != nil || c.Own.Facilitated.Size != want || led.Size != given {
			t.Errorf("with %d given it is %+v, %v", given, c.Own.Facilitated, err)
		}
	}
}
