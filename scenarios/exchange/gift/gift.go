// Package gift reads and writes questions in GIFT, the plain text in which Moodle takes questions and which people also write by hand.
// Where its documentation is silent, Moodle's importer decides.
//
// A question ends at a blank line. Its answers stand in braces:
//
//	// [id:42] [tag:ward]
//	::A name::[markdown]The question{
//		=the right answer#what is said to whoever chose it
//		~a wrong one
//		~%50%one that is half right
//		####what is said to everybody
//	}
package gift

import (
	"errors"
	"fmt"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
)

// What a file may hold: far more than a bank that people have written, and no more than can be read at once.
const (
	mostQuestions = 20_000
	mostAnswers   = 500
	longest       = 1 << 20 // bytes of one question
)

// Read reads the questions of a file. Those that are not kept are in lost, and so is what is not kept of the others. It fails if the
// file is something else, or has no questions.
func Read(file []byte) (questions []exchange.Question, lost []exchange.Loss, err error) {
	if what := foreign(file); what != "" {
		return nil, nil, fmt.Errorf("this is %s, and no text with questions in GIFT", what)
	}
	source := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text.Decode(file))
	if at := strings.IndexByte(source, 0); at >= 0 {
		return nil, nil, fmt.Errorf("line %d has a character that is in no text (NUL): the file is damaged, or something else than GIFT", 1+strings.Count(source[:at], "\n"))
	}
	r := reader{}
	for line := 1; source != ""; {
		var p passage
		p, source = next(source, line)
		line = p.after
		r.add(p)
		if len(r.questions)+len(r.lost) > mostQuestions {
			return nil, nil, fmt.Errorf("line %d: there are more than %d questions up to here; part the file", p.line, mostQuestions)
		}
	}
	if len(r.questions)+len(r.lost) == 0 {
		return nil, nil, errors.New("there are no questions in it")
	}
	return r.questions, r.lost, nil
}

// foreign says what a file is that people take for GIFT; "" if it may be GIFT.
func foreign(file []byte) string {
	switch begin := exchange.Beginning(file); {
	case strings.HasPrefix(begin, "<quiz"), strings.HasPrefix(begin, "<?xml") && strings.Contains(begin, "<quiz"):
		return "Moodle XML"
	case strings.HasPrefix(begin, "<?xml") && exchange.Foreign(file) == "":
		return "XML"
	}
	return exchange.Foreign(file)
}

// passage is what stands between two blank lines.
type passage struct {
	line  int // its first
	after int // the first line after it
	text  string
}

// next takes the next passage from source, whose first line is given.
func next(source string, line int) (p passage, rest string) {
	p.line, p.after = line, line
	begun, end := false, 0
	for end < len(source) {
		l, _, _ := strings.Cut(source[end:], "\n")
		blank := strings.TrimSpace(l) == ""
		switch {
		case blank && begun:
			p.text = source[:end]
			return p, source[end:]
		case blank:
			source, end = source[min(len(l)+1, len(source)):], 0
			p.line++
		default:
			begun = true
			end = min(end+len(l)+1, len(source))
		}
		p.after++
	}
	p.text = source
	return p, ""
}

// reader keeps what is read.
type reader struct {
	questions []exchange.Question
	lost      []exchange.Loss
	category  []string
}

// add reads a passage: a category, a question, comments alone, or nothing.
func (r *reader) add(p passage) {
	if len(p.text) > longest {
		r.lose(p.line, begins(p.text), fmt.Sprintf("the question that begins here has more than %d characters and no blank line: it is not kept", longest))
		return
	}
	comments, body, line := parted(p)
	if path, found := strings.CutPrefix(body, "$CATEGORY:"); found {
		path, body, _ = strings.Cut(path, "\n")
		r.category = exchange.Categories(path)
		line += 1 + strings.Count(body, "\n") - strings.Count(strings.TrimLeft(body, " \t\n"), "\n")
		body = strings.TrimSpace(body)
	}
	if body == "" {
		return
	}
	d := draft{lines: lines{text: body, line: line}}
	d.Line, d.Category = line, r.category
	d.ID, d.Tags = named(comments)
	if d.read(body) {
		r.questions = append(r.questions, d.Question)
	}
	name := called(d.Question)
	if name == "" {
		name = begins(body)
	}
	for _, l := range d.lost {
		r.lose(l.Line, name, l.Says)
	}
}

func (r *reader) lose(line int, question, says string) {
	r.lost = append(r.lost, exchange.Loss{Line: line, Question: question, Says: says})
}

// parted parts the comments of a passage from the rest, of which line is the first.
func parted(p passage) (comments, body string, line int) {
	var said, kept strings.Builder
	for l := range strings.Lines(p.text) {
		if strings.HasPrefix(strings.TrimSpace(l), "//") {
			said.WriteString(l)
			l = "\n" // so that lines can be counted
		}
		kept.WriteString(l)
	}
	body = strings.TrimLeft(kept.String(), " \t\n")
	line = p.line + strings.Count(kept.String(), "\n") - strings.Count(body, "\n")
	return said.String(), strings.TrimSpace(body), line
}

// called is how a question is named to people: its name, or how it begins.
func called(q exchange.Question) string {
	if q.Name != "" {
		return q.Name
	}
	return begins(q.Text)
}

// begins is how a text begins, on one line.
func begins(s string) string {
	const shown = 60
	s = text.Line(s[:min(len(s), 8*shown)])
	if r := []rune(s); len(r) > shown {
		return strings.TrimSpace(string(r[:shown-1])) + "…"
	}
	return s
}
