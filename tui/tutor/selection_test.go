// What is drawn for a selection: by time, what was missed, what is bookmarked; and what a menu can say of it beforehand.
package tutor

import (
	"errors"
	"slices"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/pack"
)

// TestAPracticeOfMinutesHasWhatFits, at the learner's pace and with the turns that follow; one situation always.
func TestAPracticeOfMinutesHasWhatFits(t *testing.T) {
	library, err := pack.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	tutor := openAs(t, Options{Dir: t.TempDir(), Count: 2}, library, starting())
	before := 0
	for _, minutes := range []int{1, 5, 20, 60} {
		situations, length := tutor.Practices.Plan(Selection{Minutes: minutes})
		p := begin(t, tutor, Selection{Minutes: minutes})
		n, limit := len(drawnIn(p)), time.Duration(minutes)*time.Minute
		if n <= before && minutes > 1 || p.Left() > limit && n > 1 || p.Note != "" {
			t.Errorf("%d minutes have %d situations, which take %v, and it says %q", minutes, n, p.Left(), p.Note)
		}
		if situations != n || length != p.Left() {
			t.Errorf("beforehand it is said to be %d in %v, and is %d in %v", situations, length, n, p.Left())
		}
		before = n
	}
}

// drawnIn is the families of a sitting that was begun, in their order.
func drawnIn(p *Practice) (families []string) {
	sitting, _ := p.in.record.history.Sitting(p.id)
	for _, id := range sitting.Drawn {
		family, _ := scenarios.Split(id)
		families = append(families, family)
	}
	return families
}

// TestWhatWasMissed is what was answered wrongly last, until it is answered rightly, by whichever variant.
func TestWhatWasMissed(t *testing.T) {
	tutor := families(t, Options{Dir: t.TempDir()}, starting(), 7)
	if _, err := tutor.Practices.Begin(Selection{Missed: true}); !errors.Is(err, ErrNoneMissed) {
		t.Errorf("before anything was answered: %v", err)
	}
	p := begin(t, tutor, Selection{Only: "a-request/an-old-friend"})
	give(t, p, scenarios.Guess, "d")
	p = begin(t, tutor, Selection{Missed: true})
	if got := drawnIn(p); !slices.Equal(got, []string{"a-request"}) || p.Note != "" {
		t.Errorf("missed is %v, and it says %q", got, p.Note)
	}
	right(t, p)
	if _, err := tutor.Practices.Begin(Selection{Missed: true}); !errors.Is(err, ErrNoneMissed) {
		t.Errorf("put right: %v", err)
	}
}

// TestWhatIsBookmarked is practised in whosever shoes it is told, and, where it is not offered to the learner, to compare.
func TestWhatIsBookmarked(t *testing.T) {
	tutor := openAs(t, Options{Dir: t.TempDir(), Flags: Learner{guidance.Student, guidance.Ireland}}, small(t), starting())
	if _, err := tutor.Practices.Begin(Selection{Bookmarked: true}); !errors.Is(err, ErrNoneMarked) {
		t.Errorf("with none: %v", err)
	}
	tutor.Record.Bookmark("a-request")
	flush(t, tutor)
	p := begin(t, tutor, Selection{Bookmarked: true})
	if got := drawnIn(p); !slices.Equal(got, []string{"a-request"}) || p.ToCompare() == "" {
		t.Errorf("bookmarked is %v, %q", got, p.ToCompare())
	}
	if _, err := tutor.Practices.Begin(Selection{Bookmarked: true, Topic: "honesty"}); !errors.Is(err, ErrNoneMarked) {
		t.Errorf("of another topic: %v", err)
	}
}

// TestAShortfallIsSaidOfANumberThatWasAskedFor, and not of the usual one.
func TestAShortfallIsSaidOfANumberThatWasAskedFor(t *testing.T) {
	for count, want := range map[int]string{0: "", 9: "There are 5 situations to practise here, not 9."} {
		tutor := openAs(t, Options{Dir: t.TempDir(), Count: count}, small(t), starting())
		if p := begin(t, tutor, Selection{}); p.Note != want {
			t.Errorf("asked for %d, it says %q", count, p.Note)
		}
	}
}

// TestTodayGoesOnInOtherShoes where one's own have nothing new, and says so.
func TestTodayGoesOnInOtherShoes(t *testing.T) {
	library := small(t)
	for _, s := range library.Bank.All() {
		s.Setting = guidance.Doctor
	}
	tutor := openAs(t, Options{Dir: t.TempDir(), Flags: Learner{guidance.Student, guidance.UK}}, library, starting())
	p := begin(t, tutor, today)
	if p.Note != "Nothing new is told in your shoes: what is new here is told in a doctor's." || tutor.Practices.Today().New == 0 {
		t.Errorf("it says %q", p.Note)
	}
}
