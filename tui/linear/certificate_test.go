package linear

import (
	"os"
	"strings"
	"testing"

	"probity/progress"
)

// certifying is what is said where certificates are made, and lines are typed.
func (d *desk) certifying(typed string) string {
	d.t.Helper()
	return hear(d.t, typed, func(c *Console) error { return c.certifying(d.Tutor) })
}

func TestWhereThereIsNothingToCertifyThatIsSaidAndWhy(t *testing.T) {
	says(t, open(t, doctor).certifying(""), "There is nothing to certify yet: practise, or sit an assessment, and come back.\n")
	exam := progress.Sitting{ID: "exam", Kind: progress.Assessment, Drawn: []string{"a-thread"}, Library: "0.0.1", At: started}
	in := replied("a-thread", "named", "honesty", 1, 0)
	in.Sitting = "exam"
	says(t, open(t, doctor, exam, in).certifying(""), "assessment")
	says(t, experienced(t, exam, in).certifying("back\n"), "The assessment that is open is in none of them until it is handed in.\n", "What you can have a certificate for:\n1. The last month: ")
}

// TestTheFormIsFilledInFieldByField: what each is for, how it stands, and what it can't hold.
func TestTheFormIsFilledInFieldByField(t *testing.T) {
	d := experienced(t, progress.Reflection{Scenario: "a-request", Text: "Ask first.", At: started})
	said := d.certifying("1\nname\nAnn\n3\nmany\n1,5\nhours\n\nso what\nIt matters.\nTo me.\n.\nfacil\nDr Bob\n9\nWard 9\ngroup\n1x\n12\nfacil\n-\n5\nwrite more\nMuch.\n.\nregi\nback\n\n\n")
	says(t, said, "The last month: One answer, ", "1 document relied on. Self-attested record.", "Left out: “A request after clinic”, 14 November 2026: ", "Yours to check and fill in:\n1. Name: empty\n2. Registration number: empty\n3. Hours claimed: empty\n4. What? I worked through ",
		"5. So what? empty\n", "8. Facilitated by: empty\n9. Use what you wrote: 1 reflection, to edit under So what?\n10. Preview: ", "11. Behind it: ", "12. Export: ", "Which one? An empty line goes back.\n",
		"Name. As it should stand on the certificate.\nSaved.\n\n1. Name: Ann\nYours to check and fill in. Which one?", "Hours claimed. The time you put in", "The hours claimed should be between 0.01 and 1000", "3. Hours claimed: 1.5 hours\n",
		"An empty line leaves it as it is, a hyphen empties it.\nNow: 1.5\n", "So what? What does it mean for you", endsIt+"\nSaved.\n", "5. So what? It matters. To me.\n",
		"9. Place: empty\n10. Group size: empty\n", "9. Place: Ward 9\n", "A facilitated session needs the size of the group", "10. Group size: 12\n", "8. Facilitated by: empty\n9. Use what you wrote: 1 reflection, to go below what you have under So what?\n10. Preview",
		"1. Write more: it goes below\n2. Write it anew: in place of this\n3. Empty it: asks before it does\n", "It matters.\nTo me.\n", "5. So what? It matters. To me. Much.\n")
	says(t, d.certifying("1\n\n\n"), "1. Name: Ann\n", "3. Hours claimed: 1.5 hours\n", "5. So what? It matters. To me. Much.\n")
	says(t, hear(t, "1\n\n\n", func(c *Console) error { return c.certifying(d.another()) }), "1. Name: Ann\n", "5. So what? It matters. To me. Much.\n")
}

// TestWhatWasWrittenAtTheTimeIsTakenIn, and where that is in the way of something it is said.
func TestWhatWasWrittenAtTheTimeIsTakenIn(t *testing.T) {
	d := experienced(t, progress.Reflection{Scenario: "a-request", Text: "Mrs Smith asked first.", At: started})
	says(t, d.certifying("1\nuse\nuse\n\n\n"), "9. Use what you wrote: 1 reflection", "What you wrote at the time stands under So what? now", "“Mrs Smith” could lead to a patient", "Saved.", "5. So what? A request after clinic: Mrs Smith asked first. “Mrs Smith” could lead to a patient\n", "9. Use what you wrote: 1 reflection, under So what? already\n", "is under So what? already.\n")
}

// TestWhatWasWrittenAtTheTimeGoesBelow what the learner wrote since, and its line keeps its number.
func TestWhatWasWrittenAtTheTimeGoesBelow(t *testing.T) {
	d := experienced(t, progress.Reflection{Scenario: "a-request", Text: "Ask first.", At: started})
	says(t, d.certifying("1\nso what\nIt matters.\n.\n9\nso what\n\n\n\n"), "9. Use what you wrote: 1 reflection, to go below what you have under So what?\n", "So what? What does it mean for you", "\nIt matters.\n", "Ask first.")
}

// TestACertificateIsPreviewedAndExported, to each format; what stands in its way is asked for.
func TestACertificateIsPreviewedAndExported(t *testing.T) {
	d := experienced(t)
	t.Chdir(t.TempDir())
	said := d.certifying("1\npreview\nAnn\npreview\nexport\npdf\nhtml\nmarkdown\njson\ncredential\nfor\ntitle\n\npdf\n\n\n\n")
	says(t, said, "A certificate needs your name.", "Name. As it should stand on the certificate.\nSaved.\n", "Ann", "It is written to ", ", for you alone until you pass it on.\n", "Export as:\n1. PDF: for the appraisal folder; can be verified\n2. HTML",
		"Written to probity-certificate-2026-11-13.pdf, in ", "Written to probity-certificate-2026-11-13.html, in ", ".md, in ", ".json, in ", ".jwt, in ", "\n1. Title: A small pack: practice\n", ". What was done: ", "\n\nA small pack: practice\n\n", "Written to probity-certificate-2026-11-13-2.pdf")
	files, err := os.ReadDir(".")
	if d.must(err); len(files) != 6 {
		t.Errorf("written are %v", files)
	}
	lacks(t, said, "\x1b", "**")
}

// TestWordsThatCouldLeadToAPatientAreSaidBeforeAnExport, and agreed to once.
func TestWordsThatCouldLeadToAPatientAreSaidBeforeAnExport(t *testing.T) {
	d := experienced(t)
	t.Chdir(t.TempDir())
	said := d.certifying("1\n1\nAnn\n7\nVisit Mrs Smith.\n.\n\nexport\nhtml\nn\nhtml\ny\nfor\n\n\n\n\n")
	says(t, said, "“Mrs Smith” could lead to a patient", "An empty line keeps it as it is", "7. Intended change: Visit Mrs Smith. “Mrs Smith” could lead to a patient\n", "Export it with these words all the same? (y or n)\n\nExport as. Which one?", "all the same? (y or n)\nWritten to ", "\n1. Title: ")
	if strings.Count(said, "all the same?") != 2 {
		t.Errorf("it is asked again:\n%s", said)
	}
}

// TestLettersThatAPDFLacksAreSaidBesideIt.
func TestLettersThatAPDFLacksAreSaidBesideIt(t *testing.T) {
	says(t, experienced(t).certifying("1\n1\nAnn 日本\nexport\n\n\n\n"), "1. PDF: can't show ", ": choose HTML\n2. HTML")
}
