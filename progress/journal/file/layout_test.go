// The record as editors and formatters lay it out: read as it was meant, or refused with the line, and added to either way
// without a number used twice.

package file

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"probity/progress"
	"probity/progress/journal"
)

// entriesOf divides a record into its head and its entries.
func entriesOf(record string) (head string, entries []string) {
	parts := strings.Split(record, "\n[[")
	for _, e := range parts[1:] {
		entries = append(entries, "[["+e)
	}
	return parts[0] + "\n", entries
}

func TestLayoutsThatAreRead(t *testing.T) {
	text := long(t, 3)
	head, entries := entriesOf(text)
	lines := func(edit func(string) string) string {
		all := strings.Split(text, "\n")
		for i, l := range all {
			if l != "" {
				all[i] = edit(l)
			}
		}
		return strings.Join(all, "\n")
	}
	for name, laid := range map[string]string{
		"one header indented":          strings.Replace(text, "[[answer]]\nseq = 2", " [[answer]]\nseq = 2", 1),
		"the first header indented":    strings.Replace(text, "[[answer]]\nseq = 1", "\t[[answer]]\nseq = 1", 1),
		"the last header indented":     strings.Replace(text, "[[answer]]\nseq = 3", "  [[answer]]\nseq = 3", 1),
		"every line indented":          lines(func(l string) string { return "\t  " + l }),
		"indented, as on Windows":      strings.ReplaceAll(lines(func(l string) string { return "  " + l }), "\n", "\r\n"),
		"blanks at the ends of lines":  lines(func(l string) string { return l + " \t" }),
		"a remark on every line":       lines(func(l string) string { return l + " # [[answer]]" }),
		"blanks in the brackets":       strings.ReplaceAll(text, "[[answer]]", "[[ answer ]]"),
		"the name in quotes":           strings.ReplaceAll(text, "[[answer]]", `[["answer"]]`),
		"no blanks around the sign":    strings.ReplaceAll(text, " = ", "="),
		"signs under one another":      regexp.MustCompile(`(?m)^(\w+) =`).ReplaceAllStringFunc(text, func(k string) string { return fmt.Sprintf("%-12s=", k[:len(k)-2]) }),
		"keys in quotes":               regexp.MustCompile(`(?m)^(\w+) =`).ReplaceAllString(text, `"$1" =`),
		"strings in single quotes":     strings.ReplaceAll(text, `"`, `'`),
		"a list over several lines":    strings.ReplaceAll(text, `["b"]`, "[\n    \"b\", # mine\n]"),
		"keys by the alphabet":         head + "\n" + strings.Join(sortedKeys(entries), "\n"),
		"no last line break":           strings.TrimSuffix(text, "\n"),
		"sorted, no last line break":   strings.TrimSuffix(head+"\n"+strings.Join(sortedKeys(entries), "\n"), "\n"),
		"entries from the last to one": head + "\n" + entries[2] + "\n" + entries[1] + "\n" + entries[0],
		"a remark before a header":     strings.ReplaceAll(text, "[[answer]]", "# the next\n[[answer]]"),
		"a table of somebody's own":    text + "[answer.mine]\nx = 1\n",
	} {
		t.Run(name, func(t *testing.T) {
			o := written(t, laid)
			r := must(Open(o))(t)
			want := must(history(must(Open(written(t, text)))(t)))(t)
			same(t, "answers", must(history(r))(t).Answers(), want.Answers())
			for range 2 {
				must(r.Append(t.Context(), journal.Any, answer(3)))(t)
			}
			same(t, "after two more", seqs(t, r), []int64{1, 2, 3, 4, 5})
			same(t, "as another window reads it", seqs(t, must(Open(o))(t)), []int64{1, 2, 3, 4, 5})
			same(t, "set aside", torn(t, filepath.Dir(o.Path)), nil)
			if !strings.HasPrefix(content(t, r.Path()), laid) {
				t.Error("what was there has changed")
			}
		})
	}
}

// sortedKeys orders the keys of entries as a formatter that sorts them does.
func sortedKeys(entries []string) []string {
	var out []string
	for _, e := range entries {
		lines := strings.Split(strings.TrimRight(e, "\n"), "\n")
		slices.Sort(lines[1:])
		out = append(out, strings.Join(lines, "\n")+"\n")
	}
	return out
}

func TestLayoutsThatAreRefusedByLine(t *testing.T) {
	text := long(t, 3)
	lineOf := func(text, of string) int { return 1 + strings.Count(text[:strings.Index(text, of)], "\n") }
	head, entries := entriesOf(text)
	learner := "\n[learner]\nrole = \"doctor\"\njurisdiction = \"uk\"\n"
	for _, c := range []struct {
		name, laid string
		line       int
	}{
		{"a header in single brackets", strings.Replace(text, "[[answer]]\nseq = 2", "[answer]\nseq = 2", 1), lineOf(text, "[[answer]]\nseq = 2") - 1},
		{"the same at the end", strings.Replace(text, "[[answer]]\nseq = 3", " [ answer ]\nseq = 3", 1), lineOf(text, "[[answer]]\nseq = 3") - 1},
		{"the learner after the entries", strings.Replace(text, learner, "", 1) + learner, 1},
		{"entries as a list in the head", strings.Replace(text, "schema = 1\n", "schema = 1\nanswer = [{seq = 1}]\n", 1), 1},
		{"a word processor's quotes", strings.Replace(text, `role = "doctor"`, "role = “doctor”", 1), lineOf(text, "role")},
		{"the same in the last entry", head + "\n" + entries[0] + "\n" + strings.Replace(entries[1], `"best"`, "“best”", 1), lineOf(text, "seq = 2") + 6},
		{"a broken header at the end", strings.Replace(text, "[[answer]]\nseq = 3", "[[answer]\nseq = 3", 1), lineOf(text, "[[answer]]\nseq = 3")},
		{"a negative seq", strings.Replace(text, "seq = 3", "seq = -3", 1), lineOf(text, "[[answer]]\nseq = 3")},
		{"no seq", strings.Replace(text, "seq = 3\n", "", 1), lineOf(text, "[[answer]]\nseq = 3")},
		{"a seq that nothing can follow", strings.Replace(text, "seq = 3", "seq = 9223372036854775807", 1), lineOf(text, "[[answer]]\nseq = 3")},
		{"an at that comes first, then a broken list", head + "\n[[answer]]\nat = 2026-11-22T09:30:00Z\nseq = 1\nchosen = [\n", 8},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Open(written(t, c.laid))
			if err == nil {
				_, err = history(r)
			}
			var corrupt *CorruptError
			if !errors.As(err, &corrupt) {
				t.Fatalf("read: %v", err)
			}
			if corrupt.Line < c.line || corrupt.Line > c.line+3 {
				t.Errorf("line %d is named, of an entry at %d: %v", corrupt.Line, c.line, corrupt.Problem)
			}
			_, err = r.Append(t.Context(), journal.Any, answer(0))
			notSaved(t, err, "damaged")
			same(t, "the record", content(t, r.Path()), c.laid)
		})
	}
}

func TestTheLineIsTheOneInAnEditor(t *testing.T) {
	for damaged, line := range map[string]int{
		"schema = 1\n\n[learner]\nrole = “doctor”\njurisdiction = \"uk\"\n": 4,
		strings.Replace(long(t, 3), "sure = 2", "sure = 2 2", 1):            35,
	} {
		r, err := Open(written(t, damaged))
		if err == nil {
			_, err = history(r)
		}
		var corrupt *CorruptError
		if !errors.As(err, &corrupt) || corrupt.Line != line {
			t.Errorf("got %v, want line %d", err, line)
		}
	}
}

// A record that was read in and written out again has the entries of a kind together: the highest number is not the last.
func TestEntriesGatheredByKindAreCountedOnFromTheHighest(t *testing.T) {
	r := created(t, progress.Sitting{ID: "a"}, answer(0), progress.Setting{Name: "n"}, answer(1))
	head, e := entriesOf(content(t, r.Path()))
	o := written(t, head+"\n"+e[1]+"\n"+e[3]+"\n"+e[2]+"\n"+e[0])
	first, second := must(Open(o))(t), must(Open(o))(t)
	for i, w := range []*Store{first, second, first, first, second} {
		same(t, "number", progress.Seq(must(w.Append(t.Context(), journal.Any, answer(i)))(t)[0]), int64(5+i))
	}
}

func TestNumbersGoOnFromVeryHighOnes(t *testing.T) {
	for _, last := range []int64{1 << 53, 1<<53 + 1, 1 << 60} {
		r := must(Open(written(t, strings.Replace(long(t, 3), "seq = 3", fmt.Sprintf("seq = %d", last), 1))))(t)
		must(r.Append(t.Context(), journal.Any, answer(1)))(t)
		must(r.Append(t.Context(), journal.Any, answer(2)))(t)
		same(t, "numbers", seqs(t, r), []int64{1, 2, last, last + 1, last + 2})
	}
}

// Whatever a formatter does with a record that means the same: the same facts are read, or damage is named.
func TestAnyLayoutIsReadOrRefused(t *testing.T) {
	text := long(t, 4)
	want := must(history(must(Open(written(t, text)))(t)))(t).Answers()
	rapid.Check(t, func(rt *rapid.T) {
		laid := relaid(rt, text)
		r, err := Open(written(t, laid))
		var h *progress.History
		if err == nil {
			h, err = history(r)
		}
		if err != nil {
			if !isCorrupt(err) {
				rt.Fatal(err)
			}
			return
		}
		if got := h.Answers(); len(got) != len(want) || fmt.Sprint(got) != fmt.Sprint(want) {
			rt.Fatalf("read otherwise than meant: %v\n%s", got, laid)
		}
		saved, err := r.Append(t.Context(), journal.Any, answer(9))
		if err != nil || progress.Seq(saved[0]) != 5 {
			rt.Fatalf("the next: %v, %v", saved, err)
		}
	})
}

// relaid lays a record out anew, in ways that mean the same in TOML.
func relaid(t *rapid.T, text string) string {
	blank := rapid.SampledFrom([]string{"", "", "", " ", "\t", "    "})
	head, entries := entriesOf(text)
	if rapid.Bool().Draw(t, "shuffled") {
		entries = rapid.Permutation(entries).Draw(t, "entries")
	}
	out := []string{}
	for i, part := range append([]string{head}, entries...) {
		lines := strings.Split(strings.Trim(part, "\n"), "\n")
		if i > 0 && rapid.Bool().Draw(t, "keys") {
			lines = append(lines[:1], rapid.Permutation(lines[1:]).Draw(t, "keys")...)
		}
		for _, l := range append(lines, "") {
			out = append(out, line(t, l, blank))
			if rapid.IntRange(0, 9).Draw(t, "between") == 0 {
				out = append(out, rapid.SampledFrom([]string{"", "# [[answer]]", "  # seq = 9", "\t"}).Draw(t, "line"))
			}
		}
	}
	whole := strings.TrimRight(strings.Join(out, "\n"), "\n") + rapid.SampledFrom([]string{"\n", "", "\n\n", "\n# end"}).Draw(t, "end")
	if rapid.Bool().Draw(t, "windows") {
		whole = strings.ReplaceAll(whole, "\n", "\r\n")
	}
	return rapid.SampledFrom([]string{"", "\ufeff"}).Draw(t, "mark") + whole
}

// line lays one line out anew.
func line(t *rapid.T, l string, blank *rapid.Generator[string]) string {
	if name, ok := strings.CutPrefix(l, "[["); ok {
		name = strings.TrimSuffix(name, "]]")
		l = "[[" + blank.Draw(t, "in") + rapid.SampledFrom([]string{name, `"` + name + `"`, `'` + name + `'`}).Draw(t, "name") + blank.Draw(t, "in") + "]]"
	} else if key, value, ok := strings.Cut(l, " = "); ok {
		if inner, list := strings.CutPrefix(value, "["); list && rapid.Bool().Draw(t, "reflow") {
			value = "[\n" + blank.Draw(t, "in") + strings.TrimSuffix(inner, "]") + ",\n" + blank.Draw(t, "in") + "]"
		} else if rapid.Bool().Draw(t, "single") {
			value = strings.ReplaceAll(value, `"`, `'`)
		}
		l = rapid.SampledFrom([]string{key, `"` + key + `"`}).Draw(t, "key") + blank.Draw(t, "sign") + "=" + blank.Draw(t, "sign") + value
	}
	remark := rapid.SampledFrom([]string{"", "", "", " # why", "#[[answer]]"}).Draw(t, "remark")
	return blank.Draw(t, "before") + l + blank.Draw(t, "after") + remark
}
