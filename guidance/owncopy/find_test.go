package owncopy

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2031, 5, 14, 12, 0, 0, 0, time.UTC)

// TestTheSameWordingIsKnownInEveryForm: however a document is laid out, every paragraph is found, as it is worded.
func TestTheSameWordingIsKnownInEveryForm(t *testing.T) {
	all := specimens(t)
	for _, form := range forms() {
		t.Run(form.name, func(t *testing.T) {
			for _, s := range all {
				d := mustParse(t, form.file, form.made(s))
				if got, err := Recognise(d, sources(all)); err != nil || got != s.source {
					t.Errorf("%s is taken for %v, %v", s.source.ID, got, err)
				}
				for _, p := range Compare(d, s.source, noon).Paragraphs {
					if p.Match != Same {
						t.Errorf("%s: %s: %q", p.Clause, p.Match, p.Text)
					}
				}
			}
		})
	}
}

// TestWhatIsShownIsWhatTheDocumentSays: a paragraph is shown whole, on one line, without the list's marks and without
// what a page put into its middle.
func TestWhatIsShownIsWhatTheDocumentSays(t *testing.T) {
	all := specimens(t)
	for _, c := range []struct{ form, clause, text, seen string }{
		{"as it is", "boards-2019/5c", "Once a sheet has been copied it can be diffcult to recall.", "Privacy, c"},
		{"as it is", "boards-2019/1-41", "You must treat cleaners fairly and with patience.", "Your notice board, 41"},
		{"a web page", "boards-2019/5c", "Once a sheet has been copied it can be diffcult to recall.", "Privacy"},
		{"page heads and feet in mid-paragraph", "boards-2019/8", "If a visitor writes a question on your board, you should explain that you cannot answer it there and, where appropriate, show them to the reception desk.", "Keeping up, 8"},
		{"hyphens across lines", "parish-2031/code-1", "The code holds that a board at home is its owner's own affair, and that whether it is tidy is for the owner to settle.", "The new parish code"},
		{"hyphens across lines", "parish-2031/fame", "More and more receptionists are becoming local ‘celebrities’ through their boards, drawing crowds to jumble sales, plays, or fairs. Some find that a joke loses its point by the time that it has crossed the village, while others find that a shy neighbour speaks to them at last.", ""},
		{"straight quotes", "parish-2031/ask-2", "Could this drawing frighten a child?", ""},
		{"blanks that do not break, and soft hyphens", "parish-2031/help", "The league is always glad to look at a sheet before it goes up.", "‘Shut’ cabinets"},
	} {
		t.Run(c.form+" "+c.clause, func(t *testing.T) {
			for _, s := range all {
				for _, form := range forms() {
					if form.name != c.form || !strings.HasPrefix(c.clause, s.source.ID) {
						continue
					}
					p, ok := Compare(mustParse(t, form.file, form.made(s)), s.source, noon).paragraph(c.clause)
					if !ok || p.Text != c.text || p.Seen != c.seen {
						t.Errorf("%q under %q", p.Text, p.Seen)
					}
				}
			}
		})
	}
}

// rewordings are ways in which a paragraph of another edition may differ.
var rewordings = []struct {
	name string
	made func(words []string) []string
}{
	{"a word in the middle", func(w []string) []string { return swapped(w, len(w)/2, 1000) }},
	{"the first word", func(w []string) []string { return swapped(w, 0, 1000) }},
	{"the last word", func(w []string) []string { return swapped(w, len(w)-1, 1000) }},
	{"every sixth word", func(w []string) []string { return swapped(w, 2, 6) }},
	{"a sentence before", func(w []string) []string { return append(strings.Fields("Hear this first."), w...) }},
	{"a sentence after", func(w []string) []string { return append(append([]string(nil), w...), "This", "holds", "everywhere.") }},
}

func swapped(words []string, from, step int) []string {
	out := append([]string(nil), words...)
	for i := from; i < len(out); i += step {
		out[i] = []string{"Kettle", "marble", "orchard"}[i%3] + out[i][len(strings.TrimRight(out[i], ".,:?)")):]
	}
	return out
}

// TestOneParagraphReworded rewords each paragraph in turn: it is found where it stands and reported, and no other is.
func TestOneParagraphReworded(t *testing.T) {
	for _, s := range specimens(t) {
		d := mustParse(t, "a.txt", s.text)
		original := Compare(d, s.source, noon).Paragraphs
		for _, reworded := range rewordings {
			for _, target := range original {
				if target.Clause == "boards-2031/names-2" { // two paragraphs
					continue
				}
				t.Run(reworded.name+" "+target.Clause, func(t *testing.T) {
					text := strings.Join(reworded.made(strings.Fields(target.Text)), " ")
					checkOneReworded(t, s, original, target, text)
				})
			}
		}
	}
}

func checkOneReworded(t *testing.T, s specimen, original []Paragraph, target Paragraph, text string) {
	t.Helper()
	d := mustParse(t, "a.txt", exchanged(t, s, target.Text, text))
	for i, p := range Compare(d, s.source, noon).Paragraphs {
		switch {
		case original[i].Text != target.Text && p.Match != Same:
			t.Errorf("%s, which was left alone, is %s: %q", p.Clause, p.Match, p.Text)
		case original[i].Text == target.Text && (p.Match != Reworded || p.Text != text):
			t.Errorf("%s, which was reworded, is %s:\n%q, not\n%q", p.Clause, p.Match, p.Text, text)
		}
	}
}

// exchanged puts another text in the place of a paragraph, whatever its lines are.
func exchanged(t *testing.T, s specimen, paragraph, text string) string {
	t.Helper()
	plain := strings.Join(s.paragraphs, "\n\n")
	if strings.Count(plain, paragraph) != 1 {
		t.Fatalf("%q is not there once", paragraph)
	}
	return strings.Replace(plain, paragraph, text, 1)
}

// TestAParagraphThatIsGoneIsNotFound: nothing else is shown in its place.
func TestAParagraphThatIsGoneIsNotFound(t *testing.T) {
	for _, s := range specimens(t) {
		original := Compare(mustParse(t, "a.txt", s.text), s.source, noon).Paragraphs
		for _, target := range original {
			if target.Clause == "boards-2031/names-2" {
				continue
			}
			t.Run(target.Clause, func(t *testing.T) {
				c := Compare(mustParse(t, "a.txt", exchanged(t, s, target.Text, "")), s.source, noon)
				for i, p := range c.Paragraphs {
					want := Same
					if original[i].Text == target.Text {
						want = Missing
					}
					if p.Match != want {
						t.Errorf("%s is %s: %q", p.Clause, p.Match, p.Text)
					}
				}
			})
		}
	}
}

// TestAPageMayEndAnywhere puts a page's end between any two lines of any paragraph.
func TestAPageMayEndAnywhere(t *testing.T) {
	for _, s := range specimens(t) {
		lines := strings.Split(wrapped(40)(s), "\n")
		for i := range lines[:len(lines)-1] {
			if lines[i] == "" || lines[i+1] == "" {
				continue
			}
			broken := strings.Join(lines[:i+1], "\n") + "\n\nA council, 2031\n5\n\fThe board, and those who read it\n\n" + strings.Join(lines[i+1:], "\n")
			c := Compare(mustParse(t, "a.txt", broken), s.source, noon)
			if c.Count(Same) != len(c.Paragraphs) {
				t.Errorf("%s, after %q: %d of %d are the same", s.source.ID, lines[i], c.Count(Same), len(c.Paragraphs))
			}
		}
	}
}

// TestAnotherEditionIsFoundByPlaceAlone rewords what a signature could know, and leaves the order, the numbers and what
// the paragraphs are about.
func TestAnotherEditionIsFoundByPlaceAlone(t *testing.T) {
	s := specimens(t)[1]
	var edition []string
	for _, p := range s.paragraphs {
		words := strings.Fields(p)
		for i, w := range words {
			if i%4 == 3 && len(w) < 8 {
				words[i] = "thimble"
			}
		}
		edition = append(edition, strings.Join(words, " "))
	}
	c := Compare(mustParse(t, "a.txt", strings.Join(edition, "\n\n")), s.source, noon)
	for i, p := range c.Paragraphs {
		where := pinpointOf(s.source.Clauses[i].Locator)
		if number := strconv.Itoa(where.first); where.item == 0 && (p.Match != Reworded || !strings.HasSuffix(p.Seen, number)) {
			t.Errorf("%s is %s under %q: %q", p.Clause, p.Match, p.Seen, p.Text)
		}
	}
	if c.Count(Reworded) < 15 {
		t.Errorf("%d of %d are found", c.Count(Reworded), len(c.Paragraphs))
	}
}

func TestASourceWithoutFingerprintsFindsNothing(t *testing.T) {
	s := specimens(t)[0]
	for _, c := range s.source.Clauses {
		c.Fingerprint, c.Signature = "", "not a signature"
	}
	if c := Compare(mustParse(t, "a.txt", s.text), s.source, noon); c.Count(Missing) != len(s.source.Clauses) {
		t.Errorf("%d are not found, want all", c.Count(Missing))
	}
}

func BenchmarkRecognise100KB(b *testing.B) {
	all := specimens(b)
	long := strings.Repeat("The band met in the hall on Tuesday and played to nobody in particular until the rain had stopped.\n\n", 900) + all[0].text
	for b.Loop() {
		d := mustParse(b, "a.txt", long)
		if _, err := Recognise(d, sources(all)); err != nil {
			b.Fatal(err)
		}
	}
}
