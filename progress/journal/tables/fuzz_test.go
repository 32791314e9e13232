package tables

import (
	"bytes"
	"strings"
	"testing"

	"probity/guidance/fuzztest"
	"probity/progress"
)

// FuzzParse: a record's text is divided without losing a byte, in whatever pieces it is read, and a fact that is found whole is written and found again as the
// same.
func FuzzParse(f *testing.F) {
	head := EncodeHead(Head{Schema: Schema, Learner: progress.Learner{Role: "doctor", Jurisdiction: "uk"}})
	fact, err := Encode(progress.Reflection{Seq: 1, Scenario: "a", Text: "[[answer]]\n\"\x1b[31m", At: noon})
	check(f, err)
	for _, s := range []string{
		string(head) + string(fact), "\n[[answer]]\n" + plainAnswer, "[[answer]]\n" + plainAnswer + "\n[[new]]\nseq = 3\nat = 2026-11-22T09:30:00Z\n", "[[answer]]\n[answer]\n",
		"[[x]]\nseq = 9223372036854775807\nat = 2026-11-22T09:30:00Z\n", "[[x]]\nseq = 1\nSEQ = 2\nat = 2026-11-22T09:30:00Z\n", " \t[[ \"x\" ]] # a\nseq = 1\nat=2026-11-22T09:30:00Z", "<<<<<<< a\n[[x]]\n",
	} {
		f.Add([]byte(s))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
		f.Add([]byte("[[answer]]\n" + s + "\nat = 2026-11-22T09:30:00Z\n"))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzztest.Within(t, len(text), 1)
		if _, err := DecodeHead(kinds(), text); err != nil && strings.ContainsAny(Plain(err), "\n\x1b\a") {
			t.Errorf("it is said of the beginning: %q", Plain(err))
		}
		if end := HeadEnd(text, true); end < 0 || end > len(text) {
			t.Fatalf("the beginning ends at %d of %d", end, len(text))
		}
		pieces := Split(text)
		same(t, "the stretches together", string(bytes.Join(pieces, nil)), string(text))
		chunks(t, text)
		for _, stretch := range pieces {
			p := Parse(kinds(), stretch)
			if p.Length != len(stretch) || p.Size < 0 || p.Size > p.Length || (p.Size > 0) != (p.Seq > 0) || p.Size < p.Length && p.Problem == nil {
				t.Fatalf("%q is %+v", stretch, p)
			}
			if p.Problem != nil && strings.ContainsAny(Plain(p.Problem), "\n\x1b\a") {
				t.Errorf("it is said of an entry: %q", Plain(p.Problem))
			}
			if p.Fact != nil {
				again(t, p.Fact)
			}
		}
	})
}

// chunks fails unless a text is whole in chunks, each with the number of its first line.
func chunks(t *testing.T, text []byte) {
	t.Helper()
	c, whole, line := NewChunker(bytes.NewReader(text), 1), []byte(nil), 1
	for {
		next, err := c.Next()
		check(t, err)
		if len(next.Text) == 0 {
			break
		}
		same(t, "the number of a line", next.Line, line)
		line += bytes.Count(next.Text, []byte("\n"))
		whole = append(whole, next.Text...)
	}
	same(t, "the chunks together", string(whole), string(text))
}

// again fails unless a fact that was read can be written, and is read as the same. What no record can hold is refused when it is written.
func again(t *testing.T, fact progress.Fact) {
	t.Helper()
	written, err := Encode(fact)
	if err != nil {
		return
	}
	p := Parse(kinds(), written[1:])
	if p.Problem != nil {
		t.Fatalf("%v\n%s", p.Problem, written)
	}
	same(t, "read again", p.Fact, fact)
}
