package question

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"probity/tui/parts/theme"
	"probity/tui/screen"
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

// TestEnterReadsOnFirst: it submits nothing while an option has not been seen, whatever is marked.
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
			if !strings.Contains(view(q), "( ) d") {
				t.Errorf("it is submitted before the last option was seen:\n%s", view(q))
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
		q, _ := asking(t, c.id, 40, 60)
		q.press(c.keys)
		q.AskSure()
		for _, height := range []int{36, 20, 8, 6} {
			q.Layout(screen.Frame{Width: 40, Height: height, Theme: theme.New(theme.Mono, true)})
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

// TestInTheSmallestWindowHowSureIsWhole, with the letter of what was answered beside it, or what was answered on the cards behind it.
func TestInTheSmallestWindowHowSureIsWhole(t *testing.T) {
	for _, c := range []struct{ id, keys, sees string }{
		{"a-request", "b", "(•) b How sure are you?"}, {"an-order", "J", "How sure are you? 1 A guess"}, {"four-ways", "4 3 2 1", "How sure are you? 1 A guess"},
	} {
		q, _ := asking(t, c.id, 30, 60)
		q.press(c.keys)
		q.AskSure()
		q.Layout(screen.Frame{Width: 30, Height: 4, Theme: theme.New(theme.Mono, true)})
		shown := ansi.Strip(q.View())
		if words := strings.Join(strings.Fields(shown), " "); !strings.HasPrefix(words, c.sees) || !strings.HasSuffix(words, "3 Very sure") {
			t.Errorf("%s shows\n%s", c.id, shown)
		}
		if q.Click(4, 3) != "3" || q.Click(4, 1) != "1" {
			t.Errorf("%s: a click on a line is another:\n%s", c.id, shown)
		}
	}
}

// TestNothingIsMarkedOutOfSight: what marks, moves or rates at the cursor turns the card first where the option there is on another.
func TestNothingIsMarkedOutOfSight(t *testing.T) {
	for id, key := range map[string]string{"a-request": "space", "a-thread": "right", "an-order": "2", "four-ways": "4"} {
		q, attempt := asking(t, id, 30, 6)
		before := attempt.Chosen()
		for range 20 {
			if strings.Contains(view(q.Question), "› ") {
				break
			}
			where := q.Where()
			if q.press(key); !slices.Equal(attempt.Chosen(), before) {
				t.Fatalf("%s: %s marks %q on card %s", id, key, attempt.Chosen(), where)
			}
		}
		if q.press(key); slices.Equal(attempt.Chosen(), before) && attempt.Lines()[0].Number == 0 {
			t.Errorf("%s: %s marks nothing, on\n%s", id, key, view(q.Question))
		}
	}
}

// TestSpaceReadsOnWhereItMarksNothing: in an order it turns the cards to their end, as enter does.
func TestSpaceReadsOnWhereItMarksNothing(t *testing.T) {
	q, _ := asking(t, "an-order", 40, 8)
	for range 20 {
		if q.press("space"); !q.unread() {
			return
		}
	}
	t.Errorf("it stands at %s:\n%s", q.Where(), q.View())
}
