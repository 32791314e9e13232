package question

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// cards are what is on each card from the one that is up on, as its words.
func cards(q *Question) (out []string) {
	for {
		out = append(out, strings.Join(strings.Fields(view(q)), " "))
		before := q.Where()
		if q.pane.Turn(); q.Where() == before {
			return out
		}
	}
}

// TestInASmallWindowAQuestionStandsInCards: what is told, then the ask with the options, which are whole. Nothing is left out.
func TestInASmallWindowAQuestionStandsInCards(t *testing.T) {
	q := put(t, "a-request/from-the-ward", "", 40, 8, nil)
	shown := cards(q)
	if !q.Fits() || !strings.HasPrefix(shown[0], "A request at eleven ") || !strings.Contains(shown[0], "You are an F1") {
		t.Errorf("the first card is not the situation:\n%s", shown[0])
	}
	for _, o := range q.situation.Options {
		if !slices.ContainsFunc(shown, func(card string) bool { return strings.Contains(card, " "+o.Text) }) {
			t.Errorf("option %s is whole on no card of %q", o.ID, shown)
		}
	}
	if last := shown[len(shown)-1]; !strings.HasPrefix(last, "What do you do with") {
		t.Errorf("the ask is not repeated above the options: %q", last)
	}
	turn := put(t, "a-request/numb-again", "a-request/from-the-ward", 40, 8, nil)
	if first := cards(turn)[0]; !strings.HasPrefix(first, "Now one thing is different Was ") {
		t.Errorf("a turn begins with %q", first)
	}
}

// TestTheCursorBringsItsCardUp, a page takes the cursor along, and s goes to the situation and back.
func TestTheCursorBringsItsCardUp(t *testing.T) {
	q := put(t, "a-request/from-the-ward", "", 40, 8, nil)
	if press(q, "d"); !strings.Contains(view(q), "› (•) d") {
		t.Errorf("d is marked out of sight:\n%s", view(q))
	}
	if press(q, "s"); !strings.Contains(view(q), "You are an F1") {
		t.Errorf("s does not go to the situation:\n%s", view(q))
	}
	if press(q, "s"); !strings.Contains(view(q), "› (•) d") {
		t.Errorf("s does not go back:\n%s", view(q))
	}
	if press(q, "home pgdown pgdown"); !strings.Contains(view(q), "› ") {
		t.Errorf("a page leaves the cursor behind:\n%s", view(q))
	}
	q = put(t, "a-request/from-the-ward", "", 40, 8, nil)
	for range q.situation.Options {
		press(q, "down down")
	}
	if !strings.Contains(view(q), "› ( ) d") {
		t.Errorf("down does not come to the last option:\n%s", view(q))
	}
}

// TestEnterReadsOnFirst: it submits nothing while what is told goes on on another card, whatever is marked.
func TestEnterReadsOnFirst(t *testing.T) {
	q := put(t, "a-request/from-the-ward", "", 30, 6, long)
	q.attempt.Pick(2)
	enter := tea.KeyPressMsg{Code: tea.KeyEnter}
	last := ""
	for range 20 {
		if now := q.Where(); now <= last {
			t.Fatalf("it goes from card %s to %s", last, now)
		} else {
			last = now
		}
		if q.Answer(enter) {
			if !strings.Contains(view(q), "( ) a") {
				t.Errorf("it is submitted on a card before the options:\n%s", view(q))
			}
			return
		}
	}
	t.Error("it is never submitted")
}

// TestHowSureIsAskedBesideWhatWasAnswered, whatever that is: nothing is confirmed out of sight. What it takes for that is fewer words.
func TestHowSureIsAskedBesideWhatWasAnswered(t *testing.T) {
	for _, c := range []struct{ id, keys, sees string }{
		{"a-request", "b", "(•) b  "}, {"an-order", "J", "5. "}, {"four-ways", "4 3 2 1", "[1] d"}, {"a-thread", "a b c", "[x] c"},
	} {
		for _, height := range []int{36, 20, 8, 6} {
			q, _ := asking(t, c.id, 40, height)
			q.press(c.keys)
			q.AskSure()
			shown := ansi.Strip(q.View())
			if !strings.Contains(strings.ReplaceAll(shown, "\u00a0", " "), c.sees) || !strings.Contains(shown, "How sure are you?") || !strings.Contains(shown, "3  Very sure") || q.Where() != "" {
				t.Errorf("%s in %d lines, %s:\n%s", c.id, height, q.Where(), shown)
			}
			if at := strings.Index(shown, "3  Very sure"); q.Click(4, strings.Count(shown[:at], "\n")) != "3" {
				t.Errorf("%s in %d lines: a click on it is another:\n%s", c.id, height, shown)
			}
		}
	}
}
