// What stands in the braces: which kind of question it is, and its answers.

package gift

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// answered reads what is in the braces, which begins at a place of the passage. The first of these rules that fits says what kind of
// question it is; they and their order are Moodle's.
func (d *draft) answered(inside string, at int) bool {
	said, _, _ := cut(inside, "#")
	truth := strings.TrimSpace(said)
	switch begin := strings.TrimSpace(inside); {
	case begin == "":
		d.Kind = exchange.Open
		return true
	case begin[0] == '#':
		return d.refuse(d.Line, "it asks for a number")
	case index(inside, "~") >= 0:
		return d.choices(inside, at)
	case index(inside, "=") >= 0 && index(inside, "->") >= 0:
		return d.matches(inside, at)
	case truth == "T", truth == "TRUE", truth == "F", truth == "FALSE":
		return d.trueFalse(inside, truth[0] == 'T')
	}
	return d.refuse(d.Line, "it asks for an answer that is typed, and offers none to choose")
}

// piece is what one of the signs = and ~ begins.
type piece struct {
	sign byte // 0 before the first sign
	text string
	line int
}

// pieces parts what is in the braces at the signs that begin answers. It takes no more than mostAnswers.
func (d *draft) pieces(inside, signs string, at int) (found []piece, ok bool) {
	var sign byte
	begin := 0
	take := func(end int) {
		if sign != 0 || strings.TrimSpace(inside[begin:end]) != "" {
			found = append(found, piece{sign, strings.TrimSpace(inside[begin:end]), d.of(at + begin)})
		}
	}
	for i := 0; i < len(inside); i += span(inside[i:]) {
		if strings.IndexByte(signs, inside[i]) < 0 {
			continue
		}
		take(i)
		sign, begin = inside[i], i+1
		if len(found) > mostAnswers {
			return nil, false
		}
	}
	take(len(inside))
	return found, len(found) <= mostAnswers
}

// choices reads answers of which one or several are chosen.
func (d *draft) choices(inside string, at int) bool {
	found, ok := d.pieces(inside, "=~", at)
	if !ok {
		return d.refuse(d.Line, tooMany())
	}
	d.Kind = exchange.SeveralOf
	if index(inside, "=") >= 0 {
		d.Kind = exchange.OneOf
	}
	for _, p := range found {
		if a, problem := d.choice(p); problem != "" {
			return d.refuse(p.line, problem)
		} else if p.sign == 0 {
			d.lose(p.line, fmt.Sprintf("“%s” stands before the first of the signs = and ~, and is not kept", begins(a.Text)))
		} else if a.Text == "" {
			d.lose(p.line, "an answer without a text is not kept")
		} else {
			d.Answers = append(d.Answers, a)
		}
	}
	if len(d.Answers) < 2 {
		return d.refuse(d.Line, "there are not two answers to choose from")
	}
	return d.weighed()
}

// weighed looks whether the weights make sense together.
func (d *draft) weighed() bool {
	sum := earned(d.Answers)
	switch {
	case sum == 0:
		return d.refuse(d.Line, "no answer is right")
	case d.Kind == exchange.SeveralOf && math.Abs(sum-1) > tolerance:
		d.lose(d.Line, fmt.Sprintf("the weights of its right answers come to %s %%, and not to 100", exchange.Percent(sum)))
	}
	return true
}

// tolerance is by how much weights that come to 100 % may miss it: Moodle writes thirds with five places.
const tolerance = 0.01

// earned is the sum of the shares that are gained.
func earned(answers []exchange.Answer) (sum float64) {
	for _, a := range answers {
		sum += max(a.Share, 0)
	}
	return sum
}

// choice reads one answer with its weight and feedback. A problem is one of the whole question.
func (d *draft) choice(p piece) (a exchange.Answer, problem string) {
	said, feedback, _ := cut(p.text, "#")
	if p.sign == '=' {
		a.Share = 1
	}
	share, rest, weight := weighted(strings.TrimSpace(said))
	switch {
	case weight == "":
	case math.IsNaN(share):
		d.lose(p.line, fmt.Sprintf("“%s” is no weight in figures, and is read as words of the answer", begins(weight)))
	case share < -1, share > 1:
		return a, fmt.Sprintf("the weight %s is not from %%-100%% to %%100%%", begins(weight))
	default:
		a.Share, said = share, rest
	}
	a.Text = d.arrows(said, p.line)
	a.Feedback, _ = d.words(feedback, p.line)
	return a, ""
}

// arrows reads words in which an arrow may be told from that of a matching question: Write says why.
func (d *draft) arrows(said string, line int) string {
	markdown, format := d.words(said, line)
	if format == "markdown" {
		markdown = strings.ReplaceAll(markdown, `-\>`, "->")
	}
	return markdown
}

var weights = text.Expression(`^%([^%\n]{0,40})%`)

// weighted takes a weight from the beginning of an answer. What is written as one and is no number has a share that is none; weight is
// "" where none is written.
func weighted(s string) (share float64, rest, weight string) {
	found := weights().FindStringSubmatch(s)
	if found == nil {
		return 0, s, ""
	}
	number := strings.TrimSpace(found[1])
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || strings.Trim(number, "+-.0123456789") != "" {
		return math.NaN(), s, found[0]
	}
	return exchange.ShareOf(n), s[len(found[0]):], found[0]
}

// trueFalse reads the two feedbacks: first the one for who is wrong.
func (d *draft) trueFalse(inside string, isTrue bool) bool {
	_, feedbacks, _ := cut(inside, "#")
	wrong, right, _ := cut(feedbacks, "#")
	d.Kind = exchange.TrueFalse
	d.Answers = []exchange.Answer{{Text: "True"}, {Text: "False"}}
	chosen, other := &d.Answers[0], &d.Answers[1]
	if !isTrue {
		chosen, other = other, chosen
	}
	chosen.Share = 1
	chosen.Feedback, _ = d.words(right, d.Line)
	other.Feedback, _ = d.words(wrong, d.Line)
	return true
}

// matches reads pairs. A pair without its first half is a distractor.
func (d *draft) matches(inside string, at int) bool {
	found, ok := d.pieces(inside, "=", at)
	if !ok {
		return d.refuse(d.Line, tooMany())
	}
	d.Kind = exchange.Matching
	pairs := 0
	for _, p := range found {
		said, match, arrow := cut(p.text, "->")
		a := exchange.Answer{Text: d.arrows(said, p.line), Match: markup.FromPlain(text.Line(unescaped(match, " ")))}
		switch {
		case p.sign == 0, !arrow:
			return d.refuse(p.line, fmt.Sprintf("“%s” has no arrow -> to what it goes with", begins(p.text)))
		case a.Match == "":
			return d.refuse(p.line, fmt.Sprintf("“%s” goes with nothing", begins(p.text)))
		case a.Text != "":
			pairs++
		}
		d.Answers = append(d.Answers, a)
	}
	if pairs < 2 {
		return d.refuse(d.Line, "there are not two pairs to match")
	}
	return true
}
