package gift_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
)

// read reads a text that is GIFT.
func read(t *testing.T, file string) ([]exchange.Question, []exchange.Loss) {
	t.Helper()
	questions, lost, err := gift.Read([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return questions, lost
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (- wanted, + got):\n%s", what, diff)
	}
}

func TestWhatIsRead(t *testing.T) {
	right, wrong := exchange.Answer{Text: "yes", Share: 1}, exchange.Answer{Text: "no"}
	for _, c := range []struct {
		name, file string
		want       exchange.Question
	}{
		{"one of the answers", "Ask?{=yes ~no}", exchange.Question{Line: 1, Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"feedback of answers and to everybody", "Ask?{\n=yes#well\n~no # not well\n####to all\n}", exchange.Question{Line: 1, Text: "Ask?", Feedback: "to all",
			Answers: []exchange.Answer{{Text: "yes", Share: 1, Feedback: "well"}, {Text: "no", Feedback: "not well"}}}},
		{"several of the answers, with weights", "Ask?{~%50%a ~%-100%b ~%33.33333%c ~%16.66667%d}", exchange.Question{Line: 1, Kind: exchange.SeveralOf, Text: "Ask?",
			Answers: []exchange.Answer{{Text: "a", Share: .5}, {Text: "b", Share: -1}, {Text: "c", Share: 1. / 3}, {Text: "d", Share: 1. / 6}}}},
		{"a weight on the right answer", "Ask?{=%100%yes ~ %0% no}", exchange.Question{Line: 1, Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"true", "So.{TRUE#wrong#right####all}", exchange.Question{Line: 1, Kind: exchange.TrueFalse, Text: "So.", Feedback: "all",
			Answers: []exchange.Answer{{Text: "True", Share: 1, Feedback: "right"}, {Text: "False", Feedback: "wrong"}}}},
		{"false", "So.{F##right}", exchange.Question{Line: 1, Kind: exchange.TrueFalse, Text: "So.",
			Answers: []exchange.Answer{{Text: "True"}, {Text: "False", Share: 1, Feedback: "right"}}}},
		{"matching", "Match.{=a -> b=c->d -> e = -> f}", exchange.Question{Line: 1, Kind: exchange.Matching, Text: "Match.",
			Answers: []exchange.Answer{{Text: "a", Match: "b"}, {Text: "c", Match: "d -> e"}, {Match: "f"}}}},
		{"in words", "Why?{}", exchange.Question{Line: 1, Kind: exchange.Open, Text: "Why?"}},
		{"in words, with feedback", "Why?{ ####all }", exchange.Question{Line: 1, Kind: exchange.Open, Text: "Why?", Feedback: "all"}},
		{"a missing word", "Grant is {=yes ~no} in it.", exchange.Question{Line: 1, Text: "Grant is _____ in it.", Answers: []exchange.Answer{right, wrong}}},
		{"a missing word at the end", "Grant is {=yes ~no}.", exchange.Question{Line: 1, Text: "Grant is _____.", Answers: []exchange.Answer{right, wrong}}},
		{"a name", "::A \\:\\: name::Ask?{=yes ~no}", exchange.Question{Line: 1, Name: "A :: name", Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"comments, with id and tags", "// first\n\n// [tag: one] [id:4\\]2 ] x\n// [tag:tw<o>] [tag:three]\nAsk?{=yes\n// ~maybe\n~no}",
			exchange.Question{Line: 5, ID: "4]2", Tags: []string{"one", "three"}, Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"a category", "$CATEGORY: $course$/top/On call/A//B\n\nAsk?{=yes ~no}",
			exchange.Question{Line: 3, Category: []string{"On call", "A/B"}, Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"a category that no blank line follows", "$CATEGORY: a\n// x\nAsk?{=yes ~no}",
			exchange.Question{Line: 3, Category: []string{"a"}, Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"Markdown", "[markdown]**A**\\n\\nb{=yes ~no}", exchange.Question{Line: 1, Text: "**A**\n\nb", Answers: []exchange.Answer{right, wrong}}},
		{"the format of an answer", "[markdown]A{=[plain]*yes* ~*no*}",
			exchange.Question{Line: 1, Text: "A", Answers: []exchange.Answer{{Text: `\*yes\*`, Share: 1}, {Text: "*no*"}}}},
		{"no format", "[moodles]A{=yes ~no}", exchange.Question{Line: 1, Text: "[moodles]A", Answers: []exchange.Answer{right, wrong}}},
		{"plain text", `[plain]- a\n1. *b*\n\n<i>c</i>{=yes ~no}`, exchange.Question{Line: 1, Text: "\\- a\\\n1\\. \\*b\\*\n\n\\<i>c\\</i>", Answers: []exchange.Answer{right, wrong}}},
		{"lines", "It says\n- a\n- b,\n  c.\nSo?\\n\nWhat\nnow?{=yes ~no}", exchange.Question{Line: 1, Text: "It says\\\n\\- a\\\n\\- b, c. So?\\\nWhat now?", Answers: []exchange.Answer{right, wrong}}},
		{"HTML", "[html]<p>a\n&amp; b<br>c</p><p>d</p>{=yes ~no}", exchange.Question{Line: 1, Text: "a\n& b\\\nc\n\nd", Answers: []exchange.Answer{right, wrong}}},
		{"HTML that is not said to be", "a<br/>\\nb{=yes ~no}", exchange.Question{Line: 1, Text: "a\n\nb", Answers: []exchange.Answer{right, wrong}}},
		{"escapes", `[markdown]\~\=\#\{\}\:\\\a\\n\\\\x{=yes ~no}`, exchange.Question{Line: 1, Text: `~=#{}:\\a\n\\x`, Answers: []exchange.Answer{right, wrong}}},
		{"signs that act in braces alone", "[markdown]http://x?a=b#c ~d{=yes ~no}", exchange.Question{Line: 1, Text: "http://x?a=b#c ~d", Answers: []exchange.Answer{right, wrong}}},
		{"old line ends", "// a\r\rAsk\rmore?{=yes\r~no}\r", exchange.Question{Line: 3, Text: "Ask more?", Answers: []exchange.Answer{right, wrong}}},
		{"a mark of the byte order", "\ufeffAsk?{=yes ~no}", exchange.Question{Line: 1, Text: "Ask?", Answers: []exchange.Answer{right, wrong}}},
		{"UTF-16", "\xff\xfe?\x00{\x00}\x00", exchange.Question{Line: 1, Kind: exchange.Open, Text: "?"}},
		{"Windows-1252", "Caf\xe9?{=yes ~no}", exchange.Question{Line: 1, Text: "Café?", Answers: []exchange.Answer{right, wrong}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost := read(t, c.file)
			same(t, "questions", questions, []exchange.Question{c.want})
			same(t, "lost", lost, []exchange.Loss(nil))
		})
	}
}

func TestWhatIsNotKept(t *testing.T) {
	for _, c := range []struct {
		name, file string
		line       int
		says       string
		kept       int
	}{
		{"a number", "// a\n\nHow many?{#3:1}", 3, "asks for a number", 0},
		{"typed answers", "Who?{=no one =nobody}", 1, "typed", 0},
		{"a typed answer", "Who?{nobody}", 1, "typed", 0},
		{"a text", "Read this.", 1, "asks nothing", 0},
		{"a brace without end", "\n\nA{=a\n~b\n\nSo.{T}", 3, "not closed", 1},
		{"a brace without beginning", "A\n=a}", 1, "none is open", 0},
		{"braces in the text", `A $\frac{1}{2}${=a ~b}`, 1, "besides", 0},
		{"braces in the answers", `A {=a {b} ~c}`, 1, "besides", 0},
		{"an escape at the end of the file", `A {=a ~b\`, 1, "not closed", 0},
		{"an escaped end", `A {=a ~b\}`, 1, "not closed", 0},
		{"nothing right", "A{~a ~b}", 1, "no answer is right", 0},
		{"nothing asked", "{=a ~b}", 1, "nothing is asked", 0},
		{"one answer", "A{~a}", 1, "not two answers", 0},
		{"no arrow", "A\n{=a->b\n=c}", 3, "no arrow", 0},
		{"no match", "A{=a->b\n=c->}", 2, "goes with nothing", 0},
		{"a weight beyond 100", "A{\n=a\n~%150%b}", 3, "%150%", 0},
		{"a weight that is no number", "A{\n=a\n~%lots%b}", 3, "no weight in figures", 1},
		{"a number that is none", "A{\n=a\n~%NaN%b ~%1e1%c}", 3, "no weight in figures", 1},
		{"words before the answers", "A{\nb\n=a ~c ~d}", 1, "before the first", 1},
		{"an answer without a text", "A{\n=a ~c ~ #d}", 2, "without a text", 1},
		{"a picture in Markdown", "[markdown]A ![an arm](a.png){=a ~b}", 1, "a picture is left out: a.png", 1},
		{"a script in Markdown", "[markdown]A <script>b</script>{=a ~b}", 1, "<script> is left out", 1},
		{"weights that do not come to 100", "A{~%50%a ~b}", 1, "come to 50 %", 1},
		{"what is in HTML", "A{\n=a\n~<a href\\=\"javascript\\:x\">b</a><script>c</script>}", 3, "its words are kept", 1},
		{"a turn of the direction of reading", "A\u202e{=a ~b}", 1, "U+202E", 1},
		{"the same in HTML", "[html]<b>A\u202e</b>{=a ~b}", 1, "U+202E", 1},
		{"many answers", "A{=a" + strings.Repeat("~b", 100_000) + "}", 1, "more than 500", 0},
		{"many pairs", "A{" + strings.Repeat("=b->c", 100_000) + "}", 1, "more than 500", 0},
		{"no blank line", "A{=a\n" + strings.Repeat("~b\n", 1<<19) + "\n\nB{T}", 1, "no blank line", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost := read(t, c.file)
			if len(questions) != c.kept {
				t.Errorf("%d questions are kept, not %d", len(questions), c.kept)
			}
			if len(slices.Compact(slices.Clone(lost))) != len(lost) {
				t.Errorf("the same is said twice: %+v", lost)
			}
			if len(lost) == 0 || lost[0].Line != c.line || !strings.Contains(lost[0].Says, c.says) || lost[0].Question == "" {
				t.Errorf("lost: %+v; want line %d and %q", lost, c.line, c.says)
			}
		})
	}
}

func TestWhatIsNoGIFT(t *testing.T) {
	for _, c := range []struct{ name, file, says string }{
		{"nothing", "", "no questions"},
		{"blank lines", "\n \n\t\n", "no questions"},
		{"comments alone", "// a\n\n// b\n", "no questions"},
		{"a category alone", "$CATEGORY: a\n", "no questions"},
		{"a Word document", "PK\x03\x04\x14\x00", "Word"},
		{"an old Word document", "\xD0\xCF\x11\xE0\xA1\xB1", "Word"},
		{"Moodle XML", "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>", "Moodle XML"},
		{"other XML", "<?xml version=\"1.0\"?><a>", "XML"},
		{"a web page", "\n<!DOCTYPE html><p>", "web page"},
		{"a PDF", "%PDF-1.7", "PDF"},
		{"a NUL", "A{T}\n\nB\x00{T}" + strings.Repeat("\n\nC{T}", 20), "line 3"},
		{"very many questions", strings.Repeat("A{T}\n\n", 20_001), "line 40001"},
		{"very many texts", strings.Repeat("A\n\n", 1_000_000), "line 40001"},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost, err := gift.Read([]byte(c.file))
			if err == nil || !strings.Contains(err.Error(), c.says) || questions != nil || lost != nil {
				t.Errorf("%d questions, %d lost, %v; want %q", len(questions), len(lost), err, c.says)
			}
		})
	}
}
