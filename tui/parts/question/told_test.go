package question

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"probity/scenarios"
	"probity/scenarios/scenariostest"
	"probity/tui/parts/markdown"
	"probity/tui/parts/theme"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
)

// put is a variant of the small pack of families put up in a window of its own, as a turn of another unless that is "".
func put(t *testing.T, id, before string, width, height int, reword func(*scenarios.Situation)) *Question {
	t.Helper()
	bank := scenariostest.Families(t).Bank
	found, ok := bank.Situation(id)
	if !ok {
		t.Fatal("there is no " + id)
	}
	s := *found
	if reword != nil {
		reword(&s)
	}
	was, _ := bank.Situation(before)
	order := s.OptionIDs()
	q := New(screen.Env{Markdown: markdown.New(), Nav: &screen.Nav{}})
	q.Layout(screen.Frame{Width: width, Height: height, Theme: theme.New(theme.Mono, true)})
	q.Ask(&s, was, s.Format.Begin(&s, order), order)
	return q
}

// press presses keys one after another.
func press(q *Question, keys string) *Question {
	for _, k := range strings.Fields(keys) {
		q.Answer(screentest.Press(k))
	}
	return q
}

// view is what the question shows, each line without the blanks around it.
func view(q *Question) string {
	var lines []string
	for l := range strings.SplitSeq(ansi.Strip(q.View()), "\n") {
		lines = append(lines, strings.TrimSpace(l))
	}
	return strings.Join(lines, "\n")
}

// TestATurnTellsTheOneThingThatIsDifferent: the facts as they were and as they are, told apart by words, and the lead one key away.
func TestATurnTellsTheOneThingThatIsDifferent(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		q := put(t, "a-request/numb-again", "a-request/from-the-ward", width, 30, nil)
		words := strings.Join(strings.Fields(view(q)), " ")
		for _, want := range []string{"Now one thing is different", "Was You know him", "Now Under it he writes", "What do you do with the request?", "( ) a Accept it", "( ) d Reply"} {
			if !strings.Contains(words, want) && width != 120 { // where columns stand side by side the words of both mix
				t.Errorf("at %d cells %q is not shown:\n%s", width, want, view(q))
			}
		}
		if strings.Contains(words, "You are an F1") {
			t.Errorf("at %d cells the lead is told again:\n%s", width, view(q))
		}
		if press(q, "s"); !strings.Contains(view(q), "You are an F1") {
			t.Errorf("at %d cells s does not tell the lead:\n%s", width, view(q))
		}
		if press(q, "s"); strings.Contains(view(q), "You are an F1") {
			t.Errorf("at %d cells s again leaves the lead:\n%s", width, view(q))
		}
	}
}

// long makes a situation too long for its options to stand below it.
func long(s *scenarios.Situation) {
	s.Stem = strings.Repeat("You are on call and somebody writes to you once more about last night. ", 14) + "\n\nNow he waits for you."
}

// TestTheSituationFoldsAfterTheFirstLook: never the options. s tells it whole again.
func TestTheSituationFoldsAfterTheFirstLook(t *testing.T) {
	q := put(t, "a-request/from-the-ward", "", 80, 16, long)
	if shown := view(q); !strings.Contains(shown, "You are on call") {
		t.Errorf("the first look is not at its beginning:\n%s", shown)
	}
	press(q, "c")
	shown := view(q)
	for _, want := range []string{"… s shows the", "Now he waits for you.", "( ) a", "› (•) c", "( ) d"} {
		if !strings.Contains(shown, want) {
			t.Errorf("after an answer %q is not shown:\n%s", want, shown)
		}
	}
	if press(q, "s"); !strings.Contains(view(q), "You are on call and somebody") || strings.Contains(view(q), "… s shows") {
		t.Errorf("s does not tell it whole:\n%s", view(q))
	}
	if press(q, "s"); !strings.Contains(view(q), "… s shows") {
		t.Errorf("s again does not fold it:\n%s", view(q))
	}
}

// TestWhatFitsIsNotFolded, and s is not offered.
func TestWhatFitsIsNotFolded(t *testing.T) {
	q := put(t, "a-request/from-the-ward", "", 80, 20, nil)
	before := view(press(q, "c"))
	for _, k := range q.Keys() {
		if k.Help().Key == "s" {
			t.Error("s is offered")
		}
	}
	if press(q, "s"); view(q) != before || !strings.Contains(before, "You are an F1") {
		t.Errorf("s changes what is shown:\n%s", view(q))
	}
}

// TestARatingsWordsStandBesideItsNumbers, and a ranking says how in one line.
func TestARatingsWordsStandBesideItsNumbers(t *testing.T) {
	for id, want := range map[string]string{
		"four-ways/from-grace":   "\n4 very appropriate             3 appropriate but not ideal\n2 inappropriate but not awful  1 very inappropriate\n",
		"an-order/on-the-record": "\nThe most appropriate first: ← moves up, → down, 1–5 gives the place.\n",
	} {
		if shown := view(put(t, id, "", 80, 20, nil)); !strings.Contains(shown, want) {
			t.Errorf("%q is not shown:\n%s", want, shown)
		}
	}
}
