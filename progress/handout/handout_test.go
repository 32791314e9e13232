// What the papers say, and what the participants' must not.

package handout

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"probity/guidance"
	"probity/progress/paper"
	"probity/scenarios"
	"probity/scenarios/induction"
	"probity/scenarios/induction/slips"
	"probity/scenarios/pack"
	"probity/scenarios/scenariostest"
)

var update = flag.Bool("update", false, "write the goldens anew")

func library(t testing.TB) *pack.Pack {
	t.Helper()
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sessions are one for each audience, country and length that there is an agenda for.
func sessions(t testing.TB, p *pack.Pack) []Session {
	t.Helper()
	var out []Session
	for _, a := range induction.Audiences() {
		for _, j := range guidance.Jurisdictions() {
			for _, length := range induction.Lengths() {
				plan, err := induction.Agenda(p.Bank, a, j, length)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, Session{Plan: plan, Pack: p, Date: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Program: "Probity 1.0.0"})
			}
		}
	}
	return out
}

func made(t testing.TB, k Kind, of Session) paper.Document {
	t.Helper()
	d, err := Make(k, of)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// everyFormat is a session with a situation of each format.
func everyFormat(t testing.TB) Session {
	t.Helper()
	p, err := scenariostest.Library()
	if err != nil {
		t.Fatal(err)
	}
	var items []induction.Item
	for _, f := range scenarios.Formats() {
		i := slices.IndexFunc(p.Bank.All(), func(s *scenarios.Situation) bool {
			return s.Format.Name() == f.Name() && s.For(guidance.UK)
		})
		if i >= 0 {
			items = append(items, induction.Item{Situation: p.Bank.All()[i].ID})
		}
	}
	plan, err := induction.Build(p.Bank, "One of each", guidance.UK, 45, items...)
	if err != nil {
		t.Fatal(err)
	}
	return Session{Plan: plan, Pack: p, Date: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), Program: "Probity 1.0.0", Rows: 12,
		Codes: slips.Codes{"BCDF-HJKM", "KMPR-TXYB"}}
}

func TestGoldens(t *testing.T) {
	of := everyFormat(t)
	for _, k := range Kinds() {
		t.Run(string(k), func(t *testing.T) {
			path := filepath.Join("testdata", string(k)+".md")
			got := paper.Markdown(made(t, k, of))
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// turned is the pack with every key turned round and every rationale, citation, prompt and lesson another.
func turned(p *pack.Pack) *pack.Pack {
	var situations []*scenarios.Situation
	for _, s := range p.Bank.All() {
		other := *s
		other.Key, other.Talk, other.Options = turnedKey(s), []string{"Another prompt"}, slices.Clone(s.Options)
		for i := range other.Options {
			other.Options[i].Why, other.Options[i].Cites = "Another rationale", nil
		}
		situations = append(situations, &other)
	}
	principles := slices.Clone(p.Bank.Principles())
	for i := range principles {
		principles[i].Lesson = "Another lesson"
	}
	out := *p
	out.Bank = scenarios.NewBank(p.Bank.Topics(), principles, situations)
	return &out
}

func turnedKey(s *scenarios.Situation) []string {
	var key []string
	for _, entry := range s.Key {
		id, rating, rated := strings.Cut(entry, "=")
		if rated {
			key = append(key, id+"="+string('5'-rating[0]+'0'))
			continue
		}
		i := slices.IndexFunc(s.Options, func(o scenarios.Option) bool { return o.ID == id })
		key = append(key, s.Options[(i+1)%len(s.Options)].ID)
	}
	return key
}

// TestParticipantsSeeNoKey: with other keys, rationales, citations, prompts and lessons, the handout is the same to the byte;
// so it can hold nothing of them. The other two papers for situations do change.
func TestParticipantsSeeNoKey(t *testing.T) {
	for _, of := range append(sessions(t, library(t)), everyFormat(t)) {
		changed := of
		changed.Pack = turned(of.Pack)
		for _, k := range []Kind{Participants, Guide, Answers} {
			one, two := paper.HTML(made(t, k, of)), paper.HTML(made(t, k, changed))
			if same := bytes.Equal(one, two); same != (k == Participants) {
				t.Errorf("%s, %s: the same whatever the key: %v", k, of.Plan.Title, same)
			}
		}
	}
}

// TestAnswersAreWhole: every key, rationale and citation stands on the guide and on the answer sheet.
func TestAnswersAreWhole(t *testing.T) {
	of := everyFormat(t)
	for _, k := range []Kind{Guide, Answers} {
		text := strings.Join(words(made(t, k, of).Blocks), "\n")
		for _, item := range of.Plan.Items {
			s, _ := of.Pack.Bank.Situation(item.Situation)
			wanted := []string{s.Title, s.Ask}
			for _, o := range s.Options {
				wanted = append(wanted, o.Text, o.Why)
			}
			for _, c := range ofCountry(of.Pack.Guidance.Clauses(s.Cites()), of.Plan.Jurisdiction) {
				wanted = append(wanted, c.Cite(), c.Force.Name())
			}
			if k == Guide {
				wanted = append(wanted, s.Talk...)
			}
			for _, w := range wanted {
				if !strings.Contains(text, w) {
					t.Errorf("%s, %s: lacks %q", k, s.ID, w)
				}
			}
		}
	}
}

// words lists the texts of blocks.
func words(blocks []paper.Block) []string {
	var out []string
	for _, block := range blocks {
		switch b := block.(type) {
		case paper.Together:
			out = append(out, words(b)...)
		case paper.Heading:
			out = append(out, b.Text)
		case paper.List:
			out = append(out, b.Items...)
		case paper.Table:
			for _, row := range b.Rows {
				out = append(out, row...)
			}
		case paper.Paragraph:
			for _, r := range b.Runs {
				out = append(out, r.Text)
			}
		}
	}
	return out
}

// TestEveryAgendaPrints: no paper of any agenda needs a character that the typeface lacks, and those of the longest are laid out.
func TestEveryAgendaPrints(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine, many times: nothing for the race detector")
	}
	all := sessions(t, library(t))
	for _, of := range all {
		for _, k := range Kinds() {
			if err := paper.Missing(made(t, k, of)); err != nil {
				t.Errorf("%s, %s: %v", k, of.Plan.Title, err)
			}
		}
	}
	longest := slices.MaxFunc(all, func(a, b Session) int { return len(a.Plan.Items) - len(b.Plan.Items) })
	for _, k := range Kinds() {
		if _, err := paper.PDF(made(t, k, longest)); err != nil {
			t.Errorf("%s, %s: %v", k, longest.Plan.Title, err)
		}
	}
}

func TestWrongPlansAndPapersAreRefused(t *testing.T) {
	of := everyFormat(t)
	if _, err := Make("poster", of); err == nil || !strings.Contains(err.Error(), "poster") {
		t.Errorf("a paper that there isn't: %v", err)
	}
	of.Plan.Items[0].Situation = "nowhere"
	if _, err := Make(Guide, of); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("a situation that there isn't: %v", err)
	}
}

// TestCountdownsAreSaidAsTheyAreRead: nothing of what there is none of.
func TestCountdownsAreSaidAsTheyAreRead(t *testing.T) {
	for d, want := range map[time.Duration]string{75 * time.Second: "1 min 15 s", 4 * time.Minute: "4 min", 30 * time.Second: "30 s", 245 * time.Second: "4 min 5 s"} {
		if got := counted(d); got != want {
			t.Errorf("%s is %q, want %q", d, got, want)
		}
	}
}
