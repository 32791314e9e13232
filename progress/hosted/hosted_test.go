package hosted_test

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"probity/progress"
	"probity/progress/folder"
	"probity/progress/hosted"
	"probity/progress/hosted/hostedtest"
	"probity/progress/journal"
	"probity/progress/journal/file"
	"probity/progress/journal/journaltest"
	"probity/progress/journal/memory"
	"probity/progress/journal/tables"
	"probity/scenarios/induction"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

var doctor = progress.Learner{Role: "doctor", Jurisdiction: "uk"}

// TestConformance: a record is a store of facts like any other, but that it is erased with whom it is about.
func TestConformance(t *testing.T) {
	journaltest.Test(t, func(*testing.T) journaltest.Journal {
		l, j := hostedtest.New(clock), memory.New(journaltest.Clock)
		return journaltest.Journal{Open: func(kinds journal.Kinds) journal.Store {
			r, err := hosted.Open(hosted.Options{Facts: j.Open(kinds), Beside: l.Beside, Now: clock})
			if err == nil {
				err = r.Create(doctor)
			}
			if err != nil {
				t.Fatal(err)
			}
			return r
		}}
	})
}

// append appends facts after whatever is there.
func appended(t testing.TB, r *hosted.Record, facts ...progress.Fact) {
	t.Helper()
	if _, err := r.Append(t.Context(), journal.Any, facts...); err != nil {
		t.Fatal(err)
	}
}

// begun is a learner with a record that holds facts.
func begun(t testing.TB, facts ...progress.Fact) (*hostedtest.Learner, *hosted.Record) {
	t.Helper()
	l := hostedtest.New(clock)
	r := l.Open(t)
	if err := r.Create(doctor); err != nil {
		t.Fatal(err)
	}
	appended(t, r, facts...)
	return l, r
}

// held are the facts of a record as text, without their numbers.
func held(t testing.TB, r journal.Store) (all []string) {
	t.Helper()
	named := map[progress.Target]string{}
	_, err := r.Read(context.Background(), 0, func(f progress.Fact) error {
		link, bare := progress.LinkOf(f)
		seq, at := progress.Stamp(f)
		text, err := tables.Encode(progress.Stamped(bare, 0, at))
		named[progress.Target{Table: f.Table(), Seq: seq}] = string(text)
		all = append(all, string(text)+" → "+named[link.Target])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestWhomARecordIsAbout is known to every window, and decided once.
func TestWhomARecordIsAbout(t *testing.T) {
	l := hostedtest.New(clock)
	first, second := l.Open(t), l.Open(t)
	if _, exists := first.Learner(); exists {
		t.Error("there is a record before it is made")
	}
	if err := first.Create(doctor); err != nil {
		t.Fatal(err)
	}
	if err := second.Create(progress.Learner{Role: "student", Jurisdiction: "ie"}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v", err)
	}
	for _, r := range []*hosted.Record{first, second, l.Open(t)} {
		if got, exists := r.Learner(); !exists || got != doctor {
			t.Errorf("it is about %v, %v", got, exists)
		}
	}
}

// TestWhatIsErasedIsGone, and a window that was open does not bring any of it back.
func TestWhatIsErasedIsGone(t *testing.T) {
	l, r := begun(t, progress.Setting{Name: "theme"}, progress.Reflection{Text: "what I thought"})
	if err := r.WriteBeside(folder.CertificateDraft, []byte("draft")); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Pseudonym(""); err != nil {
		t.Fatal(err)
	}
	if err := r.Sessions().New("20261122-120000-abcd").Append(t.Context(), journal.Any, induction.Began{ID: "20261122-120000-abcd", At: noon}); err != nil {
		t.Fatal(err)
	}
	other := l.Open(t)
	all, err := r.Belongings()
	if err != nil || len(all) != 4 {
		t.Errorf("there are %v, %v", all, err)
	}
	if removed, err := r.EraseAll(); err != nil || len(removed) != len(all) {
		t.Errorf("%v is removed: %v", removed, err)
	}
	if left := l.Beside.Entries(); len(left) > 0 || len(held(t, l.Open(t))) > 0 {
		t.Errorf("left are %v", left)
	}
	if _, err := other.Append(t.Context(), journal.Any, progress.Setting{Name: "theme"}); err == nil {
		t.Error("a fact came after all was erased")
	}
	if err := other.WriteBeside(folder.CertificateDraft, []byte("draft")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a draft came after all was erased: %v", err)
	}
	if err := r.Create(doctor); err != nil || len(l.Beside.Entries()) != 1 {
		t.Errorf("beginning again: %v", err)
	}
}

// TestAReflectionIsForgottenWithWhatQuotesIt, and a file that holds it still does not bring it back.
func TestAReflectionIsForgottenWithWhatQuotesIt(t *testing.T) {
	first := progress.Reflection{Scenario: "x", Text: "I should have waited for the consultant", At: noon}
	l, r := begun(t, first, progress.Reflection{Scenario: "x", Text: "second", Replaces: 1, At: noon}, progress.Reflection{Scenario: "y", Text: "another", At: noon})
	text := exported(t, r)
	draft := "what = \"I should have waited for the consultant, and did not.\""
	if err := r.WriteBeside(folder.CertificateDraft, []byte(draft)); err != nil {
		t.Fatal(err)
	}
	h, err := r.History()
	if err != nil {
		t.Fatal(err)
	}
	if left, err := r.ForgetReflection(h.Reflections()[0]); err != nil || left.Message() != "" {
		t.Fatalf("%v, %v", left, err)
	}
	if got := strings.Join(held(t, l.Open(t)), ""); strings.Contains(got, "consultant") || strings.Contains(got, "second") || !strings.Contains(got, "another") {
		t.Errorf("the record holds %s", got)
	}
	if slices.Contains(l.Beside.Entries(), folder.CertificateDraft) {
		t.Error("a draft that quotes it is there still")
	}
	u, err := r.Merge("progress.toml", text)
	if err != nil || u.Erased != 2 || u.New != 0 {
		t.Errorf("merging it again: %+v, %v", u.Merged, err)
	}
}

// exported is a record as a file.
func exported(t testing.TB, r *hosted.Record) []byte {
	t.Helper()
	whose, _ := r.Learner()
	text := tables.EncodeHead(tables.Head{Schema: tables.Schema, Learner: whose})
	_, err := r.Read(context.Background(), 0, func(f progress.Fact) error {
		one, err := tables.Encode(f)
		text = append(text, one...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestAStoreThatDoesNotAnswer is said in a clinician's words, and what was to be saved is the caller's.
func TestAStoreThatDoesNotAnswer(t *testing.T) {
	l, r := begun(t)
	l.Beside.Away = func() error { return errors.New("nats: no responders") }
	for name, called := range map[string]string{folder.CertificateDraft: "draft", folder.SigningKey: "signing key"} {
		err := r.WriteBeside(name, nil)
		var unsaved *file.NotSavedError
		const why = " has not been saved: the server could not be asked for your record. What was saved before is safe. Wait a moment, then try again."
		if !errors.As(err, &unsaved) || unsaved.Message() != "Your "+called+why {
			t.Errorf("it says %v", err)
		}
	}
	if _, err := hosted.Open(hosted.Options{Facts: l.Facts.Open(nil), Beside: l.Beside, Now: clock}); !errors.As(err, new(*hosted.UnreachedError)) {
		t.Errorf("opening says %v", err)
	}
}

// away is a cause that says for itself what happened.
type away struct{ error }

// Happened says it as the end of a sentence.
func (away) Happened() string { return "one of the servers is away. Wait until it is back" }

// TestACauseThatKnowsMoreIsSaid in the place of an answer that did not come.
func TestACauseThatKnowsMoreIsSaid(t *testing.T) {
	l, r := begun(t)
	l.Beside.Away = func() error { return away{errors.New("a copy is not there")} }
	_, err := r.EraseAll()
	var said *folder.NotDoneError
	if !errors.As(err, &said) || said.Message() != "Not everything was erased: one of the servers is away. Wait until it is back, then try again." {
		t.Errorf("erasing says %v", err)
	}
	var unreached *hosted.UnreachedError
	_, err = hosted.Open(hosted.Options{Facts: l.Facts.Open(nil), Beside: l.Beside, Now: clock})
	if !errors.As(err, &unreached) || unreached.Message() != "Your record cannot be had: one of the servers is away. Wait until it is back, then try again." {
		t.Errorf("opening says %v", err)
	}
}

// scattered is a place of which a copy is away.
type scattered struct{ *hostedtest.Place }

// Whole says so.
func (scattered) Whole(context.Context) error { return away{errors.New("a copy is not there")} }

// TestAReflectionIsNotForgottenWhileACopyIsAway, which would keep it: that is said, and all is as it was.
func TestAReflectionIsNotForgottenWhileACopyIsAway(t *testing.T) {
	l, _ := begun(t, progress.Reflection{Scenario: "x", Text: "what I thought", At: noon})
	r, err := hosted.Open(hosted.Options{Facts: l.Facts.Open(journal.KindsOf(progress.Kinds()...)), Beside: scattered{l.Beside}, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	h, err := r.History()
	if err != nil {
		t.Fatal(err)
	}
	before := l.Beside.Entries()
	_, err = r.ForgetReflection(h.Reflections()[0])
	var said *folder.NotForgottenError
	if !errors.As(err, &said) || !strings.Contains(said.Message(), "one of the servers is away. Wait until it is back, then try again.") {
		t.Errorf("it is said: %v", err)
	}
	if got := held(t, l.Open(t)); len(got) != 1 || !slices.Equal(l.Beside.Entries(), before) {
		t.Errorf("the record holds %q, and beside it are %q", got, l.Beside.Entries())
	}
}
