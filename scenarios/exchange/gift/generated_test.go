package gift_test

import (
	"strings"

	"pgregory.net/rapid"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
)

// fragments are what texts are made of here: all that acts in GIFT, or looks as if it did, and some that acts in nothing.
var fragments = []string{
	"=", "~", "#", "{", "}", ":", "::", "\\", `\\`, `\n`, `\=`, "\n", "\n\n", "->", "- >", "%", "%50%", "%-100%", "50", "1.", "//", "// a", "####", "#",
	"[html]", "[markdown]", "[", "]", "[id:a]", "$CATEGORY: a", "http://x.org/?a=b&c=d#e", "T", "TRUE", "F", "word", "two words", " ", "é", "漢字", "👍🏽", "“so”",
	"**bold**", "*a*", "`code`", "_____", "&amp;", "- a", "> a", "\t", "\u00a0", "|",
}

func texts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return cleaned(strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 8).Draw(t, "fragments"), ""))
	}).Filter(func(s string) bool { return s != "" })
}

func maybe(g *rapid.Generator[string]) *rapid.Generator[string] {
	return rapid.OneOf(rapid.Just(""), g)
}

// cleaned is a text as it can be kept. An arrow is written in one of the two ways of Markdown.
func cleaned(s string) string {
	return strings.TrimSpace(text.Block(strings.ReplaceAll(s, `-\>`, "->")))
}

// words are on one line, and are what may stand in an id or tag.
func words() *rapid.Generator[string] {
	fragments := []string{"a", "b c", "]", "[", "é", ":", "=", "{", "~", "#", "//", "ward"}
	return rapid.Custom(func(t *rapid.T) string {
		return text.Line(strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 4).Draw(t, "fragments"), ""))
	})
}

// generated are questions that GIFT can hold.
func generated() *rapid.Generator[exchange.Question] {
	return rapid.Custom(func(t *rapid.T) exchange.Question {
		q := exchange.Question{
			Kind: rapid.SampledFrom([]exchange.Kind{exchange.OneOf, exchange.SeveralOf, exchange.TrueFalse, exchange.Matching, exchange.Open}).Draw(t, "kind"),
			ID:   maybe(words()).Draw(t, "id"), Name: text.Line(maybe(texts()).Draw(t, "name")), Text: texts().Draw(t, "text"),
			Feedback: maybe(texts()).Draw(t, "feedback"),
		}
		if n := rapid.IntRange(0, 2).Draw(t, "tags"); n > 0 {
			q.Tags = rapid.SliceOfN(words(), n, n).Draw(t, "tags")
		}
		switch q.Kind {
		case exchange.TrueFalse:
			q.Answers = []exchange.Answer{{Text: "True", Share: 1, Feedback: maybe(texts()).Draw(t, "feedback")}, {Text: "False", Feedback: maybe(texts()).Draw(t, "feedback")}}
			if rapid.Bool().Draw(t, "false") {
				q.Answers[0].Share, q.Answers[1].Share = 0, 1
			}
		case exchange.Matching:
			q.Answers = rapid.SliceOfN(pairs(), 2, 5).Draw(t, "pairs")
			if rapid.Bool().Draw(t, "distractor") {
				q.Answers = append(q.Answers, exchange.Answer{Match: match().Draw(t, "match")})
			}
		case exchange.OneOf:
			q.Answers = rapid.SliceOfN(answers(), 1, 5).Draw(t, "answers")
			q.Answers[0].Share = 0
			q.Answers = append(q.Answers, exchange.Answer{Text: texts().Draw(t, "right"), Share: 1})
			q.Answers = rapid.Permutation(q.Answers).Draw(t, "order")
		case exchange.SeveralOf:
			q.Answers = append(rapid.SliceOfN(answers(), 0, 4).Draw(t, "answers"), exchange.Answer{Text: texts().Draw(t, "right"), Share: 1}, exchange.Answer{Text: texts().Draw(t, "part"), Share: 1. / 3})
		}
		return q
	})
}

func answers() *rapid.Generator[exchange.Answer] {
	return rapid.Custom(func(t *rapid.T) exchange.Answer {
		share := rapid.SampledFrom([]float64{0, 0, 1, -1, .5, 1. / 3, -2. / 3, 1. / 6, 1. / 7, .05, .125, .1234567}).Draw(t, "share")
		return exchange.Answer{Text: texts().Draw(t, "text"), Share: share, Feedback: maybe(texts()).Draw(t, "feedback")}
	})
}

func pairs() *rapid.Generator[exchange.Answer] {
	return rapid.Custom(func(t *rapid.T) exchange.Answer {
		return exchange.Answer{Text: texts().Draw(t, "text"), Match: match().Draw(t, "match")}
	})
}

// match is what something goes with: plain text in GIFT, and so Markdown in which nothing acts.
func match() *rapid.Generator[string] {
	return rapid.Map(rapid.SampledFrom([]string{
		"a", "50 % of a", `\=b`, "b -> c", `\~\{\}\:`, "*a*", "Very appropriate", "%50%", "http://x.org/?a\\=b", `\#1`, "é", "a // b", "[html]a", `\\a`, "->", ">",
	}), func(written string) string {
		questions, _, _ := gift.Read([]byte("A{=a->" + written + "\n=b->c}"))
		return questions[0].Answers[0].Match
	})
}

// banks are generated questions in categories, those without one first.
func banks() *rapid.Generator[[]exchange.Question] {
	return rapid.Custom(func(t *rapid.T) []exchange.Question {
		questions := rapid.SliceOfN(generated(), 1, 4).Draw(t, "questions")
		categories := [][]string{nil, {"a"}, {"a", "b/c"}, {"/"}, {"$course$", "top"}, {"x:{=}~#"}, {`a\:b`}}
		from := rapid.IntRange(0, len(questions)).Draw(t, "from")
		for i := range questions[from:] {
			questions[from+i].Category = rapid.SampledFrom(categories[1:]).Draw(t, "category")
		}
		return questions
	})
}

// unlined are questions without the lines that they were read from.
func unlined(questions []exchange.Question) []exchange.Question {
	out := make([]exchange.Question, len(questions))
	for i, q := range questions {
		q.Line = 0
		out[i] = q
	}
	return out
}
