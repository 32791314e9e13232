package gift_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"probity/guidance/fuzztest"
	"probity/guidance/text"
	"probity/scenarios/exchange"
	"probity/scenarios/exchange/gift"
)

// FuzzRead: whatever the bytes, what is kept is named with a line of the file, is in proportion to it, and comes back as it is once it
// is written.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"// [id:1] [tag:a]\n::A::[html]<b>Ask</b>?{=yes#well ~%50%no ####all}\n", "$CATEGORY: a/b//c\n\nSo.{TRUE#wrong#right}\n\nWhy?{}",
		"Match {=a -> b\n=c->d\n= -> e\n}.", "A {=a ~b\n\n=c}", `A \{\=\~\#\:\n\\ {~\%50\% ~%100%\} =-\\>}\`, "\xff\xfeA\x00{\x00T\x00}\x00", "::::A::{T}", "A{#1..2}",
		"A{=%50%a ~%-100%b ~%1e9%c ~%x%d}", "{T} is so", "A\r{=a\r~b}", "[plain]*a* & <b>{=&amp; ~&lt;}", "A{~a ~%100%b####}\x00", "A\u2028b{T}", "////{T}", "A{T#####a}",
		"a [{~b =c}] ![d", // a blank beside what makes it worth escaping
	} {
		f.Add([]byte(seed))
	}
	for s := range fuzztest.Heavy() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		fuzztest.Within(t, len(file), 1)
		questions, lost, err := gift.Read(file)
		if err != nil {
			return
		}
		lines := 1 + strings.Count(text.LineFeeds(text.Decode(file)), "\n")
		for _, l := range lost {
			if l.Line < 1 || l.Line > lines || l.Says == "" {
				t.Errorf("%+v, of a file with %d lines", l, lines)
			}
		}
		if size, most := sized(questions), 40*len(file); size > most {
			t.Errorf("%d bytes are read from %d", size, len(file))
		}
		written, unwritten := gift.Write(questions)
		if len(unwritten) > 0 || len(questions) == 0 {
			return
		}
		back, lost, err := gift.Read(written)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		slices.SortStableFunc(questions, func(a, b exchange.Question) int { return min(len(a.Category), 1) - min(len(b.Category), 1) })
		if diff := cmp.Diff(arrowed(questions), arrowed(back)); diff != "" {
			t.Errorf("- read, + read again: %s\n%s\n%+v", diff, written, lost)
		}
	})
}

// sized is how many bytes the texts of questions have.
func sized(questions []exchange.Question) (bytes int) {
	for _, q := range questions {
		bytes += len(q.Text) + len(q.Feedback) + len(q.Name)
		for _, a := range q.Answers {
			bytes += len(a.Text) + len(a.Match) + len(a.Feedback)
		}
	}
	return bytes
}

// arrowed are questions without lines, and with arrows and blanks in the one of their two ways.
func arrowed(questions []exchange.Question) []exchange.Question {
	out := unlined(questions)
	for i := range out {
		out[i].Text = strings.ReplaceAll(out[i].Text, `\_\_\_\_\_`, "_____")
		out[i].Answers = slices.Clone(out[i].Answers)
		for j := range out[i].Answers {
			out[i].Answers[j].Text = strings.ReplaceAll(out[i].Answers[j].Text, `-\>`, "->")
		}
	}
	return out
}
