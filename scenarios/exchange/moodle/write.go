// From questions to a file.

package moodle

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// Write returns questions as a file that Moodle imports, the same bytes for the same questions. A question whose category differs
// from that of the one before it stands behind the name of its own.
//
// Moodle knows these shares of the marks, and by default takes no other: 1, 9/10, 5/6, 4/5, 3/4, 7/10, 2/3, 3/5, 1/2, 2/5, 1/3, 3/10,
// 1/4, 1/5, 1/6, 1/7, 1/8, 1/9, 1/10, 1/20, 0, and the same below nought. It has no feedback for the parts of a matching question, and no
// match with marks: an error names the question that has.
//
// What is put in order is marked by RELATIVE_TO_CORRECT: an item earns one mark less than there are items, less its distance from its
// place. Of five items this is what Probity gives for a ranking, 4 less the distance, 20 in all.
func Write(questions []exchange.Question) ([]byte, error) {
	var file quiz
	var p writer
	category := ""
	for _, q := range questions {
		if path := exchange.CategoryPath(q.Category); path != category {
			category = path
			file.Questions = append(file.Questions, &written{Type: "category", Category: &plainText{newCDATA(fromTop(path))}})
		}
		w, err := p.question(q)
		if err != nil {
			return nil, fmt.Errorf("the question “%s”: %w", text.Line(q.Name), err)
		}
		file.Questions = append(file.Questions, w)
	}
	out, err := xml.MarshalIndent(file, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the questions: %w", err)
	}
	return append(append([]byte(xml.Header), out...), '\n'), nil
}

// quiz is a file. The order of the elements is Moodle's.
type quiz struct {
	XMLName   xml.Name   `xml:"quiz"`
	Questions []*written `xml:"question"`
}

type written struct {
	Type              string     `xml:"type,attr"`
	Category          *plainText `xml:"category"`
	Name              *plainText `xml:"name"`
	Text              *richText  `xml:"questiontext"`
	General           *richText  `xml:"generalfeedback"`
	Grade             string     `xml:"defaultgrade,omitempty"`
	Penalty           string     `xml:"penalty,omitempty"`
	Hidden            string     `xml:"hidden,omitempty"`
	ID                *cdata     `xml:"idnumber"`
	Single            string     `xml:"single,omitempty"`
	Shuffle           string     `xml:"shuffleanswers,omitempty"`
	Numbering         string     `xml:"answernumbering,omitempty"`
	Instruction       string     `xml:"showstandardinstruction,omitempty"`
	Layout            string     `xml:"layouttype,omitempty"`
	Select            string     `xml:"selecttype,omitempty"`
	SelectCount       string     `xml:"selectcount,omitempty"`
	Grading           string     `xml:"gradingtype,omitempty"`
	ShowGrading       string     `xml:"showgrading,omitempty"`
	NumberingStyle    string     `xml:"numberingstyle,omitempty"`
	ResponseFormat    string     `xml:"responseformat,omitempty"`
	ResponseRequired  string     `xml:"responserequired,omitempty"`
	ResponseLines     string     `xml:"responsefieldlines,omitempty"`
	Attachments       string     `xml:"attachments,omitempty"`
	AttachmentsNeeded string     `xml:"attachmentsrequired,omitempty"`
	GraderInfo        *richText  `xml:"graderinfo"`
	Template          *richText  `xml:"responsetemplate"`
	Correct           *richText  `xml:"correctfeedback"`
	Partly            *richText  `xml:"partiallycorrectfeedback"`
	Incorrect         *richText  `xml:"incorrectfeedback"`
	ShowCorrect       string     `xml:"shownumcorrect,omitempty"`
	Answers           []answer   `xml:"answer"`
	Parts             []part     `xml:"subquestion"`
	Tags              *tags      `xml:"tags"`
}

type plainText struct {
	Text cdata `xml:"text"`
}

// cdata is a text. Where it has signs of XML it stands in CDATA: Moodle's own parser loses a blank between two of them otherwise.
type cdata struct {
	Plain  string `xml:",chardata"`
	Marked string `xml:",cdata"`
}

func newCDATA(s string) cdata {
	if strings.ContainsAny(s, "&<>\"") {
		return cdata{Marked: s}
	}
	return cdata{Plain: s}
}

type richText struct {
	Format string `xml:"format,attr"`
	Text   cdata  `xml:"text"`
}

type answer struct {
	Fraction string    `xml:"fraction,attr"`
	Format   string    `xml:"format,attr"`
	Text     cdata     `xml:"text"`
	Feedback *richText `xml:"feedback"`
}

type part struct {
	Format string    `xml:"format,attr"`
	Text   cdata     `xml:"text"`
	Answer plainText `xml:"answer"`
}

type tags struct {
	Tags []plainText `xml:"tag"`
}

// writer writes questions, their texts as HTML.
type writer struct{ markup.Reader }

// What the importer is told, beside the question itself.
const (
	onceOnly          = "0"                   // penalty: there is one attempt
	relativeToCorrect = "RELATIVE_TO_CORRECT" // gradingtype
)

func (p *writer) rich(markdown string) *richText {
	return &richText{"html", newCDATA(p.Write(markdown))}
}

// question is a question as its type is written.
func (p *writer) question(q exchange.Question) (*written, error) {
	id := newCDATA(text.Line(q.ID))
	w := &written{
		Name: &plainText{newCDATA(text.Line(q.Name))}, Text: p.rich(q.Text), General: p.rich(q.Feedback),
		Grade: "1", Penalty: onceOnly, Hidden: "0", ID: &id,
	}
	switch q.Kind {
	case exchange.OneOf, exchange.SeveralOf:
		w.Type, w.Single, w.Numbering, w.Instruction = "multichoice", strconv.FormatBool(q.Kind == exchange.OneOf), "abc", "0"
	case exchange.TrueFalse:
		w.Type = "truefalse"
	case exchange.InOrder:
		w.Type, w.Layout, w.Select, w.SelectCount = "ordering", "VERTICAL", "ALL", "0"
		w.Grading, w.ShowGrading, w.NumberingStyle, w.ShowCorrect = relativeToCorrect, "SHOW", "none", "0"
	case exchange.Matching:
		w.Type = "matching"
	case exchange.Open:
		w.Type, w.ResponseFormat, w.ResponseRequired, w.ResponseLines = "essay", "editor", "1", "10"
		w.Attachments, w.AttachmentsNeeded, w.GraderInfo, w.Template = "0", "0", p.rich(""), p.rich("")
	default:
		return nil, fmt.Errorf("it is of no kind that Moodle has")
	}
	if w.Single != "" || w.Type == "matching" {
		w.Shuffle = "true"
	}
	if w.Shuffle != "" || w.Type == "ordering" {
		w.Correct, w.Partly, w.Incorrect = p.rich(""), p.rich(""), p.rich("")
	}
	if len(q.Tags) > 0 {
		w.Tags = &tags{}
		for _, t := range q.Tags {
			w.Tags.Tags = append(w.Tags.Tags, plainText{newCDATA(text.Line(t))})
		}
	}
	return w, p.answers(w, q)
}

// answers writes the answers of a question.
func (p *writer) answers(w *written, q exchange.Question) error {
	for i, a := range q.Answers {
		if !(math.Abs(a.Share) <= 1) {
			return fmt.Errorf("answer %d has the share %g of the marks, which should be from -1 to 1", i+1, a.Share)
		}
		switch q.Kind {
		case exchange.Open:
			return fmt.Errorf("it is open, and has answers to choose from")
		case exchange.Matching:
			match := markup.Words(p.Write(a.Match))
			if a.Feedback != "" {
				return fmt.Errorf("answer %d has feedback, and Moodle has none for what is matched: put it into that of the question", i+1)
			}
			w.Parts = append(w.Parts, part{"html", newCDATA(p.Write(a.Text)), plainText{newCDATA(match)}})
		case exchange.TrueFalse:
			if len(q.Answers) != 2 {
				return fmt.Errorf("it has %d answers, and true and false are two", len(q.Answers))
			}
			w.Answers = append(w.Answers, answer{exchange.Percent(a.Share), "moodle_auto_format", newCDATA([...]string{"true", "false"}[i]), p.rich(a.Feedback)})
		case exchange.InOrder:
			w.Answers = append(w.Answers, answer{strconv.Itoa(i + 1), "html", newCDATA(p.Write(a.Text)), p.rich(a.Feedback)})
		default:
			w.Answers = append(w.Answers, answer{exchange.Percent(a.Share), "html", newCDATA(p.Write(a.Text)), p.rich(a.Feedback)})
		}
	}
	return nil
}

// fromTop is a path of categories below the course that the file is put into.
func fromTop(path string) string {
	switch {
	case path == "":
		return exchange.Top
	case strings.HasPrefix(path, exchange.Top+"/"):
		return path
	}
	return exchange.Top + "/" + path
}
