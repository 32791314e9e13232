package agenda

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/guidance"
	"probity/scenarios/induction"
	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

func parts(t *tutor.Tutor) Parts {
	return Parts{Clock: t.Clock, Library: t.Library, Profile: t.Profile, Rooms: t.Rooms}
}

// planning is the screen for a doctor in the UK.
func planning(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	return d.Resize(80, 40).Show(New(d.Env, parts(d.Tutor), screen.ToAgenda{}))
}

// readyMade is the screen with the agendas of the built-in library.
func readyMade(t *testing.T, learner tutor.Learner) *screentest.Driver {
	t.Helper()
	d := screentest.Builtin(t, learner)
	return d.Resize(80, 60).Show(New(d.Env, parts(d.Tutor), screen.ToAgenda{}))
}

// toRoom is the room that is requested in place of the screen.
func toRoom(t *testing.T, d *screentest.Driver) screen.ToRoom {
	t.Helper()
	to, replaces := screentest.Opened[screen.ToRoom](d)
	if !replaces {
		t.Error("the plan stays below the session")
	}
	return to
}

func TestAgendasAreThereForEachAudienceAndSlot(t *testing.T) {
	d := readyMade(t, screentest.Doctor).Titled("Induction").Sees("Foundation doctors, United Kingdom", "15 minutes", "› ", "45 minutes", "90 minutes", "Students, United Kingdom")
	d.Keys("enter").Sees("In the plan: ", " of 45 minutes").Keys("b").Write("24").Keys("enter")
	if to := toRoom(t, d); to.People != 24 || len(to.Plan.Items) == 0 || to.Plan.Minutes != 45 || to.Plan.Jurisdiction != guidance.UK {
		t.Errorf("requested is %+v", to)
	}
}

// TestAgendasOfEveryCountry: the learner's own come first, and the cursor is at their usual slot.
func TestAgendasOfEveryCountry(t *testing.T) {
	for _, c := range []struct {
		learner       tutor.Learner
		first, second string
	}{
		{screentest.Doctor, "Foundation doctors, United Kingdom", "Interns, Ireland"},
		{screentest.Student, "Interns, Ireland", "Foundation doctors, United Kingdom"},
	} {
		d := screentest.Builtin(t, c.learner).Resize(80, 120)
		s := New(d.Env, parts(d.Tutor), screen.ToAgenda{})
		d.Show(s).Sees(c.first, c.second, "› 45 minutes")
		if at, after := strings.Index(d.View(), c.first), strings.Index(d.View(), c.second); at > after {
			t.Errorf("%s does not come first", c.first)
		}
		if country, ok := s.Country(); !ok || !strings.HasSuffix(c.first, country.Name()) {
			t.Errorf("the screen is about %s: %v", country, ok)
		}
		d.Keys("enter").Sees("In the plan")
		if country, _ := s.Country(); !strings.HasSuffix(c.first, country.Name()) {
			t.Errorf("the plan is of %s", country)
		}
	}
}

func TestAPlanIsBuilt(t *testing.T) {
	d := planning(t).Keys("b b").Sees("there is nothing to discuss").Keys("down down down down down down space space").Sees("In the plan: 14 of 45 minutes")
	d.Keys("k k k k k k k +").Sees("50 minutes").Keys("j j j j j + +").Sees("In the plan: 16 of 50 minutes", "9 min")
	d.Keys("J").Sees("2  ").Keys("space").Sees("In the plan: 7 of 50 minutes").
		Keys("+").Sees("Only what is in the plan has minutes")
}

// builtOf is a plan of one situation, on the screen.
func builtOf(t *testing.T) *screentest.Driver {
	t.Helper()
	return planning(t).Keys("b down down down down down down space")
}

func TestARoomIsOpenedForAsManyAsThereAre(t *testing.T) {
	d := builtOf(t).Keys("b").Sees("How many people are in the room?")
	if !d.Typing() {
		t.Error("digits are keys")
	}
	d.Write("many").Keys("enter").Sees("is not a number").Keys("ctrl+u").Lacks("is not a number").Write("1").Keys("enter").Sees("2 to 500").Requests()
	d.Keys("backspace").Write("9").Keys("enter")
	if to := toRoom(t, d); to.People != 9 || len(to.Plan.Items) != 1 {
		t.Errorf("requested is %+v", to)
	}
}

func TestAPlanIsSavedAndBroughtAlong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	d := builtOf(t).Keys("w " + strings.Repeat("backspace ", len("induction.toml"))).Write(path).Keys("enter").Sees("The plan is written to")
	d.Keys("esc f").Write(path).Keys("enter").Sees("In the plan: 7 of 45 minutes")
	d.Keys("esc f").Write(path + "x").Keys("enter").Sees("there is no file")
	if err := os.WriteFile(path, []byte("schema = 1\ntitle = \"x\"\njurisdiction = \"fr\"\nminutes = 45\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Keys("f").Write(path).Keys("enter").Sees("jurisdiction", "there is nothing to discuss")
}

func TestEscGoesBackFromThePlanToTheAgendas(t *testing.T) {
	builtOf(t).Keys("esc").Sees("Build a plan").Requests().Keys("esc").Requests(screen.Close{})
}

func TestAPlanThatWasBroughtAlongIsAllThereIs(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	plan := induction.Plan{Title: "A first Monday", Jurisdiction: "uk", Minutes: 45, Items: []induction.Item{{Situation: "a-request", Minutes: 7}}}
	d.Show(New(d.Env, parts(d.Tutor), screen.ToAgenda{Plan: &plan})).Sees("A first Monday", "In the plan: 7 of 45 minutes").Keys("esc").Requests(screen.Close{})
}

// TestADamagedSessionStopsNobody: it is named, and another can be begun.
func TestADamagedSessionStopsNobody(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "sessions"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "sessions", "x.toml"), []byte("schema = 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := screentest.In(t, dir, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToAgenda{})).Sees("sessions/x.toml", "Mend", "b  Build a plan").Lacks("Carry on") // no more of the sentence: where its lines break depends on the path
}

// led is a session of one situation that is being led, and the driver of its window.
func led(t *testing.T) (*screentest.Driver, *tutor.Room) {
	t.Helper()
	d := builtOf(t).Keys("b").Write("9").Keys("enter")
	to := toRoom(t, d)
	room, err := d.Tutor.Rooms.Begin(to.Plan, to.People)
	if err == nil {
		err = d.Tutor.Flush()
	}
	if err != nil {
		t.Fatal(err)
	}
	return d, room
}

// carriesOn fails unless the session is requested.
func carriesOn(t *testing.T, d *screentest.Driver, room *tutor.Room) {
	t.Helper()
	if to := toRoom(t, d); to.Room == nil || to.Room.Session().ID() != room.Session().ID() {
		t.Errorf("requested is %+v", to)
	}
}

func TestASessionThatWasLeftComesFirst(t *testing.T) {
	d, room := led(t)
	room.Leave()
	d.Close()
	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env, parts(again.Tutor), screen.ToAgenda{})).Sees("› c  Carry on: Induction", "1 of 1, The situation", "begun 22 November 2026")
	carriesOn(t, again.Keys("c"), room)
}

func TestASessionThatWasLeftAtItsClosingSaysSo(t *testing.T) {
	d, room := led(t)
	if err := room.Do((*induction.Session).Close); err != nil {
		t.Fatal(err)
	}
	room.Leave()
	d.Close()
	again := screentest.In(t, d.Dir, screentest.Doctor)
	again.Show(New(again.Env, parts(again.Tutor), screen.ToAgenda{})).Sees("the closing, What we met").Lacks("1 of 1")
}

// TestASessionLedElsewhereIsRefused until it is left there.
func TestASessionLedElsewhereIsRefused(t *testing.T) {
	d, room := led(t)
	other := screentest.In(t, d.Dir, screentest.Doctor)
	other.Show(New(other.Env, parts(other.Tutor), screen.ToAgenda{})).Keys("c").Sees("This session is running in another Probity window").Requests()
	room.Leave()
	d.Close()
	carriesOn(t, other.Keys("c"), room)
}

func TestNothingIsPlannedBeforeTheLibraryIsThere(t *testing.T) {
	d := screentest.Early(t, t.TempDir(), screentest.Doctor)
	s := New(d.Env, parts(d.Tutor), screen.ToAgenda{})
	d.Show(s).Titled("Induction").Lacks("Build a plan").Keys("b o enter").Requests().Offers("back").Denies("choose")
	if _, ok := s.Country(); ok {
		t.Error("it is about a country")
	}
	d.Ready().Sees("b  Build a plan").Offers("choose")
	if c, ok := s.Country(); !ok || c != guidance.UK {
		t.Errorf("the country is %s, %v", c, ok)
	}
}

// TestAPlanForARoomOfSoManyIsBegunAtOnce: nothing is left to ask, unless it can't be begun.
func TestAPlanForARoomOfSoManyIsBegunAtOnce(t *testing.T) {
	plan := induction.Plan{Title: "A first Monday", Jurisdiction: guidance.Ireland, Minutes: 45, Items: []induction.Item{{Situation: "a-thread", Minutes: 7}}}
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, parts(d.Tutor), screen.ToAgenda{Plan: &plan, People: 30}))
	if to := toRoom(t, d); to.People != 30 || to.Plan.Title != plan.Title || to.Plan.Jurisdiction != guidance.Ireland {
		t.Errorf("requested is %+v", to)
	}
	d = screentest.New(t, screentest.Doctor)
	s := New(d.Env, parts(d.Tutor), screen.ToAgenda{Plan: &plan, People: 501})
	d.Show(s).Sees("2 to 500", "A first Monday").Requests().Keys("b").Sees("2 to 500").Requests()
	if c, _ := s.Country(); c != guidance.Ireland {
		t.Errorf("the country is %s, and not the plan's", c)
	}
}

// TestAPlanOffersWhatItsCountryDoes, whatever the learner's own.
func TestAPlanOffersWhatItsCountryDoes(t *testing.T) {
	planning(t).Keys("b").Sees("A request after clinic", "A thread about a vaccine", "Two views of a pen name").Lacks("A name under an answer")
	planning(t).Keys("b down down down enter").Sees("A name under an answer", "A thread about a vaccine").Lacks("A request after clinic")
}

func TestWhatIsInThePlanIsOfferedNoMore(t *testing.T) {
	for _, taken := range []string{"space", "enter"} {
		d := planning(t).Keys("b down down down down down down "+taken).Sees(" 1  A request after clinic", "7 min")
		if strings.Count(d.View(), "A request after clinic") != 1 {
			t.Errorf("it is in the plan and offered too:\n%s", d.View())
		}
		d.Keys("up " + taken).Sees("·  A request after clinic").Lacks("In the plan")
	}
}

// TestMinutesHaveTheirLeast: a situation takes one at least, and a slot five.
func TestMinutesHaveTheirLeast(t *testing.T) {
	d := builtOf(t).Keys("up - -").Sees("In the plan: 5 of 45 minutes").Keys(strings.Repeat("- ", 8)).Sees("In the plan: 1 of 45 minutes", "1 min")
	d.Keys("up up up up up").Keys(strings.Repeat("- ", 12)).Sees("In the plan: 1 of 5 minutes")
}

// TestTheOrderIsChanged within the plan and not past its ends; what is not in it has no place.
func TestTheOrderIsChangedWithinThePlan(t *testing.T) {
	const request, order = " 1  A request after clinic", " 1  An order of replies"
	d := planning(t).Keys("b down down down down down down space space").Sees(request, " 2  An order of replies")
	d.Keys("up K").Sees("› "+order).Keys("K").Sees(order).Keys("J").Sees(request, "›  2  An order of replies").Keys("J").Sees(request)
	d.Keys("down J K").Sees(request, " 2  An order of replies")
}

// TestAPlanLongerThanItsSlotIsNeitherBegunNorSaved: what to do is said.
func TestAPlanLongerThanItsSlotIsNeitherBegunNorSaved(t *testing.T) {
	d := builtOf(t).Keys("k k k k k k").Keys(strings.Repeat("- ", 8)).Sees("In the plan: 7 of 5 minutes")
	for _, k := range []string{"b", "w"} {
		if d.Keys(k).Sees("the items take 7", "take 2 away from the items, or lengthen the slot").Requests(); d.Typing() {
			t.Errorf("%s asks for more", k)
		}
	}
}

func TestAPlanIsNeverSavedOverAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	builtOf(t).Keys("w " + strings.Repeat("backspace ", len("induction.toml"))).Write(path).Keys("enter").Sees("is there already")
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Errorf("the file has become\n%s", text)
	}
}

// TestAQuestionIsLeftWithoutAnAnswer: by esc, or by saying nothing.
func TestAQuestionIsLeftWithoutAnAnswer(t *testing.T) {
	for _, k := range []string{"esc", "enter"} {
		d := builtOf(t).Keys("b esc").Sees("In the plan").Requests()
		if d.Keys("esc f " + k).Sees("Build a plan").Lacks("!"); d.Typing() {
			t.Errorf("after %s letters are still text", k)
		}
	}
}

// TestNoSessionBeginsWithoutPeople: enter that says nothing is told what is missing, and begins nothing.
func TestNoSessionBeginsWithoutPeople(t *testing.T) {
	d := builtOf(t).Keys("b").Offers("begin").Keys("enter").Sees("Type how many people are in the room").Requests()
	if !d.Typing() {
		t.Error("the question is gone")
	}
}

func TestKeysAreThoseThatWorkNow(t *testing.T) {
	d := planning(t).Offers("choose").Offers("back").Denies("begin")
	d.Keys("b").Offers("begin").Offers("back").Offers("look at the situation").Denies("choose").Keys("f").Sees("The slot")
}

// TestALongAgendaIsReadInASmallWindow: to its end, and the cursor stays in sight.
func TestALongAgendaIsReadInASmallWindow(t *testing.T) {
	d := readyMade(t, screentest.Doctor).Resize(40, 12).Keys("home").More(false, true).Keys("end").More(true, false).Sees("f  A plan from a file")
	d.Keys("b down down down down down").Sees("› w  Save to a file")
}
