package exchange_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/exchange/moodle"
	"probity/scenarios/pack"
)

func library(t testing.TB) *pack.Pack {
	t.Helper()
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// folder is a draft as a folder.
func folder(t testing.TB, d pack.Draft) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	for name, text := range d.Files() {
		out[name] = &fstest.MapFile{Data: text}
	}
	return out
}

// about is what the tests say of the packs that they make.
var about = exchange.About{ID: "ward", Title: "From the ward", Countries: []guidance.Jurisdiction{guidance.UK}}

// TestSituationsComeBackAsTheyWere: what a question can hold of a situation is there again, with the same key. It cites nothing: that a
// platform doesn't keep.
func TestSituationsComeBackAsTheyWere(t *testing.T) {
	p := library(t)
	scored := slices.DeleteFunc(slices.Clone(p.Bank.All()), func(s *scenarios.Situation) bool { return !s.Format.Scored() })
	d, lost := exchange.Draft(exchange.Questions(p, scored), about)
	for _, l := range lost {
		t.Errorf("%s: %s", l.Question, l.Says)
	}
	settled, err := exchange.Settle(d, p)
	if err != nil || len(settled.Situations) != len(scored) {
		for _, u := range settled.Unfinished {
			t.Errorf("%s is put aside: %q", u.ID, u.Lacks)
		}
		t.Fatal(err)
	}
	for i, s := range scored {
		back := settled.Situations[i]
		if back.Format != s.Format || back.Ask != plain(s.Ask) || plain(back.Stem) != plain(s.Stem) || back.Level != s.Level || back.Setting != s.Setting || !slices.Equal(back.Jurisdictions, s.Jurisdictions) {
			t.Errorf("%s came back as %+v", s.ID, back)
		}
		if got, want := keyed(back), keyed(s); !slices.Equal(got, want) {
			t.Errorf("%s has another key:\n%q\n%q", s.ID, got, want)
		}
	}
}

// plain is a text as it reads, on one line.
func plain(markdown string) string {
	return strings.Join(strings.Fields(markup.ToPlain(markdown)), " ")
}

// keyed is what the key says of each option, by its words, and why.
func keyed(s *scenarios.Situation) []string {
	var out []string
	for _, o := range s.Options {
		says := fmt.Sprintf("%s: %s: %s", strings.Join(strings.Fields(o.Text), " "), s.Format.KeyOf(s, o.ID), strings.Join(strings.Fields(o.Why), " "))
		out = append(out, says)
	}
	slices.Sort(out)
	return out
}

// choice is a question with answers, each with its share of the marks.
func choice(kind exchange.Kind, shares ...float64) exchange.Question {
	q := exchange.Question{Line: 7, Kind: kind, Name: "A photo on X", Text: "A colleague posts a photo. What do you do?", Category: []string{"top", "Default for ED", "Photos"}}
	for i, share := range shares {
		q.Answers = append(q.Answers, exchange.Answer{Text: fmt.Sprintf("%c) do it so", 'A'+len(shares)-i), Share: share, Feedback: fmt.Sprintf("Reason %d.", i)})
	}
	return q
}

// matched is a question of actions that are each matched with words.
func matched(words ...string) exchange.Question {
	q := choice(exchange.Matching, make([]float64, len(words))...)
	for i := range words {
		q.Answers[i].Match, q.Answers[i].Feedback = words[i], ""
	}
	return q
}

// ordered is a question of an order with feedback for all of it.
func ordered() exchange.Question {
	q := choice(exchange.InOrder, 0, 0, 0, 0, 0)
	q.Feedback = "Stop it first."
	for i := range q.Answers {
		q.Answers[i].Feedback = ""
	}
	return q
}

// aboutProbity is a department's own question on probity.
func aboutProbity() exchange.Question {
	q := choice(exchange.OneOf, 1, 0, 0, 0)
	q.Feedback, q.Tags = "It is in the **policy**.", []string{"probity", "level 3"}
	return q
}

// clicked is a question that speaks of its own platform, with tags.
func clicked() exchange.Question {
	q := choice(exchange.SeveralOf, 0.5, 0.5, 0, 0, 0)
	q.Answers[4].Feedback, q.Tags = "Tick nothing that you would not sign.", []string{"ward", "2025"}
	return q
}

// TestWhatBecomesOfAQuestion: a situation, with its key by the words of its options; what is not kept; or what it lacks.
func TestWhatBecomesOfAQuestion(t *testing.T) {
	general := choice(exchange.OneOf, 1, 0, 0, 0)
	general.Feedback = "It is in the **policy**."
	unexplained := choice(exchange.OneOf, 0, 1, 0, 0)
	unexplained.Answers[0].Feedback, unexplained.Answers[1].Feedback, unexplained.Feedback = "", "", "It is in the policy."
	long := choice(exchange.OneOf, 0, 1, 0, 0)
	long.Answers[2].Text = strings.Repeat("long ", 100_000)
	for _, c := range []struct {
		name     string
		question exchange.Question
		format   string   // "" where it is left out
		key      string   // the words of what the key names first
		why      string   // of that
		lost     []string // as they begin
		lacks    string   // of what is put aside
	}{
		{name: "one right answer, first in the bank", question: choice(exchange.OneOf, 1, 0, 0, 0), format: "best", key: "E) do it so"},
		{name: "part of the marks", question: choice(exchange.OneOf, 0.5, 1, 0, 0, 0), format: "best", key: "E) do it so", lost: []string{"an answer has some of the marks"}},
		{name: "marks taken off", question: choice(exchange.OneOf, -0.25, 1, 0, 0), format: "best", key: "D) do it so", lost: []string{"marks are taken off"}},
		{name: "no answer has all marks", question: choice(exchange.OneOf, 0.5, 0, 0, 0), format: "best", lacks: "names 0 options"},
		{name: "three answers", question: choice(exchange.OneOf, 0, 1, 0), format: "best", key: "C) do it so", lacks: "there are 3"},
		{name: "true or false", question: choice(exchange.TrueFalse, 0, 1), format: "best", key: "B) do it so", lacks: "there are 2"},
		{name: "several right answers", question: choice(exchange.SeveralOf, 0.5, 0.5, 0, 0, 0), format: "choose", key: "E) do it so"},
		{name: "of different worth", question: choice(exchange.SeveralOf, 0.7, 0.3, 0, 0, 0), format: "choose", key: "E) do it so", lost: []string{"its right answers have different marks"}},
		{name: "more right than wrong", question: choice(exchange.SeveralOf, 0.25, 0.25, 0.25, 0.25, 0), format: "choose", lacks: "names 4 options"},
		{name: "an order", question: choice(exchange.InOrder, 0, 0, 0, 0, 0), format: "rank", key: "F) do it so"},
		{name: "an order of four", question: choice(exchange.InOrder, 0, 0, 0, 0), format: "rank", lacks: "there are 4"},
		{name: "ratings", question: matched("Very inappropriate", "very appropriate", "appropriate but not ideal", "very inappropriate"), format: "rate", lost: []string{"4 of its 4 answers have no feedback"}},
		{name: "feedback on an order", question: ordered(), format: "rank", lost: []string{"its general feedback stands among the prompts", "5 of its 5"}},
		{name: "what is clicked there", question: clicked(), format: "choose", lost: []string{"it speaks of how it is answered or marked there (“Tick”)", "its tags are left out: ward, 2025"}},
		{name: "a tag that is a word of the trade", question: aboutProbity(), format: "best", why: "Reason 0. It is in the policy.", key: "E) do it so",
			lost: []string{"its general feedback stands behind", "its tags are left out: probity, level 3"}},
		{name: "capitals of countries", question: matched("Paris", "London", "Dublin", "Rome"), lost: []string{"it is left out: it matches other things"}},
		{name: "a text without end", question: long, lost: []string{"it is left out: it has a text of 500000 bytes"}},
		{name: "an essay", question: choice(exchange.Open), lost: []string{"it is left out: it is answered in words"}},
		{name: "feedback for all beside that of each", question: general, format: "best", key: "E) do it so", why: "Reason 0. It is in the policy.", lost: []string{"its general feedback stands behind"}},
		{name: "feedback for all alone", question: unexplained, format: "best", key: "D) do it so", why: "It is in the policy.", lost: []string{"its general feedback stands behind", "1 of its 4 answers have no feedback"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, lost := exchange.Draft([]exchange.Question{c.question}, about)
			d, err := exchange.Settle(d, library(t))
			if err != nil {
				t.Fatal(err)
			}
			all := d.Situations
			for _, u := range d.Unfinished {
				all = append(all, u.Situation)
				if c.lacks == "" || !strings.Contains(strings.Join(u.Lacks, "\n"), c.lacks) {
					t.Errorf("it is put aside, since it lacks %q", u.Lacks)
				}
			}
			if (c.lacks == "") != (len(d.Unfinished) == 0) || len(all) != 1 && c.format != "" || len(all) != 0 && c.format == "" {
				t.Fatalf("%d situations, %d put aside", len(all), len(d.Unfinished))
			}
			if len(lost) != len(c.lost) {
				t.Errorf("not kept is %+v", lost)
			}
			for i, l := range lost {
				if l.Line != 7 || l.Question != "A photo on X" || i >= len(c.lost) || !strings.HasPrefix(l.Says, c.lost[i]) {
					t.Errorf("not kept is %+v", l)
				}
			}
			if c.format == "" {
				return
			}
			s := all[0]
			if s.Format.Name() != c.format || s.Stem != "A colleague posts a photo." || s.Ask != "What do you do?" || s.Topic != "photos" || s.Traced() {
				t.Errorf("it became %+v", s)
			}
			if c.key != "" {
				if o, _ := s.Option(s.Key[0]); o.Text != c.key || c.why != "" && o.Why != c.why {
					t.Errorf("the key is %q, %q, since %q", s.Key, o.Text, o.Why)
				}
			}
		})
	}
}

// TestANameIsTakenAsItStands: platforms know no marks in names and categories, so a number before one is no list, and a tag no tag.
func TestANameIsTakenAsItStands(t *testing.T) {
	q := choice(exchange.OneOf, 0, 1, 0, 0)
	q.Name, q.Category = "2. Consent *and* <b>", []string{"top", "1. Consent"}
	d, _ := exchange.Draft([]exchange.Question{q}, about)
	if got := d.Situations[0].Title; got != q.Name {
		t.Errorf("the title is %q", got)
	}
	if got := d.Topics[0].Title; got != "1. Consent" {
		t.Errorf("the topic is %q", got)
	}
}

// TestIDs: a question keeps the one that it has, whatever stands before it in the bank, and no file is named as one of Windows' devices.
func TestIDs(t *testing.T) {
	named := func(id, name string, category ...string) exchange.Question {
		q := choice(exchange.OneOf, 0, 1, 0, 0)
		q.ID, q.Name, q.Category = id, name, category
		return q
	}
	d, _ := exchange.Draft([]exchange.Question{
		named("", "Photos", "Photos"), named("photos-2", "", "a/b"), named("ward:photos", "", "a", "b"), named("NUL", "", "Com1"), named("console", "", "con"),
	}, about)
	var ids, topics []string
	for _, s := range d.Situations {
		ids = append(ids, s.ID)
	}
	for _, topic := range d.Topics {
		topics = append(topics, topic.ID)
	}
	if want := []string{"photos-2-2", "photos-2", "photos", "nul-1", "console"}; !slices.Equal(ids, want) {
		t.Errorf("the questions are %q, want %q", ids, want)
	}
	if want := []string{"photos-3", "a-b", "b", "com1-1", "con-1"}; !slices.Equal(topics, want) {
		t.Errorf("the topics are %q, want %q", topics, want)
	}
}

// TestASecondJourneyChangesNothing: what was taken in from Moodle's XML, and is given out and taken in again, is given out in the same bytes.
func TestASecondJourneyChangesNothing(t *testing.T) {
	base := library(t)
	hard := choice(exchange.OneOf, 0, 1, 0, 0)
	hard.Name, hard.Category = "1. <b> &amp; *x* \\ ]]>", []string{"1. Photos // x", "con"}
	hard.Text, hard.Answers[0].Text = "A \\<b> and `code`.\n\n- one\n- two\n\nWhat is \\*this\\*?", "1\\. \\<script>"
	questions := append(exchange.Questions(base, base.Bank.All()), hard, hard)
	var sent [3][]byte
	for n := range sent {
		d, _ := exchange.Draft(questions, about)
		d, err := exchange.Settle(d, base)
		if err != nil {
			t.Fatal(err)
		}
		folder := fstest.MapFS{}
		for name, text := range d.Files() {
			folder[name] = &fstest.MapFile{Data: text}
		}
		p, err := pack.Load(folder, base)
		if err != nil {
			t.Fatal(err)
		}
		own := slices.DeleteFunc(slices.Clone(p.Bank.All()), func(s *scenarios.Situation) bool { return !strings.HasPrefix(s.ID, about.ID+":") })
		if sent[n], err = moodle.Write(exchange.Questions(p, own)); err != nil {
			t.Fatal(err)
		}
		if questions, _, err = moodle.Read(sent[n]); err != nil || len(questions) != len(own) {
			t.Fatalf("%d of %d come back: %v", len(questions), len(own), err)
		}
	}
	if !bytes.Equal(sent[1], sent[2]) || !bytes.Equal(sent[0], sent[1]) {
		t.Error("each journey gives another file")
	}
}

// TestAnExtractOfAnotherCountryIsLabelled, and none is where the situation is offered in its country too: a bank has readers of both.
func TestAnExtractOfAnotherCountryIsLabelled(t *testing.T) {
	p := library(t)
	s, _ := p.Bank.Situation(p.Bank.Offered(guidance.Ireland, "")[0].ID)
	both, british := *s, *s
	both.Jurisdictions, british.Jurisdictions = guidance.Jurisdictions(), []guidance.Jurisdiction{guidance.UK}
	for _, c := range []struct {
		s    scenarios.Situation
		want bool
	}{{both, false}, {british, true}} {
		said := exchange.Questions(p, []*scenarios.Situation{&c.s})[0].Feedback
		if got := strings.Contains(said, "not where you practise"); got != c.want {
			t.Errorf("offered in %q, it is labelled: %v\n%s", c.s.Jurisdictions, got, said)
		}
	}
}
