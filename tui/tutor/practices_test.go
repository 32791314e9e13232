package tutor

import (
	"slices"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios"
)

// answerRight gives the key as the answer to the current situation, as a learner would type it.
func answerRight(t *testing.T, p *Practice) scenarios.Outcome {
	t.Helper()
	letters := map[string]string{}
	for _, l := range p.Sitting.Attempt().Lines() {
		letters[l.ID] = l.Letter
	}
	line := ""
	for _, id := range p.Sitting.Current().Key {
		line += letters[id]
	}
	if err := p.Sitting.Attempt().Read(line); err != nil {
		t.Fatal(err)
	}
	if err := p.Submit(); err != nil {
		t.Fatal(err)
	}
	p.Weigh(scenarios.FairlySure)
	out, _ := p.Result()
	return out
}

// TestFault20APackEditedBetweenTwoSittings: what was answered keeps its revision and its marks, in the sitting that is
// taken up as in the record; what is answered from now on has the new ones.
func TestFault20APackEditedBetweenTwoSittings(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir, small(t))
	p, err := first.Practices.Begin(Selection{Topic: "boundaries"})
	if err != nil {
		t.Fatal(err)
	}
	before := answerRight(t, p)
	record := saved(t, first, dir)

	edited := small(t)
	for _, s := range edited.Bank.All() {
		s.Revision++
		s.Key = slices.Concat(s.Key[min(1, len(s.Key)):], s.Key[:min(1, len(s.Key))])
		if len(s.Key) == 1 {
			s.Key = []string{"a"}
		}
	}
	second := open(t, dir, edited)
	left, ok := second.Practices.Unfinished()
	if !ok || left.Done != 1 || left.Of != 2 {
		t.Fatalf("left %d of %d, %v", left.Done, left.Of, ok)
	}
	again := second.Practices.Resume(left)
	if note := again.Reworded(); !strings.Contains(note, "reworded since: you see revision 2, and the marks are those of revision 1") {
		t.Errorf("it says %q", note)
	}
	out := again.Sitting.Outcomes()[0]
	now := out.Situation.Format.Mark(out.Situation, out.Chosen)
	if out.Marking.Marks != before.Marking.Marks || !slices.Equal(out.Chosen, before.Chosen) {
		t.Errorf("%v marks for %v became %v for %v", before.Marking.Marks, before.Chosen, out.Marking.Marks, out.Chosen)
	}
	if now.Marks == before.Marking.Marks {
		t.Fatal("the edit changes no marks, so this shows nothing")
	}
	again.Sitting.Next()
	answerRight(t, again)
	if note := again.Reworded(); note != "" {
		t.Errorf("of an answer just given it says %q", note)
	}
	if text := saved(t, second, dir); !strings.HasPrefix(text, record) {
		t.Errorf("the record was\n%s\nand is\n%s", record, text)
	}
	answers := second.Record.History().Answers()
	if len(answers) != 2 || answers[0].Revision != 1 || answers[1].Revision != 2 {
		t.Fatalf("the answers are %+v", answers)
	}
	if total := second.Record.History().Total(); total.Marks != answers[0].Of+answers[1].Of {
		t.Errorf("%v marks in all: the first answer was marked again", total.Marks)
	}
}

func TestOnlyAPracticeIsGivenUpForAPractice(t *testing.T) {
	c := starting()
	tutor := openAs(t, Options{Dir: t.TempDir()}, small(t), c)
	meet(t, tutor, "a-request")
	meet(t, tutor, "a-thread")
	c.pass(10 * day)
	begin(t, tutor, Selection{Review: true})
	if p := begin(t, tutor, Selection{Topic: "boundaries"}); p.Note != "" {
		t.Errorf("a review was left, and the practice says %q", p.Note)
	}
	if _, ok := tutor.Practices.GivesUp(Selection{Topic: "boundaries"}, AsAsked); ok {
		t.Error("a practice without an answer is given up, and nothing is lost by that")
	}
}

// TestWhatBeginningGivesUp: a practice its own kind alone, whatever was begun since; a single situation nothing, and Today itself, begun anew.
func TestWhatBeginningGivesUp(t *testing.T) {
	c, dir := starting(), t.TempDir()
	tutor := openAs(t, Options{Dir: dir}, small(t), c)
	meet(t, tutor, "a-request")
	meet(t, tutor, "a-thread")
	c.pass(10 * day)
	practice := begin(t, tutor, Selection{Topic: "boundaries"})
	right(t, practice)
	c.pass(60 * day)
	daily := begin(t, tutor, today)
	right(t, daily)
	c.pass(60 * day)
	begin(t, tutor, Selection{Review: true})
	for _, w := range []struct {
		ask  Selection
		how  How
		want string
	}{
		{Selection{}, AsAsked, practice.id}, {Selection{Topic: "boundaries"}, Anew, practice.id}, {Selection{}, Resume, ""},
		{Selection{Only: "a-thread"}, AsAsked, ""}, {Selection{Review: true}, AsAsked, ""}, {today, AsAsked, ""}, {today, Anew, daily.id},
		{Selection{Today: true, First: true}, Anew, ""},
	} {
		if left, ok := tutor.Practices.GivesUp(w.ask, w.how); left.sitting.ID != w.want || ok != (w.want != "") {
			t.Errorf("%+v, %v: %+v", w.ask, w.how, left)
		}
	}
	one := openAs(t, Options{Dir: dir, Count: 1}, small(t), c)
	if left, ok := one.Practices.GivesUp(Selection{}, AsAsked); ok {
		t.Errorf("a practice of one situation gives up %+v", left)
	}
}

// TestWhatStandsInForATopicWithNothing is one thing for whoever asks: the menu, and the command. It is said.
func TestWhatStandsInForATopicWithNothing(t *testing.T) {
	p := small(t)
	for _, s := range p.Bank.All() {
		if s.Topic == "boundaries" {
			s.Setting = guidance.Student
		}
	}
	tutor := openAs(t, Options{Dir: t.TempDir()}, p, starting())
	if got := tutor.Practices.Widened(Selection{Topic: "boundaries"}); !got.AllRoles || got.Abroad {
		t.Errorf("%+v stands in for a topic in a student's shoes", got)
	}
	if got := tutor.Practices.Widened(Selection{Topic: "honesty"}); got != (Selection{Topic: "honesty"}) {
		t.Errorf("%+v stands in for a topic that has something", got)
	}
	if note := begin(t, tutor, Selection{Topic: "boundaries"}).Note; !strings.HasPrefix(note, "Told in other people's shoes, since there are too few in yours: 2 of 2.") {
		t.Errorf("it is said that %q", note)
	}
}
