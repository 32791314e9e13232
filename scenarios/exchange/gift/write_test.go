package gift_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
)

// TestThereAndBack: what GIFT can hold comes back as it was, whatever signs it is made of.
func TestThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions := banks().Draw(t, "questions")
		file, _ := gift.Write(questions)
		back, lost, err := gift.Read(file)
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		if diff := cmp.Diff(questions, unlined(back)); diff != "" {
			t.Fatalf("- written, + read: %s\n%s\n%+v", diff, file, lost)
		}
		if again, _ := gift.Write(back); string(again) != string(file) {
			t.Fatalf("written again it is\n%s, and was\n%s", again, file)
		}
	})
}

// TestHowItLooks: a person can read it.
func TestHowItLooks(t *testing.T) {
	file, lost := gift.Write([]exchange.Question{
		{Kind: exchange.Matching, Category: []string{"On call", "A/B"}, Text: "Match.", Answers: []exchange.Answer{{Text: "a->b", Match: "c"}, {Text: "[x]", Match: "#1"}, {Match: "d"}}},
		{ID: "7", Name: "Ask: me", Tags: []string{"ward", "night"}, Text: "What\n\nnow?", Feedback: "All.",
			Answers: []exchange.Answer{{Text: "Go", Share: 1, Feedback: "Yes."}, {Text: "%5% stay"}, {Text: "Call", Share: .5}}},
		{Kind: exchange.TrueFalse, Category: []string{"On call"}, Text: "So.", Answers: []exchange.Answer{{Text: "True"}, {Text: "False", Share: 1, Feedback: "Right."}}},
		{Kind: exchange.SeveralOf, Category: []string{"On call"}, Text: "Which?", Answers: []exchange.Answer{{Text: "a", Share: 1. / 3}, {Text: "b", Share: 2. / 3}, {Text: "c", Share: -1}}},
		{Kind: exchange.Open, Category: []string{"On call"}, Text: "Why?", Feedback: "[All]."},
	})
	const want = `// [id:7] [tag:ward] [tag:night]
::Ask\: me::[markdown]What\n\nnow?{
	=Go#Yes.
	~[markdown]%5% stay
	~%50%Call
####All.}

$CATEGORY: On call/A//B

[markdown]Match.{
	=a-\\>b -> c
	=[markdown][x] -> \#1
	= -> d
}

$CATEGORY: On call

[markdown]So.{FALSE##Right.}

[markdown]Which?{
	~%33.33333%a
	~%66.66667%b
	~%-100%c
}

[markdown]Why?{####[markdown][All].}

`
	same(t, "file", string(file), want)
	same(t, "lost", lost, []exchange.Loss(nil))
}

func TestWhatIsNotWritten(t *testing.T) {
	yes, no := exchange.Answer{Text: "yes", Share: 1}, exchange.Answer{Text: "no"}
	pair := exchange.Answer{Text: "a", Match: "b"}
	for _, c := range []struct {
		name    string
		q       exchange.Question
		says    string
		written bool
	}{
		{"an order", exchange.Question{Kind: exchange.InOrder, Answers: []exchange.Answer{yes, no}}, "in order", false},
		{"an unknown kind", exchange.Question{Kind: 99, Answers: []exchange.Answer{yes, no}}, "no such", false},
		{"no full marks", exchange.Question{Answers: []exchange.Answer{{Text: "a", Share: .5}, no}}, "full marks", false},
		{"full marks for all", exchange.Question{Answers: []exchange.Answer{yes, yes}}, "every answer", false},
		{"nothing right", exchange.Question{Answers: []exchange.Answer{no, no}}, "no answer is right", false},
		{"hardly anything right", exchange.Question{Kind: exchange.SeveralOf, Answers: []exchange.Answer{{Text: "a", Share: 1e-12}, no}}, "no answer is right", false},
		{"one answer", exchange.Question{Answers: []exchange.Answer{yes}}, "not two", false},
		{"an empty answer", exchange.Question{Answers: []exchange.Answer{yes, {Text: " "}}}, "no text", false},
		{"a share that cannot be", exchange.Question{Answers: []exchange.Answer{yes, {Text: "a", Share: 1.5}}}, "1.5", false},
		{"half a truth", exchange.Question{Kind: exchange.TrueFalse, Answers: []exchange.Answer{yes, {Text: "False", Share: .5}}}, "true or false", false},
		{"one pair", exchange.Question{Kind: exchange.Matching, Answers: []exchange.Answer{pair, {Match: "c"}}}, "two pairs", false},
		{"half a pair", exchange.Question{Kind: exchange.Matching, Answers: []exchange.Answer{pair, {Text: "c"}}}, "with nothing", false},
		{"other words for true", exchange.Question{Kind: exchange.TrueFalse, Answers: []exchange.Answer{yes, {Text: "false"}}}, "becomes “True”", true},
		{"feedback of a pair", exchange.Question{Kind: exchange.Matching, Answers: []exchange.Answer{pair, {Text: "c", Match: "d", Feedback: "e"}}}, "matches “c”", true},
		{"emphasis in a match", exchange.Question{Kind: exchange.Matching, Answers: []exchange.Answer{pair, {Text: "c", Match: "*d*"}}}, "“*d*”", true},
		{"answers of an open one", exchange.Question{Kind: exchange.Open, Answers: []exchange.Answer{yes}}, "in words", true},
		{"a tag with a bracket", exchange.Question{Kind: exchange.Open, Tags: []string{"<a>"}}, "“<a>” as a tag", true},
		{"an id that ends in a backslash", exchange.Question{Kind: exchange.Open, ID: `a\`}, "as an id", true},
		{"a category without a name", exchange.Question{Kind: exchange.Open, Category: []string{"a", " "}}, "category", true},
		{"a weight that Moodle does not list", exchange.Question{Answers: []exchange.Answer{yes, {Text: "a", Share: .37}}}, "37 %", true},
		{"weights that do not come to 100", exchange.Question{Kind: exchange.SeveralOf, Answers: []exchange.Answer{{Text: "a", Share: .5}, no}}, "50 %", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.q.Text = "What?"
			file, lost := gift.Write([]exchange.Question{c.q})
			if strings.Contains(string(file), "What?") != c.written {
				t.Errorf("written:\n%s", file)
			}
			if len(lost) != 1 || lost[0].Question != "What?" || !strings.Contains(lost[0].Says, c.says) {
				t.Errorf("lost: %+v; want %q", lost, c.says)
			}
		})
	}
}
