package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/certificate"
	"probity/progress/folder"
	"probity/progress/journal/file"
	"probity/tui/prose"
)

func TestADraftKeepsWhoAndNotWhatWasWrittenOfOtherWork(t *testing.T) {
	tutor := knowing(t, Options{}, ago(60, "a-request", 1, 0), progress.Reflection{Scenario: "a-request", Text: "I answered too fast."})
	work := tutor.Certificates.Certifiables()[0]
	own := certificate.Own{
		Name: "Siobhán Ní Dhomhnaill", Registration: "123456", Hours: 2, Change: "Less of it.", Reflection: certificate.Reflection{What: "Much."},
		Facilitated: &certificate.Facilitated{Facilitator: "A", Place: "B", Size: 3},
	}
	earlier := certificate.Draft{For: work.Name, Own: own}
	if got := tutor.Certificates.StartDraft(work, earlier); got != earlier {
		t.Errorf("a draft of the same work becomes %+v", got)
	}
	want := certificate.Own{Name: own.Name, Registration: own.Registration, Reflection: certificate.Reflection{
		What: "I worked through 1 situation on the professional use of social media.",
	}}
	got := tutor.Certificates.StartDraft(work, certificate.Draft{For: "month", Own: own})
	if got != (certificate.Draft{For: "year", Own: want}) || tutor.Certificates.Quotable(work) != 1 {
		t.Errorf("a draft of other work becomes %+v", got)
	}
	want.Reflection.SoWhat = "A request after clinic: I answered too fast."
	from := tutor.Record.History().Reflections()[0].ID()
	if got = tutor.Certificates.Quoting(work, got); got != (certificate.Draft{For: "year", From: from, Own: want}) {
		t.Errorf("with what was written at the time it is %+v", got)
	}
}

// A draft does not bring back a reflection that another window erased.
func TestADraftOfAnErasedReflectionIsNotKept(t *testing.T) {
	needsFiles(t, "drafts that are erased with what they quote")
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	tutor.Record.save(progress.Reflection{Scenario: "a-request", Text: "I answered too fast, and said so to the family."})
	if err := tutor.Flush(); err != nil {
		t.Fatal(err)
	}
	written := tutor.Record.History().Reflections()[0]
	draft := certificate.Draft{For: "month", From: written.ID(), Own: certificate.Own{Change: "In quite other words."}}
	tutor.Certificates.KeepDraft(draft)
	flush(t, tutor)
	if done := open(t, dir, small(t)).Record.Forget(written).Do(); done.Err != nil {
		t.Fatal(done.Err)
	}
	if got := tutor.Certificates.ReadDraft().Do(); got.Draft != (certificate.Draft{}) {
		t.Errorf("the draft is still there: %+v", got)
	}
	t.Chdir(t.TempDir())
	if done := tutor.Certificates.Export(Export{From: draft.From, Format: "md"}).Do(); !errors.Is(done.Err, errExportsErased) {
		t.Errorf("it is exported all the same: %+v", done)
	}
	tutor.Certificates.KeepDraft(draft)
	if err := tutor.Flush(); err == nil {
		t.Error("the draft was kept again")
	}
	if got := tutor.Certificates.ReadDraft().Do(); got.Draft != (certificate.Draft{}) {
		t.Errorf("the draft is back: %+v", got)
	}
}

// sealed is a file with nothing beside it that can be written.
type sealed struct{ File }

func (sealed) WriteBeside(string, []byte) error {
	return &file.NotSavedError{What: "draft", Err: errFull}
}

// TestADraftThatIsNotSavedIsTheDraftOfThisRun: whoever comes back has it, it is tried again, and leaving names it as lost.
func TestADraftThatIsNotSavedIsTheDraftOfThisRun(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	meet(t, tutor, "a-request")
	there := tutor.Record.file
	tutor.Record.file = sealed{there}
	draft := certificate.Draft{For: "month", Own: certificate.Own{Name: "Dr Bea", Change: "Less of it."}}
	tutor.Certificates.KeepDraft(certificate.Draft{For: "month"})
	tutor.Certificates.KeepDraft(draft)
	if err := tutor.Flush(); !errors.Is(err, errFull) {
		t.Errorf("saving it says %v", err)
	}
	if got := tutor.Certificates.ReadDraft().Do(); got.Draft != draft || !tutor.Troubled() {
		t.Errorf("the draft is %+v, and whether something is not saved is %v", got, tutor.Troubled())
	}
	const asked = "The draft of a certificate is not saved yet. ctrl+c again leaves all the same, and it is lost."
	if got := tutor.Leaving("ctrl+c", false); got != asked {
		t.Errorf("leaving asks %q", got)
	}
	if got := prose.Worded(tutor.Leave()); !strings.HasPrefix(got, "Not saved: the draft of a certificate. ") || !strings.HasSuffix(got, " It is lost.") {
		t.Errorf("leaving says %q", got)
	}
	tutor.Record.file = there
	if err := tutor.Leave(); err != nil || tutor.Troubled() || tutor.Leaving("ctrl+c", false) != "" {
		t.Errorf("once it can be saved leaving says %v", err)
	}
	if got := tutor.Certificates.ReadDraft().Do(); got.Draft != draft {
		t.Errorf("the draft that is saved is %+v", got)
	}
}

func TestADraftSurvivesTheRun(t *testing.T) {
	needsFiles(t, "the text of a draft")
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	meet(t, tutor, "a-request")
	draft := certificate.Draft{For: "month", Own: certificate.Own{Name: "Nguyễn Thị Ánh", Change: "One line.\nAnother."}}
	tutor.Certificates.KeepDraft(draft)
	flush(t, tutor)
	if got := open(t, dir, small(t)).Certificates.ReadDraft().Do(); got.Draft != draft {
		t.Errorf("in another run the draft is %+v", got)
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(folder.CertificateDraft)), []byte("for = ["), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := open(t, dir, small(t)).Certificates.ReadDraft().Do(); got.Draft != (certificate.Draft{}) {
		t.Errorf("a damaged draft is read as %+v", got)
	}
	other := open(t, dir, small(t))
	other.Certificates.KeepDraft(draft)
	if err := other.Flush(); err == nil || tutor.Certificates.ReadDraft().Do().Err == nil {
		t.Error("a damaged draft is written over")
	}
	tutor.Record.disableSaving()
	tutor.Certificates.KeepDraft(draft)
	if got := tutor.Certificates.ReadDraft().Do(); tutor.Flush() != nil || got.Draft != (certificate.Draft{}) {
		t.Errorf("where nothing is kept there is a draft: %+v", got)
	}
}
