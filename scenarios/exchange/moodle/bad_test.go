package moodle

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"probity/scenarios/exchange"
)

// one is a question of multichoice with a text in HTML.
func one(name, html string) string {
	return `<question type="multichoice"><name><text>` + name + `</text></name>
<questiontext format="html"><text><![CDATA[` + html + `]]></text></questiontext>
<answer fraction="100"><text>yes</text></answer><answer fraction="0"><text>no</text></answer></question>`
}

func file(questions ...string) string {
	return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n" + strings.Join(questions, "\n") + "\n</quiz>\n"
}

func TestWhatIsNoFileOfQuestionsIsRefused(t *testing.T) {
	sound := file(one("First", "a"), one("Second", "b"))
	for _, c := range []struct {
		name, file, says string
	}{
		{"nothing", "", "the file is empty"},
		{"blanks", " \n\t ", "the file is empty"},
		{"a web page", "\n<!DOCTYPE html>\n<html><body>Log in</body></html>", "this is a web page"},
		{"a web page in XML", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\"></html>", "this is a web page"},
		{"a zip", "PK\x03\x04\x14\x00", "packed archive"},
		{"a backup", "\x1f\x8b\x08\x00\x00", "packed archive"},
		{"a PDF", "%PDF-1.7", "this is a PDF"},
		{"GIFT", "::Q1:: 1+1 {=2 ~3}\n", "there is no XML in the file"},
		{"another XML", "<questestinterop/>", "<questestinterop> where Moodle's XML has <quiz>"},
		{"one question alone", one("a", "b"), "<question> where Moodle's XML has <quiz>"},
		{"another name space", `<m:quiz></m:quiz>`, "no questions"},
		{"no questions", file(), "there are no questions"},
		{"categories alone", file(`<question type="category"><category><text>$course$/a</text></category></question>`), "there are no questions"},
		{"a bomb of entities", "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [\n<!ENTITY a \"aaaa\">\n<!ENTITY b \"&a;&a;\">]>\n<quiz>&b;</quiz>", "line 2: the file defines document types or entities"},
		{"a file from outside", "<?xml version=\"1.0\"?>\n\n<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\">\n<quiz/>", "line 3: the file defines"},
		{"an entity within", file("<!ENTITY a 'b'>"), "line 3: the file defines"},
		{"an entity of HTML", file(strings.Replace(one("Blank", "a"), "yes", "yes&nbsp;", 1)), `line 5: &nbsp; stands outside of <![CDATA[…]]>, where XML does not know it, within the question “Blank” that begins in line 3`},
		{"an ampersand", file(strings.Replace(one("And", "a"), "yes", "A & E", 1)), "line 5: & stands outside"},
		{"cut within a question", sound[:strings.Index(sound, "[b]")], "line 7: the file breaks off here, within the question “Second” that begins in line 6: export it again"},
		{"cut between questions", sound[:strings.Index(sound, "</quiz>")], "the file breaks off here: export it again"},
		{"cut in a tag", sound[:strings.LastIndex(sound, "</question>")+5], "line 8: the file breaks off here, within"},
		{"a tag that is not closed", file(strings.Replace(one("Open", "a"), "</name>", "", 1)), "a tag is not closed"},
		{"HTML outside of CDATA", file(strings.Replace(one("Open", "a"), "yes", "yes<br>", 1)), "a tag is not closed, or text with < in it"},
		{"NUL", file(one("Nul", "a\x00b")), "line 4: there is a character that XML does not allow (U+0000)"},
		{"a control character", file(one("Escape", "a\x1b[2Jb")), "(U+001B)"},
		{"a reference to one", file(strings.Replace(one("Ref", "a"), "yes", "&#27;", 1)), "line 5: "},
		{"broken UTF-8 among sound", file(one("Ó", "a\xffb")), "line 4: there is a broken character here"},
		{"another encoding", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<quiz>\x83\x65</quiz>", "the file is in shift_jis, which is not read"},
		{"two files", sound + "<quiz></quiz>", "line 10: <quiz> stands after the end"},
		{"deep tags", file(strings.Repeat("<a>", 100_000)), "line 3: tags stand more than 50 deep"},
		{"deep tags in a question", file(`<question type="essay">` + strings.Repeat("<a>", 100_000)), "line 3: tags stand more than 50 deep"},
		{"attributes without end", file("<question" + strings.Repeat(" a=\"b\"", 1_000_000) + "/>"), "line 3: a tag has more than 16000 characters"},
		{"a long attribute", file("<question type=\"" + strings.Repeat("b", 1_000_000) + "\"/>"), "line 3: a tag has more than 16000 characters"},
		{"questions without end", file(strings.Repeat("<question/>", mostQuestions+1)), "there are more than 10000 questions"},
		{"no questions without end", file(strings.Repeat("<a/>", 50_000)), "more than 10000 questions or categories"},
		{"categories without end", file(strings.Repeat(`<question type="category"><info><text>a</text></info></question>`, 50_000)), "more than 10000 questions"},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost, err := Read([]byte(c.file))
			if err == nil {
				t.Fatalf("%d questions, lost %v", len(questions), lost[:min(len(lost), 5)])
			}
			if !strings.Contains(err.Error(), c.says) || questions != nil || len(err.Error()) > 400 {
				t.Errorf("%v\nwant %s", err, c.says)
			}
		})
	}
}

func TestALargeFileIsRefused(t *testing.T) {
	if _, _, err := Read(make([]byte, largest+1)); err == nil || !strings.Contains(err.Error(), "more than 50 are not read") {
		t.Error(err)
	}
}

func TestEncodings(t *testing.T) {
	sound := file(one("Ó Súilleabháin", "“a”"))
	latin := strings.NewReplacer("Ó", "\xd3", "ú", "\xfa", "á", "\xe1", "“", "\x93", "”", "\x94").Replace(sound)
	wide := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(strings.Replace(sound, "UTF-8", "UTF-16", 1))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for _, c := range []struct{ name, file, lost string }{
		{"UTF-8", sound, ""},
		{"with a byte-order mark", "\ufeff" + sound, ""},
		{"UTF-16", string(wide), ""},
		{"CR LF", strings.ReplaceAll(sound, "\n", "\r\n"), ""},
		{"CR", strings.ReplaceAll(sound, "\n", "\r"), ""},
		{"declared Windows-1252", strings.Replace(latin, "UTF-8", "windows-1252", 1), ""},
		{"declared Latin-1", strings.Replace(latin, "UTF-8", "ISO-8859-1", 1), ""},
		{"Windows-1252 that says UTF-8", latin, "the file is not in UTF-8, as it says"},
		{"UTF-8 that says Latin-1", strings.Replace(sound, "UTF-8", "ISO-8859-1", 1), "the file says that it is in iso-8859-1, and is in UTF-8"},
		{"nothing declared", strings.Replace(sound, ` encoding="UTF-8"`, "", 1), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost, err := Read([]byte(c.file))
			if err != nil || len(questions) != 1 {
				t.Fatalf("%d questions: %v", len(questions), err)
			}
			if q := questions[0]; q.Name != "Ó Súilleabháin" || q.Text != "“a”" || q.Line != 3 {
				t.Errorf("%+v", q)
			}
			if c.lost == "" && len(lost) > 0 || c.lost != "" && (len(lost) != 1 || !strings.Contains(lost[0].Says, c.lost)) {
				t.Errorf("lost %v, want %q", lost, c.lost)
			}
		})
	}
}

func TestAQuestionThatCannotBeReadIsNamed(t *testing.T) {
	answers := `<answer fraction="100"><text>yes</text></answer>`
	for _, c := range []struct{ name, question, says string }{
		{"no type", `<question><name><text>Q</text></name></question>`, "does not say its type"},
		{"a type of others", `<question type="stack"><name><text>Q</text></name></question>`, "is of the type “stack”, which is not read"},
		{"no answers", `<question type="multichoice"><name><text>Q</text></name><questiontext><text>a</text></questiontext></question>`, "has no answers"},
		{"no text", `<question type="multichoice"><name><text>Q</text></name>` + answers + `</question>`, "has no text"},
		{"a picture for a text", strings.Replace(one("Q", `<img src="a.png">`), "no", "b", 1), "has no text"},
		{"a mark in words", strings.Replace(one("Q", "a"), `"100"`, `"all"`, 1), "gives answer 1 the mark “all” (line 5)"},
		{"a mark beyond all", strings.Replace(one("Q", "a"), `"100"`, `"1e9"`, 1), "gives answer 1 the mark"},
		{"no number", strings.Replace(one("Q", "a"), `"100"`, `"NaN"`, 1), "gives answer 1 the mark"},
		{"true alone", `<question type="truefalse"><name><text>Q</text></name><questiontext><text>a</text></questiontext>` + answers + `</question>`, "has 1 answers"},
		{"neither true nor false", `<question type="truefalse"><name><text>Q</text></name><questiontext><text>a</text></questiontext><answer fraction="0"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`, "does not say which"},
		{"nothing to match", `<question type="matching"><name><text>Q</text></name><questiontext><text>a</text></questiontext></question>`, "has nothing to match"},
		{"nothing to order", `<question type="ordering"><name><text>Q</text></name><questiontext><text>a</text></questiontext></question>`, "has nothing to put in order"},
		{"too many parts", `<question type="multichoice"><name><text>Q</text></name>` + strings.Repeat("<answer/>", mostElements) + `</question>`, "has more than 20000 parts"},
		{"a text without end", one("Q", strings.Repeat("long ", longestText/5+1)), "has a text of more than 10 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost, err := Read([]byte(file(c.question, one("Next", "b"))))
			if err != nil || len(questions) != 1 || questions[0].Name != "Next" {
				t.Fatalf("%d questions: %v", len(questions), err)
			}
			if len(lost) != 1 || lost[0].Question != "Q" || lost[0].Line != 3 || !strings.Contains(lost[0].Says, "the question is not read: it "+c.says) {
				t.Errorf("lost %v, want %q", lost, c.says)
			}
		})
	}
}

func TestWhatAQuestionLosesIsNamed(t *testing.T) {
	for _, c := range []struct{ name, from, to, says string }{
		{"hints", "</question>", `<hint format="html"><text>h</text></hint></question>`, "hints between two attempts"},
		{"no hints", "</question>", `<hint format="html"><text></text></hint></question>`, ""},
		{"a penalty", "</question>", `<penalty>0.25</penalty></question>`, "what a wrong attempt costs (0.25)"},
		{"the penalty of Moodle", "</question>", `<penalty>0.3333333</penalty></question>`, ""},
		{"a grade", "</question>", `<defaultgrade>2.0000000</defaultgrade></question>`, "it is worth 2.0000000"},
		{"a fixed order", "</question>", `<shuffleanswers>0</shuffleanswers></question>`, "its answers had a fixed order"},
		{"combined feedback", "</question>", `<correctfeedback><text><![CDATA[<p>Bravo</p>]]></text></correctfeedback></question>`, "a right, partly right or wrong answer"},
		{"that of Moodle", "</question>", `<correctfeedback><text><![CDATA[<p>Your answer is correct.</p>]]></text></correctfeedback></question>`, ""},
		{"hidden", "</question>", `<hidden>1</hidden></question>`, "hidden in the bank"},
		{"what a plugin adds", "</question>", `<aifeedback>x</aifeedback></question>`, "<aifeedback> is left out"},
		{"two names", "</question>", `<name><text>R</text></name></question>`, "a second <name> is left out"},
		{"two texts", "</question>", `<questiontext><text>R</text></questiontext></question>`, "a second <questiontext> is left out"},
		{"a file", "<text>yes</text>", `<text>yes</text><file name="a.pdf" path="/" encoding="base64">AAAA</file>`, "a file is left out: a.pdf"},
		{"tags in a text", "<text>yes</text>", `<text>yes <b>no</b></text>`, "<b> stands in a text outside of"},
		{"a tolerance", "<text>yes</text>", `<text>yes</text><tolerance>1</tolerance>`, "<tolerance> is left out of answer 1"},
		{"a name that turns", "<text>Q</text>", "<text>Q\u202e</text>", "are taken out of its <name> (U+202E)"},
		{"an answer without text", "<text>yes</text>", "", "answer 1 has no text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			questions, lost, err := Read([]byte(file(strings.Replace(one("Q", "a"), c.from, c.to, 1))))
			if err != nil || len(questions) != 1 {
				t.Fatalf("%d questions: %v", len(questions), err)
			}
			if c.says == "" && len(lost) > 0 || c.says != "" && (len(lost) != 1 || lost[0].Question != "Q" || lost[0].Line == 0 || !strings.Contains(lost[0].Says, c.says)) {
				t.Errorf("lost %v, want %q", lost, c.says)
			}
		})
	}
}

func TestALongNameIsCut(t *testing.T) {
	questions, lost, err := Read([]byte(file(`<question type="category"><category><text>$course$/top/top/`+strings.Repeat("a", 3000)+`</text></category></question>`,
		one(strings.Repeat("é", 300), "a<img src=b>"))))
	if err != nil || len(questions) != 1 || len(lost) != 3 {
		t.Fatalf("%d questions, lost %v: %v", len(questions), lost, err)
	}
	if q := questions[0]; q.Name != strings.Repeat("é", 255) || len(q.Category) != 2 || q.Category[0] != "top" || len(q.Category[1]) > 10*longestName {
		t.Errorf("%q, %q", q.Name, q.Category)
	}
	if l := lost[1]; !strings.Contains(l.Says, "its <name> is cut to 255") || len([]rune(l.Question)) != 121 {
		t.Errorf("%+v", l)
	}
}

func TestLossesHaveAnEnd(t *testing.T) {
	var pictures strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&pictures, "a<img src=%d.png>", i)
	}
	_, lost, err := Read([]byte(file(one("Q", pictures.String()))))
	if err != nil || len(lost) > mostNotes+2 || !strings.Contains(lost[len(lost)-1].Says, "more things of it are not kept") {
		t.Errorf("%d losses: %v, %v", len(lost), lost, err)
	}
}

func TestEachTypeIsRead(t *testing.T) {
	head := `<name><text>Q</text></name><questiontext format="html"><text>a</text></questiontext><idnumber> i </idnumber><generalfeedback><text>g</text></generalfeedback>
<tags><tag><text>t</text></tag><tag><text>t</text></tag></tags>`
	category := `<question type="category"><category><text>$course$/top/A/B//C</text></category></question>`
	for kind, body := range map[exchange.Kind]string{
		exchange.OneOf:     `type="multichoice">` + head + `<answer fraction="100"><text>b</text><feedback><text>f</text></feedback></answer>`,
		exchange.SeveralOf: `type="multichoice">` + head + `<single>false</single><answer fraction="100"><text>b</text><feedback><text>f</text></feedback></answer>`,
		exchange.TrueFalse: `type="truefalse">` + head + `<answer fraction="0"><text>false</text></answer><answer fraction="100"><text>true</text><feedback><text>f</text></feedback></answer>`,
		exchange.InOrder:   `type="ordering">` + head + `<answer fraction="1"><text>b</text><feedback><text>f</text></feedback></answer>`,
		exchange.Matching:  `type="matching">` + head + `<subquestion><text>b</text><answer><text>m</text></answer></subquestion>`,
		exchange.Open:      `type="essay">` + head,
	} {
		questions, lost, err := Read([]byte(file(category, "<question "+body+"</question>")))
		if err != nil || len(questions) != 1 || len(lost) > 0 {
			t.Fatalf("%v: %v, lost %v, %v", kind, questions, lost, err)
		}
		q := questions[0]
		if q.Kind != kind || q.ID != "i" || q.Text != "a" || q.Feedback != "g" || len(q.Tags) != 1 || strings.Join(q.Category, "|") != "A|B/C" || q.Line != 4 {
			t.Errorf("%v: %+v", kind, q)
		}
		if kind != exchange.Open && kind != exchange.Matching && q.Answers[0].Feedback != "f" {
			t.Errorf("%v: %+v", kind, q.Answers)
		}
	}
}
