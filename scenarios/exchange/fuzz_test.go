package exchange_test

import (
	"testing"

	"probity/guidance/fuzztest"
	"probity/scenarios/exchange"
)

// FuzzDraft: whatever the texts of a question, what becomes of it loads, or is put aside with what it lacks.
func FuzzDraft(f *testing.F) {
	f.Add(0, "a-photo", "A photo", "What now?", "Post it", "Because.", "Images")
	f.Add(1, "pack:family/variant", "\u202eback", "**Bold?**", "*x*", "<script>alert(1)</script>", "$course$")
	f.Add(3, "", "", "\x00\x1b]52;c;aGk=\a", "", "", "top")
	f.Add(4, "É-ß", "🏳️‍🌈", "# a\n\n- b\n\n> c", "very appropriate", "a\\b", "Default for ED")
	f.Add(2, "con", "\"\"\"", "\"\"\"\"\\", "'''", "\r\n\t", "unfinished")

	p := library(f)
	for s := range fuzztest.Heavy() {
		f.Add(1, s, s, s[:len(s)/4], s[:len(s)/4], s[:len(s)/8], s)
	}
	f.Fuzz(func(t *testing.T, kind int, id, name, text, answer, feedback, category string) {
		fuzztest.Within(t, len(id)+len(name)+len(text)+len(answer)+len(feedback)+len(category), 1)
		q := exchange.Question{Kind: exchange.Kind(uint(kind) % 6), ID: id, Name: name, Text: text, Feedback: feedback, Category: []string{category, name}}
		for i := range 4 + uint(kind)%3 {
			a := exchange.Answer{Text: answer + string(rune('a'+i)), Feedback: feedback, Match: answer}
			if i == 1 {
				a.Share = 1
			}
			q.Answers = append(q.Answers, a)
		}
		d, _ := exchange.Draft([]exchange.Question{q, q}, about)
		if _, err := exchange.Settle(d, p); err != nil {
			t.Fatalf("nothing loads: %v", err)
		}
	})
}
