// From XML to elements, one question at a time.

package moodle

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// element is an element of a question, with what is read of its attributes.
type element struct {
	name     string
	line     int
	is       map[string]string // its attributes
	text     []byte
	size     int // bytes of a file that it holds, which are not kept
	children []*element
}

// child is the first of a name; nil when there is none.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// all are the children of a name.
func (e *element) all(name string) []*element {
	var out []*element
	if e != nil {
		for _, c := range e.children {
			if c.name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// own is the plain text of an element, on one line: what stands in its <text>, or else in itself.
func (e *element) own() string {
	if e == nil {
		return ""
	}
	if t := e.child("text"); t != nil {
		return text.Line(string(t.text))
	}
	return text.Line(string(e.text))
}

// value is the plain text of a child.
func (e *element) value(name string) string { return e.child(name).own() }

// reader reads one file.
type reader struct {
	xml       *xml.Decoder
	questions []exchange.Question
	lost      []exchange.Loss
	category  []string // of the questions that follow
	read      int      // how many questions there were, read or not
	others    int      // how much there was that is none: categories, and what is not Moodle's
	open      *element // the question that is being read
	texts     markup.Reader
}

// mistake is what is wrong with a file, in words.
type mistake string

func (m mistake) Error() string { return string(m) }

// file reads from the first tag to the last.
func (r *reader) file() error {
	root, _, err := r.next()
	switch {
	case err == io.EOF:
		return mistake("there is no XML in the file: " + export)
	case err != nil:
		return err
	case root.Name.Local != "quiz":
		return mistake(fmt.Sprintf("the file has <%s> where Moodle's XML has <quiz>: %s", text.Brief(root.Name.Local), export))
	}
	for {
		start, line, err := r.next()
		if err != nil {
			return err
		}
		if start == nil {
			break
		}
		if err := r.child(start, line); err != nil {
			return err
		}
	}
	start, line, err := r.next()
	switch {
	case err == io.EOF:
		return nil
	case err != nil:
		return err
	case start != nil:
		return mistake(fmt.Sprintf("line %d: <%s> stands after the end of the questions (</quiz>): one file was put behind another, take them one by one", line, text.Brief(start.Name.Local)))
	}
	return nil
}

// next is the next tag that opens an element, and its line; nil where the element around it ends. Text between questions says nothing.
func (r *reader) next() (*xml.StartElement, int, error) {
	for {
		line, _ := r.xml.InputPos()
		token, err := r.xml.Token()
		if err != nil {
			return nil, line, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			return &t, line, nil
		case xml.EndElement:
			return nil, line, nil
		case xml.CharData:
			if said := text.Line(string(t[:min(len(t), 1000)])); said != "" && r.others <= mostQuestions {
				r.others++
				r.lost = append(r.lost, exchange.Loss{Line: line, Says: fmt.Sprintf("“%s” stands outside of any question", text.Brief(said))})
			}
		}
	}
}

// child reads an element of the file: a question, or what is none.
func (r *reader) child(start *xml.StartElement, line int) error {
	known := start.Name.Local == "question"
	if !known {
		r.lost = append(r.lost, exchange.Loss{Line: line, Says: fmt.Sprintf("<%s> is no question, and is left out", text.Brief(start.Name.Local))})
	}
	e, refused, err := r.element(start, line)
	if err != nil {
		return err
	}
	r.open = nil
	if known && e.is["type"] != "category" {
		r.read++
	} else {
		r.others++
	}
	if r.read > mostQuestions || r.others > mostQuestions {
		return mistake(fmt.Sprintf("line %d: there are more than %d questions or categories in the file: export one category after the other", line, mostQuestions))
	}
	if !known {
		return nil
	}
	r.question(e, refused)
	return nil
}

// element reads an element with all that is in it. refused says why it is not kept whole, and is "" when it is.
func (r *reader) element(start *xml.StartElement, line int) (root *element, refused string, err error) {
	root = begin(start, line)
	r.open = root
	open, count := []*element{root}, 1
	for len(open) > 0 {
		line, _ := r.xml.InputPos()
		token, err := r.xml.Token()
		if err != nil {
			return nil, "", err
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > deepest {
				return nil, "", mistake(fmt.Sprintf("line %d: tags stand more than %d deep within one another: this is not how Moodle writes", line, deepest))
			}
			e := begin(&t, line)
			if count++; count <= mostElements {
				last.children = append(last.children, e)
			} else {
				refused = fmt.Sprintf("has more than %d parts", mostElements)
			}
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if !last.take(t) {
				refused = fmt.Sprintf("has a text of more than %d MB", longestText>>20)
			}
		}
	}
	return root, refused, nil
}

func begin(start *xml.StartElement, line int) *element {
	e := &element{name: start.Name.Local, line: line}
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "type", "format", "fraction", "name":
			if e.is == nil {
				e.is = map[string]string{}
			}
			if _, twice := e.is[a.Name.Local]; !twice {
				e.is[a.Name.Local] = text.Line(a.Value)
			}
		}
	}
	return e
}

// take adds text to an element. The content of files is only counted. It reports whether there is still room.
func (e *element) take(said []byte) bool {
	switch {
	case e.name == "file" || e.name == "image_base64":
		e.size += len(said)
	case len(e.text)+len(said) > longestText:
		return false
	default:
		e.text = append(e.text, said...)
	}
	return true
}

// words says what is wrong with a file where the parser of XML gave up.
func (r *reader) words(err error) error {
	var said mistake
	if errors.As(err, &said) {
		return said
	}
	line, _ := r.xml.InputPos()
	within := ""
	if r.open != nil {
		within = fmt.Sprintf(", within the question %sthat begins in line %d", named(r.open), r.open.line)
	}
	var wrong *xml.SyntaxError
	if !errors.As(err, &wrong) {
		if err == io.EOF {
			return fmt.Errorf("line %d: the file breaks off here%s: export it again", line, within)
		}
		return fmt.Errorf("line %d: the file is no XML here%s: %s", line, within, text.Brief(text.Line(err.Error())))
	}
	switch m := wrong.Msg; {
	case strings.Contains(m, "unexpected EOF"):
		return fmt.Errorf("line %d: the file breaks off here%s: export it again", wrong.Line, within)
	case strings.Contains(m, "invalid character entity"):
		sign, _, _ := strings.Cut(strings.TrimPrefix(m, "invalid character entity "), " (no semicolon)")
		return fmt.Errorf("line %d: %s stands outside of <![CDATA[…]]>, where XML does not know it%s: a sign & is written &amp; there",
			wrong.Line, text.Brief(sign), within)
	case strings.Contains(m, "illegal character code"):
		return fmt.Errorf("line %d: there is a character that XML does not allow (%s)%s: take it out", wrong.Line, text.Brief(m[strings.LastIndex(m, " ")+1:]), within)
	case strings.Contains(m, "closed by"):
		return fmt.Errorf("line %d: a tag is not closed, or text with < in it stands outside of <![CDATA[…]]>%s (%s)", wrong.Line, within, text.Brief(m))
	default:
		return fmt.Errorf("line %d: the file is no XML here%s: %s", wrong.Line, within, text.Brief(m))
	}
}

// named is the name of a question with a blank behind it, or nothing.
func named(e *element) string {
	if name := e.value("name"); name != "" {
		return "“" + text.Brief(name) + "” "
	}
	return ""
}
