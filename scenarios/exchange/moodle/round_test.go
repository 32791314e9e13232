package moodle

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"probity/guidance/text"
	"probity/scenarios"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
	"probity/scenarios/pack"

	"pgregory.net/rapid"
)

// shares are those of the marks that Moodle knows.
var shares = []float64{1, 0.9, 5.0 / 6, 0.8, 0.75, 0.7, 2.0 / 3, 0.6, 0.5, 0.4, 1.0 / 3, 0.3, 0.25, 0.2, 1.0 / 6, 1.0 / 7, 0.125, 1.0 / 9, 0.1, 0.05, 0,
	-1, -5.0 / 6, -0.5, -1.0 / 3, -0.25}

// sentence is a line of words as packs have them.
func sentence() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{"You", "on call", "**must**", "*never*", "the patient’s", "“why?”", "A&E", "5 mg", "BP < 90", "bed 9", "[a name]", "H₂O", "—",
		"(see below)", "1.5", "don't", "50%", "#9", "https://example.org/a_b", "[GMC](https://www.gmc-uk.org/a?b=c&d=e)", "`code`", "*a **b** c*", "\\*a", "e.g.", "🙂", "Ó Súilleabháin"})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(t, "words"), " ")
	}).Filter(func(s string) bool { return markup.FromPlain(s[:1]) == s[:1] && !strings.HasPrefix(s, "1.") })
}

// prosaic is a text as packs have them.
func prosaic() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		lines := rapid.SliceOfN(sentence(), 1, 3).Draw(t, "lines")
		numbered := ""
		for i, l := range lines {
			numbered += fmt.Sprintf("%d. %s\n", i+1, l)
		}
		blocks := []string{
			lines[0], strings.Join(lines, "\n"), strings.Join(lines, "\\\n"), "- " + strings.Join(lines, "\n- "), strings.TrimSpace(numbered),
			"> " + strings.Join(lines, "\n> "), "## " + lines[0], "> - " + strings.Join(lines, "\n> - "),
		}
		return strings.Join(slices.Compact(rapid.SliceOfN(rapid.SampledFrom(blocks[:6]), 1, 1).Draw(t, "blocks")), "\n\n") +
			rapid.SampledFrom([]string{"", "\n\nThe end.", "\n\n" + blocks[6], "\n\n> Said."}).Draw(t, "end")
	}).Filter(func(s string) bool {
		return !strings.Contains(s, "> ") || strings.Count(s, "\n\n> ") == 0 || !strings.HasPrefix(s, "> ")
	})
}

// question is one of those that a pack can become.
func question() *rapid.Generator[exchange.Question] {
	line := rapid.Map(sentence(), text.Line)
	return rapid.Custom(func(t *rapid.T) exchange.Question {
		q := exchange.Question{
			Kind: rapid.SampledFrom([]exchange.Kind{exchange.OneOf, exchange.SeveralOf, exchange.TrueFalse, exchange.InOrder, exchange.Matching, exchange.Open}).Draw(t, "kind"),
			ID:   rapid.SampledFrom([]string{"", "house:a-question/bed-nine", "a & b < c"}).Draw(t, "id"),
			Name: line.Draw(t, "name"),
			Text: prosaic().Draw(t, "text"),
		}
		q.Category = rapid.SampledFrom([][]string{nil, {"Messages at work"}, {"Messages", "A/B // C"}, {"Use of <html>", "top", "x"}, {"top"}}).Draw(t, "category")
		q.Feedback = rapid.OneOf(rapid.Just(""), prosaic()).Draw(t, "feedback")
		q.Tags = rapid.SampledFrom([][]string{nil, {"doctor"}, {"level 1", "A&E"}}).Draw(t, "tags")
		q.Answers = answersOf(t, q.Kind)
		return q
	})
}

func answersOf(t *rapid.T, kind exchange.Kind) []exchange.Answer {
	feedback := rapid.OneOf(rapid.Just(""), prosaic())
	switch kind {
	case exchange.Open:
		return nil
	case exchange.TrueFalse:
		right := float64(rapid.IntRange(0, 1).Draw(t, "true"))
		return []exchange.Answer{{Text: "True", Share: right, Feedback: feedback.Draw(t, "f")}, {Text: "False", Share: 1 - right, Feedback: feedback.Draw(t, "f")}}
	}
	var out []exchange.Answer
	for range rapid.IntRange(2, 6).Draw(t, "answers") {
		a := exchange.Answer{Text: prosaic().Draw(t, "answer")}
		switch kind {
		case exchange.Matching:
			a.Match = rapid.SampledFrom([]string{"appropriate", "not appropriate", "A&E < 4 h", "5 * 3"}).Draw(t, "match")
		case exchange.InOrder:
			a.Feedback = feedback.Draw(t, "why")
		default:
			a.Share, a.Feedback = rapid.SampledFrom(shares).Draw(t, "share"), feedback.Draw(t, "why")
		}
		out = append(out, a)
	}
	return out
}

func TestWhatIsWrittenIsReadAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		survives(t, "questions", rapid.SliceOfN(question(), 1, 4).Draw(t, "questions"))
	})
}

// TestTheLibrarySurvives writes every text of the library as the text of a question, and reads it.
func TestTheLibrarySurvives(t *testing.T) {
	p, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var questions []exchange.Question
	add := func(s *scenarios.Situation, said string) {
		if said = strings.TrimSpace(said); said != "" {
			questions = append(questions, exchange.Question{Kind: exchange.Open, Name: s.ID, Text: said})
		}
	}
	for _, s := range p.Bank.All() {
		add(s, s.Stem)
		for _, o := range s.Options {
			add(s, o.Text)
			add(s, o.Why)
		}
	}
	for _, source := range p.Guidance.Sources() {
		for _, c := range source.Clauses {
			add(&scenarios.Situation{ID: c.ID}, c.Text)
		}
	}
	if len(questions) < 1000 {
		t.Fatalf("there are %d texts", len(questions))
	}
	survives(t, "the library", questions[:min(len(questions), mostQuestions)])
}

func TestTheSameQuestionsAreTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		questions := rapid.SliceOfN(question(), 1, 3).Draw(t, "questions")
		one, err := Write(questions)
		if err != nil {
			t.Fatal(err)
		}
		if two, _ := Write(questions); !bytes.Equal(one, two) {
			t.Errorf("%s\n%s", one, two)
		}
	})
}

func TestWhatMoodleHasNoPlaceForIsNotWritten(t *testing.T) {
	for _, c := range []struct {
		says string
		q    exchange.Question
	}{
		{"has feedback", exchange.Question{Kind: exchange.Matching, Answers: []exchange.Answer{{Text: "a", Match: "b", Feedback: "c"}}}},
		{"has answers to choose from", exchange.Question{Kind: exchange.Open, Answers: []exchange.Answer{{Text: "a"}}}},
		{"true and false are two", exchange.Question{Kind: exchange.TrueFalse, Answers: []exchange.Answer{{Text: "a"}}}},
		{"share 2", exchange.Question{Answers: []exchange.Answer{{Text: "a", Share: 2}}}},
		{"of no kind", exchange.Question{Kind: 99}},
	} {
		c.q.Name = "Whose"
		_, err := Write([]exchange.Question{c.q})
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "Whose") {
			t.Errorf("%v, want %q", err, c.says)
		}
	}
}

func TestSharesAreThoseThatMoodleCompares(t *testing.T) {
	for share, want := range map[float64]string{1: "100", 0: "0", 1.0 / 3: "33.33333", -1.0 / 3: "-33.33333", 1.0 / 6: "16.66667", 0.125: "12.5", 0.05: "5", 0.7: "70"} {
		if got := exchange.Percent(share); got != want {
			t.Errorf("%g is %q, want %q", share, got, want)
		}
		e := element{is: map[string]string{"fraction": want}}
		if got, ok := e.share(); !ok || got != share {
			t.Errorf("%q is %g, want %g", want, got, share)
		}
	}
}

// TestAQuestionIsWrittenAsMoodleWritesIt: what stands in a file, for a reader to see.
func TestAQuestionIsWrittenAsMoodleWritesIt(t *testing.T) {
	file, err := Write([]exchange.Question{{
		Kind: exchange.OneOf, ID: "anytown:six/bed-nine", Name: "A question at six", Category: []string{"Messages", "A/B"}, Text: "Is bed 9 **still** on oxygen? <script>",
		Answers:  []exchange.Answer{{Text: "Answer", Share: 1, Feedback: "You must."}, {Text: "[Wait](javascript:alert(1)) ![x](https://example.org/x.png)"}},
		Feedback: "See ]]> section 2.", Tags: []string{"doctor"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n  <question type=\"category\">\n    <category>\n      <text>$course$/top/Messages/A//B</text>",
		"<name>\n      <text>A question at six</text>", "<questiontext format=\"html\">\n      <text><![CDATA[<p>Is bed 9 <strong>still</strong> on oxygen? &lt;script&gt;</p>]]></text>",
		"<defaultgrade>1</defaultgrade>\n    <penalty>0</penalty>\n    <hidden>0</hidden>\n    <idnumber>anytown:six/bed-nine</idnumber>\n    <single>true</single>\n    <shuffleanswers>true</shuffleanswers>\n    <answernumbering>abc</answernumbering>",
		"<answer fraction=\"100\" format=\"html\">", "<feedback format=\"html\">\n        <text><![CDATA[<p>You must.</p>]]></text>", "<a href=\"\">Wait</a> x</p>",
		"<tag>\n        <text>doctor</text>", "<correctfeedback format=\"html\">\n      <text></text>",
	} {
		if !strings.Contains(string(file), want) {
			t.Errorf("there is no\n%s\nin\n%s", want, file)
		}
	}
}

func ExampleWrite() {
	file, _ := Write([]exchange.Question{{Kind: exchange.InOrder, Name: "First things", Text: "In which order?", Answers: []exchange.Answer{{Text: "Look"}, {Text: "Listen"}}}})
	_, rest, _ := strings.Cut(string(file), "<layouttype>")
	fmt.Println("<layouttype>" + rest[:strings.Index(rest, "<correctfeedback")-5])
	// Output:
	// <layouttype>VERTICAL</layouttype>
	//     <selecttype>ALL</selecttype>
	//     <selectcount>0</selectcount>
	//     <gradingtype>RELATIVE_TO_CORRECT</gradingtype>
	//     <showgrading>SHOW</showgrading>
	//     <numberingstyle>none</numberingstyle>
}
