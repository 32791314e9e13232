// From an element to a question: what all types have in common.

package moodle

import (
	"bytes"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/markup"
)

// draft is a question that is being read.
type draft struct {
	*element
	notes
	texts *markup.Reader
	q     exchange.Question
}

// question reads a question, or says why not. whole is what keeps it from being read at all; "" when nothing does.
func (r *reader) question(e *element, whole string) {
	d := draft{element: e, texts: &r.texts}
	name := d.plainly("name", longestName)
	d.notes.question = text.Brief(name)
	for i := range d.lost { // of the name itself
		d.lost[i].Question = d.notes.question
	}
	kind := e.is["type"]
	if kind == "category" {
		d.notes.question = ""
		r.enter(&d)
		r.lost = append(r.lost, d.losses()...)
		return
	}
	d.q = exchange.Question{Line: e.line, Name: name, ID: d.plainly("idnumber", longestName), Category: slices.Clone(r.category)}
	refused := whole
	if refused == "" {
		refused = d.of(kind)
	}
	if refused != "" {
		r.lost = append(r.lost, exchange.Loss{Line: e.line, Question: d.notes.question, Says: "the question is not read: it " + refused})
		return
	}
	r.questions = append(r.questions, d.q)
	r.lost = append(r.lost, d.losses()...)
}

// of reads a question of a type. It returns why it cannot be read, or "".
func (d *draft) of(kind string) (refused string) {
	known, read := readable(kind)
	if !read {
		return unread(kind)
	}
	d.head()
	if refused := known.read(d); refused != "" {
		return refused
	}
	if d.q.Text == "" {
		return "has no text"
	}
	d.rest(known.beside)
	return ""
}

// head reads what every type has.
func (d *draft) head() {
	if d.q.Name == "" {
		d.add(d.line, "the question has no name")
	}
	d.q.Text = d.words(d.child("questiontext"), "")
	d.q.Feedback = d.words(d.child("generalfeedback"), d.format())
	for _, list := range []string{"tags", "coursetags"} {
		for _, tag := range d.child(list).all("tag") {
			if t := d.short(tag, longestName); t != "" && !slices.Contains(d.q.Tags, t) {
				d.q.Tags = append(d.q.Tags, t)
			}
		}
	}
	if worth, err := strconv.ParseFloat(d.value("defaultgrade"), 64); err == nil && worth != 1 {
		d.add(d.child("defaultgrade").line, "it is worth %s there, and here as much as any other", text.Brief(d.value("defaultgrade")))
	}
	if hidden := d.value("hidden"); hidden != "" && hidden != "0" {
		d.add(d.child("hidden").line, "it was hidden in the bank, perhaps as an older version")
	}
	if d.child("image") != nil && d.value("image") != "" || d.child("image_base64") != nil {
		d.add(d.line, "a picture is left out: %s", text.Brief(d.value("image")))
	}
}

// common reports whether an element is read of every type, or says nothing that matters here.
func common(name string) bool {
	switch name {
	case "name", "questiontext", "generalfeedback", "idnumber", "tags", "coursetags", "defaultgrade", "hidden", "image", "image_base64",
		"penalty", "hint", "version", "status", "length", "shownumcorrect", "correctresponsesfeedback", "answernumbering", "showstandardinstruction":
		return true
	}
	return false
}

// rest names what stands in a question beside what was read of it. beside are the elements that its type has.
func (d *draft) rest(beside []string) {
	seen := map[string]bool{}
	for _, c := range d.children {
		switch name := c.name; {
		case name == "hint":
			if c.says() {
				d.add(c.line, "hints between two attempts are left out: there is one attempt here")
			}
		case name == "penalty":
			d.penalty(c)
		case name == "shuffleanswers":
			if v := strings.ToLower(c.own()); v == "0" || v == "false" {
				d.add(c.line, "its answers had a fixed order, and here are shuffled: see that none means another by its place")
			}
		case strings.HasSuffix(name, "feedback") && !common(name):
			d.combined(c)
		case !common(name) && !slices.Contains(beside, name):
			d.add(c.line, "<%s> is left out: it is not known here", text.Brief(name))
		case seen[name] && name != "answer" && name != "subquestion":
			d.add(c.line, "a second <%s> is left out", name)
		}
		seen[c.name] = true
	}
}

// says reports whether there is anything to read in an element.
func (e *element) says() bool {
	if e.own() != "" {
		return true
	}
	return e != nil && e.child("hintcontent") != nil
}

// penalty is what an attempt costs that was wrong. Moodle's own are not worth a word.
func (d *draft) penalty(e *element) {
	p, err := strconv.ParseFloat(e.own(), 64)
	if err == nil && p != 0 && p != 1 && p != 0.1 && math.Abs(p-1.0/3) > 0.005 {
		d.add(e.line, "what a wrong attempt costs (%s) is left out: there is one attempt here", text.Brief(e.own()))
	}
}

// combined is what is said by how much of an answer is right. What Moodle itself fills in is not worth a word.
func (d *draft) combined(e *element) {
	switch e.name {
	case "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback":
	default:
		d.add(e.line, "<%s> is left out: it is not known here", text.Brief(e.name))
		return
	}
	said := strings.TrimSpace(bare(e.child("text")))
	switch said {
	case "", "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.":
		if len(e.all("file")) == 0 {
			return
		}
	}
	d.add(e.line, "what is said for a right, partly right or wrong answer as a whole is left out: put it into the feedback of the answers")
}

// longestName is how many characters a name may have, as in Moodle.
const longestName = 255

// plainly is the plain text of a child.
func (d *draft) plainly(name string, most int) string { return d.short(d.child(name), most) }

// short is the plain text of an element, and no longer than it should be.
func (d *draft) short(e *element, most int) string {
	said := e.own()
	if e == nil {
		return ""
	}
	raw := e.text
	if t := e.child("text"); t != nil {
		raw = t.text
	}
	if r, at := text.Deceptive(string(raw[:min(len(raw), 4*most)])); at > 0 {
		d.add(e.line, "characters that make a text read other than it is written are taken out of its <%s> (U+%04X)", e.name, r)
	}
	if len(said) <= most { // bytes, of which there are no fewer than characters
		return said
	}
	if runes := []rune(said); len(runes) > most {
		d.add(e.line, "its <%s> is cut to %d characters", e.name, most)
		return text.Line(string(runes[:most]))
	}
	return said
}

// format is that of the question's text, which its other texts have unless they say so.
func (d *draft) format() string {
	if e := d.child("questiontext"); e != nil {
		return e.is["format"]
	}
	return ""
}

// words is the text of an element as Markdown. format is what it has if it does not say.
func (d *draft) words(e *element, format string) string {
	if e == nil {
		return ""
	}
	if own, said := e.is["format"]; said {
		format = own
	}
	t := e.child("text")
	if t == nil {
		t = &element{line: e.line, text: e.text}
	}
	if len(t.children) > 0 {
		d.add(t.children[0].line, "<%s> stands in a text outside of <![CDATA[…]]>, and is left out with what is in it", text.Brief(t.children[0].name))
	}
	for _, f := range e.all("file") {
		if name := f.is["name"]; !bytes.Contains(t.text, []byte("@@PLUGINFILE@@/"+url.PathEscape(name))) { // else it is named where it stands
			d.add(f.line, "a file is left out: %s", text.Brief(name))
		}
	}
	return d.texts.Read(string(t.text), form(format), t.line, d.told)
}

// enter is where the questions that follow belong.
func (r *reader) enter(d *draft) {
	path := d.plainly("category", 10*longestName)
	r.category = exchange.Categories(path)
	if said := bare(d.child("info").child("text")); strings.TrimSpace(said) != "" {
		d.add(d.child("info").line, "the description of the category “%s” is left out", text.Brief(path))
	}
	if id := d.value("idnumber"); id != "" {
		d.add(d.child("idnumber").line, "the number of the category “%s”, %s, is left out", text.Brief(path), text.Brief(id))
	}
}

// form is how a text is written whose format Moodle calls so.
func form(format string) markup.Form {
	switch format {
	case "markdown":
		return markup.Markdown
	case "plain_text":
		return markup.Plain
	case "moodle_auto_format":
		return markup.Breaks
	case "wiki_like":
		return markup.OldWiki
	}
	return markup.HTML
}

// bare is the words of an element with HTML, on one line.
func bare(e *element) string {
	if e == nil {
		return ""
	}
	return markup.Words(string(e.text))
}
