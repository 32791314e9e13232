package induction

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/guidance"
	"probity/scenarios"
	"probity/scenarios/scenariostest"
)

// TestKeys plays keys in a session of best, rate and discuss, with ten people, and looks where it stands.
func TestKeys(t *testing.T) {
	const (
		toVote   = "> > "
		toSpread = toVote + "a:6 b:4 > "
		toSecond = toSpread + "> > "
	)
	for _, c := range []struct{ name, keys, want, err string }{
		{"begins with the situation", "", "1/3 situation", ""},
		{"one step a key", ">", "1/3 think", ""},
		{"there and back", "> > < <", "1/3 situation", ""},
		{"nothing before the beginning", "<", "1/3 situation", "begins"},
		{"nobody has voted", toVote + ">", "1/3 vote", "10 of 10 have not voted"},
		{"one is missing", toVote + "a:6 b:3 >", "1/3 vote", "1 of 10 has not voted"},
		{"everybody has voted", toSpread, "1/3 spread", ""},
		{"closed although some are missing", toVote + "a:6 x", "1/3 spread", ""},
		{"closed although none were counted", toVote + "x", "1/3 spread", ""},
		{"nothing to close", "x", "1/3 situation", "no vote to close"},
		{"too many hands", toVote + "a:6 b:5", "1/3 vote", "11 hands in a room of 10, 1 too many"},
		{"too many in one", toVote + "a:11", "1/3 vote", "1 too many"},
		{"hands below nought", toVote + "a:-1", "1/3 vote", "not possible"},
		{"no such choice", toVote + "z:3", "1/3 vote", "not a choice"},
		{"a count before the vote", "a:3", "1/3 situation", "go to the vote"},
		{"a count is corrected", toVote + "a:10 a:4 b:6 >", "1/3 spread", ""},
		{"a spread is gone back to and corrected", toSpread + "< a:5 b:5 >", "1/3 spread", ""},
		{"a late comer must vote too", toSpread + "room:11 < >", "1/3 vote", "1 of 11 has not voted"},
		{"a room smaller than its hands", toVote + "a:6 room:5", "1/3 vote", "6 hands are counted already"},
		{"who left after a vote did vote", toSpread + "room:6 < a:5 b:5 >", "1/3 spread", ""},
		{"and does not vote again", toSpread + "room:6 > > a:6 b:1", "1/3 vote-again", "7 hands in a room of 6"},
		{"a room of one", "room:1", "1/3 situation", "2 to 500"},
		{"a room of thousands", "room:5000", "1/3 situation", "2 to 500"},
		{"the second vote is counted by itself", toSecond + ">", "1/3 vote-again", "10 of 10"},
		{"before and after", toSecond + "a:2 b:8 >", "1/3 before-after", ""},
		{"to the end of a situation", toSecond + "b:10 > > > >", "1/3 take-away", ""},
		{"on to the next", toSecond + "b:10 > > > > >", "2/3 situation", ""},
		{"back to the one before", toSecond + "b:10 > > > > > <", "1/3 take-away", ""},
		{"jump", "jump:3", "3/3 situation", ""},
		{"jump nowhere", "jump:4", "1/3 situation", "there is no situation 4"},
		{"jump to nought", "jump:0", "1/3 situation", "there is no situation 0"},
		{"skip", "> skip", "2/3 situation", ""},
		{"skip the last", "jump:3 skip", "3/3 lessons", ""},
		{"back to what was skipped", "jump:3 skip <", "3/3 situation", ""},
		{"end anywhere", "> end", "1/3 think ended", ""},
		{"back from the end", "> end <", "1/3 think", ""},
		{"nothing after the end", "end >", "1/3 situation ended", "has ended"},
		{"no counting after the end", toVote + "end a:3", "1/3 vote ended", "has ended"},
		{"no closing after the end", toVote + "end x", "1/3 vote ended", "no vote to close"},
		{"forward from the last take-away", "jump:3 > > x > > x > > > >", "3/3 lessons", ""},
		{"fingers are counted at the closing", "close > 5:4 3:6 >", "1/3 fist-to-five ended", ""},
		{"and all of them", "close > 5:4 >", "1/3 fist-to-five", "6 of 10 have not voted"},
		{"who abstains is counted too", "close > 5:4 abstain:6 >", "1/3 fist-to-five ended", ""},
		{"no more fingers than there are", "close > 6:4", "1/3 fist-to-five", "not a choice"},
		{"no fingers before the closing", "5:4", "1/3 situation", "not a choice"},
		{"back from the closing", "jump:3 > > x > > x > > > > > <", "3/3 lessons", ""},
		{"and to the last situation", "jump:3 > > x > > x > > > > <", "3/3 take-away", ""},
		{"the closing is gone to from anywhere", "> close", "1/3 lessons", ""},
		{"nothing is added at the closing", "close add:extra", "1/3 lessons", "at its closing"},
		{"nothing is left out at the closing", "close skip", "1/3 lessons", "nothing to leave out"},
		{"nothing is put to the vote there", "jump:2 close put:a", "2/3 lessons", "can't be put to the vote here"},
		{"what abstains has voted", toVote + "a:6 abstain:4 >", "1/3 spread", ""},
		{"hands and who abstains are no more than the room", toVote + "a:6 abstain:5", "1/3 vote", "6 hands and 5 who abstain in a room of 10, 1 too many"},
		{"fewer than nobody", toVote + "abstain:-1", "1/3 vote", "not possible"},
		{"add", "add:extra", "1/4 situation", ""},
		{"what is added comes next", "add:extra skip", "2/4 situation", ""},
		{"add at the end", "jump:3 add:extra skip", "4/4 situation", ""},
		{"add what is planned", "add:discuss", "1/3 situation", "planned twice"},
		{"add what there is not", "add:nothing", "1/3 situation", "not in the library"},
		{"add another country's", "add:irish", "1/3 situation", "not offered in the plan's country (UK)"},
		{"blank", "blank", "1/3 situation blank", ""},
		{"blank twice", "blank blank", "1/3 situation blank", "blank already"},
		{"a blank lasts over a step", "blank >", "1/3 think blank", ""},
		{"and is ended", "blank show", "1/3 situation", ""},
		{"a blank does not outlast a crash", "blank up:30", "1/3 situation", ""},
		{"pause where nothing runs", "pause", "1/3 situation", "nothing is being timed"},
		{"pause twice", "> pause pause", "1/3 think", "paused already"},
		{"run what runs", "> run", "1/3 think", "running already"},
		{"extend where nothing runs", "extend:60", "1/3 situation", "nothing is being timed"},
		{"extend by nothing", "> extend:0", "1/3 think", "one second to an hour"},
		{"another action of a rating", "jump:2 put:a", "2/3 situation", ""},
		{"no such action", "jump:2 put:z", "2/3 situation", "can't be put to the vote"},
		{"an action of what is not rated", "put:a", "1/3 situation", "can't be put to the vote"},
		{"another action after hands", "jump:2 > > 4:3 put:a", "2/3 vote", "set those counts to 0"},
		{"another action when they are set to 0", "jump:2 > > 4:3 4:0 put:a", "2/3 vote", ""},
		{"a rating takes four numbers", "jump:2 > > 4:1 3:2 2:3 1:4 >", "2/3 spread", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := open(t, "best", "rate", "discuss")
			err := r.press(c.keys)
			switch {
			case c.err == "" && err != nil:
				t.Errorf("refused: %v", err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("error %v, want one that says %q", err, c.err)
			}
			if got := r.stands(); got != c.want {
				t.Errorf("stands at %q, want %q", got, c.want)
			}
		})
	}
}

// TestARefusalSavesNothing: there is a fact for whatever changed, and none for what did not.
func TestARefusalSavesNothing(t *testing.T) {
	r := open(t, "best")
	if err := r.press("> > a:4 b:7"); err == nil || len(r.facts) != 4 || r.s.Hands() != 4 {
		t.Errorf("error %v, %d facts, %d hands", err, len(r.facts), r.s.Hands())
	}
}

func TestWhatTheRoomIsShownOfAVote(t *testing.T) {
	r := open(t, "best")
	shown := func() string {
		tally, ok := r.s.Spread()
		if !ok {
			return "hidden"
		}
		out := []string{}
		for _, b := range tally.Bars {
			out = append(out, strings.Repeat("b", b.Before)+strings.Repeat("a", b.After))
		}
		return strings.Join(out, "|") + " key " + r.s.Ballot().KeyLabels()
	}
	for _, c := range []struct{ keys, want string }{
		{"", "hidden"},
		{">", "hidden"},
		{">", "hidden"},
		{"a:7 c:3", "hidden"},
		{">", "bbbbbbb||bbb| key "},
		{">", "bbbbbbb||bbb| key "},
		{">", "hidden"},
		{"b:8 c:2", "hidden"},
		{">", "bbbbbbb|aaaaaaaa|bbbaa| key "},
		{"< <", "bbbbbbb||bbb| key "},
		{"> >", "bbbbbbb|aaaaaaaa|bbbaa| key "},
		{">", "bbbbbbb|aaaaaaaa|bbbaa| key b"},
		{">", "bbbbbbb|aaaaaaaa|bbbaa| key b"},
		{">", "bbbbbbb|aaaaaaaa|bbbaa| key b"},
	} {
		if err := r.press(c.keys); err != nil {
			t.Fatal(err)
		}
		if got := shown(); got != c.want {
			t.Errorf("at %s: %q, want %q", r.s.Step(), got, c.want)
		}
	}
	if r.s.TakeAway() != "The lesson." {
		t.Errorf("take-away is %q", r.s.TakeAway())
	}
}

// TestBallots is what each format is voted on, and which choices the key has.
func TestBallots(t *testing.T) {
	type ballot struct{ question, action, labels, key, reveal, first string }
	scenariostest.Each(t, map[string]ballot{
		"best":    {"Which is best?", "", "abcd", "b", "The answer", "Your name and role"},
		"choose":  {"Of the three best, which one are you surest of?", "", "abcdefgh", "a, d, f", "The answer", "Your name and role"},
		"rank":    {"What would you put first?", "", "abcde", "c", "First", "Your name and role"},
		"rate":    {"How appropriate is this?", "c", "4321", "3", "How appropriate", "very appropriate"},
		"discuss": {"Which position is closest to your own?", "", "abc", "", "The answer", "Your name and role"},
	}, func(t *testing.T, s *scenarios.Situation, want ballot) {
		b := s.Format.Ballot(s, s.Format.Contested(s))
		labels := ""
		for _, choice := range b.Choices {
			labels += choice.Label
			if !b.Has(choice.ID) {
				t.Errorf("%s is no choice of its own ballot", choice.ID)
			}
		}
		if got := (ballot{b.Question, b.Action, labels, b.KeyLabels(), b.Reveal, b.Choices[0].Text}); got != want {
			t.Errorf("voted on %q, want %q", got, want)
		}
		if b.Hidden().KeyLabels() != "" || b.KeyLabels() != want.key {
			t.Error("hiding the key changes the ballot itself, or leaves the key")
		}
	})
}

// TestEveryFormatIsLed: a situation of each format is voted on and shown to the room. Only what is unscored has no answer.
func TestEveryFormatIsLed(t *testing.T) {
	bank := scenariostest.Pack(t).Bank
	scenariostest.Each(t, map[string]string{
		"best": "Reveal: b", "choose": "Reveal: a, d, f", "rank": "Reveal: c", "rate": "Reveal: 3",
		"discuss": "There is no right answer: go through what speaks for and against each position.",
	}, func(t *testing.T, s *scenarios.Situation, want string) {
		plan, err := Build(bank, "One", guidance.UK, 30, Item{Situation: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		session, begun, err := Begin(bank, plan, 10, "id", "1.0.0", nine)
		if err != nil {
			t.Fatal(err)
		}
		r := &room{t: t, bank: bank, s: session, now: nine, facts: []Fact{begun}}
		choice := session.Ballot().Choices[0].ID
		if err := r.press("> > " + choice + ":10 > > > " + choice + ":10 > >"); err != nil {
			t.Fatal(err)
		}
		got := session.Notes(r.now).Cue
		if labels := session.Ballot().KeyLabels(); labels != "" {
			got = "Reveal: " + labels
		}
		if session.Step() != Reveal || got != want {
			t.Errorf("at %s: %q, want %q", session.Step(), got, want)
		}
	})
}

func TestNotesForTheFacilitator(t *testing.T) {
	r := open(t, "best", "discuss")
	if err := r.press("wait:30 > wait:60 > a:7"); err != nil {
		t.Fatal(err)
	}
	n := r.s.Notes(r.now)
	if n.Place != 1 || n.Of != 2 || n.Next != "How the room voted" || n.Ballot.KeyLabels() != "b" || n.NotVoted != 3 || n.Polls[0].Votes["a"] != 7 {
		t.Errorf("in the vote: %+v", n)
	}
	want := Argument{"b", "text b", "why b", "best answer"}
	if len(n.Arguments) != 4 || n.Arguments[1] != want || n.Arguments[0].Key != "" {
		t.Errorf("arguments %+v", n.Arguments)
	}
	if !slices.Equal(n.Prompts, []string{"Why?", "What else?"}) || n.Cites[0] != "source/b" || n.Lesson != "The lesson." {
		t.Errorf("prompts %v, cites %v, lesson %q", n.Prompts, n.Cites, n.Lesson)
	}
	for _, c := range []struct{ keys, next, cue string }{
		{"x > > x > > >", "Next situation: Title of discuss", "Read the line"},
		{"> > > x > > x >", "The guidance", "no right answer"},
		{"> >", "What we met", "Read the line"},
		{">", "Fist to five", "do one thing differently"},
		{">", "The end of the session", "a fist to five fingers"},
		{"x", "", "Thank the room"},
	} {
		if err := r.press(c.keys); err != nil {
			t.Fatal(err)
		}
		if n := r.s.Notes(r.now); n.Next != c.next || !strings.Contains(n.Cue, c.cue) {
			t.Errorf("at %s: next %q, cue %q", r.stands(), n.Next, n.Cue)
		}
	}
}

// TestWholeAgendasArePlayed goes through every step of every long agenda, with the real situations.
func TestWholeAgendasArePlayed(t *testing.T) {
	bank := library(t)
	for _, a := range Audiences() {
		for _, j := range guidance.Jurisdictions() {
			plan, err := Agenda(bank, a, j, 90)
			if err != nil {
				t.Fatal(err)
			}
			s, begun, err := Begin(bank, plan, 30, "id", "1.0.0", nine)
			if err != nil {
				t.Fatal(err)
			}
			r := &room{t: t, bank: bank, s: s, now: nine, facts: []Fact{begun}}
			for !s.HasEnded() {
				if s.Round() > 0 {
					votes := s.Ballot().Choices
					if err := r.press(votes[0].ID + ":20 " + votes[len(votes)-1].ID + ":10"); err != nil {
						t.Fatal(err)
					}
				}
				if err := r.press("wait:48 >"); err != nil {
					t.Fatal(err)
				}
			}
			again, err := Resume(bank, r.facts)
			if err != nil || !reflect.DeepEqual(again, s) {
				t.Errorf("%s %s: the facts come to another session, error %v", a, j, err)
			}
			closing, planned := 2*48*time.Second, time.Duration(plan.Planned())*time.Minute // the slot has minutes for the closing
			if len(s.Shifts()) != len(plan.Items) || s.Spent(r.now) != 91*48*time.Second || s.Drift(r.now) != s.Spent(r.now)-closing-planned {
				t.Errorf("%s %s: %d shifts, drift %v after %v", a, j, len(s.Shifts()), s.Drift(r.now), s.Spent(r.now))
			}
		}
	}
}
