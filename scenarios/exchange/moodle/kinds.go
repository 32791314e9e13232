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
	read   func(*draft) (refused string)
	beside []string // the elements that it has beside those of all types
}

// readable is a type by its name; ok is false for one that is not read.
func readable(name string) (k kind, ok bool) {
	switch name {
	case "multichoice":
		return kind{(*draft).choice, []string{"single", "shuffleanswers", "answer"}}, true
	case "truefalse":
		return kind{(*draft).trueFalse, []string{"answer"}}, true
	case "matching", "match":
		return kind{(*draft).matching, []string{"shuffleanswers", "subquestion"}}, true
	case "ordering":
		return kind{(*draft).ordering, []string{"answer", "layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle", "logical", "studentsee"}}, true
	case "essay":
		return kind{(*draft).essay, []string{"answer", "responseformat", "responserequired", "responsefieldlines", "minwordlimit", "maxwordlimit", "attachments",
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
func (d *draft) choice() string {
	d.q.Kind = exchange.OneOf
	if single := d.child("single"); single != nil && (single.own() == "false" || single.own() == "0" || single.own() == "") {
		d.q.Kind = exchange.SeveralOf
	}
	answers := d.all("answer")
	if len(answers) == 0 {
		return "has no answers"
	}
	for i, e := range answers {
		share, ok := e.share()
		if !ok {
			return fmt.Sprintf("gives answer %d the mark “%s” (line %d), which is no share from -100 to 100", i+1, text.Brief(e.is["fraction"]), e.line)
		}
		d.answer(i, e, exchange.Answer{Share: share})
	}
	return ""
}

// answer adds an answer with its text and feedback.
func (d *draft) answer(i int, e *element, a exchange.Answer) {
	a.Text = d.words(e, d.format())
	if a.Text == "" {
		d.add(e.line, "answer %d has no text", i+1)
	}
	a.Feedback = d.words(e.child("feedback"), d.format())
	for _, c := range e.children {
		if c.name != "text" && c.name != "feedback" && c.name != "file" {
			d.add(c.line, "<%s> is left out of answer %d: it is not known here", text.Brief(c.name), i+1)
		}
	}
	d.q.Answers = append(d.q.Answers, a)
}

// trueFalse reads truefalse. Old files have the two words in their own language, true first.
func (d *draft) trueFalse() string {
	d.q.Kind = exchange.TrueFalse
	answers := d.all("answer")
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
		d.add(d.line, "its answers are “%s” and “%s”: the first was taken for true", text.Brief(yes.own()), text.Brief(no.own()))
	}
	right, ok := yes.share()
	wrong, ok2 := no.share()
	if !ok || !ok2 || (right == 1) == (wrong == 1) {
		return "does not say which of true and false is right"
	}
	for i, e := range []*element{yes, no} {
		a := exchange.Answer{Text: [...]string{"True", "False"}[i], Feedback: d.words(e.child("feedback"), d.format())}
		if (i == 0) == (right == 1) {
			a.Share = 1
		}
		d.q.Answers = append(d.q.Answers, a)
	}
	return ""
}

// matching reads matching. What something goes with is plain text there, on one line.
func (d *draft) matching() string {
	d.q.Kind = exchange.Matching
	for i, e := range d.all("subquestion") {
		a := exchange.Answer{Text: d.words(e, d.format())}
		if answer := e.child("answer"); answer != nil {
			a.Match = d.texts.Read(d.short(answer, 10*longestName), markup.Plain, answer.line, d.told)
		}
		if a.Match == "" {
			d.add(e.line, "there is nothing that part %d goes with", i+1)
		}
		d.q.Answers = append(d.q.Answers, a)
	}
	if len(d.q.Answers) == 0 {
		return "has nothing to match"
	}
	return ""
}

// ordering reads ordering. The right order is that of the file, as it is for Moodle.
func (d *draft) ordering() string {
	d.q.Kind = exchange.InOrder
	for i, e := range d.all("answer") {
		d.answer(i, e, exchange.Answer{})
	}
	if len(d.q.Answers) == 0 {
		return "has nothing to put in order"
	}
	if how := strings.ToUpper(d.value("selecttype")); how != "" && how != "ALL" && how != "EXACT" {
		d.add(d.child("selecttype").line, "it shows some of its items there (%s), and all of them here", text.Brief(d.value("selectcount")))
	}
	if how := d.value("gradingtype"); how != "" && how != relativeToCorrect {
		d.add(d.child("gradingtype").line, "it is marked by other rules there (%s): here each item loses a mark for each place that it is off", text.Brief(how))
	}
	return ""
}

// essay reads essay.
func (d *draft) essay() string {
	d.q.Kind = exchange.Open
	for _, part := range []struct{ name, is string }{
		{"graderinfo", "what is said to whoever marks it"},
		{"responsetemplate", "the form that the answer begins with"},
	} {
		if e := d.child(part.name); strings.TrimSpace(bare(e.child("text"))) != "" {
			d.add(e.line, "%s is left out", part.is)
		}
	}
	if e := d.child("answer"); e != nil && (e.own() != "" || e.child("feedback").says()) {
		d.add(e.line, "what stands as its answer is left out: it is answered in words")
	}
	if e := d.child("attachments"); e != nil && e.own() != "0" && e.own() != "" {
		d.add(e.line, "files that the answer may bring are left out")
	}
	for _, name := range []string{"minwordlimit", "maxwordlimit"} {
		if v := d.value(name); v != "" && v != "0" {
			d.add(d.child(name).line, "the limit of words (%s) is left out", text.Brief(v))
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
