package guidance

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"probity/tui/screen"
	"probity/tui/screen/screentest"
	"probity/tui/tutor"
)

// shelved is the screen at the shelf.
func shelved(t *testing.T) *screentest.Driver {
	t.Helper()
	d := screentest.New(t, screentest.Doctor)
	return d.Show(New(d.Env, screen.ToGuidance{}))
}

func TestTheShelfHasDocumentsAndTopics(t *testing.T) {
	shelved(t).Titled("Guidance").Sees("Documents", "UK and Ireland").Keys("end").Sees("Topics", "Boundaries")
}

func TestAClauseSaysHowItIsQuoted(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, screen.ToGuidance{Clause: "old/1"})).Sees("Its id, to quote or to search for: old/1", "Now: ")
}

func TestEscGoesBackTheWayOneCame(t *testing.T) {
	d := shelved(t)
	first := d.View()
	d.Keys("enter").Sees("Extracts last checked").Keys("enter").Sees("Its id").Keys("esc").Sees("Extracts last checked").Keys("esc")
	if d.View() != first {
		t.Errorf("back is not where it was:\n%s", d.View())
	}
	d.Requests().Keys("esc").Requests(screen.Close{})
}

func TestLettersAreTextWhileOneSearches(t *testing.T) {
	d := shelved(t).Keys("/")
	if !d.Typing() {
		t.Fatal("letters are keys")
	}
	d.Write("zzzz").Sees("Search: zzzz", "Nothing found").Keys("esc").Lacks("Search:").Requests()
	if d.Typing() {
		t.Error("letters are still text")
	}
}

func TestAPasteTooLongToSearchForIsCutAndThatIsSaid(t *testing.T) {
	long := make([]rune, 200)
	for i := range long {
		long[i] = 'x'
	}
	shelved(t).Keys("/").Send(tea.PasteMsg{Content: string(long)}).Sees("the rest was left out")
}

func TestASituationThatTeachesAClauseIsPractised(t *testing.T) {
	d := screentest.New(t, screentest.Doctor)
	d.Show(New(d.Env, screen.ToGuidance{Clause: "new/2"})).Keys("end").Sees("Situations that teach it", "practise it").Keys("enter")
	requested := d.Requested()
	if len(requested) != 1 {
		t.Fatalf("requested are %v", requested)
	}
	open, _ := requested[0].(screen.Open)
	if to, ok := open.To.(screen.ToPractice); !ok || open.Replace || to.Ask.Only == "" || to.Ask != (tutor.Selection{Only: to.Ask.Only}) {
		t.Errorf("requested is %#v", requested[0])
	}
}
