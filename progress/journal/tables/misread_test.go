package tables

import (
	"strings"
	"testing"

	"probity/progress"
	"probity/progress/journal"
)

// TestDamageIsSaidPlainly: to a learner it is said without what files are made of.
func TestDamageIsSaidPlainly(t *testing.T) {
	kinds := journal.KindsOf(progress.Kinds()...)
	for text, want := range map[string]string{
		"[[answer]]\nseq = 1\nmarks = \"\"\"\n":              "an entry breaks off",
		"[[answer]]\nseq = = 1\nat = 2026-11-22T09:30:00Z\n": "an entry was changed, and is no longer as Probity writes it",
		"[[answer]]\nat = 2026-11-22T09:30:00Z\n":            "an entry was changed, and is no longer as Probity writes it",
		"[[answer]]\nseq = 1\nat = 15:41:00\n":               "an entry was changed, and is no longer as Probity writes it",
		"[[answer]]\nseq = 1\n\x00\n":                        "there is something that is no text, as a computer leaves that stops while it writes",
	} {
		_, _, err := decodeFact(kinds, []byte(text))
		if err == nil || Plain(err) != want {
			t.Errorf("of %q: %v, plainly %q", text, err, Plain(err))
		}
	}
	_, err := DecodeHead(kinds, []byte("schema = 1\n\n[learner]\nrole = "))
	if err == nil || !strings.HasPrefix(Plain(err), "the beginning ") || strings.Contains(Plain(err), "TOML") {
		t.Errorf("of the beginning: %v, plainly %q", err, Plain(err))
	}
	for _, head := range []string{"title = \"Monday\"\n", "schema = 1\n"} { // what a record begins with is for whoever mends it
		if _, err := DecodeHead(nil, []byte(head)); err == nil || Plain(err) != "the beginning was changed, and is no longer as Probity writes it" || err.Error() == Plain(err) {
			t.Errorf("of %q: %v, plainly %q", head, err, Plain(err))
		}
	}
}

// TestAKeyInTwoSpellingsIsDamage: which of the two is read would be left to chance.
func TestAKeyInTwoSpellingsIsDamage(t *testing.T) {
	kinds := journal.KindsOf(progress.Kinds()...)
	const text = "[[answer]]\nseq = 1\nmarks = 1\nMarks = 4\nat = 2026-11-22T09:30:00Z\n"
	if _, _, err := decodeFact(kinds, []byte(text)); err == nil || !strings.Contains(err.Error(), `"Marks" stands beside "marks", and is the same`) {
		t.Errorf("read as %v", err)
	}
	if _, _, err := decodeFact(kinds, []byte(strings.Replace(text, "marks = 1\n", "", 1))); err != nil {
		t.Errorf("in one spelling, whichever, it is %v", err)
	}
}
