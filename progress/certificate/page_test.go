// What the page says of each kind of work.

package certificate

import (
	"strings"
	"testing"

	"probity/guidance"
	"probity/progress"
	"probity/scenarios"
)

// page is a certificate as it reads, with ordinary blanks.
func page(t testing.TB, e Evidence, own Own, reader guidance.Reader) string {
	t.Helper()
	s := must(Sign(must(Make(e, own, reader, program))(t), key(t, "")))(t)
	return strings.ReplaceAll(string(s.Markdown()), "\u00a0", " ")
}

// TestThePageSaysWhatTheWorkWas: by oneself, in a room, or both; and by whose clock.
func TestThePageSaysWhatTheWorkWas(t *testing.T) {
	led := Own{Name: "Ann", Facilitated: &Facilitated{"Dr Bob", "Ward 9", 12}}
	for name, c := range map[string]struct {
		choose Choice
		own    Own
		want   []string
	}{
		"by oneself":        {Choice{Sitting: "practice"}, Own{Name: "Ann"}, []string{"**Way of learning:** Self-study", "7 minutes, idle time left out"}},
		"in a room":         {Choice{Session: "room"}, led, []string{"Facilitated by Dr Bob, at Ward 9, in a group of 12; 14 by the session's record", "Facilitated session “Monday” on 2 situations", "45 minutes, by the facilitator's clock"}},
		"both":              {Choice{From: on(2026, 11, 22), To: on(2026, 12, 5)}, Own{Name: "Ann"}, []string{"Self-study, and 1 facilitated session", "**Length of the session:** 45 minutes, by the facilitator's clock"}},
		"both, and by whom": {Choice{From: on(2026, 11, 22), To: on(2026, 12, 5)}, led, []string{"Self-study, and 1 session led by Dr Bob, at Ward 9, in a group of 12", "minutes, idle time left out"}},
	} {
		text := page(t, Weigh(gathered(t, c.choose), library(), uk), c.own, uk)
		for _, want := range c.want {
			has(t, name, text, want)
		}
	}
}

// TestAPeriodSaysHowItsAssessmentsEnded: one that was not passed is not passed over by asking for a period.
func TestAPeriodSaysHowItsAssessmentsEnded(t *testing.T) {
	for name, c := range map[string]struct {
		right []int // of the four ratings, in each assessment
		want  string
	}{
		"none":              {nil, ""},
		"one not passed":    {[]int{0}, "1 handed in, none passed; "},
		"one of two passed": {[]int{0, 4}, "2 handed in, 1 passed; "},
	} {
		h := progress.NewHistory()
		h.Apply(progress.Sitting{Seq: 1, ID: "p", Kind: progress.Practice, Drawn: []string{"one"}, At: noon}, answered(2, "p", "one", "images", 4, 3, 0))
		for i, right := range c.right {
			id, seq := string(rune('a'+i)), int64(10*(i+1))
			h.Apply(progress.Sitting{Seq: seq, ID: id, Kind: progress.Assessment, Drawn: []string{"one"}, At: noon},
				answered(seq+1, id, "one", "images", right, 3, 0), progress.Submit{Seq: seq + 2, Sitting: id, Pass: 0.5, Rule: scenarios.ByShares, At: noon})
		}
		e := Weigh(must(Gather(h, library().Bank, Choice{From: noon, To: noon}))(t), library(), uk)
		cert := must(Make(e, ann, uk, program))(t)
		if got := cert.sat(); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		same(t, name+": what is wrong", cert.flaw(), "")
		cert.Evidence.Activity.SatPassed = len(c.right) + 1
		has(t, name+", more than there were", cert.flaw(), "of them passed")
	}
}

// TestThinEvidenceSaysSo, and evidence enough says nothing.
func TestThinEvidenceSaysSo(t *testing.T) {
	work := func(answers, seconds int) Work {
		w := Work{Kind: string(progress.Practice), From: noon, To: noon, Seconds: seconds}
		for i := range answers {
			w.Answers = append(w.Answers, answered(int64(i+1), "p", []string{"one", "two", "three", "four"}[i%4], "images", 4, 3, 0))
		}
		return w
	}
	for name, c := range map[string]struct {
		work Work
		want string
	}{
		"few answers":    {work(5, 3600), "This rests on 5 answers, and so is a beginning"},
		"little time":    {work(12, 500), "12 answers in less than 10 minutes, and so is a first look"},
		"enough":         {work(12, 3600), ""},
		"only in a room": {gathered(t, Choice{Session: "room"}), "Nothing of theirs was marked."},
		"nothing at all": {gathered(t, Choice{From: on(2026, 12, 5), To: on(2026, 12, 5)}), "Nothing of theirs was marked."},
	} {
		cert := must(Make(Weigh(c.work, library(), uk), Own{Name: "Ann"}, uk, program))(t)
		if got := cert.Evidence.Thin(); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestAClaimFarAboveWhatWasMeasuredIsPointedAt.
func TestAClaimFarAboveWhatWasMeasuredIsPointedAt(t *testing.T) {
	for _, c := range []struct {
		claimed float64
		minutes int
		far     bool
	}{{1, 45, false}, {2, 60, false}, {2.25, 60, true}, {0.5, 10, false}, {0.75, 10, true}, {1000, 0, true}} {
		cert := Certificate{Schema: schemaNumber, Own: Own{Hours: c.claimed}, Evidence: Evidence{Minutes: c.minutes}}
		same(t, figure(c.claimed), strings.Contains(cert.claim(), "far more than was measured"), c.far)
	}
}

// TestACreditIsShownByANote: without one the page says that it is not there.
func TestACreditIsShownByANote(t *testing.T) {
	e := Weigh(gathered(t, Choice{Sitting: "second"}), library(), uk)
	e.Minutes = 60
	has(t, "without", page(t, e, Own{Name: "Ann"}, uk), "There is no reflective note here yet")
	has(t, "with", page(t, e, ann, uk), "**Credits suggested:** 1 credit: one credit for each hour of learning, shown by a reflective note\n")
	irish := guidance.Reader{Role: guidance.Doctor, Jurisdiction: guidance.Ireland}
	e = Weigh(gathered(t, Choice{Sitting: "second"}), library(), irish)
	e.Minutes = 100
	has(t, "Ireland", page(t, e, ann, irish), "**Hours suggested:** 1.5 hours, or 1 credit where a scheme counts whole ones: work-based learning; your scheme decides what it counts for\n")
	e.Minutes = 50
	has(t, "Ireland, below an hour", page(t, e, ann, irish), "0.75 hours, and none yet where a scheme counts whole credits: ")
}
