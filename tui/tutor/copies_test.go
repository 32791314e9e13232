package tutor

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"probity/guidance/owncopy"
	"probity/progress/certificate"
	"probity/progress/folder"
)

// kept is a copy of a source of the small pack, with a paragraph for one clause.
func kept(source, clause, text string) *owncopy.Copy {
	return &owncopy.Copy{Source: source, File: "mine.txt", Imported: starting().now, Paragraphs: []owncopy.Paragraph{
		{Clause: clause, Match: owncopy.Reworded, Text: text},
	}}
}

func TestACopyIsKeptShownAndForgotten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	tutor := open(t, dir, small(t))
	c, _ := tutor.Library.Pack().Guidance.Clause("new/1")
	before := tutor.Copies.Extract(c)
	if err := errors.Join(tutor.Copies.Keep(kept("new", "new/1", "First.")), tutor.Copies.Keep(kept("new", "new/1", "Who you are."))); err != nil {
		t.Fatal(err)
	}
	if tutor.Record.Exists() {
		t.Error("a copy made a record")
	}
	tutor.Copies.Read().Do()
	if got := tutor.Copies.Extract(c); !strings.HasPrefix(got, before) || !strings.Contains(got, "> Who you are.") {
		t.Errorf("the extract is %q", got)
	}
	if err := tutor.Copies.Forget("new"); err != nil {
		t.Fatal(err)
	}
	tutor.Copies.Read().Do()
	if got := tutor.Copies.Extract(c); got != before || !tutor.Copies.All().None() {
		t.Errorf("after forgetting, the extract is %q", got)
	}
}

// TestOnlyACopyIsForgotten holds that no other file can be named.
func TestOnlyACopyIsForgotten(t *testing.T) {
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	if err := tutor.Copies.Keep(kept("new", "new/1", "Who you are.")); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(dir, "progress.toml")
	if err := os.WriteFile(outside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{"../progress", outside, "old", "", "new.toml"} {
		if err := tutor.Copies.Forget(source); err == nil {
			t.Errorf("%q was forgotten", source)
		}
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}

// TestACopyThatCannotBeReadIsLeftOut holds that the others are there, and that it is said once.
func TestACopyThatCannotBeReadIsLeftOut(t *testing.T) {
	needsFiles(t, "a file that cannot be read")
	dir := t.TempDir()
	tutor := open(t, dir, small(t))
	if err := errors.Join(tutor.Copies.Keep(kept("new", "new/1", "Who you are.")), tutor.Copies.Keep(kept("old", "old/1", "Names."))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, folder.DocumentFolder, "old.toml"), []byte("schema = 99"), 0o600); err != nil {
		t.Fatal(err)
	}
	tutor.Copies.Read().Do()
	if got := tutor.Copies.All(); got.Copies["new"] == nil || got.Copies["old"] != nil || got.Unread["old"] == nil {
		t.Errorf("there is %v", got)
	}
	said := func(n string) bool { return strings.Contains(n, "A copy of yours could not be read") }
	if !slices.ContainsFunc(tutor.Notices(), said) || slices.ContainsFunc(tutor.Notices(), said) {
		t.Error("it was not said once")
	}
}

// TestCertificatesSayWhichCopiesWereOwn holds that they say it of what was cited alone.
func TestCertificatesSayWhichCopiesWereOwn(t *testing.T) {
	tutor := open(t, t.TempDir(), small(t))
	if err := tutor.Copies.Keep(kept("new", "new/1", "Who you are.")); err != nil {
		t.Fatal(err)
	}
	work := Certifiable{Work: certificate.Work{Situations: []string{"a-thread"}, From: starting().now, To: starting().now}}
	for _, own := range []bool{false, true} {
		if own {
			tutor.Copies.Read().Do()
		}
		relied := tutor.Certificates.Evidence(work).Guidance
		if len(relied) != 1 || relied[0].OwnCopy != own {
			t.Errorf("with the copy read (%v), what was relied on is %+v", own, relied)
		}
	}
}
