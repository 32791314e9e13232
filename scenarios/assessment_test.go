package scenarios

import (
	"slices"
	"strings"
	"testing"
)

func exam(formats ...string) *Assessment {
	var items []Item
	for i, name := range formats {
		s := situationOf(name, 5, "b")
		if name == "rank" {
			s.Key = []string{"a", "b", "c", "d", "e"}
		}
		s.ID = "s" + string(rune('0'+i))
		items = append(items, Item{Situation: s})
	}
	return Assess(items, 7, 0)
}

// TestAnAssessmentByMoves plays a learner's moves and looks at what stands: for each situation the answer, and whether it is
// marked to come back to.
func TestAnAssessmentByMoves(t *testing.T) {
	for _, c := range []struct{ name, moves, want string }{
		{"nothing done", "", "- - -"},
		{"answered in order", "b enter 2 next c enter 0 next a enter 1", "b c a"},
		{"put together and not submitted", "b next", "- - -"},
		{"still there on coming back", "b next back enter 0", "b - -"},
		{"changed before handing in", "b enter 2 c enter 2", "c - -"},
		{"changed and not submitted stays as it was", "b enter 2 c next", "b - -"},
		{"marked", "flag next flag flag next flag", "-! - -!"},
		{"marked and answered", "flag b enter 0", "b! - -"},
		{"beyond the ends", "back back b enter 0 next next next next a enter 0", "b - a"},
		{"submitted empty", "enter 2 next b enter 0", "- b -"},
		{"weighed without an answer", "2 3 b", "- - -"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := exam("best", "best", "best")
			for _, move := range strings.Fields(c.moves) {
				play(a, move)
			}
			var got []string
			for _, item := range a.Items() {
				said := strings.Join(item.Chosen, "")
				if !item.Answered() {
					said = "-"
				}
				if item.Flagged {
					said += "!"
				}
				got = append(got, said)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s, want %s", strings.Join(got, " "), c.want)
			}
		})
	}
}

// play does one move: a letter picks the option of that id, a digit says how sure.
func play(a *Assessment, move string) {
	switch move {
	case "next":
		a.Go(a.At() + 1)
	case "back":
		a.Go(a.At() - 1)
	case "flag":
		a.Flag()
	case "enter":
		_ = a.Submit()
	case "0", "1", "2", "3":
		a.Weigh(Certainty(move[0] - '0'))
	default:
		a.Attempt().Pick(slices.IndexFunc(a.Attempt().Lines(), func(l Line) bool { return l.ID == move }))
	}
}

func TestAChangeThatIsNotSubmittedIsSaid(t *testing.T) {
	a := exam("best", "best")
	for _, move := range strings.Fields("b enter 2 c next") {
		play(a, move)
	}
	if !slices.Equal(a.Changed(), []int{0}) {
		t.Errorf("changed %v", a.Changed())
	}
	for _, move := range strings.Fields("back b") {
		play(a, move)
	}
	if len(a.Changed()) > 0 {
		t.Errorf("changed back, and still said: %v", a.Changed())
	}
}

func TestWhatIsLeftInAnAssessment(t *testing.T) {
	a := exam("best", "rank", "best")
	for _, move := range strings.Fields("b enter 3 next flag") {
		play(a, move)
	}
	if !slices.Equal(a.Left(), []int{1, 2}) || !slices.Equal(a.Flagged(), []int{1}) {
		t.Errorf("left %v, flagged %v", a.Left(), a.Flagged())
	}
	blanks := a.Blanks()
	if len(blanks) != 2 || len(a.Left()) != 0 {
		t.Fatalf("%d blanks, left %v", len(blanks), a.Left())
	}
	for _, b := range blanks {
		if b.Marking.Marks != 0 || b.Marking.Of != b.Situation.Format.Available(b.Situation) || b.Sure != NotAsked || len(b.Chosen) != 0 {
			t.Errorf("%s left blank is marked %+v", b.Situation.ID, b.Marking)
		}
	}
}

// TestAnAssessmentIsTakenUpAsItWas: the answers given before are there to be changed, options in the order they were.
func TestAnAssessmentIsTakenUpAsItWas(t *testing.T) {
	a := exam("best", "rank")
	before := slices.Clone(a.Attempt().Lines())
	again := Assess([]Item{
		{Situation: a.Items()[0].Situation, Chosen: []string{"c"}},
		{Situation: a.Items()[1].Situation, Chosen: []string{"e", "d", "c", "b", "a"}, Flagged: true},
	}, 7, 1)
	if again.At() != 1 || !slices.Equal(again.Attempt().Chosen(), []string{"e", "d", "c", "b", "a"}) {
		t.Errorf("taken up at %d with %v", again.At(), again.Attempt().Chosen())
	}
	again.Go(0)
	for i, line := range again.Attempt().Lines() {
		if line.ID != before[i].ID || line.Letter != before[i].Letter || (line.Said != "") != (line.ID == "c") {
			t.Errorf("line %d is %+v, was %+v", i, line, before[i])
		}
	}
}

// TestTakeTakesWhatStillFits: an earlier answer is put back as far as the options are still there.
func TestTakeTakesWhatStillFits(t *testing.T) {
	for _, c := range []struct {
		format string
		key    []string
		taken  []string
		want   string
	}{
		{"best", []string{"a"}, []string{"d"}, "d"},
		{"best", []string{"a"}, []string{"z"}, ""},
		{"best", []string{"a"}, nil, ""},
		{"choose", []string{"a", "b", "c"}, []string{"b", "z", "e"}, "b e"},
		{"choose", []string{"a", "b"}, []string{"b", "c", "d"}, "b c"},
		{"rank", []string{"a", "b", "c", "d", "e"}, []string{"e", "d", "c", "b", "a"}, "e d c b a"},
		{"rank", []string{"a", "b", "c", "d", "e"}, []string{"e", "d", "c", "b", "z"}, "a b c d e"},
		{"rate", []string{"a=1", "b=2", "c=3", "d=4", "e=1"}, []string{"a=4", "b=9", "z=1", "e=2"}, "a=4 e=2"},
	} {
		s := situationOf(c.format, 5, c.key...)
		a := s.Format.Begin(s, []string{"a", "b", "c", "d", "e"})
		a.Take(c.taken)
		if got := strings.Join(a.Chosen(), " "); got != c.want {
			t.Errorf("%s took %v as %q, want %q", c.format, c.taken, got, c.want)
		}
	}
}

// TestAnAnswerOfFewerIsSaid: it is allowed, and stands.
func TestAnAnswerOfFewerIsSaid(t *testing.T) {
	several := situationOf("choose", 8, "a", "b", "c")
	for _, tt := range []struct {
		chosen []string
		want   string
	}{{nil, "not answered"}, {[]string{"a"}, "answered, 1 of 3 chosen"}, {[]string{"a", "d", "e"}, "answered"}} {
		if got := (Item{Situation: several, Chosen: tt.chosen}).State(); got != tt.want {
			t.Errorf("of %v it says %q", tt.chosen, got)
		}
	}
	if got := (Item{Situation: situationOf("best", 5, "b"), Chosen: []string{"a"}}).State(); got != "answered" {
		t.Errorf("of a best answer it says %q", got)
	}
}
