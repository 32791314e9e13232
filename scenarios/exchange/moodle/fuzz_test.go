package moodle

import (
	"math/rand"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/scenarios/exchange"
)

// FuzzRead: whatever the file, it is refused or read within bounds, and what is read survives being written.
func FuzzRead(f *testing.F) {
	f.Add([]byte(file(one("Q", "<p>a <b>b</b></p><ul><li>c</li></ul>"), one("R", "<a href='https://x.org/'>d</a>"))))
	f.Add([]byte(file(`<question type="category"><category><text>$course$/a//b/c</text></category></question>`, `<question type="essay"><questiontext format="markdown"><text>* a</text></questiontext></question>`)))
	f.Add([]byte(file(`<question type="matching"><questiontext format="plain_text"><text>a</text></questiontext><subquestion><text>b</text><answer><text>c*d*</text></answer></subquestion></question>`)))
	f.Add([]byte(file(`<question type="truefalse"><questiontext format="moodle_auto_format"><text>a&lt;br&gt;</text></questiontext><answer fraction="100"><text>true</text></answer><answer><text>false</text></answer></question>`)))
	f.Add([]byte(file(`<question type="ordering"><questiontext><text>1. a</text></questiontext><answer><text>- b</text></answer></question>`)))
	f.Add([]byte("<!DOCTYPE quiz [<!ENTITY a 'b'>]><quiz>&a;</quiz>"))
	f.Add([]byte("\xff\xfe<\x00q\x00u\x00i\x00z\x00/\x00>\x00"))
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		questions, lost, err := Read(file)
		if err != nil {
			if len(err.Error()) > 600 {
				t.Errorf("%d bytes of error", len(err.Error()))
			}
			return
		}
		size := 0
		for _, l := range lost {
			size += len(l.Says) + len(l.Question)
		}
		for _, q := range questions {
			size += len(q.Text) + len(q.Feedback) + len(q.Name) + len(strings.Join(q.Category, ""))
			for _, a := range q.Answers {
				size += len(a.Text) + len(a.Match) + len(a.Feedback)
			}
		}
		if size > 100*len(file)+1000 {
			t.Errorf("%d bytes became %d", len(file), size)
		}
		if lineless(lost) {
			t.Errorf("no line in %v", lost)
		}
		survives(t, "fuzz", questions)
	})
}

func lineless(lost []exchange.Loss) bool {
	for _, l := range lost {
		if l.Line < 1 {
			return true
		}
	}
	return false
}

// BenchmarkRead is a file as large as is read: many questions, one text, one picture, and HTML that is nothing but tags.
func BenchmarkRead(b *testing.B) {
	picture := make([]byte, 40<<20)
	for i := range picture {
		picture[i] = "ABCDEFGHabcdefgh01234567"[rand.Intn(24)]
	}
	html := strings.Repeat("<p>You are <b>on call</b>, and <i>a nurse</i> asks:</p>", 80)
	for name, file := range map[string]string{
		"questions": file(strings.Repeat(one("Q", html), 9000)),
		"picture":   file(one("Q", `a<img src="data:image/png;base64,`+string(picture[:9<<20])+`">`), strings.Replace(one("R", "b"), "<text>yes", `<file name="a.png" encoding="base64">`+string(picture)+"</file><text>yes", 1)),
		"bold":      file(one("Q", strings.Repeat("<b>a</b>", 1_200_000))),
		"lists":     file(one("Q", strings.Repeat("<ul><li>a", 1_000_000))),
		"signs":     file(one("Q", strings.Repeat("*_[`<", 1_900_000))),
		"quotes":    file(one("Q", strings.Repeat("<blockquote>", 800_000))),
		"markdown":  file(strings.Replace(one("Q", strings.Repeat("* a\n", 2_000_000)), "html", "markdown", 1), one("R", strings.Repeat("<br>a", 2_000_000))),
		"elements":  file(`<question type="multichoice">` + strings.Repeat("<answer/>", 5_000_000) + "</question>"),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := Read([]byte(file)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
