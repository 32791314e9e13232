// From an element to a question: what each type has of its own.

package moodle

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// kind is a type of question that is read.
type kind struct {
	read   func(*bank) (refused string)
	beside []string // the elements that it has beside those of all types
}

// readable is a type by its name; ok is false for one that is not read.
func readable(name string) (k kind, ok bool) {
	switch name {
	case "multichoice":
		return kind{(*bank).choice, []string{"single", "shuffleanswers", "answer"}}, true
	case "truefalse":
		return kind{(*bank).trueFalse, []string{"answer"}}, true
	case "matching", "match":
		return kind{(*bank).matching, []string{"shuffleanswers", "subquestion"}}, true
	case "ordering":
		return kind{(*bank).ordering, []string{"answer", "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle", "logical", "studentsee"}}, true
	case "essay":
		return kind{(*bank).essay, []string{"answer", "responseformat", "responserequired", "responsefieldlines", "minwordlimit", "maxwordlimit", "attachments",
			"attachmentsrequired", "maxbytes", "filetypeslist", "graderinfo", "responsetemplate"}}, true
	}
	return kind{}, false
}

// unread says why a type is not read.
func unread(kind string) string {
	why := "which is not read"
	switch kind {
	case "":
		return "does not say its type"
	case "description":
		why = "a text without anything to answer"
	case "cloze", "multianswer", "gapselect", "ddwtos", "gapfill":
		why = "gaps to be filled in, which Probity does not have"
	case "numerical", "calculated", "calculatedsimple", "calculatedmulti", "formulas", "varnumericset":
		why = "a number to be worked out, which Probity does not have"
	case "shortanswer", "pmatch", "regexp":
		why = "a word to be typed, which Probity does not have"
	case "ddimageortext", "ddmarker":
		why = "things to be put on a picture, which Probity does not have"
	case "random", "randomsamatch":
		why = "which draws from other questions: export those"
	}
	return fmt.Sprintf("is of the type “%s”, %s", text.Brief(kind), why)
}

// choice reads multichoice.
func (b *bank) choice() string {
	b.q.Kind = exchange.OneOf
	if single := b.child("single"); single != nil && (single.own() == "false" || single.own() == "0" || single.own() == "") {
		b.q.Kind = exchange.SeveralOf
	}
	answers := b.all("answer")
	if len(answers) == 0 {
		return "has no answers"
	}
	for i, e := range answers {
		share, ok := e.share()
		if !ok {
			return fmt.Sprintf("gives answer %d the mark “%s” (line %d), which is no share from -100 to 100", i+1, text.Brief(e.is["fraction"]), e.line)
		}
		b.answer(i, e, exchange.Answer{Share: share})
	}
	return ""
}

// answer adds an answer with its text and feedback.
func (b *bank) answer(i int, e *element, a exchange.Answer) {
	a.Text = b.words(e, b.format())
	if a.Text == "" {
		b.add(e.line, "answer %d has no text", i+1)
	}
	a.Feedback = b.words(e.child("feedback"), b.format())
	for _, c := range e.children {
		if c.name != "text" && c.name != "feedback" && c.name != "file" {
			b.add(c.line, "<%s> is left out of answer %d: it is not known here", text.Brief(c.name), i+1)
		}
	}
	b.q.Answers = append(b.q.Answers, a)
}

// trueFalse reads truefalse. Old files have the two words in their own language, true first.
func (b *bank) trueFalse() string {
	b.q.Kind = exchange.TrueFalse
	answers := b.all("answer")
	if len(answers) != 2 {
		return fmt.Sprintf("has %d answers, and should have two: true and false", len(answers))
	}
	yes, no := answers[0], answers[1]
	first, second := strings.ToLower(yes.own()), strings.ToLower(no.own())
	switch {
	case first == "false" && second == "true":
		yes, no = no, yes
	case first == "true" && second == "false":
	case first == "false" || second == "true" || first == "true" || second == "false":
		return "has other answers than true and false"
	default:
		b.add(b.line, "its answers are “%s” and “%s”: the first was taken for true", text.Brief(yes.own()), text.Brief(no.own()))
	}
	right, ok := yes.share()
	wrong, ok2 := no.share()
	if !ok || !ok2 || (right == 1) == (wrong == 1) {
		return "does not say which of true and false is right"
	}
	for i, e := range []*element{yes, no} {
		a := exchange.Answer{Text: [...]string{"True", "False"}[i], Feedback: b.words(e.child("feedback"), b.format())}
		if (i == 0) == (right == 1) {
			a.Share = 1
		}
		b.q.Answers = append(b.q.Answers, a)
	}
	return ""
}

// matching reads matching. What something goes with is plain text there, on one line.
func (b *bank) matching() string {
	b.q.Kind = exchange.Matching
	for i, e := range b.all("subquestion") {
		a := exchange.Answer{Text: b.words(e, b.format())}
		if answer := e.child("answer"); answer != nil {
			a.Match = b.texts.Read(b.short(answer, 10*longestName), markup.Plain, answer.line, b.told)
		}
		if a.Match == "" {
			b.add(e.line, "there is nothing that part %d goes with", i+1)
		}
		b.q.Answers = append(b.q.Answers, a)
	}
	if len(b.q.Answers) == 0 {
		return "has nothing to match"
	}
	return ""
}

// ordering reads ordering. The right order is that of the file, as it is for Moodle.
func (b *bank) ordering() string {
	b.q.Kind = exchange.InOrder
	for i, e := range b.all("answer") {
		b.answer(i, e, exchange.Answer{})
	}
	if len(b.q.Answers) == 0 {
		return "has nothing to put in order"
	}
	if how := strings.ToUpper(b.value("selecttype")); how != "" && how != "ALL" && how != "EXACT" {
		b.add(b.child("selecttype").line, "it shows some of its items there (%s), and all of them here", text.Brief(b.value("selectcount")))
	}
	if how := b.value("gradingtype"); how != "" && how != relativeToCorrect {
		b.add(b.child("gradingtype").line, "it is marked by other rules there (%s): here each item loses a mark for each place that it is off", text.Brief(how))
	}
	return ""
}

// essay reads essay.
func (b *bank) essay() string {
	b.q.Kind = exchange.Open
	for _, part := range []struct{ name, is string }{
		{"graderinfo", "what is said to whoever marks it"},
		{"responsetemplate", "the form that the answer begins with"},
	} {
		if e := b.child(part.name); strings.TrimSpace(bare(e.child("text"))) != "" {
			b.add(e.line, "%s is left out", part.is)
		}
	}
	if e := b.child("answer"); e != nil && (e.own() != "" || e.child("feedback").says()) {
		b.add(e.line, "what stands as its answer is left out: it is answered in words")
	}
	if e := b.child("attachments"); e != nil && e.own() != "0" && e.own() != "" {
		b.add(e.line, "files that the answer may bring are left out")
	}
	for _, name := range []string{"minwordlimit", "maxwordlimit"} {
		if v := b.value(name); v != "" && v != "0" {
			b.add(b.child(name).line, "the limit of words (%s) is left out", text.Brief(v))
		}
	}
	return ""
}

// share is an answer's part of the marks; none is nought.
func (e *element) share() (float64, bool) {
	said := e.is["fraction"]
	if said == "" {
		return 0, true
	}
	percent, err := strconv.ParseFloat(said, 64)
	if err != nil || !(math.Abs(percent) <= 100) {
		return 0, false
	}
	return exchange.ShareOf(percent), true
}
