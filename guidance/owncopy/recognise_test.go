package owncopy

import (
	"errors"
	"strings"
	"testing"
)

const unrelated = "The annual show of the village was held on the green, and the prize for the best marrow went to a visitor. " +
	"It rained in the afternoon, so that the band had to play in the tent. The winner of the race for the over-sixties was a baker.\n\n"

func TestWhatIsNoneOfTheDocuments(t *testing.T) {
	all := specimens(t)
	for name, c := range map[string]struct{ text, says string }{
		"something else":           {unrelated, "none of the documents"},
		"the title and no more":    {"Notice boards in waiting rooms\n\n" + unrelated, "hardly any of that document's paragraphs"},
		"the title in passing":     {unrelated + "It is in Notice boards in waiting rooms.", "none of the documents"},
		"a quotation":              {unrelated + all[2].paragraphs[9] + "\n\n" + unrelated, "none of the documents"},
		"two documents":            {all[0].text + all[2].text, `2 documents, "A safe board for your surgery" (2031) and "Notice boards in waiting rooms" (2031)`},
		"three documents":          {all[0].text + "\n" + all[1].text + "\n" + all[2].text, "it holds 3 documents"},
		"a document and its forms": {all[0].text + "\n\n" + all[0].text, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Recognise(mustParse(t, "mine.txt", c.text), sources(all))
			if c.says == "" {
				if err != nil || got != all[0].source {
					t.Errorf("it is taken for %v, %v", got, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "recognising mine.txt: ") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

// TestTwoDocumentsInOneFileCanBeReadOneByOne is what a caller does once the learner has said which is meant.
func TestTwoDocumentsInOneFileCanBeReadOneByOne(t *testing.T) {
	all := specimens(t)
	d := mustParse(t, "both.txt", all[0].text+"\n"+all[1].text)
	var several *SeveralError
	if _, err := Recognise(d, sources(all)); !errors.As(err, &several) || len(several.Sources) != 2 {
		t.Fatalf("the error is %v", err)
	}
	for _, s := range several.Sources {
		if c := Compare(d, s, noon); c.Count(Same) != len(s.Clauses) {
			t.Errorf("%d of %d paragraphs of %s are the same", c.Count(Same), len(s.Clauses), s.ID)
		}
	}
}

func TestAnUnknownFileIsAnErrorThatCanBeAskedFor(t *testing.T) {
	if _, err := Recognise(mustParse(t, "a.txt", unrelated), sources(specimens(t))); !errors.Is(err, ErrUnknown) {
		t.Errorf("the error is %v", err)
	}
	if _, err := Recognise(mustParse(t, "a.txt", unrelated), nil); !errors.Is(err, ErrUnknown) {
		t.Errorf("with no sources, the error is %v", err)
	}
}
