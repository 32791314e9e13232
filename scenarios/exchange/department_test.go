package exchange_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"probity/scenarios"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
	"probity/scenarios/exchange/moodle"
	"probity/scenarios/pack"
)

// department is a pack made of the twenty questions that an emergency department wrote over some years, invented for this test.
func department(t *testing.T) (pack.Draft, []exchange.Loss) {
	t.Helper()
	file, err := os.ReadFile("testdata/ed-induction.xml")
	if err != nil {
		t.Fatal(err)
	}
	questions, lost, err := moodle.Read(file)
	if err != nil || len(questions) != 20 {
		t.Fatalf("%d questions, %v", len(questions), err)
	}
	d, partly := exchange.Draft(questions, about)
	if d, err = exchange.Settle(d, library(t)); err != nil {
		t.Fatal(err)
	}
	return d, append(lost, partly...)
}

// TestADepartmentsQuestionsAreAPack: each is there, put aside with what it lacks, or named as left out.
func TestADepartmentsQuestionsAreAPack(t *testing.T) {
	d, lost := department(t)
	formats := map[string]int{}
	for _, s := range d.Situations {
		formats[s.Format.Name()]++
	}
	if len(d.Situations) != 15 || formats["best"] != 10 || formats["choose"] != 3 || formats["rank"] != 1 || formats["rate"] != 1 {
		t.Errorf("the situations are %v", formats)
	}
	var aside []string
	for _, u := range d.Unfinished {
		aside = append(aside, u.Title+": "+u.Lacks[0])
	}
	want := []string{
		"disappearing messages: option: there are 2: a single best answer has four or five options",
		"Friend request: option: there are 3: a single best answer has four or five options",
		"TikTok in resus: option: there are 3: a single best answer has four or five options",
		"Saying who you are: option: there are 2: a single best answer has four or five options",
	}
	if !slices.Equal(aside, want) {
		t.Errorf("put aside is %q", aside)
	}
	all := ""
	for _, l := range lost {
		if l.Line == 0 || l.Question == "" && !strings.Contains(l.Says, "the category") {
			t.Errorf("whose loss is %q?", l)
		}
		all += l.String() + "\n"
	}
	for _, named := range []string{"a picture is left out: wrist%20sketch.png", "a table is kept as lines", "The Nineteenth Trolley: it is left out", "Meme: an answer has some of the marks"} {
		if strings.Count(all, named) != 1 {
			t.Errorf("%q is not named once in\n%s", named, all)
		}
	}
}

// TestADepartmentsPackGoesBackToItsBank, and comes out of it as it went in, in either form.
func TestADepartmentsPackGoesBackToItsBank(t *testing.T) {
	d, _ := department(t)
	p, err := pack.Load(folder(t, d), library(t))
	if err != nil {
		t.Fatal(err)
	}
	var own []*scenarios.Situation
	for _, s := range p.Bank.All() {
		if strings.HasPrefix(s.ID, "ward:") {
			own = append(own, s)
		}
	}
	questions := exchange.Questions(p, own)
	file, err := moodle.Write(questions)
	if err != nil {
		t.Fatal(err)
	}
	comesBack(t, own, read(t, moodle.Read, file))
	file, lost := gift.Write(questions)
	if len(lost) != 1 || !strings.Contains(lost[0].String(), "Photo in the wrong group") { // the ranking
		t.Errorf("GIFT does not hold %v", lost)
	}
	comesBack(t, slices.DeleteFunc(own, func(s *scenarios.Situation) bool { return s.Format.Name() == "rank" }), read(t, gift.Read, file))
}

func read(t *testing.T, as func([]byte) ([]exchange.Question, []exchange.Loss, error), file []byte) []exchange.Question {
	t.Helper()
	questions, lost, err := as(file)
	if err != nil || len(lost) > 0 {
		t.Fatalf("%v, lost %v", err, lost)
	}
	return questions
}

// comesBack fails where questions are not those of the situations.
func comesBack(t *testing.T, situations []*scenarios.Situation, questions []exchange.Question) {
	t.Helper()
	d, _ := exchange.Draft(questions, about)
	d, err := exchange.Settle(d, library(t))
	if err != nil || len(d.Situations) != len(situations) || len(d.Unfinished) > 0 {
		t.Fatalf("%d situations of %d, %v", len(d.Situations), len(situations), err)
	}
	for _, back := range d.Situations {
		at := slices.IndexFunc(situations, func(s *scenarios.Situation) bool { return s.ID == "ward:"+back.ID })
		if at < 0 {
			t.Errorf("what is %s?", back.ID)
			continue
		}
		s := situations[at]
		if plain(back.Stem) != plain(s.Stem) || back.Ask != s.Ask || back.Title != s.Title || !slices.Equal(keyed(back), keyed(s)) {
			t.Errorf("%s came back as\n%+v, was\n%+v", s.ID, back, s)
		}
	}
}
